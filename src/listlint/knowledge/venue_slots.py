"""A venue slot as a whole: "NeurIPS'23 Spotlight" -> name, year and track, each with its place.

A slot counts as read only if a known venue is in it and all the rest is understood too: years,
months, tracks, volumes, pages, and words such as "accepted at".
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from listlint.knowledge import slot_ends
from listlint.knowledge.slot_walk import Walk
from listlint.knowledge.slot_words import Rest, openers
from listlint.knowledge.slot_years import Words
from listlint.knowledge.venue_names import VenueName, alike, spelt, table
from listlint.knowledge.venue_spelling import first_run, first_word, fold, fold_alike, words
from listlint.knowledge.vocabulary import EMPTY, Vocabulary
from listlint.values import NamedTuple

_LONGEST, _LONGEST_ALIKE = 200, 32
_MOST_WORDS, _LONGEST_NAME = 40, 24
_PUBLISHERS = ("ieee", "acm", "cvf", "rsj", "usenix")


class VenueReading(NamedTuple):
    """What a venue slot says; offsets are into the text that was read."""

    name: str  # as written, without year and track
    start: int
    end: int
    id: str | None
    form: (
        str  # as of VenueName; medium: "Preprint" and its like, no id; joint: two, the first counts
    )
    track: str | None  # as written
    year: int | None
    year_start: int
    year_end: int
    month: bool = False  # a month stands beside the year
    full: bool = True  # the whole text was understood
    strict: bool = False  # the name is a word: it needs a year or a column of venues to count


class Split(NamedTuple):
    """A slot whose venue nobody knows: what is left when year and track are split off."""

    core: str
    start: int
    end: int
    year: int | None
    year_start: int
    year_end: int
    track: str | None


@lru_cache(maxsize=65536)
def read(text: str, vocabulary: Vocabulary | None = None) -> VenueReading | None:
    """The slot, if a known venue and what may stand beside it is all there is."""
    if len(text) > _LONGEST or not _may_be(text, vocabulary):
        return None
    parts = words(text)
    if not parts or len(parts) > _MOST_WORDS:
        return None
    found = runs(parts, vocabulary or EMPTY)
    for run in found:
        if reading := _reading(text, parts, run, vocabulary):
            return reading
    if len(found) > 1 and (reading := _joined(text, parts, found, vocabulary)):
        return reading
    if found or len(text) > _LONGEST_ALIKE:
        return None
    return _look_alike(text, parts)


@lru_cache(maxsize=16384)
def split(text: str) -> Split:
    """Year and track split off; the core is the rest, as written."""
    parts = words(text[:_LONGEST])
    first, last, rest = slot_ends.trimmed(text, parts)
    if first >= last:
        return Split("", 0, 0, *rest.when(), rest.track(text))
    start = parts[first].start
    end = slot_ends.closed(text, start, parts[last - 1].end)
    return Split(text[start:end], start, end, *rest.when(), rest.track(text))


def _may_be(text: str, vocabulary: Vocabulary | None) -> bool:
    """A cheap look at the first word: can a venue slot begin so?"""
    first = first_word(text)
    if first in _slot_starts() or first.isdigit():
        return True
    if vocabulary is not None and first in vocabulary.starts:
        return True
    return "orkshop" in text or fold_alike(first_run(text)) in _alike_starts()


@cache
def _alike_starts() -> frozenset[str]:
    return frozenset(table()["alike_starts"])


@cache
def _slot_starts() -> frozenset[str]:
    held = table()
    return _name_starts() | frozenset(held["track_starts"]) | openers()


@cache
def _name_starts() -> frozenset[str]:
    held = table()
    acronyms = [form for form in held["forms"] if form.isalpha() and 4 <= len(form) <= 8]
    return frozenset((*held["starts"], *held["media_starts"], *(f"{form}w" for form in acronyms)))


def runs(parts: Words, vocabulary: Vocabulary) -> list[tuple[int, int]]:
    """Where a known name may stand: (first, past the last) word, the longest first."""
    starts, own = _name_starts(), vocabulary.starts
    found = []
    for first, part in enumerate(parts):
        if part.fold in starts or part.fold in own:
            found += [(first, last) for last in _ends(parts, first, vocabulary)]
    found.sort(key=lambda run: (parts[run[0]].start - parts[run[1] - 1].end, run[0]))
    return found


def _ends(parts: Words, first: int, vocabulary: Vocabulary) -> Iterator[int]:
    known, media, extra = table()["forms"], table()["media"], vocabulary.extra
    folded = ""
    for last in range(first, min(first + _LONGEST_NAME, len(parts))):
        folded += parts[last].fold
        if (
            folded in known
            or folded in media
            or folded in extra
            or (folded[-1] == "w" and folded[:-1] in known)
        ):
            yield last + 1


def _reading(
    text: str, parts: Words, run: tuple[int, int], vocabulary: Vocabulary | None
) -> VenueReading | None:
    """The slot read around a name, if all the rest is understood."""
    first, last = _with_publisher(text, parts, run[0]), run[1]
    start, end = parts[first].start, parts[last - 1].end
    folded = "".join([part.fold for part in parts[first:last]])
    name = spelt(folded, text[start:end], vocabulary) or _medium(folded, text[start:end])
    if name is None:
        return None
    long = name.form in ("full", "long")
    walk = Walk(text, parts, first, last, name.id, long)
    if not walk.all_understood() or (name.form == "medium" and walk.wordy):
        return None
    if name.strict and walk.free:
        return None
    if long:
        start, end = slot_ends.whole_name(text, parts, first, last, name.id)
    return _said(text, start, slot_ends.closed(text, start, end), name, walk.rest())


def _said(text: str, start: int, end: int, name: VenueName, rest: Rest) -> VenueReading:
    track = rest.track(text)
    return VenueReading(
        text[start:end],
        start,
        end,
        name.id,
        name.form,
        track,
        *rest.when(),
        rest.month,
        True,
        name.strict,
    )


def _joined(
    text: str, parts: Words, found: list[tuple[int, int]], vocabulary: Vocabulary | None
) -> VenueReading | None:
    """``ICML/ICLR 2023``: two venues in one slot are one name as written, the first counts."""
    for first, middle in found:
        for second, last in found:
            if not middle <= second <= middle + 1:
                continue
            one = text[parts[first].start : parts[middle - 1].end]
            two = text[parts[second].start : parts[last - 1].end]
            between = text[parts[middle - 1].end : parts[second].start].strip()
            if between not in ("/", "&", "+", "|") or not spelt(fold(two), two, vocabulary):
                continue
            if name := spelt(fold(one), one, vocabulary):
                walk = Walk(text, parts, first, last, name.id, False)
                if walk.all_understood():
                    whole = parts[first].start, parts[last - 1].end
                    return _said(text, *whole, name._replace(form="joint"), walk.rest())
    return None


def _with_publisher(text: str, parts: Words, first: int) -> int:
    """``IEEE ICRA``: the publisher before a name is a part of it as written."""
    while first and parts[first - 1].fold in _PUBLISHERS:
        if text[parts[first - 1].end : parts[first].start] not in (" ", "/", "-"):
            break
        first -= 1
    return first


def _medium(folded: str, text: str) -> VenueName | None:
    return VenueName(None, "medium", text) if folded in table()["media"] else None


def _look_alike(text: str, parts: Words) -> VenueReading | None:
    """``NeurlPS 2023``: a name known by its look alone."""
    first, last, rest = slot_ends.trimmed(text, parts)
    if not 0 < last - first <= 3:
        return None
    start, end = parts[first].start, parts[last - 1].end
    name = alike(text[start:end])
    return None if name is None else _said(text, start, end, name, rest)
