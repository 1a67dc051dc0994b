"""Parts of a list that a program writes, from ``<!-- START:x -->`` to ``<!-- END:x -->``.

What is wrong in them is found like anything else; but whoever mended it there would mend it again
tomorrow, so the fixes become words that name the part.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from listlint.finding import SHOWN, Finding, Fix

START = "START"


class Region(NamedTuple):
    """A generated stretch of the text, its marks included."""

    start: int
    end: int
    name: str


def generated(text: str) -> tuple[Region, ...]:
    """The generated regions of a text, in its order; one that isn't closed reaches to the end."""
    return tuple(_regions(text)) if START in text else ()


def in_words(findings: list[Finding], regions: tuple[Region, ...]) -> list[Finding]:
    """The findings, their fixes mere words where they would reach into a region."""
    return [_in_words(each, regions) for each in findings] if regions else findings


def _in_words(finding: Finding, regions: tuple[Region, ...]) -> Finding:
    fix = finding.fix
    region = _reached(fix, regions) if fix else None
    if fix is None or region is None:
        return finding
    title = f"{fix.title}, in what writes the part {region.name!r}: it is generated"
    return finding._replace(fix=Fix(title, SHOWN))


def _reached(fix: Fix, regions: tuple[Region, ...]) -> Region | None:
    """The first region that an edit reaches into; at its edges nothing is reached."""
    for edit in fix.edits:
        at = bisect_right(regions, edit.end, key=lambda region: region.start) - 1
        if at >= 0 and edit.start < regions[at].end and regions[at].start < edit.end:
            return regions[at]
    return None


def _regions(text: str) -> Iterator[Region]:
    opened: re.Match[str] | None = None
    for mark in _mark().finditer(text):
        begins = mark[1] == START
        if begins and opened is None:
            opened = mark
        elif not begins and opened is not None and mark[2] == opened[2]:
            yield Region(opened.start(), mark.end(), opened[2])
            opened = None
    if opened is not None:
        yield Region(opened.start(), len(text), opened[2])


@cache
def _mark() -> re.Pattern[str]:
    return re.compile(r"<!--\s*(START|END)\s*:\s*([\w.-]{1,60})\s*-->")
