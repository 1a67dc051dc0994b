"""Hugging Face: models, data sets and spaces that are linked; a paper's code and its data sets.

It says "can't see it" of what is missing, private or gated alike, so nothing is absent by it. What
its page of a paper doesn't name may exist all the same.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from listlint.facts import AGREES, CODE, DATASETS, DIFFERS, LINK, Answer, Question
from listlint.knowledge import addresses, subjects, titles
from listlint.world.asking import Outcome, Reply, Request
from listlint.world.batches import by_subject
from listlint.world.github_places import place_of
from listlint.world.replies import json_of, lines, rows, text, unchecked, unusable, within

SERVICE, SOURCE = "huggingface", "Hugging Face"
HOSTS = ("huggingface.co", "hf.co")
ADDRESS = "https://huggingface.co"
OTHER_PARTS = (
    "api blog chat collections datasets docs enterprise inference join learn login models"
    " new organizations papers pricing search settings spaces tasks welcome"
).split()
REPOS = "repos"


def requests(questions: Iterable[Question]) -> Iterator[Request]:
    """One request for each repository that is linked, and for each paper."""
    for path, asked in by_subject(questions, _path).items():
        yield Request(SERVICE, path, asked)


def read(request: Request, reply: Reply) -> Outcome:
    """Answers; a paper whose data sets are asked for leads to one more request."""
    said = json_of(reply)
    if request.questions and request.questions[0].topic == LINK:
        return _link(request, reply, said)
    if reply.status == 404 and isinstance(said, Mapping):  # most papers have no page
        return Outcome({each: Answer(AGREES, {}, SOURCE) for each in request.questions})
    if reply.status != 200 or not isinstance(said, Mapping):
        return unusable(request, reply)
    return _data_sets(request, said) if request.note else _paper(request, said)


def _path(question: Question) -> str | None:
    if question.topic in (CODE, DATASETS):
        scheme, _, id = question.subject.partition(":")
        return f"/api/papers/{id}" if scheme == "arxiv" and "/" not in id else None
    return _api(question.subject) if question.topic == LINK else None


def _api(url: str) -> str | None:
    """Where a model, a data set or a space is asked for; None of any other page."""
    subject = addresses.read(url).subject
    host = subjects.host_of(subject)
    if host not in HOSTS or len(subject) > 300 or not subject.isprintable():
        return None
    parts = [part for part in subject[len(host) :].partition("?")[0].split("/") if part]
    if len(parts) == 3 and parts[0] in ("datasets", "spaces"):
        return f"/api/{'/'.join(parts)}"
    if len(parts) == 2 and parts[0] == "datasets":
        return f"/api/datasets/{parts[1]}"
    if len(parts) == 2 and parts[0] not in OTHER_PARTS:
        return f"/api/models/{'/'.join(parts)}"
    return None


def _link(request: Request, reply: Reply, said: Any) -> Outcome:
    """There, or there under another name; what can't be seen may be there."""
    if reply.status in (401, 403, 404):
        return unchecked(request.questions, "refused")
    name = text(said, "id")
    if reply.status != 200 or not name:
        return unusable(request, reply)
    kind, _, asked = request.url.removeprefix("/api/").partition("/")
    answer = Answer(AGREES, {}, SOURCE)
    if name.lower() != asked.lower() and reply.hops:
        place = "" if kind == "models" else f"{kind}/"
        answer = Answer(DIFFERS, {"to": f"{ADDRESS}/{place}{name}"}, SOURCE)
    return Outcome(dict.fromkeys(request.questions, answer))


# A paper's code and data sets


def _paper(request: Request, said: Mapping[str, Any]) -> Outcome:
    """The code that the authors named; data sets only where there are any."""
    code = text(said, "githubRepo")
    place = place_of(Question(LINK, code))
    url = f"https://github.com/{place.owner}/{place.name}" if place and place.name else ""
    answers = {
        each: Answer(AGREES, {"url": url} if url else {}, SOURCE)
        for each in request.questions
        if each.topic == CODE
    }
    wanted = tuple(each for each in request.questions if each.topic == DATASETS)
    if not wanted:
        return Outcome(answers)
    if within(said, "numTotalDatasets") == 0:
        answers.update({each: Answer(AGREES, {}, SOURCE) for each in wanted})
        return Outcome(answers)
    note = json.dumps([place.owner if place else "", text(said, "title")])
    path = request.url.replace("/api/papers/", "/api/arxiv/") + f"/{REPOS}"
    return Outcome(answers, (Request(SERVICE, path, wanted, note=note),))


def _data_sets(request: Request, said: Mapping[str, Any]) -> Outcome:
    """The paper's own: whoever uses a paper cites it on the card of a data set as well."""
    owner, title = json.loads(request.note)
    names = (text(each, "id") for each in rows(said, "datasets"))
    own = [f"{ADDRESS}/datasets/{name}" for name in names if _is_own(name, owner, title)]
    says = {"urls": lines(own)} if own else {}
    return Outcome(dict.fromkeys(request.questions, Answer(AGREES, says, SOURCE)))


def _is_own(name: str, owner: str, title: str) -> bool:
    """Kept by whoever keeps the code, or called as the paper is called."""
    keeper, _, called = name.partition("/")
    nickname = titles.fold(title.partition(":")[0]) if ":" in title else ""
    if owner and titles.fold(keeper) == titles.fold(owner):
        return True
    return bool(nickname) and " " not in title.partition(":")[0] and titles.fold(called) == nickname
