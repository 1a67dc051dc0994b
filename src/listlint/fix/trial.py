"""Fixes tried together and sifted: those that do harm are taken back, the others stay.

Whom a harm is laid to is seen from its place; where nobody has an edit there, from what happens
without him. Every set of fixes that is kept was read as a whole and proven.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from typing import NamedTuple

from listlint.finding import Finding, Span
from listlint.fix.choice import edits_of
from listlint.fix.proof import Harm, harms
from listlint.paperlist import PaperList
from listlint.source import Source

MOST_READINGS = 60  # in one round, before what isn't proven by then is taken back

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
    """``proven`` go together; those in ``trial`` are looked at, ``later`` ones await their turn."""

    def __init__(self, before: PaperList, findings: list[Finding], read: Read) -> None:
        self.before, self.read = before, read
        self.proven: list[Finding] = []
        self.papers = before  # with the proven ones made
        self.trial = findings
        self.later: list[tuple[Span, Finding]] = []
        self.back: list[Taken] = []
        self.readings = 0

    def run(self) -> Tried:
        while self.trial or self.later:
            if not self.trial:
                self.next()
            papers, found = self.look(self.trial)
            if not found:
                self.proven += self.trial
                self.papers = papers
                self.trial = []
            elif self.readings >= MOST_READINGS:
                rest = [*self.trial, *(each for _, each in self.later)]
                self.back += [Taken(each, found[0].why) for each in rest]
                break
            elif not self.blame(found):
                self.search(found[0])
        return Tried(self.proven, self.papers, self.back)

    def look(self, findings: list[Finding]) -> tuple[PaperList, list[Harm]]:
        """The list with these fixes made beside the proven ones, and what harm they do."""
        self.readings += 1
        together = self.proven + findings
        after = self.read(edited(self.before.source, together))
        return after, harms(self.before, after, together)

    def next(self) -> None:
        """Of those that were put off, one for each place."""
        now: dict[Span, Finding] = {}
        for place, each in self.later:
            now.setdefault(place, each)
        self.trial = list(now.values())
        chosen = {id(each) for each in self.trial}
        self.later = [pair for pair in self.later if id(pair[1]) not in chosen]

    def blame(self, found: list[Harm]) -> bool:
        """Take back whoever alone edits a harmed place; of several let one try at a time."""
        at = _Places(self.trial)
        out: dict[int, str] = {}
        off: dict[int, Span] = {}
        for why, place in found:
            suspects = at.by(place)
            if len(suspects) == 1:
                out[suspects[0]] = why
            off.update((each, place) for each in suspects[1:])
        self.back += [Taken(self.trial[n], out[n]) for n in sorted(out)]
        self.later += [(off[n], self.trial[n]) for n in sorted(off) if n not in out]
        self.trial = [each for n, each in enumerate(self.trial) if n not in out and n not in off]
        return bool(out or off)

    def search(self, harm: Harm) -> None:
        """Take back one fix that the harm comes of, wherever it shows: the first such."""
        good, bad = 0, len(self.trial)  # with so many it is harmless, with so many it isn't
        while bad - good > 1:
            half = (good + bad) // 2
            _, found = self.look(self.trial[:half])
            if found:
                bad, harm = half, found[0]
            else:
                good = half
        self.back.append(Taken(self.trial[bad - 1], harm.why))
        del self.trial[bad - 1]


class _Places:
    """Which of several findings, whose edits stand apart, edit a place."""

    def __init__(self, findings: list[Finding]) -> None:
        self.edits = sorted(
            (edit.end, edit.start, n) for n, each in enumerate(findings) for edit in edits_of(each)
        )

    def by(self, place: Span) -> list[int]:
        found: set[int] = set()
        for end, start, n in self.edits[bisect_left(self.edits, (place.start, -1, -1)) :]:
            if start > place.end:
                break
            if end >= place.start:
                found.add(n)
        return sorted(found)
