"""What a title tells of its topic: words, pairs of them, topics that they mark, venues. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import groupby, pairwise

from listlint.knowledge import titles
from listlint.knowledge.rulebook import tables
from listlint.paperlist import Entry

STOP = frozenset(
    "a an the of for in on with via by from to and or using towards toward at as through under"
    " over into is are be its their can do does we you it that this these how what why when where"
    " which not no without between across beyond new novel based approach method methods study"
    " towards via per vs all you need".split()
)
LONGEST = 60  # words of a title that are looked at
PAIR, TOPIC, VENUE = " ", "=", "@"  # how evidence that is no single word begins, or what it holds


def of_entry(entry: Entry) -> tuple[str, ...]:
    """What an entry tells: its title, and its own venue."""
    told = of_title(entry.title)
    venue = entry.venue
    if venue is not None and venue.id and "venue" not in entry.inherited:
        return (*told, VENUE + venue.id)
    return told


@lru_cache(maxsize=16384)
def of_title(title: str) -> tuple[str, ...]:
    """Each thing once, in the order of the title."""
    return of_text(title, LONGEST)


def of_text(text: str, longest: int | None = None) -> tuple[str, ...]:
    """The same of any text, of so many of its words."""
    split = titles.words(text) if text.isascii() else _split(text)
    words = [root(word) for word in split if word not in STOP][:longest]
    pairs = [f"{one}{PAIR}{other}" for one, other in pairwise(words)]
    found = [word for word in words if not word.isdigit()]
    found += pairs
    found += _topics(words, pairs)
    return tuple(dict.fromkeys(found))


def _split(title: str) -> Iterator[str]:
    """Words; of a script that parts none, pairs of characters."""
    for word in titles.words(title):
        if word.isascii():
            yield word
            continue
        for unparted, run in groupby(word, _unparted):
            part = "".join(run)
            if unparted:
                yield from (part[n : n + 2] for n in range(max(1, len(part) - 1)))
            else:
                yield part


def _unparted(character: str) -> bool:
    return "\u3040" <= character <= "\u30ff" or "\u4e00" <= character <= "\u9fff"


@lru_cache(maxsize=32768)
def root(word: str) -> str:
    """A plural as its singular."""
    if len(word) > 3 and word[-1] == "s" and word[-2] not in "sui":
        return word[:-3] + "y" if word.endswith("ies") and len(word) > 4 else word[:-1]
    return word


def _topics(words: list[str], pairs: list[str]) -> list[str]:
    marks = _marks()
    return [TOPIC + name for each in (*words, *pairs) if each in marks for name in marks[each]]


@cache
def _marks() -> dict[str, tuple[str, ...]]:
    """Words and pairs of words to the topics that they mark."""
    held: dict[str, list[str]] = {}
    for topic, marks in tables()["topics"]["topics"].items():
        for mark in marks:
            parts = [root(word) for word in titles.words(mark) if word not in STOP]
            if 0 < len(parts) <= 2:
                held.setdefault(PAIR.join(parts), []).append(topic)
    return {mark: tuple(topics) for mark, topics in held.items()}
