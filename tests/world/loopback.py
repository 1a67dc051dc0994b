"""A host on loopback that sends whatever bytes a test wants, and a world that is a dictionary."""

from __future__ import annotations

import socketserver
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress

from listlint.world.asking import Reply, Request
from listlint.world.settings import Settings

LOOPBACK = Settings(networks=("127.0.0.0/8",), intervals={"*": 0.0}, timeout=5)
Answer = Callable[[str], bytes | Iterable[bytes]]


class Host:
    """What a test knows of it: its address, and the heads of the requests that came."""

    def __init__(self, port: int) -> None:
        self.url = f"http://127.0.0.1:{port}"
        self.heads: list[str] = []
        self.connections = 0

    @property
    def paths(self) -> list[str]:
        return [head.split(" ")[1] for head in self.heads]


@contextmanager
def host(answer: Answer) -> Iterator[Host]:
    """A host that answers each path with the bytes, or the pieces of them, that are given."""

    class Handler(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            here.connections += 1
            with suppress(OSError):
                while head := _head(self.rfile):
                    here.heads.append(head)
                    sent = answer(head.split(" ")[1])
                    for piece in [sent] if isinstance(sent, bytes) else sent:
                        self.wfile.write(piece)
                    if not isinstance(sent, bytes):
                        return

    class Server(socketserver.ThreadingTCPServer):
        daemon_threads = True
        block_on_close = False
        request_queue_size = 64

    with Server(("127.0.0.1", 0), Handler) as server:
        here = Host(server.server_address[1])
        running = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        running.start()
        try:
            yield here
        finally:
            server.shutdown()
            running.join()


def _head(rfile: Iterable[bytes]) -> str:
    lines = []
    for line in rfile:
        if line == b"\r\n":
            return "".join(lines)
        lines.append(line.decode("latin-1"))
    return ""


def http(status: int, body: bytes = b"", **headers: str) -> bytes:
    """A whole answer; ``retry_after="1"`` is the header Retry-After."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    named = {"Content-Type": "text/html", "Content-Length": str(len(body)), **named}
    lines = "".join(f"{name}: {value}\r\n" for name, value in named.items() if value)
    return f"HTTP/1.1 {status} X\r\n{lines}\r\n".encode() + body


def page(title: str, body: str = "") -> bytes:
    """A page with a title."""
    return f"<!doctype html><title>{title}</title><body>{body}</body>".encode()


class World:
    """A world that is a dictionary: address to reply, or to what is replied in turn."""

    def __init__(self, replies: Mapping[str, Reply | list[Reply]]) -> None:
        self.replies = {
            url: list(reply) if isinstance(reply, list) else [reply]
            for url, reply in replies.items()
        }
        self.asked: list[Request] = []

    async def __aenter__(self) -> World:
        return self

    async def __aexit__(self, *exc: object) -> None:
        return None

    async def send(self, request: Request) -> Reply:
        self.asked.append(request)
        held = self.replies.get(request.url, [Reply(0, reason="unreachable")])
        return held.pop(0) if len(held) > 1 else held[0]

    @property
    def urls(self) -> list[str]:
        return [request.url for request in self.asked]
