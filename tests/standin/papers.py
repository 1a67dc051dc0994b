"""What the stand-in's services know: papers, DOIs, repositories; values only."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple


class Paper(NamedTuple):
    """A paper at arXiv, and what others hold of it."""

    id: str  # 2301.00001
    title: str  # of the latest version
    authors: tuple[str, ...] = ("Jane Doe", "Rosa Roe")
    earlier: tuple[str, ...] = ()  # titles of the versions before
    abstract: str = "Lists are linted."
    published: str = ""  # 2023-01-01; by the id if nothing is said
    comment: str = ""
    reference: str = ""  # arXiv's journal_ref
    doi: str = ""  # the publisher's, as arXiv has it
    withdrawn: bool = False  # the flag of the OAI record
    known: bool = True  # at Semantic Scholar
    keys: Mapping[str, str] = {}  # externalIds there: DBLP, ACL, DOI
    venue: str = ""  # as Semantic Scholar calls it
    merged: tuple[str, tuple[str, ...]] | None = None  # another paper's title and authors there
    code: str = ""  # githubRepo at Hugging Face
    data: tuple[str, ...] = ()  # data sets there whose cards cite it
    page: bool = True  # whether Hugging Face has a page of it

    @property
    def versions(self) -> tuple[str, ...]:
        """The titles of all versions, the first one first."""
        return (*self.earlier, self.title)

    @property
    def date(self) -> str:
        return self.published or f"20{self.id[:2]}-{self.id[2:4]}-02"


class Doi(NamedTuple):
    """What is registered under a DOI: ``more`` are fields of Crossref's work."""

    doi: str
    title: str
    authors: tuple[str, ...] = ("Jane Doe", "Rosa Roe")
    year: int = 2023
    more: Mapping[str, Any] = {}
    agency: str = "crossref"  # or datacite
    target: str = "https://example.org/p/1"


class Repository(NamedTuple):
    """A repository at GitHub; ``asked`` is the name under which somebody looks for it."""

    asked: str  # doe/lint
    name: str = ""  # what it is called now, if otherwise
    archived: bool = False
    files: tuple[str, ...] = ()  # main:docs/list.md
    limited: bool = False  # its alias is null, for the rate limit was reached


class World(NamedTuple):
    """Everything that there is. What isn't in it isn't there."""

    papers: tuple[Paper, ...] = ()
    dois: tuple[Doi, ...] = ()
    repositories: tuple[Repository, ...] = ()
    models: tuple[str, ...] = ()  # models/doe/lint, datasets/doe/lists, spaces/doe/demo
    gated: tuple[str, ...] = ()  # the same; nobody may see them
    unreadable: tuple[str, ...] = ()  # ids at which arXiv chokes
    recommended: tuple[str, ...] = ()  # ids that Semantic Scholar recommends

    def paper(self, id: str) -> Paper | None:
        return next((paper for paper in self.papers if paper.id == id), None)
