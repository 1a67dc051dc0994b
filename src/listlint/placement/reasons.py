"""Why a place suits an entry: words of its title that say so, and what is like it there. Pure."""

from __future__ import annotations

from math import log

from listlint.knowledge import titles
from listlint.paperlist import Entry
from listlint.placement import evidence
from listlint.placement.lesson import SMOOTH, Lesson, weigh
from listlint.placement.places import Place

MOST_WORDS, MOST_LIKE = 3, 3
TELLING = 0.5  # what a word must add to be named, in nats
COMMON = 0.25  # evidence that more of the entries share finds nothing


def words(
    lesson: Lesson, told: tuple[str, ...], title: str, place: Place, rather_than: Place | None
) -> tuple[str, ...]:
    """The title's words that speak for a place (rather than another), the strongest first."""
    gains = {each: _gain(lesson, each, place, rather_than) for each in told}
    chosen: list[str] = []
    for each in sorted(gains, key=lambda each: (-gains[each], each)):
        if gains[each] < TELLING or len(chosen) == MOST_WORDS:
            break
        if each[0] not in (evidence.TOPIC, evidence.VENUE) and evidence.PAIR not in each:
            chosen.append(each)
    spelt = {evidence.root(word): word for word in reversed(titles.words(title))}
    return tuple(spelt.get(each, each) for each in chosen)


def _gain(lesson: Lesson, each: str, place: Place, rather_than: Place | None) -> float:
    counts = lesson.counts.get(each, {})
    gain = log(1 + counts.get(place.number, 0) / SMOOTH)
    if rather_than is not None:
        gain -= log(1 + max(0.0, counts.get(rather_than.number, 0) - 1) / SMOOTH)
    else:
        gain -= log(1 + sum(counts.values()) / max(1, len(lesson.places)) / SMOOTH)
    return weigh(each) * gain


def nearest(
    lesson: Lesson, told: tuple[str, ...], place: Place, but: Entry | None = None
) -> tuple[Entry, ...]:
    """The entries of a place that are most like what is told."""
    total = max(2, len(lesson.told))
    worth = {
        each: (weigh(each) * log(total / count)) ** 2
        for each in told
        if (count := sum(lesson.counts.get(each, {}).values())) and count <= COMMON * total + 5
    }
    alike: list[tuple[float, Entry]] = []
    for entry in place.members:
        if but is None or entry.index != but.index:
            theirs = lesson.told[entry.index]
            shared = sum(worth.get(each, 0.0) for each in theirs)
            if shared:
                alike.append((shared / (1 + sum(map(weigh, theirs))) ** 0.5, entry))
    alike.sort(key=lambda pair: (-pair[0], pair[1].index))
    return tuple(entry for _, entry in alike[:MOST_LIKE])
