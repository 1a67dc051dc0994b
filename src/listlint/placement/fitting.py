"""Sections ranked for a paper that may not stand in the list yet, with reasons. Pure."""

from __future__ import annotations

from listlint.knowledge import titles
from listlint.paperlist import Entry, PaperList
from listlint.placement import evidence
from listlint.placement.further import Near
from listlint.placement.lesson import Lesson
from listlint.placement.places import Place
from listlint.placement.reasons import nearest, words
from listlint.values import NamedTuple

MOST = 5


class Fit(NamedTuple):
    """A section, and what speaks for it: words of the title, entries that are like it."""

    place: Place
    words: tuple[str, ...]
    like: tuple[Entry, ...]


class Fitting(NamedTuple):
    """Sections for a title, the best first; ``strange``: words that the list uses nowhere."""

    fits: tuple[Fit, ...]
    strange: tuple[str, ...]


def fitting(
    lesson: Lesson, title: str, entry: Entry | None = None, near: Near | None = None
) -> Fitting:
    """The sections for a title; ``entry`` is judged without itself. Nothing is guessed: a section
    for which no word of the title speaks isn't named, unless ``near`` knows meanings."""
    told = evidence.of_title(title) if entry is None else evidence.of_entry(entry)
    own = -1 if entry is None else lesson.home.get(entry.index, -1)
    fits: list[Fit] = []
    for ranked in lesson.ranked(told, entry, near(title, own) if near else ()):
        if not ranked.place.open:
            continue
        telling = words(lesson, told, title, ranked.place, None)
        if telling or near:
            fits.append(Fit(ranked.place, telling, nearest(lesson, told, ranked.place, entry)))
        if len(fits) == MOST:
            break
    return Fitting(tuple(fits), _strange(lesson, title))


def _strange(lesson: Lesson, title: str) -> tuple[str, ...]:
    """Words of the title that nothing in the list knows: what a missing section may be about.

    A name before a colon says nothing of that.
    """
    rest = title.partition(":")[2].strip() or title
    unknown = {each for each in evidence.of_title(rest) if each not in lesson.counts}
    spelt = (word for word in titles.words(rest) if evidence.root(word) in unknown)
    return tuple(dict.fromkeys(spelt))


def standing(papers: PaperList, title: str) -> Entry | None:
    """The entry that has this title already."""
    return next((entry for entry in papers.entries if titles.same(entry.title, title)), None)
