"""A list of papers as data: frozen values that everything behind the reading works on.

Spans are half-open offsets into ``PaperList.text``. Nothing here reads or decides anything.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from listlint.finding import Span
from listlint.knowledge.addresses import Address
from listlint.knowledge.vocabulary import Vocabulary
from listlint.markdown.nodes import Document
from listlint.source import Source
from listlint.values import NamedTuple

Embed = Callable[[Sequence[str]], Sequence[Sequence[float]]]


class Section(NamedTuple):
    """A heading and what stands below it up to the next of its level or a higher one."""

    index: int  # type: ignore[assignment]  # its place in the list, not the tuple's method
    title: str
    level: int
    span: Span  # the heading itself
    inner: Span  # the heading's text
    end: int  # where the section ends: the next heading of its level or higher, or the end
    parent: int | None  # index of the section around it
    path: tuple[str, ...]  # titles from the outermost to this one
    anchor: str  # as GitHub makes it, repeated ones numbered


class Link(NamedTuple):
    """A link that leads out of the document."""

    label: str  # as read; of a linked image its alternative text
    url: str  # as written
    kind: str  # paper, code, project, data, model, video, post, other
    id: str | None  # canonical id of the paper it leads to
    address: Address  # what the address says for itself
    span: Span  # the whole link
    inner: Span | None  # its label
    dest: Span | None  # its address, where that can be edited in place


class Piece(NamedTuple):
    """A part of an entry with the role it was read in.

    Roles: title, nickname, authors, venue (venue, track and year together), year, date, label,
    text (a description, an affiliation, a field word), badge. Between two pieces
    ``text[one.span.end : next.span.start]`` is the gap: separators, brackets and marks.
    """

    role: str
    text: str  # as read, marks stripped
    span: Span
    marks: str = ""  # out of: * em, b bold, ` code, " quoted, ( or [ bracketed, L a link's text
    link: int | None = None  # index into Entry.links, for a piece that is a link's text


class VenueRead(NamedTuple):
    """A venue as an entry, or the heading above it, states it."""

    name: str  # as written, without year and track
    span: Span  # of the name alone
    id: str | None
    form: str  # how it is spelt: see knowledge.venues
    track: str | None


class Entry(NamedTuple):
    """One paper or resource of the list."""

    index: int  # type: ignore[assignment]  # its place in the list, not the tuple's method
    kind: str  # paper, resource
    shape: str  # line, block, row, heading, citation: for speaking of it, never for deciding
    span: Span  # from its marker or first character to the end of its last line
    lines: tuple[int, int]  # first and last, from 1
    section: int | None  # index into PaperList.sections
    title: str
    title_span: Span
    authors: str | None
    authors_span: Span | None
    venue: VenueRead | None
    year: int | None
    year_span: Span | None
    inherited: tuple[str, ...]  # names of fields that only a heading states
    links: tuple[Link, ...]
    badges: int
    pieces: tuple[Piece, ...]
    ids: tuple[str, ...]  # canonical ids of its paper links, the best first
    folded: str  # its title folded for comparing
    key: str  # canonical key: the best id, else the folded title
    column: int | None = None  # of a table row: the cell that holds the title


class Unread(NamedTuple):
    """An item that looked like an entry and couldn't be read as one, or was never parsed."""

    span: Span
    lines: tuple[int, int]
    section: int | None
    why: str


class Pinned(NamedTuple):
    """A house style that a configuration decides, in its words; see ``style.template``."""

    entry: tuple[str, ...] = ()  # templates
    order: str | None = None
    where: str = ""  # the configuration, for messages


class PaperList(NamedTuple):
    """A list, read."""

    path: str
    source: Source
    document: Document
    sections: tuple[Section, ...]
    entries: tuple[Entry, ...]
    unread: tuple[Unread, ...]
    contents: tuple[Span, ...]  # blocks that are a table of contents
    vocabulary: Vocabulary
    before: PaperList | None = None  # the list before a change, whose habits count then
    pinned: Pinned | None = None  # what counts instead of habits
    original: PaperList | None = None  # the list that this one translates
    embed: Embed | None = None  # texts to vectors: what titles mean, where a model was named
    whole: Whole | None = None  # the list in several files that this one is a part of

    @property
    def base(self) -> PaperList:
        """This very file before a change: a large one doesn't vote for itself."""
        return self.before or self

    @property
    def model(self) -> PaperList:
        """The list that habits are learnt from: that before a change, with all of its files."""
        base = self.before or self
        return base.whole.joined if base.whole else base

    @property
    def text(self) -> str:
        return self.source.text


class Whole(NamedTuple):
    """One list in several files."""

    parts: tuple[PaperList, ...]  # each as it is by itself, in their order
    joined: PaperList  # all of them one behind the other: see ``joining``
