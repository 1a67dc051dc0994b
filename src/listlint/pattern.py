"""A rule that is a pattern: where an expression matches in a list's entries, and what is said.

Ours run on Python's own engine and are held to be linear by tests. A list's own are written by
anybody, so that they run on one that can be told to stop; this is the only place that looks at a
clock between reading a list and printing what was found.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from time import process_time
from typing import Any

from listlint.errors import UserError
from listlint.paperlist import Entry, PaperList
from listlint.values import NamedTuple

SECONDS = 2.0  # of computing, for one of a list's own rules on one list
MOST = 10_000
Find = Callable[[str], Iterator[Any]]  # a text to the matches in it


class Pattern(NamedTuple):
    """What to look for, where, and what to say; templates hold {0}, {1} and {name}."""

    match: Find
    message: str
    replace: str | None = None
    unless: Find | None = None
    under: Find | None = None
    begin: Callable[[], None] = lambda: None  # called before each list


class Hit(NamedTuple):
    """A place of an entry that the pattern describes."""

    entry: Entry
    start: int
    end: int
    message: str
    text: str | None  # what to write there instead


def pattern_of(said: Mapping[str, Any], finder: Callable[[str, str], Find]) -> Pattern:
    """The pattern that a rule's file describes; ``finder`` makes a search of a key's expression."""

    def search(key: str) -> Find | None:
        return finder(key, said[key]) if said.get(key) else None

    match = finder("match", said["match"])
    return Pattern(match, said["message"], said.get("replace"), search("unless"), search("under"))


def ours(key: str, expression: str) -> Find:
    """A search on Python's own engine, compiled when it is first used."""
    return lambda text: re.compile(expression).finditer(text)


def hits(pattern: Pattern, papers: PaperList) -> Iterator[Hit]:
    """Where the pattern matches, once a place."""
    return islice(_hits(pattern, papers), MOST)


def _hits(pattern: Pattern, papers: PaperList) -> Iterator[Hit]:
    pattern.begin()
    seen: set[tuple[int, int]] = set()
    sections = _sections(pattern, papers)
    for entry in papers.entries:
        if sections is not None and entry.section not in sections:
            continue
        text = papers.text[entry.span.start : entry.span.end]
        for start, end, match in _found(pattern, text):
            place = (entry.span.start + start, entry.span.start + end)
            if place not in seen:
                seen.add(place)
                replaced = None if pattern.replace is None else filled(pattern.replace, match)
                yield Hit(entry, *place, filled(pattern.message, match), replaced)


def _found(pattern: Pattern, text: str) -> Iterator[tuple[int, int, Any]]:
    """Matches that hold something and that touch nothing to be left alone."""
    spared: list[tuple[int, int]] | None = None
    for match in pattern.match(text):
        start, end = match.span()
        if start == end:
            continue
        if spared is None:
            spared = [each.span() for each in pattern.unless(text)] if pattern.unless else []
        if not any(first < end and start < last for first, last in spared):
            yield start, end, match


def _sections(pattern: Pattern, papers: PaperList) -> set[int | None] | None:
    """Sections below a heading that is meant; none: all are."""
    if pattern.under is None:
        return None
    under = pattern.under
    return {
        section.index
        for section in papers.sections
        if any(next(under(title), None) for title in section.path)
    }


def filled(template: str, match: Any) -> str:
    """The template with what was found; a group that took no part gives nothing."""

    def group(name: re.Match[str]) -> str:
        key = name[1]
        return match[int(key) if key.isdecimal() else key] or ""

    return re.sub(r"\{(\w+)\}", group, template)


class Stopwatch:
    """What a list's own rule may still spend on one list."""

    def __init__(self, where: str) -> None:
        self.where = where
        self.until = 0.0

    def start(self) -> None:
        self.until = process_time() + SECONDS

    def finder(self, compiled: Any) -> Find:
        """A search that ends in a ``UserError`` where it would take too long."""

        def find(text: str) -> Iterator[Any]:
            try:
                yield from compiled.finditer(text, timeout=max(self.until - process_time(), 0.001))
            except TimeoutError:
                raise UserError(
                    f"{self.where}: takes longer than {SECONDS:.0f} seconds on this list: "
                    "write it without a repetition inside a repetition"
                ) from None

        return find
