"""What one item looks like after the first vote, in a few facts; the words of belonging."""

from __future__ import annotations

from listlint.knowledge import addresses
from listlint.reading.cut import Cut
from listlint.reading.evidence import A, L, T, V, X, Y, loose
from listlint.reading.items import Item
from listlint.reading.words import PROSE
from listlint.values import NamedTuple


class Look(NamedTuple):
    """An item at a glance."""

    title: Cut | None  # the piece that reads most like a title, if any does
    marked: bool  # the title is bold, quoted or a link
    out: int  # links that lead out of the document
    papers: int  # of them, to papers
    anchors: int  # links within the document
    venue: bool
    year: bool
    names: bool
    field: bool  # it begins with a field word
    fallback: bool  # no title, but a piece that may pass for one
    words: int


def look(item: Item) -> Look:
    """The facts of an item, from its pieces' roles."""
    title: Cut | None = None
    out = papers = anchors = words = 0
    roles = [False] * 6
    fallback = False
    for piece in item.pieces:
        if piece.role != V or states_venue(piece):
            roles[piece.role] = True
        words += piece.feature.words if piece.feature else 0
        if piece.kind == "link" and piece.node is not None:
            url = piece.node.url
            if is_anchor(url):
                anchors += 1
            elif url:
                out += 1
                papers += addresses.read(url).kind == "paper"
        if piece.role == T and (title is None or piece.post[T] > title.post[T]):
            title = piece
        elif piece.role in (L, X) or (piece.role == A and piece.first and "b" in piece.marks):
            fallback = fallback or (piece.kind != "image" and passes(piece))
    marked = title is not None and (
        title.kind == "link" or "b" in title.marks or '"' in title.marks
    )
    field = bool(item.pieces) and item.pieces[0].field is not None and item.pieces[0].field != "T"
    return Look(
        title, marked, out, papers, anchors, roles[V], roles[Y], roles[A], field, fallback, words
    )


def is_anchor(url: str) -> bool:
    """Whether an address stays within the document: "#x", "./#x", "README.md#x"."""
    return url.startswith(("#", "./#", "README.md#", "./README.md#", "readme.md#"))


def states_venue(piece: Cut) -> bool:
    """Whether a piece read as a venue is a known one or has a year; else it is only a guess."""
    f = piece.feature
    return f is not None and (
        f.reading is not None or loose(piece.text)[1] is not None or f.venue >= 2
    )


def passes(piece: Cut) -> bool:
    """Whether a piece may stand for a title where nothing better does: a name set first, mostly."""
    if (
        piece.feature is None
        or piece.feature.label
        or piece.field is not None
        or "!" in piece.marks
    ):
        return False
    lead = piece.post[T] - max(piece.post[1:])
    return lead > -3.6 or (
        piece.first and piece.cell == 0 and lead > -10.0 and piece.text[:1] != "@"
    )


def looks_part(seen: Look) -> bool:
    """A line that only completes an entry: field words, names, a venue, labels."""
    return seen.field or seen.title is None


def looks_prose(item: Item, seen: Look) -> bool:
    """Sentences that speak to the reader, whatever they link."""
    told = 0
    words = 0
    for piece in item.pieces:
        if piece is seen.title or piece.kind != "text":
            continue
        if piece.role in (A, V, Y):
            continue
        parts = piece.text.lower().split()
        words += len(parts)
        told += sum(1 for p in parts[:60] if p.strip(".,:;!?()") in PROSE)
    if (
        seen.title is not None
        and seen.title.kind == "text"
        and not seen.papers
        and not ("b" in seen.title.marks or '"' in seen.title.marks)
    ):
        parts = [p.strip(".,:;!?()") for p in seen.title.text.lower().split()]
        if len(parts) > 25 or (
            parts
            and parts[0]
            in (
                "if",
                "please",
                "we",
                "this",
                "these",
                "you",
                "welcome",
                "note",
                "here",
                "thanks",
                "feel",
            )
        ):
            return True
    if seen.title is not None and seen.marked and seen.title.first:
        return told >= 4 and item.kind == "para"
    return told >= 3 and words >= 8


def is_contents(items: list[Item], looks: dict[int, Look]) -> set[int]:
    """The items of lists, tables and paragraphs that are a table of contents."""
    found: set[int] = set()
    for root in items:
        if root.parent is not None:
            continue
        if root.kind == "para":
            seen = looks[root.order]
            if seen.anchors > seen.out:
                found.add(root.order)
    for members in _lists(items):
        anchored = sum(1 for i in members if looks[i.order].anchors and not looks[i.order].out)
        outward = sum(1 for i in members if looks[i.order].out)
        if anchored >= 2 and anchored >= outward:
            listed = [i for i in members if looks[i.order].papers and looks[i.order].title]
            titled = [i for i in members if looks[i.order].out and looks[i.order].title]
            kept = {i.order for i in titled} if len(listed) >= 3 else set()
            found.update(
                i.order for i in members if i.order not in kept and not (kept and i.children)
            )
        else:
            found.update(
                i.order
                for i in members
                if looks[i.order].anchors and not looks[i.order].out and not looks[i.order].venue
            )
    return found


def _lists(items: list[Item]) -> list[list[Item]]:
    """Every top-level list or table with all that is nested in it."""
    groups: dict[int, list[Item]] = {}
    root_of: dict[int, int] = {}
    for item in items:
        if item.kind not in ("bullet", "row", "para"):
            continue
        if item.parent is None:
            if item.kind == "para":
                continue
            root_of[item.order] = item.group
        else:
            root_of[item.order] = root_of.get(item.parent.order, item.group)
        groups.setdefault(root_of[item.order], []).append(item)
    return list(groups.values())
