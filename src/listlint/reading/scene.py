"""What the parts of belonging share: the items, how each looks, which are no candidates."""

from __future__ import annotations

from listlint.reading.items import Item
from listlint.reading.look import Look, is_contents, look
from listlint.reading.noise import noise_sections


class Scene:
    """One document's items with the facts about each."""

    def __init__(self, items: list[Item]) -> None:
        self.items = items
        self.top = [item for item in items if item.parent is None]
        self.looks: dict[int, Look] = {item.order: look(item) for item in items}
        self.noise = noise_sections(items, self.looks)
        self.contents = is_contents(items, self.looks)
        self._kept: dict[int, bool] = {}

    @property
    def listed(self) -> int:
        """How many bullets and rows look like entries."""
        rows = (self.looks[i.order] for i in self.items if i.kind in ("bullet", "row"))
        return sum(1 for seen in rows if seen.title is not None and seen.out)

    def kept(self, item: Item) -> bool:
        """Whether an item, or one below it, is no line of the contents."""
        known = self._kept.get(item.order)
        if known is None:
            known = item.order not in self.contents or any(self.kept(c) for c in item.children)
            self._kept[item.order] = known
        return known


def substance(seen: Look) -> bool:
    """What makes a title an entry: a link that leads out, a venue, or names and a year."""
    return seen.out > 0 or seen.venue or (seen.names and seen.year)
