"""What one piece says for itself: log-odds for each role, before any vote, neighbours unseen.

Roles: T title, A authors, V venue, Y year or date, L label of a link, X anything else.
Scores are log-odds of about -6 to +9.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from listlint.knowledge import venues
from listlint.knowledge.people import is_name, names
from listlint.reading.words import FUNCTION_WORDS, JOURNAL_WORDS, TITLE_HINTS, VENUE_WORDS, is_label
from listlint.values import NamedTuple

T, A, V, Y, L, X = range(6)
MONTHS = frozenset(
    """jan january feb february mar march apr april may jun june jul july aug august sep sept
    september oct october nov november dec december spring summer autumn fall winter st nd
    rd th of early late mid""".split()
)


class Feature(NamedTuple):
    """What a text says for itself, whatever stands around it."""

    words: int
    title: float
    names: float
    venue: float
    date: float
    label: bool
    reading: venues.VenueReading | None
    year: int | None


@cache
def _tokens() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]+|\d+")


def year_of_date(text: str) -> int | None:
    """The year of a text that is nothing but a date ("Jan 2024", "2023.10", "28th May, 2021")."""
    if len(text) > 40:
        return None
    year = None
    for token in _tokens().findall(text):
        if token.isdigit():
            if len(token) == 4 and "1940" <= token <= "2039":
                if year is not None:
                    return None
                year = int(token)
            elif len(token) in (6, 8) and _is_dated(token):
                year = int(token[:4])
            elif len(token) > 2:
                return None
        elif token.lower() not in MONTHS:
            return None
    return year


def _is_dated(token: str) -> bool:
    """``201711`` and ``20171106``."""
    return (
        "1990" <= token[:4] <= "2039"
        and "01" <= token[4:6] <= "12"
        and (len(token) == 6 or "01" <= token[6:] <= "31")
    )


def is_day(text: str) -> bool:
    """A date without its year: "28 April", "Mar. 3rd"."""
    first = _tokens().search(text)
    if first is None or not (first[0].lower() in MONTHS or first[0].isdigit()):
        return False  # so it is mostly
    found = _tokens().findall(text)
    return (
        len(found) <= 3
        and any(t.lower() in MONTHS and len(t) > 2 for t in found)
        and all(t.lower() in MONTHS or (t.isdigit() and len(t) <= 2) for t in found)
    )


@lru_cache(maxsize=65536)
def feature(text: str, vocabulary: object = None) -> Feature:
    """The feature of a text, marks and edges already stripped."""
    parts = text.split()
    words = len(parts) + _cjk(text)
    label = len(text) < 60 and is_label(text)
    year = year_of_date(text)
    if year is not None or is_day(text):
        return Feature(words, -5.0, -6.0, -2.0, 8.0, label, None, year)
    reading = venues.read(text, vocabulary) if len(text) <= 240 else None
    if reading is None and "(" in text and len(text) <= 80:
        reading = _before_bracket(text, vocabulary)
    people = names(text) if 1 < len(text) < 3000 else -6.0
    title = title_score(text, parts, words)
    venue = venue_score(text, words, reading)
    if reading is not None and venue >= 6:
        title -= 4.0
        people -= 2.0
    elif people >= 4 and " and " in text and _is_pair(text):
        title -= 1.5
    return Feature(
        words, title, people, venue, -4.0, label, reading, reading.year if reading else None
    )


def _is_pair(text: str) -> bool:
    """``Ada Berg and Tom Lake``: two names that have a title's length and its "and"."""
    pair = text.split(" and ")
    return len(pair) == 2 and all(" " in one and is_name(one) for one in pair)


def _before_bracket(text: str, vocabulary: object) -> venues.VenueReading | None:
    """A known venue with an unknown remark in brackets: "NeurIPS'24 (Splotlight)"."""
    head, _, tail = text.partition("(")
    reading = venues.read(head.strip(" ,.-"), vocabulary)
    if reading is None or reading.year is None:
        return None
    return reading if reading.track else reading._replace(track=tail.strip(" )") or None)


