"""Headings that the contents leave out though they mean to name them, and the line they lack.

Whether that is a fault it leaves to others.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from listlint.finding import Edit
from listlint.fragments import anchor_of
from listlint.knowledge.titles import words
from listlint.outline import ESCAPED, Line, outline
from listlint.paperlist import PaperList, Section
from listlint.sections import empty, holding
from listlint.values import NamedTuple

COVERED = 0.8  # of a level's headings, or of those beside: then the contents mean to name all
FEWEST = 2  # named neighbours below one heading that show that the contents go so deep
FEWEST_OF_ALL = 4  # the same, where no entry stands below the heading that isn't named
QUIET = frozenset(
    "a and citation cite citing content contents how license licence of our table the this to toc "
    "us acknowledge acknowledgement acknowledgements acknowledgment acknowledgments".split()
)


class Omission(NamedTuple):
    """A section that the contents don't name, and how many of its like they do."""

    section: Section
    named: int
    of: int
    holds: bool  # whether entries stand in it, or it stands among named ones
    beside: Line | None  # of a neighbour that the contents name
    before: bool  # whether that one stands before it


def omissions(papers: PaperList) -> Iterator[Omission]:
    """Sections behind the contents that these don't name, though they name those beside them."""
    lines, named = outline(papers)
    if not named:
        return
    hold = set(_holding(papers))
    bare = {section.index for section in empty(papers)}
    behind = lines[0].item.start
    known = [
        section
        for section in papers.sections
        if section.index in named
        or (section.index not in bare and section.index in hold)
        or (section.index not in bare and section.span.start > behind and not _quiet(section))
    ]
    paths = {section.path for section in papers.base.sections}
    counted = [section for section in known if section.path in paths]  # new ones have no say
    held = _Count((s for s in counted if s.index in named or s.index in hold), named)
    every = _Count(counted, named)
    places = _places(known, named)
    for section in known:
        if section.index not in named:
            holds = section.index in hold
            if holds:
                count = held.of(section, FEWEST, deep=True)
            else:
                count = every.of(section, FEWEST_OF_ALL, deep=False)
            if count:
                beside = places[section.parent, section.level]
                at = bisect_left(beside, section.index) - 1
                line = named[beside[max(at, 0)]] if beside else None
                yield Omission(section, *count, holds, line, at >= 0)


def _holding(papers: PaperList) -> Iterator[int]:
    """Sections behind the contents that hold entries, or stand among named ones of their level."""
    lines, named = outline(papers)
    holds = holding(papers)
    first = {papers.sections[index].level: index for index in sorted(named, reverse=True)}
    last = {papers.sections[index].level: index for index in sorted(named)}
    for section in papers.sections:
        index, level = section.index, section.level
        behind = section.span.start > lines[0].item.start
        among = first.get(level, index) < index < last.get(level, index)
        if behind and (index in holds or among):
            yield index


def _quiet(section: Section) -> bool:
    """Headings at a list's end that contents seldom name, and the contents' own."""
    return all(word in QUIET for word in words(section.title))


class _Count:
    """How many sections are named of each level, and of those below one heading."""

    def __init__(self, sections: Iterable[Section], named: Mapping[int, Line]) -> None:
        self.named = named
        self.levels: defaultdict[int, list[int]] = defaultdict(lambda: [0, 0])
        self.beside: defaultdict[tuple[int | None, int], list[int]] = defaultdict(lambda: [0, 0])
        for section in sections:
            so = section.index in named
            beside = self.beside[section.parent, section.level]
            for counted in (self.levels[section.level], beside):
                counted[0] += so
                counted[1] += 1

    def of(self, section: Section, fewest: int, *, deep: bool) -> tuple[int, int] | None:
        """So many of so many, if that says that all are meant to be named.

        ``deep``: unless the contents name the heading around it and none of those beside it.
        """
        beside = self.beside[section.parent, section.level]
        so, of = self.levels[section.level]
        if so >= fewest - 1 and so >= COVERED * of and not (deep and self._ends_above(section)):
            return so, of
        so, of = beside
        return (so, of) if so >= fewest and so >= COVERED * (of - 1) else None

    def _ends_above(self, section: Section) -> bool:
        return section.parent in self.named and not self.beside[section.parent, section.level][0]


# How it would be named


def _places(
    sections: Iterable[Section], named: Mapping[int, Line]
) -> defaultdict[tuple[int | None, int], list[int]]:
    """The indexes of the named sections below one heading, in their order."""
    held: defaultdict[tuple[int | None, int], list[int]] = defaultdict(list)
    for section in sections:
        if section.index in named:
            held[section.parent, section.level].append(section.index)
    return held


def line_for(papers: PaperList, omission: Omission) -> Edit | None:
    """The line that the contents lack, where a neighbour's line shows how it is written."""
    section, beside = omission.section, omission.beside
    lead = _lead(papers, beside) if beside else None
    if beside is None or lead is None:
        return None
    line = f"{lead}[{section.title.translate(ESCAPED)}](#{anchor_of(papers, section)})"
    if omission.before:
        return Edit(beside.item.end, beside.item.end, f"\n{line}")
    start = papers.text.rfind("\n", 0, beside.inner.link.start) + 1
    return Edit(start, start, f"{line}\n")


def _lead(papers: PaperList, line: Line) -> str | None:
    """What stands before the link in a line that holds a bullet and a link and nothing else."""
    link, text = line.inner.link, papers.text
    start = text.rfind("\n", 0, link.start) + 1
    end = text.find("\n", link.end)
    lead = text[start : link.start]
    rest = text[link.end : end if end >= 0 else len(text)]
    alone = lead.strip() in ("-", "*", "+") and not rest.strip()
    return lead if alone and link.name == "inline" else None
