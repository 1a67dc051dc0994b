"""Blanks that are missing between links, before brackets and behind a list's mark, or too many.

Whether one is missing the list's own habit tells. Nothing is judged inside code, addresses, blocks
of HTML and the padding of a table's cells.
"""

from __future__ import annotations

import functools
import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping

from listlint.changes import stood
from listlint.comments import entry_at
from listlint.finding import Edit
from listlint.markdown.kinds import by_kind
from listlint.markdown.literal import LINK, Literal, literal
from listlint.markdown.nodes import Node
from listlint.once import once
from listlint.paperlist import Entry, PaperList
from listlint.values import NamedTuple

BETWEEN, LABEL, SQUARE, ROUND = "between links", "before a link", "before [", "before ("
EDGE, HIDDEN, DOUBLE, MARK = "edge", "edge that hides", "double", "mark"
FEWEST, HABIT = 8, 0.9
FEW = 0.05  # of the entries: who sets two blanks more often has other reasons
SECOND = 3  # places without in one section, and at least half of all there: a habit of its own
FIELDS = frozenset(("venue", "year", "date", "label"))
SHOWING = frozenset("ins u mark sup sub kbd".split())


class Gap(NamedTuple):
    """A place where a blank is missing or too many."""

    how: str
    start: int
    end: int
    edits: tuple[Edit, ...]
    entry: Entry | None
    so: int = 0  # places of its kind that have the blank
    of: int = 0


class _Place(NamedTuple):
    """Where a blank may stand between two parts of an entry."""

    entry: Entry
    at: int
    blank: bool


# What is missing


def missing(papers: PaperList, seen: Literal) -> Iterator[Gap]:
    """Blanks that this list sets nearly always, and here not."""
    held, old = _places(papers, seen), stood(papers)
    learnt = _counted(held) if papers.model is papers else _learnt(papers.model)
    for how, places in held.items():
        so, of = learnt.get(how, (0, 0))
        if of < FEWEST or so < HABIT * of:
            continue
        sections: defaultdict[int | None, list[bool]] = defaultdict(list)
        for place in places:
            if place.entry.index in old:
                sections[place.entry.section].append(place.blank)
        for place in places:
            if not place.blank and not _own_habit(sections[place.entry.section]):
                at = place.at
                yield Gap(how, at - 1, at + 1, (Edit(at, at, " "),), place.entry, so, of)


@once
def _learnt(model: PaperList) -> dict[str, tuple[int, int]]:
    return _counted(_places(model, literal(model.document)))


def _counted(held: Mapping[str, list[_Place]]) -> dict[str, tuple[int, int]]:
    """How many of the places have their blank, and of how many."""
    return {how: (sum(p.blank for p in places), len(places)) for how, places in held.items()}


def _own_habit(blanks: list[bool]) -> bool:
    without = blanks.count(False)
    return without >= SECOND and 2 * without >= len(blanks)


def _places(papers: PaperList, seen: Literal) -> defaultdict[str, list[_Place]]:
    held: defaultdict[str, list[_Place]] = defaultdict(list)
    text = seen.text
    blocks = by_kind(papers.document).get("html", [])
    links = [link for link in seen.links if link.name in ("inline", "reference")]
    starts = [link.start for link in links]
    for entry in papers.entries:
        if _inside(blocks, entry.span.start):
            continue
        first, last = bisect_left(starts, entry.span.start), bisect_left(starts, entry.span.end)
        opened = [(link.start, False) for link in links[first:last]]
        opened += [
            (piece.span.start, True)
            for piece in entry.pieces
            if piece.role in FIELDS and piece.link is None and piece.marks[-1:] in ("(", "[")
        ]
        for start, bracketed in opened:
            found = _place(text, entry, start, bracketed=bracketed)
            if found:
                held[found[0]].append(found[1])
    return held


def _inside(blocks: list[Node], at: int) -> bool:
    """Whether an offset lies in a block of HTML."""
    before = bisect_left(blocks, at + 1, key=lambda block: block.start) - 1
    return before >= 0 and at < blocks[before].end


def _place(text: str, entry: Entry, start: int, *, bracketed: bool) -> tuple[str, _Place] | None:
    """What stands before a link, or before a field in brackets."""
    at = start
    while text[at - 1 : at] in ("*", "_") and at > entry.span.start:
        at -= 1
    while text[at - 1 : at] in ("[", "(") and at > entry.span.start:
        at -= 1
    if bracketed and at == start:
        return None
    before = text[at - 1 : at]
    lead = text[text.rfind("\n", 0, at) + 1 : at].strip(" \t-*+>0123456789.[]x")
    if at <= entry.span.start or not lead or not (before in " ," or _ends(before)):
        return None
    blank = before == " "
    behind = text[max(entry.span.start, at - 4) : at].rstrip(" )]*_")
    if behind.endswith(LINK) and not bracketed and text[at] != "(":
        how = BETWEEN
    else:
        how = {"[": SQUARE, "(": ROUND}.get(text[at], LABEL)
    return how, _Place(entry, at, blank)


