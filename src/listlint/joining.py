"""The files of one list as a single list, for what is learnt from all of them; nothing is parsed.

The values are those of the files' own readings, moved to where each text stands behind the ones
before it. Habits are learnt from it and nothing is reported on it: see ``PaperList.model``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from listlint.finding import Span
from listlint.markdown.nodes import Document, Node, Place
from listlint.paperlist import Entry, Link, PaperList, Piece, Section, Unread, VenueRead, Whole
from listlint.source import Source

APART = "\n\n"


def whole(parts: Sequence[PaperList]) -> Whole:
    """The list that these files are together, in their order."""
    texts: list[str] = []
    moved: list[PaperList] = []
    at = lines = entries = sections = 0
    for papers in parts:
        moved.append(_Move(at, lines, entries, sections).papers(papers))
        texts += (papers.text, APART)
        at += len(papers.text) + len(APART)
        lines += papers.text.count("\n") + len(APART)
        entries += len(papers.entries)
        sections += len(papers.sections)
    text = "".join(texts)
    document = Document(
        text,
        [block for each in moved for block in each.document.blocks],
        [place for each in moved for place in each.document.unread],
    )
    joined = parts[0]._replace(
        source=Source(text),
        document=document,
        sections=tuple(section for each in moved for section in each.sections),
        entries=tuple(entry for each in moved for entry in each.entries),
        unread=tuple(item for each in moved for item in each.unread),
        contents=tuple(span for each in moved for span in each.contents),
        before=None,
        original=None,
    )
    return Whole(tuple(parts), joined)


class _Move:
    """How far one file's values are moved: its offsets, lines, entries and sections."""

    def __init__(self, at: int, lines: int, entries: int, sections: int) -> None:
        self.at, self.lines, self.entries, self.sections = at, lines, entries, sections

    def papers(self, papers: PaperList) -> PaperList:
        document = papers.document
        return papers._replace(
            document=Document(
                "",
                self.nodes(document.blocks),
                [(start + self.at, end + self.at) for start, end in document.unread],
            ),
            sections=tuple(self.section(each, papers.path) for each in papers.sections),
            entries=tuple(map(self.entry, papers.entries)),
            unread=tuple(map(self.item, papers.unread)),
            contents=tuple(map(self.span, papers.contents)),
        )

    def span(self, span: Span) -> Span:
        return Span(span.start + self.at, span.end + self.at)

    def maybe(self, span: Span | None) -> Span | None:
        return None if span is None else self.span(span)

    def place(self, place: Place | None) -> Place | None:
        return None if place is None else (place[0] + self.at, place[1] + self.at)

    def in_lines(self, lines: tuple[int, int]) -> tuple[int, int]:
        return (lines[0] + self.lines, lines[1] + self.lines)

    def number(self, section: int | None) -> int | None:
        return None if section is None else section + self.sections

    def section(self, section: Section, path: str) -> Section:
        """An outermost one is told by its file too: two files' "Surveys" are two places."""
        outermost = section.parent is None
        return section._replace(
            index=section.index + self.sections,
            title=f"{section.title} ({path})" if outermost else section.title,
            span=self.span(section.span),
            inner=self.span(section.inner),
            end=section.end + self.at,
            parent=self.number(section.parent),
        )

    def entry(self, entry: Entry) -> Entry:
        return entry._replace(
            index=entry.index + self.entries,
            span=self.span(entry.span),
            lines=self.in_lines(entry.lines),
            section=self.number(entry.section),
            title_span=self.span(entry.title_span),
            authors_span=self.maybe(entry.authors_span),
            venue=entry.venue and self.venue(entry.venue),
            year_span=self.maybe(entry.year_span),
            links=tuple(map(self.link, entry.links)),
            pieces=tuple(map(self.piece, entry.pieces)),
        )

    def venue(self, venue: VenueRead) -> VenueRead:
        return venue._replace(span=self.span(venue.span))

    def link(self, link: Link) -> Link:
        return link._replace(
            span=self.span(link.span), inner=self.maybe(link.inner), dest=self.maybe(link.dest)
        )

    def piece(self, piece: Piece) -> Piece:
        return piece._replace(span=self.span(piece.span))

    def item(self, item: Unread) -> Unread:
        return item._replace(
            span=self.span(item.span),
            lines=self.in_lines(item.lines),
            section=self.number(item.section),
        )

    def nodes(self, nodes: Iterable[Node]) -> list[Node]:
        """Copies of nodes; they nest no deeper than the parser lets them."""
        return [
            Node(
                node.kind,
                node.start + self.at,
                node.end + self.at,
                self.nodes(node.children) if node.children else None,
                value=node.value,
                url=node.url,
                name=node.name,
                inner=self.place(node.inner),
                dest=self.place(node.dest),
                level=node.level,
            )
            for node in nodes
        ]
