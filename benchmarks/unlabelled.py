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
from listlint.knowledge.people import is_name
from listlint.knowledge.rulebook import tables
from listlint.paperlist import Entry, PaperList
from scoring import fold

UNSEEN = ("codeblock", "code", "comment", "definition")
LABELS = """paper pdf code github link arxiv website project page projectpage demo video data
dataset slides blog poster abs html bibtex bib repo repository homepage doi openreview"""
ROLES = ("venue", "year", "authors", "link")


class Doubt(NamedTuple):
    """A place where the reading is doubtful, and why."""

    line: int
    why: str
    text: str


@cache
def pattern(source: str) -> re.Pattern[str]:
    return re.compile(source)


def _line(papers: PaperList, line: int) -> str:
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
    return len(lines), [Doubt(n, _section(papers, n), _line(papers, n)) for n in left]


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
            wrong.append(_doubt(papers, entry, f"year {entry.year}, number of {year}"))
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


def proofs(papers: PaperList) -> tuple[int, list[Doubt]]:
    """Entries whose venue and year are what a proceedings address proves, and the others."""
    right, wrong = 0, []
    for entry in papers.entries:
        proven = (link.address for link in entry.links if link.address.venue)
        proof = next((address for address in proven if not address.soft), None)
        if proof is None or not (entry.venue or entry.year):
            continue
        stated = entry.venue.id if entry.venue else None
        venue = stated is None or stated == proof.venue
        if venue and (entry.year is None or proof.year is None or entry.year == proof.year):
            right += 1
        else:
            said = f"{stated} {entry.year}, address {proof.venue} {proof.year}"
            wrong.append(_doubt(papers, entry, said))
    return right, wrong


def _doubt(papers: PaperList, entry: Entry, why: str) -> Doubt:
    return Doubt(entry.lines[0], why, _line(papers, entry.lines[0]))


@cache
def _venue_words() -> frozenset[str]:
    """Names of venues in one word that nobody takes for an English one."""
    written = (form[2] for form in tables()["venues"]["forms"].values())
    names = (word for word in written if len(word) > 2 and word.isalnum())
    return frozenset(word for word in names if sum(map(str.isupper, word)) > 1)


def evidence(papers: PaperList, entry: Entry) -> set[str]:
    """Roles that an entry's text plainly states somewhere, its title aside."""
    start, end = entry.span
    before, behind = entry.title_span
    text = papers.text[start:before] + " \n " + papers.text[behind:end]
    bare = pattern(r"https?://[^\s<>\"'|`)]+|\([^()\s]*\)|<[^>]*>").sub(" ", text)
    words = pattern(r"[A-Za-z]+").findall(bare)
    parts = [part.strip(" *_") for part in pattern(r"[,;\n]| and ").split(bare)]
    found = {"link"} if "http" in text else set()
    found |= {"venue"} if any(word in _venue_words() for word in words) else set()
    dated = pattern(r"(?<![\d./-])(?:19[89]|20[0-3])\d(?![\d.])").search(bare)
    found |= {"year"} if dated else set()
    names = sum(" " in part and is_name(part) for part in parts)
    return found | ({"authors"} if names > 2 or "et al" in bare else set())


def _has(entry: Entry) -> set[str]:
    values = (entry.venue, entry.year, entry.authors, entry.links or None)
    return {role for role, value in zip(ROLES, values, strict=True) if value is not None}


class Role(NamedTuple):
    """In how many papers of a list a role was read, and in how many it's stated but not read."""

    read: int
    lost: int
    samples: list[Doubt]

    def missing(self, papers: int) -> bool:
        """Whether most rows lack it though many state it."""
        return papers >= 8 and self.read < 0.4 * papers and self.lost >= 0.3 * papers


def roles(papers: PaperList) -> dict[str, Role]:
    """What becomes of each role over the papers of a list."""
    read = dict.fromkeys(ROLES, 0)
    lost: dict[str, list[Doubt]] = {role: [] for role in ROLES}
    for entry in papers.entries:
        if entry.kind != "paper":
            continue
        has = _has(entry)
        for role in has:
            read[role] += 1
        for role in evidence(papers, entry) - has:
            lost[role].append(_doubt(papers, entry, f"{role} stated, not read"))
    return {role: Role(read[role], len(lost[role]), lost[role][:20]) for role in ROLES}


def odd_titles(papers: PaperList) -> list[Doubt]:
    """Papers whose titles hardly are titles."""
    chosen = ((entry, _oddity(entry.title)) for entry in papers.entries if entry.kind == "paper")
    return [_doubt(papers, entry, f"{why}: {entry.title[:90]!r}") for entry, why in chosen if why]


def _oddity(title: str) -> str:
    folded = fold(title)
    if folded in LABELS.split():
        return "a label"
    if len(folded) < 8:
        return "short"
    if "http" in title or "](" in title or "**" in title:
        return "markup"
    if title.rstrip().endswith((",", " -", ":", "(")) or title.lstrip().startswith((",", "-", ")")):
        return "edge"
    if len(title) > 250:
        return "long"
    parts = [part.strip() for part in pattern(r"[,;]| and ").split(title)]
    if len(parts) > 2 and sum(map(is_name, parts)) == len(parts):
        return "names"
    edge = r"^\W*([A-Za-z]+)\W{0,2}(?:20)?\d\d\b|\b([A-Za-z]+)\W{0,2}20\d\d\W*$"
    edges = pattern(edge).search(title)
    return "venue" if edges and (edges[1] or edges[2]) in _venue_words() else ""
