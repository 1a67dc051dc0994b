"""The list's contents: their links, the headings these lead to, and what their labels say.

It only looks; what is missing or wrong stands in omissions.py and drift.py.
"""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from listlint.finding import Span
from listlint.fragments import Inner, goals, inner_links
from listlint.knowledge.titles import fold, words
from listlint.markdown.nodes import plain
from listlint.once import once
from listlint.paperlist import PaperList, Section
from listlint.values import NamedTuple

FAR = 400  # signs before a link in which a sentence would show
FEW_WORDS = 3  # a sentence's beginning; fewer may say "Contents:" or "Jump to"
FEWEST_SAME, HABIT = 8, 0.9  # labels that are headings, and the share that is no exception
SMALL = frozenset("a an and by for from in of on or the to via with".split())
ESCAPED = str.maketrans({sign: "\\" + sign for sign in "\\`*[]<"})


class Line(NamedTuple):
    """One link of the contents."""

    inner: Inner
    label: str
    item: Span  # the line and all that is nested below it


class Outline(NamedTuple):
    """The contents' links, and which of them leads to a section first."""

    lines: tuple[Line, ...]
    named: Mapping[int, Line]  # by the section's index


@once
def outline(papers: PaperList) -> Outline:
    """What the contents of a list say."""
    lines = tuple(_lines(papers))
    sections = goals(papers).sections
    named: dict[int, Line] = {}
    for line in lines:
        section = sections.get(line.inner.fragment)
        if section is not None:
            named.setdefault(section.index, line)
    return Outline(lines, named)


def _lines(papers: PaperList) -> Iterator[Line]:
    """The inner links in spans of the contents, each with the innermost one; none of a sentence."""
    spans = iter([*papers.contents, Span(len(papers.text), len(papers.text))])
    coming = next(spans)
    around: list[Span] = []
    for inner in inner_links(papers):
        while coming.start <= inner.link.start:
            around.append(coming)
            coming = next(spans)
        while around and around[-1].end <= inner.link.start:
            around.pop()
        if around and not _in_a_sentence(papers.text, inner.link.start):
            label = " ".join(plain(inner.link.children).split())
            yield Line(inner, label, around[-1])


def _in_a_sentence(text: str, at: int) -> bool:
    """Whether words stand before a link in its line that are no links themselves."""
    start = text.rfind("\n", 0, at) + 1
    lead = text[max(start, at - FAR) : at]
    if at - start > FAR:  # cut, maybe inside an address
        lead = lead.partition(")")[2]
    return len(lead) > 8 and len(_words().findall(_other().sub("", lead))) >= FEW_WORDS


@functools.cache
def _other() -> re.Pattern[str]:
    return re.compile(r"\[[^\[\]]*\]\([^()]*\)|<[^<>]*>|&\w+;")


@functools.cache
def _words() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]{2,}")


@once
def titled(papers: PaperList) -> Mapping[str, list[Section]]:
    """The sections of each folded title."""
    held: defaultdict[str, list[Section]] = defaultdict(list)
    for section in papers.sections:
        held[fold(section.title)].append(section)
    return held


# What labels say


class Habit(NamedTuple):
    """How this list's labels read beside the headings that they lead to."""

    same: bool  # nearly all are the heading's text
    like: bool  # nearly all are, or say the same in fewer words


def label_habit(papers: PaperList) -> Habit:
    """What the labels of the contents mostly are."""
    sections = goals(papers).sections
    same = part = every = 0
    for line in outline(papers).lines:
        section = sections.get(line.inner.fragment)
        if section is not None:
            every += 1
            if fold(line.label) == fold(section.title):
                same += 1
            elif tells(line.label, section.title):
                part += 1
    like = same >= FEWEST_SAME and same >= part and same + part >= HABIT * every
    return Habit(like and same >= HABIT * every, like)


def tells(label: str, title: str) -> bool:
    """Whether a label and a heading say the same, one of them in fewer words, letters or signs."""
    return _holds(label, title) or _holds(title, label)


def _holds(label: str, title: str) -> bool:
    """Whether a label says nothing that the title doesn't."""
    known = [_stem(word) for word in words(title)]
    joined = "".join(known)
    initials = "".join(word[0] for word in known)
    return all(
        word in joined or word in initials or word in SMALL for word in map(_stem, words(label))
    )


def _stem(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") else word
