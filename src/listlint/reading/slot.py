"""Which piece of an entry holds its venue, what of it is the name, and which year it says."""

from __future__ import annotations

from listlint.finding import Span
from listlint.knowledge import venues
from listlint.knowledge.venues import VenueReading
from listlint.paperlist import VenueRead
from listlint.reading.cut import Cut
from listlint.reading.evidence import A, T, V, loose


def find_venue(pieces: list[Cut], start: int, end: int) -> Cut | None:
    """The piece that holds the venue; the entry's first item before its parts."""
    best: Cut | None = None
    score = -99.0
    for piece in pieces:
        if piece.role != V or (start <= piece.start and piece.end <= end):
            continue
        mark = (
            piece.post[V]
            - 0.5 * min(piece.part, 4)
            + (1.5 if piece.feature and piece.feature.year else 0.0)
        )
        if mark > score:
            best, score = piece, mark
    return best


def find_track(pieces: list[Cut], venue: Cut | None) -> str | None:
    """A track set apart from the venue: "[Oral]", "Spotlight"."""
    if venue is None:
        return None
    for piece in pieces:
        if (
            piece is venue
            or piece.role in (T, A)
            or piece.part != venue.part
            or not 2 < len(piece.text) <= 30
            or piece.kind != "text"
        ):
            continue
        split = venues.split(piece.text)
        if split.track and not split.core.strip(" ,.;:()[]-"):
            return split.track
    return None


def venue_of(piece: Cut, source: str) -> VenueRead | None:
    """The venue that a piece states: a known one, or a name nobody knows."""
    f = piece.feature
    text = source[piece.start : piece.end]
    if f is not None and f.reading is not None:
        return _known(piece, text, f.reading)
    core, year = loose(piece.text)
    name = without_volume(core.strip(" ,;:()[]"))
    if not name or not any(c.isalpha() for c in name):
        return None
    track = venues.split(piece.text).track
    place = _place(piece, text, name)
    known = venues.match(name) if year is not None else None
    if known is not None and known.id is not None:
        return VenueRead(name, place, known.id, known.form, track)  # what is odd stands behind it
    return VenueRead(name, place, None, "unknown", track)


def _known(piece: Cut, text: str, reading: VenueReading) -> VenueRead:
    name = reading.name
    if text.lower().startswith(name.lower() + " preprint"):
        name = text[: len(name) + 9]
    name = with_acronym(name, reading.id, text)
    return VenueRead(name, _place(piece, text, name), reading.id, reading.form, reading.track)


def _place(piece: Cut, text: str, name: str) -> Span:
    """Where a name stands in the text; the whole piece where escapes hide it."""
    at = text.find(name)
    if at < 0:
        return Span(piece.start, piece.end)
    return Span(piece.start + at, piece.start + at + len(name))


def with_acronym(name: str, venue_id: str | None, text: str) -> str:
    """A long name with its acronym in brackets behind it is one name."""
    behind = text.partition(name)[2]
    before, bracketed, _ = text.partition(f"({name})")
    before = before.strip()
    if bracketed and " " in before:
        whole = venues.match(before)
        if whole is not None and whole.id == venue_id:
            return f"{before} ({name})"
    if behind.startswith(" (") and " " in name:
        acronym = behind[2:].partition(")")[0]
        found = venues.match(acronym) if acronym.isalpha() else None
        if found is not None and found.id == venue_id:
            return f"{name} ({acronym})"
    return name


def without_volume(name: str) -> str:
    """A venue's name without the volume, number and pages behind it."""
    words = name.split()
    while len(words) > 1 and not any(c.isalpha() for c in words[-1]):
        words.pop()
    return " ".join(words).rstrip(",;:")


def year_in(piece: Cut, text: str) -> tuple[int | None, Span | None]:
    f = piece.feature
    year = f.year if f else None
    if year is None and not (f and f.reading):
        year = loose(piece.text)[1]
    if year is None:
        return None, None
    body = text[piece.start : piece.end]
    at = body.rfind(str(year))
    length = 4
    if at < 0:
        at, length = body.rfind(str(year)[2:]), 2
    if at < 0:
        return year, None
    return year, Span(piece.start + at, piece.start + at + length)
