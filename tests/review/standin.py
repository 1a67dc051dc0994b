"""A stand-in of GitHub on loopback: REST and GraphQL on one state, held to GitHub's contract.

Every request and every right answer is checked against the description; what breaks it is kept in
``state.breaches`` and fails the test that caused it.
"""

from __future__ import annotations

import asyncio
import json
import threading
from typing import Any

from aiohttp import web
from graphql import graphql_sync

from contract.validator import Broken, contract
from review.answered import Answers, root
from review.state import Fault, Refusal, State

WRITES = ("POST", "PATCH", "PUT", "DELETE")


class StandIn:
    """The server; ``url`` is its address while it runs."""

    def __init__(self, state: State) -> None:
        self.state = state
        self.answers = Answers(state)
        self.url = ""
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)

    def __enter__(self) -> StandIn:
        self._thread.start()
        asyncio.run_coroutine_threadsafe(self._start(), self._loop).result(10)
        return self

    def __exit__(self, *_: object) -> None:
        asyncio.run_coroutine_threadsafe(self._runner.cleanup(), self._loop).result(10)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)
        self._loop.close()

    async def _start(self) -> None:
        app = web.Application(client_max_size=32 * 1024 * 1024)
        app.router.add_route("*", "/{path:.*}", self._answer)
        self._runner = web.AppRunner(app)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        server: Any = site._server
        self.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        self.answers.url = self.url

    async def _answer(self, request: web.Request) -> web.Response:
        raw = await request.read()
        body = json.loads(raw) if raw else None
        try:
            if request.path.endswith("/graphql"):
                self.state.graphql_paths.append(request.path)
                return self._graphql(body)
            return self._rest(request, body)
        except Broken as breach:
            self.state.breaches.append(str(breach))
            return _json(400, {"message": f"contract: {breach}"})

    def _rest(self, request: web.Request, body: Any) -> web.Response:
        operation, found = contract().request(
            request.method, request.path, dict(request.query), body
        )
        name = operation["operationId"]
        fault = self._begun(name)
        if fault and not fault.after:
            return _fault(fault)
        status, answer = self._done(name, found, dict(request.query), body)
        if request.method in WRITES and status < 300:
            self.state.writes.append((name, body))
        if status < 300 and status != 204:
            contract().response(operation, status, answer)
        return _fault(fault) if fault else _json(status, answer)

    def _done(self, name: str, found: Any, query: Any, body: Any) -> tuple[int, Any]:
        if self.state.read_only and body is not None:
            return 403, {"message": "Resource not accessible by integration"}
        try:
            return self.answers.answer(name, found, query, body)
        except Refusal as refusal:
            return refusal.status, {"message": "Unprocessable Entity", "errors": [str(refusal)]}

    def _graphql(self, body: Any) -> web.Response:
        document = contract().graphql(body["query"], body["variables"])
        name = f"graphql:{document.definitions[0].name.value}"
        fault = self._begun(name)
        if fault and not fault.after:
            return _fault(fault)
        values = root(self.state)
        done = graphql_sync(
            contract().graphql_schema, body["query"], values, variable_values=body["variables"]
        )
        answer: dict[str, Any] = {"data": done.data}
        if done.errors:
            kinds = [str(each.original_error or each) for each in done.errors]
            answer["errors"] = [{"type": kind.split(":")[0], "message": kind} for kind in kinds]
        elif name == "graphql:Mutation":
            self.state.writes.append((name, body["variables"]))
        return _fault(fault) if fault else _json(200, answer)

    def _begun(self, name: str) -> Fault | None:
        """Note the request, and find the fault that awaits it."""
        self.state.asked.append(name)
        hook = self.state.hooks.pop(name, None)
        if hook:
            hook()
        for fault in self.state.faults:
            if fault.operation == name:
                self.state.faults.remove(fault)
                return fault
        return None


def _json(status: int, answer: Any) -> web.Response:
    if status == 204:
        return web.Response(status=204)
    return web.json_response(answer, status=status)


def _fault(fault: Fault) -> web.Response:
    kind = "application/json" if fault.text.startswith("{") else "text/html"
    return web.Response(
        status=fault.status, text=fault.text, content_type=kind, headers=fault.headers
    )
