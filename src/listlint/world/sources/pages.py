"""What a page says of the link that leads to it: alive, moved, gone, or that it can't be told.

Pure. Dead needs strong evidence: 404 or 410 twice with time between, or a page whose own title
says so, twice. Walls, refusals and failures prove nothing, nor does a front page in a page's place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import urlsplit

from listlint.facts import ABSENT, AGREES, DIFFERS, LINK, UNCHECKED, Answer, Question
from listlint.world.asking import PAGE, Outcome, Reply, Request
from listlint.world.lanes import host_of
from listlint.world.sources import _titles, _trail
from listlint.world.sources.wayback import for_copy

MOST, MOST_FOR_FRAGMENT = 8_192, 400_000  # bytes of a page
LONGEST = 4_000  # characters of an address
AGAIN = 3.0  # seconds between two looks at what seems gone
GONE = (404, 410)
HOW = {"404": "404 twice", "410": "410 twice", "title": "its title says so, twice"}
MANY = 3  # addresses that lead to one page: it stands for none of them


def requests(questions: Iterable[Question]) -> Iterator[Request]:
    """One request for each page, however many fragments of it are linked."""
    by_page: dict[str, list[Question]] = {}
    for question in questions:
        if question.topic == LINK and _can_be_asked(question.subject):
            by_page.setdefault(question.subject.partition("#")[0], []).append(question)
    for url, asked in by_page.items():
        deep = any(_trail.fragment(each.subject) for each in asked)
        yield Request(PAGE, url, tuple(asked), most=MOST_FOR_FRAGMENT if deep else MOST)


def read(request: Request, reply: Reply) -> Outcome:
    """The state of the link, or a second look where it seems gone."""
    walled = _titles.is_wall(reply)
    evidence = "" if walled else _evidence(reply)
    if evidence:
        if request.note:
            return _gone(request, evidence)
        return Outcome(more=(request._replace(after=AGAIN, note=evidence),))
    if reason := "challenged" if walled else _unproven(request, reply):
        return _all(request, Answer(UNCHECKED, source=host_of(request.url), reason=reason))
    if not 200 <= reply.status < 300:
        return Outcome()  # why is told from the reply
    return Outcome({each: _answer(each, reply) for each in request.questions})


def _gone(request: Request, evidence: str) -> Outcome:
    """Gone; of a page that answered 404, and not in so many words, a copy may be of worth."""
    how = HOW[evidence]
    outcome = _all(request, Answer(ABSENT, {"how": how}, host_of(request.url)))
    return outcome if evidence == "title" else Outcome(outcome.answers, (for_copy(request, how),))


def compared(answers: Mapping[Question, Answer]) -> dict[Question, Answer]:
    """The answers, links unverified whose page is where many others lead too."""
    leading: dict[str, set[str]] = {}
    for question, answer in answers.items():
        if to := _end(question, answer):
            leading.setdefault(to, set()).add(_trail.thing(question.subject))
    crowded = {to for to, from_ in leading.items() if len(from_) >= MANY}
    return {
        question: Answer(UNCHECKED, source=answer.source, reason="soft-404")
        if _end(question, answer) in crowded
        else answer
        for question, answer in answers.items()
    }


def _end(question: Question, answer: Answer) -> str:
    """Where a redirected link ends, without its part of the page."""
    mine = question.topic == LINK and answer.source == host_of(question.subject)
    if not mine or answer.state not in (AGREES, DIFFERS):
        return ""
    return answer.says.get("to", answer.says.get("at", "")).partition("#")[0]


def _can_be_asked(url: str) -> bool:
    """Whether an address is one that is sent as it stands: http, no user's name, no controls."""
    if len(url) > LONGEST or not url.lower().startswith(("http://", "https://")):
        return False
    if not url.isprintable() or set(url) & set(' "<>\\'):
        return False
    try:
        parts = urlsplit(url)
        return bool(parts.hostname) and "@" not in parts.netloc and parts.port != 0
    except ValueError:
        return False


def _evidence(reply: Reply) -> str:
    """How a page says that it is gone; nothing if it doesn't."""
    if reply.status in GONE:
        return str(reply.status)
    return "title" if reply.status == 200 and _titles.says_gone(reply) else ""


def _unproven(request: Request, reply: Reply) -> str:
    """Why a page that answered proves nothing."""
    if 200 <= reply.status < 300 and reply.hops:
        if _trail.is_login(reply.url):
            return "refused"
        if _trail.is_front(request.url, reply.url):
            return "soft-404"
    return ""


def _answer(question: Question, reply: Reply) -> Answer:
    says: dict[str, str] = {}
    source = host_of(question.subject)
    name = _trail.fragment(question.subject)
    if name and not reply.cut and _titles.lacks(reply, name):
        says["fragment"] = "missing"
    if not reply.hops:
        return Answer(AGREES, says, source)
    to = _trail.with_fragment(reply.url, question.subject)
    if _trail.is_move(question.subject, reply):
        return Answer(DIFFERS, {**says, "to": to}, source)
    return Answer(AGREES, {**says, "at": to}, source)


def _all(request: Request, answer: Answer) -> Outcome:
    return Outcome(dict.fromkeys(request.questions, answer))
