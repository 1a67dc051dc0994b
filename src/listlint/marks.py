"""Marks of bold and code, and tags, that an entry opens and doesn't close, or closes unopened.

Stars behind names are footnotes, and a backtick may be a quotation mark: these are left alone.
"""

from __future__ import annotations

import functools
import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator

from listlint.comments import entry_at
from listlint.finding import Edit
from listlint.markdown.kinds import by_kind
from listlint.markdown.nodes import Node
from listlint.paperlist import Entry, PaperList, Piece
from listlint.values import NamedTuple

TAGS = frozenset("a b code del em font i ins kbd mark s small span strike strong sub sup u".split())
NAMES = frozenset(("authors", "text"))  # pieces in which a star is a footnote's


class Loose(NamedTuple):
    """A mark or tag without its other half."""

    mark: str  # as written
    opens: bool
    start: int
    end: int
    entry: Entry
    blank: bool = False  # its other half is there, but a blank keeps it from being one
    edits: tuple[Edit, ...] = ()


def loose(papers: PaperList) -> Iterator[Loose]:
    """All of them, in the order of the text for stars, code and tags."""
    yield from _stars(papers)
    yield from _ticks(papers)
    yield from _tags(papers)


def _stars(papers: PaperList) -> Iterator[Loose]:
    """``**`` that is shown as it stands, and one star too few beside emphasis."""
    found: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    kinds = by_kind(papers.document)
    ends = {node.start: node.end for node in kinds.get("em", ())}
    starts = {end: start for start, end in ends.items()}
    for start, end in _in_text(papers, "*"):
        single = end - start == 1 and (end in ends or start in starts)
        entry = entry_at(papers, start) if end - start == 2 or single else None
        if not entry or _is_footnote(entry, start, end):
            continue
        if single:
            opens = end in ends
            due = ends[end] if opens else starts[start]
            edits = (Edit(due, due, "*"),)
            yield Loose(papers.text[start:end], opens, start, end, entry, False, edits)
        else:
            found[entry.index].append((start, end))
    for index, places in found.items():
        yield from _paired(papers, papers.entries[index], places)


def _in_text(papers: PaperList, sign: str) -> Iterator[tuple[int, int]]:
    """Runs of a sign in what is shown as text, where no backslash says that it is meant so."""
    text = papers.text
    for node in by_kind(papers.document).get("text", ()):
        at = text.find(sign, node.start, node.end)
        while at >= 0:
            end = at
            while end < node.end and text[end] == sign:
                end += 1
            if text[at - 1 : at] != "\\":
                yield at, end
            at = text.find(sign, end, node.end)


def _is_footnote(entry: Entry, start: int, end: int) -> bool:
    if entry.authors_span and entry.authors_span.start <= start <= entry.authors_span.end:
        return True
    at = bisect_left(entry.pieces, start, key=_start_of) - 1  # pieces stand apart, in order
    piece = entry.pieces[at] if at >= 0 else None
    return piece is not None and piece.role in NAMES and end < piece.span.end


def _start_of(piece: Piece) -> int:
    return piece.span.start


def _paired(papers: PaperList, entry: Entry, places: list[tuple[int, int]]) -> Iterator[Loose]:
    """Two of them with a blank inside one belong together; others stand alone."""
    text = papers.text
    at = 0
    while at < len(places):
        start, end = places[at]
        blank = _blank_between(text, places[at], places[at + 1]) if at + 1 < len(places) else ()
        if blank:
            yield Loose(text[start:end], True, start, places[at + 1][1], entry, True, blank)
            at += 2
            continue
        opens = not text[start - 1 : start].isalnum() and text[end : end + 1].strip() != ""
        edits = _other_half(text, entry, (start, end), opens=opens)
        yield Loose(text[start:end], opens, start, end, entry, False, edits)
        at += 1


def _blank_between(text: str, one: tuple[int, int], other: tuple[int, int]) -> tuple[Edit, ...]:
    """The edits that take blanks out at the inner edges of two marks in one line."""
    inner = text[one[1] : other[0]]
    if "\n" in inner or not inner.strip():
        return ()
    lead = one[1] + len(inner) - len(inner.lstrip())
    tail = other[0] - len(inner) + len(inner.rstrip())
    edits = (Edit(one[1], lead, ""), Edit(tail, other[0], ""))
    return tuple(edit for edit in edits if edit.start < edit.end)


def _other_half(
    text: str, entry: Entry, place: tuple[int, int], *, opens: bool
) -> tuple[Edit, ...]:
    """Where the mark's other half is due, if it stands at an edge of the title."""
    (start, end), title = place, entry.title_span
    mark = text[start:end]
    inside = text[title.start : title.end].strip("*_ ")
    if len(mark) != 2 or "*" in inside:
        return ()
    if opens and text[end : title.start].strip("*_ ") == "" and end <= title.start + len(mark):
        at = title.end
    elif not opens and title.end - len(mark) <= start <= title.end:
        at = title.start
    else:
        return ()
    stars = "*" in text[max(at - 1, 0) : at + 1]  # with those it would be a mark of another kind
    return () if stars else (Edit(at, at, mark),)


def _ticks(papers: PaperList) -> Iterator[Loose]:
    """A backtick that opens no code: none that quotes a word, or stands for an apostrophe."""
    for start, end in _in_text(papers, "`"):
        before, behind = papers.text[start - 1 : start], papers.text[end : end + 1]
        quotes = behind.isalnum() and (before.isalnum() or _quoted().match(papers.text, end))
        entry = None if quotes else entry_at(papers, start)
        if entry:
            opens = behind.strip() != "" and not before.isalnum()
            yield Loose(papers.text[start:end], opens, start, end, entry)


@functools.cache
def _quoted() -> re.Pattern[str]:
    return re.compile(r"[^`\n]{1,200}['\"’”]")


def _tags(papers: PaperList) -> Iterator[Loose]:
    """Inline tags of which an entry has more on one side."""
    found: list[tuple[Entry, Node]] = []
    count: Counter[tuple[int, str]] = Counter()
    for node in by_kind(papers.document).get("tag", ()):
        name = node.name.removeprefix("/")
        entry = entry_at(papers, node.start) if name in TAGS else None
        if entry and not (name == "a" and node.value):  # an anchor shows nothing
            found.append((entry, node))
            count[entry.index, name] += -1 if node.name[0] == "/" else 1
    for entry, node in found:
        name = node.name.removeprefix("/")
        if count[entry.index, name]:
            opens = node.name == name
            yield Loose(papers.text[node.start : node.end], opens, node.start, node.end, entry)
