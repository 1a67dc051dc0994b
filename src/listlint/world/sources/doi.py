"""doi.org's handles: whether a DOI exists and where it leads; no publisher's page is looked at.

It alone says that a DOI isn't there: by the code in its answer, never by the status.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import quote

from listlint.facts import ABSENT, AGREES, LINK, Answer, Question
from listlint.world.asking import Outcome, Reply, Request
from listlint.world.batches import by_subject
from listlint.world.dois import doi_of
from listlint.world.replies import json_of, rows, text, unusable, within

SERVICE, SOURCE = "doi", "doi.org"
FOUND, NOT_FOUND, NO_SUCH_VALUE = 1, 100, 200
DELETED = "crossref.org/deleted_doi"  # where withdrawn DOIs lead


def requests(questions: Iterable[Question]) -> Iterator[Request]:
    """One request a DOI: there is no other way."""
    for doi, asked in by_subject(questions, _doi).items():
        yield Request(SERVICE, f"/api/handles/{quote(doi, safe='/:;()._-')}?type=URL", asked)


def read(request: Request, reply: Reply) -> Outcome:
    """There, not there, or deleted."""
    said = json_of(reply)
    code = within(said, "responseCode")
    doi = _doi(request.questions[0]) if request.questions else ""
    if code == FOUND and reply.status == 200:
        deleted = any(DELETED in target.lower() for target in _targets(said))
        answer = _gone(f"the DOI {doi} was deleted") if deleted else Answer(AGREES, {}, SOURCE)
    elif code == NO_SUCH_VALUE:
        answer = Answer(AGREES, {}, SOURCE)
    elif code == NOT_FOUND and reply.status == 404:
        answer = _gone(f"doi.org knows no DOI {doi}")
    else:
        return unusable(request, reply)
    return Outcome(dict.fromkeys(request.questions, answer))


def _doi(question: Question) -> str:
    return doi_of(question, made=False) if question.topic == LINK else ""


def _targets(said: Any) -> list[str]:
    return [text(value, "data", "value") for value in rows(said, "values")]


def _gone(how: str) -> Answer:
    return Answer(ABSENT, {"how": how}, SOURCE)
