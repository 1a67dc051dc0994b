"""The least that asks for links with aiohttp: one GET each, its status kept; the floor for others.

usage: bareloop.py FILE OUT   (one address a line; JSON of address to status)
"""

from __future__ import annotations

import asyncio
import json
import sys
import time

import aiohttp

AT_ONCE = 256


async def main(urls: list[str]) -> tuple[dict[str, int], float]:
    """Statuses, and seconds from the first request to the last answer."""
    found: dict[str, int] = {}
    start = time.perf_counter()
    async with aiohttp.ClientSession(
        connector=aiohttp.TCPConnector(limit=AT_ONCE),
        timeout=aiohttp.ClientTimeout(total=None, sock_connect=10, sock_read=20),
        cookie_jar=aiohttp.DummyCookieJar(),
    ) as session:
        waiting = iter(urls)

        async def worker() -> None:
            for url in waiting:
                async with session.get(url) as response:
                    found[url] = response.status

        await asyncio.gather(*(worker() for _ in range(AT_ONCE)))
    return found, time.perf_counter() - start


if __name__ == "__main__":
    with open(sys.argv[1]) as lines:
        asked = lines.read().split()
    loop_factory = None
    try:
        import uvloop

        loop_factory = uvloop.new_event_loop
    except ImportError:
        pass
    with asyncio.Runner(loop_factory=loop_factory) as runner:
        statuses, seconds = runner.run(main(asked))
    with open(sys.argv[2], "w") as out:
        json.dump({"seconds": seconds, "statuses": statuses}, out)
