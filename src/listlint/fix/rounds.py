"""Mending in rounds until still: choose, edit, read again, prove; what harms is taken back."""

from __future__ import annotations

from collections.abc import Callable

from listlint.finding import Finding
from listlint.fix.choice import Waiting, Wish, choose, edits_of
from listlint.fix.trial import Read, Taken, sift
from listlint.lint.gather import Report
from listlint.paperlist import PaperList
from listlint.values import NamedTuple

MOST_ROUNDS = 10
UNSOUND = "its edits overlap, or lie outside the text"


class Mended(NamedTuple):
    """A list after mending."""

    report: Report  # of the mended text, freshly read
    made: tuple[Finding, ...]
    taken_back: tuple[Taken, ...]
    waiting: tuple[Waiting, ...]  # rules whose fixes wait to be asked for by name
    rounds: int


Lint = Callable[[PaperList], Report]
Watch = Callable[[PaperList, list[Finding], PaperList], None]


def mend(
    first: Report, wish: Wish, read: Read, lint: Lint, watch: Watch = lambda *_: None
) -> Mended:
    """Apply the fixes that ``wish`` lets through, round by round, until still.

    ``watch`` is shown each round: the list before, what was mended, the list after.
    """
    report = first
    made: list[Finding] = []
    back: dict[tuple[str, ...], Taken] = {}
    waiting: tuple[Waiting, ...] = ()
    rounds = 0
    for _ in range(MOST_ROUNDS):
        names = _Names(report.papers.text)
        left = [each for each in report.findings if not back or names.of(each) not in back]
        choice = choose(report.papers, left, wish)
        waiting = choice.waiting
        back.update((names.of(each), Taken(each, UNSOUND)) for each in choice.unsound)
        if not choice.now:
            break
        tried = sift(report.papers, list(choice.now), read)
        back.update((names.of(each.finding), each) for each in tried.back)
        if tried.made:
            made += tried.made
            rounds += 1
            watch(report.papers, tried.made, tried.papers)
            report = lint(tried.papers)
    return Mended(report, tuple(made), tuple(back.values()), waiting, rounds)


class _Names:
    """A fix by what it does, so that one taken back is known again wherever it has moved to."""

    def __init__(self, text: str) -> None:
        self.text = text

    def of(self, finding: Finding) -> tuple[str, ...]:
        edits = edits_of(finding)
        parts = (part for e in edits for part in (self.text[e.start : e.end], e.text))
        return (finding.rule, finding.key, *parts)
