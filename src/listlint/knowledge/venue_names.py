"""One venue's name against the table and the vocabulary: who it is and how it is spelt.

A whole string only, without year and track; never a part of one.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from listlint.knowledge.rulebook import tables
from listlint.knowledge.venue_spelling import fold, fold_alike
from listlint.knowledge.vocabulary import EMPTY, Vocabulary
from listlint.values import NamedTuple

_PUBLISHERS = (
    "ieeecvf",
    "ieee",
    "acm",
    "usenix",
    "ieeersj",
    "acmieee",
    "ieeeacm",
    "aaai",
    "springer",
)


class VenueName(NamedTuple):
    """``form`` is how a name is spelt.

    name: as the table writes it. also: another accepted name. full, long: a long form; never
    wrong. case: one of these but for case or punctuation. alias, typo, homoglyph: to be written
    otherwise. renamed: an older name. workshop: CVPRW. own: the list's or the configuration's.
    """

    id: str | None
    form: str
    right: str  # the name to write; of an older name that name, written rightly
    strict: bool = False  # the name is a word: it needs a year beside it, or a column of venues


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
    vocabulary = vocabulary or EMPTY
    name = (
        _in_table(folded, text)
        or _in_vocabulary(folded, text, vocabulary)
        or _workshop(folded, text)
        or _published(folded, text)
    )
    preferred = vocabulary.prefer.get(name.id) if name is not None and name.id else None
    return name if name is None or preferred is None else _preferred(name, text, preferred)


def _preferred(name: VenueName, text: str, right: str) -> VenueName:
    """The same, where a configuration prefers one of the venue's names: only that one is right."""
    if text == right:
        return name._replace(form="name", right=right)
    if name.form in ("full", "long", "renamed", "workshop"):
        return name
    form = "alias" if name.form in ("name", "also") else name.form
    return name._replace(form=form, right=right)


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


def nearest(text: str, limit: int = 3) -> list[tuple[str, str]]:
    """(venue id, name) of what a misspelling of seven letters or more may mean: one letter off."""
    folded = fold(text)
    if len(folded) < 7 or folded in table()["forms"]:
        return []
    from rapidfuzz.distance import OSA

    found: dict[str, str] = {}
    for form, (id, _, written) in table()["forms"].items():
        if abs(len(form) - len(folded)) <= 1 and OSA.distance(form, folded, score_cutoff=1) <= 1:
            found.setdefault(id, written or str(table()["ids"][id]["name"]))
    return list(found.items())[:limit]