def _cjk(text: str) -> int:
    """Words that a text without blanks hides: two signs of Chinese are about one."""
    if text.isascii():
        return 0
    return sum(1 for c in text if "一" <= c <= "鿿") // 2


def title_score(text: str, parts: list[str], words: int) -> float:
    """How much a text reads like a title."""
    if words == 0 or not (text[0].isalpha() or any(c.isalpha() for c in text)):
        return -6.0
    score = (-2.0, -0.8, 0.6, 1.6, 2.6, 3.0)[min(words, 6) - 1]
    if words > 22:
        score -= (words - 22) * 0.25
    lowered = {p.strip(".,:;()?!").lower() for p in parts[:40]}
    if lowered & TITLE_HINTS:
        score += 0.8
        if lowered & FUNCTION_WORDS:
            score += 0.7
    if ":" in text[2:-2] and words >= 3:
        score += 0.7
    if "://" in text:
        score -= 6.0
    if text[0].islower() and not any(c.isupper() for c in parts[0]):
        score -= 1.0
    if words > 12 and (". " in text or "; " in text):
        score -= 2.0
    return max(score, -6.0)


@cache
def _four() -> re.Pattern[str]:
    return re.compile(r"(?<!\d)(?:19[5-9]|20[0-3])\d(?!\d)")


def dated(text: str) -> bool:
    """Whether a text ends with its only year, set apart by a blank or an apostrophe."""
    found = _four().findall(text[-5:])
    return bool(found) and text.endswith(found[0]) and text[-5:-4] in " '’," and len(text) > 5


def loose(text: str) -> tuple[str, int | None]:
    """A slot nobody knows: the name before its year, and the year ("Elife 12 (2023): e79854")."""
    split = venues.split(text)
    if split.year is not None:
        return split.core, split.year
    found = _four().findall(text) if len(text) < 120 else []
    if len(set(found)) != 1:
        return split.core, None
    return text[: text.index(found[0])], int(found[0])


def _journal_like(text: str, words: int) -> bool:
    """Words that all begin with a capital, as in a journal's name, one of its field among them."""
    if words > 8:
        return False
    parts = [p.strip(".,:;()&") for p in text.split()]
    named = [p for p in parts if p and p.lower() not in ("of", "in", "and", "on", "the", "for", "")]
    return (
        bool(named)
        and all(p[0].isupper() or p[0].isdigit() for p in named)
        and any(p.lower() in JOURNAL_WORDS for p in named)
    )


def venue_score(text: str, words: int, reading: venues.VenueReading | None) -> float:
    """How much a text reads like a venue's slot, known or not."""
    if reading is not None:
        if reading.form == "medium":
            return 4.0 if reading.year else 3.0
        return 8.0 if reading.year else 5.5
    if words > 16 or words == 0:
        return -5.0
    score = -2.0
    if not VENUE_WORDS.isdisjoint(text.lower().translate(_POINTS).split()):
        score += 5.0
    elif _journal_like(text, words):
        score += 1.5
    if _has_digit(text):
        return score + _year_score(text)
    return score + (1.5 if words == 1 and _acronym(text, 10) else 0.0)


_POINTS = dict.fromkeys(map(ord, ".,()"), " ")
_DIGITS = frozenset("0123456789")


def _has_digit(text: str) -> bool:
    return not _DIGITS.isdisjoint(text) or (not text.isascii() and any(c.isdigit() for c in text))


def _year_score(text: str) -> float:
    """What a year at the end of an unknown slot adds, most behind an acronym."""
    split = venues.split(text)
    if split.year is None:
        return 0.0
    core = split.core.strip()
    if " " not in core and _acronym(core, 12):
        return 4.5
    return 2.5 if core and len(core.split()) <= 3 else 1.5


def _acronym(text: str, longest: int) -> bool:
    return 2 <= len(text) <= longest and sum(1 for c in text if c.isupper()) >= 2
