"""What can be said against a reading without knowing the right one.

Each check compares two things that the list says independently of each other: where paper
addresses stand and where entries do, years and arXiv numbers, venues and proceedings addresses.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from listlint.knowledge import addresses
from listlint.knowledge.rulebook import tables
from listlint.paperlist import Entry, PaperList

UNSEEN = ("codeblock", "code", "comment", "definition")
PREPRINTS = ("preprint", "repository")


class Doubt(NamedTuple):
    """A place where the reading is doubtful, and why."""

    line: int
    why: str
    text: str


@cache
def pattern(source: str) -> re.Pattern[str]:
    return re.compile(source)


def line_of(papers: PaperList, line: int) -> str:
    span = papers.source.line_span(line)
    return papers.text[span.start : span.end]


def urls(text: str) -> Iterator[tuple[int, str]]:
    """Every address that is written out, with its place."""
    for found in pattern(r"https?://[^\s<>\"'|`]+").finditer(text):
        url = found[0]
        cut = min((i for i in map(url.find, ")]}") if i >= 0), default=len(url))
        yield found.start(), (url if "(" in url[:cut] else url[:cut]).rstrip(".,;:*_")


def addressed(papers: PaperList) -> set[int]:
    """Lines with the address of a paper, code, comments and reference definitions aside."""
    hidden = sorted((n.start, n.end) for n in papers.document.walk() if n.kind in UNSEEN)
    lines: set[int] = set()
    for place, url in urls(papers.text):
        at = bisect_right(hidden, (place, len(papers.text))) - 1
        if at >= 0 and place < hidden[at][1]:
            continue
        address = addresses.read(url)
        if address.kind == "paper" and address.id:
            lines.add(papers.source.line(place))
    return lines


def outside(papers: PaperList) -> tuple[int, list[Doubt]]:
    """How many lines hold a paper's address, and those of them that no entry takes."""
    lines = addressed(papers)
    inside = {n for entry in papers.entries for n in range(entry.lines[0], entry.lines[1] + 1)}
    left = sorted(lines - inside)
    return len(lines), [Doubt(n, _section(papers, n), line_of(papers, n)) for n in left]


def _section(papers: PaperList, line: int) -> str:
    start = papers.source.line_span(line).start
    above = [s.title for s in papers.sections if s.span.start <= start]
    return f"outside, under {above[-1]!r}" if above else "outside, under no heading"


def years(papers: PaperList) -> tuple[int, int, list[Doubt]]:
    """arXiv alone: years as the number says, later ones, and those before it."""
    right, later, wrong = 0, 0, []
    for entry in papers.entries:
        number = _arxiv(entry)
        if number is None or entry.year is None or not entry.venue or entry.venue.id != "arxiv":
            continue
        year, first = number
        if entry.year > year:
            later += 1
        elif entry.year == year or (first and entry.year == year - 1):
            right += 1
        else:
            wrong.append(doubt(papers, entry, f"year {entry.year}, number of {year}"))
    return right, later, wrong


def _arxiv(entry: Entry) -> tuple[int, bool] | None:
    """The year of an entry's only paper id, and whether it may be of the year before."""
    if len(entry.ids) != 1 or not entry.ids[0].startswith("arxiv:"):
        return None
    found = pattern(r"(?:.*/)?(\d\d)(\d\d)\.?(\d+)").fullmatch(entry.ids[0].removeprefix("arxiv:"))
    if not found:
        return None
    short = int(found[1])
    return short + (1900 if short > 90 else 2000), found[2] == "01" and int(found[3]) < 2000


def proofs(papers: PaperList) -> tuple[int, int, list[Doubt]]:
    """Entries that say what a proceedings address proves, a preprint where it's published, or else.

    An address of a preprint or a repository beside the paper's own proves nothing.
    """
    right, older, wrong = 0, 0, []
    for entry in papers.entries:
        own = (link.address for link in entry.links if link.kind == "paper")
        proven = [address for address in own if _is_proceedings(address)]
        if not proven or not (entry.venue or entry.year):
            continue
        stated = entry.venue.id if entry.venue else None
        if any(_agrees(stated, entry.year, address) for address in proven):
            right += 1
        elif stated and _kind(stated) in PREPRINTS:
            older += 1
        else:
            said = f"{stated} {entry.year}, address {proven[0].venue} {proven[0].year}"
            wrong.append(doubt(papers, entry, said))
    return right, older, wrong


def _kind(venue: str) -> str:
    return str(tables()["venues"]["ids"].get(venue, {}).get("kind", ""))


def _is_proceedings(address: addresses.Address) -> bool:
    return bool(address.venue) and not address.soft and _kind(str(address.venue)) not in PREPRINTS


def _agrees(venue: str | None, year: int | None, address: addresses.Address) -> bool:
    return (venue is None or venue == address.venue) and (
        year is None or address.year is None or year == address.year
    )


def doubt(papers: PaperList, entry: Entry, why: str) -> Doubt:
    return Doubt(entry.lines[0], why, line_of(papers, entry.lines[0]))
