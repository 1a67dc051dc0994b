"""Work shared out to an executor of the standard kind; results come as they are done.

A worker that dies takes others with it: those that may have been the cause are tried again, each
alone, and the one that dies again is told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait
from typing import TypeVar

from listlint.fleet.jobs import Job

Made = TypeVar("Made")
Work = Callable[[Job], Made]
PATIENCE = 0.5  # seconds between two looks at whether anybody still works


class UndoneError(Exception):
    """Nobody brought a job to its end."""


class Shared:
    """``make``: an executor with so many workers; ``ahead``: jobs that are under way at a time."""

    def __init__(
        self,
        make: Callable[[int], Executor],
        workers: int,
        ahead: int,
        look: Callable[[], None] = lambda: None,
    ) -> None:
        self.make, self.workers, self.ahead, self.look = make, workers, ahead, look

    def run(self, work: Work[Made], jobs: Iterable[Job]) -> Iterator[tuple[Job, Made | Exception]]:
        """Each job with what came of it; ``look`` may end it all by raising."""
        waiting = iter(jobs)
        running: dict[Future[Made], Job] = {}
        executor = self.make(self.workers)
        try:
            while True:
                suspects = self._fill(executor, work, waiting, running)
                if not running and not suspects:
                    return
                done, _ = wait(running, PATIENCE, FIRST_COMPLETED) if running else ((), ())
                self.look()
                for future in done:
                    job = running.pop(future)
                    came = _outcome(future)
                    if isinstance(came, BrokenExecutor):
                        suspects.append(job)
                    else:
                        yield job, came
                if suspects:
                    suspects += running.values()
                    running.clear()
                    executor.shutdown(cancel_futures=True)
                    for job in suspects:
                        yield job, self._alone(work, job)
                    executor = self.make(self.workers)
        finally:
            for future in running:
                future.cancel()
            executor.shutdown(cancel_futures=True)

    def _fill(
        self,
        executor: Executor,
        work: Work[Made],
        waiting: Iterator[Job],
        running: dict[Future[Made], Job],
    ) -> list[Job]:
        """Hand out as many as go ahead; those that can't be handed out any more come back."""
        while len(running) < self.ahead:
            job = next(waiting, None)
            if job is None:
                break
            try:
                running[executor.submit(work, job)] = job
            except BrokenExecutor:
                return [job]
        return []

    def _alone(self, work: Work[Made], job: Job) -> Made | Exception:
        executor = self.make(1)
        try:
            future = executor.submit(work, job)
            wait([future])
            came = _outcome(future)
            return (
                UndoneError("whoever reads it dies") if isinstance(came, BrokenExecutor) else came
            )
        finally:
            executor.shutdown(cancel_futures=True)


def _outcome(future: Future[Made]) -> Made | Exception:
    """What came of one job, a fault of it too."""
    if future.cancelled():
        return UndoneError("it was dropped before it was done")
    error = future.exception()
    if error is None:
        return future.result()
    if isinstance(error, Exception):
        return error
    raise error
