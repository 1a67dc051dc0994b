"""What stands at the ends of lines and between blocks and shows nothing; it judges nothing."""

from __future__ import annotations

import functools
import re
from bisect import bisect_right
from collections.abc import Iterator

from listlint.markdown.kinds import by_kind
from listlint.markdown.nodes import Node
from listlint.once import once
from listlint.paperlist import PaperList
from listlint.values import NamedTuple

FEWEST, HABIT = 8, 0.9
KEPT = ("codeblock", "comment", "code")  # every blank in them counts, or is nobody's business


class Trail(NamedTuple):
    """What could be taken out."""

    start: int
    end: int


def trails(papers: PaperList) -> Iterator[Trail]:
    """Blanks at the ends of lines that make no line break."""
    kinds = by_kind(papers.document)
    hard = {node.start for node in kinds.get("break", ()) if node.level}
    kept = _Kept([node for kind in KEPT for node in kinds.get(kind, ())])
    for trail in sorted(_ends(papers.text)):
        if trail.start not in hard and not kept.holds(trail.start):
            yield trail


def _ends(text: str) -> Iterator[Trail]:
    """Lines that end in blanks; the last line too, though nothing ends it."""
    for sign in " \t":
        at = text.find(f"{sign}\n")
        while at >= 0:
            yield _trail(text, at + 1)
            at = text.find(f"{sign}\n", at + 2)
    if text.endswith((" ", "\t")):
        yield _trail(text, len(text))


def _trail(text: str, end: int) -> Trail:
    start = end
    while start and text[start - 1] in " \t":
        start -= 1
    return Trail(start, end)


def breaks(papers: PaperList) -> Iterator[Trail]:
    """Empty lines beyond the one that the list sets nine times in ten."""
    gaps = list(_gaps(papers))
    if _sets_one(gaps) if papers.model is papers else _learnt(papers.model):
        for match in gaps:
            if match[1].count("\n") > 1:
                yield Trail(match.start(1), match.end(1) - 1)


@once
def _learnt(model: PaperList) -> bool:
    return _sets_one(list(_gaps(model)))


def _sets_one(gaps: list[re.Match[str]]) -> bool:
    """Whether a single empty line is the habit."""
    counts = [match[1].count("\n") for match in gaps]
    return len(counts) >= FEWEST and counts.count(1) >= HABIT * len(counts)


def _gaps(papers: PaperList) -> Iterator[re.Match[str]]:
    kinds = by_kind(papers.document)
    kept = _Kept([node for kind in KEPT for node in kinds.get(kind, ())])
    last = len(papers.text.rstrip())
    for match in _empty().finditer(papers.text):
        if 0 < match.start() < last and not kept.holds(match.start()):
            yield match


class _Kept:
    """Whether an offset lies in one of some nodes that don't overlap."""

    def __init__(self, nodes: list[Node]) -> None:
        self.nodes = sorted(nodes, key=lambda node: node.start)
        self.starts = [node.start for node in self.nodes]

    def holds(self, at: int) -> bool:
        before = bisect_right(self.starts, at) - 1
        return before >= 0 and at < self.nodes[before].end


@functools.cache
def _empty() -> re.Pattern[str]:
    """A line's end and the empty lines behind it."""
    return re.compile(r"\n((?:[ \t]*+\n)++)")
