"""What an entry looks like with its own words left out: ``- Title, Venue, Year [[Paper](…)]``."""

from __future__ import annotations

from collections.abc import Iterator

from listlint.finding import Span
from listlint.paperlist import Entry, Piece

WORDS = {"title": "Title", "nickname": "Name", "authors": "Authors", "year": "Year", "date": "Date"}
LONGEST = 160


def sketch(entry: Entry, text: str) -> str:
    """The entry's first line, each field by what it is, addresses left out."""
    start, end = entry.span
    line_end = text.find("\n", start, end)
    end = line_end if line_end >= 0 else end
    out: list[str] = []
    done = start
    for place, word in sorted((*_fields(entry, text), *_addresses(entry))):
        if done <= place.start and place.end <= end:
            out += (text[done : place.start], word)
            done = place.end
    out.append(text[done:end])
    line = " ".join("".join(out).split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"


def _addresses(entry: Entry) -> Iterator[tuple[Span, str]]:
    return ((link.dest, "…") for link in entry.links if link.dest and link.dest != link.inner)


def _fields(entry: Entry, text: str) -> Iterator[tuple[Span, str]]:
    yield entry.title_span, WORDS["title"]
    if entry.authors_span:
        yield entry.authors_span, WORDS["authors"]
    for piece in entry.pieces:
        if piece.role == "venue":
            yield piece.span, _venue(entry, piece, text)
        elif piece.role == "text":
            yield piece.span, "…"
        elif piece.role in WORDS:
            yield piece.span, WORDS[piece.role]


def _venue(entry: Entry, piece: Piece, text: str) -> str:
    """A venue with its year: each by its name."""
    said = text[slice(*piece.span)]
    if entry.venue and entry.venue.name in said:
        said = said.replace(entry.venue.name, "Venue", 1)
    return said.replace(str(entry.year), "Year", 1) if entry.year else said
