"""The template of a table: each column by itself, since cells don't know of one another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from listlint.style.labelling import named_labels
from listlint.style.printing import ANY, printed
from listlint.style.template import KINDS, Cell, Slot, Template
from listlint.style.values import Named, values_of
from listlint.style.widening import gain, price, widen
from listlint.values import NamedTuple

SOME = 0.1  # signs stand for nothing where so many other cells hold something
MOSTLY = 0.8  # links of a column that are of one kind name it
TRIED = 12  # ways of filling a cell that are tried


class Filled(NamedTuple):
    """A cell of a row: what is named in it, and what stands around that."""

    named: tuple[Named, ...]
    gaps: tuple[str, ...]

    @property
    def text(self) -> str:
        out = [self.gaps[0]]
        for each, gap in zip(self.named, self.gaps[1:], strict=True):
            out += (each.value, gap)
        return "".join(out)


class Row(NamedTuple):
    """A row: its cells, and how it stands."""

    cells: tuple[Filled, ...]
    text: str


def row_cells(named: Sequence[Named], gaps: Sequence[str]) -> tuple[Filled, ...]:
    """The cells of a row, between its bars."""
    cells: list[tuple[list[Named], list[str]]] = [([], [""])]
    for n, gap in enumerate(gaps):
        first, *others = gap.split("|")
        cells[-1][1][-1] += first
        cells += (([], [other]) for other in others)
        if n < len(named):
            cells[-1][0].append(named[n])
            cells[-1][1].append("")
    made = [Filled(tuple(held), tuple(around)) for held, around in cells]
    if made and not made[0].named and not made[0].gaps[0]:
        made = made[1:]
    if made and not made[-1].named and not made[-1].gaps[0].strip():
        made = made[:-1]
    return tuple(made)


def learn_row(rows: Sequence[Row]) -> Template | None:
    """The template of rows of one table."""
    width = Counter(len(row.cells) for row in rows).most_common(1)[0][0]
    columns = [[row.cells[n] for row in rows if len(row.cells) == width] for n in range(width)]
    cells = tuple(map(_column, columns))
    return Template(cells, row=True) if any(cell.slots for cell in cells) else None


def _column(held: list[Filled]) -> Cell:
    """The cell that writes most of a column's cells; what stands in those that hold no field."""
    signs = [filled for filled in held if any(each.sign for each in filled.named)]
    full = [f for f in held if _says(f) and not any(each.sign for each in f.named)]
    if len(full) < SOME * len(held):  # a column of signs, or of nothing
        full = [f for f in held if _says(f)]
        signs = []
    empty = Counter(f.text for f in held if not _says(f)) + Counter(f.text for f in signs)
    otherwise = empty.most_common(1)[0][0] if empty else ""
    if len(full) < 0.02 * len(held) or not full:
        return Cell((), (otherwise,), otherwise)
    best = max(_candidates(full), key=lambda c: _writes(c, full) - price(len(c.slots), len(full)))
    for filled in [f for f in full if not _write(best, f)][:TRIED]:
        wider = widen(best, filled.named, filled.gaps)
        if wider is not None and _writes(wider, full) >= _writes(best, full) + gain(len(full)):
            best = wider
    links = [values_of(list(filled.named)).links for filled in full]
    best = named_labels(best, links, lambda cell: _writes(cell, full))
    return best._replace(otherwise=otherwise if otherwise.strip() else "")


def _says(filled: Filled) -> bool:
    """Whether a cell holds more than a sign for nothing."""
    return any(each.value.strip("-–— ") for each in filled.named)


def _candidates(full: list[Filled]) -> Iterator[Cell]:
    kinds = Counter(each.link.kind for f in full for each in f.named if each.link)
    ((kind, uses),) = kinds.most_common(1) or (("", 0),)
    if not kind or uses < MOSTLY * kinds.total() or kind not in KINDS:
        kind = ANY
    ways = Counter((tuple(each.slot for each in f.named), f.gaps) for f in full)
    for (slots, gaps), _ in ways.most_common(TRIED):
        yield Cell(slots, gaps)
        forms = {slot.form for slot in slots if slot.kind == "link"}
        if slots and len(forms) == 1 and all(slot.kind == "link" for slot in slots):
            joint = gaps[1] if len(slots) > 1 else " "
            more = Slot(kind, "links", forms.pop(), again=joint)
            yield Cell((more,), (gaps[0], gaps[-1]))
            yield Cell((*slots, more), (*gaps[:-1], joint, gaps[-1]))
        if len(forms) == 1 and sum(slot.kind == "link" for slot in slots) == 1:
            any_ = Slot(kind, "links", forms.pop())
            yield Cell(tuple(any_ if s.kind == "link" else s for s in slots), gaps)
        if len(slots) > 1 and len(set(slots)) == 1 and len(set(gaps[1:-1])) == 1:
            yield Cell((slots[0]._replace(again=gaps[1]),), (gaps[0], gaps[-1]))


def _writes(cell: Cell, full: list[Filled]) -> int:
    return sum(_write(cell, filled) for filled in full)


def _write(cell: Cell, filled: Filled) -> bool:
    made = printed(Template((cell,), row=True), values_of(list(filled.named)))
    return not made.left and unpadded(made.text) == unpadded(f"|{filled.text}|")


def unpadded(row: str) -> str:
    """A row without the padding of its cells, which is never style."""
    return "|".join(part.strip() for part in row.split("|"))
