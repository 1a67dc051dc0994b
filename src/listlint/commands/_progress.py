"""How far asking has come, on one line of standard error that is written anew; on a terminal only.

It says how many of how many are done, how fast, and which hosts are waited for how long.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from listlint.world.settings import Progress, Tell

MOST_HOSTS = 3  # that are named as waited for
EVERY = 10  # times a second


@contextmanager
def showing() -> Iterator[Tell | None]:
    """Where to tell progress to; nothing where nobody would see it."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.live import Live
    from rich.text import Text

    start = time.monotonic()
    with Live(console=Console(stderr=True), refresh_per_second=EVERY, transient=True) as live:

        def tell(progress: Progress) -> None:
            line = said(progress, time.monotonic() - start)
            live.update(Text(line, no_wrap=True, overflow="ellipsis"))

        yield tell


def said(progress: Progress, seconds: float) -> str:
    """``1,200 of 5,000 asked, 240 a second; waiting for arxiv.org (3 s)``."""
    rate = f", {progress.done / seconds:,.0f} a second" if seconds >= 1 else ""
    waits = _waits(progress.waits)
    behind = f"; waiting for {waits}" if waits else ""
    return f"{progress.done:,} of {progress.total:,} asked{rate}{behind}"


def _waits(waits: Mapping[str, float]) -> str:
    longest = sorted(waits.items(), key=lambda each: -each[1])
    shown = [f"{host} ({seconds:.0f} s)" for host, seconds in longest[:MOST_HOSTS]]
    more = len(longest) - MOST_HOSTS
    return ", ".join(shown) + (f" and {more} more" if more > 0 else "")
