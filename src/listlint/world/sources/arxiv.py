"""arXiv: what it knows under an id, a hundred a request; it alone says that an id isn't there.

What is missing is asked once more, beside an id that surely is there. A withdrawal is confirmed by
the OAI record, a publisher's DOI is followed up at Crossref, and a title that reads otherwise than
the list's (``claim``) is looked for among the paper's other versions. Code is what the authors
themselves name in abstract or comment.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from listlint.facts import (
    ABSENT,
    AGREES,
    CODE,
    DIFFERS,
    LINK,
    PUBLISHED,
    RECORD,
    RETRACTED,
    WITHDRAWN,
    Answer,
    Question,
)
from listlint.knowledge import addresses, titles
from listlint.wording import plain
from listlint.world import preprints, publications
from listlint.world.asking import Outcome, Reply, Request
from listlint.world.atom import Preprint, feed
from listlint.world.batches import About, by_subject, flat, portions
from listlint.world.replies import lines, unchecked, unusable
from listlint.world.sources import _newest, arxiv_oai, crossref, pages

SERVICE, SOURCE = "arxiv", "arXiv"
TOPICS = (LINK, RECORD, PUBLISHED, WITHDRAWN, RETRACTED, CODE)
MOST_IDS = 100
KNOWN = "0704.0001"  # the first number of the present scheme, where none of the batch is known
SECOND_LOOK = 3.0  # seconds before what was missing is asked again
MOST_VERSIONS = 5
AGAIN, RETRY, VERSIONS = "again", "retry", "versions"


def requests(questions: Iterable[Question]) -> Iterator[Request]:
    """One request for every hundred ids; an id that can't be one stays out of the batch."""
    questions = list(questions)
    yield from _newest.requests(questions)
    for portion in portions(by_subject(questions, id_of), MOST_IDS):
        yield _request(portion)


def read(request: Request, reply: Reply) -> Outcome:
    """Answers; what is missing, or needs somebody else's word, leads to more requests."""
    found = feed(reply)
    if found is None:
        return unusable(request, reply)
    if request.note == _newest.NOTE:
        return _newest.read(request, found)
    held = by_subject(request.questions, id_of)
    if found.error:
        return _without(found.error, held, request)
    if request.note == VERSIONS:
        return _versions(held, found.papers)
    papers = {paper.id.removeprefix("arxiv:"): paper for paper in found.papers}
    present = {id: asked for id, asked in held.items() if id in papers}
    missing = {id: asked for id, asked in held.items() if id not in papers}
    answers, more = _answers(present, papers)
    if missing and request.note.startswith(AGAIN):
        sure = request.note.removeprefix(f"{AGAIN} ")
        whole = sure in papers and not present
        answers.update(
            _absent(missing) if whole else unchecked(flat(missing), "unparsable").answers
        )
    elif missing:
        sure = next(iter(present), KNOWN)
        more.append(_request(missing, f"{AGAIN} {sure}", extra=(sure,), after=SECOND_LOOK))
    return Outcome(answers, tuple(more))


def id_of(question: Question) -> str | None:
    """The id that a question is about, if arXiv could have it."""
    if question.topic not in TOPICS:
        return None
    id = question.subject
    if question.topic == LINK:
        id = addresses.read(question.subject).id or ""
    scheme, _, number = id.partition(":")
    return number if scheme == "arxiv" and _valid().fullmatch(number) else None


@cache
def _valid() -> re.Pattern[str]:
    month = "(?:0[1-9]|1[0-2])"
    early = rf"(?:0[7-9]|1[0-4]){month}\.\d{{4}}"
    late = rf"(?:1[5-9]|[2-9]\d){month}\.\d{{5}}"
    return re.compile(rf"{early}|{late}|[a-z-]+(?:\.[a-z]{{2}})?/\d\d{month}\d{{3}}")


def _request(held: About, note: str = "", extra: Sequence[str] = (), after: float = 0.0) -> Request:
    ids = [*held, *extra]
    url = f"/api/query?id_list={','.join(ids)}&max_results={len(ids)}"
    return Request(SERVICE, url, flat(held), after=after, note=note)


def _without(culprit: str, held: About, request: Request) -> Outcome:
    """One id that arXiv can't read spoils the whole batch: the rest is asked once more."""
    bad = {id: asked for id, asked in held.items() if id == culprit or RETRY in request.note}
    if not bad:
        return unchecked(request.questions, "unparsable")
    rest = {id: asked for id, asked in held.items() if id not in bad}
    outcome = unchecked(flat(bad), "unparsable")
    return outcome._replace(more=(_request(rest, RETRY),) if rest else ())


