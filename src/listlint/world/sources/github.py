"""GitHub: repositories and what lies in them, up to a hundred a request by GraphQL aliases.

A repository is gone only if GraphQL and then REST say so; without a token REST is asked alone, for
a few. Of what isn't there under a known repository the page itself is looked at.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from listlint.facts import ABSENT, AGREES, DIFFERS, REPOSITORY, Answer, Question
from listlint.world.asking import Outcome, Reply, Request
from listlint.world.batches import About, by_subject, flat, halves, portions
from listlint.world.github_places import Place, place_of
from listlint.world.replies import json_of, rows, text, unchecked, unusable, why, within
from listlint.world.sources import pages

SERVICE, SOURCE = "github", "GitHub"
MOST_ALIASES = 100
MOST_ANONYMOUS = 10  # of the sixty requests an hour that all of a user's programs share
REST, HALVED, LATER = "rest", "half", "later"
SECOND_LOOK = 2.0  # seconds before a repository that isn't there is asked for by REST
REPOSITORY_FIELDS = "nameWithOwner isArchived archivedAt"
LIMITS = ("RATE_LIMITED", "RATE_LIMIT", "graphql_rate_limit", "ABUSE_DETECTED", "SECONDARY")


def requests(questions: Iterable[Question]) -> Iterator[Request]:
    """One request for every hundred repositories, files and owners."""
    note = ""
    for portion in portions(by_subject(questions, _name), MOST_ALIASES):
        yield _request(portion, note)
        note = LATER


def read(request: Request, reply: Reply) -> Outcome:
    """Answers; what GraphQL doesn't find is asked for by REST."""
    if request.note == REST:
        return _read_rest(request, reply)
    held = by_subject(request.questions, _name)
    if reply.status == 401 or reply.reason == "no-key":
        return _anonymous({} if LATER in request.note else held, request)
    if reply.status in (502, 504) and len(held) > 1 and request.note.count(HALVED) < 2:
        note = f"{request.note}{HALVED}"
        return Outcome({}, tuple(_request(half, note) for half in halves(held)))
    said = json_of(reply)
    data = within(said, "data")
    if reply.status != 200 or not isinstance(data, Mapping):
        limited = _limited(said)
        return unchecked(request.questions, "rate-limited" if limited else why(reply))
    return _read_graph(held, data, said)


def _name(question: Question) -> str | None:
    """What a question is about, as one thing that is asked for once: names have no case there."""
    place = place_of(question)
    if place is None:
        return None
    return "\n".join((place.owner.lower(), place.name.lower(), place.path))


def _request(held: About, note: str = "") -> Request:
    variables: dict[str, str] = {}
    asked = [_alias(n, Place(*name.split("\n")), variables) for n, name in enumerate(held)]
    kinds = ",".join(f"${name}:String!" for name in variables)
    query = f"query({kinds}){{{' '.join(asked)} rateLimit{{cost remaining resetAt}}}}"
    return Request(
        SERVICE,
        "/graphql",
        flat(held),
        method="POST",
        headers=(("Content-Type", "application/json"),),
        body=json.dumps({"query": query, "variables": variables}).encode(),
        secret=SERVICE,
        note=note,
    )


def _alias(number: int, place: Place, variables: dict[str, str]) -> str:
    """One object of the query; names from a list go into variables, never into its text."""
    variables[f"o{number}"] = place.owner
    if not place.name:
        return f"r{number}:repositoryOwner(login:$o{number}){{login}}"
    variables[f"n{number}"] = place.name
    inner = REPOSITORY_FIELDS
    if place.path:
        variables[f"e{number}"] = place.path
        inner += f" object(expression:$e{number}){{__typename}}"
    return f"r{number}:repository(owner:$o{number},name:$n{number},followRenames:true){{{inner}}}"


def _limited(said: Any) -> bool:
    return any(text(each, "type") in LIMITS for each in rows(said, "errors"))


