"""One run over many lists: what is done already, what is shared out, what stays here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from listlint.errors import UserError
from listlint.fleet.jobs import Job, List, Record, job_of
from listlint.fleet.kept import Kept
from listlint.fleet.sharing import Shared
from listlint.fleet.work import BROKEN, UNREADABLE, failed, judge
from listlint.values import NamedTuple

Hand = Callable[[Record], None]


class Wishes(NamedTuple):
    """What is wanted of every list."""

    salt: str = ""  # what the results depend upon besides the lists and their configurations
    findings: bool = False
    local: bool = True  # work is done where the files beside the lists are


class Run:
    """``hand`` is given each record once it is there, those of an earlier run first."""

    def __init__(self, wishes: Wishes, kept: Kept | None, sharing: Shared, hand: Hand) -> None:
        self.wishes, self.kept, self.sharing, self.hand = wishes, kept, sharing, hand
        self.before = 0  # records of an earlier run

    def run(self, lists: Sequence[List]) -> None:
        """Every list, whatever becomes of one of them."""
        todo = self._left(lists)
        if self.kept is not None:
            self.kept.start(each.path for each in todo)
        here = [each for each in todo if each.config.own]  # own rules hold what can't travel
        there = [each for each in todo if not each.config.own]
        for job, came in self.sharing.run(judge, self._jobs(there)) if there else ():
            if isinstance(came, Exception):
                came = failed(job.path, job.digest, BROKEN, f"{type(came).__name__}: {came}")
            self._take(came)
        for job in self._jobs(here):
            self._take(judge(job))

    def _left(self, lists: Iterable[List]) -> list[List]:
        """What isn't done yet; the rest is handed on as it was."""
        left: list[List] = []
        for each in lists:
            record = None
            if self.kept is not None:
                try:
                    digest = self._job(each).digest
                    record = self.kept.done(each.path, digest, findings=self.wishes.findings)
                except UserError:  # it is said when its turn comes
                    record = None
            if record is None:
                left.append(each)
            else:
                self.before += 1
                self.hand(record)
        return left

    def _jobs(self, lists: Iterable[List]) -> Iterator[Job]:
        """Read as they are handed out: a thousand lists don't wait in memory."""
        for each in lists:
            try:
                yield self._job(each)
            except UserError as error:
                self._take(failed(each.path, "", UNREADABLE, str(error)))

    def _job(self, each: List) -> Job:
        wishes = self.wishes
        return job_of(each, wishes.salt, local=wishes.local, findings=wishes.findings)

    def _take(self, record: Record) -> None:
        if self.kept is not None:
            self.kept.add(record)
        self.hand(record)