def _ends(sign: str) -> bool:
    """Whether a sign may end a field, so that a blank is due behind it."""
    return sign.isalnum() or sign in ".;:!?)]}\"'”’*_" or sign == LINK


# What is too many


def surplus(papers: PaperList) -> Iterator[Gap]:
    """Blanks at the inner edge of a link's label or of a tag that shows where it ends."""
    kinds = by_kind(papers.document)
    for node in kinds.get("link", []):
        if node.name in ("inline", "reference") and _holds_text(node):
            yield from _edges(papers, node)
    for node in kinds.get("element", []):
        if node.name in SHOWING:
            yield from _edges(papers, node)


def _holds_text(link: Node) -> bool:
    return bool(link.children) and all(
        child.kind not in ("image", "break", "comment") for child in link.children
    )


def _edges(papers: PaperList, node: Node) -> Iterator[Gap]:
    if not node.inner:
        return
    start, end = node.inner
    inner = papers.text[start:end]
    bare = inner.strip(" \t")
    if not bare or len(bare) == len(inner) or "\n" in inner:
        return
    lead = start + len(inner) - len(inner.lstrip(" \t"))
    tail = end - len(inner) + len(inner.rstrip(" \t"))
    if min(lead - start, end - tail) > 1:
        return  # padded on both sides, and meant so
    edits = tuple(
        edit for edit in (Edit(start, lead, ""), Edit(tail, end, "")) if edit[0] < edit[1]
    )
    shows = (start < lead and not _blank_before(papers.text, node.start)) or (
        tail < end and not _line_ends(papers.text, node.end)
    )
    how = EDGE if shows else HIDDEN
    yield Gap(how, node.start, node.end, edits, entry_at(papers, node.start))


def _blank_before(text: str, at: int) -> bool:
    """Whether a blank or a line's start stands before: of two blanks the page shows the first."""
    return text[at - 1 : at] in ("", " ", "\n", "|")


def _line_ends(text: str, at: int) -> bool:
    """Whether nothing follows on the page's line, which then loses its last blank."""
    return _end().match(text, at) is not None


@functools.cache
def _end() -> re.Pattern[str]:
    return re.compile(r"[ \t*_]*(?:\n|\Z|\||<br|</)")


def doubled(papers: PaperList, seen: Literal) -> Iterator[Gap]:
    """Two blanks in an entry's text, where nearly all entries have none."""
    blocks = by_kind(papers.document).get("html", [])
    found: list[Gap] = []
    old, before = stood(papers), 0
    search = _two().finditer
    for entry in papers.entries:
        if papers.text.find("  ", *entry.span) >= 0 and not _inside(blocks, entry.span.start):
            places = [match.span() for match in search(seen.text, *entry.span)]
            if places:
                edits = tuple(Edit(start + 1, end, "") for start, end in places)
                found.append(Gap(DOUBLE, *places[0], edits, entry))
                before += entry.index in old
    if before <= max(1, FEW * len(papers.base.entries)):
        yield from found


@functools.cache
def _two() -> re.Pattern[str]:
    """Not where it sets columns apart: at a line's start, behind its mark, at a cell's border."""
    return re.compile(r"(?<=[^\s|])(?<!^[-*+])(?<![\n ][-*+])(?<!\d\.) {2,3}(?=[^\s|])", re.M)


def unmarked(papers: PaperList, seen: Literal) -> Iterator[Gap]:
    """``-Title`` and ``##Title``: without a blank they are no item and no heading."""
    kinds = by_kind(papers.document)
    blocks = kinds.get("html", [])
    marked = {node.start for kind in ("em", "strong") for node in kinds.get(kind, ())}
    starts = [run.start for run in seen.runs]
    for match in _joined().finditer(seen.text):
        start, at = match.span(1)
        run = seen.runs[max(bisect_right(starts, start) - 1, 0)] if starts else None
        if not run or not run.start <= start < run.end or start in marked:
            continue
        if not _inside(blocks, start):
            line_end = seen.text.find("\n", at, run.end)
            end = line_end if line_end >= 0 else run.end
            yield Gap(MARK, start, end, (Edit(at, at, " "),), entry_at(papers, start))


@functools.cache
def _joined() -> re.Pattern[str]:
    return re.compile(rf"^[ \t]*([-+]|[*](?=[\[{LINK}])|#{{2,6}})(?=[^\W\d_]|[\[{LINK}])", re.M)
