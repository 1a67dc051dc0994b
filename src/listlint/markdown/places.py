"""Where the contents of blocks lie in the source: lines of paragraphs, cells, definitions.

Each function is told of a block right after its rule has run, while markdown-it's state still
knows how far the containers' marks reach into each line.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from itertools import accumulate, pairwise

from markdown_it.common.utils import mdTrim, normalizeReference
from markdown_it.rules_block import StateBlock

from listlint.markdown.nodes import Place
from listlint.markdown.spans import Mark, Segments


def place_lines(state: StateBlock, mark: Mark) -> None:
    """Note where the content of a paragraph or an underlined heading lies."""
    first, last = mark.map or (0, 0)
    if last - first == 1:
        start = state.bMarks[first] + state.tShift[first]
        mark.start = state.src.find(mark.content, start)
        return
    lines = mark.content.split("\n")
    if len(lines) == last - first:
        bodies: Iterable[int] = range(first, last)
    else:  # lines that held nothing but exotic blanks were trimmed away
        bodies = _matching_lines(state, lines, range(first, last))
    mark.segments = Segments(_line_pairs(state, lines, bodies))
    mark.start = mark.segments.at(0)


def _line_pairs(
    state: StateBlock, lines: list[str], numbers: Iterable[int]
) -> Iterator[tuple[int, int]]:
    offset = 0
    for text, line in zip(lines, numbers, strict=False):
        body = text.lstrip(" \t")
        start = state.bMarks[line] + state.tShift[line]
        if not offset:  # the first line may have lost other blanks too
            start = state.src.find(body, start, state.eMarks[line])
        yield offset + len(text) - len(body), start
        offset += len(text) + 1


def place_html(state: StateBlock, mark: Mark) -> None:
    """Note where the content of an HTML block lies: mostly in one piece, as it stands."""
    first, last = mark.map or (0, 0)
    start = state.bMarks[first]
    if state.src.startswith(mark.content, start):
        mark.segments, mark.end = Segments([(0, start)]), start + len(mark.content)
        return
    lines = mark.content.split("\n")[: last - first]
    mark.segments = Segments(_line_pairs(state, lines, range(first, last)))
    mark.end = state.eMarks[last - 1]


def _matching_lines(state: StateBlock, lines: list[str], numbers: range) -> Iterator[int]:
    rest = iter(numbers)
    for text in lines:
        body = text.strip()
        for line in rest:
            start = state.bMarks[line] + state.tShift[line]
            if state.src.find(body, start, state.eMarks[line]) >= 0:
                yield line
                break


def place_heading(state: StateBlock, opener: Mark, content: Mark) -> None:
    """Note where the text of a ``#`` heading lies."""
    start = opener.start + len(opener.markup)
    content.start = state.src.find(content.content, start) if content.content else start


def place_definition(state: StateBlock, mark: Mark) -> None:
    """Note where a reference definition's address lies, and keep it as it is written."""
    first, last = mark.map or (0, 0)
    starts = [state.bMarks[line] + state.tShift[line] for line in range(first, last)]
    ends = [end + 1 for end in state.eMarks[first:last]]
    lines = [state.src[start:end] for start, end in zip(starts, ends, strict=True)]
    text = "".join(lines)
    start = len(mark.meta["label"]) + 3  # past [label]:
    start = len(text) - len(text[start:].lstrip(" \t\n"))
    end = state.md.helpers.parseLinkDestination(text, start, len(text)).pos
    if text[start] == "<":
        start, end = start + 1, end - 1
    offsets = accumulate(map(len, lines), initial=0)
    dest = Segments(zip(offsets, starts, strict=False)).place(start, end)
    mark.meta = {"label": mark.meta["label"], "dest": dest}
    known = state.env["references"][normalizeReference(mark.meta["label"])]
    if known["map"] == mark.map:  # the first of its label: links that refer to it say this
        known["href"] = text[start:end]


def place_cells(state: StateBlock, marks: list[Mark]) -> None:
    """Note where the rows of a table and their cells lie.

    ``segments`` of a row's mark hold where the header has no column any more, if it does;
    cells that a short row lacks keep no place.
    """
    cells: Iterator[Place] = iter(())
    row: Mark | None = None
    for mark in marks:
        if mark.type == "tr_open":
            line = (mark.map or (0, 0))[0]
            start, end = state.bMarks[line] + state.tShift[line], state.eMarks[line]
            row, row.start, row.end = mark, start, _trimmed(state.src, start, end)
            cells = _cells(state.src, start, end)
        elif mark.type == "inline":
            mark.start, mark.end = start, end = next(cells, (-1, -1))
            if end - start > len(mark.content) > 0:
                mark.segments = Segments(_cell_pairs(state.src, start, end))
        elif mark.type == "tr_close" and row is not None:
            left = next(cells, None)
            mark.start, mark.end = (left[0], row.end) if left else (-1, -1)


def _cell_pairs(src: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """``\\|`` in a cell is read as ``|``."""
    yield 0, start
    for dropped, found in enumerate(_escaped_bar().finditer(src, start, end)):
        yield found.start() - start - dropped, found.start() + 1


def _cells(src: str, start: int, end: int) -> Iterator[Place]:
    """The trimmed range of each cell of a row, split as markdown-it's table rule splits it."""
    row = mdTrim(src[start:end])
    start = src.index(row, start)
    if "\\|" in row:
        edges = [-1, *(found.start() for found in _bar().finditer(row)), len(row)]
        texts = [row[left + 1 : right] for left, right in pairwise(edges)]
    else:
        texts = row.split("|")
    last = len(texts) - 1
    for number, raw in enumerate(texts):
        if raw or 0 < number < last:
            text = mdTrim(raw)
            left = start + raw.find(text)
            yield left, left + len(text)
        start += len(raw) + 1


def _trimmed(src: str, start: int, end: int) -> int:
    while end > start and src[end - 1] in " \t":
        end -= 1
    return end


@functools.cache
def _bar() -> re.Pattern[str]:
    return re.compile(r"(?<!\\)\|")


@functools.cache
def _escaped_bar() -> re.Pattern[str]:
    return re.compile(r"\\\|")
