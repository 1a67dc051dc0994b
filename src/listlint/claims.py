"""What an entry states of its venue and year: in which words, where they stand, who says it.

Values only: whether it is true is for the rules.
"""

from __future__ import annotations

import re
from functools import cache

from listlint.finding import Edit, Related, Span, apply
from listlint.paperlist import Entry, Link, PaperList
from listlint.proofs import FINDINGS, WORKSHOP
from listlint.values import NamedTuple

MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()


def place(entry: Entry) -> tuple[int, int]:
    """Where venue and year stand in the entry itself, else its title."""
    spans = sorted(span for span in (venue_span(entry), year_span(entry)) if span)
    return (spans[0][0], spans[-1][1]) if spans else entry.title_span


def venue_span(entry: Entry) -> Span | None:
    """Where the entry itself names its venue."""
    return entry.venue.span if entry.venue and "venue" not in entry.inherited else None


def year_span(entry: Entry) -> Span | None:
    """Where the entry itself states its year."""
    return None if "year" in entry.inherited else entry.year_span


def together(entry: Entry) -> bool:
    """Whether one voice states venue and year: the entry itself, or a heading both of them.

    A heading's year beside an entry's own venue may be that of something else: of a preprint, or
    of the day when the list took the paper up.
    """
    return ("venue" in entry.inherited) == ("year" in entry.inherited)


def heading(papers: PaperList, entry: Entry) -> Span:
    """Where the venue stands that an entry has from a heading or a group above it."""
    name = entry.venue.name if entry.venue else ""
    index = entry.section
    while index is not None:
        section = papers.sections[index]
        at = papers.text.find(name, *section.inner)
        if at >= 0:
            return Span(at, at + len(name))
        index = section.parent
    start = papers.sections[entry.section].inner.end if entry.section is not None else 0
    at = papers.text.rfind(name, start, entry.span.start)
    return Span(at, at + len(name)) if at >= 0 else entry.title_span


def several(entry: Entry) -> bool:
    """Whether the slot names more than one venue: ``ICML/ICLR``, ``SOSP workshop / ICML``."""
    venue = entry.venue
    return venue is not None and (venue.form == "joint" or "/" in (venue.track or ""))


def track(entry: Entry) -> str:
    """findings, workshop, or nothing."""
    venue = entry.venue
    if venue is None:
        return ""
    said = (venue.track or "").lower()
    if venue.form == "workshop" or "workshop" in said or "workshop" in venue.name.lower():
        return WORKSHOP
    return FINDINGS if "finding" in said else ""


class Date(NamedTuple):
    """A month beside the year; ``day``: whether the day is told too."""

    month: int
    day: bool


def date(text: str, entry: Entry) -> Date | None:
    """The date that the year is a part of: ``2023-04-29``, ``Nov., 2023``, ``2023.11``."""
    span = entry.year_span
    if span is None:
        return None
    behind = _behind().match(text, span.end)
    if behind and 1 <= int(behind[1]) <= 12:
        return Date(int(behind[1]), behind[2] is not None)
    before = _before().search(text[max(0, span.start - 24) : span.start])
    if before is None:
        return None
    return Date(MONTHS.index(before[2][:3].lower()) + 1, bool(before[1] or before[3]))


@cache
def _behind() -> re.Pattern[str]:
    return re.compile(r"[-./](\d\d?)(?:[-./](\d\d?))?(?!\w)")


@cache
def _before() -> re.Pattern[str]:
    months = "|".join(MONTHS)
    return re.compile(
        rf"(?:(\d\d?)(?:st|nd|rd|th)?[ .-]*)?\b({months})[a-z]*\.?,?[ -]*"
        r"(?:(\d\d?)(?:st|nd|rd|th)?,? *)?$",
        re.I,
    )


def is_beside(entry: Entry) -> bool:
    """Whether the venue is the label of a link that leads to something else than a paper."""
    span = venue_span(entry)
    return span is not None and any(
        link.span.start <= span.start < link.span.end and link.kind != "paper"
        for link in entry.links
    )


def apart(papers: PaperList, start: int, link: Link) -> tuple[Related, ...]:
    """The link, where it stands on another line than what is said of it."""
    if papers.source.line(start) == papers.source.line(link.span.start):
        return ()
    return (Related(*link.span, "the link"),)


def year_edit(papers: PaperList, entry: Entry, year: int) -> Edit | None:
    """Another year in the place of the one that the entry states, in as many digits."""
    span = year_span(entry)
    if span is None:
        return None
    written = papers.text[span.start : span.end]
    digits = written.lstrip("'’")
    if not digits.isdigit() or len(digits) not in (2, 4):
        return None
    mark = written[: len(written) - len(digits)]
    return Edit(*span, f"{mark}{year % 100:02}" if len(digits) == 2 else f"{mark}{year}")


def with_edit(papers: PaperList, entry: Entry, edit: Edit) -> str:
    """Venue and year as they read once an edit among them is made."""
    start, end = place(entry)
    start, end = min(start, edit.start), max(end, edit.end)
    moved = Edit(edit.start - start, edit.end - start, edit.text)
    return apply(papers.text[start:end], (moved,))
