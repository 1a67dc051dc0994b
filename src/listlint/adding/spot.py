"""The sections of a list ranked for a paper, and the place in one of them. Pure.

What a section is about is learnt from its titles; where headings state years or venues, a paper
goes below its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from math import log

from listlint.adding.following import Spot
from listlint.adding.likeness import Likeness
from listlint.adding.wanted import Wanted, is_preprint, venue_id
from listlint.knowledge import titles, venues
from listlint.once import once
from listlint.paperlist import Entry, PaperList, Section
from listlint.placement import evidence
from listlint.placement.lesson import Lesson, learn
from listlint.placement.places import Place, topic_of
from listlint.style.order import NEWEST_FIRST, NEWEST_LAST, order_of, place
from listlint.values import NamedTuple

YEAR, FAR, VENUE = 4.0, 0.5, 6.0  # what a heading's year, and each year beside it, and venue weigh
SMALL = 0.05  # the nearest of several ends is meant
NEIGHBOURS, NEAR = 20, 4.0  # entries like it that speak for their section, and how loud
WINDOW = 0.6  # years around a paper's own time that say where papers of that time go
DOUBT, LEAST, RAREST = 2.0, 0.2, 0.02  # what that is smoothed with
TENDS = 0.3  # how much oftener entries stand newest first, or last, where that is the way
FEWEST = 3  # dated entries that show how they stand
ENDS = ("before", "until", "till", "prior", "pre")


class Ranked(NamedTuple):
    """A section, and how well it suits."""

    section: int | None
    score: float


def ranked(papers: PaperList, wanted: Wanted) -> list[Ranked]:
    """Sections that hold entries, the one that suits best first."""
    own = _taught(papers) if wanted.kind == "paper" else _learnt(papers, wanted.kind)
    homes, lesson = own.homes, own.lesson
    told = _told(wanted)
    topical = lesson.scores(told)
    timely = _of_age(lesson, wanted)
    scores = {place.section.index: topical[n] + timely[n] for n, place in enumerate(lesson.places)}
    for value, entry in own.likeness.nearest(told, NEIGHBOURS):
        at = homes.get(entry.section)
        if at is not None:
            scores[at] += NEAR * value
    found = [
        Ranked(
            section, scores.get(-1 if at is None else at, 0.0) + _timely(papers, section, wanted)
        )
        for section, at in homes.items()
    ]
    return sorted(found, key=lambda each: -each.score)


def _of_age(lesson: Lesson, wanted: Wanted) -> list[float]:
    """How much oftener papers of this time stand in each place than in the list."""
    own = age_of(wanted.ids, wanted.year)
    if own is None:
        return [0.0] * len(lesson.places)
    near = [sum(_is_near(entry, own) for entry in place.members) for place in lesson.places]
    sizes = [len(place.members) for place in lesson.places]
    share = sum(near) / max(1, sum(sizes))
    doubt = DOUBT * share + LEAST
    return [
        log((count + doubt) / (size * max(share, RAREST) + doubt))
        for count, size in zip(near, sizes, strict=True)
    ]


def _is_near(entry: Entry, own: float) -> bool:
    age = age_of(entry.ids, entry.year)
    return age is not None and abs(age - own) <= WINDOW


class _Taught(NamedTuple):
    """What the entries of a list teach."""

    homes: dict[int | None, int | None]  # of a section that of its topic
    lesson: Lesson
    likeness: Likeness


@once
def _taught(papers: PaperList) -> _Taught:
    """What the papers of a list teach, kept for the next one."""
    return _learnt(papers, "paper")


def _learnt(papers: PaperList, kind: str) -> _Taught:
    homes = {
        entry.section: _home(papers, entry.section)
        for entry in papers.entries
        if entry.kind == kind
    }
    entries = [entry for entry in papers.entries if entry.kind == kind]
    return _Taught(homes, _lesson(papers, homes, kind), Likeness(entries))


def _told(wanted: Wanted) -> tuple[str, ...]:
    """What is known of a paper's topic."""
    told = evidence.of_title(wanted.title)
    known = venue_id(wanted.venue)
    return (*told, evidence.VENUE + known) if known and wanted.published else told


def _home(papers: PaperList, section: int | None) -> int | None:
    """The section of a topic that this one is a part of; of none the section itself."""
    if section is None:
        return None
    topic = topic_of(papers, papers.sections[section])
    return section if topic is None else topic


