"""Pieces with roles become values: entries, links, what headings state; nothing is scored here."""

from __future__ import annotations

from listlint.finding import Span
from listlint.knowledge import titles
from listlint.paperlist import Entry, Link, Piece, Section, VenueRead
from listlint.reading.authors import find_authors
from listlint.reading.candidate import Candidate
from listlint.reading.clean import clean
from listlint.reading.cut import Cut
from listlint.reading.evidence import T, V, Y
from listlint.reading.items import Item
from listlint.reading.outward import outward_links
from listlint.reading.slot import find_track, find_venue, venue_of, year_in
from listlint.reading.stated import Stated, group_states
from listlint.reading.title import find_title, strip_title
from listlint.reading.words import RESOURCE_WORDS
from listlint.source import Source

ROLE_NAMES = ("title", "authors", "venue", "year", "label", "text")


SHAPES = {"row": "row", "heading": "heading", "bullet": "line", "para": "block"}


class Builder:
    """Makes the entries of one document."""

    def __init__(
        self, source: Source, sections: list[Section], stated: list[Stated], vocabulary: object
    ) -> None:
        self.source = source
        self.text = source.text
        self.sections = sections
        self.stated = stated
        self.vocabulary = vocabulary
        self.groups: dict[int, Stated] = {}

    def build(self, candidate: Candidate, index: int) -> Entry | None:
        """The entry of a candidate, or None where no title can be told."""
        pieces = entry_pieces(candidate)
        title = find_title(pieces, self.text)
        if title is None:
            return None
        section = self.section_of(candidate.item)
        venue_cut = find_venue(pieces, *title)
        own = venue_of(venue_cut, self.text) if venue_cut else None
        year, year_span = self.year_of(pieces, venue_cut)
        venue, year, inherited = self.inherit(candidate, section, own, year)
        if venue is not None and venue.track is None and "venue" not in inherited:
            venue = venue._replace(track=find_track(pieces, venue_cut))
        authors, authors_span = find_authors(pieces, title)
        links, badges = outward_links([candidate.item, *candidate.parts])
        name = strip_title(clean(self.text[title[0] : title[1]]))
        ids = tuple(dict.fromkeys(link.id for link in links if link.id and link.kind == "paper"))
        folded = titles.fold(name)
        span = self.span_of(candidate)
        return Entry(
            index=index,
            kind=self.kind_of(links, venue, authors, section),
            shape=shape_of(candidate, self.text),
            span=span,
            lines=self.lines_of(span),
            section=section,
            title=name,
            title_span=Span(*title),
            authors=authors,
            authors_span=authors_span,
            venue=venue,
            year=year,
            year_span=year_span,
            inherited=inherited,
            links=links,
            badges=badges,
            pieces=pieces_of(pieces, links, title),
            ids=ids,
            folded=folded,
            key=ids[0] if ids else folded,
            column=_column(candidate, pieces, title[0]),
        )

    def lines_of(self, span: Span) -> tuple[int, int]:
        return self.source.line(span.start), self.source.line(max(span.start, span.end - 1))

    def span_of(self, candidate: Candidate) -> Span:
        last = max([candidate.item.end, *(p.end for p in candidate.parts)])
        return Span(candidate.item.start, last)

    def section_of(self, item: Item) -> int | None:
        if item.kind == "heading":
            return self.sections[item.section].parent
        return item.section if item.section >= 0 else None

    # -- venue and year --------------------------------------------------------------

    def year_of(self, pieces: list[Cut], venue: Cut | None) -> tuple[int | None, Span | None]:
        """The venue's year before a date's; the first date otherwise."""
        if venue is not None:
            found = year_in(venue, self.text)
            if found[0] is not None:
                return found
        for piece in pieces:
            if piece.role == Y and piece.feature is not None and piece.feature.year is not None:
                return year_in(piece, self.text)
        return None, None

    def inherit(
        self, candidate: Candidate, section: int | None, venue: VenueRead | None, year: int | None
    ) -> tuple[VenueRead | None, int | None, tuple[str, ...]]:
        """Carry down what the groups and headings above state, the nearest first."""
        if venue is not None and year is not None:
            return venue, year, ()
        inherited: list[str] = []
        for stated in self.above(candidate, section):
            if (
                venue is None
                and stated.venue is not None
                and (year is None or stated.year in (None, year))
            ):
                venue = stated.venue
                inherited.append("venue")
            if year is None and stated.year is not None:
                year = stated.year
                inherited.append("year")
        return venue, year, tuple(inherited)

    def above(self, candidate: Candidate, section: int | None) -> list[Stated]:
        found = [self.group(g) for g in reversed(candidate.groups)]
        while section is not None:
            found.append(self.stated[section])
            section = self.sections[section].parent
        return found

    def group(self, item: Item) -> Stated:
        """What a group bullet states; asked once for all entries below it."""
        known = self.groups.get(item.order)
        if known is None:
            known = self.groups[item.order] = group_states(item, self.vocabulary, self.text)
        return known

    # -- kind ----------------------------------------------------------------------------

    def kind_of(
        self,
        links: tuple[Link, ...],
        venue: VenueRead | None,
        authors: str | None,
        section: int | None,
    ) -> str:
        """A paper, or a resource: a repository, a data set, a course, a post."""
        papers = any(link.kind == "paper" for link in links)
        if papers or not links or (venue is not None and venue.id is not None):
            return "paper"
        kinds = {link.kind for link in links}
        if self.in_resources(section) or kinds <= {"code", "data", "model"}:
            return "resource" if venue is None else "paper"
        if links and kinds <= {"post", "video"} and venue is None:
            return "resource"
        return "paper" if venue is not None or authors is not None else "resource"

    def in_resources(self, section: int | None) -> bool:
        """Whether a heading above speaks of tools, data sets or courses."""
        while section is not None:
            if names_resources(self.sections[section].title):
                return True
            section = self.sections[section].parent
        return False


