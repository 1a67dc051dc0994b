"""What a heading states: a venue, a year, or neither. Ordinary words never make a venue."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from listlint.knowledge.slot_words import listed, track_at
from listlint.knowledge.slot_years import year_at
from listlint.knowledge.venue_facts import kind_of
from listlint.knowledge.venue_names import VenueName, spelt
from listlint.knowledge.venue_slots import VenueReading, runs
from listlint.knowledge.venue_spelling import Word, words
from listlint.knowledge.vocabulary import EMPTY, Vocabulary

_OPEN_ENDED = (
    "before until till since after earlier prior now present today ongoing older newer later"
    " pre post up onward onwards through from"
)
_INSTITUTIONS = (
    "conference proceedings transactions journal symposium meeting ieee acm aaai annual advances"
    " international association letters"
)
_DATA_SETS = "voc coco kitti imagenet ilsvrc middlebury davis brats sintel cityscapes"
_LONGEST, _SHORT = 300, 4


@lru_cache(maxsize=8192)
def find_in_heading(
    text: str, vocabulary: Vocabulary | None = None
) -> tuple[VenueReading | None, int | None]:
    """(the venue, the year) that hold for what stands below a heading."""
    text = text[:_LONGEST]
    parts = words(text)
    if not parts:
        return None, None
    found = list(_meant(text, parts, vocabulary))
    if not found or len({name.id or name.right for _, _, name in found}) > 1:
        return None, _year(text, parts, -1)[0]
    first, last, name = found[0]
    start, end = parts[first].start, parts[last - 1].end
    year, at = _year(text, parts, end)
    place = (parts[at].start, parts[at].end) if year is not None else (-1, -1)
    track = _track(text, parts, first, last)
    return VenueReading(
        text[start:end],
        start,
        end,
        name.id,
        name.form,
        track,
        year,
        *place,
        False,
        False,
        name.strict,
    ), year


def _meant(
    text: str, parts: tuple[Word, ...], vocabulary: Vocabulary | None
) -> Iterator[tuple[int, int, VenueName]]:
    """The names in a heading that are meant as venues, none inside another."""
    taken: list[tuple[int, int]] = []
    for first, last in runs(parts, vocabulary or EMPTY):
        if any(first < b and a < last for a, b in taken):
            continue
        taken.append((first, last))
        start, end = parts[first].start, parts[last - 1].end
        name = spelt(
            "".join([part.fold for part in parts[first:last]]), text[start:end], vocabulary
        )
        if name is not None and _is_meant(text, parts, first, last, name):
            yield first, last, name


def _is_meant(text: str, parts: tuple[Word, ...], first: int, last: int, name: VenueName) -> bool:
    """A name, not a word: it stands beside a year, or looks like nothing else."""
    start, end = parts[first].start, parts[last - 1].end
    written = text[start:end]
    if (
        first
        and text[start - 1] == "-"
        and parts[first - 1].end == start - 1
        and not parts[first - 1].fold.isdigit()
    ):
        return False
    if _beside_year(text, parts, first, last):
        return True
    if name.strict or (name.id is not None and kind_of(name.id) in ("series", "repository")):
        return False
    if name.form in ("full", "long") or " " in written:
        return any(part.fold in listed(_INSTITUTIONS) for part in parts[first:last])
    capitals = sum(c.isupper() for c in written)
    if name.form == "alias" and capitals < 2:
        return False
    return capitals >= 2 or (len(written) > _SHORT and (capitals == 1 or name.id == "arxiv"))


def _beside_year(text: str, parts: tuple[Word, ...], first: int, last: int) -> bool:
    end = parts[last - 1].end
    if last < len(parts) and parts[last].start - end <= 3 and year_at(text, parts, last, end):
        return True
    return (
        first > 0
        and parts[first].start - parts[first - 1].end <= 3
        and year_at(text, parts, first - 1) is not None
    )


def _year(text: str, parts: tuple[Word, ...], name_end: int) -> tuple[int | None, int]:
    """The one year of a heading; two years, or "before" and its like beside it, state none."""
    found = [(year, at) for at in range(len(parts)) if (year := year_at(text, parts, at, name_end))]
    if len({year for year, _ in found}) != 1:
        return None, -1
    year, at = found[0]
    near = {part.fold for part in (*parts[max(0, at - 2) : at], *parts[at + 1 : at + 3])}
    if near & listed(_OPEN_ENDED) or _has_open_sign(text, parts, at):
        return None, -1
    if at and name_end < 0 and parts[at - 1].fold in listed(_DATA_SETS):
        return None, -1
    return year, at


def _has_open_sign(text: str, parts: tuple[Word, ...], at: int) -> bool:
    """``≤2020``, ``2022 -``, ``2020+``."""
    before = text[: parts[at].start].rstrip()
    behind = text[parts[at].end :].strip()
    return before[-1:] in ("<", ">", "≤", "≥", "~") or (
        bool(behind) and behind[0] in "-–—~+" and not any(c.isalnum() for c in behind)
    )


def _track(text: str, parts: tuple[Word, ...], first: int, last: int) -> str | None:
    """A track right beside the venue or its year."""
    at = last + 1 if last < len(parts) and parts[last].fold.isdigit() else last
    if count := track_at(parts, at, len(parts)):
        return text[parts[at].start : parts[at + count - 1].end]
    back = first - 1 if first and parts[first - 1].fold in ("of", "at") else first
    for start in range(max(0, back - 3), back):
        if track_at(parts, start, back) == back - start:
            return text[parts[start].start : parts[back - 1].end]
    return None
