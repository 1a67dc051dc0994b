"""Which sections are places of a topic; years, venues, letters and catch-alls are none.

A section whose heading only says when or where a paper appeared counts to the one around it. Pure.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

from listlint.changes import stood
from listlint.knowledge import titles, venues
from listlint.paperlist import Entry, PaperList, Section
from listlint.papers import ageless
from listlint.values import NamedTuple

FEWEST = 5  # entries of a section that teaches anything
# Headings of what is neither one topic nor without one: nothing is moved in or out there.
CATCH_ALLS = frozenset(
    "other others misc miscellaneous miscellany miscellanea various general generals uncategorized"
    " unsorted unclassified interesting more related additional further extra resource resources"
    " reference references link links survey surveys review reviews overview overviews tutorial"
    " tutorials news recent latest trending new popular highlights highlight important mustread"
    " featured recommended todo tbd unpublished background history introduction introductory"
    " basics book books blog blogs talk talks thesis theses course courses workshop workshops"
    " contents content paper papers list lists article articles publications publication"
    " 其他 其它 综述 杂项 更多".split()
)
VENUES = frozenset("conference conferences journal journals proceedings venue venues".split())
# Words that say nothing of the topic beside one that does: "Survey Papers", "Other Works".
FILLERS = frozenset(
    "paper papers work works list lists of the and or in for on with by to a an from section topic"
    " topics method methods approach approaches research study studies article articles back top"
    " part all".split()
)


class Place(NamedTuple):
    """A section that teaches: its members are the entries that stand in it, years put together."""

    number: int  # among the places of the list
    section: Section
    members: tuple[Entry, ...]
    open: bool  # it may receive and lose entries
    guests: tuple[Entry, ...] = ()  # new in a change: judged, but they teach nothing

    @property
    def title(self) -> str:
        return self.section.title


def places(papers: PaperList) -> tuple[Place, ...]:
    """The places of a list with at least ``FEWEST`` papers, in the order of the text."""
    homes = [topic_of(papers, section) for section in papers.sections]
    held: defaultdict[int, list[Entry]] = defaultdict(list)
    new: defaultdict[int, list[Entry]] = defaultdict(list)
    old = stood(papers)
    for entry in papers.entries:
        if entry.kind == "paper" and entry.section is not None:
            home = homes[entry.section]
            if home is not None:
                (held if entry.index in old else new)[home].append(entry)
    made: list[Place] = []
    for home, members in sorted(held.items()):
        if len(members) >= FEWEST:
            section = papers.sections[home]
            open_ = not is_catch_all(section.title)
            made.append(Place(len(made), section, tuple(members), open_, tuple(new[home])))
    return tuple(made)


def topic_of(papers: PaperList, section: Section) -> int | None:
    """The section itself, or the nearest around it whose heading names more than a time."""
    at: Section | None = section
    while at is not None and is_timely(at.title):
        at = None if at.parent is None else papers.sections[at.parent]
    return None if at is None else at.index


def is_timely(title: str) -> bool:
    """Whether a heading says only when or where papers appeared, or is a letter of the alphabet."""
    left = ageless(title)
    return len(left) < 2 or left.isdigit() or venues.match(_undated(title)) is not None


def _undated(title: str) -> str:
    return _numbers().sub(" ", title).strip(" .:-–—()[]'’")


def is_catch_all(title: str) -> bool:
    """Whether a heading names no topic of its own."""
    words = [word for word in titles.words(title) if not word.isdigit()]
    if is_of_venues(title):
        return True
    telling = [word for word in words if word not in FILLERS]
    if not telling:
        return True
    return any(word in CATCH_ALLS for word in telling) and (
        len(telling) == 1 or telling[0] in CATCH_ALLS or telling[-1] in CATCH_ALLS
    )


def is_of_venues(title: str) -> bool:
    """Whether a heading says at what kind of venue its papers appeared."""
    return not VENUES.isdisjoint(titles.words(title))


@cache
def _numbers() -> re.Pattern[str]:
    return re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|'\d\d\b|^[\d.]+\s")
