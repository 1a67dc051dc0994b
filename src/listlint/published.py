"""Where registries say that an entry's paper was published, once it is surely that paper.

A preprint server, a repository and a series are no venues, where two registries differ nothing is
known, and a record of a paper with another title or another first author is another paper's.
"""

from __future__ import annotations

from listlint import claims
from listlint.facts import AGREES, PUBLISHED, Answer, Answers, Question
from listlint.knowledge import titles, venues
from listlint.paperlist import Entry, PaperList
from listlint.proofs import FINDINGS, WORKSHOP, preprint
from listlint.proofs import PUBLISHED as KINDS
from listlint.registered import (
    DIFFERENT,
    FEWEST_WORDS,
    OTHER,
    Record,
    akin,
    likeness,
    lines_of,
    one_first,
    record,
    verdict,
)
from listlint.values import NamedTuple

SAYING = ("venue", "text", "label")
EARLY = 2  # years before its preprint: such a record is of another paper

BESIDE = ("companion", "extended", "srw", "tutorial", "tiny", "blog", "competition")
"""Tracks beside a conference: who is in them isn't in its proceedings."""


class Publication(NamedTuple):
    """A venue and a year, and who says so."""

    venue: str  # id
    year: int
    track: str  # findings, workshop, or nothing
    record: str  # "DBLP conf/iclr/DoeR24"
    sure: str  # what shows that it is the same paper

    @property
    def said(self) -> str:
        """ "ICLR 2024", "Findings of ACL 2023", "a workshop at ICML 2023"."""
        name = f"{venues.name_of(self.venue)} {self.year}"
        if self.track == FINDINGS:
            return f"Findings of {name}"
        return f"a workshop at {name}" if self.track == WORKSHOP else name

    @property
    def proof(self) -> str:
        """ "DBLP conf/iclr/DoeR24, same title and first author"."""
        return ", ".join(part for part in (self.record, self.sure) if part)


def published(answers: Answers, entry: Entry, id: str) -> Publication | None:
    """Where a paper was published; nothing where nobody knows, or that isn't sure."""
    answer = answers[Question(PUBLISHED, id)]
    says = answer.says
    if answer.state != AGREES or not says.get("venue") or says.get("against"):
        return None
    if says.get("track") in BESIDE:
        return None
    name = venues.match(says["venue"])
    year = says.get("year", "")
    if name is None or name.id is None or not year.isdecimal():
        return None
    if venues.kind_of(name.id) not in KINDS or venues.held(name.id, int(year)) is False:
        return None
    linked = preprint(entry)
    if linked and int(year) < linked.year - EARLY:
        return None
    sure = _sure(entry, record(answers, entry, id), answer)
    if sure is None:
        return None
    told = says.get("record") or answer.source
    also = [each for each in lines_of(says.get("also", "")) if each not in told]
    track = _track(says.get("track", ""), name.id)
    return Publication(name.id, int(year), track, " and ".join([told, *also]), sure)


def _sure(entry: Entry, known: Record | None, answer: Answer) -> str | None:
    """What shows that the record is this entry's paper; None if it isn't sure to be.

    Who published it is no witness for itself: its authors are compared with another register's,
    or with the list's.
    """
    title, authors = answer.says.get("title", ""), lines_of(answer.says.get("authors", ""))
    if known is not None and verdict(entry, known) == OTHER:
        return None
    ours = (entry.title, *((known.title, *known.before) if known else ()))
    if title and all(likeness(each, title) == DIFFERENT for each in ours):
        return None
    own = akin(entry.authors or "", authors)
    other = known is not None and known.source != answer.source
    first = one_first(known.authors, authors) if known and other else None
    if first is False or own is False:
        return None
    if first is None and own is None and len(titles.words(title)) < FEWEST_WORDS and title:
        return None
    first = first or own
    if not title:
        return ""
    return "same title and first author" if first and known else "same title"


def _track(said: str, venue: str) -> str:
    said = said.lower()
    if WORKSHOP in said or venues.kind_of(venue) == WORKSHOP:
        return WORKSHOP
    return FINDINGS if "finding" in said else ""


def names_published(papers: PaperList, entry: Entry) -> bool:
    """Whether a link or a piece beside the preprint names where it was published since."""
    said = (
        *(link.label for link in entry.links),
        *(p.text for p in entry.pieces if p.role in SAYING),
    )
    read = (venues.read(text, papers.vocabulary) for text in dict.fromkeys(said) if text)
    return any(each and each.id and venues.kind_of(each.id) in KINDS for each in read)


def is_preprint(entry: Entry) -> bool:
    """Whether the entry, or a heading above it, says that it is a preprint."""
    venue = entry.venue
    if venue is None:
        return False
    if venue.id is None:
        return venue.form == "medium" and "print" in venue.name.lower()
    return venues.kind_of(venue.id) in ("preprint", "repository") and not claims.several(entry)
