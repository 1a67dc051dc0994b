"""Papers that Semantic Scholar recommends beside others: one request a question; it asks nobody."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any
from urllib.parse import urlencode

from listlint.facts import AGREES, RECOMMENDED, Answer, Question
from listlint.wording import title as plain_title
from listlint.world.asking import Outcome, Reply, Request
from listlint.world.replies import json_of, lines, rows, text, unusable, within

SERVICE, SOURCE, NOTE = "semantic-scholar", "Semantic Scholar", "recommended"
MOST_IDS, MOST = 100, 100
FIELDS = "title,year,externalIds,authors,publicationDate,venue"
SCHEMES = (("ArXiv", "arxiv"), ("ACL", "acl"), ("DOI", "doi"))


def requests(questions: Iterable[Question], key: Callable[[str], str | None]) -> Iterator[Request]:
    """One for each question whose papers the service can know."""
    for question in questions:
        if question.topic == RECOMMENDED:
            ids = [name for id in question.subject.split("\n") if (name := key(id))]
            if ids:
                yield _request(question, ids[:MOST_IDS])


def _request(question: Question, ids: list[str]) -> Request:
    asked = urlencode({"limit": MOST, "fields": FIELDS})
    return Request(
        SERVICE,
        f"/recommendations/v1/papers/?{asked}",
        (question,),
        method="POST",
        headers=(("Content-Type", "application/json"),),
        body=json.dumps({"positivePaperIds": ids, "negativePaperIds": []}).encode(),
        secret=SERVICE,
        note=NOTE,
    )


def read(request: Request, reply: Reply) -> Outcome:
    """The papers in the service's own order; that it knows none of those named proves nothing."""
    said = json_of(reply)
    if reply.status == 404 and text(said, "error"):
        return Outcome({each: Answer(AGREES, {}, SOURCE) for each in request.questions})
    if reply.status != 200 or not isinstance(within(said, "recommendedPapers"), list):
        return unusable(request, reply)
    papers = [paper for each in rows(said, "recommendedPapers") if (paper := _paper(each))]
    says = {"papers": json.dumps(papers)} if papers else {}
    return Outcome({each: Answer(AGREES, says, SOURCE) for each in request.questions})


def _paper(paper: Any) -> dict[str, str] | None:
    title = plain_title(text(paper, "title"))
    id = _id(paper)
    if not title or not id:
        return None
    return {
        "id": id,
        "title": title,
        "authors": lines(text(author, "name") for author in rows(paper, "authors")),
        "year": text(paper, "year"),
        "date": text(paper, "publicationDate"),
    }


def _id(paper: Any) -> str:
    """The canonical id of the registry that says most."""
    for name, scheme in SCHEMES:
        key = text(paper, "externalIds", name)
        if key and key.isprintable():
            return f"{scheme}:{key.lower() if scheme == 'doi' else key}"
    return ""
