"""DBLP: one record by its key, for lists that link it; a wall against programs often answers.

Its keys come from elsewhere and say venue and year without it (``publications.by_key``). It proves
no absence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from listlint.facts import AGREES, LINK, PUBLISHED, RECORD, Answer, Question
from listlint.knowledge import addresses
from listlint.wording import title as plain_title
from listlint.world import publications
from listlint.world.asking import Outcome, Reply, Request
from listlint.world.batches import by_subject
from listlint.world.replies import lines, unusable, xml_of

SERVICE, SOURCE = "dblp", "DBLP"
TOPICS = (LINK, RECORD, PUBLISHED)


def requests(questions: Iterable[Question]) -> Iterator[Request]:
    """One request a record."""
    for key, asked in by_subject(questions, _key).items():
        yield Request(SERVICE, f"/rec/{key}.xml", asked)


def read(request: Request, reply: Reply) -> Outcome:
    """Title, authors, year; venue and year by the key itself."""
    root = xml_of(reply) if reply.status == 200 else None
    record = root[0] if root is not None and root.tag == "dblp" and len(root) else None
    if record is None:
        return unusable(request, reply)
    said = {name: "".join(each.itertext()) for each in record for name in (each.tag,)}
    people = (
        _number().sub("", "".join(each.itertext())) for each in record if each.tag == "author"
    )
    says = {"title": plain_title(said.get("title", "")), "authors": lines(people)}
    where = publications.by_key(record.get("key", ""), said.get("booktitle", ""))
    answers: dict[Question, Answer] = {}
    for question in request.questions:
        if question.topic == PUBLISHED:
            told = {**says, **(where.says() if where else {})}
        else:
            told = {**says, "year": said.get("year", "")} if question.topic == RECORD else {}
        answers[question] = Answer(AGREES, {k: v for k, v in told.items() if v}, SOURCE)
    return Outcome(answers)


def _key(question: Question) -> str | None:
    if question.topic not in TOPICS:
        return None
    id = question.subject
    if question.topic == LINK:
        id = addresses.read(question.subject).id or ""
    scheme, _, key = id.partition(":")
    return key if scheme == "dblp" and _fit().fullmatch(key) else None


@cache
def _fit() -> re.Pattern[str]:
    return re.compile(r"[A-Za-z0-9/_-]{1,200}")


@cache
def _number() -> re.Pattern[str]:
    """The number that tells namesakes apart: "Jane Doe 0003"."""
    return re.compile(r" \d{4}$")
