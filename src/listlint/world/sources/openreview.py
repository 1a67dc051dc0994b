"""OpenReview: what stands under its ids, in one batch, for those who have a token.

Without one it lets no program in. It proves no absence: older venues live at another address, and
a paper that was withdrawn or rejected is there all the same, and published nowhere.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from listlint.facts import AGREES, LINK, PUBLISHED, RECORD, Answer, Question
from listlint.knowledge import addresses, venues
from listlint.wording import title as plain_title
from listlint.world.asking import Outcome, Reply, Request
from listlint.world.batches import by_subject, flat, portions
from listlint.world.publications import Publication
from listlint.world.replies import json_of, lines, text, unusable, within

SERVICE, SOURCE = "openreview", "OpenReview"
TOPICS = (LINK, RECORD, PUBLISHED)
MOST_IDS = 200
ACCEPTED = {
    "Conference": "",
    "Workshop": "workshop",
    "Track/Datasets_and_Benchmarks": "datasets",
    "BlogPosts": "blog",
    "TinyPapers": "tiny",
}


def requests(questions: Iterable[Question]) -> Iterator[Request]:
    """One request for every two hundred ids."""
    for portion in portions(by_subject(questions, _id), MOST_IDS):
        yield Request(
            SERVICE,
            "/notes/search",
            flat(portion),
            method="POST",
            headers=(("Content-Type", "application/json"),),
            body=json.dumps({"ids": list(portion)}).encode(),
            secret=SERVICE,
        )


def read(request: Request, reply: Reply) -> Outcome:
    """What is there; of what isn't nothing is said."""
    said = json_of(reply)
    notes = within(said, "notes")
    if reply.status != 200 or not isinstance(notes, list):
        return unusable(request, reply)
    held = {text(note, name): note for note in notes for name in ("forum", "id")}
    answers: dict[Question, Answer] = {}
    for question in request.questions:
        note = held.get(_id(question) or "")
        if note is not None:
            answers[question] = Answer(AGREES, _says(question, note), SOURCE)
        elif question.topic != LINK:
            answers[question] = Answer(AGREES, {}, SOURCE)
    return Outcome(answers)


def _id(question: Question) -> str | None:
    if question.topic not in TOPICS:
        return None
    id = question.subject
    if question.topic == LINK:
        id = addresses.read(question.subject).id or ""
    scheme, _, key = id.partition(":")
    return key if scheme == "openreview" and key.isascii() and len(key) <= 40 else None


def _says(question: Question, note: Any) -> dict[str, str]:
    if question.topic == LINK:
        return {}
    names = _value(note, "authors")
    authors = [each for each in names if isinstance(each, str)] if isinstance(names, list) else []
    says = {"title": plain_title(_text(note, "title")), "authors": lines(authors)}
    if question.topic == PUBLISHED and (where := _published(_text(note, "venueid"))):
        says.update(where.says())
    return {name: value for name, value in says.items() if value}


def _published(group: str) -> Publication | None:
    """``ICLR.cc/2024/Conference`` is accepted there; ``…/Rejected_Submission`` is nowhere."""
    parts = group.split("/")
    for at in range(1, len(parts)):
        id = venues.of_group("/".join(parts[:at]))
        track = ACCEPTED.get("/".join(parts[at + 1 :])) or ACCEPTED.get(
            next(iter(parts[at + 1 :]), "")
        )
        if id is None or track is None or not parts[at].isdecimal():
            continue
        if parts[-1].endswith("Submission"):
            return None
        return Publication(venues.name_of(id) or id, parts[at], track, f"OpenReview {group}")
    return None


def _text(note: Any, name: str) -> str:
    value = _value(note, name)
    return value if isinstance(value, str) else ""


def _value(note: Any, name: str) -> Any:
    """Version 2 wraps what version 1 writes plainly."""
    value = within(note, "content", name)
    return within(value, "value") if isinstance(value, dict) else value
