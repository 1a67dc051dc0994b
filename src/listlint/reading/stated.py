"""What a heading, a group bullet or a banner states for all below it: venue and year."""

from __future__ import annotations

from typing import NamedTuple

from listlint.finding import Span
from listlint.knowledge import venues
from listlint.paperlist import VenueRead
from listlint.reading.clean import clean
from listlint.reading.items import Item
from listlint.reading.running import masked


class Stated(NamedTuple):
    """What a heading or a group bullet says for all below it."""

    venue: VenueRead | None
    year: int | None


def group_states(item: Item, vocabulary: object) -> Stated:
    said = " ".join(clean(p.text) for p in item.pieces if p.kind != "image")
    return states(said, vocabulary)


def states(heading: str, vocabulary: object) -> Stated:
    """The venue and year that a heading's text states."""
    reading, year = venues.find_in_heading(masked(heading), vocabulary)
    venue = None
    if reading is not None:
        venue = VenueRead(reading.name, Span(0, 0), reading.id, reading.form, reading.track)
        year = reading.year or year
    return Stated(venue, year)
