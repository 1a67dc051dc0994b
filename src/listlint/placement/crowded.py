"""Groups of entries that stand apart in a long section: what could be a section of its own. Pure.

A group is what shares a telling pair of words, or a word, that others of the section lack, and no
heading of the list names yet.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise
from math import log

from listlint.knowledge import titles
from listlint.paperlist import Entry, PaperList
from listlint.placement import evidence
from listlint.placement.lesson import Lesson
from listlint.placement.places import Place, is_of_venues
from listlint.values import NamedTuple

LONG = 40  # entries of a section that is worth parting
FEWEST = 6  # entries of a group
MOST_SHARE = 0.4  # of the section: a larger group is what the section is about
AT_HOME = 0.6  # of the entries that share the words, so many stand in this section
KIN = 2.5  # how much more alike the group's entries are than those of the section
MOST = 2  # groups that are proposed for one section


# Words of pairs that say how a thing is done, not what it is about.
MANNERS = frozenset(
    "fine one zero few real time free high low single multi large small open source end key value"
    " state art deep neural self semi pre post generative adversarial aware based driven guided"
    " data model network learning training trained efficient fast robust general specific scale"
    " quality fidelity shot stage step level plug play black white box look year".split()
)


class Group(NamedTuple):
    """Entries of a section that share what the others lack."""

    place: Place
    name: str  # of the section that they could have
    entries: tuple[Entry, ...]


def crowded(papers: PaperList, lesson: Lesson) -> Iterator[Group]:
    """The groups of each long section, the largest first; none shares an entry with another."""
    named = {each for section in papers.sections for each in evidence.of_title(section.title)}
    for place in lesson.places:
        if len(place.members) >= LONG and lesson.told and not is_of_venues(place.title):
            yield from _groups(lesson, place, named)


def _groups(lesson: Lesson, place: Place, named: set[str]) -> Iterator[Group]:
    held: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in place.members:
        for each in lesson.told[entry.index]:
            if evidence.PAIR in each and each[0] != evidence.TOPIC and each not in named:
                held[each].append(entry)
    taken: set[int] = set()
    found = 0
    for pair in sorted(held, key=lambda pair: (-len(held[pair]), pair)):
        entries = [entry for entry in held[pair] if entry.index not in taken]
        if len(entries) < FEWEST or found == MOST:
            break
        if _apart(lesson, place, pair, held[pair], named):
            taken.update(entry.index for entry in entries)
            found += 1
            yield Group(place, _name(pair, entries), tuple(entries))


def _apart(lesson: Lesson, place: Place, pair: str, entries: list[Entry], named: set[str]) -> bool:
    """Whether the words are the section's own, tell something, and hold the group together."""
    count = len(entries)
    if count > MOST_SHARE * len(place.members):
        return False
    if count < AT_HOME * sum(lesson.counts[pair].values()):
        return False
    one, other = pair.split(evidence.PAIR)
    telling = one.isalpha() and other.isalpha() and min(len(one), len(other)) > 1
    telling = telling and MANNERS.isdisjoint((one, other))
    if not telling or {one, other} <= named:
        return False
    return _bound(lesson, place, one, other, count) >= KIN


def _bound(lesson: Lesson, place: Place, one: str, other: str, count: int) -> float:
    """How much oftener the two words stand together than by chance, as a logarithm."""
    ones = lesson.counts[one].get(place.number, 0.0) or 1.0
    others = lesson.counts[other].get(place.number, 0.0) or 1.0
    return log(count * len(place.members) / (ones * others), 2)


def _name(pair: str, entries: list[Entry]) -> str:
    """The two words as titles write them most."""
    first, _, last = pair.partition(evidence.PAIR)
    spelt: Counter[str] = Counter()
    for entry in entries:
        written = entry.title.replace("-", " ").replace(":", " ").replace(",", " ").split()
        for one, other in pairwise(written):
            roots = [evidence.root("".join(titles.words(word))) for word in (one, other)]
            if roots == [first, last]:
                spelt[f"{one} {other}"] += 1
    return spelt.most_common(1)[0][0] if spelt else f"{first} {last}".capitalize()
