"""One run over many lists: what is done already, what is shared out, what stays here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from listlint.errors import UserError
from listlint.facts import Answer, Question
from listlint.fleet.jobs import Job, List, Record, job_of, packed
from listlint.fleet.kept import Kept
from listlint.fleet.sharing import Shared
from listlint.fleet.work import BROKEN, UNREADABLE, asked, failed, judge
from listlint.values import NamedTuple

Hand = Callable[[Record], None]
Learn = Callable[[Iterable[Question]], Mapping[Question, Answer]]


class Wishes(NamedTuple):
    """What is wanted of every list."""

    salt: str = ""  # what the results depend upon besides the lists and their configurations
    findings: bool = False
    local: bool = True  # work is done where the files beside the lists are
    learn: Learn | None = None  # asks services for all lists at once; None: nobody is asked
    days: tuple[str, ...] = ()  # on which asking counts; the first is today


class Run:
    """``hand`` is given each record once it is there, those of an earlier run first."""

    def __init__(self, wishes: Wishes, kept: Kept | None, sharing: Shared, hand: Hand) -> None:
        self.wishes, self.kept, self.sharing, self.hand = wishes, kept, sharing, hand
        self.before = 0  # records of an earlier run
        self.questions: dict[str, frozenset[Question]] = {}
        self.answers: Mapping[Question, Answer] = {}

    def run(self, lists: Sequence[List]) -> None:
        """Every list, whatever becomes of one of them."""
        todo = self._left(lists)
        if self.kept is not None:
            self.kept.start(each.path for each in todo)
        here = [each for each in todo if each.config.own]  # own rules hold what can't travel
        there = [each for each in todo if not each.config.own]
        if self.wishes.learn is not None:
            self._learn(self.wishes.learn, there, here)
        for job, came in self.sharing.run(judge, self._jobs(there)) if there else ():
            if isinstance(came, Exception):
                came = failed(job.path, job.digest, BROKEN, f"{type(came).__name__}: {came}")
            self._take(came)
        for job in self._jobs(here):
            self._take(judge(job))

    def _learn(self, learn: Learn, there: Sequence[List], here: Sequence[List]) -> None:
        """Ask about all lists at once: what they share is asked once."""
        for job, came in self.sharing.run(asked, self._readable(there)) if there else ():
            self.questions[job.path] = frozenset() if isinstance(came, Exception) else came
        for job in self._readable(here):
            self.questions[job.path] = asked(job)
        self.answers = learn(frozenset().union(*self.questions.values()))

    def _left(self, lists: Iterable[List]) -> list[List]:
        """What isn't done yet; the rest is handed on as it was."""
        left: list[List] = []
        for each in lists:
            record = self._record(each)
            if record is None:
                left.append(each)
            else:
                self.before += 1
                self.hand(record)
        return left

    def _record(self, each: List) -> Record | None:
        """What an earlier run kept of a list, if it still holds."""
        if self.kept is None:
            return None
        try:
            digest = self._job(each).digest
        except UserError:  # it is said when its turn comes
            return None
        wishes = self.wishes
        return self.kept.done(each.path, digest, findings=wishes.findings, days=wishes.days)

    def _jobs(self, lists: Iterable[List]) -> Iterator[Job]:
        """Read as they are handed out: a thousand lists don't wait in memory."""
        for each in lists:
            try:
                yield self._informed(self._job(each))
            except UserError as error:
                self._take(failed(each.path, "", UNREADABLE, str(error)))

    def _readable(self, lists: Iterable[List]) -> Iterator[Job]:
        for each in lists:
            try:
                yield self._job(each)
            except UserError:  # it is said when its turn comes
                continue

    def _job(self, each: List) -> Job:
        wishes = self.wishes
        return job_of(each, wishes.salt, local=wishes.local, findings=wishes.findings)

    def _informed(self, job: Job) -> Job:
        """With what services said about it."""
        if self.wishes.learn is None:
            return job
        known = {
            each: self.answers[each]
            for each in self.questions.get(job.path, ())
            if each in self.answers
        }
        return job._replace(told=packed(known), day=self.wishes.days[0])

    def _take(self, record: Record) -> None:
        if self.kept is not None:
            self.kept.add(record)
        self.hand(record)
