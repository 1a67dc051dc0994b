"""A line of a list with a mark below the place that is meant, as wide as it is shown.

Long lines are cut to a window round the place; list text is made harmless here.
"""

from __future__ import annotations

from listlint.plain import terminal
from listlint.source import Source
from listlint.values import NamedTuple

GUTTER = 5  # columns of the line's number
FRAME = 5  # columns of the bar and of two ellipses
ELLIPSIS = "…"


class Snippet(NamedTuple):
    """Two lines, without colour: what stands there, and the mark below it."""

    line: str
    number: str
    indent: int
    mark: str


def snippet(source: Source, start: int, end: int, width: int) -> Snippet:
    """The place ``start`` to ``end`` (or to the end of its first line) in ``width`` columns."""
    number = source.line(start)
    first, last = source.line_span(number)
    text = source.text[first:last].replace("\t", " ")
    begin, stop = start - first, min(end, last) - first
    left, right = _window(text, begin, stop, max(width - GUTTER - FRAME, 20))
    before = (ELLIPSIS if left else "") + terminal(text[left:begin])
    marked = terminal(text[begin : min(stop, right)])
    after = terminal(text[min(stop, right) : right]) + (ELLIPSIS if right < len(text) else "")
    return Snippet(
        line=(before + marked + after).rstrip(),
        number=str(number).rjust(GUTTER),
        indent=columns(before),
        mark="^" * max(columns(marked), 1),
    )


def _window(text: str, begin: int, stop: int, room: int) -> tuple[int, int]:
    """Which part of a line to show: the place, and what is left of the room around it."""
    left, right = _around(len(text), begin, stop, room)
    wide = columns(text[left:right])
    if wide > room:
        left, right = _around(len(text), begin, stop, room * room // wide)
    return left, right


def _around(length: int, begin: int, stop: int, room: int) -> tuple[int, int]:
    if length <= room:
        return 0, length
    spare = max(room - (stop - begin), room // 3)
    left = max(0, min(begin - spare // 2, length - room))
    return left, min(length, left + room)


def columns(text: str) -> int:
    """How many columns a terminal gives to ``text``: two to a Chinese character or an emoji."""
    if text.isascii() or all(map(_one_column, text)):
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def _one_column(sign: str) -> bool:
    """Western letters, dashes, quotation marks, ellipses; what else there is takes a table."""
    return sign < "\u0300" or "\u2010" <= sign <= "\u2027"
