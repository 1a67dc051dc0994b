"""Mending in rounds until still: choose, edit, read again, prove; what harms is taken back."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from listlint.finding import Edit, Finding
from listlint.fix.choice import Wish, choose
from listlint.fix.generated import generated
from listlint.fix.proof import harm
from listlint.lint.gather import Report
from listlint.paperlist import PaperList
from listlint.source import Source

MOST_ROUNDS = 10


class Taken(NamedTuple):
    """A fix that would have done harm and was taken back: our fault, not the list's."""

    finding: Finding
    why: str


class Mended(NamedTuple):
    """A list after mending."""

    report: Report  # of the mended text, freshly read
    made: tuple[Finding, ...]
    taken_back: tuple[Taken, ...]
    waiting: tuple[str, ...]  # rules whose fixes wait to be asked for by name
    rounds: int


Read = Callable[[Source], PaperList]
Lint = Callable[[PaperList], Report]


def mend(first: Report, wish: Wish, read: Read, lint: Lint) -> Mended:
    """Apply the fixes that ``wish`` lets through, round by round, until still."""
    report = first
    made: list[Finding] = []
    back: list[Taken] = []
    waiting: set[str] = set()
    rounds = 0
    while rounds < MOST_ROUNDS:
        banned = {t.finding.identity for t in back}
        choice = choose(report, wish, generated(report.papers.text), banned)
        waiting |= set(choice.waiting)
        done, papers, bad = _harmless(report.papers, list(choice.now), read)
        back += bad
        if not done:
            break
        made += done
        rounds += 1
        report = lint(papers)
    return Mended(report, tuple(made), tuple(back), tuple(sorted(waiting)), rounds)


def _harmless(
    before: PaperList, findings: list[Finding], read: Read
) -> tuple[list[Finding], PaperList, list[Taken]]:
    """The findings whose fixes together do no harm, the list with them made, and the others."""
    if not findings:
        return [], before, []
    after = read(edited(before.source, findings))
    why = harm(before, after, findings)
    if not why:
        return findings, after, []
    if len(findings) == 1:
        return [], before, [Taken(findings[0], why)]
    half = len(findings) // 2
    good, _, bad = _harmless(before, findings[:half], read)
    more, _, worse = _harmless(before, findings[half:], read)
    both, papers, together = _rejoined(before, good + more, read)
    return both, papers, bad + worse + together


def _rejoined(
    before: PaperList, findings: list[Finding], read: Read
) -> tuple[list[Finding], PaperList, list[Taken]]:
    """Fixes that are harmless in halves, made together; if they aren't, the last one gives way."""
    while findings:
        after = read(edited(before.source, findings))
        why = harm(before, after, findings)
        if not why:
            return findings, after, []
        if len(findings) == 1:
            return [], before, [Taken(findings[0], why)]
        findings = findings[: len(findings) // 2]  # the rest comes in the next round
    return [], before, []


def edited(source: Source, findings: list[Finding]) -> Source:
    """The source with the fixes of these findings made."""
    edits: list[Edit] = [e for f in findings if f.fix for e in f.fix.edits]
    return Source(source.edited(edits), bom=source.bom)
