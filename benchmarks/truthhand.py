"""What cases of truth are made of: an entry, what is registered of it, who ought to speak."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from invented import FAMILY, GIVEN, papers
from standin import Doi, Paper, Repository, World

ARXIV, DOI, GITHUB = "https://arxiv.org/abs/", "https://doi.org/", "https://github.com/"


class Case(NamedTuple):
    """One entry. ``rule`` is what ought to be said of it, nothing of a trap."""

    name: str
    rule: str
    title: str
    said: str  # venue and year, as the entry writes them
    links: tuple[tuple[str, str], ...]
    paper: Paper | None = None
    beside: tuple[Paper, ...] = ()
    dois: tuple[Doi, ...] = ()
    repositories: tuple[Repository, ...] = ()
    unreadable: tuple[str, ...] = ()
    authors: tuple[str, ...] | None = None  # as the entry writes them; the paper's if None
    named: bool | None = None  # whether the entry names its authors; every second one if None
    allowed: tuple[str, ...] = ()  # rules that may speak of it, since it is true


class Hand:
    """Gives out titles, people and numbers, none of them twice."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self._supply = papers(self.random)
        self._number = 0

    def title(self) -> str:
        """One that has no nickname and is long enough to be a paper's own."""
        while True:
            title = next(self._supply).title
            if ":" not in title and "?" not in title and len(title.split()) >= 5:
                return title

    def people(self) -> tuple[str, ...]:
        given, family = self.random.sample(GIVEN, 3), self.random.sample(FAMILY, 3)
        return tuple(f"{one} {other}" for one, other in zip(given, family, strict=True))

    def id(self, month: str = "2302") -> str:
        self._number += 1
        return f"{month}.{self._number + 1000:05}"

    def repo(self) -> str:
        self._number += 1
        return f"{self.random.choice(FAMILY).lower()}-lab/tool-{self._number}"

    def doi(self) -> str:
        self._number += 1
        return f"10.1000/invented.{self._number}"

    def paper(self, **more: Any) -> Paper:
        made = {"id": self.id(more.pop("month", "2302")), "title": self.title()}
        return Paper(**{**made, "authors": self.people(), **more})


Maker = Callable[[Hand], Case]


def at_arxiv(name: str, rule: str, said: str, title: str = "", **known: Any) -> Maker:
    """An entry that links a paper at arXiv of which this is known."""

    def make(hand: Hand) -> Case:
        dois = known.pop("dois", ())
        paper = hand.paper(**known)
        known.update({"dois": dois} if dois else {})
        return Case(name, rule, title or paper.title, said, (paper_link(paper),), paper, dois=dois)

    return make


def paper_link(paper: Paper) -> tuple[str, str]:
    return ("Paper", f"{ARXIV}{paper.id}")


def at_doi(name: str, rule: str, title: str, known: Doi) -> Case:
    """An entry that links a paper by its DOI."""
    links = (("Paper", f"{DOI}{known.doi}"),)
    return Case(name, rule, title, "KDD, 2023", links, dois=(known,), authors=known.authors)


def with_code(
    name: str, rule: str, known: Callable[[str], Repository | None], path: str = ""
) -> Maker:
    """An entry that links a repository of which this is known."""

    def make(hand: Hand) -> Case:
        paper, repo = hand.paper(), hand.repo()
        held = known(repo)
        links = (paper_link(paper), ("Code", f"{GITHUB}{repo}{path}"))
        repositories = (held,) if held else ()
        return Case(name, rule, paper.title, "arXiv, 2023", links, paper, repositories=repositories)

    return make


__all__ = [
    "DOI",
    "GITHUB",
    "Case",
    "Doi",
    "Hand",
    "Maker",
    "Paper",
    "Repository",
    "World",
    "at_arxiv",
    "at_doi",
    "paper_link",
    "with_code",
]
