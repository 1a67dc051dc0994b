"""What a page says of the link that leads to it: alive, moved, gone, or that it can't be told.

Pure. Dead needs strong evidence: 404 or 410 twice with time between, or a page whose own title
says so, twice. Walls, refusals and failures prove nothing, nor does a front page in a page's place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from listlint.facts import ABSENT, AGREES, DIFFERS, LINK, UNCHECKED, Answer, Question
from listlint.world.asking import PAGE, Outcome, Reply, Request
from listlint.world.sources import _titles, _trail

MOST, MOST_FOR_FRAGMENT = 8_192, 400_000  # bytes of a page
LONGEST = 4_000  # characters of an address
AGAIN = 3.0  # seconds between two looks at what seems gone
GONE = (404, 410)
SOURCE = "the page itself"


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
    evidence = _evidence(reply)
    if evidence:
        if request.note:
            return _all(request, Answer(ABSENT, {"how": evidence}, SOURCE))
        return Outcome(more=(request._replace(after=AGAIN, note=evidence),))
    if reason := _unproven(request, reply):
        return _all(request, Answer(UNCHECKED, source=SOURCE, reason=reason))
    if not 200 <= reply.status < 300:
        return Outcome()  # why is told from the reply
    return Outcome({each: _answer(each, reply) for each in request.questions})


def _can_be_asked(url: str) -> bool:
    """Whether an address is one that is sent as it stands: http, no user's name, no controls."""
    if len(url) > LONGEST or not url.lower().startswith(("http://", "https://")):
        return False
    host = url.partition("://")[2].partition("/")[0].partition("?")[0].partition("#")[0]
    return bool(host) and "@" not in host and url.isprintable() and not set(url) & set(' "<>\\')


def _evidence(reply: Reply) -> str:
    """How a page says that it is gone; nothing if it doesn't, or if a wall speaks for it."""
    if reply.status in GONE and not _titles.is_wall(reply):
        return str(reply.status)
    if reply.status == 200 and _titles.says_gone(reply.body) and not _titles.is_wall(reply):
        return "title"
    return ""


def _unproven(request: Request, reply: Reply) -> str:
    """Why a page that answered proves nothing."""
    if _titles.is_wall(reply):
        return "challenged"
    if 200 <= reply.status < 300 and reply.hops:
        if _trail.is_login(reply.url):
            return "refused"
        if _trail.is_front(request.url, reply.url):
            return "soft-404"
    return ""


def _answer(question: Question, reply: Reply) -> Answer:
    says: dict[str, str] = {}
    name = _trail.fragment(question.subject)
    if name and not reply.cut and _titles.lacks(reply, name):
        says["fragment"] = "missing"
    if not reply.hops:
        return Answer(AGREES, says, SOURCE)
    to = _trail.with_fragment(reply.url, question.subject)
    if _trail.is_move(question.subject, reply):
        return Answer(DIFFERS, {**says, "to": to}, SOURCE)
    return Answer(AGREES, {**says, "at": to}, SOURCE)


def _all(request: Request, answer: Answer) -> Outcome:
    return Outcome(dict.fromkeys(request.questions, answer))
