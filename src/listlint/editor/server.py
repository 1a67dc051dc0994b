"""The language server: what the editor asks goes to the rooms beside; one worker reads lists.

While somebody types the list is read anew at each short pause, with the quick rules; all of them
run at a longer one, and when it is opened or saved.
"""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from listlint import __version__
from listlint.config import DEFAULT, Config
from listlint.editor.documents import Document
from listlint.editor.seeing import Seen, glance, see
from listlint.editor.showing import diagnostics
from listlint.errors import UserError
from listlint.facts import Answers
from listlint.paperlist import PaperList
from listlint.plain import terminal

PAUSE, LONG_PAUSE = 0.1, 0.8  # seconds without a key, before the quick rules and before all

Configure = Callable[[str], Config]
Know = Callable[[PaperList, Config], Answers]
Say = Callable[[str], None]


class Editor(LanguageServer):
    """The documents that are open, and what is known of them."""

    def __init__(self, configure: Configure, know: Know, say: Say) -> None:
        super().__init__(
            "listlint", __version__, text_document_sync_kind=types.TextDocumentSyncKind.Incremental
        )
        self.configure, self.know, self.say = configure, know, say
        self.documents: dict[str, Document] = {}
        self.worker = ThreadPoolExecutor(1, "reading")
        self.told: set[str] = set()
        self.loop: asyncio.AbstractEventLoop

    def report_server_error(self, error: Exception, source: Any) -> None:
        """A message that can't be understood is left out, and said to whoever reads the log."""
        self.say(f"a message of the editor was left out: {type(error).__name__}: {error}")

    def open(self, params: types.DidOpenTextDocumentParams) -> None:
        given = params.text_document
        encoding = str(self.workspace.position_encoding or "utf-16")
        path = to_fs_path(given.uri) or given.uri.rpartition("/")[2] or "untitled.md"
        self.close(given.uri)
        document = Document(given.uri, path, given.text, given.version, encoding)
        self.documents[given.uri] = document
        self.later(document, 0.0)

    def change(self, params: types.DidChangeTextDocumentParams) -> None:
        document = self.documents.get(params.text_document.uri)
        if document is not None:
            document.change(params.content_changes, params.text_document.version)
            self.later(document, PAUSE, LONG_PAUSE)

    def save(self, params: types.DidSaveTextDocumentParams) -> None:
        document = self.documents.get(params.text_document.uri)
        if document is not None:
            self.later(document, 0.0)

    def close(self, uri: str) -> None:
        document = self.documents.pop(uri, None)
        if document is not None:
            document.stop()
            self._publish(uri, None, [])

    def later(self, document: Document, *pauses: float) -> None:
        """Look at it after the first pause, and after the last one in full."""
        document.stop()
        document.task = asyncio.ensure_future(self._look_later(document, pauses))

    async def seen(self, uri: str) -> Document | None:
        """A document of which is known what stands in it now; None of one that isn't open."""
        document = self.documents.get(uri)
        if document is None or document.is_fresh:
            return document
        await self._look(document, quick=True)
        return document if document.is_fresh else None

    async def _look_later(self, document: Document, pauses: tuple[float, ...]) -> None:
        for number, pause in enumerate(pauses, 1):
            await asyncio.sleep(pause)
            await self._look(document, quick=number < len(pauses))
            if document.seen is not None and document.is_fresh:
                shown = diagnostics(document.seen, document.places, document.uri)
                self._publish(document.uri, document.version, shown)
                self._tell_faults(document.seen)
        await self.in_worker(gc.collect)  # at rest, and never while somebody types

    async def _look(self, document: Document, *, quick: bool) -> None:
        """Read and lint what stands there now, in the worker's thread."""
        self.loop = asyncio.get_running_loop()
        async with document.lock:
            text, before = document.text, document.seen
            if quick and before is not None:
                if document.is_fresh:
                    return
                work: Callable[[], Seen] = lambda: glance(text, before)  # noqa: E731
            else:
                work = lambda: self._see(text, document.path)  # noqa: E731
            try:
                document.keep(await self.in_worker(work), text)
            except UserError as error:
                self.tell(str(error))

    async def in_worker(self, work: Callable[[], Any]) -> Any:
        return await asyncio.get_running_loop().run_in_executor(self.worker, work)

    def _see(self, text: str, path: str) -> Seen:
        try:
            config = self.configure(path)
        except UserError as error:
            self.tell(str(error))
            config = DEFAULT
        return see(text, path, config, lambda papers: self.know(papers, config))

    def tell(self, message: str) -> None:
        """Show a message to whoever sits before the editor, once."""
        if message not in self.told:
            self.told.add(message)
            params = types.ShowMessageParams(
                types.MessageType.Warning, f"listlint: {terminal(message)}"
            )
            self.loop.call_soon_threadsafe(self.window_show_message, params)

    def _tell_faults(self, seen: Seen) -> None:
        for fault in seen.faults:
            if fault.rule not in self.told:
                self.told.add(fault.rule)
                self.say(f"our own fault: the rule {fault.rule} broke: {fault.trace}")

    def _publish(self, uri: str, version: int | None, shown: list[types.Diagnostic]) -> None:
        self.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(uri=uri, diagnostics=shown, version=version)
        )
