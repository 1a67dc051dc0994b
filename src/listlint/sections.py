"""The list's headings as a tree: which hold entries, and which hold nothing. It judges none."""

from __future__ import annotations

import functools
import re
from bisect import bisect_left

from listlint.once import once
from listlint.paperlist import PaperList, Section


@once
def holding(papers: PaperList) -> frozenset[int]:
    """Indexes of sections with an entry below their heading, or whose heading is a paper's."""
    starts = [entry.span.start for entry in papers.entries]
    held: set[int] = set()
    for section in papers.sections:
        at = bisect_left(starts, section.span.start)
        while at < len(starts) and starts[at] < section.span.end:
            if papers.entries[at].kind == "paper":
                break
            at += 1
        if at < len(starts) and starts[at] < section.end:
            held.add(section.index)
    return frozenset(held)


def parents(papers: PaperList) -> list[Section | None]:
    """For each section the heading around it: the last one before it of a higher level."""
    found: list[Section | None] = []
    around: list[Section] = []
    for section in papers.sections:
        while around and around[-1].level >= section.level:
            around.pop()
        found.append(around[-1] if around else None)
        around.append(section)
    return found


@once
def empty(papers: PaperList) -> tuple[Section, ...]:
    """Sections with nothing below their heading, unless it leads elsewhere itself."""
    found: list[Section] = []
    text, sections = papers.text, papers.sections
    for section in sections:
        following = sections[section.index + 1] if section.index + 1 < len(sections) else None
        deeper = following and following.level > section.level
        title = not section.index and section.level == 1 and following
        heading = text[slice(*section.span)]
        if deeper or title or not section.title or "](" in heading or "href" in heading:
            continue
        end = following.span.start if following else len(text)
        if not _nothing().sub("", text[section.span.end : end]).strip(" \t\n-=*_>#"):
            found.append(section)
    return tuple(found)


@functools.cache
def _nothing() -> re.Pattern[str]:
    """Comments, and tags that show nothing by themselves."""
    return re.compile(r"<!--.*?(?:-->|\Z)|</?(?!img|svg|video|iframe)[a-zA-Z][^<>]*>", re.DOTALL)
