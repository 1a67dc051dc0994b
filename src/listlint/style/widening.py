"""A template with places for the fields of an entry that it lacks."""

from __future__ import annotations

from collections.abc import Sequence

from listlint.style.template import Cell
from listlint.style.values import Named


def widen(cell: Cell, named: Sequence[Named], around: Sequence[str]) -> Cell | None:
    """The cell with the fields of an entry that it lacks, where their neighbours stand in it."""
    if broken(around):
        return None
    slots, gaps = list(cell.slots), list(cell.gaps)
    names = [(slot.name, slot.kind) for slot in slots]
    added = False
    before = -1  # the place of the last field that both have
    pending: list[int] = []
    for n, each in enumerate(named):
        key = (each.slot.name, each.slot.kind)
        at = next((i for i in range(before + 1, len(names)) if names[i] == key), None)
        if at is None and each.slot.kind == "link":
            at = next(
                (i for i in range(max(before, 0), len(names)) if names[i][1] == "links"), None
            )
        if at is None:
            pending.append(n)
            continue
        if pending and at == before + 1:
            slots[at:at] = [named[i].slot for i in pending]
            gaps[at : at + 1] = [around[i] for i in (*pending, n)]
            names = [(slot.name, slot.kind) for slot in slots]
            at += len(pending)
            added = True
        pending = []
        before = at
    if pending and before == len(slots) - 1:
        slots += [named[i].slot for i in pending]
        gaps[-1:] = [*(around[i] for i in pending), around[-1]]
        added = True
    return Cell(tuple(slots), tuple(gaps), cell.otherwise) if added else None


def broken(gaps: Sequence[str]) -> bool:
    """Whether a link without an address stands there: that is no way of writing."""
    return any("]()" in gap for gap in gaps)


def gain(entries: int) -> float:
    """How many more entries a wider template must print to be worth its length."""
    return max(3, 0.01 * entries)


def price(slots: int, entries: int) -> float:
    """How many entries the places of a template must print to be worth their length."""
    return 0.005 * entries * slots
