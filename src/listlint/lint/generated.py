"""What is found and not mended: its fixes become words.

Parts of a list that a program writes, ``<!-- START:x -->`` to ``<!-- END:x -->``: whoever mended
them would mend them again tomorrow. And reStructuredText, where columns must keep their width.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache

from listlint.finding import SHOWN, Finding, Fix
from listlint.markdown import is_rst
from listlint.paperlist import PaperList
from listlint.values import NamedTuple

START = "START"


class Region(NamedTuple):
    """A generated stretch of the text, its marks included."""

    start: int
    end: int
    name: str


def generated(text: str) -> tuple[Region, ...]:
    """The generated regions of a text, in its order; one that isn't closed reaches to the end."""
    return tuple(_regions(text)) if START in text else ()


def in_words(papers: PaperList, findings: list[Finding], source: str = "") -> list[Finding]:
    """The findings, their fixes mere words where nothing is to be mended; ``source``: what the
    whole list is written from."""
    if source:
        where = f", in {source}: the list is written from it"
        return [_shown(each, each.fix.title + where) if each.fix else each for each in findings]
    if is_rst(papers.path):
        return [_shown(each, each.fix.title) if each.fix else each for each in findings]
    regions = generated(papers.text)
    return [_in_words(each, regions) for each in findings] if regions else findings


def _shown(finding: Finding, title: str) -> Finding:
    return finding._replace(fix=Fix(title, SHOWN))


def _in_words(finding: Finding, regions: tuple[Region, ...]) -> Finding:
    fix = finding.fix
    region = _reached(fix, regions) if fix else None
    if fix is None or region is None:
        return finding
    title = f"{fix.title}, in what writes the part {region.name!r}: it is generated"
    return _shown(finding, title)


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
