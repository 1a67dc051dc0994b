"""What came last at arXiv and holds one of some phrases: one request a question; it asks nobody."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from urllib.parse import urlencode

from listlint.facts import AGREES, NEWEST, Answer, Question
from listlint.world.asking import Outcome, Request
from listlint.world.atom import Feed
from listlint.world.replies import unchecked

SERVICE, SOURCE, NOTE = "arxiv", "arXiv", "newest"
MOST, MOST_PHRASES = 200, 16


def requests(questions: Iterable[Question]) -> Iterator[Request]:
    """One for each question."""
    for question in questions:
        if question.topic == NEWEST and (query := _query(question.subject)):
            asked = urlencode(
                {
                    "search_query": query,
                    "sortBy": "submittedDate",
                    "sortOrder": "descending",
                    "max_results": MOST,
                }
            )
            yield Request(SERVICE, f"/api/query?{asked}", (question,), note=NOTE)


def _query(phrases: str) -> str:
    """Any of the phrases in a title or an abstract: letters, digits and blanks alone."""
    kept = ("".join(c if c.isalnum() or c in " -" else " " for c in p) for p in phrases.split("\n"))
    words = [" ".join(phrase.split()) for phrase in kept]
    asked = [f'ti:"{phrase}" OR abs:"{phrase}"' for phrase in words[:MOST_PHRASES] if phrase]
    return " OR ".join(asked)


def read(request: Request, found: Feed) -> Outcome:
    """The papers, the newest first."""
    if found.error:
        return unchecked(request.questions, "unparsable")
    papers = [
        {
            "id": paper.id,
            "title": paper.title,
            "authors": paper.authors,
            "year": paper.published[:4],
            "date": paper.published[:10],
        }
        for paper in found.papers
    ]
    says = {"papers": json.dumps(papers)} if papers else {}
    return Outcome({each: Answer(AGREES, says, SOURCE) for each in request.questions})
