"""An entry as fields and the gaps between them: what house style is made of.

``- Title, <ins>Venue, 2020</ins> [[Paper](url)]`` is the fields title, venue, year, link and the
gaps ``- ``, ``, <ins>``, ``, ``, ``</ins> ``. A link is one field with a form of its own
(``[[{label}]({url})]``), unless other fields stand in its label: then its address is a field.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from listlint.paperlist import Entry, Link

MAIN = ("title", "authors", "venue", "year")


class Field(NamedTuple):
    """One field of an entry, with its place in the text."""

    name: str  # title, authors, venue, year, link, address, badge, date, text
    start: int
    end: int
    form: str = ""  # of a link: its text with {label} and {url} in place
    label: str = ""  # of a link: its label
    link: int | None = None  # of a link or an address: which of the entry's links


class Skeleton(NamedTuple):
    """An entry's fields in the order of the text; ``gaps`` has one more than ``fields``."""

    fields: tuple[Field, ...]
    gaps: tuple[str, ...]

    @property
    def shape(self) -> tuple[str, ...]:
        return tuple(f.name for f in self.fields)


def skeleton(entry: Entry, text: str) -> Skeleton:
    """The fields of an entry and what stands between them."""
    fields = _without_overlaps(_fields(entry, text))
    edges = [entry.span.start, *(p for f in fields for p in (f.start, f.end)), entry.span.end]
    gaps = [text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True)]
    gaps[-1] = gaps[-1].rstrip()
    return Skeleton(tuple(fields), tuple(gaps))


def _fields(entry: Entry, text: str) -> list[Field]:
    found = [Field("title", *entry.title_span)]
    if entry.authors_span:
        found.append(Field("authors", *entry.authors_span))
    if entry.venue and "venue" not in entry.inherited:
        found.append(Field("venue", *entry.venue.span))
    if entry.year_span and "year" not in entry.inherited:
        found.append(Field("year", *_with_month(entry, text)))
    for number, link in enumerate(entry.links):
        found.append(_link_field(number, link, found, text))
    for piece in entry.pieces:
        if piece.role in ("text", "badge", "date", "label"):
            found.append(Field("text" if piece.role == "label" else piece.role, *piece.span))
    return found


def _with_month(entry: Entry, text: str) -> tuple[int, int]:
    """The year with the month or day that stands beside it in the same piece."""
    assert entry.year_span is not None
    start, end = entry.year_span
    for piece in entry.pieces:
        if piece.span.start <= start and end <= piece.span.end:
            floor = piece.span.start
            if entry.venue and piece.span.start <= entry.venue.span.start < start:
                floor = max(floor, entry.venue.span.end)
            letters = _month().search(text, floor, start)
            if letters:
                return letters.start(), end
            if piece.role == "year":
                return piece.span.start, piece.span.end
    return start, end


@cache
def _month() -> re.Pattern[str]:
    return re.compile(
        r"(?:\d{1,2}(?:st|nd|rd|th)? )?[A-Z][a-z]{2,8}\.?,? ?$|\d{1,2} [A-Z][a-z]{2,8} $"
    )


def _link_field(number: int, link: Link, found: list[Field], text: str) -> Field:
    """A link as one field, or only its address where a field stands in its label."""
    start, end = link.span
    holds = any(start <= f.start and f.end <= end for f in found if f.name in MAIN)
    if holds and link.dest:
        return Field("address", *link.dest, link=number)
    while (
        start > 0 and end < len(text) and (text[start - 1], text[end]) in (("[", "]"), ("(", ")"))
    ):
        start, end = start - 1, end + 1
    return Field("link", start, end, link_form(text, start, end, link), link.label, number)


def link_form(text: str, start: int, end: int, link: Link) -> str:
    """A link's text with {label} and {url} where these stand."""
    out = text[start:end]
    if link.dest:
        out = text[start : link.dest[0]] + "{url}" + text[link.dest[1] : end]
    if link.inner and link.label:
        return out.replace(text[link.inner[0] : link.inner[1]].strip("[]"), "{label}", 1)
    return out


def _without_overlaps(fields: list[Field]) -> list[Field]:
    """Fields in order; of two that overlap the earlier made stays."""
    kept: list[Field] = []
    taken: list[tuple[int, int]] = []
    for field in fields:
        if field.end > field.start and all(b <= field.start or field.end <= a for a, b in taken):
            kept.append(field)
            taken.append((field.start, field.end))
    return sorted(kept, key=lambda f: f.start)