def _lesson(papers: PaperList, homes: dict[int | None, int | None], kind: str) -> Lesson:
    held: defaultdict[int, list[Entry]] = defaultdict(list)
    for entry in papers.entries:
        at = homes.get(entry.section)
        if entry.kind == kind and at is not None:
            held[at].append(entry)
    found = [
        Place(n, papers.sections[at], tuple(members), True)
        for n, (at, members) in enumerate(sorted(held.items()))
    ]
    return learn(papers, tuple(found))


def _timely(papers: PaperList, section: int | None, wanted: Wanted) -> float:
    """What the headings above a section say of when and where its papers appeared."""
    score = 0.0
    year = venue = False
    own = wanted.year or age_of(wanted.ids, None)
    for heading in _up(papers, section):
        end = until(heading.title)
        if end and own and not year:
            year = True
            score += YEAR - SMALL * (end - own) if own < end else -2 * YEAR
        found, stated = venues.find_in_heading(heading.title, papers.vocabulary)
        if stated and own and not year:
            year = True
            apart = abs(stated - int(own))
            score += YEAR if not apart else -YEAR - FAR * apart
        if found is not None and not venue:
            venue = True
            score += _of_venue(found.id or found.name, wanted)
    return score


def until(title: str) -> int | None:
    """The year before which a heading ends: "Before 2021"."""
    words = titles.words(title)
    if len(words) == 2 and words[0] in ENDS and words[1].isdigit() and len(words[1]) == 4:
        return int(words[1])
    return None


def _of_venue(stated: str, wanted: Wanted) -> float:
    if not wanted.published:
        return VENUE if is_preprint(stated) else -VENUE
    known = venue_id(wanted.venue) or wanted.venue
    return VENUE if titles.fold(stated) == titles.fold(known) else -VENUE


def _up(papers: PaperList, section: int | None) -> Iterator[Section]:
    while section is not None:
        yield papers.sections[section]
        section = papers.sections[section].parent


# The place in a section


def spot(papers: PaperList, section: int | None, wanted: Wanted) -> Spot:
    """Behind which entry the paper goes."""
    held = [entry for entry in papers.entries if entry.section == section]
    order = order_of(held, papers.text)
    if order is None:
        return Spot(section, _tending(held, wanted))
    key = _key(order.by, wanted)
    if key is None:
        return Spot(section, None if order.name == NEWEST_FIRST else held[-1].index)
    return Spot(section, place(papers, section, key))


def _key(by: str, wanted: Wanted) -> object:
    if by == "title":
        return wanted.folded
    if by == "date":
        said = [int(part) for part in wanted.date.split("-") if part.isdigit()]
        whole = tuple([*said, 0, 0][:3])
        return whole if said else (wanted.year, 0, 0) if wanted.year else None
    return wanted.year


def _tending(held: list[Entry], wanted: Wanted) -> int | None:
    """Without an order that is kept: among the entries of its time, as they mostly stand."""
    if not held:
        return None
    aged = [(entry.index, age) for entry in held if (age := age_of(entry.ids, entry.year))]
    own = age_of(wanted.ids, wanted.year)
    tendency = _tendency([age for _, age in aged])
    if own is None or abs(tendency) < TENDS:
        return held[-1].index
    name = NEWEST_LAST if tendency > 0 else NEWEST_FIRST
    best, at = _fewest_breaks(
        [age if name == NEWEST_LAST else -age for _, age in aged],
        own if name == NEWEST_LAST else -own,
    )
    del best
    return aged[at - 1][0] if at else None


def age_of(ids: tuple[str, ...], year: int | None) -> float | None:
    """When a paper appeared: by its arXiv number the month, else its year."""
    for id in ids:
        number = id.removeprefix("arxiv:")
        if number != id and number[:4].isdigit():
            return 2000 + int(number[:2]) + (int(number[2:4]) - 1) / 12
    return float(year) + 0.5 if year else None


def _tendency(ages: list[float]) -> float:
    """From -1, newest first, to 1, newest last: which neighbours stand in which order."""
    pairs = [(a, b) for n, a in enumerate(ages) for b in ages[n + 1 : n + 12]]
    if len(ages) < FEWEST:
        return 0.0
    return sum((b > a) - (b < a) for a, b in pairs) / len(pairs)


def _fewest_breaks(rising: list[float], own: float) -> tuple[int, int]:
    """The place before which fewest are later, and behind which fewest are earlier; the last."""
    breaks = sum(age < own for age in rising)
    best, at = breaks, 0
    for n, age in enumerate(rising, 1):
        breaks += (age > own) - (age < own)
        if breaks <= best:
            best, at = breaks, n
    return best, at
