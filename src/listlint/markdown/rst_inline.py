"""What docutils doesn't tell: where inline markup of reStructuredText stands in the text.

docutils knows the line of a block and the text of it. Each line of that text is found again in the
source, and each inline node is told its place while docutils makes it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import Any

from docutils import nodes
from docutils.parsers.rst.states import Inliner, MarkupMismatch
from docutils.utils import escape2null

NEAR = (0, 1, -1, 2, -2, 3, -3)  # docutils is a few lines off now and then
LONGEST = 8192  # characters of a block that are looked at together
TAB = 8


class Placed:
    """A block's text, line by line, in the source."""

    __slots__ = ("lines", "starts")

    def __init__(self, parts: Sequence[str], lines: list[Sequence[int]]) -> None:
        self.starts = [0, *accumulate(len(part) + 1 for part in parts[:-1])]
        self.lines = lines  # for each line the place of each of its characters, and of its end

    def at(self, offset: int) -> int:
        """The place of a character."""
        n = bisect_right(self.starts, offset) - 1
        places = self.lines[n]
        return places[min(offset - self.starts[n], len(places) - 1)]

    def end(self, offset: int) -> int:
        """The place behind the character before ``offset``."""
        return self.at(offset - 1) + 1 if offset else self.at(0)


class Lines:
    """The source's lines; the same words twice in one line are found one after the other."""

    def __init__(self, text: str) -> None:
        self.lines = text.split("\n")
        self.starts = [0, *accumulate(len(line) + 1 for line in self.lines)]
        self.reached: defaultdict[int, int] = defaultdict(int)

    def place(self, text: str, line: int) -> Placed | None:
        """Where ``text`` stands, whose first line is about the ``line``-th of the source."""
        parts = text.split("\n")
        for again in (False, True):  # docutils may take back a block and read it once more
            for off in NEAR:
                first = line - 1 + off
                if 0 <= first <= len(self.lines) - len(parts):
                    found = [self.find(part, first + n, again) for n, part in enumerate(parts)]
                    if None not in found:
                        return Placed(parts, [self.note(*each) for each in found if each])
        return None

    def find(self, part: str, line: int, again: bool) -> tuple[int, int, int] | None:
        """The line, and the columns that a part of it takes."""
        words = part.strip()
        ahead = len(part) - len(part.lstrip())
        shown = self.lines[line].expandtabs(TAB)
        column = shown.find(words, 0 if again else self.reached[line])
        return None if column < 0 else (line, column - ahead, column + len(words))

    def note(self, line: int, first: int, last: int) -> Sequence[int]:
        """The places of these columns, which from now on are taken."""
        self.reached[line] = max(self.reached[line], last)
        start, text = self.starts[line], self.lines[line]
        if "\t" not in text:
            return range(start + max(first, 0), start + last + 1)
        columns = _columns(text)
        return [start + columns[min(max(n, 0), len(columns) - 1)] for n in range(first, last + 1)]


def _columns(line: str) -> list[int]:
    """The character that each column shows, where tabs take several."""
    shown: list[int] = []
    for at, character in enumerate(line):
        width = TAB - len(shown) % TAB if character == "\t" else 1
        shown += [at] * width
    return [*shown, len(line)]


class PlacingInliner(Inliner):
    """docutils' own reading of inline markup; nodes get ``at``: their place.

    ``at`` holds what Lines found of the block's text, or None, and the first and last offset in it.
    """

    def __init__(self, lines: Lines) -> None:
        super().__init__()
        self.lines = lines

    def parse(self, text: str, lineno: int, memo: Any, parent: Any) -> tuple[list[Any], list[Any]]:
        self.document, self.language = memo.document, memo.language
        self.reporter, self.parent = self.document.reporter, parent
        placed = self.lines.place(text, lineno)
        made: list[Any] = []
        for start, end in _chunks(text):
            made += self.read(text, start, end, placed, lineno)
        return made, []

    def read(
        self, text: str, start: int, end: int, placed: Placed | None, lineno: int
    ) -> Iterator[Any]:
        """The nodes of a part of a block's text."""
        whole = escape2null(text[start:end])  # as long as before
        remaining, done = whole, 0
        at = 0  # where what isn't a node yet begins
        while match := self.patterns.initial.search(remaining):
            groups = match.groupdict()
            key = groups["start"] or groups["backquote"] or groups["refend"] or groups["fnend"]
            method: Any = self.dispatch[key]
            before, found, remaining, _ = method(self, match, lineno)
            begin, done = done + len(before), len(whole) - len(remaining)
            if found:
                yield from self.plain(whole, at, begin, (placed, start), lineno)
                yield from _at(found, (placed, start + begin, start + done))
                at = done
            if not remaining:
                break
        yield from self.plain(whole, at, len(whole), (placed, start), lineno)

    def plain(
        self, whole: str, at: int, end: int, where: tuple[Placed | None, int], lineno: int
    ) -> Iterator[Any]:
        """Text without markup, in which addresses are links."""
        placed, start = where
        pos = at
        while match := self.patterns.uri.search(whole, pos, end):
            try:
                found = self.standalone_uri(match, lineno)
            except MarkupMismatch:
                pos = match.end()
                continue
            first, last = match.span()
            if first > at:
                yield from _at([nodes.Text(whole[at:first])], (placed, start + at, start + first))
            yield from _at(found, (placed, start + first, start + last))
            at = pos = last
        if end > at:
            yield from _at([nodes.Text(whole[at:end])], (placed, start + at, start + end))


for _name, _value in vars(Inliner).items():  # docutils looks for its patterns in the class itself
    if isinstance(_value, str) and not _name.startswith("__"):
        setattr(PlacingInliner, _name, _value)


def _at(found: Iterable[Any], at: tuple[Placed | None, int, int]) -> Iterator[Any]:
    for node in found:
        node.at = at
        yield node


def _chunks(text: str) -> Iterator[tuple[int, int]]:
    """A block in parts of whole lines: a block of megabytes is nobody's paragraph."""
    start = 0
    while len(text) - start > LONGEST:
        end = text.rfind("\n", start, start + LONGEST) + 1
        end = end if end > start else start + LONGEST
        yield start, end
        start = end
    if start < len(text) or not text:
        yield start, len(text)
