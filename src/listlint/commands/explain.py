"""``listlint explain RULE``: the rule's page, as it stands in the rule's own file."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from listlint.commands._output import emit
from listlint.commands._settings import here
from listlint.plain import terminal
from listlint.rule import Rule, rule_named

SUMMARY = "print a rule's page: what it says, why, and examples"


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("rules", nargs="+", metavar="RULE", help="its name")


def run(args: Namespace) -> int:
    own = here(args).own
    emit("\n".join(_page(rule_named(name, own)) for name in args.rules), None)
    return 0


def _page(rule: Rule) -> str:
    page = rule.page
    marks = [rule.group, rule.level]
    marks += ["off by default"] if rule.off else []
    marks += ["asks services"] if rule.online else []
    marks += ["offers fixes"] if page.fixable else []
    text = f"{rule.name} ({', '.join(marks)})\n\n{page.summary}\n\n{page.body}"
    return "".join(f"{terminal(line)}\n" for line in text.split("\n"))
