"""Marks that a list sets around a field wherever it stands: a title in bold, a date in brackets.

Only marks that are missing are spoken of, and only where it is plain which fields they hold.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from listlint.changes import stood
from listlint.paperlist import PaperList
from listlint.style.fields import Skeleton
from listlint.style.votes import ENOUGH, Gap, Habit, Marks, Survey, Wrapped, second_habits
from listlint.values import NamedTuple


class Wrap(NamedTuple):
    """The marks around a field, and the fields that they hold together with it."""

    habit: Habit  # of the marks
    marks: Marks
    held: tuple[str, ...]


Wraps = dict[Wrapped, Wrap]


class Bare(NamedTuple):
    """A field that lacks its marks."""

    gap: Gap  # the gap before it
    missing: Marks
    last: int  # the last field that they are to hold
    wrap: Wrap
    uses: int  # how many others lack the same


def learn_wraps(found: Survey) -> Wraps:
    """The marks that a list sets around a field."""
    out: Wraps = {}
    for key, ways in found.wraps.items():
        marks, places = max(ways.items(), key=lambda way: len(way[1]))
        total = sum(map(len, ways.values()))
        own = Habit("".join(marks), len(places), total)
        if marks and own.speaks():
            held = Counter(_held(found, index, n, marks) for index, n in places)
            out[key] = Wrap(own, marks, held.most_common(1)[0][0])
    return out


def _held(found: Survey, index: int, n: int, marks: Marks) -> tuple[str, ...]:
    """The fields from ``n`` on that stand in the same marks."""
    gaps, outer = found.forms[index], len(marks)
    last = n
    while last + 2 < len(gaps) and gaps[last + 1][3][:outer] == marks:
        last += 1
    return tuple(behind for _, behind, _, _ in gaps[n : last + 1])


def bare_fields(papers: PaperList, found: Survey, wraps: Wraps) -> Iterator[Bare]:
    """Fields without marks that the list sets around them elsewhere."""
    old = stood(papers)
    for key, ways in found.wraps.items():
        wrap = wraps.get(key)
        if wrap is None:
            continue
        all_ = sum((_sections(papers, places) for places in ways.values()), Counter())
        for marks, places in ways.items():
            outer = len(marks)
            uses = sum(index in old for index, _ in places)
            if marks != wrap.marks[:outer] or outer == len(wrap.marks) or uses >= ENOUGH:
                continue
            second = second_habits({marks: _sections(papers, places)}, all_)
            for index, n in places:
                last = _last(found.skeletons[index], n, wrap.held)
                if last is not None and (marks, papers.entries[index].section) not in second:
                    yield Bare((index, n), wrap.marks[outer:], last, wrap, len(places))


def _sections(papers: PaperList, places: list[Gap]) -> Counter[int | None]:
    old = stood(papers)
    return Counter(papers.entries[index].section for index, _ in places if index in old)


def _last(bones: Skeleton, n: int, held: tuple[str, ...]) -> int | None:
    """The last field that the marks would hold, if just those fields follow."""
    names = tuple(field.name for field in bones.fields[n : n + len(held)])
    return n + len(held) - 1 if names == held else None
