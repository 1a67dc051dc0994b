"""Words that stand between fields: those the list always writes there, and notes of one entry.

``[[Paper](…)] by Ada Almqvist`` has the list's own word "by"; "Workshop" in ``ICLR 2024 Workshop``
is a note of that entry, and becomes a field of its own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache, lru_cache

from listlint.paperlist import Entry
from listlint.style.fields import Field, Skeleton, between
from listlint.style.gaps import HEAD

START, END = "^", "$"
OFTEN, FEWEST = 0.1, 3  # of words; of emoji nearly always
NEARLY_ALWAYS = 0.8
Place = tuple[str, str, str]  # the fields before and behind, and the gap


@cache
def _word() -> re.Pattern[str]:
    emoji = r"\u2190-\u2bff\ufe00-\ufe0f\u200d\u20e3\U0001f000-\U0001faff"
    return re.compile(rf":[a-z0-9_+-]+:|[^\W_]|[{emoji}]")


@cache
def _tag() -> re.Pattern[str]:
    return re.compile(r"<!--.*?(?:-->|\Z)|<[^<>\n]*>", re.DOTALL)


@cache
def _head() -> re.Pattern[str]:
    """A field word at the start of a line or cell, as in "- **Code:** "."""
    return re.compile(rf"[ \t]*(?:[-*+•] +|\d+[.)] +)?{HEAD}")


@cache
def wordy(gap: str) -> bool:
    """Whether a gap holds more than separators and marks."""
    if "<!--" in gap:
        return True
    if "<" in gap:
        gap = _tag().sub(_blanks, gap)
    return _word().search(gap) is not None


def _blanks(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _cleared(match: re.Match[str]) -> str:
    """Tags are no words; a comment counts as one, whatever it says."""
    return ("x" if match[0].startswith("<!--") else " ") * len(match[0])


def own_words(skeletons: Mapping[int, Skeleton]) -> frozenset[Place]:
    """The wordy gaps whose words are the list's own."""
    pairs: Counter[tuple[str, str]] = Counter()
    places: Counter[Place] = Counter()
    for bones in skeletons.values():
        before = START
        for n, gap in enumerate(bones.gaps):
            behind = bones.fields[n].name if n < len(bones.fields) else END
            pairs[before, behind] += 1
            if len(gap) > 1 and wordy(gap):
                places[before, behind, gap] += 1
            before = behind
    said: Counter[Place] = Counter()
    for (a, b, gap), count in places.items():
        said[a, b, _words_of(gap)] += count
    return frozenset(
        place for place, count in said.items() if count >= _enough(place[2], pairs[place[:2]])
    )


def _enough(words: str, total: int) -> float:
    """How often words must stand there to be the list's own; emoji say something of an entry."""
    emoji = not words.isascii() or ":" in words
    return max(FEWEST, total * (NEARLY_ALWAYS if emoji else OFTEN))


def _words_of(gap: str) -> str:
    """Only the words of a gap."""
    return " ".join(gap[a:b] for a, b in _runs(gap))


@lru_cache(maxsize=4096)
def _runs(gap: str) -> tuple[tuple[int, int], ...]:
    """Where words stand in a gap: one run a line or cell, without its field word."""
    clear = _tag().sub(_cleared, gap) if "<" in gap else gap
    found: list[tuple[int, int]] = []
    at = 0
    for part in re.split(r"([\n|])", clear):
        head = _head().match(part) if at else None
        first = head.end() if head else 0
        words = [m.span() for m in _word().finditer(part, first)]
        if words:
            found.append((at + words[0][0], at + words[-1][1]))
        at += len(part)
    return tuple(found)


def carved(entry: Entry, bones: Skeleton, own: frozenset[Place], text: str) -> Skeleton:
    """The skeleton with the notes that stood in its gaps as fields."""
    found: list[Field] = []
    before = START
    at = entry.span.start
    for n, gap in enumerate(bones.gaps):
        behind = bones.fields[n].name if n < len(bones.fields) else END
        runs = _runs(gap) if len(gap) > 1 and wordy(gap) else ()
        if runs and (before, behind, " ".join(gap[a:b] for a, b in runs)) not in own:
            found += (_noted(gap, a, b, at, before, behind) for a, b in runs)
        if n < len(bones.fields):
            at = bones.fields[n].end
        before = behind
    if not found:
        return bones
    return between(sorted((*bones.fields, *found), key=lambda f: f.start), entry, text)


def _noted(gap: str, start: int, end: int, at: int, before: str, behind: str) -> Field:
    words = gap[start:end]
    if words.startswith("<!--"):
        name = "comment"
    elif not any(c.isalnum() for c in _shortcode().sub("", words)):
        name = "mark"
    elif "|" in gap or "\n" in gap:
        name = "text"
    else:
        name = "track" if before in ("venue", "year") or behind in ("venue", "year") else "text"
    return Field(name, at + start, at + end)


@cache
def _shortcode() -> re.Pattern[str]:
    return re.compile(r":[a-z0-9_+-]+:")
