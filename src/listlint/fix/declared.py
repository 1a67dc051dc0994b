"""What fixes say that they change besides layout, by the entries and headings that they edit."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate

from listlint.finding import Edit, Finding, Span
from listlint.paperlist import Entry, PaperList

ENTRIES, TITLES, ADDRESSES, SECTIONS, ORDER = "entries", "titles", "addresses", "sections", "order"
COMING = (ENTRIES, SECTIONS, ORDER)  # an entry that is moved goes here and comes there
NOTHING: frozenset[str] = frozenset()


class Declared:
    """Asked for an entry, a heading or a place of the list as it was."""

    __slots__ = ("_by_entry", "_coming", "headings", "moving")

    def __init__(self, papers: PaperList, made: Iterable[Finding]) -> None:
        fixes = [each.fix for each in made if each.fix and each.fix.changes]
        self._by_entry: dict[int, frozenset[str]] = {}
        touched = _Entries(papers)
        for fix in fixes:
            for edit in fix.edits:
                for entry in touched.by(edit):
                    self._by_entry[entry.index] = self.of(entry).union(fix.changes)
        self._coming = sorted(
            edit for fix in fixes if not set(COMING).isdisjoint(fix.changes) for edit in fix.edits
        )
        self.moving = sorted(edit for fix in fixes if SECTIONS in fix.changes for edit in fix.edits)
        self.headings = frozenset(_headings(papers, self.moving))

    def of(self, entry: Entry) -> frozenset[str]:
        """What may change of an entry."""
        return self._by_entry.get(entry.index, NOTHING)

    def brings(self, place: Span) -> bool:
        """Whether an entry may turn up at ``place``."""
        return _reached(self._coming, place)

    def opens(self, place: Span) -> bool:
        """Whether what stands at ``place`` may become a heading."""
        return _reached(self.moving, place)


def _reached(edits: list[Edit], place: Span) -> bool:
    at = bisect_right(edits, place.end, key=lambda edit: edit.start) - 1
    return at >= 0 and edits[at].end >= place.start


def _headings(papers: PaperList, edits: list[Edit]) -> Iterator[int]:
    for section in papers.sections if edits else ():
        if any(e.start <= section.span.end and section.span.start <= e.end for e in edits):
            yield section.index


class _Entries:
    """Entries by place; one may stand inside another."""

    def __init__(self, papers: PaperList) -> None:
        self.entries = papers.entries
        self.starts = [entry.span.start for entry in papers.entries]
        self.reach = list(accumulate((entry.span.end for entry in papers.entries), max))

    def by(self, edit: Edit) -> Iterator[Entry]:
        """Entries of which an edit changes something."""
        at = bisect_right(self.starts, edit.end) - 1
        while at >= 0 and self.reach[at] >= edit.start:
            if _changes(edit, self.entries[at].span):
                yield self.entries[at]
            at -= 1


def _changes(edit: Edit, span: Span) -> bool:
    """Whether an edit is part of ``span``; lines put before it or behind it aren't."""
    if edit.start < edit.end:
        return edit.start < span.end and span.start < edit.end
    if edit.start == span.end:
        return not edit.text.startswith("\n")
    if edit.start == span.start:
        return not edit.text.endswith("\n")
    return span.start < edit.start < span.end
