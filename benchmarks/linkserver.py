"""A link server on loopback for ``links.py``: every path has one fixed behaviour, after 20 ms.

One address of 127.0.0.0/8 stands for each host. The first part of a path says what it does:

  ok        200 with a small page                moved    301 to /ok/m…
  missing   404                                  gone     410
  limited   429 with Retry-After: 1, for a second after the first request; then 200
  flaky     503 once, then 200                   nohead   405 to HEAD, else 200
  bot       403 of a wall against robots         waf      202 of another, without a body
  soft404   200 with a page that says that there is none
  slow      200 after two seconds

Hosts in 127.0.9.0/24 take 10 requests a second, 30 at once; above that they answer 429 with
Retry-After: 1. /__stats tells what was asked, /__reset forgets it. Nothing but loopback is bound.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import ipaddress
import json
import time
from collections import Counter
from typing import Any

PAGE = (
    b"<!doctype html><html><head><title>A paper</title></head><body>"
    + b"<p>of which nothing is known</p>" * 60
    + b"</body></html>"
)
NO_PAGE = b"<!doctype html><html><head><title>Page not found</title></head><body></body></html>"
WAIT = "Retry-After: 1\r\n"
REASONS = {200: "OK", 202: "Accepted", 301: "Moved Permanently", 403: "Forbidden"}
RATE, BURST, WINDOW = 10.0, 30.0, 1.0


class Seen:
    """What was asked since the last reset."""

    def __init__(self) -> None:
        self.paths: Counter[str] = Counter()  # host and path
        self.total = self.connections = self.rude = self.most_at_once = 0
        self.now: Counter[str] = Counter()  # by host: requests under way
        self.first: dict[str, float] = {}
        self.closed: dict[str, float] = {}  # host or path, until when it wants silence
        self.bucket: dict[str, tuple[float, float]] = {}
        self.span = [0.0, 0.0]

    def told(self, *, paths: bool) -> dict[str, Any]:
        told: dict[str, Any] = {
            "total": self.total,
            "connections": self.connections,
            "rude": self.rude,
            "most_at_once": self.most_at_once,
            "seconds": self.span[1] - self.span[0],
            "repeated": sum(count - 1 for count in self.paths.values()),
        }
        return {**told, "paths": dict(self.paths)} if paths else told


class Server:
    """The behaviours, and who asked for them."""

    def __init__(self, port: int, latency: float) -> None:
        self.port, self.latency = port, latency
        self.seen = Seen()

    def answer(self, host: str, method: str, path: str) -> tuple[int, bytes, str, float]:
        """Status, body, further headers and seconds to wait."""
        now = time.monotonic()
        self._count(host, path, now)
        if host.startswith("127.0.9."):
            return self._limited_host(host, now)
        kind = path.split("/", 2)[1]
        url = host + path
        if kind == "limited":
            first = self.seen.first.setdefault(url, now)
            if now - first < WINDOW:
                self.seen.closed[url] = first + WINDOW
                return 429, b"slow down", WAIT, self.latency
        elif kind == "flaky" and self.seen.first.setdefault(url, now) == now:
            return 503, b"busy", "", self.latency
        return self._fixed(host, method, path, kind)

    def _fixed(self, host: str, method: str, path: str, kind: str) -> tuple[int, bytes, str, float]:
        if kind == "moved":
            to = f"Location: http://{host}:{self.port}/ok/m{path.rpartition('/')[2]}\r\n"
            return 301, b"moved", to, self.latency
        if kind == "bot":
            return 403, b"who are you?", "cf-mitigated: challenge\r\n", self.latency
        if kind == "waf":
            return 202, b"", "x-amzn-waf-action: challenge\r\n", self.latency
        if kind == "nohead" and method == "HEAD":
            return 405, b"", "", self.latency
        fixed = {"missing": (404, b"no"), "gone": (410, b"no"), "soft404": (200, NO_PAGE)}
        known = ("ok", "limited", "flaky", "nohead", "slow")
        status, body = fixed.get(kind, (200, PAGE) if kind in known else (404, b"no"))
        return status, body, "", 2.0 if kind == "slow" else self.latency

    def _limited_host(self, host: str, now: float) -> tuple[int, bytes, str, float]:
        left, last = self.seen.bucket.get(host, (BURST, now))
        left = min(BURST, left + (now - last) * RATE)
        if left < 1:
            self.seen.bucket[host] = (left, now)
            self.seen.closed[host] = now + WINDOW
            return 429, b"slow down", WAIT, self.latency
        self.seen.bucket[host] = (left - 1, now)
        return 200, PAGE, "", self.latency

    def _count(self, host: str, path: str, now: float) -> None:
        seen = self.seen
        seen.total += 1
        seen.paths[host + path] += 1
        seen.now[host] += 1
        seen.most_at_once = max(seen.most_at_once, seen.now[host])
        seen.span = [seen.span[0] or now, now]
        if now < max(seen.closed.get(host, 0), seen.closed.get(host + path, 0)):
            seen.rude += 1


class Asked(asyncio.Protocol):
    """One connection."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.held = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        self.host = transport.get_extra_info("sockname")[0]
        self.server.seen.connections += 1

    def data_received(self, data: bytes) -> None:
        self.held += data
        while b"\r\n\r\n" in self.held:
            head, _, self.held = self.held.partition(b"\r\n\r\n")
            method, path = head.split(b"\r\n", 1)[0].decode("latin-1").split(" ")[:2]
            self.reply(method, path)

    def reply(self, method: str, path: str) -> None:
        server = self.server
        if path.startswith("/__"):
            told = server.seen.told(paths=path == "/__paths")
            if path == "/__reset":
                server.seen = Seen()
            self.write(200, json.dumps(told).encode(), "", "application/json")
            return
        status, body, headers, wait = server.answer(self.host, method, path)
        seen = server.seen
        later = asyncio.get_running_loop().call_later
        later(wait, self.done, seen, status, b"" if method == "HEAD" else body, headers)

    def done(self, seen: Seen, status: int, body: bytes, headers: str) -> None:
        seen.now[self.host] -= 1
        self.write(status, body, headers, "text/html; charset=utf-8")

    def write(self, status: int, body: bytes, headers: str, kind: str) -> None:
        if not self.transport.is_closing():
            head = (
                f"HTTP/1.1 {status} {REASONS.get(status, 'X')}\r\nContent-Type: {kind}\r\n"
                f"Content-Length: {len(body)}\r\n{headers}\r\n"
            )
            self.transport.write(head.encode() + body)


async def main(hosts: int, port: int, latency: float, seconds: float) -> None:
    server = Server(port, latency)
    loop = asyncio.get_running_loop()
    names = ["127.0.0.1", *(f"127.0.1.{at}" for at in range(1, hosts + 1)), "127.0.9.1"]
    for name in names:
        assert ipaddress.ip_address(name).is_loopback
        await loop.create_server(lambda: Asked(server), name, port, backlog=4096)
    print("ready", flush=True)
    gc.freeze()
    await asyncio.sleep(seconds)  # a life that ends by itself


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--hosts", type=int, default=50)
    parser.add_argument("--port", type=int, default=8080)
    parser.add_argument("--latency", type=float, default=0.02)
    parser.add_argument("--seconds", type=float, default=600)
    chosen = parser.parse_args()
    asyncio.run(main(chosen.hosts, chosen.port, chosen.latency, chosen.seconds))
