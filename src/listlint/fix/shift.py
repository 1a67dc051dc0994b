"""Where a character of a text is once edits are made, and where one of the new text came from.

Pure arithmetic: nothing is known here of lists.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from listlint.finding import Edit, Span


class Shift:
    """Edits that don't overlap, asked for places on either side of them."""

    __slots__ = ("deltas", "edits", "ends", "new_ends", "news")

    def __init__(self, edits: Iterable[Edit]) -> None:
        self.edits = sorted(edits)
        self.ends = [edit.end for edit in self.edits]
        self.deltas = [0]  # how far what follows the first n edits has moved
        self.news: list[Span] = []  # what stands in the new text in place of each
        for edit in self.edits:
            start = edit.start + self.deltas[-1]
            self.news.append(Span(start, start + len(edit.text)))
            self.deltas.append(self.deltas[-1] + len(edit.text) - (edit.end - edit.start))
        self.new_ends = [span.end for span in self.news]

    def kept(self, span: Span) -> int | None:
        """The first character of ``span`` that no edit takes away; None if there is none."""
        at, n = span.start, bisect_right(self.ends, span.start)
        while at < span.end:
            if n == len(self.edits) or at < self.edits[n].start:
                return at
            at = max(at, self.edits[n].end)
            n += 1
        return None

    def after(self, offset: int) -> int:
        """Where the character at ``offset``, which no edit takes away, is now."""
        return offset + self.deltas[bisect_right(self.ends, offset)]

    def before(self, offset: int) -> int:
        """Where a character of the new text came from; of an inserted one, where it was put."""
        n = bisect_right(self.new_ends, offset)
        if n < len(self.news) and self.news[n].start <= offset:
            return self.edits[n].start
        return offset - self.deltas[n]
