"""The words that stand beside a venue's name: which they are, and which number is a year."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from listlint.knowledge.rulebook import tables
from listlint.knowledge.venue_spelling import Word

_MONTHS = (
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec"
)
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth annual"
_BEFORE = (
    f"{_ORDINALS} in proc proceedings of the at to appear appeared appears accepted accept by published presented "
    "from for as on journal international venue conference camera ready joint and under review submitted"
)
_BEHIND = (
    "proceedings conference in press to appear accepted paper papers publication published the of at by "
    "vol volume no number issue pp pages page p art article id abs v version and track "
    "ieee acm springer elsevier aaai usenix pmlr openreview net org series lncs ed eds edition"
)
_NUMBERED = "vol volume no number issue pp pages page p art article id abs v version pmlr lncs series"
_FIRST_YEAR, _LAST_YEAR = 1950, 2039
_QUOTES = "'’‘`´′"


class Rest(NamedTuple):
    """What was understood beside a name."""

    year: int | None = None
    year_start: int = -1
    year_end: int = -1
    month: bool = False
    tracks: tuple[tuple[int, int], ...] = ()
    wordy: bool = False  # more stands there than a year and a month

    def when(self) -> tuple[int | None, int, int]:
        return self.year, self.year_start, self.year_end

    def track(self, text: str) -> str | None:
        """The track as written: neighbouring ones together, else the first."""
        if not self.tracks:
            return None
        spans = sorted(self.tracks)
        start, end = spans[0]
        for next_start, next_end in spans[1:]:
            if text[end:next_start].strip(" ,;-/&()"):
                break
            end = next_end
        return text[start:end]


@cache
def listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


def before() -> frozenset[str]:
    """Words that may lead up to a name."""
    return listed(_BEFORE)


def behind() -> frozenset[str]:
    """Words that may follow a name."""
    return listed(_BEHIND)


def numbered() -> frozenset[str]:
    """Words that a number follows."""
    return listed(_NUMBERED)


def months() -> frozenset[str]:
    return listed(_MONTHS)


@cache
def openers() -> frozenset[str]:
    """First words of a slot that are no name's: "In", "Accepted", "May"."""
    return before() | months()


@cache
def tracks() -> dict[str, str]:
    """Folded words of a track -> the track."""
    told: dict[str, str] = tables()["venues"]["tracks"]
    return told


def year_at(text: str, parts: tuple[Word, ...], at: int, name_end: int = -1) -> int | None:
    """The year that a word is, if it is one; two digits count behind a quote or glued to a name."""
    part = parts[at]
    if not part.fold.isdigit() or not part.fold.isascii():
        return None
    if part.end - part.start == 4:
        year = int(part.fold)
        return year if _FIRST_YEAR <= year <= _LAST_YEAR and not _is_arxiv(text, parts, at) else None
    if part.end - part.start != 2:
        return None
    before = text[part.start - 1 : part.start]
    if before in _QUOTES and before:
        return _century(int(part.fold))
    if part.start == name_end or (part.start == name_end + 1 and before in "-_"):
        return _century(int(part.fold))
    return None


def _century(short: int) -> int | None:
    """Two digits as a year; 40 to 79 are none that a list of papers would shorten."""
    if short < 40:
        return 2000 + short
    return 1900 + short if short >= 80 else None


def _is_arxiv(text: str, parts: tuple[Word, ...], at: int) -> bool:
    """``2002.00149``: four digits, a dot, four or five more."""
    part = parts[at]
    if text[part.end : part.end + 1] != "." or at + 1 == len(parts):
        return False
    after = parts[at + 1]
    return after.start == part.end + 1 and after.fold.isdigit() and after.end - after.start in (4, 5)


def is_ordinal(parts: tuple[Word, ...], at: int) -> bool:
    """``12th`` in two words."""
    if at + 1 >= len(parts) or not parts[at].fold.isdigit():
        return False
    return parts[at + 1].start == parts[at].end and parts[at + 1].fold in ("th", "st", "nd", "rd")


def track_at(parts: tuple[Word, ...], at: int, stop: int) -> int:
    """How many words from here are a track's; the most that fit."""
    known, folded, longest = tracks(), "", 0
    for ahead in range(at, min(at + 5, stop)):
        folded += parts[ahead].fold
        if folded in known:
            longest = ahead + 1 - at
    return longest
