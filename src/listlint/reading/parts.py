"""Parts of a plain run of text, and what their edges are."""

from __future__ import annotations

import re
from functools import cache

from listlint.reading.words import EDGE
from listlint.values import NamedTuple


class Part(NamedTuple):
    """A range of the run and the bracket or quotation mark it stands in ("(", "[", '"', or "")."""

    start: int
    end: int
    mark: str


@cache
def tail() -> re.Pattern[str]:
    return re.compile(r"(?:['’]?\d{2,4}\W*|[A-Z]{3,}\W*)$")


def strip(text: str, start: int, end: int) -> tuple[int, int]:
    """The range without blanks and separators at its edges."""
    while start < end and (text[start] in EDGE or text[start] in "])}"):
        start += 1
    while end > start and (text[end - 1] in EDGE or text[end - 1] in "[({"):
        end -= 1
    if end > start and text[end - 1] in '"“”' and text.count(text[end - 1], start, end) == 1:
        return strip(text, start, end - 1)
    if end > start and text[start] in '"“”' and text.count(text[start], start, end) == 1:
        return strip(text, start + 1, end)
    return start, end
