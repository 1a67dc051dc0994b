"""The server between two streams: what comes in is measured before it is believed."""

from __future__ import annotations

import logging
from typing import BinaryIO

from listlint.editor.answering import tie
from listlint.editor.server import Configure, Editor, Know, Say
from listlint.errors import UserError

LONGEST_LINE = 4096  # of a header
BIGGEST = 64 * 1024 * 1024  # of a message
NOT_AN_EDITOR = "that isn't the language server protocol: name `listlint server` in an editor"


class Measured:
    """Standard input, of which no more is read than a message may have."""

    def __init__(self, stream: BinaryIO) -> None:
        self.stream = stream

    def readline(self) -> bytes:
        line = self.stream.readline(LONGEST_LINE + 1)
        if len(line) > LONGEST_LINE:
            raise UserError(NOT_AN_EDITOR)
        name, _, value = line.partition(b":")
        if name.strip().lower() == b"content-length":
            number = value.strip()
            if not number.isdigit() or len(number) > 9 or int(number) > BIGGEST:
                raise UserError(NOT_AN_EDITOR)
        return line

    def read(self, size: int) -> bytes:
        return self.stream.read(size)


def serve(coming: BinaryIO, going: BinaryIO, configure: Configure, know: Know, say: Say) -> None:
    """Answer until the editor leaves."""
    logging.getLogger("pygls").setLevel(logging.CRITICAL + 1)  # it tells in traces what we tell
    editor = tie(Editor(configure, know, say))
    try:
        editor.start_io(Measured(coming), going)  # type: ignore[arg-type]
    finally:
        editor.worker.shutdown(wait=False, cancel_futures=True)
