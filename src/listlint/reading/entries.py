"""Pieces with roles become values: entries, links, what headings state; nothing is scored here."""

from __future__ import annotations

from typing import NamedTuple

from listlint.finding import Span
from listlint.knowledge import addresses, titles, venues
from listlint.knowledge.venues import VenueReading
from listlint.markdown.nodes import Node
from listlint.paperlist import Entry, Link, Piece, Section, VenueRead
from listlint.reading.belonging import Candidate
from listlint.reading.evidence import A, L, T, V, X, Y, loose
from listlint.reading.items import Item
from listlint.reading.look import is_anchor, passes
from listlint.reading.pieces import Cut, clean, link_text
from listlint.reading.words import QUOTES, RESOURCE_WORDS, is_label
from listlint.source import Source

ROLE_NAMES = ("title", "authors", "venue", "year", "label", "text")
SHAPES = {"row": "row", "heading": "heading", "bullet": "line", "para": "block"}


class Stated(NamedTuple):
    """What a heading or a group bullet says for all below it."""

    venue: VenueRead | None
    year: int | None


class Builder:
    """Makes the entries of one document."""

    def __init__(self, source: Source, sections: list[Section], stated: list[Stated], vocabulary: object) -> None:
        self.source = source
        self.text = source.text
        self.sections = sections
        self.stated = stated
        self.vocabulary = vocabulary

    def build(self, candidate: Candidate, index: int) -> Entry | None:
        """The entry of a candidate, or None where no title can be told."""
        pieces = entry_pieces(candidate)
        title = find_title(pieces, self.text)
        if title is None:
            return None
        start, end = title
        item = candidate.item
        venue_cut = find_venue(pieces, start, end)
        venue = self.venue_of(venue_cut) if venue_cut else None
        year, year_span = self.year_of(pieces, venue_cut)
        authors, authors_span = self.authors_of(pieces)
        links, badges = self.links_of(candidate)
        section = self.section_of(item)
        venue, year, inherited = self.inherit(candidate, section, venue, year)
        if venue is not None and venue.track is None and "venue" not in inherited:
            venue = venue._replace(track=find_track(pieces, venue_cut))
        name = strip_title(clean(self.text[start:end]))
        ids = tuple(dict.fromkeys(link.id for link in links if link.id and link.kind == "paper"))
        folded = titles.fold(name)
        numbers = {made.span.start: number for number, made in enumerate(links)}
        kind = self.kind_of(links, venue, venue_cut, authors, section, inherited)
        span = self.span_of(candidate)
        return Entry(
            index=index,
            kind=kind,
            shape=shape_of(candidate, self.text),
            span=span,
            lines=(self.source.line(span.start), self.source.line(max(span.start, span.end - 1))),
            section=section,
            title=name,
            title_span=Span(start, end),
            authors=authors,
            authors_span=authors_span,
            venue=venue,
            year=year,
            year_span=year_span,
            inherited=inherited,
            links=links,
            badges=badges,
            pieces=tuple(self.piece_of(p, numbers, start, end) for p in pieces),
            ids=ids,
            folded=folded,
            key=ids[0] if ids else folded,
            column=next((p.cell for p in pieces if p.start <= start < p.end), None) if item.kind == "row" else None,
        )

    def span_of(self, candidate: Candidate) -> Span:
        last = max([candidate.item.end, *(p.end for p in candidate.parts)])
        return Span(candidate.item.start, last)

    def section_of(self, item: Item) -> int | None:
        if item.kind == "heading":
            return self.sections[item.section].parent
        return item.section if item.section >= 0 else None

    # -- venue and year --------------------------------------------------------------

    def venue_of(self, piece: Cut) -> VenueRead | None:
        f = piece.feature
        reading = f.reading if f else None
        text = self.text[piece.start : piece.end]
        if reading is not None:
            return self.known(piece, text, reading)
        core, _ = loose(piece.text)
        name = _without_volume(core.strip(" ,;:()[]"))
        if not name or not any(c.isalpha() for c in name):
            return None
        at = text.find(name)
        span = Span(piece.start + at, piece.start + at + len(name)) if at >= 0 else Span(piece.start, piece.end)
        return VenueRead(name, span, None, "unknown", venues.split(piece.text).track)

    def known(self, piece: Cut, text: str, reading: VenueReading) -> VenueRead:
        if text.lower().startswith(reading.name.lower() + " preprint"):
            reading = reading._replace(name=text[: len(reading.name) + 9])
        reading = reading._replace(name=_with_acronym(reading, text))
        at = text.find(reading.name)
        span = Span(piece.start + at, piece.start + at + len(reading.name)) if at >= 0 else Span(piece.start, piece.end)
        return VenueRead(reading.name, span, reading.id, reading.form, reading.track)

    def year_of(self, pieces: list[Cut], venue: Cut | None) -> tuple[int | None, Span | None]:
        """The venue's year before a date's; the first date otherwise."""
        if venue is not None:
            found = _year_in(venue, self.text)
            if found[0] is not None:
                return found
        for piece in pieces:
            if piece.role == Y and piece.feature is not None and piece.feature.year is not None:
                return _year_in(piece, self.text)
        return None, None

    def inherit(
        self, candidate: Candidate, section: int | None, venue: VenueRead | None, year: int | None
    ) -> tuple[VenueRead | None, int | None, tuple[str, ...]]:
        """Carry down what the groups and headings above state, the nearest first."""
        if venue is not None and year is not None:
            return venue, year, ()
        inherited: list[str] = []
        for stated in self.above(candidate, section):
            if venue is None and stated.venue is not None and (year is None or stated.year in (None, year)):
                venue = stated.venue
                inherited.append("venue")
            if year is None and stated.year is not None:
                year = stated.year
                inherited.append("year")
        return venue, year, tuple(inherited)

    def above(self, candidate: Candidate, section: int | None) -> list[Stated]:
        found = [group_states(g, self.vocabulary) for g in reversed(candidate.groups)]
        while section is not None:
            found.append(self.stated[section])
            section = self.sections[section].parent
        return found

    # -- people, links, kind ------------------------------------------------------------

    def authors_of(self, pieces: list[Cut]) -> tuple[str | None, Span | None]:
        """The best run of neighbouring pieces that hold names."""
        runs: list[list[Cut]] = []
        previous: Cut | None = None
        for piece in pieces:
            if piece.role == A:
                if previous is not None and previous.role == A and runs and (
                    piece.part == previous.part or piece.line == previous.line
                ) and piece.cell == previous.cell:
                    runs[-1].append(piece)
                else:
                    runs.append([piece])
            if piece.feature is not None and (piece.role != X or piece.feature.words > 2):
                previous = piece
        if not runs:
            return None, None
        best = max(runs, key=lambda run: sum(max(p.post[A] - max(p.post[T], p.post[X]), 0.1) for p in run))
        said = ", ".join(p.text.strip(" ,.;") for p in best)
        return said, Span(best[0].start, best[-1].end)

    def links_of(self, candidate: Candidate) -> tuple[tuple[Link, ...], int]:
        links: list[Link] = []
        badges = 0
        for item in [candidate.item, *candidate.parts]:
            nodes = [p.node for p in item.pieces if p.node is not None]
            for node in nodes:
                if node.kind == "image":
                    badges += 1
                    continue
                badges += sum(1 for n in node.walk() if n.kind == "image")
                made = make_link(node)
                if made is not None:
                    links.append(made)
        return tuple(links), badges

    def kind_of(
        self,
        links: tuple[Link, ...],
        venue: VenueRead | None,
        venue_cut: Cut | None,
        authors: str | None,
        section: int | None,
        inherited: tuple[str, ...],
    ) -> str:
        papers = any(link.kind == "paper" for link in links)
        if papers or not links or (venue is not None and venue.id is not None):
            return "paper"
        if self.in_resources(section) or {link.kind for link in links} <= {"code", "data", "model"}:
            return "resource" if venue is None else "paper"
        return "paper" if venue is not None or authors is not None else "resource"

    def in_resources(self, section: int | None) -> bool:
        """Whether a heading above speaks of tools, data sets or courses."""
        while section is not None:
            if _names_resources(self.sections[section].title):
                return True
            section = self.sections[section].parent
        return False

    def piece_of(self, piece: Cut, numbers: dict[int, int], start: int, end: int) -> Piece:
        role = ROLE_NAMES[piece.role]
        if piece.kind == "image":
            role = "badge" if piece.role != V else "venue"
        if start <= piece.start and piece.end <= end:
            role = "title"
        elif piece.role == T:
            role = "text"
        if piece.role == Y and piece.feature and piece.feature.year is None:
            role = "date"
        link = None
        if piece.kind == "link" and piece.node is not None:
            link = numbers.get(piece.node.start)
        marks = piece.marks + ("L" if piece.kind == "link" else "")
        return Piece(role, piece.text, Span(piece.start, piece.end), marks, link)