def _absent(missing: About) -> dict[Question, Answer]:
    """What a second, complete answer lacks too isn't there; not if it has what the first lacked."""
    return {
        question: Answer(ABSENT, {"how": f"arXiv has no paper {id}"}, SOURCE)
        for id, questions in missing.items()
        for question in questions
    }


def _answers(
    held: About, papers: dict[str, Preprint]
) -> tuple[dict[Question, Answer], list[Request]]:
    answers: dict[Question, Answer] = {}
    retitled: dict[str, list[Question]] = {}
    withdrawn: dict[str, tuple[Question, ...]] = {}
    dois: dict[Question, str] = {}
    later: list[Question] = []
    for id, questions in held.items():
        paper = papers[id]
        for question in questions:
            if question.topic == LINK and _is_later(question.subject, paper):
                later.append(question)
            elif _reads_otherwise(question, paper):
                retitled.setdefault(f"{id}#{paper.version}", []).append(question)
            elif _perhaps_withdrawn(question, paper):
                withdrawn[id] = (*withdrawn.get(id, ()), question)
            elif doi := _to_follow(question, paper):
                dois[question] = doi
                if question.topic == PUBLISHED:
                    answers[question] = _answer(question, paper)
            else:
                answers[question] = _answer(question, paper)
    more = [*_version_requests(retitled), *arxiv_oai.confirming(withdrawn)]
    return answers, [*more, *crossref.following(dois), *pages.requests(later)]


def _is_later(url: str, paper: Preprint) -> bool:
    """Whether a link names a version that isn't known yet: its page tells whether there is one."""
    version = addresses.read(url).version
    return version is not None and version[1:].isdecimal() and int(version[1:]) > paper.version


def _reads_otherwise(question: Question, paper: Preprint) -> bool:
    """Whether the list has another title than the latest version, and there are others."""
    if question.topic != RECORD or not question.claim or paper.version < 2:
        return False
    return not titles.same(plain(question.claim), paper.title)


def _perhaps_withdrawn(question: Question, paper: Preprint) -> bool:
    """Whether the comment speaks of a withdrawal, and may mean another one."""
    told = question.topic == WITHDRAWN and "withdr" in paper.comment.lower()
    return told and not arxiv_oai.is_phrase(paper.comment)


def _to_follow(question: Question, paper: Preprint) -> str:
    """The publisher's DOI, where only its registry can answer."""
    if question.topic == RETRACTED:
        return paper.doi
    if question.topic != PUBLISHED or not paper.doi:
        return ""
    known = publications.by_doi(paper.doi)
    return paper.doi if known is None or not known.year else ""


def _answer(question: Question, paper: Preprint) -> Answer:
    if question.topic == RECORD:
        return Answer(AGREES, preprints.record(paper), SOURCE)
    if question.topic == PUBLISHED:
        return Answer(AGREES, preprints.published(paper), SOURCE)
    if question.topic == CODE:
        url = preprints.code(paper)
        return Answer(AGREES, {"url": url} if url else {}, SOURCE)
    if question.topic == WITHDRAWN and arxiv_oai.is_phrase(paper.comment):
        says = {"words": paper.comment, "version": f"v{paper.version}"}
        return Answer(DIFFERS, says, SOURCE)
    return Answer(AGREES, {}, SOURCE)


# Other versions


def _version_requests(retitled: dict[str, list[Question]]) -> Iterator[Request]:
    """The versions of papers whose title reads otherwise, the first and the latest ones."""
    ids: list[str] = []
    asked: list[Question] = []
    for named, questions in retitled.items():
        id, _, latest = named.rpartition("#")
        last = int(latest)
        numbers = sorted({1, *range(max(1, last - MOST_VERSIONS + 1), last + 1)})
        ids += [f"{id}v{number}" for number in numbers]
        asked += questions
    if ids:
        url = f"/api/query?id_list={','.join(ids)}&max_results={len(ids)}"
        yield Request(SERVICE, url, tuple(asked), note=VERSIONS)


def _versions(held: About, papers: Sequence[Preprint]) -> Outcome:
    """The latest version's record, with the titles that the others have."""
    answers: dict[Question, Answer] = {}
    for id, questions in held.items():
        mine = sorted(
            (paper for paper in papers if paper.id == f"arxiv:{id}"), key=lambda each: each.version
        )
        if mine:
            others = {paper.title for paper in mine} - {mine[-1].title}
            says = {**preprints.record(mine[-1]), "titles": lines(sorted(others))}
            answers.update({each: Answer(AGREES, says, SOURCE) for each in questions})
    return Outcome(answers)
