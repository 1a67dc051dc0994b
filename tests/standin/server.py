"""The services of the stand-in, each on a port of its own, in a thread; and how they fail."""

from __future__ import annotations

import asyncio
import threading
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from aiohttp import web
from aiohttp.typedefs import Handler

from standin import arxiv, gatherers, github, registers
from standin.papers import World

SERVICES: Mapping[str, Callable[[World], list[web.RouteDef]]] = {
    "arxiv": arxiv.routes,
    "arxiv-oai": arxiv.oai_routes,
    "semantic-scholar": gatherers.semantic_scholar,
    "crossref": registers.crossref,
    "datacite": registers.datacite,
    "doi": registers.handles,
    "openalex": registers.openalex,
    "dblp": gatherers.dblp,
    "openreview": gatherers.openreview,
    "huggingface": gatherers.hugging_face,
    "github": github.routes,
}
FAULTS = ("429", "403", "html", "cut", "500", "silence")


class Standin:
    """Where the services are, what they were asked, and how they are to fail."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.bases: dict[str, str] = {}
        self.asked: defaultdict[str, list[str]] = defaultdict(list)
        self.faults: dict[str, str] = {}  # service -> one of FAULTS, for as long as it stands here
        self.once: dict[str, str] = {}  # the same for the next request only

    def options(self) -> list[str]:
        """Options of the command line that lead to the stand-in."""
        named = [name for name in self.bases if name != "github"]
        return [part for name in named for part in ("--endpoint", f"{name}={self.bases[name]}")]

    def environment(self) -> dict[str, str]:
        """Variables that lead to it, and the keys that it wants."""
        return {
            "GITHUB_API_URL": self.bases["github"],
            "GITHUB_GRAPHQL_URL": f"{self.bases['github']}/graphql",
            "GITHUB_TOKEN": github.TOKEN,
            "SEMANTIC_SCHOLAR_API_KEY": gatherers.KEY,
            "S2_API_KEY": gatherers.KEY,
        }

    def failing(self, fault: str) -> None:
        """All services fail so."""
        self.faults = dict.fromkeys(SERVICES, fault)


@contextmanager
def standing(world: World) -> Iterator[Standin]:
    """The services, as long as they are wanted."""
    here = Standin(world)
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    runners = asyncio.run_coroutine_threadsafe(_opened(here), loop).result(30)
    try:
        yield here
    finally:
        here.faults = {}  # whoever is silent speaks, and is done
        asyncio.run_coroutine_threadsafe(_closed(runners), loop).result(30)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(30)
        loop.close()


async def _opened(here: Standin) -> list[web.AppRunner]:
    runners = []
    for service, routes in SERVICES.items():
        app = web.Application(middlewares=[_middleware(here, service)], client_max_size=2**24)
        app.add_routes(routes(here.world))
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        port = runner.addresses[0][1]
        here.bases[service] = f"http://127.0.0.1:{port}"
        runners.append(runner)
    return runners


async def _closed(runners: list[web.AppRunner]) -> None:
    await asyncio.sleep(0.3)
    for runner in runners:
        await runner.cleanup()


def _middleware(here: Standin, service: str) -> Callable[[web.Request, Handler], object]:
    @web.middleware
    async def watched(request: web.Request, handler: Handler) -> web.StreamResponse:
        here.asked[service].append(f"{request.method} {request.path_qs}")
        fault = here.once.pop(service, "") or here.faults.get(service, "")
        if fault in ("", "cut"):
            answer = await handler(request)
            return _cut(answer) if fault else answer
        if fault == "silence":
            while here.faults.get(service) == fault:
                await asyncio.sleep(0.1)
        return _fault(fault)

    return watched


def _cut(answer: web.StreamResponse) -> web.StreamResponse:
    """A body that breaks off in the middle, with the headers of a whole one."""
    if not isinstance(answer, web.Response) or not isinstance(answer.body, bytes):
        return answer
    half = answer.body[: len(answer.body) // 2]
    return web.Response(status=200, body=half, content_type=answer.content_type)


def _fault(fault: str) -> web.Response:
    if fault == "html":
        text = "<!doctype html><html><title>Just a moment...</title><p>Are you a robot?</p></html>"
        return web.Response(text=text, content_type="text/html")
    if fault == "429":
        return web.Response(status=429, text="Rate exceeded.")
    if fault == "403":
        return web.json_response({"message": "Forbidden"}, status=403)
    return web.json_response({"message": "Internal Server Error"}, status=500)