def entry_pieces(candidate: Candidate) -> list[Cut]:
    """All pieces of an entry in the order of the text, parts numbered from 1."""
    pieces = list(candidate.item.pieces)
    for number, part in enumerate(candidate.parts, 1):
        for piece in part.pieces:
            piece.part = number
        pieces += part.pieces
    return pieces


def find_title(pieces: list[Cut], text: str) -> tuple[int, int] | None:
    """The range of the title: the best piece, with what of it stands beside."""
    main = [p for p in pieces if p.part == 0 and p.kind != "image" and p.feature is not None]
    best = _best(main, 0.0)
    if best is not None:
        best = _lead_link(main, best, text) or best
    else:
        best = _best([p for p in main if passes(p)], -99.0)
        best = best or _best([p for p in pieces if p.part and p.kind != "image"], 0.0)
    if best is None:
        return None
    start, end = best.start, best.end
    at = main.index(best) if best in main else -1
    if at > 0:
        left = main[at - 1]
        gap = text[left.end : best.start]
        if left.kind == "text" and left.line == best.line and left.cell == best.cell and _colon(gap) and '"' not in best.marks and text[best.start : best.start + 1] not in QUOTES and best.kind != "link" and left.role not in (V, Y, A) and left.feature and left.feature.words <= 4 and left.field is None and not left.feature.label and "[" not in left.marks and "(" not in left.marks:
            start = left.start
    return start, end


