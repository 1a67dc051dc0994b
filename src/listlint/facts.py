"""What rules ask the world and what it answers: values only; nobody is asked from here.

A rule says nothing on an answer that is unchecked; whatever wasn't asked is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from listlint.values import NamedTuple

AGREES, DIFFERS, ABSENT, UNCHECKED = "agrees", "differs", "absent", "unchecked"
REASONS = (
    "offline",
    "rate-limited",
    "challenged",
    "refused",
    "timeout",
    "unreachable",
    "unparsable",
    "no-key",
    "over-budget",
    "soft-404",
)


FILE, LINK, RECORD, PUBLISHED, WITHDRAWN, RETRACTED, REPOSITORY, CODE, DATASETS = (
    "file",  # a path beside the list: absent, says near
    "link",  # an address: agrees (alive), differs (moved; says to), absent (dead; says how)
    "record",  # a canonical id: agrees, says title, authors, year; titles, version, abstract
    "published",  # a canonical id: agrees, says venue, year, track, record, title, authors
    "withdrawn",  # an arXiv id: differs (says words, version) where it was withdrawn, else agrees
    "retracted",  # a canonical id that has a DOI: differs (says words, notice), else agrees
    "repository",  # owner/name at GitHub: agrees, differs (says name), absent; says archived
    "code",  # a canonical id: agrees, says url; or nothing where none is known
    "datasets",  # a canonical id: agrees, says urls, a line each; or nothing where none is known
)
"""What can be asked about, what the subject is, and what an answer says. Authors are a line each.

Agreeing and saying nothing means that whoever was asked knows nothing, which proves nothing.
"""


RECOMMENDED, NEWEST = (
    "recommended",  # canonical ids of papers, a line each: agrees, says papers like them
    "newest",  # phrases, a line each: agrees, says papers that came last and hold one of them
)
"""What is asked to find papers; ``papers`` is a list in JSON: id, title, authors, year, date."""


class Question(NamedTuple):
    """One thing to ask: ``topic`` of ``subject``; ``claim`` is what the list says."""

    topic: str
    subject: str  # a path, an address, a canonical id
    claim: str = ""


class Answer(NamedTuple):
    """What came back. ``says`` holds the facts in ``source``'s own words."""

    state: str  # agrees, differs, absent, unchecked
    says: Mapping[str, str] = MappingProxyType({})
    source: str = ""  # who says so
    reason: str = ""  # why it is unchecked: one of REASONS


OFFLINE = Answer(UNCHECKED, reason="offline")


class Answers(Mapping[Question, Answer]):
    """The answer to every question; to one that nobody was asked: unchecked, offline.

    ``online``: services may be asked, though there may have been nothing to ask them.
    """

    __slots__ = ("_known", "online")

    def __init__(
        self, known: Mapping[Question, Answer] | None = None, *, online: bool | None = None
    ) -> None:
        self._known = known or {}
        if online is None:
            online = any(question.topic != FILE for question in self._known)
        self.online = online

    def __getitem__(self, question: Question) -> Answer:
        return self._known.get(question, OFFLINE)

    def __contains__(self, question: object) -> bool:
        return question in self._known

    def __iter__(self) -> Iterator[Question]:
        return iter(self._known)

    def __len__(self) -> int:
        return len(self._known)


EMPTY = Answers()