def pieces_of(
    pieces: list[Cut], links: tuple[Link, ...], title: tuple[int, int]
) -> tuple[Piece, ...]:
    """The pieces as values, each with the role it was read in."""
    numbers = {link.span.start: n for n, link in enumerate(links)}
    return tuple(_piece(p, numbers, title) for p in pieces)


def _piece(piece: Cut, numbers: dict[int, int], title: tuple[int, int]) -> Piece:
    role = ROLE_NAMES[piece.role]
    if piece.kind == "image":
        role = "badge" if piece.role != V else "venue"
    if title[0] <= piece.start and piece.end <= title[1]:
        role = "title"
    elif piece.role == T:
        role = "text"
    if piece.role == Y and piece.feature and piece.feature.year is None:
        role = "date"
    node = piece.node if piece.kind == "link" else None
    link = numbers.get(node.start) if node is not None else None
    marks = piece.marks + ("L" if piece.kind == "link" else "")
    return Piece(role, piece.text, Span(piece.start, piece.end), marks, link)


def _column(candidate: Candidate, pieces: list[Cut], start: int) -> int | None:
    """The cell that holds a row's title."""
    if candidate.item.kind != "row":
        return None
    return next((p.cell for p in pieces if p.start <= start < p.end), None)


def entry_pieces(candidate: Candidate) -> list[Cut]:
    """All pieces of an entry in the order of the text, parts numbered from 1."""
    pieces = list(candidate.item.pieces)
    for number, part in enumerate(candidate.parts, 1):
        for piece in part.pieces:
            piece.part = number
        pieces += part.pieces
    return pieces


def shape_of(candidate: Candidate, text: str) -> str:
    item = candidate.item
    shape = SHAPES.get(item.kind, "line")
    if shape == "line" and (candidate.parts or "\n" in text[item.start : item.end].rstrip()):
        return "block"
    if (
        shape == "block"
        and not candidate.parts
        and "\n" not in text[item.start : item.end].rstrip()
    ):
        return "line"
    return shape


def names_resources(heading: str) -> bool:
    words = "".join(c.lower() if c.isalnum() else " " for c in heading).split()
    plural = any(w in RESOURCE_WORDS and (w.endswith("s") or w == "software") for w in words)
    return (plural and len(words) <= 4) or (len(words) == 1 and words[0] in RESOURCE_WORDS)