def _lead_link(main: list[Cut], best: Cut, text: str) -> Cut | None:
    """A link set first, when what reads like a title is but the description behind it."""
    first = main[0]
    if first is best or best.marks or best.kind != "text" or first.line != best.line or first.cell != best.cell:
        return None
    gap = text[first.end : best.start]
    if first.kind != "link":
        bold = "b" in first.marks and (" - " in gap or " – " in gap) and first.field is None
        return first if bold and main.index(best) == 1 and text[best.start].islower() else None
    if not passes(first) or main.index(best) != 1 or text[first.start - 2 : first.start].startswith("["):
        return None
    return first if ":" in gap or " - " in gap or " – " in gap or " — " in gap else None


def _colon(gap: str) -> bool:
    bare = gap.replace("*", "").replace("_", "").strip()
    return bare in (":", "：")


def _best(pieces: list[Cut], margin: float) -> Cut | None:
    """The piece that reads most like a title; ``margin``: by how much others may win over it."""
    best: Cut | None = None
    for piece in pieces:
        lead = piece.post[T] - max(piece.post[1:])
        if lead < margin or (margin == 0.0 and piece.role != T):
            continue
        if best is None or _rank(piece) > _rank(best):
            best = piece
    return best


def _rank(piece: Cut) -> float:
    return piece.post[T] - 0.15 * piece.line


def find_venue(pieces: list[Cut], start: int, end: int) -> Cut | None:
    """The piece that holds the venue; the entry's first item before its parts."""
    best: Cut | None = None
    score = -99.0
    for piece in pieces:
        if piece.role != V or (start <= piece.start and piece.end <= end):
            continue
        mark = piece.post[V] - 0.5 * min(piece.part, 4) + (1.5 if piece.feature and piece.feature.year else 0.0)
        if mark > score:
            best, score = piece, mark
    return best


def _with_acronym(reading: VenueReading, text: str) -> str:
    """A long name with its acronym in brackets behind it is one name."""
    behind = text.partition(reading.name)[2]
    if behind.startswith(" (") and " " in reading.name:
        acronym = behind[2:].partition(")")[0]
        found = venues.match(acronym) if acronym.isalpha() else None
        if found is not None and found.id == reading.id:
            return f"{reading.name} ({acronym})"
    return reading.name


