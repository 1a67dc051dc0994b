"""Links of the contents that lead nowhere or elsewhere, and the heading that each may mean."""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Iterator

from listlint.finding import Edit
from listlint.fragments import THE_PAGE, anchor_of, goals, wanted
from listlint.knowledge.titles import fold
from listlint.markdown.kinds import by_kind
from listlint.outline import ESCAPED, Habit, Line, label_habit, outline, tells, titled
from listlint.paperlist import PaperList, Section
from listlint.values import NamedTuple

NOWHERE, NO_LINK, ELSEWHERE, TWIN = "nowhere", "no link", "elsewhere", "twin"
RENAMED, SHORTER = "renamed", "shorter"
MOST_COMPARED = 200_000  # pairs of a broken link and a heading
NEAR = 85  # of 100


class Misled(NamedTuple):
    """A link that doesn't lead where it says."""

    how: str
    start: int
    end: int
    label: str
    fragment: str  # as it is written
    leads: Section | None  # where it leads now
    meant: Section | None  # what it may mean instead
    anchor: str  # of what is meant
    sure: bool  # only that can be meant
    edit: Edit | None
    relabel: Edit | None = None  # what the label would have to say there


def misled(papers: PaperList) -> Iterator[Misled]:
    """All of them, in the order of the text for each kind."""
    meanings = Meanings(papers)
    there = goals(papers)
    habit = label_habit(papers.base)
    for line in outline(papers).lines:
        fragment = line.inner.fragment
        if fragment in there.sections:
            yield from _elsewhere(papers, line, there.sections[fragment], habit)
        elif fragment in THE_PAGE:
            meant = _the_one(titled(papers).get(fold(line.label), []))
            if meant and fold(line.label):
                yield _of_line(papers, NOWHERE, line, None, (meant, True))
        elif fragment not in there.named:
            wrong = _of_line(papers, NOWHERE, line, None, meanings.of(line.label, fragment))
            yield wrong._replace(relabel=_relabel(papers, line, wrong.meant, habit))
    yield from _twins(papers)
    yield from _unlinked(papers, meanings)


def _elsewhere(papers: PaperList, line: Line, leads: Section, habit: Habit) -> Iterator[Misled]:
    """A label that is another heading's text, or, where labels are headings, none at all."""
    label = fold(line.label)
    if label and label != fold(leads.title):
        meant = _the_one(titled(papers).get(label, []))
        if meant:
            yield _of_line(papers, ELSEWHERE, line, leads, (meant, False))
        elif habit.like and _is_line(papers, line):
            if not tells(line.label, leads.title):
                yield _renamed(RENAMED, line, leads)
            elif habit.same and len(label) < len(fold(leads.title)):
                yield _renamed(SHORTER, line, leads)


def _relabel(papers: PaperList, line: Line, meant: Section | None, habit: Habit) -> Edit | None:
    """The heading's text for a label that says something else, where labels are headings."""
    if meant is None or not habit.like or not _is_line(papers, line):
        return None
    if fold(line.label) == fold(meant.title) or tells(line.label, meant.title):
        return None
    return _renamed(RENAMED, line, meant).edit


def _is_line(papers: PaperList, line: Line) -> bool:
    """Whether the link begins a line of its own, rather than standing in a sentence."""
    start = papers.text.rfind("\n", 0, line.inner.link.start) + 1
    return not papers.text[start : line.inner.link.start].strip(" \t-*+>0123456789.)")


def _renamed(how: str, line: Line, leads: Section) -> Misled:
    link = line.inner.link
    bare = link.inner and len(link.children) == 1 and link.children[0].kind == "text"
    edit = Edit(*link.inner, leads.title.translate(ESCAPED)) if bare and link.inner else None
    fragment = link.url.partition("#")[2]
    place = (link.start, link.end)
    return Misled(how, *place, line.label, fragment, leads, None, "", False, edit)


def _twins(papers: PaperList) -> Iterator[Misled]:
    """Headings of one text, whose lines in the contents all lead to the first of them."""
    held: defaultdict[str, list[Line]] = defaultdict(list)
    for line in outline(papers).lines:
        held[line.inner.fragment].append(line)
    sections, named = goals(papers).sections, outline(papers).named
    for fragment, lines in held.items():
        first = sections.get(fragment)
        if first is None or len(lines) < 2:
            continue
        twins = titled(papers).get(fold(first.title), [])
        if len(twins) == len(lines) and not any(twin.index in named for twin in twins[1:]):
            for line, twin in zip(lines[1:], twins[1:], strict=True):
                yield _of_line(papers, TWIN, line, first, (twin, True))


