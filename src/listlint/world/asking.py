"""What sources, the asker and the web hand one another: requests, replies, outcomes; values only.

A source is a module in ``sources/`` of two pure functions: ``requests`` turns a batch of questions
into requests, ``read`` turns a reply into answers and, where needed, more requests. It asks about
one thing once, however many questions stand on it, and believes a body only after its status, its
content type and its shape. What it doesn't answer is unchecked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Protocol

from listlint.facts import Answer, Question
from listlint.values import NamedTuple

SERVICES: Mapping[str, str] = MappingProxyType(
    {
        "arxiv": "https://export.arxiv.org",
        "arxiv-oai": "https://oaipmh.arxiv.org",
        "semantic-scholar": "https://api.semanticscholar.org",
        "crossref": "https://api.crossref.org",
        "datacite": "https://api.datacite.org",
        "doi": "https://doi.org",
        "openalex": "https://api.openalex.org",
        "dblp": "https://dblp.org",
        "openreview": "https://api2.openreview.net",
        "huggingface": "https://huggingface.co",
        "github": "https://api.github.com",
        "wayback": "https://archive.org",
    }
)
"""Where each service answers; the command line may name another base, the usual path follows."""

PAGE = ""  # the service of a link that is followed as it is written


class Request(NamedTuple):
    """One request that a source wants sent."""

    service: str  # one of SERVICES, or PAGE
    url: str  # a path that follows the service's base, or for PAGE the whole address
    questions: tuple[Question, ...] = ()  # unchecked if this brings no usable reply
    method: str = "GET"
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""
    most: int = 10_000_000  # bytes of the body that are read; of a page a few thousand do
    after: float = 0.0  # seconds to wait at least: a second look at what seems gone
    secret: str = ""  # github or semantic-scholar: the edge puts the key in, where there is one
    note: str = ""  # what the source wants to remember of it


class Hop(NamedTuple):
    """One redirect that was followed."""

    status: int
    to: str


class Reply(NamedTuple):
    """What came back."""

    status: int  # 0 where nothing usable did
    headers: Mapping[str, str] = MappingProxyType({})  # names in lower case
    body: bytes = b""
    cut: bool = False  # the body went on past what was asked for
    url: str = ""  # the address that answered at last
    hops: tuple[Hop, ...] = ()
    reason: str = ""  # of status 0: one of facts.REASONS


class Outcome(NamedTuple):
    """What a reply means."""

    answers: Mapping[Question, Answer] = MappingProxyType({})
    more: tuple[Request, ...] = ()


class Source(Protocol):
    """What the asker needs of a module in ``sources/``."""

    def requests(self, questions: Iterable[Question]) -> Iterator[Request]:
        """Requests for the questions that this source can answer; the others are left alone."""
        ...

    def read(self, request: Request, reply: Reply) -> Outcome:
        """Answers out of a reply to one of its requests."""
        ...
