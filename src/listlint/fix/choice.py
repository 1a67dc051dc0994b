"""Which fixes a round makes: those that are safe enough, asked for, apart from each other."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import NamedTuple

from listlint.finding import SAFE, SHOWN, SUGGESTED, Edit, Finding
from listlint.fix.generated import Region
from listlint.lint.gather import Report

STRENGTH = {SHOWN: 0, SUGGESTED: 1, SAFE: 2}
MANY = 10  # a safe fix of one rule that would touch more than 1 entry in so many waits


Identity = tuple[str, str, int]


class Wish(NamedTuple):
    """What the user asked for: how safe a fix must be, and the rules named one by one."""

    floor: str = SAFE
    named: frozenset[str] = frozenset()


class Choice(NamedTuple):
    """The findings whose fixes are made now, and the rules that wait to be asked for by name."""

    now: tuple[Finding, ...]
    waiting: tuple[str, ...]


def choose(
    report: Report,
    wish: Wish,
    regions: Collection[Region],
    banned: Collection[tuple[str, str, int]],
) -> Choice:
    """The fixes of one round; overlapping ones are left for the next."""
    able = [f for f in report.findings if _able(f, wish, regions) and f.identity not in banned]
    waiting = (
        _sweeping(able, len(report.papers.entries)) - wish.named if wish.floor == SAFE else set()
    )
    return Choice(_apart(f for f in able if f.rule not in waiting), tuple(sorted(waiting)))


def _able(finding: Finding, wish: Wish, regions: Collection[Region]) -> bool:
    fix = finding.fix
    if fix is None or not fix.edits or STRENGTH[fix.safety] < STRENGTH[wish.floor]:
        return False
    return not any(region.holds(edit) for region in regions for edit in fix.edits)


def _sweeping(findings: list[Finding], entries: int) -> set[str]:
    """Rules whose fixes would rewrite much of the list at once."""
    touched: dict[str, set[tuple[int, int]]] = defaultdict(set)
    for f in findings:
        place = (f.entry.start, f.entry.end) if f.entry else (f.start, f.end)
        touched[f.rule].add(place)
    return {rule for rule, places in touched.items() if len(places) * MANY > max(entries, MANY)}


def _apart(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings whose edits don't touch each other; of two that do, the first in the text."""
    kept: list[Finding] = []
    taken = _Taken()
    for finding in findings:
        if finding.fix is not None and taken.free(finding.fix.edits):
            taken.add(finding.fix.edits)
            kept.append(finding)
    return tuple(kept)


class _Taken:
    """Ranges already spoken for, kept in order so that asking is quick."""

    def __init__(self) -> None:
        self.edits: list[Edit] = []

    def free(self, edits: tuple[Edit, ...]) -> bool:
        for edit in edits:
            at = bisect_left(self.edits, edit)
            near = self.edits[max(0, at - 1) : at + 1]
            if any(_meet(edit, other) for other in near):
                return False
        return True

    def add(self, edits: tuple[Edit, ...]) -> None:
        for edit in edits:
            insort(self.edits, edit)


def _meet(one: Edit, other: Edit) -> bool:
    """Whether two edits overlap, or one inserts where the other begins or ends."""
    if one.start == one.end or other.start == other.end:
        return one.start <= other.end and other.start <= one.end
    return one.start < other.end and other.start < one.end
