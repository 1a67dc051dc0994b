"""What a list's own sections teach about where a paper belongs. Pure: it moves nothing.

The one door: ``taught`` gives what a list teaches, once for each list.
"""

from __future__ import annotations

from listlint.paperlist import PaperList
from listlint.placement.lesson import Lesson, Ranked, learn
from listlint.placement.misplaced import Misplaced, misplaced, tells
from listlint.placement.places import Place

__all__ = ["Lesson", "Misplaced", "Place", "Ranked", "misplaced", "taught", "tells"]


def taught(papers: PaperList) -> Lesson:
    """What the sections of a list teach; kept, since several rules ask of one list."""
    global _last
    if _last is None or _last[0] is not papers:
        _last = (papers, learn(papers))
    return _last[1]


_last: tuple[PaperList, Lesson] | None = None
