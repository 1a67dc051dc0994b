"""One venue's name against the table and the vocabulary: who it is and how it is spelt.

A whole string only, without year and track; never a part of one.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any, NamedTuple

from listlint.knowledge.rulebook import tables
from listlint.knowledge.venue_spelling import fold, fold_alike
from listlint.knowledge.vocabulary import EMPTY, Vocabulary

_PUBLISHERS = ("ieeecvf", "ieee", "acm", "usenix", "ieeersj", "acmieee", "ieeeacm", "aaai", "springer")


class VenueName(NamedTuple):
    """``form``: name, case, also, full, long, alias, typo, homoglyph, renamed, workshop, own."""

    id: str | None
    form: str
    right: str  # the name to write; of an older name that name, written rightly
    strict: bool = False  # the name is a word: it needs a year beside it, or a column of venues


class Renamed(NamedTuple):
    """An older name, right up to ``until``; ``now`` is right after it."""

    old: str
    until: int
    now: str


def table() -> dict[str, Any]:
    """The compiled table of venues."""
    venues: dict[str, Any] = tables()["venues"]
    return venues


@lru_cache(maxsize=16384)
def match(text: str, vocabulary: Vocabulary | None = None) -> VenueName | None:
    """The venue that a whole string names, if it names one."""
    return spelt(fold(text), text, vocabulary)


def spelt(folded: str, text: str, vocabulary: Vocabulary | None = None) -> VenueName | None:
    """The same for a string that is folded already."""
    if not folded:
        return None
    return (
        _in_table(folded, text)
        or _in_vocabulary(folded, text, vocabulary or EMPTY)
        or _workshop(folded, text)
        or _published(folded, text)
    )


def alike(text: str) -> VenueName | None:
    """The venue whose letters look like these: ``NeurlPS``, ``lCLR``."""
    folded = fold_alike(text)
    held = table()["alike"].get(folded) if len(folded) >= 4 else None
    if held is None or fold(text) == fold(held[1]):
        return None
    return VenueName(held[0], "homoglyph", held[1])


def _in_table(folded: str, text: str) -> VenueName | None:
    held = table()["forms"].get(folded)
    if held is None:
        return None
    id, form, written = held
    venue = table()["ids"][id]
    strict = bool(venue.get("strict")) and form not in ("full", "long")
    if strict and text != written and _letters(text) != _letters(written):
        return None
    if form in ("name", "also"):
        return VenueName(id, form if text == written else "case", written, strict)
    if form == "renamed":
        return VenueName(id, form, written, strict)
    return VenueName(id, form, venue["name"], strict)


def _letters(text: str) -> str:
    return "".join(c for c in text if c.isalnum() or c in "&+*")


def _in_vocabulary(folded: str, text: str, vocabulary: Vocabulary) -> VenueName | None:
    held = vocabulary.extra.get(folded)
    if held is None:
        return None
    id, name = held
    return VenueName(id, "own" if text == name else "case", name)


def _workshop(folded: str, text: str) -> VenueName | None:
    """``CVPRW``: the workshops of a conference, by a W behind its name."""
    if folded[-1] != "w" or len(folded) < 5 or not text.rstrip().endswith("W"):
        return None
    held = table()["forms"].get(folded[:-1])
    if held is None or held[1] not in ("name", "also") or _is_word(held[0]):
        return None
    return VenueName(held[0], "workshop", f"{held[2]}W")


def _published(folded: str, text: str) -> VenueName | None:
    """``IEEE ICRA``: a publisher's name before that of a conference."""
    for publisher in _PUBLISHERS:
        if folded.startswith(publisher):
            held = table()["forms"].get(folded[len(publisher) :])
            if held is not None and held[1] in ("name", "also") and not _is_word(held[0]):
                return VenueName(held[0], "also", text)
    return None


def _is_word(id: str) -> bool:
    return bool(table()["ids"][id].get("strict"))


def name_of(id: str) -> str | None:
    """The name that the table writes."""
    venue = table()["ids"].get(id)
    return None if venue is None else str(venue["name"])


def full_name(id: str) -> str | None:
    """The official long name."""
    venue = table()["ids"].get(id)
    return None if venue is None else str(venue["full"])


def kind_of(id: str) -> str | None:
    """conference, journal, workshop, preprint, repository or series."""
    venue = table()["ids"].get(id)
    return None if venue is None else str(venue["kind"])


def joint(id: str, other: str) -> bool:
    """Whether two ids are one event, or events held together: no mismatch."""
    ids = table()["ids"]
    one, two = ids.get(id, {}), ids.get(other, {})
    return (
        id == other
        or other in one.get("joint", ())
        or id in two.get("joint", ())
        or other == one.get("parent")
        or id == two.get("parent")
    )


def renamed(text: str) -> Renamed | None:
    """What an older name was good for, and what it is called now."""
    held = table()["forms"].get(fold(text))
    if held is None or held[1] != "renamed":
        return None
    venue = table()["ids"][held[0]]
    for older in venue["renamed"]:
        if older["name"] == held[2]:
            return Renamed(older["name"], older["until"], venue["name"])
    return None


def held(id: str, year: int) -> bool | None:
    """Whether a venue was held in a year; none where the table has no opinion."""
    spans = table()["ids"].get(id, {}).get("held")
    if not spans or year < spans[0]["from"]:
        return None
    return any(_within(span, year) for span in spans)


def _within(span: dict[str, Any], year: int) -> bool:
    first = span["from"]
    if not first <= year <= span.get("to", 9999) or year in span.get("except", ()):
        return False
    return (year - first) % int(span.get("every", 1)) == 0


def nearest(text: str, limit: int = 3) -> list[tuple[str, str]]:
    """(venue id, name) of what a misspelling of seven letters or more may mean: one letter off."""
    folded = fold(text)
    if len(folded) < 7 or folded in table()["forms"]:
        return []
    from rapidfuzz.distance import OSA

    found: dict[str, str] = {}
    for form, (id, _, written) in table()["forms"].items():
        if abs(len(form) - len(folded)) <= 1 and OSA.distance(form, folded, score_cutoff=1) <= 1:
            found.setdefault(id, written)
    return [(id, str(table()["ids"][id]["name"])) for id in found][:limit]
