"""What stands at the ends of lines and between blocks and shows nothing; it judges nothing."""

from __future__ import annotations

import functools
import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from listlint.markdown.kinds import by_kind
from listlint.markdown.nodes import Node
from listlint.paperlist import PaperList

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
    for match in _blanks().finditer(papers.text):
        if match.start() not in hard and not kept.holds(match.start()):
            yield Trail(match.start(), match.end())


def breaks(papers: PaperList) -> Iterator[Trail]:
    """Empty lines beyond the one that the list sets nine times in ten."""
    gaps = list(_gaps(papers))
    learnt = gaps if papers.model is papers else list(_gaps(papers.model))
    single = sum(match[1].count("\n") == 1 for match in learnt)
    if len(learnt) >= FEWEST and single >= HABIT * len(learnt):
        for match in gaps:
            if match[1].count("\n") > 1:
                yield Trail(match.start(1), match.end(1) - 1)


def _gaps(papers: PaperList) -> Iterator[re.Match[str]]:
    kinds = by_kind(papers.document)
    kept = _Kept([node for kind in KEPT for node in kinds.get(kind, ())])
    return (match for match in _empty().finditer(papers.text) if not kept.holds(match.start()))


class _Kept:
    """Whether an offset lies in one of some nodes that don't overlap."""

    def __init__(self, nodes: list[Node]) -> None:
        self.nodes = sorted(nodes, key=lambda node: node.start)
        self.starts = [node.start for node in self.nodes]

    def holds(self, at: int) -> bool:
        before = bisect_right(self.starts, at) - 1
        return before >= 0 and at < self.nodes[before].end


@functools.cache
def _blanks() -> re.Pattern[str]:
    return re.compile(r"(?<![ \t])[ \t]++$", re.MULTILINE)


@functools.cache
def _empty() -> re.Pattern[str]:
    """The line ends that make empty lines between two lines that aren't."""
    return re.compile(r"(?<=[^ \t\n])[ \t]*+\n((?:[ \t]*+\n)++)(?=[ \t]*+[^ \t\n])")
