"""Where a name begins and ends in a slot: whole long names, and what is left of unknown ones."""

from __future__ import annotations

from listlint.knowledge.slot_walk import Walk
from listlint.knowledge.slot_words import Rest, is_ordinal, listed, months, track_at, tracks
from listlint.knowledge.venue_names import table
from listlint.knowledge.venue_spelling import Word

_LEADING = (
    "proceedings proc of the annual ieee acm cvf"
    " first second third fourth fifth sixth seventh eighth ninth tenth"
)
_SURE = ("findings", "workshop", "oral", "spotlight", "poster", "highlight", "award", "notable")
_OPENING = "in accepted by at to appear published presented"


def whole_name(
    text: str, parts: tuple[Word, ...], first: int, last: int, id: str | None
) -> tuple[int, int]:
    """A long name, "Proceedings of the 12th" before it and its acronym in brackets behind it."""
    own = first
    while first and (parts[first - 1].fold in listed(_LEADING) or _behind_ordinal(parts, first)):
        first -= 2 if _behind_ordinal(parts, first) else 1
    while first < own and parts[first].fold in ("of", "the"):
        first += 1  # "Findings of the": no name begins so
    end = parts[last - 1].end
    if last < len(parts) and (held := table()["forms"].get(parts[last].fold)) and held[0] == id:
        behind = text[parts[last].end : parts[last].end + 1]
        if text[end : parts[last].start].strip() == "(" and behind == ")":
            end = parts[last].end + 1
    return parts[first].start, end


def _behind_ordinal(parts: tuple[Word, ...], at: int) -> bool:
    return at > 1 and is_ordinal(parts, at - 2)


def closed(text: str, start: int, end: int) -> int:
    """The end of a name, with the bracket that it opened, or the dot of an abbreviation."""
    after = text[end : end + 1]
    if after == ")" and text.find("(", start, end) >= 0:
        return end + 1
    return end + 1 if after == "." and text.find(".", start, end) >= 0 else end


def trimmed(text: str, parts: tuple[Word, ...]) -> tuple[int, int, Rest]:
    """(first, past the last) word of what is neither year nor track at the ends; and these."""
    first, last = 0, len(parts)
    walk = Walk(text, parts, last, last, None, False)
    while first < last and (after := _from_left(walk, first, last)) > first:
        first = after
    while first < last and (before := _from_right(walk, first, last)) < last:
        last = before
    rest = walk.rest()
    if first <= walk.at_year < last:
        rest = rest._replace(year=None, year_start=-1, year_end=-1)
    return first, last, rest


def _from_left(walk: Walk, at: int, stop: int) -> int:
    """One thing less at the left end: a year, a month, "accepted at", a track set apart."""
    fold = walk.parts[at].fold
    if not fold.isalpha() or fold in months():
        return walk.step(at, stop, listed(_OPENING))
    if fold in listed(_OPENING) or (at and fold in ("of", "the")):
        return at + 1
    count = _sure_track(walk, at, stop)
    if count and at + count < stop and _set_apart(walk, at + count):
        return walk.step(at, stop, listed(_OPENING))
    return at


def _from_right(walk: Walk, first: int, last: int) -> int:
    """One thing less at the right end: a year, a month, a number behind a year, a track."""
    at = last - 1
    fold = walk.parts[at].fold
    if at == walk.at_year or fold in months() or fold == "*":
        walk.month |= fold in months()
        return at
    if fold.isdigit():
        return at if walk.year is not None and first < at else last
    for start in range(max(first, last - 5), last):
        if _sure_track(walk, start, last) == last - start and not _leans_on(walk, first, start):
            before = len(walk.tracks)
            walk.step(start, last, listed(_OPENING))
            return start if len(walk.tracks) > before else last
    return last


def _sure_track(walk: Walk, at: int, stop: int) -> int:
    """A track beside a name that nobody knows: only such as are no part of names."""
    count = track_at(walk.parts, at, stop)
    folded = "".join(part.fold for part in walk.parts[at : at + count])
    return count if tracks().get(folded) in _SURE else 0


def _set_apart(walk: Walk, at: int) -> bool:
    """Behind a track before the name: "of", "at" or a sign."""
    gap = walk.text[walk.parts[at - 1].end : walk.parts[at].start]
    return bool(gap.strip()) or walk.parts[at].fold in ("of", "at", "in")


def _leans_on(walk: Walk, first: int, at: int) -> bool:
    """``Surveys & Tutorials``: the word before won't end a name."""
    return at > first and walk.parts[at - 1].fold in ("&", "+", "and", "of", "on", "for", "the")
