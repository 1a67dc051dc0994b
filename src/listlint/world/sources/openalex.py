"""OpenAlex: a second opinion on a DOI that its registry didn't tell, fifty a request.

Never of absence, never of a retraction, never of a venue: it knows some papers under a stranger's
copy. What it holds under another DOI than the one asked for is left alone, and so is a title that
isn't the list's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import quote

from listlint.facts import AGREES, RECORD, Answer, Question
from listlint.knowledge import titles
from listlint.wording import plain
from listlint.wording import title as plain_title
from listlint.world.asking import Outcome, Reply, Request
from listlint.world.batches import by_subject, flat, portions
from listlint.world.replies import json_of, lines, rows, text, unusable, within

SERVICE, SOURCE = "openalex", "OpenAlex"
MOST_DOIS = 50
FIELDS = "doi,title,publication_year,authorships"


def requests(questions: Iterable[Question]) -> Iterator[Request]:
    """One request for every fifty DOIs."""
    for portion in portions(by_subject(questions, _doi), MOST_DOIS):
        wanted = "|".join(quote(doi, safe="/:;()._-") for doi in portion)
        url = f"/works?filter=doi:{wanted}&per_page={len(portion)}&select={FIELDS}"
        yield Request(SERVICE, url, flat(portion))


def read(request: Request, reply: Reply) -> Outcome:
    """Title, authors and year of what it has under the very DOI."""
    said = json_of(reply)
    results = within(said, "results")
    if reply.status != 200 or not isinstance(results, list):
        return unusable(request, reply)
    works = {_bare(text(work, "doi")): work for work in results}
    return Outcome(
        {
            question: Answer(AGREES, _record(question, works.get(_doi(question) or "")), SOURCE)
            for question in request.questions
        }
    )


def _doi(question: Question) -> str | None:
    scheme, _, doi = question.subject.partition(":")
    fit = scheme == "doi" and not any(c in doi for c in "|,& ") and len(doi) <= 200
    return doi if question.topic == RECORD and fit and doi.isprintable() else None


def _bare(doi: str) -> str:
    return doi.lower().removeprefix("https://doi.org/")


def _record(question: Question, work: Any) -> dict[str, str]:
    """What it has, if that bears the list out."""
    if question.claim and not titles.same(plain(question.claim), plain(text(work, "title"))):
        return {}
    authors = (text(each, "author", "display_name") for each in rows(work, "authorships"))
    says = {
        "title": plain_title(text(work, "title")),
        "authors": lines(authors),
        "year": text(work, "publication_year"),
    }
    return {name: value for name, value in says.items() if value}
