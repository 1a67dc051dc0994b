"""Questions to requests, replies to answers, round by round, until nobody is left to ask.

Pure: whoever drives it sends the requests and hands back the replies in any order. Every question
ends with an answer; one that nobody settled is unchecked, for the last reason that was met.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from listlint.errors import trace
from listlint.facts import (
    ABSENT,
    AGREES,
    CODE,
    DATASETS,
    LINK,
    PUBLISHED,
    RECORD,
    UNCHECKED,
    Answer,
    Question,
)
from listlint.world import routes
from listlint.world.asking import PAGE, Outcome, Reply, Request, Source
from listlint.world.merging import merged
from listlint.world.settings import MOST_SINGLE

MAY_BE_SILENT = (RECORD, PUBLISHED, CODE)  # then the next in the chain is asked
_BROKE = Answer(UNCHECKED, reason="unparsable")
_REFUSALS = {401: "refused", 407: "refused", 429: "rate-limited"}


class _Standing:
    """Where one question stands."""

    __slots__ = ("beside", "chain", "found", "open", "order", "reason", "settled", "together")

    def __init__(self, question: Question) -> None:
        self.order = routes.chain(question)
        self.chain = list(self.order)
        self.together = routes.together(question)
        # Who is asked for more about a link knows what was known before; of a paper it's the last.
        self.beside = -1 if question.topic == LINK else len(self.order)
        self.open = 0  # requests that it waits for
        self.found: list[tuple[int, Answer]] = []  # by the order in which they are trusted
        self.settled = False
        self.reason = ""

    def hear(self, answer: Answer, service: str, *, telling: bool) -> None:
        """An answer that counts; one that tells nothing leaves the question to the next."""
        place = self.order.index(service) if service in self.order else self.beside
        self.found.append((place, answer))
        self.settled = self.settled or telling


class Rounds:
    """One run: ``start`` once, then ``read`` for every request that came out of either."""

    def __init__(self, most_single: int = MOST_SINGLE) -> None:
        self.answers: dict[Question, Answer] = {}
        self._most_single = most_single
        self._single: set[str] = set()  # papers that cost a request each
        self.fresh: list[Question] = []  # answered since somebody emptied it
        self.faults: list[str] = []  # our own: where a source broke
        self._standing: dict[Question, _Standing] = {}
        self._out: Counter[str] = Counter()  # requests under way, by who is asked
        self._next: dict[str, list[Question]] = {}  # whose turn comes, by who is asked
        self._from: dict[str, set[str]] = {}  # whom they come from
        self._total = 0

    def start(self, questions: Iterable[Question]) -> list[Request]:
        """The first requests."""
        for question in dict.fromkeys(questions):
            self._total += 1
            self._standing[question] = _Standing(question)
            self._onward(question)
        return self._flushed()

    def progress(self) -> tuple[int, int]:
        """Questions that are settled, and all of them."""
        return len(self.answers), self._total

    def read(self, request: Request, reply: Reply) -> list[Request]:
        """What a reply leads to: answers, which are kept, and requests still to be sent."""
        self._out[request.service] -= 1
        source = routes.source(request.service)
        if source is None:  # a request of a source that isn't here
            raise LookupError(f"nobody reads {request.service}")
        outcome = self._outcome(source, request, reply)
        for question, answer in outcome.answers.items():
            self._heard(question, answer, request.service)
        more = [self._sent(each) for each in outcome.more]
        open_ = {question for each in outcome.more for question in each.questions}
        for question in request.questions:
            said = question in outcome.answers or question in open_
            self._returned(question, request.service, "" if said else reason_of(reply))
        return [*more, *self._flushed()]

    def _outcome(self, source: Source, request: Request, reply: Reply) -> Outcome:
        try:
            return source.read(request, reply)
        except Exception as fault:  # one reply that breaks a source spoils no other
            self.faults.append(trace(fault))
            return Outcome(dict.fromkeys(request.questions, _BROKE))

    def give_up(self, reason: str) -> None:
        """Everything that is still open is unchecked."""
        for question in list(self._standing):
            self._settle(question, reason)

    def _heard(self, question: Question, answer: Answer, service: str) -> None:
        stands = self._standing.get(question)
        if stands is None:
            return
        if answer.state == UNCHECKED:
            stands.reason = answer.reason or stands.reason
        elif answer.state == ABSENT and not routes.may_deny(question, service):
            stands.reason = "refused"
        else:
            telling = bool(answer.says) or question.topic not in MAY_BE_SILENT
            stands.hear(answer, service, telling=telling)

    def _returned(self, question: Question, service: str, reason: str) -> None:
        stands = self._standing.get(question)
        if stands is None:
            return
        stands.open -= 1
        stands.reason = reason or stands.reason
        if stands.open <= 0:
            self._onward(question, service)

    def _onward(self, question: Question, after: str = "") -> None:
        """To the next in the chain, or to the end."""
        stands = self._standing[question]
        if not stands.chain or (stands.settled and not stands.together):
            self._settle(question, stands.reason)
        elif stands.together:
            for service in stands.chain:
                self._queue(question, service, after)
            stands.chain = []
        else:
            self._queue(question, stands.chain.pop(0), after)

    def _queue(self, question: Question, service: str, after: str) -> None:
        self._standing[question].open += 1  # its place, given back when the service is asked
        self._next.setdefault(service, []).append(question)
        self._from.setdefault(service, set()).add(after)

    def _settle(self, question: Question, reason: str) -> None:
        stands = self._standing.pop(question, None)
        if stands is None:
            return
        self.fresh.append(question)
        found = sorted(stands.found, key=lambda each: each[0])
        self.answers[question] = _answer(question, [answer for _, answer in found], reason)

    def _flushed(self) -> list[Request]:
        """Requests of those whose turn it is: a batch waits for all that may still join it."""
        made: list[Request] = []
        while ready := [service for service in self._next if self._is_turn(service)]:
            for service in ready:
                self._from.pop(service)
                made += self._asked(service, self._next.pop(service))
        return made

    def _is_turn(self, service: str) -> bool:
        return service == PAGE or not any(self._out[each] for each in self._from[service] if each)

    def _asked(self, service: str, questions: list[Question]) -> list[Request]:
        source = routes.source(service)
        afforded = [each for each in questions if self._is_afforded(each, service)]
        wanted = list(source.requests(afforded)) if source else []
        made = [self._sent(each) for each in wanted]
        taken = {question for each in wanted for question in each.questions}
        for question in questions:
            stands = self._standing.get(question)
            if stands is None:
                continue
            stands.open -= 1  # the place that was held while it waited for its turn
            if question not in taken and not stands.chain:
                self._left_alone(question, stands, service)
            if not stands.open:
                self._onward(question, service)
        return made

    def _is_afforded(self, question: Question, service: str) -> bool:
        """Of what costs a request each only so much is asked; the next run asks for more."""
        if not routes.is_single(question, service) or question.subject in self._single:
            return True
        if len(self._single) < self._most_single:
            self._single.add(question.subject)
            return True
        if question in self._standing:
            self._standing[question].reason = "over-budget"
        return False

    def _left_alone(self, question: Question, stands: _Standing, service: str) -> None:
        """A link that no register takes is followed as it is written."""
        if question.topic == LINK and service == PAGE:
            stands.reason = stands.reason or "unparsable"
        elif question.topic == LINK and service != "openreview":
            stands.chain.append(PAGE)

    def _sent(self, request: Request) -> Request:
        self._out[request.service] += 1
        for question in request.questions:
            if question in self._standing:
                self._standing[question].open += 1
        return request


def _answer(question: Question, found: list[Answer], reason: str) -> Answer:
    """What came of a question in the end.

    Where nobody tells of a publication, or of code, and somebody couldn't be asked, it stays
    unchecked; where there is nobody to ask, nothing is known.
    """
    answer = merged(found) if found else None
    needed = {PUBLISHED: "venue", CODE: "url", DATASETS: "urls"}.get(question.topic, "")
    silent = answer is None or (needed and not answer.says.get(needed))
    if silent and reason:
        return Answer(UNCHECKED, reason=reason)
    if answer is not None:
        return answer
    return Answer(UNCHECKED, reason="refused") if question.topic == LINK else Answer(AGREES)


def reason_of(reply: Reply) -> str:
    """Why a reply that answered nothing did so."""
    if reply.status == 0:
        return reply.reason or "unreachable"
    if is_challenge(reply.status, reply.headers):
        return "challenged"
    if 500 <= reply.status < 600:
        return "unreachable"
    if reply.status < 300:
        return "unparsable"
    return _REFUSALS.get(reply.status, "refused")


def is_challenge(status: int, headers: Mapping[str, str]) -> bool:
    """Whether a wall against robots answered, and not the page behind it."""
    return (
        "cf-mitigated" in headers
        or "x-amzn-waf-action" in headers
        or (status == 202 and headers.get("content-length") == "0")
    )
