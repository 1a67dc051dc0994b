"""Which fixes a round makes: those that are safe enough, asked for, apart from each other.

A fix that declares a change has its entries for itself and others of its rule, or what it declares
would excuse what somebody else does there.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Iterable

from listlint.finding import SAFE, SHOWN, SUGGESTED, Edit, Finding
from listlint.paperlist import PaperList
from listlint.values import NamedTuple

STRENGTH = {SHOWN: 0, SUGGESTED: 1, SAFE: 2}
MANY = 10  # a safe fix of one rule that would touch more than 1 entry in so many waits


class Wish(NamedTuple):
    """What the user asked for: how safe a fix must be, and the rules named one by one."""

    floor: str = SAFE
    named: frozenset[str] = frozenset()


class Waiting(NamedTuple):
    """A rule whose safe fixes would rewrite much of the list, so that it waits to be named."""

    rule: str
    touched: int  # entries that its fixes would change


class Choice(NamedTuple):
    """The findings whose fixes are made now, what waits, and what can't be made at all."""

    now: tuple[Finding, ...]
    waiting: tuple[Waiting, ...]
    unsound: tuple[Finding, ...]  # edits that overlap each other, or lie outside the text


def choose(papers: PaperList, findings: Iterable[Finding], wish: Wish) -> Choice:
    """The fixes of one round; overlapping ones are left for the next."""
    able = [each for each in findings if allowed(each, wish.floor)]
    unsound = [each for each in able if not _sound(edits_of(each), len(papers.text))]
    if unsound:
        able = [each for each in able if each not in unsound]
    waiting = _waiting(papers, able, wish) if wish.floor == SAFE else []
    waits = {each.rule for each in waiting}
    now = apart(papers, (each for each in able if each.rule not in waits))
    return Choice(now, tuple(waiting), tuple(unsound))


def allowed(finding: Finding, floor: str) -> bool:
    """Whether a finding has a fix that is as safe as ``floor`` or safer."""
    fix = finding.fix
    return fix is not None and bool(fix.edits) and STRENGTH[fix.safety] >= STRENGTH[floor]


def edits_of(finding: Finding) -> tuple[Edit, ...]:
    return finding.fix.edits if finding.fix else ()


def _sound(edits: tuple[Edit, ...], length: int) -> bool:
    reached = 0
    for edit in sorted(edits):
        if not reached <= edit.start <= edit.end <= length:
            return False
        reached = edit.end
    return True


def _waiting(papers: PaperList, findings: list[Finding], wish: Wish) -> list[Waiting]:
    """Rules that weren't named, and whose fixes would change much of the list at once."""
    at = _Entries(papers)
    touched: dict[str, set[int]] = defaultdict(set)
    for each in findings:
        if each.rule not in wish.named:
            touched[each.rule].update(at.by(edits_of(each)))
    most = max(len(papers.entries), MANY)
    return [
        Waiting(rule, len(places))
        for rule, places in sorted(touched.items())
        if len(places) * MANY > most
    ]


class _Entries:
    """Entries by where they start; outside of entries a line is what counts."""

    def __init__(self, papers: PaperList) -> None:
        self.papers = papers
        self.starts = [entry.span.start for entry in papers.entries]

    def by(self, edits: Iterable[Edit]) -> set[int]:
        """Where the entries or lines start that edits change."""
        places = {place for e in edits for place in (e.start, max(e.start, e.end - 1))}
        return {self._start(place) for place in places}

    def _start(self, place: int) -> int:
        at = bisect_right(self.starts, place) - 1
        if at >= 0 and place <= self.papers.entries[at].span.end:
            return self.starts[at]
        source = self.papers.source
        return source.line_span(source.line(place)).start


def apart(papers: PaperList, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings whose fixes don't touch each other; of two that do, the one that changes what an
    entry holds, else the first in the text: who mends a copy that goes, mends in vain."""
    kept: list[Finding] = []
    taken: list[Edit] = []
    at = _Entries(papers)
    holders: dict[int, str] = {}  # the rule that has an entry for itself, "" if several share it
    for finding in sorted(findings, key=_declares_nothing):
        holder = finding.rule if finding.fix and finding.fix.changes else ""
        touched = [(edit, at.by([edit])) for edit in edits_of(finding)]
        held = {
            entry
            for edit, entries in touched
            for entry in entries
            if holders.get(entry, holder) != holder or not _free(edit, taken)
        }
        if held and (holder or len(touched) <= MANY):
            continue
        now = [(edit, entries) for edit, entries in touched if held.isdisjoint(entries)]
        if now:
            kept.append(_with_edits(finding, tuple(edit for edit, _ in now)) if held else finding)
            holders.update((entry, holder) for _, entries in now for entry in entries)
            for edit, _ in now:
                insort(taken, edit)
    return tuple(kept)


def _with_edits(finding: Finding, edits: tuple[Edit, ...]) -> Finding:
    """A fix of much of the list, for the entries that are free; the others' turn is the next."""
    assert finding.fix is not None
    return finding._replace(fix=finding.fix._replace(edits=edits))


def _declares_nothing(finding: Finding) -> bool:
    return not (finding.fix and finding.fix.changes)


def _free(edit: Edit, taken: list[Edit]) -> bool:
    """Whether an edit meets none of those taken, which stand in order and apart."""
    at = bisect_left(taken, edit)
    return not any(_meet(edit, other) for other in taken[max(0, at - 1) : at + 1])


def _meet(one: Edit, other: Edit) -> bool:
    """Whether two edits overlap, or one inserts where the other begins or ends.

    Whole lines that are put to one place are moved there: they stand one after the other.
    """
    if one.start == one.end == other.start == other.end:
        return not (_whole_lines(one.text) and _whole_lines(other.text))
    if one.start == one.end or other.start == other.end:
        return one.start <= other.end and other.start <= one.end
    return one.start < other.end and other.start < one.end


def _whole_lines(text: str) -> bool:
    return text.endswith("\n") and len(text) > 1
