"""DataCite: what is registered there under a DOI, fifty a request; arXiv's papers are among it.

A second source for a title when arXiv is busy. It holds its own DOIs only: nothing is absent by it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import quote

from listlint.facts import AGREES, LINK, RECORD, Answer, Question
from listlint.knowledge import titles
from listlint.wording import plain
from listlint.wording import title as plain_title
from listlint.world.asking import Outcome, Reply, Request
from listlint.world.batches import by_subject, flat, portions
from listlint.world.dois import doi_of
from listlint.world.replies import json_of, lines, rows, text, unusable, within

SERVICE, SOURCE = "datacite", "DataCite"
MOST_DOIS = 50
ARXIV = "10.48550/arxiv."


def requests(questions: Iterable[Question]) -> Iterator[Request]:
    """One request for every fifty DOIs."""
    for portion in portions(by_subject(questions, _doi), MOST_DOIS):
        wanted = " OR ".join(f'"{doi}"' for doi in portion)
        url = f"/dois?query=doi:({quote(wanted, safe='')})&page%5Bsize%5D={len(portion)}"
        yield Request(SERVICE, url, flat(portion))


def read(request: Request, reply: Reply) -> Outcome:
    """Answers for what DataCite holds; of a link that it lacks it says nothing."""
    said = json_of(reply)
    data = within(said, "data")
    if reply.status != 200 or not isinstance(data, list):
        return unusable(request, reply)
    held = {text(each, "attributes", "doi").lower(): within(each, "attributes") for each in data}
    answers: dict[Question, Answer] = {}
    for question in request.questions:
        found = held.get(_doi(question))
        if question.topic == RECORD:
            says = _record(found)
            answers[question] = Answer(AGREES, says if _counts(question, says) else {}, SOURCE)
        elif found is not None:
            answers[question] = Answer(AGREES, {}, SOURCE)
    return Outcome(answers)


def _doi(question: Question) -> str:
    """That of an arXiv paper is made of its id. Quotation marks would end it in the query."""
    if question.topic == RECORD and question.subject.startswith("arxiv:"):
        doi = f"{ARXIV}{question.subject.removeprefix('arxiv:')}"
    else:
        doi = doi_of(question, made=False) if question.topic in (LINK, RECORD) else ""
    return "" if '"' in doi or "\\" in doi else doi


def _counts(question: Question, says: dict[str, str]) -> bool:
    """Of an arXiv paper it has one version's title: another one than the list's is no record."""
    if not question.subject.startswith("arxiv:") or not question.claim:
        return True
    return titles.same(plain(question.claim), says.get("title", ""))


def _record(found: Any) -> dict[str, str]:
    titles = [plain_title(text(each, "title")) for each in rows(found, "titles")]
    says = {
        "title": titles[0] if titles else "",
        "authors": lines(_name(each) for each in rows(found, "creators")),
        "year": text(found, "publicationYear"),
    }
    return {name: value for name, value in says.items() if value}


def _name(creator: Any) -> str:
    """``Doe, Jane`` as ``Jane Doe``."""
    last, comma, first = plain(text(creator, "name")).partition(", ")
    return f"{first} {last}" if comma else last
