"""What the places of a list teach, and how well each would suit a title. Pure, and linear.

A naive Bayes over words, pairs of words, topics and venues, in which a heading counts as some
entries more; an entry is always judged without itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from math import log
from operator import add

from listlint.paperlist import Entry, PaperList
from listlint.placement import evidence
from listlint.placement.places import Place, places
from listlint.values import NamedTuple

# Chosen by benchmarks/placement.py; the sums are flat around them.
SMOOTH = 0.4  # what is added to every count
SIZE = 0.7  # how much the number of a place's entries counts
HEADING, ABOVE = 6.0, 1.0  # entries that a heading's word weighs: its own, and one above it
PAIR, TOPIC, VENUE = 0.3, 0.5, 0.4  # what these weigh beside a word
WIDEST = 64  # what more places tell tells hardly any apart, and takes time with each entry


class Ranked(NamedTuple):
    """A place and how well it suits: more is better, only differences mean anything."""

    place: Place
    score: float


class Lesson(NamedTuple):
    """What a list teaches."""

    places: tuple[Place, ...]
    told: dict[int, tuple[str, ...]]  # by the entry's index
    home: dict[int, int]  # entry -> number of its place
    counts: dict[str, dict[int, float]]  # evidence -> place -> entries that tell it
    gains: dict[str, tuple[tuple[int, float], ...]]  # the same, as what it adds to a score
    weights: dict[str, float]  # what each thing weighs beside a word
    sizes: tuple[float, ...]  # of each place: all that is told there, weighed
    starts: tuple[tuple[float, float], ...]  # of each: what its entries count, and its size
    floor: float  # what smoothing adds to each of them

    def scores(self, told: tuple[str, ...], without: Entry | None = None) -> list[float]:
        """How well each place suits what is told, by its number; ``without`` is left out."""
        own = -1 if without is None else self.home.get(without.index, -1)
        weight = self.weight(told)
        scores = [entries - weight * size for entries, size in self.starts]
        if without is not None and own >= 0:
            scores[own] = self._left(own, without, weight)
        for each in told:
            for number, gain in self.gains.get(each, ()):
                if number != own:
                    scores[number] += gain
                elif (count := self.counts[each][own]) > 1:
                    scores[own] += self.weights[each] * _gain(count - 1)
        return scores

    def weight(self, told: tuple[str, ...]) -> float:
        """What all of it weighs; most of it stands in the list."""
        known = self.weights
        return sum([known[each] if each in known else weigh(each) for each in told])

    def _left(self, own: int, without: Entry, weight: float) -> float:
        """Where a place starts from without one of its entries."""
        size = self.sizes[own] - self.weight(self.told[without.index])
        return SIZE * log(len(self.places[own].members) - 0.5) - weight * log(size + self.floor)

    def ranked(
        self, told: tuple[str, ...], without: Entry | None = None, more: Sequence[float] = ()
    ) -> list[Ranked]:
        """Every place, the one that suits best first; ``more`` is added to what is told."""
        scores = self.scores(told, without)
        if more:
            scores = list(map(add, scores, more))
        order = sorted(range(len(scores)), key=lambda number: -scores[number])
        return [Ranked(self.places[number], scores[number]) for number in order]


def learn(papers: PaperList, among: tuple[Place, ...] | None = None) -> Lesson:
    """Everything told in each place, counted."""
    found = places(papers) if among is None else among
    told: dict[int, tuple[str, ...]] = {}
    home: dict[int, int] = {}
    counts: defaultdict[str, dict[int, float]] = defaultdict(dict)
    for place in found:
        for entry in place.members:
            home[entry.index] = place.number
            told[entry.index] = evidence.of_entry(entry)
            for each in told[entry.index]:
                by = counts[each]
                by[place.number] = by.get(place.number, 0.0) + 1.0
        told |= {entry.index: evidence.of_entry(entry) for entry in place.guests}
        for each, weight in _headings(place):
            counts[each][place.number] = counts[each].get(place.number, 0.0) + weight
    return _weighed(found, told, home, dict(counts))


def _weighed(
    found: tuple[Place, ...],
    told: dict[int, tuple[str, ...]],
    home: dict[int, int],
    counts: dict[str, dict[int, float]],
) -> Lesson:
    sizes = [0.0] * len(found)
    weights = {each: weigh(each) for each in counts}
    gains: dict[str, tuple[tuple[int, float], ...]] = {}
    floor = 0.0
    for each, by in counts.items():
        how = weights[each]
        floor += SMOOTH * how
        for number, count in by.items():
            sizes[number] += how * count
        if len(by) <= WIDEST:
            gains[each] = tuple([(at, how * _gain(count)) for at, count in by.items()])
    floor = floor or 1.0
    starts = tuple(
        (SIZE * log(len(place.members) + 0.5), log(size + floor))
        for place, size in zip(found, sizes, strict=True)
    )
    return Lesson(found, told, home, counts, gains, weights, tuple(sizes), starts, floor)


@lru_cache(maxsize=4096)
def _gain(count: float) -> float:
    """What a thing told by so many adds for a place, before it is weighed."""
    return log(1 + count / SMOOTH)


def _headings(place: Place) -> list[tuple[str, float]]:
    *above, own = place.section.path
    named = [(title, ABOVE) for title in above] + [(own, HEADING)]
    return [(each, weight) for title, weight in named for each in evidence.of_title(title)]


def weigh(each: str) -> float:
    """What a thing told weighs beside a word."""
    if each[0] == evidence.TOPIC:
        return TOPIC
    if each[0] == evidence.VENUE:
        return VENUE
    return PAIR if evidence.PAIR in each else 1.0
