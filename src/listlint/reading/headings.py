"""Headings that are papers, told from what stands below most headings of their level."""

from __future__ import annotations

from listlint.reading.items import Item
from listlint.reading.look import Look, looks_prose
from listlint.reading.scene import Scene


class Headings:
    """Which headings of one document are entries."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.looks = scene.looks
        self.content = self._content()
        self.levels = self._levels()

    def is_paper(self, item: Item) -> bool:
        """Whether a heading with its lines is one entry."""
        if item.level not in self.levels or item.section in self.scene.noise:
            return False
        content = self.content[item.order][1]
        seen = self.looks[item.order]
        return (
            (seen.title is not None or seen.fallback)
            and (bool(content) or seen.out > 0)
            and not any(self.holds_entry(c) for c in content if c.kind != "para")
            and not self.lists_links(content)
        )

    def lists_links(self, content: list[Item]) -> bool:
        """Whether most bullets below a heading are names that link out: a list of resources."""
        bullets = [self.looks[c.order] for c in content if c.kind == "bullet"]
        named = [s for s in bullets if s.title is not None and s.title.kind == "link" and s.out]
        return len(named) >= 2 and len(named) * 2 > len(bullets)

    def _content(self) -> dict[int, tuple[Item, list[Item]]]:
        """Every heading with the blocks below it, up to the next heading."""
        found: dict[int, tuple[Item, list[Item]]] = {}
        last: list[Item] | None = None
        for item in self.scene.items:
            if item.kind == "heading":
                last = []
                found[item.order] = (item, last)
            elif last is not None and item.parent is None:
                last.append(item)
        return found

    def _levels(self) -> set[int]:
        """The levels at which headings are papers."""
        fits: dict[int, int] = {}
        misses: dict[int, int] = {}
        for item, content in self.content.values():
            if item.section in self.scene.noise or not (content or self.looks[item.order].out):
                continue
            table = fits if self.fits(item, content) else misses
            table[item.level] = table.get(item.level, 0) + 1
        return {level for level, n in fits.items() if n >= 3 and n >= misses.get(level, 0)}

    def fits(self, item: Item, content: list[Item]) -> bool:
        """Whether a heading with what stands below it reads like one paper."""
        seen = self.looks[item.order]
        if not _may_be_title(seen) or any(self.holds_entry(block) for block in content):
            return False
        if self.lists_links(content):
            return False
        return seen.out > 0 or any(
            self.looks[b.order].out or any(self.looks[c.order].out for c in b.children)
            for b in content
        )

    def holds_entry(self, block: Item) -> bool:
        """Whether an entry of its own stands in a block."""
        if block.kind == "row" or (block.kind in ("bullet", "para") and self.own_entry(block)):
            return True
        if block.kind == "para" and _is_title_alone(block, self.looks[block.order]):
            return True
        if self.looks[block.order].field:
            return False
        return any(self.holds_entry(child) for child in block.children)

    def own_entry(self, item: Item) -> bool:
        """Whether a block could be an entry by itself."""
        seen = self.looks[item.order]
        if seen.title is None or seen.field or not (seen.marked or item.kind == "bullet"):
            return False
        backed = seen.papers > 0 or seen.venue
        backed = backed or any(
            self.looks[c.order].papers or self.looks[c.order].venue for c in item.children
        )
        return backed and not (item.kind == "para" and looks_prose(item, seen))


def _is_title_alone(block: Item, seen: Look) -> bool:
    """A paragraph of one bold title: what stands below it is its own, not the heading's."""
    title = seen.title
    if title is None or title.feature is None or seen.field:
        return False
    return len(block.pieces) == 1 and "b" in title.marks and title.feature.words >= 4


def _may_be_title(seen: Look) -> bool:
    """A heading long enough for a title, or with a venue or a link of its own."""
    if seen.title is None:
        return seen.fallback
    short = seen.title.feature is not None and seen.title.feature.words < 4
    return not short or seen.venue or seen.out > 0
