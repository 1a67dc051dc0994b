"""Which of the papers that were named suit a list, the best first, and why. Pure.

A paper suits that says what the list's papers say and the others that were named don't; that is
near to some of them; and that is recommended beside them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from math import log, sqrt

from listlint.adding.known import listed
from listlint.adding.likeness import Likeness
from listlint.adding.spot import ranked as sections_for
from listlint.adding.wanted import Wanted, WantedLink
from listlint.discovering.asking import Candidate
from listlint.knowledge import titles
from listlint.paperlist import Entry, PaperList
from listlint.placement import evidence
from listlint.placement.lesson import weigh
from listlint.values import NamedTuple

SMOOTH = 0.5
LIKE, OFTEN, NAMED = 6.0, 1.0, 1.0  # what nearness, and being recommended, weigh beside words
NEAREST, WORDS = 3, 3


class Proposal(NamedTuple):
    """A paper for the list."""

    candidate: Candidate
    wanted: Wanted
    section: int | None
    score: float
    like: tuple[Entry, ...]
    words: tuple[str, ...]
    sections: tuple[int, ...]  # for which it is recommended


def proposals(
    papers: PaperList, found: Sequence[Candidate], declined: Iterable[str] = (), since: str = ""
) -> list[Proposal]:
    """Those that the list lacks and nobody has declined, the best first."""
    fresh = list(_fresh(papers, found, frozenset(declined), since))
    words = _Words(papers, [candidate for candidate, _ in fresh])
    made = [words.proposal(candidate, wanted) for candidate, wanted in fresh]
    return sorted(made, key=lambda each: (-each.score, each.candidate.id))


def _fresh(
    papers: PaperList, found: Sequence[Candidate], declined: frozenset[str], since: str
) -> Iterable[tuple[Candidate, Wanted]]:
    ids = {id for entry in papers.entries for id in entry.ids}
    own = {entry.folded for entry in papers.entries}
    for each in found:
        when = each.date or str(each.year or "")
        if each.id in ids or each.id in declined or each.folded in declined | own:
            continue
        if since and when and when < since[: len(when)]:
            continue
        wanted = wanted_of(each)
        if listed(papers, wanted) is None:
            yield each, wanted


def wanted_of(each: Candidate) -> Wanted:
    """The paper as it would be added."""
    from listlint.adding.records import address_of

    url = address_of(each.id)
    links = (WantedLink(url, "paper"),) if url else ()
    date = each.date if each.date.count("-") else ""
    return Wanted(each.title, each.authors, "", each.year, date=date, links=links, ids=(each.id,))


class _Words:
    """What the list's titles say, beside what all that were named say."""

    def __init__(self, papers: PaperList, pool: Sequence[Candidate]) -> None:
        self.papers = papers
        self.entries = [entry for entry in papers.entries if entry.kind == "paper"]
        told = [evidence.of_title(entry.title) for entry in self.entries]
        self.own = Counter(each for said in told for each in said)
        self.pool = Counter(each for c in pool for each in evidence.of_title(c.title))
        self.sizes = max(1, len(told)), max(1, len(pool))
        self.likeness = Likeness(self.entries)

    def proposal(self, candidate: Candidate, wanted: Wanted) -> Proposal:
        told = evidence.of_title(candidate.title)
        gains = {each: self._gain(each) for each in told}
        near = self.likeness.nearest(told, NEAREST)
        best = sections_for(self.papers, wanted)
        named = sum(1 / sqrt(1 + place / 10) for _, place in candidate.found)
        score = sum(gains.values()) / sqrt(max(1, len(told)))
        score += LIKE * sum(value for value, _ in near) / NEAREST + NAMED * min(named, 3.0)
        return Proposal(
            candidate,
            wanted,
            best[0].section if best else None,
            round(score, 3),
            tuple(entry for _, entry in near),
            self._telling(candidate.title, gains),
            tuple(dict.fromkeys(section for section, _ in candidate.found)),
        )

    def _gain(self, each: str) -> float:
        """How much oftener the list says it than what was named for it."""
        own = (self.own[each] + SMOOTH) / (self.sizes[0] + 1)
        pool = (self.pool[each] + SMOOTH) / (self.sizes[1] + 1)
        return weigh(each) * max(-2.0, min(3.0, log(own / pool))) if self.own[each] else -0.2

    def _telling(self, title: str, gains: dict[str, float]) -> tuple[str, ...]:
        spelt = {evidence.root(word): word for word in reversed(titles.words(title))}
        known = [each for each in gains if each in spelt and self.own[each]]
        known.sort(key=lambda each: (-gains[each], each))
        return tuple(spelt[each] for each in known[:WORDS])
