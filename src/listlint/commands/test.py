"""``listlint test``: runs the examples on the rules' pages; four words say how each one did."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections import Counter

from listlint.commands._output import emit
from listlint.commands._settings import here
from listlint.fix.examples import AS_IT_SHOULD, WRONG, Outcome, judge
from listlint.page import BAD
from listlint.plain import terminal
from listlint.rule import Rule, rule_named

SUMMARY = "run the examples of rules, this list's own ones too"


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("rules", nargs="*", metavar="RULE|FILE", help="default: every rule")


def run(args: Namespace) -> int:
    config = here(args)
    rules = [_rule(name, config.own) for name in args.rules] or config.rules
    outcomes = [judge(rule, example) for rule in rules for example in rule.page.examples]
    bare = [rule.name for rule in rules if not rule.page.examples]
    lines = [*map(_line, outcomes), *(f"{name}: has no examples" for name in bare)]
    counts = Counter(each.word for each in outcomes)
    lines.append(", ".join(f"{count} {word}" for word, count in sorted(counts.items())))
    emit("".join(line + "\n" for line in lines if line), None)
    return 1 if bare or any(each.word not in AS_IT_SHOULD for each in outcomes) else 0


def _rule(name: str, own: tuple[Rule, ...]) -> Rule:
    """A rule by its name, or by the file of a list's own."""
    if name.endswith((".yml", ".yaml")):
        from listlint.config.own_rules import rule_in

        return rule_in(name)
    return rule_named(name, own)


def _line(outcome: Outcome) -> str:
    example = outcome.example
    where = f"{outcome.rule}, line {example.line} of its page"
    if outcome.word == WRONG:
        seen = "\n".join(f"    {terminal(line)}" for line in outcome.seen.splitlines())
        return f"{outcome.word:9}  {where}: mended, it reads\n{seen}"
    if outcome.word in AS_IT_SHOULD:
        return f"{outcome.word:9}  {where}"
    wanted = "a finding was due" if example.kind == BAD else f"said: {terminal(outcome.seen)}"
    return f"{outcome.word:9}  {where}: {wanted}"
