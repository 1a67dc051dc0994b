"""Two texts of one file as a patch, for ``git apply`` and ``patch``; nothing is written here."""

from __future__ import annotations

import os
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator

CONTEXT = 3
NO_NEWLINE = "\\ No newline at end of file\n"
QUOTED = {"\\": "\\\\", '"': '\\"', "\t": "\\t", "\n": "\\n", "\r": "\\r"}

Change = tuple[int, int, int, int]  # lines of the old text, lines of the new one


def patch(path: str, old: str, new: str) -> str:
    """What turns ``old`` into ``new``, line ends and all; nothing if they are the same."""
    if old == new:
        return ""
    name = path.replace(os.sep, "/").lstrip("/")
    heads = (f"--- {_name('a/' + name)}\n", f"+++ {_name('b/' + name)}\n")
    return "".join([*heads, *_hunks(_lines(old), _lines(new))])


def _lines(text: str) -> list[str]:
    """Lines with their ends; a carriage return alone ends none."""
    lines = [line + "\n" for line in text.split("\n")]
    lines[-1] = lines[-1][:-1]
    return lines if lines[-1] else lines[:-1]


def _name(name: str) -> str:
    """A file's name as git writes it: quoted if need be, and closed off where it holds a blank."""
    if any(char in QUOTED for char in name):
        return '"' + "".join(QUOTED.get(char, char) for char in name) + '"'
    return name + "\t" if " " in name else name


def _hunks(old: list[str], new: list[str]) -> Iterator[str]:
    for group in _groups(_changes(old, new)):
        start, end = max(group[0][0] - CONTEXT, 0), min(group[-1][1] + CONTEXT, len(old))
        length = end - start + sum((n2 - n1) - (o2 - o1) for o1, o2, n1, n2 in group)
        begins = group[0][2] - (group[0][0] - start)
        yield f"@@ -{_range(start, end - start)} +{_range(begins, length)} @@\n"
        at = start
        for o1, o2, n1, n2 in group:
            yield from _marked(" ", old[at:o1])
            yield from _marked("-", old[o1:o2])
            yield from _marked("+", new[n1:n2])
            at = o2
        yield from _marked(" ", old[at:end])


def _range(start: int, length: int) -> str:
    return f"{start + 1 if length else start},{length}"


def _marked(mark: str, lines: list[str]) -> Iterator[str]:
    for line in lines:
        yield mark + line if line.endswith("\n") else f"{mark}{line}\n{NO_NEWLINE}"


def _groups(changes: Iterable[Change]) -> Iterator[list[Change]]:
    """Changes so near to each other that their contexts touch belong together."""
    group: list[Change] = []
    for change in changes:
        if group and change[0] - group[-1][1] > 2 * CONTEXT:
            yield group
            group = []
        group.append(change)
    if group:
        yield group


def _changes(old: list[str], new: list[str]) -> Iterator[Change]:
    """Lines that differ, in order: what stands between lines that are there once in both."""
    at = (0, 0)
    for pair in [*_anchors(old, new), (len(old), len(new))]:
        before, after = old[at[0] : pair[0]], new[at[1] : pair[1]]
        if before != after:
            first = _alike(before, after)
            last = _alike(before[first:][::-1], after[first:][::-1])
            yield at[0] + first, pair[0] - last, at[1] + first, pair[1] - last
        at = (pair[0] + 1, pair[1] + 1)


def _anchors(old: list[str], new: list[str]) -> list[tuple[int, int]]:
    """Lines that are there once in both texts, as many as stand in the same order."""
    once, there = _once(old), _once(new)
    pairs = [(n, there[line]) for line, n in once.items() if line in there]
    ends: list[int] = []  # of the longest rising rows of each length, the lowest end so far
    rows: list[int] = []
    before: list[int] = []
    for n, (_, place) in enumerate(pairs):
        length = bisect_left(ends, place)
        if length == len(ends):
            ends.append(place)
            rows.append(n)
        ends[length], rows[length] = place, n
        before.append(rows[length - 1] if length else -1)
    chain: list[tuple[int, int]] = []
    n = rows[-1] if rows else -1
    while n >= 0:
        chain.append(pairs[n])
        n = before[n]
    return chain[::-1]


def _once(lines: list[str]) -> dict[str, int]:
    counts = Counter(lines)
    return {line: n for n, line in enumerate(lines) if counts[line] == 1}


def _alike(one: list[str], other: list[str]) -> int:
    """How many lines are the same from the start."""
    pairs = zip(one, other, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))
