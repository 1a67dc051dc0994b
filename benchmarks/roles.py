"""Which roles most papers of a list lack though their lines state them, and odd titles.

Evidence here is deliberately plain: a venue's name, a year, three names, an address somewhere.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from listlint.knowledge.people import is_name
from listlint.knowledge.rulebook import tables
from listlint.paperlist import Entry, PaperList
from scoring import fold
from unlabelled import Doubt, doubt, pattern

LABELS = """paper pdf code github link arxiv website project page projectpage demo video data
dataset slides blog poster abs html bibtex bib repo repository homepage doi openreview"""
ROLES = ("venue", "year", "authors", "link")


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
            lost[role].append(doubt(papers, entry, f"{role} stated, not read"))
    return {role: Role(read[role], len(lost[role]), lost[role][:20]) for role in ROLES}


def odd_titles(papers: PaperList) -> list[Doubt]:
    """Papers whose titles hardly are titles."""
    chosen = ((entry, _oddity(entry.title)) for entry in papers.entries if entry.kind == "paper")
    return [doubt(papers, entry, f"{why}: {entry.title[:90]!r}") for entry, why in chosen if why]


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
