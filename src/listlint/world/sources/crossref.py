"""Crossref: what is registered under a DOI, fifty a request, and whether it was retracted.

It holds its own DOIs only: what it lacks may be registered elsewhere, so nothing is absent by it.
The ACL Anthology and IJCAI are asked by their DOIs. Requests of others come through ``following``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from urllib.parse import quote

from listlint.facts import (
    AGREES,
    DIFFERS,
    LINK,
    PUBLISHED,
    RECORD,
    RETRACTED,
    Answer,
    Question,
)
from listlint.knowledge import subjects, venues
from listlint.wording import plain
from listlint.wording import title as plain_title
from listlint.world import publications
from listlint.world.asking import Outcome, Reply, Request
from listlint.world.batches import About, by_subject, flat, portions
from listlint.world.dois import doi_of, fit
from listlint.world.publications import Publication
from listlint.world.replies import json_of, lines, rows, text, unusable, within

SERVICE, SOURCE = "crossref", "Crossref"
TOPICS = (LINK, RECORD, PUBLISHED, RETRACTED)
MOST_DOIS = 50
FIELDS = "DOI,title,subtitle,container-title,event,issued,published,type,author,updated-by,relation"
RETRACTIONS = ("retraction", "withdrawal", "removal")


def requests(questions: Iterable[Question]) -> Iterator[Request]:
    """One request for every fifty DOIs."""
    for portion in portions(by_subject(questions, _doi), MOST_DOIS):
        yield _request(portion)


def following(dois: Mapping[Question, str]) -> Iterator[Request]:
    """The same for questions about a paper whose DOI another source told."""
    fitting = {question: fit(subjects.doi(doi)) for question, doi in dois.items() if "," not in doi}
    told = {question: doi for question, doi in fitting.items() if doi}
    for portion in portions(by_subject(told, lambda question: told[question]), MOST_DOIS):
        note = {question.subject: doi for doi, asked in portion.items() for question in asked}
        yield _request(portion, json.dumps(note))


def read(request: Request, reply: Reply) -> Outcome:
    """Answers for what Crossref holds; of a link that it lacks it says nothing."""
    said = json_of(reply)
    items = within(said, "message", "items")
    if reply.status != 200 or not isinstance(items, list):
        return unusable(request, reply)
    works = {text(item, "DOI").lower(): item for item in items}
    told: dict[str, str] = json.loads(request.note) if request.note else {}
    answers: dict[Question, Answer] = {}
    printed: dict[Question, str] = {}
    for question in request.questions:
        work = works.get(told.get(question.subject) or _doi(question) or "")
        if work is not None:
            answers[question] = _answer(question, work)
            if question.topic == PUBLISHED and not told and (doi := _printed_as(work)):
                printed[question] = doi
        elif question.topic != LINK:
            answers[question] = Answer(AGREES, {}, SOURCE)
    return Outcome(answers, tuple(following(printed)))


def _doi(question: Question) -> str:
    """Fit for the filter: a comma would end it."""
    doi = doi_of(question) if question.topic in TOPICS else ""
    return "" if "," in doi else doi


def _request(held: About, note: str = "") -> Request:
    # the mail address that gives a place in the polite pool is the user's: the edge knows it
    wanted = ",".join(f"doi:{quote(doi, safe='/:;()._-')}" for doi in held)
    url = f"/works?filter={wanted}&rows={len(held)}&select={FIELDS}"
    return Request(SERVICE, url, flat(held), note=note)


def _answer(question: Question, work: Any) -> Answer:
    if question.topic == RETRACTED:
        return _retracted(work)
    if question.topic == PUBLISHED:
        return Answer(AGREES, _published(work), SOURCE)
    return Answer(AGREES, _record(work) if question.topic == RECORD else {}, SOURCE)


def _record(work: Any) -> dict[str, str]:
    """Title with and without its subtitle, authors, year."""
    titles = titles_of(work)
    says = {
        "title": titles[0] if titles else "",
        "titles": lines(titles[1:]),
        "authors": _authors(work),
        "year": _year(work),
        "doi": text(work, "DOI").lower(),
    }
    return {name: value for name, value in says.items() if value}


def titles_of(work: Any) -> list[str]:
    """The title joined with its subtitle, unless it holds it already; then the title alone."""
    title = next((plain_title(t) for t in rows_of_text(work, "title") if plain_title(t)), "")
    subtitle = next((plain_title(t) for t in rows_of_text(work, "subtitle") if t), "")
    if not subtitle or subtitle.casefold() in title.casefold():
        return [title] if title else []
    return [f"{title}: {subtitle}", title] if title else [subtitle]


def rows_of_text(work: Any, name: str) -> list[str]:
    value = within(work, name)
    return [each for each in value if isinstance(each, str)] if isinstance(value, list) else []


def _authors(work: Any) -> str:
    people = rows(work, "author")
    names = (f"{text(each, 'given')} {text(each, 'family')}" for each in people)
    return lines(plain(name if name.strip() else "") for name in names)


def _year(work: Any) -> str:
    for name in ("issued", "published"):
        parts = within(work, name, "date-parts")
        if isinstance(parts, list) and parts and isinstance(parts[0], list) and parts[0]:
            year = parts[0][0]
            if isinstance(year, int) and 1500 < year < 2200:
                return str(year)
    return ""


def _retracted(work: Any) -> Answer:
    """By ``updated-by`` on the paper; ``update-to`` stands on the notice and means another one."""
    for update in rows(work, "updated-by"):
        if text(update, "type").lower() in RETRACTIONS:
            words = text(update, "label") or text(update, "type")
            says = {"words": words, "notice": text(update, "DOI")}
            return Answer(DIFFERS, {k: v for k, v in says.items() if v}, SOURCE)
    return Answer(AGREES, {}, SOURCE)


def _published(work: Any) -> dict[str, str]:
    """Venue and year by the tables, else by what the work stands in."""
    record = _record(work)
    says: dict[str, str] = {n: record[n] for n in ("title", "authors") if n in record}
    sure = publications.first_sure((publications.by_doi(text(work, "DOI")), *_containers(work)))
    return {**says, **(sure.says() if sure else {})}


def _containers(work: Any) -> Iterator[Publication | None]:
    """Proceedings name their event and its year; of a journal the year is when it was issued."""
    event = (text(work, "event", "name"), text(work, "event", "acronym"))
    named = [*rows_of_text(work, "container-title"), *event]
    record = f"Crossref {text(work, 'DOI')}"
    for words in (plain(each) for each in named if each):
        found = publications.in_words(words)
        if found is None:
            continue
        id, year = found
        if not year and venues.kind_of(id) == "journal" and _is_article(work):
            year = _year(work)
        name = venues.name_of(id) or id
        yield Publication(name, year, publications.track_of(" ".join(named)), record)


def _printed_as(work: Any) -> str:
    """The DOI under which a preprint was published since, as bioRxiv and its like have it."""
    others = rows(work, "relation", "is-preprint-of")
    return next((text(each, "id") for each in others if text(each, "id-type") == "doi"), "")


def _is_article(work: Any) -> bool:
    return text(work, "type") == "journal-article"