def _read_graph(held: About, data: Mapping[str, Any], said: Any) -> Outcome:
    """Each alias by itself: null is nothing unless its own error says that it wasn't found."""
    errors = {alias: text(each, "type") for each in rows(said, "errors") for alias in _path(each)}
    answers: dict[Question, Answer] = {}
    gone: dict[str, list[Question]] = {}
    unknown: list[Question] = []
    for number, (name, questions) in enumerate(held.items()):
        place, found = Place(*name.split("\n")), data.get(f"r{number}")
        if isinstance(found, Mapping) and place.path and not within(found, "object"):
            unknown += questions  # a branch may have a slash in its name: the page knows
        elif isinstance(found, Mapping):
            answers.update(_found(place, questions, found))
        elif errors.get(f"r{number}") == "NOT_FOUND" or (not place.name and not _limited(said)):
            gone.setdefault(_rest_path(place), []).extend(questions)
        else:
            reason = "rate-limited" if _limited(said) else "refused"
            answers.update(unchecked(questions, reason).answers)
    more = [_rest(path, tuple(asked), SECOND_LOOK) for path, asked in gone.items()]
    return Outcome(answers, (*more, *pages.requests(unknown)))


def _path(error: Any) -> list[str]:
    path = within(error, "path")
    return [str(path[0])] if isinstance(path, list) and path else []


def _found(
    place: Place, questions: Iterable[Question], found: Mapping[str, Any]
) -> dict[Question, Answer]:
    if not place.name:
        return {each: Answer(AGREES, {}, SOURCE) for each in questions}
    since = text(found, "archivedAt")[:10] if found.get("isArchived") is True else ""
    answer = _repository(place, text(found, "nameWithOwner"), since or found.get("isArchived"))
    return {each: _for(each, answer) for each in questions}


def _repository(place: Place, name: str, archived: Any) -> Answer:
    """Renamed if its name is another one beyond case; archived since a day, if that is known."""
    says = {"archived": archived if isinstance(archived, str) else "yes"} if archived else {}
    if name and name.lower() != f"{place.owner}/{place.name}".lower():
        return Answer(DIFFERS, {"name": name, **says}, SOURCE)
    return Answer(AGREES, says, SOURCE)


def _for(question: Question, answer: Answer) -> Answer:
    """A link to a renamed repository leads there: that it has another name is said of it."""
    return answer if question.topic == REPOSITORY else Answer(AGREES, answer.says, SOURCE)


# REST


def _rest(path: str, questions: tuple[Question, ...], after: float = 0.0) -> Request:
    return Request(SERVICE, path, questions, secret=SERVICE, note=REST, after=after)


def _rest_path(place: Place) -> str:
    return f"/repos/{place.owner}/{place.name}" if place.name else f"/users/{place.owner}"


def _anonymous(held: About, request: Request) -> Outcome:
    """Without a token: a few repositories by a request each, and the pages of files in them."""
    few = dict(list(held.items())[:MOST_ANONYMOUS])
    asked: dict[str, list[Question]] = {}
    files: list[Question] = []
    for name, questions in few.items():
        place = Place(*name.split("\n"))
        if place.path:
            files += questions
        else:
            asked.setdefault(_rest_path(place), []).extend(questions)
    more = [_rest(path, tuple(each)) for path, each in asked.items()]
    late = (question for question in request.questions if _name(question) not in few)
    outcome = unchecked(late, "no-key")
    return outcome._replace(more=(*more, *pages.requests(files)))


def _read_rest(request: Request, reply: Reply) -> Outcome:
    place = place_of(request.questions[0]) if request.questions else None
    said = json_of(reply)
    if place is None or not isinstance(said, Mapping):
        return unusable(request, reply)
    if reply.status == 404:
        how = f"GitHub has no {place.owner}/{place.name}".rstrip("/")
        gone = Answer(ABSENT, {"how": how}, SOURCE)
        return Outcome(dict.fromkeys(request.questions, gone))
    if reply.status != 200 or not (text(said, "full_name") or text(said, "login")):
        limited = reply.status == 403 and reply.headers.get("x-ratelimit-remaining") == "0"
        return unchecked(request.questions, "rate-limited" if limited else why(reply))
    if not place.name:
        return Outcome({each: Answer(AGREES, {}, SOURCE) for each in request.questions})
    answer = _repository(place, text(said, "full_name"), said.get("archived"))
    return Outcome({each: _for(each, answer) for each in request.questions if not _deep(each)})


def _deep(question: Question) -> bool:
    """Whether a link leads into a repository: that it is there says nothing of its files."""
    return bool((place := place_of(question)) and place.path)
