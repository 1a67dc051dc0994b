"""The mended lines that a comment offers, and those that it can only show; pure.

A suggestion replaces exactly the lines that its comment spans, so all its edits lie inside them,
and they are lines that may carry a comment. What else a fix would change is shown to be pasted.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from listlint.finding import LEVELS, SHOWN, Edit, Finding, apply
from listlint.plain import hides
from listlint.review.diff import Lines
from listlint.review.markers import WORD
from listlint.source import Source
from listlint.values import NamedTuple

TALLEST = 12  # lines that one suggestion replaces


class Suggestion(NamedTuple):
    """Lines ``first`` to ``last`` shall read ``text``; an empty one deletes them."""

    first: int
    last: int
    text: str
    fixed: tuple[Finding, ...]


class Paste(NamedTuple):
    """What a line elsewhere would read; nothing: it would be gone."""

    line: int
    text: str | None


def suggest(
    source: Source, findings: Iterable[Finding], within: tuple[int, int], lines: Lines
) -> Suggestion | None:
    """One suggestion of all fixes that lie within these lines and go together."""
    kept: list[Edit] = []
    fixed: list[Finding] = []
    for each in sorted(findings, key=lambda one: -LEVELS.index(one.level)):
        edits = offered(each)
        fits = edits and _inside(source, edits, within) and _apart(kept, edits)
        if fits and _carried(source, [*kept, *edits], lines):
            kept += edits
            fixed.append(each)
    return _made(source, kept, fixed)


def offered(finding: Finding) -> Sequence[Edit]:
    """The edits of a fix that may be offered to be applied."""
    fix = finding.fix
    return () if fix is None or fix.safety == SHOWN else fix.edits


def pastes(source: Source, finding: Finding) -> list[Paste]:
    """Each line that the finding's fix would change, as it would read."""
    found = []
    for group in _by_line(source, offered(finding)):
        first, last = _spanned(source, group)
        text = _mended(source, group, first, last)
        if text != _lines(source, first, last) and not hides(text):
            found.append(Paste(first, text.rstrip("\n") or None))
    return found


def _made(source: Source, edits: Sequence[Edit], fixed: Sequence[Finding]) -> Suggestion | None:
    if not edits:
        return None
    first, last = _spanned(source, edits)
    old, text = _lines(source, first, last), _mended(source, edits, first, last)
    if text == old or not _whole_lines(old, text) or hides(text) or WORD in text:
        return None
    return Suggestion(first, last, text.removesuffix("\n"), tuple(fixed))


def _whole_lines(old: str, new: str) -> bool:
    """Whether lines become lines: none grows together with the next, none is left blank."""
    return not new or (old.endswith("\n") == new.endswith("\n") and new != "\n")


def _inside(source: Source, edits: Sequence[Edit], within: tuple[int, int]) -> bool:
    first, last = _spanned(source, edits)
    return within[0] <= first and last <= within[1]


def _carried(source: Source, edits: Sequence[Edit], lines: Lines) -> bool:
    first, last = _spanned(source, edits)
    return last - first < TALLEST and lines.carries(first, last)


def _apart(kept: Iterable[Edit], edits: Iterable[Edit]) -> bool:
    """No two overlap, and none goes where another goes: their order would be a guess."""
    return all(
        one.end < old.start or old.end < one.start or _neighbours(one, old)
        for one in edits
        for old in kept
    )


def _neighbours(one: Edit, other: Edit) -> bool:
    """Whether two edits that touch both replace something."""
    touch = one.end == other.start or other.end == one.start
    return touch and one.start < one.end and other.start < other.end


def _spanned(source: Source, edits: Iterable[Edit]) -> tuple[int, int]:
    """First and last line that edits change; an end at a line's start belongs to the one before."""
    edits = list(edits)
    first = min(source.line(each.start) for each in edits)
    last = max(source.line(max(each.start, each.end - 1)) for each in edits)
    return first, last


def _lines(source: Source, first: int, last: int) -> str:
    start, end = source.line_span(first).start, source.line_span(last).end
    return source.text[start : end + 1]


def _mended(source: Source, edits: Iterable[Edit], first: int, last: int) -> str:
    start = source.line_span(first).start
    moved = [Edit(each.start - start, each.end - start, each.text) for each in edits]
    return apply(_lines(source, first, last), moved)


def _by_line(source: Source, edits: Iterable[Edit]) -> list[list[Edit]]:
    """Edits that share a line stay together."""
    groups: list[list[Edit]] = []
    reached = 0
    for edit in sorted(edits):
        first, last = _spanned(source, [edit])
        if groups and first <= reached:
            groups[-1].append(edit)
        else:
            groups.append([edit])
        reached = max(reached, last)
    return groups
