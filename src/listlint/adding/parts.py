"""An entry, or one cell of a row, taken apart as a model: what is in it, and what is like it.

Values only; nothing is chosen here.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from listlint.paperlist import Link
from listlint.style.learning import Case
from listlint.style.values import Named
from listlint.values import NamedTuple


class Part(NamedTuple):
    """An entry, or one cell of a row, as fields and gaps, with the links that stand in it."""

    case: Case
    named: tuple[Named, ...]
    gaps: tuple[str, ...]
    links: tuple[Link, ...]

    @property
    def way(self) -> tuple[object, ...]:
        """What is the same in entries that are written alike."""
        slots = tuple((each.slot, each.sign) for each in self.named)
        return slots, self.gaps, self.case.entry.shape, self.inner

    @property
    def inner(self) -> tuple[str, ...]:
        """Kinds of the links that stand in fields: badges, cells."""
        cells = [each.value for each in self.named if each.link is None]
        return tuple(link.kind for link in self.links if any(link.url in cell for cell in cells))

    def context(self, n: int) -> tuple[str, str]:
        """A field and the one behind it."""
        behind = self.named[n + 1].slot.name if n + 1 < len(self.named) else ""
        return self.named[n].slot.name, behind


def part_of(case: Case, named: Sequence[Named], gaps: Sequence[str]) -> Part:
    held = {each.link.url if each.link else each.value for each in named}
    cells = [each.value for each in named if each.link is None]
    links = (
        link
        for link in case.entry.links
        if link.url in held or any(link.url in cell for cell in cells)
    )
    return Part(case, tuple(named), tuple(gaps), tuple(links))


def run_of(part: Part) -> tuple[int, int]:
    """The first and last of the longest row of links with labels in one form; -1: there is none."""
    best = (-1, -2)
    n = 0
    forms_ = (each.slot.form if labelled_link(each) else "" for each in part.named)
    for form, group in groupby(forms_):
        length = len(list(group))
        if form and length > best[1] - best[0] + 1:
            best = (n, n + length - 1)
        n += length
    return best


def labelled_link(each: Named) -> bool:
    return each.link is not None and each.slot.kind == "link" and "{label}" in each.slot.form


def behind(gap: str, value: str, model: str) -> str:
    """The gap behind a value: no full stop comes twice."""
    twice = value.endswith(".") and gap.startswith(".") and not model.endswith(".")
    return gap[1:] if twice else gap


def fields(part: Part) -> dict[str, str]:
    return {each.slot.name: each.value for each in part.named if each.link is None}


def number_of(case: Case) -> int | None:
    said = case.values.fields.get("number", [""])
    digits = "".join(filter(str.isdigit, said[0]))
    return int(digits) if digits else None
