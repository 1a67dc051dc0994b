"""A rule's examples judged: what it must find, what it must leave alone, what mending must give."""

from __future__ import annotations

from typing import NamedTuple

from listlint.config import Config
from listlint.facts import EMPTY, Answer, Answers, Question
from listlint.finding import SHOWN, Edit, Finding
from listlint.lint.gather import Report, lint
from listlint.page import BAD, Example
from listlint.reading import read
from listlint.rule import Rule
from listlint.source import Source, from_bytes

VALIDATED, REPORTED, NOISY, MISSING, WRONG = "validated", "reported", "noisy", "missing", "wrong"
AS_IT_SHOULD = (VALIDATED, REPORTED)
MOST_ROUNDS = 10


class Outcome(NamedTuple):
    """How an example did, and what was seen instead where it failed."""

    rule: str
    example: Example
    word: str  # validated, reported, noisy, missing; wrong: found, but mended otherwise
    seen: str = ""


def judge(rule: Rule, example: Example) -> Outcome:
    """Run one rule alone over one of its examples."""
    source = from_bytes(example.text.encode(), "example.md")
    answers = _answers(example.answers)
    findings = _report(rule, source, answers).findings
    if example.kind != BAD:
        word = NOISY if findings else VALIDATED
        return Outcome(rule.name, example, word, "; ".join(each.message for each in findings))
    if not findings:
        return Outcome(rule.name, example, MISSING)
    mended = mend(rule, source, answers) if example.fixed is not None else None
    if mended != example.fixed:
        return Outcome(rule.name, example, WRONG, mended or "")
    return Outcome(rule.name, example, REPORTED)


def mend(rule: Rule, source: Source, answers: Answers = EMPTY) -> str:
    """The text after the rule's fixes, safe and suggested, until nothing changes any more."""
    for _ in range(MOST_ROUNDS):
        edits = _apart(_report(rule, source, answers).findings)
        if not edits:
            break
        source = Source(source.edited(edits), bom=source.bom)
    return source.text


def _answers(text: str) -> Answers:
    """What the world answers in an example: a list of topic, subject, claim, state and ``says``."""
    if not text:
        return EMPTY
    from listlint.knowledge.strict_yaml import parse

    return Answers(
        {
            Question(each["topic"], each["subject"], each.get("claim", "")): Answer(
                each["state"], each.get("says", {}), each.get("source", "")
            )
            for each in parse(text) or ()
        }
    )


def _report(rule: Rule, source: Source, answers: Answers) -> Report:
    selected = Config(select=frozenset([rule.name]))
    report = lint(read(source, "example.md"), selected, answers, rules=[rule])
    if report.faults:
        raise RuntimeError(f"{rule.name} broke on its own example:\n{report.faults[0].trace}")
    return report


def _apart(findings: tuple[Finding, ...]) -> list[Edit]:
    """The edits of all fixes that may be applied together; of overlapping ones the first."""
    kept: list[Edit] = []
    for each in findings:
        if each.fix is None or each.fix.safety == SHOWN:
            continue
        edits = each.fix.edits
        if all(one.end <= old.start or old.end <= one.start for one in edits for old in kept):
            kept += edits
    return kept
