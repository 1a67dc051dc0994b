"""How a list grew: a bounded number of its revisions, read one by one; git is asked elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from listlint.errors import UserError
from listlint.knowledge.vocabulary import Vocabulary
from listlint.reading import read
from listlint.source import from_bytes
from listlint.values import NamedTuple

REVISIONS = 24
MOST_BYTES = 10_000_000  # that are read in all unasked: more would take minutes
Any_ = TypeVar("Any_")


class Point(NamedTuple):
    """What a list held at one time."""

    when: int  # seconds since 1970
    entries: int


def chosen(revisions: Sequence[Any_], most: int) -> list[Any_]:
    """At most so many, evenly spread; the first and the last are among them."""
    if len(revisions) <= most:
        return list(revisions)
    if most < 2:
        return list(revisions[-1:]) if most else []
    last = len(revisions) - 1
    return [revisions[at] for at in sorted({i * last // (most - 1) for i in range(most)})]


def affordable(size: int) -> int:
    """How many revisions of a list of so many bytes are read unasked."""
    return max(2, min(REVISIONS, MOST_BYTES // max(1, size)))


def grown(
    texts: Iterable[tuple[int, bytes | None]], path: str, vocabulary: Vocabulary
) -> Iterator[Point]:
    """A point for each revision that can be read."""
    for when, data in texts:
        if data is None:
            continue
        try:
            papers = read(from_bytes(data, path), path, vocabulary)
        except UserError:  # it wasn't UTF-8 then, or too large
            continue
        yield Point(when, len(papers.entries))
