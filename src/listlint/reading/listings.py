"""Bullets and rows: which are entries, which only group others, which are parts of one."""

from __future__ import annotations

from listlint.reading.candidate import Candidate, Taken
from listlint.reading.items import Item
from listlint.reading.look import Look, looks_part, looks_prose
from listlint.reading.scene import Scene, substance


class Listings:
    """Decides for the lists and tables of one document; what it takes goes to ``taken``."""

    def __init__(self, scene: Scene, taken: Taken) -> None:
        self.scene = scene
        self.looks = scene.looks
        self.taken = taken
        self._groups: dict[int, bool] = {}
        self._majority: dict[tuple[int, bool], bool] = {}

    def bullet(
        self, item: Item, groups: tuple[Item, ...], siblings: list[Item]
    ) -> Candidate | None:
        """Takes a bullet with its children, or its children as entries of their own."""
        if not self.scene.kept(item):
            return None
        rows = [child for child in item.children if child.kind == "row"]
        if rows or item.order in self.scene.contents or self.is_group(item):
            return self.group(item, groups, rows)
        if not self.is_entry(item, siblings):
            self.miss(item, groups, siblings)
            return None
        candidate = self.taken.take(item, groups)
        for child in item.children:
            candidate.attach(child)
        return candidate

    def group(self, item: Item, groups: tuple[Item, ...], rows: list[Item]) -> Candidate | None:
        """A bullet whose children are entries; it may be one itself."""
        seen = self.looks[item.order]
        if seen.title is not None and seen.papers > 0 and not looks_prose(item, seen):
            self.taken.take(own_line(item), groups)
        inner = (*groups, item)
        kids = _bullets(item)
        last: Candidate | None = None
        for child in item.children:
            if child.kind == "bullet":
                last = self.bullet(child, inner, kids) or last
            elif child.kind == "para" and last:
                last.parts.append(child)
        if rows:
            self.table(rows, inner)
        return last

    def is_group(self, item: Item) -> bool:
        """Whether the bullets below an item are entries of their own."""
        known = self._groups.get(item.order)
        if known is None:
            known = self._groups[item.order] = self._is_group(item, _bullets(item))
        return known

    def _is_group(self, item: Item, kids: list[Item]) -> bool:
        own = [kid for kid in kids if self.kid_entry(kid)]
        if len(own) * 2 < len(kids) and not any(self.is_group(kid) for kid in kids[:3]):
            return False
        seen = self.looks[item.order]
        if seen.title is None or not seen.out or not kids:
            return bool(kids)
        papers = sum(1 for kid in own if self.looks[kid.order].papers)
        return papers * 2 >= len(kids) and not self.same_paper(own)

    def same_paper(self, kids: list[Item]) -> bool:
        """Whether the children only link what the parent is about: labels, no titles of papers."""
        titles = (self.looks[kid.order].title for kid in kids)
        return all(t is None or t.feature is None or t.feature.words < 4 for t in titles)

    def kid_entry(self, kid: Item) -> bool:
        seen = self.looks[kid.order]
        if looks_part(seen):
            return bool(kid.children) and self.is_group(kid)
        return substance(seen)

    def is_entry(self, item: Item, siblings: list[Item]) -> bool:
        """Whether a bullet is an entry: a title with substance, or one like its siblings."""
        seen = self.looks[item.order]
        if (seen.anchors and not seen.out) or (seen.title is None and not seen.fallback):
            return False
        leads = seen.title is not None and (seen.title.kind == "link" or seen.title.first)
        if looks_prose(item, seen) and not (leads and seen.papers > 0):
            return False
        if substance(seen) or self.backed_by_children(item):
            return True
        return seen.title is not None and not seen.field and self.most(siblings, children=True)

    def backed_by_children(self, item: Item) -> bool:
        below = (self.looks[c.order] for c in item.children if c.kind != "code")
        return any(seen.out or seen.venue for seen in below)

    def most(self, siblings: list[Item], children: bool) -> bool:
        """Whether most items of a list are entries; asked once a list."""
        asked = (id(siblings), children)
        known = self._majority.get(asked)
        if known is None:
            good = sum(1 for s in siblings if self._good(s, children))
            known = self._majority[asked] = good * 2 > len(siblings)
        return known

    def _good(self, item: Item, children: bool) -> bool:
        seen = self.looks[item.order]
        if seen.title is None:
            return False
        return substance(seen) or (
            children and any(substance(self.looks[c.order]) for c in item.children)
        )

    def miss(self, item: Item, groups: tuple[Item, ...], siblings: list[Item]) -> None:
        """A bullet that stands among entries, links out, and can't be read as one."""
        seen = self.looks[item.order]
        wanted = seen.papers > 0 or (seen.out > 0 and self.most(siblings, children=False))
        if wanted and not looks_prose(item, seen):
            self.taken.take(item, groups, sure=False)

    def table(self, rows: list[Item], groups: tuple[Item, ...] = ()) -> None:
        """The rows of one table, if it lists papers at all."""
        seen = [self.looks[row.order] for row in rows]
        linked = sum(1 for s in seen if s.title is not None and (s.out or s.venue))
        if linked * 10 < len(rows) * 3:
            self.untitled(rows)
            return
        mostly = linked * 10 > len(rows) * 6
        for row, its in zip(rows, seen, strict=True):
            if _names_many(row, its):
                self.taken.take(row, groups, sure=False)
            elif its.title is not None and (substance(its) or mostly):
                self.taken.take(row, groups)
            elif its.out or its.venue:
                self.taken.take(row, groups, sure=its.fallback)

    def untitled(self, rows: list[Item]) -> None:
        """A table that links papers but says no titles: its rows are counted as not understood."""
        papers = [row for row in rows if self.looks[row.order].papers]
        for row in papers if len(papers) >= 3 else ():
            self.taken.take(row, (), sure=False)


def _names_many(row: Item, its: Look) -> bool:
    """A row of several things by name ("| Bias | [One](…), [Two](…) |") is no single entry."""
    if its.title is not None and its.title.kind == "link":
        return False
    named = [
        p
        for p in row.pieces
        if p.kind == "link" and p.feature is not None and not p.feature.label and "!" not in p.marks
    ]
    return its.papers > 0 and len({p.node.url for p in named if p.node is not None}) >= 2


def own_line(item: Item) -> Item:
    """A bullet without the entries that stand inside it."""
    made = Item(item.kind, item.node, item.fields, item.section)
    made.order, made.start, made.depth, made.pieces = (
        item.order,
        item.start,
        item.depth,
        item.pieces,
    )
    nodes = [field[-1].end for field in item.fields if field]
    made.end = max(nodes, default=item.end)
    return made


def _bullets(item: Item) -> list[Item]:
    return [child for child in item.children if child.kind == "bullet"]
