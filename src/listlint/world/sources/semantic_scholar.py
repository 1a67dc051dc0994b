"""Semantic Scholar: what it has gathered under an id, five hundred a request; never of absence.

Its ids of DBLP and of the ACL Anthology, and the publisher's DOI, say where a paper was published;
its own name of the venue and its year prove nothing. It may have merged two papers: the title and
the authors are told along, and a title that isn't the list's is no record.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from listlint.facts import AGREES, LINK, PUBLISHED, RECORD, Answer, Question
from listlint.knowledge import addresses, titles
from listlint.wording import plain
from listlint.wording import title as plain_title
from listlint.world import publications
from listlint.world.asking import Outcome, Reply, Request
from listlint.world.batches import About, by_subject, flat, halves, portions
from listlint.world.publications import Publication
from listlint.world.replies import json_of, lines, rows, text, unusable, within
from listlint.world.sources import _recommending, crossref

SERVICE, SOURCE = "semantic-scholar", "Semantic Scholar"
TOPICS = (LINK, RECORD, PUBLISHED)
MOST_IDS = 500
FIELDS = "title,year,venue,publicationVenue,externalIds,authors"
SCHEMES = {
    "arxiv": "ARXIV:",
    "doi": "DOI:",
    "acl": "ACL:",
    "s2": "",
    "s2-corpus": "CorpusId:",
    "pmid": "PMID:",
    "pmcid": "PMCID:",
}
HALVED = "half"  # an id on which the service chokes is looked for in halves, twice


def requests(questions: Iterable[Question]) -> Iterator[Request]:
    """One request for every five hundred ids; to recommend papers one for each question."""
    questions = list(questions)
    yield from _recommending.requests(questions, key_of)
    for portion in portions(by_subject(questions, id_of), MOST_IDS):
        yield _request(portion)


def read(request: Request, reply: Reply) -> Outcome:
    """Answers in the order of the ids; ``null`` is one that it doesn't know."""
    if request.note == _recommending.NOTE:
        return _recommending.read(request, reply)
    held = by_subject(request.questions, id_of)
    said = json_of(reply)
    if reply.status == 400 and "no valid" in text(said, "error").lower():
        return Outcome({question: Answer(AGREES, {}, SOURCE) for question in _silent(held)})
    if reply.status in (500, 502, 504) and len(held) > 1 and request.note.count(HALVED) < 2:
        note = f"{request.note}{HALVED}"
        return Outcome({}, tuple(_request(half, note) for half in halves(held)))
    if reply.status != 200 or not isinstance(said, list) or len(said) != len(held):
        return unusable(request, reply)
    answers: dict[Question, Answer] = {}
    dois: dict[Question, str] = {}
    for paper, questions in zip(said, held.values(), strict=True):
        for question in questions:
            if (answer := _answer(question, paper)) is not None:
                answers[question] = answer
            if question.topic == PUBLISHED and (doi := _to_follow(paper)):
                dois[question] = doi
    return Outcome(answers, tuple(crossref.following(dois)))


def id_of(question: Question) -> str | None:
    """The id under which this service knows what a question is about."""
    if question.topic not in TOPICS:
        return None
    id = question.subject
    if question.topic == LINK:
        id = addresses.read(question.subject).id or ""
    return key_of(id)


def key_of(id: str) -> str | None:
    """A canonical id as this service writes it."""
    scheme, _, key = id.partition(":")
    if scheme not in SCHEMES or not key or len(key) > 200 or not key.isprintable():
        return None
    return f"{SCHEMES[scheme]}{key.upper() if _is_old_anthology(scheme, key) else key}"


def _is_old_anthology(scheme: str, key: str) -> bool:
    """``P19-1001``: written with a capital where case counts."""
    return scheme == "acl" and not key[0].isdigit()


def _request(held: About, note: str = "") -> Request:
    return Request(
        SERVICE,
        f"/graph/v1/paper/batch?fields={FIELDS}",
        flat(held),
        method="POST",
        headers=(("Content-Type", "application/json"),),
        body=json.dumps({"ids": list(held)}).encode(),
        secret=SERVICE,
        note=note,
    )


def _silent(held: About) -> Iterator[Question]:
    return (question for question in flat(held) if question.topic != LINK)


def _answer(question: Question, paper: Any) -> Answer | None:
    """A paper that it doesn't know may exist all the same: of a link nothing is said then."""
    if not isinstance(paper, dict):
        return None if question.topic == LINK else Answer(AGREES, {}, SOURCE)
    if question.topic == RECORD:
        says = {**_who(paper), "year": text(paper, "year")} if _confirms(question, paper) else {}
    else:
        says = {**_who(paper), **_published(paper)} if question.topic == PUBLISHED else {}
    return Answer(AGREES, {name: value for name, value in says.items() if value}, SOURCE)


def _confirms(question: Question, paper: Any) -> bool:
    """Whether its title is the list's: two papers may be merged here, so it accuses nobody."""
    return not question.claim or titles.same(plain(question.claim), plain(text(paper, "title")))


def _who(paper: Any) -> dict[str, str]:
    authors = lines(text(author, "name") for author in rows(paper, "authors"))
    return {"title": plain_title(text(paper, "title")), "authors": authors}


def _published(paper: Any) -> dict[str, str]:
    """What the ids prove; where two of them name different venues, both are told."""
    found = _proofs(paper)
    sure = publications.first_sure(found)
    if sure is None:
        return {}
    others = [each for each in found if each and each.year and not publications.agree(each, sure)]
    return {**sure.says(), "against": lines(each.record for each in others)}


def _proofs(paper: Any) -> list[Publication | None]:
    ids = within(paper, "externalIds")
    anthology, doi, key = text(ids, "ACL"), text(ids, "DOI"), text(ids, "DBLP")
    called = f"{text(paper, 'venue')} {text(paper, 'publicationVenue', 'name')}"
    return [
        publications.by_anthology(anthology) if anthology else None,
        publications.by_doi(doi) if doi else None,
        publications.by_key(key, called) if key else None,
    ]


def _to_follow(paper: Any) -> str:
    """The publisher's DOI, where none of the ids says when and where."""
    doi = text(paper, "externalIds", "DOI")
    if not doi or doi.lower().startswith("10.48550/"):
        return ""
    return "" if publications.first_sure(_proofs(paper)) else doi
