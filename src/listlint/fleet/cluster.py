"""An existing Dask cluster as an executor of the standard kind; alone imports distributed."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import Executor
from typing import Any

from listlint import __version__
from listlint.errors import UserError

PATIENCE = 10  # seconds until a scheduler that doesn't answer isn't there
AHEAD = 4  # jobs under way for each thread of a worker


class Cluster:
    """The connection to one scheduler; whatever is wrong with it ends the run in one line."""

    def __init__(self, address: str) -> None:
        from distributed import Client

        _hush()
        self.address = address
        made: Any = Client  # without types of its own
        try:
            self.client = made(address, timeout=PATIENCE, set_as_default=False)
        except (OSError, ValueError, TypeError, ImportError) as fault:
            why = str(fault).partition("\n")[0] or type(fault).__name__
            raise UserError(
                f"--scheduler {address}: no Dask scheduler answers there ({why}): "
                "start one with `dask scheduler`, or leave the option out"
            ) from None
        self.threads = self._threads()

    def _threads(self) -> int:
        """How many jobs the workers do at a time; all of them must know this very listlint."""
        try:
            known = self.client.run(_version)
            threads = int(sum(self.client.nthreads().values()))
        except Exception as fault:
            raise UserError(
                f"--scheduler {self.address}: its workers can't run listlint {__version__} "
                f"({type(fault).__name__}: {fault}): install it there"
            ) from None
        if not known:
            raise UserError(
                f"--scheduler {self.address}: it has no workers: start some with `dask worker`"
            )
        others = sorted({each for each in known.values() if each != __version__})
        if others:
            raise UserError(
                f"--scheduler {self.address}: a worker has listlint {others[0]}, this is "
                f"{__version__}: install the same there"
            )
        return max(threads, 1)

    @property
    def ahead(self) -> int:
        return AHEAD * self.threads

    def executor(self, workers: int) -> Executor:
        """Its workers are as many as they are."""
        return _Executor(self.client)

    def look(self) -> None:
        """End the run if the scheduler has gone."""
        comm = getattr(self.client, "scheduler_comm", None)
        gone = comm is None or comm.comm is None or comm.comm.closed()
        if gone or self.client.status not in ("running", "connecting"):
            raise UserError(
                f"--scheduler {self.address}: it has gone: what was done by then is kept; "
                "run the same again for the rest"
            )

    def close(self) -> None:
        self.client.close(timeout=PATIENCE)


class _Executor(Executor):
    """Distributed's own seam, which knows fewer words for its end than the standard's."""

    def __init__(self, client: Any) -> None:
        self.inner = client.get_executor(pure=False, retries=1)

    def submit(self, work: Callable[..., Any], /, *given: Any, **named: Any) -> Any:
        return self.inner.submit(work, *given, **named)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        if wait and not cancel_futures:
            self.inner.shutdown(wait=True)


def _hush() -> None:
    """What goes wrong is told by us, in one line; theirs have a logger each."""
    for name in list(logging.root.manager.loggerDict):
        if name.partition(".")[0] == "distributed":
            logging.getLogger(name).setLevel(logging.CRITICAL + 1)


def _version() -> str:
    from listlint import __version__ as version

    return version
