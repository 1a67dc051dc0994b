"""A venue renamed throughout a list: wherever it is understood as that one, however spelt."""

from __future__ import annotations

from listlint.errors import UserError
from listlint.finding import Edit, Span
from listlint.knowledge import venues
from listlint.paperlist import PaperList, VenueRead

LONGEST = 100
MARKUP = frozenset('[]()<>|*_`\\!#"')


def venue_at(papers: PaperList, offset: int) -> tuple[VenueRead, Span] | None:
    """The venue whose name stands at ``offset``."""
    for venue in _stated(papers):
        if venue.span.start <= offset <= venue.span.end:
            return venue, venue.span
    return None


def renamed(papers: PaperList, offset: int, name: str) -> tuple[Edit, ...]:
    """Edits that write ``name`` for the venue at ``offset``, throughout."""
    found = venue_at(papers, offset)
    if found is None:
        raise UserError("no venue of an entry stands here: put the cursor on a venue's name")
    name = " ".join(name.split())
    if not name or len(name) > LONGEST or not name.isprintable() or MARKUP & set(name):
        raise UserError("a venue's name is a few words without markup: write another")
    same = {venue.span for venue in _stated(papers) if _meant(venue) == _meant(found[0])}
    return tuple(Edit(span.start, span.end, name) for span in sorted(same))


def _stated(papers: PaperList) -> list[VenueRead]:
    """Venues as entries and headings state them, whose name stands there word for word."""
    said = (entry.venue for entry in papers.entries if entry.venue is not None)
    return [each for each in said if papers.text[each.span.start : each.span.end] == each.name]


def _meant(venue: VenueRead) -> str:
    return venue.id or f"?{venues.fold(venue.name)}"
