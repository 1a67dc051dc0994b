"""A document that is open in the editor: its text as changes arrive, and what was seen of it."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable

from lsprotocol import types

from listlint.editor.places import Places
from listlint.editor.seeing import Seen


class Document:
    """The text is the editor's own, line ends and all; nothing of it is read from a file."""

    __slots__ = ("encoding", "lock", "path", "seen", "seen_of", "task", "text", "uri", "version")

    def __init__(self, uri: str, path: str, text: str, version: int, encoding: str) -> None:
        self.uri, self.path, self.encoding = uri, path, encoding
        self.text, self.version = text, version
        self.seen: Seen | None = None
        self.seen_of: str | None = None  # the text that it was seen of
        self.lock = asyncio.Lock()  # one look at a time
        self.task: asyncio.Task[None] | None = None

    def change(self, changes: Iterable[types.TextDocumentContentChangeEvent], version: int) -> None:
        """Take over what the editor changed, one change after the other."""
        for each in changes:
            if isinstance(each, types.TextDocumentContentChangePartial):
                places = Places(self.text, self.encoding)
                start, end = sorted(map(places.offset, (each.range.start, each.range.end)))
                self.text = self.text[:start] + each.text + self.text[end:]
            else:
                self.text = each.text
        self.version = version

    @property
    def is_fresh(self) -> bool:
        """Whether what was seen is of the text as it is."""
        return self.seen is not None and self.seen_of == self.text

    def keep(self, seen: Seen, text: str) -> None:
        self.seen, self.seen_of = seen, text

    @property
    def places(self) -> Places:
        """Of the text as it was read: offsets of entries and findings are its own."""
        text = "" if self.seen is None else self.seen.papers.text
        if self.seen is not None and self.seen.papers.source.bom:
            return _BehindMark(text, self.encoding)
        return Places(text, self.encoding)

    @property
    def current_places(self) -> Places:
        """Of the text as the editor shows it now."""
        return Places(self.text, self.encoding)

    @property
    def named(self) -> types.VersionedTextDocumentIdentifier:
        return types.VersionedTextDocumentIdentifier(self.version, self.uri)

    def stop(self) -> None:
        """Forget what was to be done."""
        if self.task is not None:
            self.task.cancel()
            self.task = None


class _BehindMark(Places):
    """Of a text before which the editor shows a byte order mark: one character of it."""

    __slots__ = ()

    def __init__(self, text: str, encoding: str) -> None:
        super().__init__(f"\ufeff{text}", encoding)

    def position(self, offset: int) -> types.Position:
        return super().position(offset + 1)

    def offset(self, position: types.Position) -> int:
        return max(0, super().offset(position) - 1)
