"""Regions that a program writes, from ``<!-- START:x -->`` to ``<!-- END:x -->``: never mended."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from listlint.finding import Edit


class Region(NamedTuple):
    """A generated stretch of the text, its marks included."""

    start: int
    end: int
    name: str

    def holds(self, edit: Edit) -> bool:
        """Whether an edit reaches into the region."""
        return edit.start < self.end and self.start < edit.end


@cache
def _mark() -> re.Pattern[str]:
    return re.compile(r"<!--\s*(START|END)\s*:\s*([\w.-]{1,60})\s*-->", re.IGNORECASE)


def generated(text: str) -> tuple[Region, ...]:
    """The generated regions of a text; one that isn't closed reaches to the end."""
    if "<!--" not in text:
        return ()
    found: list[Region] = []
    opened: tuple[int, str] | None = None
    for mark in _mark().finditer(text):
        begins = mark[1].upper() == "START"
        if begins and opened is None:
            opened = (mark.start(), mark[2])
        elif not begins and opened is not None and mark[2] == opened[1]:
            found.append(Region(opened[0], mark.end(), opened[1]))
            opened = None
    if opened is not None:
        found.append(Region(opened[0], len(text), opened[1]))
    return tuple(found)
