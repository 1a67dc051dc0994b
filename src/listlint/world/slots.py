"""How many requests may be under way at one time, and a place for each of them."""

from __future__ import annotations

import asyncio
from collections import deque

MOST = 256


class Slots:
    """Places for requests under way; asyncio's semaphore looks through all who wait, each time."""

    def __init__(self, free: int) -> None:
        self._free = free
        self._waiting: deque[asyncio.Future[None]] = deque()

    async def __aenter__(self) -> None:
        if self._free:
            self._free -= 1
            return
        turn = asyncio.get_running_loop().create_future()
        self._waiting.append(turn)
        await turn  # the place is handed over

    async def __aexit__(self, *exc: object) -> None:
        while self._waiting:
            turn = self._waiting.popleft()
            if not turn.done():
                turn.set_result(None)
                return
        self._free += 1


def room() -> int:
    """How many requests may be under way: each is an open file, and idle ones come on top."""
    try:
        from resource import RLIMIT_NOFILE, getrlimit
    except ImportError:  # no such limit there
        return MOST
    limit = getrlimit(RLIMIT_NOFILE)[0]
    return min(MOST, max(limit // 2, 8)) if limit > 0 else MOST
