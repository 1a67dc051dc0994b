"""Where the fields of a one-line entry stand, and what is left of the line between them.

For the disguises alone. An entry whose line can't be taken apart cleanly isn't taken at all.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from listlint.finding import Span
from listlint.paperlist import Entry, Link, PaperList

TAG = re.compile(r"</?(?:ins|b|i|em|strong|u|sup|sub|code|font|span|br)\b[^>]*>", re.IGNORECASE)
IMAGE = re.compile(r"!\[[^\]]*\]\([^)\s]*\)|<img\b[^>]*>", re.IGNORECASE)
SHORT = re.compile(r":[a-z0-9_+-]+:")  # an emoji's name
MARKER = re.compile(r"(?:[-*+]|\d+[.)])[ \t]+(?:\[[ xX]\][ \t]+)?")
EDGE = " \t*_`\"“”'‘’.,;:|()[]{}-–—/\\•·"
JOINERS = {"in", "by", "and", "at", "from", "with", "to"}


class Parts(NamedTuple):
    """The fields that an entry's own line states, each with its place."""

    entry: Entry
    line: Span
    prefix: Span  # from the line's beginning to behind the marker
    title: Span
    authors: Span | None
    venue: Span | None
    year: Span | None
    title_link: Link | None
    links: tuple[Link, ...]  # the others
    lead: str  # words before a title that stands first: a nickname, a number
    rest: str | None  # what stands besides in words; None: too tangled to be moved

    @property
    def fields(self) -> list[Span]:
        """Places of title, authors, venue and year, in the order of the line."""
        return sorted(s for s in (self.title, self.authors, self.venue, self.year) if s)


def one_liners(papers: PaperList) -> list[Parts]:
    """The papers on one line each that can be taken apart; table rows not among them."""
    chosen = (e for e in papers.entries if e.shape != "row" and e.kind == "paper")
    return [parts for entry in chosen if (parts := taken(papers, entry))]


def rows(papers: PaperList) -> list[Parts]:
    """The papers in table rows that can be taken apart."""
    chosen = (e for e in papers.entries if e.shape == "row" and e.kind == "paper")
    return [parts for entry in chosen if (parts := taken(papers, entry))]


def taken(papers: PaperList, entry: Entry) -> Parts | None:
    """An entry's parts, if it stands on one line and its fields lie side by side."""
    if entry.lines[0] != entry.lines[1]:
        return None
    line = papers.source.line_span(entry.lines[0])
    marker = MARKER.match(papers.text, entry.span.start, line.end)
    prefix = Span(line.start, marker.end() if marker else entry.span.start)
    title_link = next((link for link in entry.links if _holds(link.span, entry.title_span)), None)
    parts = Parts(
        entry,
        line,
        prefix,
        entry.title_span,
        None if "authors" in entry.inherited else entry.authors_span,
        entry.venue.span if entry.venue and "venue" not in entry.inherited else None,
        None if "year" in entry.inherited else entry.year_span,
        title_link,
        tuple(link for link in entry.links if link is not title_link),
        "",
        None,
    )
    if not _side_by_side(parts):
        return None
    lead, rest = _words(papers.text, parts)
    return parts._replace(lead=lead, rest=rest)


def stated(text: str, item: Parts) -> list[Span]:
    """Venue and year as one place where little stands between them, such as a month."""
    if not (item.venue and item.year):
        return [span for span in (item.venue, item.year) if span]
    one, two = sorted((item.venue, item.year))
    between = text[one.end : two.start]
    if len(between) <= 12 and not set(between) & set("()[]*`<>|_"):
        return [Span(one.start, two.end)]
    return [one, two]


def _holds(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _occupied(parts: Parts) -> list[Span]:
    """Every place that a field or a link takes, in the order of the line."""
    title = parts.title_link.span if parts.title_link else parts.title
    others = (span for span in (parts.authors, parts.venue, parts.year) if span)
    return sorted((title, *others, *(link.span for link in parts.links)))


def _side_by_side(parts: Parts) -> bool:
    places = _occupied(parts)
    inside = all(_holds(parts.line, place) and place.start < place.end for place in places)
    return inside and all(one.end <= two.start for one, two in pairwise(places))


def _words(text: str, parts: Parts) -> tuple[str, str | None]:
    """The words before the title, and those between the other fields, images kept whole."""
    places = [place for place in _occupied(parts) if place not in (parts.venue, parts.year)]
    places = sorted([*places, *stated(text, parts)])
    starts = [parts.prefix.end, *(place.end for place in places)]
    ends = [*(place.start for place in places), parts.line.end]
    pieces = [text[a:b] for a, b in zip(starts, ends, strict=True)]
    lead = ""
    if places[0].start <= parts.title.start < places[0].end:
        lead = _plain(pieces.pop(0)).lstrip("0123456789. ")
    between = "\n".join(pieces)
    if parts.entry.venue and parts.entry.venue.track and parts.venue:
        between = between.replace(parts.entry.venue.track, "", 1)
    found = IMAGE.findall(between)
    for piece in re.split(r"[\n|]" if parts.entry.shape == "row" else r"\n", between):
        words = _plain(piece)
        if any(c.isalpha() for c in words) and words.lower() not in JOINERS:
            found.append(words)
    rest = " ".join(found)
    tangled = any(mark in lead + IMAGE.sub("", rest) for mark in "[]<>`|*")
    return lead, None if tangled else rest


def _plain(piece: str) -> str:
    return TAG.sub("", SHORT.sub("", IMAGE.sub("", piece))).strip(EDGE)