def _without_volume(name: str) -> str:
    """A venue's name without the volume, number and pages behind it."""
    words = name.split()
    while len(words) > 1 and not any(c.isalpha() for c in words[-1]):
        words.pop()
    return " ".join(words).rstrip(",;:")


def find_track(pieces: list[Cut], venue: Cut | None) -> str | None:
    """A track set apart from the venue: "[Oral]", "Spotlight"."""
    if venue is None:
        return None
    for piece in pieces:
        if piece is venue or piece.role in (T, A) or piece.part != venue.part or not 2 < len(piece.text) <= 30 or piece.kind != "text":
            continue
        split = venues.split(piece.text)
        if split.track and not split.core.strip(" ,.;:()[]-"):
            return split.track
    return None


def make_link(node: Node) -> Link | None:
    """A link that leads out, as a value; None for anchors and empty targets."""
    url = node.url
    if not url or is_anchor(url):
        return None
    address = addresses.read(url)
    kind = address.kind
    label = "" if node.name in ("bare", "auto") else link_text(node)[0]
    return Link(
        label.strip("[]()") if label.strip("[]()") else label,
        url,
        "paper" if kind in ("other", "project") and _says_paper(label, url) else kind,
        address.id,
        address,
        Span(node.start, node.end),
        Span(*node.inner) if node.inner else None,
        Span(*node.dest) if node.dest else None,
    )


def _says_paper(label: str, url: str) -> bool:
    """A label that says so, or a page of the list's own under a title."""
    words = label.strip("[]()* ").lower()
    return words in ("paper", "pdf", "arxiv", "arxiv preprint", "preprint", "openreview") or (
        "://" not in url and len(label.split()) > 3 and not url.startswith("mailto:")
    )


def _year_in(piece: Cut, text: str) -> tuple[int | None, Span | None]:
    f = piece.feature
    year = f.year if f else None
    if year is None and not (f and f.reading):
        year = loose(piece.text)[1]
    if year is None:
        return None, None
    body = text[piece.start : piece.end]
    at = body.rfind(str(year))
    length = 4
    if at < 0:
        at, length = body.rfind(str(year)[2:]), 2
    if at < 0:
        return year, None
    return year, Span(piece.start + at, piece.start + at + length)


def strip_title(title: str) -> str:
    """Marks, quotation marks, brackets round the whole and a final full stop taken off."""
    title = title.strip(" \t,;:`*_•")
    if len(title) > 2 and title[0] in "\"“”" and title[-1] in "\"“”":
        title = title[1:-1].strip()
    if len(title) > 2 and title[0] in "[「《" and title[-1] in "]」》" and title.find("]") == len(title) - 1:
        title = title[1:-1].strip()
    if title.endswith(".") and not title.endswith(("..", " al.", "etc.")):
        title = title[:-1].rstrip()
    if len(title) > 2 and title[-1] in "\"“”" and not any(c in title[:-1] for c in "\"“"):
        title = title[:-1]
    return title.strip(" ,;:")


def shape_of(candidate: Candidate, text: str) -> str:
    item = candidate.item
    shape = SHAPES.get(item.kind, "line")
    if shape == "line" and (candidate.parts or "\n" in text[item.start : item.end].rstrip()):
        return "block"
    if shape == "block" and not candidate.parts and "\n" not in text[item.start : item.end].rstrip():
        return "line"
    return shape


def group_states(item: Item, vocabulary: object) -> Stated:
    said = " ".join(clean(p.text) for p in item.pieces if p.kind != "image")
    return states(said, vocabulary)


def states(heading: str, vocabulary: object) -> Stated:
    """The venue and year that a heading's text states."""
    reading, year = venues.find_in_heading(heading, vocabulary)  # type: ignore[arg-type]
    venue = None
    if reading is not None:
        venue = VenueRead(reading.name, Span(0, 0), reading.id, reading.form, reading.track)
        year = reading.year or year
    return Stated(venue, year)


def _names_resources(heading: str) -> bool:
    words = "".join(c.lower() if c.isalnum() else " " for c in heading).split()
    plural = any(w in RESOURCE_WORDS and (w.endswith("s") or w == "software") for w in words)
    return (plural and len(words) <= 4) or (len(words) == 1 and words[0] in RESOURCE_WORDS)


__all__ = ["Builder", "L", "Stated", "is_label", "states"]
