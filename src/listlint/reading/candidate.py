"""An entry to be: an item with the items that belong to it, under the groups above it."""

from __future__ import annotations

from listlint.reading.items import Item
from listlint.values import NamedTuple


class Candidate(NamedTuple):
    """An entry to be: its first item, its parts, and the group bullets above it."""

    item: Item
    parts: list[Item]
    groups: tuple[Item, ...]
    sure: bool  # False: it stands where entries stand, but lacks what makes one

    def attach(self, item: Item) -> None:
        """An item, with all that stands inside it, becomes part of the entry."""
        self.parts.append(item)
        for child in item.children:
            self.attach(child)


class Taken:
    """The candidates of one document, in the order they were found."""

    def __init__(self) -> None:
        self.candidates: list[Candidate] = []

    def take(self, item: Item, groups: tuple[Item, ...] = (), sure: bool = True) -> Candidate:
        candidate = Candidate(item, [], groups, sure)
        self.candidates.append(candidate)
        return candidate
