"""Places for a template's common links: a maintainer writes ``[[Paper]({paper})]``."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence

from listlint.style.template import Cell, Slot
from listlint.style.values import LinkValue

NEARLY = 0.97  # of what it prints a template may lose for having its labels named
COMMON = 0.05  # a label has a place of its own where so many entries have it


def named_labels(
    cell: Cell, links: Iterable[Sequence[LinkValue]], score: Callable[[Cell], int]
) -> Cell:
    """The cell with the common labels named, before the place for any other, where it prints
    nearly as much; where it prints all the same, that place goes."""
    n = next((n for n, s in enumerate(cell.slots) if s.kind == "links" and s.again is not None), -1)
    if n < 0:
        return cell
    more, joint = cell.slots[n], cell.slots[n].again or ""
    best, due = cell, score(cell)
    named: list[Slot] = []
    for name, label in _often(links):
        tried = [*named, Slot(name, "link", more.form, label)]
        slots = (*cell.slots[:n], *tried, more, *cell.slots[n + 1 :])
        gaps = (*cell.gaps[: n + 1], *[joint] * len(tried), *cell.gaps[n + 1 :])
        wider = Cell(slots, gaps, cell.otherwise)
        if score(wider) >= NEARLY * due:
            best, named = wider, tried
    if named:
        at = n + len(named)
        without = Cell(
            (*best.slots[:at], *best.slots[at + 1 :]),
            (*best.gaps[:at], *best.gaps[at + 1 :]),
            cell.otherwise,
        )
        if score(without) == score(best):
            return without
    return best


def _often(links: Iterable[Sequence[LinkValue]]) -> list[tuple[str, str]]:
    """Common labels, as they mostly follow on one another: the name and how it is written."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    labels: defaultdict[str, Counter[str]] = defaultdict(Counter)
    entries = 0
    for held in links:
        entries += 1
        for place, link in enumerate(held):
            if link.label:
                places[link.name].append(place)
                labels[link.name][link.label] += 1
    often = [name for name, held in places.items() if len(held) >= COMMON * entries]
    often.sort(key=lambda name: (sum(places[name]) / len(places[name]), name))
    return [(name, labels[name].most_common(1)[0][0]) for name in often]
