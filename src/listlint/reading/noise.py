"""Sections that list no papers, told by their headings: News, Citation, Contents."""

from __future__ import annotations

from listlint.markdown.nodes import plain
from listlint.reading.items import Item
from listlint.reading.look import Look
from listlint.reading.words import NOISE

NOISE_COMPANY = frozenset(
    """table of how to and the our latest recent what s new for this repo us list guidelines guide
    project please star a in on get more info information repository your acknowledgement
    with commands command logs log release releases paper add it if you find useful""".split()
)


CONTENTS = frozenset({"contents", "content", "toc", "目录"})


def noise_sections(items: list[Item], looks: dict[int, Look]) -> set[int]:
    """Sections under headings such as News or Citation; those below unless they list papers."""
    papers = _papers_by_section(items, looks)
    noise: set[int] = set()
    level = 0
    for item in items:
        if item.kind != "heading":
            continue
        if level and item.level > level:
            if papers.get(item.section, 0) < 4:
                noise.add(item.section)
        elif is_noise(item):
            noise.add(item.section)
            level = 0 if is_contents_heading(item) else item.level
        else:
            level = 0
    return noise


def _papers_by_section(items: list[Item], looks: dict[int, Look]) -> dict[int, int]:
    papers: dict[int, int] = {}
    for item in items:
        seen = looks[item.order]
        if item.kind != "heading" and seen.title is not None and seen.papers:
            papers[item.section] = papers.get(item.section, 0) + 1
    return papers


def is_noise(item: Item) -> bool:
    """Whether a heading names a section that lists no papers."""
    words = _words(item)
    return any(w in NOISE for w in words) and all(w in NOISE or w in NOISE_COMPANY for w in words)


def is_contents_heading(item: Item) -> bool:
    """A heading over the table of contents says nothing of the sections below it."""
    return any(w in CONTENTS for w in _words(item))


def _words(item: Item) -> list[str]:
    return "".join(c.lower() if c.isalnum() else " " for c in plain(item.fields[0])).split()
