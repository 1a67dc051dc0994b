"""Work that is shared out comes back, each once, whatever happens to a worker."""

from __future__ import annotations

from concurrent.futures import Executor, ThreadPoolExecutor

import pytest

from listlint.config import DEFAULT
from listlint.fleet.jobs import Job
from listlint.fleet.processes import executor
from listlint.fleet.sharing import Shared, UndoneError
from many import works


def jobs(*names: str) -> list[Job]:
    return [Job(name, b"", DEFAULT, "") for name in names]


NAMES = [f"list {number}" for number in range(12)]


@pytest.mark.parametrize("make", [executor, ThreadPoolExecutor])
def test_every_job_comes_back_once(make: type[Executor]) -> None:
    came = list(Shared(make, 2, 4).run(works.paths, jobs(*NAMES)))
    assert sorted(job.path for job, _ in came) == sorted(NAMES)
    assert all(made == job.path for job, made in came)


def test_a_worker_that_dies_takes_no_other_job_with_it() -> None:
    names = [*NAMES[:3], "deadly", *NAMES[3:], "deadly"]
    came = list(Shared(executor, 2, 6).run(works.deadly, jobs(*names)))
    assert sorted(job.path for job, _ in came) == sorted(names)
    for job, made in came:
        if job.path == "deadly":
            assert isinstance(made, UndoneError)
        else:
            assert made == job.path


def test_a_job_that_raises_says_so() -> None:
    sharing = Shared(executor, 1, 2)
    came = {job.path: made for job, made in sharing.run(works.raising, jobs("raising", "b"))}
    assert isinstance(came["raising"], ValueError)
    assert came["b"] == "b"


def test_only_so_many_are_under_way() -> None:
    taken: list[str] = []

    def source() -> object:
        for job in jobs(*NAMES):
            taken.append(job.path)
            yield job

    running = Shared(ThreadPoolExecutor, 1, 2).run(works.paths, source())  # type: ignore[arg-type]
    next(running)
    assert len(taken) <= 3
    running.close()  # type: ignore[attr-defined]


def test_a_job_that_is_dropped_is_undone() -> None:
    class Dropping(ThreadPoolExecutor):
        def submit(self, *given: object, **named: object) -> object:  # type: ignore[override]
            future = super().submit(lambda: None)
            future.result()
            future._state = "CANCELLED_AND_NOTIFIED"
            return future

    ((_, made),) = Shared(Dropping, 1, 2).run(works.paths, jobs("a"))
    assert isinstance(made, UndoneError)
