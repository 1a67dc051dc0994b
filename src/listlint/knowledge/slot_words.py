"""The words that may stand beside a venue's name, and what was understood of them."""

from __future__ import annotations

from functools import cache

from listlint.knowledge.rulebook import tables
from listlint.knowledge.venue_spelling import Word
from listlint.values import NamedTuple

_MONTHS = (
    "january february march april may june july august september october november december"
    " jan feb mar apr jun jul aug sep sept oct nov dec"
)
_BEFORE = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth annual"
    " in proc proceedings of the at to appear appeared appears accepted by published"
    " presented from for as on has been journal international venue conference camera ready joint"
    " and under review submitted"
)
_BEHIND = (
    "proceedings conference in press to appear accepted paper papers publication published the of"
    " at by vol volume no number issue pp pages page p art article id abs v version and track"
    " ieee acm springer elsevier aaai usenix pmlr openreview net org series lncs ed eds edition"
    " journal under review submitted submission"
)
_NUMBERED = "vol volume no number issue pp pages page p art article id abs v version"
_SERIES = "pmlr lncs series"
_LONGEST_TRACK = 7  # words: "Findings of the Association for Computational Linguistics"


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
            if text[end:next_start].strip(" ,;-/&"):
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
    """Words that a volume or a page follows, though it may look like a year."""
    return listed(_NUMBERED)


def series() -> frozenset[str]:
    """Names that a volume follows; a year may, too."""
    return listed(_SERIES)


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


def is_ordinal(parts: tuple[Word, ...], at: int) -> bool:
    """``12th`` in two words."""
    if at + 1 >= len(parts) or not parts[at].fold.isdigit():
        return False
    return parts[at + 1].start == parts[at].end and parts[at + 1].fold in ("th", "st", "nd", "rd")


def track_at(parts: tuple[Word, ...], at: int, stop: int) -> int:
    """How many words from here are a track's; the most that fit."""
    known, folded, longest = tracks(), "", 0
    for ahead in range(at, min(at + _LONGEST_TRACK, stop)):
        folded += parts[ahead].fold
        if folded in known:
            longest = ahead + 1 - at
    return longest
