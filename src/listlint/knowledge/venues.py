"""Venues: who a name is, what a slot or a heading says, when an event was held.

The one door to what the table of venues knows; the work is done in the modules beside it.
"""

from __future__ import annotations

from listlint.knowledge.venue_facts import (
    Renamed,
    full_name,
    held,
    ids,
    joint,
    kind_of,
    name_of,
    of_group,
    of_stream,
    renamed,
)
from listlint.knowledge.venue_headings import find_in_heading
from listlint.knowledge.venue_names import VenueName, alike, match, nearest
from listlint.knowledge.venue_slots import Split, VenueReading, read, split
from listlint.knowledge.venue_spelling import fold

__all__ = [
    "Renamed",
    "Split",
    "VenueName",
    "VenueReading",
    "alike",
    "find_in_heading",
    "fold",
    "full_name",
    "held",
    "ids",
    "joint",
    "kind_of",
    "match",
    "name_of",
    "nearest",
    "of_group",
    "of_stream",
    "read",
    "renamed",
    "split",
]
