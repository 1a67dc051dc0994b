"""Entries that the list's own sections would put elsewhere, by a margin that the list itself sets.

Pure. How wide a margin must be is learnt from the entries that stand well: their spread, in the
whole list and in each place, which misplaced ones hardly touch. Where nothing is learnt, nothing
is said.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from operator import add
from typing import TYPE_CHECKING

from listlint.paperlist import Entry, PaperList
from listlint.papers import repeated
from listlint.placement import evidence
from listlint.placement.lesson import Lesson
from listlint.placement.places import Place
from listlint.values import NamedTuple

if TYPE_CHECKING:  # it is loaded where somebody gives more than titles
    from listlint.placement.further import Further

FEWEST = 24  # judged entries that a margin can be learnt from
WIDE = 2.75  # spreads above the middle; benchmarks/placement.py shows what it costs and gains
LEAST = 3.0  # the margin itself, in nats: twenty times as likely
LEARNT = 0.1  # by how much the own place must come first more often than the largest place would
OWN = 20  # entries by which a place's own spread weighs as much as the list's
NARROWEST = 0.5  # a spread is never taken for less
SAMPLE = 2000  # entries that show whether the others are worth judging
NEVER = float("-inf")
TAIL = 0.16  # one spread below the middle stand so many


class Misplaced(NamedTuple):
    """An entry, where it stands, and the place that suits it far better."""

    entry: Entry
    place: Place
    better: Place
    margin: float  # in spreads


class _Judged(NamedTuple):
    entry: Entry
    place: Place
    better: Place
    margin: float  # in nats


class _Spread(NamedTuple):
    middle: float
    width: float


def misplaced(
    papers: PaperList, lesson: Lesson, further: Sequence[Further] = ()
) -> Iterator[Misplaced]:
    """Those that stand out, in the order of the text; ``further``: what tells besides titles."""
    if not _worth_judging(papers, lesson):
        return
    every = list(_judged(papers, lesson, further))
    judged = [each for each in every if each.entry.index in lesson.home]
    if not _learnt(judged):
        return
    whole = _spread([each.margin for each in judged])
    by_place: defaultdict[int, list[float]] = defaultdict(list)
    for each in judged:
        by_place[each.place.number].append(each.margin)
    own = {number: _towards(margins, whole) for number, margins in by_place.items()}
    for each in every:
        out = min(_out(each.margin, whole), _out(each.margin, own[each.place.number]))
        if out > WIDE and each.margin > LEAST and not _named(lesson, each):
            yield Misplaced(each.entry, each.place, each.better, out)


def _worth_judging(papers: PaperList, lesson: Lesson) -> bool:
    """Whether some of a very long list show that titles tell its places; a shorter one is judged
    in full anyway."""
    every = len(lesson.home) // SAMPLE
    return every < 2 or _learnt(list(_judged(papers, lesson, every=every)))


def _judged(
    papers: PaperList, lesson: Lesson, further: Sequence[Further] = (), every: int = 1
) -> Iterator[_Judged]:
    """Every entry of an open place but those that stand in several: they are at home in each; or
    each so-manieth of them."""
    among = [place for place in lesson.places if place.open]
    if len(among) < 2:
        return
    closed = [place.number for place in lesson.places if not place.open]
    twice = {entry.index for paper in repeated(papers) for entry in paper.entries}
    for place in among:
        for entry in (*place.members, *place.guests):
            if entry.index not in twice and entry.index % every == 0:
                yield _judgement(lesson, entry, place, closed, further)


def _judgement(
    lesson: Lesson, entry: Entry, place: Place, closed: list[int], further: Sequence[Further]
) -> _Judged:
    """How much better the best of the other open places suits."""
    scores = lesson.scores(lesson.told[entry.index], entry)
    for adds in further:
        scores = list(map(add, scores, adds(entry)))
    own = scores[place.number]
    for number in (*closed, place.number):
        scores[number] = NEVER
    best = max(scores)
    return _Judged(entry, place, lesson.places[scores.index(best)], best - own)


def tells(papers: PaperList, lesson: Lesson) -> bool:
    """Whether titles tell this list's places."""
    return _learnt([e for e in _judged(papers, lesson) if e.entry.index in lesson.home])


def _named(lesson: Lesson, each: _Judged) -> bool:
    """Whether the entry says what its own heading says, and the other heading doesn't."""
    ours = set(evidence.of_title(each.place.title)) - set(evidence.of_title(each.better.title))
    return not ours.isdisjoint(lesson.told[each.entry.index])


def _learnt(judged: list[_Judged]) -> bool:
    """Whether titles tell places at all: else the sections follow something else."""
    sizes = Counter(each.place.number for each in judged)
    if len(judged) < FEWEST:
        return False
    right = sum(each.margin < 0 for each in judged)
    return right >= max(sizes.values()) + LEARNT * len(judged)


def _spread(margins: Sequence[float]) -> _Spread:
    """The middle, and how far below it most stand: what is above may be misplaced."""
    ordered = sorted(margins)
    middle = ordered[len(ordered) // 2]
    return _Spread(middle, max(NARROWEST, middle - ordered[int(TAIL * len(ordered))]))


def _towards(margins: Sequence[float], whole: _Spread) -> _Spread:
    """A place's own spread, that of the list where it has few entries."""
    spread = _spread(margins)
    share = len(margins) / (len(margins) + OWN)
    middle = share * spread.middle + (1 - share) * whole.middle
    return _Spread(middle, share * spread.width + (1 - share) * whole.width)


def _out(margin: float, spread: _Spread) -> float:
    return (margin - spread.middle) / spread.width
