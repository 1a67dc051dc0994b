"""Offsets of a text to lines and columns as the protocol counts them, and back; any is answered.

A line ends at LF, CRLF or CR; a column counts UTF-16 units, or what both sides agreed upon. What an
editor asks beyond a line or the text is taken to its end, and inside a character to its start.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from lsprotocol.types import Position, Range


class Places:
    """The lines of one text."""

    __slots__ = ("starts", "text", "units")

    def __init__(self, text: str, encoding: str = "utf-16") -> None:
        self.text = text
        self.units = {"utf-8": 1, "utf-16": 2, "utf-32": 4}.get(encoding, 2)
        lines = text.splitlines(keepends=True) if _plain(text) else _lines(text)
        self.starts = [0, *accumulate(map(len, lines))]
        if len(self.starts) > 1 and not text.endswith(("\n", "\r")):
            self.starts.pop()

    def position(self, offset: int) -> Position:
        offset = min(max(offset, 0), len(self.text))
        line = bisect_right(self.starts, offset) - 1
        return Position(line, self._columns(self.text[self.starts[line] : offset]))

    def range(self, start: int, end: int) -> Range:
        return Range(self.position(start), self.position(end))

    def offset(self, position: Position) -> int:
        if position.line >= len(self.starts):
            return len(self.text)
        start, end = self.line_span(position.line)
        line = self.text[start:end]
        if self.units == 4 or line.isascii():
            return start + min(position.character, len(line))
        return start + self._characters(line, position.character)

    def line_span(self, line: int) -> tuple[int, int]:
        """A line without its end."""
        start = self.starts[line]
        end = self.starts[line + 1] if line + 1 < len(self.starts) else len(self.text)
        return start, start + len(self.text[start:end].rstrip("\r\n"))

    def _columns(self, text: str) -> int:
        if self.units == 4 or text.isascii():
            return len(text)
        if self.units == 1:
            return len(text.encode("utf-8", "surrogatepass"))
        return len(text) + sum(char > "\uffff" for char in text)

    def _characters(self, line: str, columns: int) -> int:
        """How many whole characters of a line fit into so many columns."""
        for at, char in enumerate(line):
            columns -= self._columns(char)
            if columns < 0:
                return at
        return len(line)


def _plain(text: str) -> bool:
    """Whether Python sees the lines that the protocol sees; it breaks at more characters."""
    return not any(char in text for char in "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029")


def _lines(text: str) -> list[str]:
    """Lines with their ends."""
    lines: list[str] = []
    for part in text.split("\n"):
        pieces = (part + "\n").split("\r")
        crlf = len(pieces) > 1 and pieces[-1] == "\n"
        ended = [f"{piece}\r" for piece in pieces[:-1]]
        if crlf:
            ended[-1] += "\n"
            lines += ended
        else:
            lines += [*ended, pieces[-1]]
    last = lines.pop().removesuffix("\n")
    return [*lines, last] if last else lines
