"""What a heading, a group bullet or a banner states for all below it: venue and year."""

from __future__ import annotations

from listlint.finding import Span
from listlint.knowledge import venues
from listlint.paperlist import VenueRead
from listlint.reading.clean import clean
from listlint.reading.items import Item
from listlint.reading.running import masked
from listlint.values import NamedTuple


class Stated(NamedTuple):
    """What a heading or a group bullet says for all below it."""

    venue: VenueRead | None
    year: int | None


def group_states(item: Item, vocabulary: object, source: str) -> Stated:
    """What a group bullet or a banner says."""
    said = " ".join(clean(p.text) for p in item.pieces if p.kind != "image")
    end = max((p.end for p in item.pieces), default=item.start)
    return states(said, vocabulary, source, Span(item.start, end))


def states(heading: str, vocabulary: object, source: str, where: Span) -> Stated:
    """The venue and year that a heading's text states; ``where`` the heading stands."""
    reading, year = venues.find_in_heading(masked(heading), vocabulary)
    if reading is None:
        return Stated(None, year)
    at = source.find(reading.name, where.start, where.end)
    span = Span(at, at + len(reading.name)) if at >= 0 else where
    venue = VenueRead(reading.name, span, reading.id, reading.form, reading.track)
    return Stated(venue, reading.year or year)
