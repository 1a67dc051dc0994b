"""``listlint rules``: the catalogue, made from the rules themselves."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from typing import Any

from listlint.commands._output import emit
from listlint.rule import Rule, all_rules

SUMMARY = "list the rules"


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--format", choices=["text", "json"], default="text")


def run(args: Namespace) -> int:
    if args.format == "json":
        emit(json.dumps([_data(rule) for rule in all_rules()], indent=1) + "\n", None, machine=True)
    else:
        emit("".join(line + "\n" for line in _lines()), None)
    return 0


def _data(rule: Rule) -> dict[str, Any]:
    page = rule.page
    return {
        "name": rule.name,
        "group": rule.group,
        "level": rule.level,
        "summary": page.summary,
        "fixable": page.fixable,
        "online": rule.online,
    }


def _lines() -> Iterator[str]:
    group = ""
    width = max((len(rule.name) for rule in all_rules()), default=0)
    for rule in all_rules():
        if rule.group != group:
            group = rule.group
            yield group
        off = " (off)" if rule.off else ""
        yield f"  {rule.name:{width}}  {rule.level:7}  {rule.page.summary}{off}"
    yield "`listlint explain RULE` shows a rule's page"
