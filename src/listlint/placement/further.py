"""What tells of a topic besides a title: abstracts that somebody gave, meanings that a model gives.

Pure: abstracts and vectors are handed in. Each adds to how well the places of a list suit.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from math import sqrt
from operator import mul

from listlint.paperlist import Embed, Entry
from listlint.placement import evidence
from listlint.placement.lesson import Lesson

Vector = Sequence[float]
Further = Callable[[Entry], Sequence[float]]  # an entry to what is added for each place
Near = Callable[[str, int], Sequence[float]]  # the same of a title, and the place it stands in

ABSTRACT = 0.2  # what a word of an abstract weighs beside one of a title
LONGEST = 3000  # characters of an abstract
MEANING = 6.0  # nats between a place that means the same and one that means nothing alike


def abstracts(lesson: Lesson, known: Mapping[str, str]) -> Further:
    """Abstracts by canonical id: words that the list's titles know, each once."""

    def adds(entry: Entry) -> Sequence[float]:
        text = next((known[id] for id in entry.ids if id in known), "")[:LONGEST]
        titled = set(lesson.told.get(entry.index, ()))
        told = [each for each in evidence.of_text(text) if each in lesson.gains]
        told = [each for each in told if each not in titled]
        scores = [0.0] * len(lesson.places)
        weight = ABSTRACT * lesson.weight(tuple(told))
        for number, (_, size) in enumerate(lesson.starts):
            scores[number] -= weight * size
        for each in told:
            for number, gain in lesson.gains[each]:
                scores[number] += ABSTRACT * gain
        return scores

    return adds


def meanings(lesson: Lesson, embed: Embed) -> Near:
    """How near a title's vector is to the middle of each place's; of the place that the entry
    stands in (its number, else -1) the entry itself is left out."""
    members = [[entry.title for entry in place.members] for place in lesson.places]
    made = iter(embed([title for titles in members for title in titles]))
    sums = [_sum([_unit(next(made)) for _ in titles]) for titles in members]

    def near(title: str, own: int) -> Sequence[float]:
        (vector,) = map(_unit, embed([title]))
        middles = [
            [a - b for a, b in zip(whole, vector, strict=True)] if number == own else whole
            for number, whole in enumerate(sums)
        ]
        return [MEANING * sum(map(mul, _unit(middle), vector)) for middle in middles]

    return near


def alike(lesson: Lesson, embed: Embed) -> Further:
    """The same of an entry, which is left out of the place that it stands in."""
    near = meanings(lesson, embed)
    return lambda entry: near(entry.title, lesson.home.get(entry.index, -1))


def likest(embed: Embed, title: str, among: Sequence[Entry], most: int) -> list[Entry]:
    """The entries whose titles mean nearly the same, the nearest first."""
    wanted, *vectors = map(_unit, embed([title, *(entry.title for entry in among)]))
    near = [sum(map(mul, wanted, each)) for each in vectors]
    order = sorted(range(len(among)), key=lambda n: (-near[n], among[n].lines))
    return [among[n] for n in order[:most]]


def _sum(vectors: Sequence[Vector]) -> list[float]:
    return [sum(each) for each in zip(*vectors, strict=True)]


def _unit(vector: Vector) -> list[float]:
    """The vector at the length of one; nothing at all stays nothing."""
    length = sqrt(sum(float(each) ** 2 for each in vector))
    return [float(each) / (length or 1.0) for each in vector]
