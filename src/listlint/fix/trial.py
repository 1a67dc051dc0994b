"""Fixes tried together and sifted: those that do harm are taken back, the others stay.

A fix is found guilty by trying the others without it; only a rule of which two fixes were is judged
by the places of the harm alone. Every set of fixes that is kept was read as a whole and proven.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable

from listlint.finding import Finding, Span
from listlint.fix.choice import edits_of
from listlint.fix.proof import Harm, harms
from listlint.paperlist import PaperList
from listlint.source import Source
from listlint.values import NamedTuple

MOST_READINGS = 100  # in one round, before what isn't proven by then is taken back
ENOUGH = 2  # harmful fixes of one rule that are sought one by one

Read = Callable[[Source], PaperList]


class Taken(NamedTuple):
    """A fix that would have done harm and was taken back: our fault, not the list's."""

    finding: Finding
    why: str


class Tried(NamedTuple):
    """The fixes that do no harm together, and the list with them made."""

    made: list[Finding]
    papers: PaperList
    back: list[Taken]


def sift(before: PaperList, findings: list[Finding], read: Read) -> Tried:
    """Of fixes that stand apart, as many as do no harm."""
    return _Sieve(before, findings, read).run()


def edited(source: Source, findings: list[Finding]) -> Source:
    """The source with the fixes of these findings made."""
    edits = [edit for each in findings for edit in edits_of(each)]
    return Source(source.edited(edits), bom=source.bom)


class _Sieve:
    """``trial`` holds the fixes that are still to be proven together."""

    def __init__(self, before: PaperList, findings: list[Finding], read: Read) -> None:
        self.before, self.read = before, read
        self.trial = findings
        self.back: list[Taken] = []
        self.guilty: Counter[str] = Counter()  # rules, by fixes of theirs that did harm
        self.readings = 0
        self.last: tuple[list[Finding], PaperList] | None = None  # that did no harm

    def run(self) -> Tried:
        while self.trial:
            papers, found = self.look(self.trial)
            if not found:
                return Tried(self.trial, papers, self.back)
            if self.readings >= MOST_READINGS:
                self.back += [Taken(each, found[0].why) for each in self.trial]
                break
            if not self.judge(found):
                self.search(found)
        return Tried([], self.before, self.back)

    def look(self, findings: list[Finding]) -> tuple[PaperList, list[Harm]]:
        """The list with these fixes made, and what harm they do."""
        if self.last is not None and self.last[0] == findings:
            return self.last[1], []
        self.readings += 1
        after = self.read(edited(self.before.source, findings))
        found = harms(self.before, after, findings)
        if not found:
            self.last = (list(findings), after)
        return after, found

    def judge(self, found: list[Harm]) -> bool:
        """Take back what edits a harmed place for a rule that is known to do harm."""
        at = _Places(self.trial)
        out: dict[int, str] = {}
        for why, place in found:
            for n in at.by(place):
                if self.guilty[self.trial[n].rule] >= ENOUGH:
                    out.setdefault(n, why)
        self.back += [Taken(self.trial[n], out[n]) for n in sorted(out)]
        self.trial = [each for n, each in enumerate(self.trial) if n not in out]
        return bool(out)

    def search(self, found: list[Harm]) -> None:
        """Take back one fix that does harm: the last of the fewest first ones that do any."""
        at = _Places(self.trial)
        suspects = {n for _, place in found for n in at.by(place)}
        others = [each for n, each in enumerate(self.trial) if n not in suspects]
        ordered = [*others, *(self.trial[n] for n in sorted(suspects))]
        good, bad = 0, len(ordered)  # with so many it is harmless, with so many it isn't
        half = len(others) or bad // 2  # if the others do no harm, it is one of the suspects
        while bad - good > 1:
            half = half if good < half < bad else (good + bad) // 2
            _, now = self.look(ordered[:half])
            if now:
                bad, found = half, now
            else:
                good = half
        culprit = ordered[bad - 1]
        self.guilty[culprit.rule] += 1
        self.back.append(Taken(culprit, found[0].why))
        self.trial = ordered[: bad - 1] + ordered[bad:]


class _Places:
    """Which of several findings, whose edits stand apart, edit a place."""

    def __init__(self, findings: list[Finding]) -> None:
        self.edits = sorted(
            (edit.end, edit.start, n) for n, each in enumerate(findings) for edit in edits_of(each)
        )

    def by(self, place: Span) -> list[int]:
        found: set[int] = set()
        for at in range(bisect_left(self.edits, (place.start, -1, -1)), len(self.edits)):
            _, start, n = self.edits[at]
            if start > place.end:
                break
            found.add(n)
        return sorted(found)
