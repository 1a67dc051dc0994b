"""A small editor: speaks to the server through pipes, in a thread of the same process."""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Callable
from contextlib import suppress
from itertools import count
from queue import Empty, Queue
from typing import Any

from listlint.config import DEFAULT, Config
from listlint.editor.running import serve
from listlint.errors import UserError
from listlint.facts import EMPTY, Answers
from listlint.paperlist import PaperList

URI = "file:///lists/README.md"
PATIENCE = 20  # seconds: a fault, not a measure
ABLE = {
    "textDocument": {
        "codeAction": {"resolveSupport": {"properties": ["edit"]}},
        "documentSymbol": {"hierarchicalDocumentSymbolSupport": True},
    }
}
Message = dict[str, Any]


def nothing(papers: PaperList, config: Config) -> Answers:
    return EMPTY


class Client:
    """``ask`` waits for the answer, ``tell`` for nothing, ``told`` for what the server says."""

    def __init__(
        self,
        configure: Callable[[str], Config] = lambda path: DEFAULT,
        know: Callable[[PaperList, Config], Answers] = nothing,
    ) -> None:
        ours, theirs = os.pipe(), os.pipe()
        self.sink, self.source = os.fdopen(ours[1], "wb"), os.fdopen(theirs[0], "rb")
        self.coming, self.going = os.fdopen(ours[0], "rb"), os.fdopen(theirs[1], "wb")
        self.log: list[str] = []
        self.ended: list[BaseException | None] = []
        self.messages: Queue[Message] = Queue()
        self.kept: list[Message] = []
        self.numbers = count(1)
        self.server = threading.Thread(target=self._serve, args=(configure, know))
        self.reader = threading.Thread(target=self._read)
        self.server.start()
        self.reader.start()

    def _serve(self, *given: Any) -> None:
        try:
            serve(self.coming, self.going, *given, self.log.append)
            self.ended.append(None)
        except UserError as error:
            self.ended.append(error)
        finally:
            if not self.going.closed:
                self.going.close()

    def _read(self) -> None:
        while header := self.source.readline():
            length = int(header.split(b":")[1])
            while self.source.readline().strip():
                pass
            self.messages.put(json.loads(self.source.read(length)))

    def raw(self, data: bytes) -> None:
        self.sink.write(data)
        self.sink.flush()

    def send(self, message: Any) -> None:
        body = json.dumps(message).encode()
        self.raw(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))

    def tell(self, method: str, **params: Any) -> None:
        self.send({"jsonrpc": "2.0", "method": method, "params": params})

    def request(self, method: str, params: Any) -> Message:
        number = next(self.numbers)
        self.send({"jsonrpc": "2.0", "id": number, "method": method, "params": params})
        return self.wait(lambda message: message.get("id") == number)

    def ask(self, method: str, **params: Any) -> Any:
        answer = self.request(method, params)
        assert "error" not in answer, answer
        return answer["result"]

    def told(self, method: str, **wanted: Any) -> Any:
        """The parameters of the next message of that kind."""

        def fits(message: Message) -> bool:
            params = message.get("params", {})
            same = all(params.get(name) == value for name, value in wanted.items())
            return message.get("method") == method and same

        return self.wait(fits)["params"]

    def wait(self, fits: Callable[[Message], bool]) -> Message:
        for each in self.kept:
            if fits(each):
                self.kept.remove(each)
                return each
        while True:
            try:
                message = self.messages.get(timeout=PATIENCE)
            except Empty:
                raise AssertionError(f"nothing came; before it {self.kept}, {self.log}") from None
            if fits(message):
                return message
            self.kept.append(message)

    def start(self, able: Any = ABLE, **more: Any) -> Any:
        answer = self.ask("initialize", processId=None, rootUri=None, capabilities=able, **more)
        self.tell("initialized")
        return answer

    def open(self, text: str, uri: str = URI) -> list[Any]:
        document = {"uri": uri, "languageId": "markdown", "version": 1, "text": text}
        self.tell("textDocument/didOpen", textDocument=document)
        return self.findings(1, uri)

    def change(self, version: int, *changes: Any, uri: str = URI) -> None:
        document = {"uri": uri, "version": version}
        self.tell("textDocument/didChange", textDocument=document, contentChanges=list(changes))

    def findings(self, version: int, uri: str = URI) -> list[Any]:
        said = self.told("textDocument/publishDiagnostics", uri=uri, version=version)
        found: list[Any] = said["diagnostics"]
        return found

    def stop(self) -> None:
        """Leave as an editor does, whatever state the server is in."""
        for close in (
            lambda: self.send({"jsonrpc": "2.0", "id": 0, "method": "shutdown"}),
            lambda: self.tell("exit"),
            self.sink.close,
        ):
            with suppress(BrokenPipeError, ValueError):
                close()
        self.server.join(PATIENCE)
        self.reader.join(PATIENCE)
        assert not self.server.is_alive()
        for stream in (self.coming, self.going, self.source):
            stream.close()
