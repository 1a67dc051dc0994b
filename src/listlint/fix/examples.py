"""A rule's examples judged: what it must find, what it must leave alone, what mending must give."""

from __future__ import annotations

from listlint.config import Config
from listlint.facts import EMPTY, Answer, Answers, Question
from listlint.finding import SUGGESTED
from listlint.fix.choice import Wish
from listlint.fix.rounds import Mended, mend
from listlint.lint.gather import Report, lint
from listlint.page import BAD, Example
from listlint.paperlist import PaperList
from listlint.reading import read
from listlint.rule import Rule
from listlint.source import Source, from_bytes
from listlint.values import NamedTuple

VALIDATED, REPORTED, NOISY, MISSING, WRONG = "validated", "reported", "noisy", "missing", "wrong"
AS_IT_SHOULD = (VALIDATED, REPORTED)
NAME = "example.md"


class Outcome(NamedTuple):
    """How an example did, and what was seen instead where it failed."""

    rule: str
    example: Example
    word: str  # validated, reported, noisy, missing; wrong: found, but mended otherwise
    seen: str = ""


def judge(rule: Rule, example: Example) -> Outcome:
    """Run one rule alone over one of its examples."""
    papers = read(from_bytes(example.text.encode(), NAME), NAME)
    if example.original:
        original = read(from_bytes(example.original.encode(), "original.md"), "original.md")
        papers = papers._replace(original=original)
    answers = _answers(example.answers)
    report = _report(rule, papers, answers)
    findings = report.findings
    if example.kind != BAD:
        word = NOISY if findings else VALIDATED
        return Outcome(rule.name, example, word, "; ".join(each.message for each in findings))
    if not findings:
        return Outcome(rule.name, example, MISSING)
    if example.fixed is not None:
        mended = _mended(rule, report, answers)
        text = mended.report.papers.text
        if text != example.fixed:
            said = "".join(f"\n(taken back: {each.why})" for each in mended.taken_back)
            return Outcome(rule.name, example, WRONG, text + said)
    return Outcome(rule.name, example, REPORTED)


def _answers(text: str) -> Answers:
    """What the world answers in an example: a list of topic, subject, claim, state and ``says``."""
    if not text:
        return EMPTY
    from listlint.knowledge.strict_yaml import parse

    return Answers(
        {
            Question(each["topic"], each["subject"], each.get("claim", "")): Answer(
                each["state"],
                {name: str(value) for name, value in each.get("says", {}).items()},
                each.get("source", ""),
            )
            for each in parse(text) or ()
        }
    )


def _mended(rule: Rule, first: Report, answers: Answers) -> Mended:
    """The example after all the rule's fixes, safe and suggested, each proven to do no harm."""

    def again(source: Source) -> PaperList:
        return read(source, first.papers.path)._replace(original=first.papers.original)

    def judged(papers: PaperList) -> Report:
        return _report(rule, papers, answers)

    return mend(first, Wish(SUGGESTED), again, judged)


def _report(rule: Rule, papers: PaperList, answers: Answers) -> Report:
    selected = Config(select=frozenset([rule.name]))
    report = lint(papers, selected, answers, rules=[rule])
    if report.faults:
        raise RuntimeError(f"{rule.name} broke on its own example:\n{report.faults[0].trace}")
    return report
