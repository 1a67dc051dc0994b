"""A witness to mending: what changed between two readings of a list, seen line by line.

It shares nothing with the fixer's own proof. The mended text is built anew from the edits,
character by character; then each entry is looked for on the lines it must stand on now.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from listlint.finding import Edit, Finding
from listlint.paperlist import PaperList

COMING = {"entries", "order", "sections"}


class Row(NamedTuple):
    """An entry as a reader of the page sees it."""

    first: int
    last: int
    title: str
    urls: tuple[str, ...]
    path: tuple[str, ...]


def differences(before: PaperList, made: Iterable[Finding], after: PaperList) -> list[str]:
    """Everything that changed and that no fix declared."""
    return list(_Witness(before, list(made), after).says())


class _Witness:
    def __init__(self, before: PaperList, made: list[Finding], after: PaperList) -> None:
        self.before, self.made, self.after = before, made, after
        self.edits = sorted(e for each in made if each.fix for e in each.fix.edits)
        self.starts = _starts(before.text)
        self.allowed: dict[int, set[str]] = {}  # what fixes declare, by the lines that they edit
        for each in made:
            for edit in each.fix.edits if each.fix else ():
                for line in self.lines(edit):
                    self.allowed.setdefault(line, set()).update(
                        each.fix.changes if each.fix else ()
                    )

    def lines(self, edit: Edit) -> range:
        return range(self.line(edit.start), self.line(edit.end) + 1)

    def line(self, offset: int) -> int:
        return bisect_right(self.starts, offset)

    def moved(self, line: int) -> int:
        """Where the beginning of a line is now."""
        start = self.starts[line - 1] if line <= len(self.starts) else len(self.before.text) + 1
        text = self.before.text
        return line + sum(
            e.text.count("\n") - text.count("\n", e.start, e.end)
            for e in self.edits
            if e.end <= start and not e.start == e.end == start
        )

    def says(self) -> Iterator[str]:
        if _rebuilt(self.before, self.edits) != self.after.source.raw:
            yield "bytes between the edits, or line ends, aren't the same"
        declared = set().union(*self.allowed.values()) if self.allowed else set()
        if "sections" not in declared:
            old, new = (_headings(papers) for papers in (self.before, self.after))
            if old != new:
                yield "headings differ"
        left = {row.first: row for row in _rows(self.after)}
        rows = list(_rows(self.before))
        found = self.paired(rows, left)
        reached = 0
        for row in rows:
            may, now = self.may(row), found.get(row)
            if now is None:
                if not may & COMING:
                    yield f"{row.title!r} (line {row.first}) is gone"
                continue
            if now.first < reached:
                yield f"{row.title!r} (line {row.first}) stands in another place"
            reached = now.first
            yield from _compared(row, now, may, declared)
        brought = self.brought()
        for row in left.values():
            if not any(row.first - 1 <= last and first <= row.last + 1 for first, last in brought):
                yield f"{row.title!r} (now line {row.first}) wasn't there"

    def brought(self) -> list[tuple[int, int]]:
        """Lines on which entries may turn up: what is put to one place stands there in a row."""
        lines = [n for n, may in self.allowed.items() if may & COMING]
        put = {
            n: sum(e.text.count("\n") for e in self.edits if self.line(e.start) == n) for n in lines
        }
        return [(self.moved(n), self.moved(n) + put[n]) for n in lines]

    def may(self, row: Row) -> set[str]:
        return set().union(*(self.allowed.get(n, ()) for n in range(row.first, row.last + 1)))

    def touched(self, row: Row) -> bool:
        return any(n in self.allowed for n in range(row.first, row.last + 1))

    def paired(self, rows: list[Row], left: dict[int, Row]) -> dict[Row, Row]:
        """Each entry with what stands on its lines now; those that nobody edited come first."""
        found: dict[Row, Row] = {}
        for row in rows:
            first = self.moved(row.first)
            if not self.touched(row) and first in left:
                found[row] = left.pop(first)
        for alike in (True, False):
            for row in rows:
                if self.touched(row) and row not in found:
                    first, last = self.moved(row.first), self.moved(row.last + 1) - 1
                    there = [n for n in range(first, last + 1) if n in left]
                    for n in there:
                        if not alike or left[n].title == row.title:
                            found[row] = left.pop(n)
                            break
        return found


def _compared(row: Row, found: Row, may: set[str], declared: set[str]) -> Iterator[str]:
    where = f"of {row.title!r} (line {row.first})"
    if row.title != found.title and "titles" not in may:
        yield f"the title {where} is {found.title!r}"
    if row.urls != found.urls and "addresses" not in may:
        yield f"the addresses {where} differ"
    if row.path != found.path and not declared & {"sections", "order"}:
        yield f"the section {where} is {found.path}"


def _rows(papers: PaperList) -> Iterator[Row]:
    """Entries; a heading that is an entry's own isn't the section that it stands in."""
    for each in papers.entries:
        section = papers.sections[each.section] if each.section is not None else None
        path = section.path if section else ()
        if section and section.span.start == each.span.start:
            path = path[:-1]
        yield Row(*each.lines, each.title, tuple(link.url for link in each.links), path)


def _headings(papers: PaperList) -> list[str]:
    own = {each.span.start for each in papers.entries}
    return [each.title for each in papers.sections if each.span.start not in own]


def _starts(text: str) -> list[int]:
    return [0, *(match.end() for match in re.finditer("\n", text))]


def _rebuilt(papers: PaperList, edits: list[Edit]) -> str:
    """The file's text with the edits made, built from single characters."""
    characters = re.findall("\r\n|.", papers.source.raw, re.DOTALL)
    for edit in reversed(edits):
        characters[edit.start : edit.end] = [edit.text.replace("\n", papers.source.newline)]
    return "".join(characters)
