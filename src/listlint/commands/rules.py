"""``listlint rules``: the catalogue, made from the rules themselves."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from typing import Any

from listlint.commands._output import emit
from listlint.commands._settings import here
from listlint.plain import terminal
from listlint.rule import GROUPS, Rule

SUMMARY = "list the rules, this list's own ones too"


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--format", choices=["text", "json"], default="text", help="default: text")


def run(args: Namespace) -> int:
    config = here(args)
    rules = sorted(config.rules, key=lambda rule: (GROUPS.index(rule.group), rule.name))
    if args.format == "json":
        emit(json.dumps([_data(rule) for rule in rules], indent=1) + "\n", None, machine=True)
    else:
        own = {rule.name for rule in config.own}
        emit("".join(line + "\n" for line in _lines(rules, own)), None)
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


def _lines(rules: Sequence[Rule], own: set[str]) -> Iterator[str]:
    group = ""
    width = max((len(rule.name) for rule in rules), default=0)
    for rule in rules:
        if rule.group != group:
            group = rule.group
            yield group
        marks = " (off)" if rule.off else ""
        marks += " (this list's own)" if rule.name in own else ""
        yield f"  {rule.name:{width}}  {rule.level:7}  {terminal(rule.page.summary)}{marks}"
    yield "`listlint explain RULE` shows a rule's page"
