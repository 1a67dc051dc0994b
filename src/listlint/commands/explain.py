"""``listlint explain RULE``: the rule's page, as it stands in the rule's own file."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from listlint.commands._output import emit
from listlint.rule import rule_named

SUMMARY = "print a rule's page: what it says, why, and examples"


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("rules", nargs="+", metavar="RULE")


def run(args: Namespace) -> int:
    emit("\n".join(_page(name) for name in args.rules), None)
    return 0


def _page(name: str) -> str:
    rule = rule_named(name)
    page = rule.page
    marks = [rule.group, rule.level]
    marks += ["off by default"] if rule.off else []
    marks += ["asks services"] if rule.online else []
    marks += ["offers fixes"] if page.fixable else []
    return f"{rule.name} ({', '.join(marks)})\n\n{page.summary}\n\n{page.body}\n"