def _unlinked(papers: PaperList, meanings: Meanings) -> Iterator[Misled]:
    """``[label](#two words)``: blanks in the address, so that it is no link at all."""
    text = papers.text
    for node in by_kind(papers.document).get("text", ()):
        at = text.find("](#", node.start, node.end)
        while at >= 0:
            match = _blanks().match(text, at)
            start = text.rfind("[", text.rfind("\n", 0, at) + 1, at)
            if match and start >= 0 and "]" not in text[start + 1 : at]:
                label, fragment = text[start + 1 : at].strip("*_ "), match[1]
                meant, sure = meanings.of(label, wanted(fragment))
                anchor = anchor_of(papers, meant) if meant else ""
                edit = Edit(*match.span(1), anchor) if meant else None
                place = (start, match.end())
                yield Misled(NO_LINK, *place, label, fragment, None, meant, anchor, sure, edit)
            at = text.find("](#", at + 3, node.end)


@functools.cache
def _blanks() -> re.Pattern[str]:
    return re.compile(r"\]\(#([^()\[\]\n]{0,200}[^()\[\]\s][ \t]+[^()\[\]\s][^()\[\]\n]{0,200})\)")


def _of_line(
    papers: PaperList,
    how: str,
    line: Line,
    leads: Section | None,
    meaning: tuple[Section | None, bool],
) -> Misled:
    link, (meant, sure) = line.inner.link, meaning
    fragment = link.url.partition("#")[2]
    edit, anchor = None, anchor_of(papers, meant) if meant else ""
    if meant and link.dest:
        end = _tail().match(papers.text, link.end)  # [label](#)(#fragment): two tries
        last = end.end() - 1 if end else link.dest[1]
        edit = Edit(link.dest[0] + link.url.index("#") + 1, last, anchor)
    place = (link.start, link.end)
    return Misled(how, *place, line.label, fragment, leads, meant, anchor, sure, edit)


@functools.cache
def _tail() -> re.Pattern[str]:
    return re.compile(r"\(#[^()\s]{1,200}\)")


def _the_one(sections: list[Section]) -> Section | None:
    return sections[0] if len(sections) == 1 else None


class Meanings:
    """Which heading a broken link may mean; one use for one list."""

    def __init__(self, papers: PaperList) -> None:
        self.papers = papers
        self.named = outline(papers).named
        self.joined: defaultdict[str, list[Section]] = defaultdict(list)
        for section in papers.sections:
            self.joined[_joined(section.anchor)].append(section)
        self.known = [section for section in papers.sections if section.title]
        self.left = MOST_COMPARED

    def of(self, label: str, fragment: str) -> tuple[Section | None, bool]:
        """A heading, and whether it is the only one that can be meant."""
        folded, joined = fold(label), _joined(fragment)
        same = titled(self.papers).get(folded, []) if folded else []
        alike = self.joined.get(joined, []) if joined else []
        meant = self.one(same) or self.one(alike)
        if meant:
            return meant, True
        return self.nearest(label, fragment), False

    def one(self, sections: list[Section]) -> Section | None:
        """The only one of them, or the only one that the contents don't name."""
        return _the_one(sections) or _the_one([s for s in sections if s.index not in self.named])

    def nearest(self, label: str, fragment: str) -> Section | None:
        """A heading that reads nearly the same, with all the numbers that the label has."""
        self.left -= len(self.known)
        if self.left < 0:
            return None
        from rapidfuzz import fuzz, process

        for said, known in (
            (label.lower(), [section.title.lower() for section in self.known]),
            (fragment, [section.anchor for section in self.known]),
        ):
            best = process.extractOne(said, known, scorer=fuzz.ratio, score_cutoff=NEAR)
            if best and _numbers(label) <= _numbers(self.known[best[2]].title):
                return self.known[best[2]]
        return None


def _joined(anchor: str) -> str:
    return "".join(c for c in anchor.lower() if c.isalnum())


def _numbers(title: str) -> set[str]:
    return {c for c in title if c.isdigit()}
