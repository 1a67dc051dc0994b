"""Which items are one entry, a part of one, a group, contents, or nothing.

The hardest room of the reading. It sees items with the roles of the first vote and gives
candidates: an item with the items that belong to it, under the groups that stand above it.
"""

from __future__ import annotations

from listlint.reading.candidate import Candidate, Taken
from listlint.reading.headings import Headings
from listlint.reading.items import Item
from listlint.reading.listings import Listings
from listlint.reading.look import looks_part, looks_prose
from listlint.reading.paragraphs import Paragraphs
from listlint.reading.scene import Scene


class Belonging:
    """Decides for one document; one use."""

    def __init__(self, items: list[Item]) -> None:
        self.scene = Scene(items)
        self.looks = self.scene.looks
        self.taken = Taken()
        self.headings = Headings(self.scene)
        self.paragraphs = Paragraphs(self.scene)
        self.listings = Listings(self.scene, self.taken)
        self.banner: tuple[Item, ...] = ()  # a paragraph that only states a venue for what follows

    def run(self) -> list[Candidate]:
        """All candidates of the document."""
        top = self.scene.top
        current: Candidate | None = None
        at = 0
        while at < len(top):
            if top[at].kind in ("bullet", "row"):
                stop = _list_end(top, at)
                current = self.listing(top[at:stop], current)
                at = stop
            else:
                current = self.block(top, at, current)
                at += 1
        return self.taken.candidates

    def block(self, top: list[Item], at: int, current: Candidate | None) -> Candidate | None:
        """A heading, a paragraph or code at the top level; gives what later blocks belong to."""
        item = top[at]
        if item.kind == "heading":
            self.banner = ()
            return self.taken.take(item) if self.headings.is_paper(item) else None
        if item.kind == "code" and current and current.item.kind == "heading":
            return current
        if item.kind != "para" or item.section in self.scene.noise:
            return None
        if item.order in self.scene.contents:
            return None
        return self.paragraph(top, at, current)

    def paragraph(self, top: list[Item], at: int, current: Candidate | None) -> Candidate | None:
        item = top[at]
        if self.paragraphs.is_heading(item):
            return None
        if self.paragraphs.is_banner(item):
            self.banner = (item,)
            return None
        lines = self.paragraphs.lines(item)
        for line in lines:
            self.taken.take(line)
        if lines:
            return None
        in_heading = current is not None and current.item.kind == "heading"
        if not in_heading and self.paragraphs.starts(item, top, at):
            return self.taken.take(item)
        return self.follow(item, current) if current else None

    def follow(self, item: Item, current: Candidate) -> Candidate | None:
        """A paragraph behind an entry: a part of it, or the end of it."""
        seen = self.looks[item.order]
        prose = looks_prose(item, seen)
        if current.item.kind not in ("heading", "para"):
            if (seen.names or seen.venue or seen.out) and looks_part(seen) and not prose:
                current.parts.append(item)
            return None
        if current.item.kind == "para" and prose and not self.paragraphs.described:
            return None
        if item.pieces:
            current.parts.append(item)
        return current

    def listing(self, rows: list[Item], current: Candidate | None) -> Candidate | None:
        """A whole list or table at the top level."""
        rows = [row for row in rows if self.scene.kept(row)]
        if not rows or rows[0].section in self.scene.noise:
            return None
        if rows[0].kind == "row":
            self.listings.table(rows, self.banner)
            return None
        if current and current.item.kind in ("heading", "para") and self.all_parts(rows):
            for row in rows:
                current.attach(row)
            return current
        last: Candidate | None = None
        for row in rows:
            last = self.listings.bullet(row, self.banner, rows) or last
        return last

    def all_parts(self, rows: list[Item]) -> bool:
        """Whether a list below a title is made of its parts, not of entries."""
        own = self.headings.own_entry
        parts = sum(1 for row in rows if not own(row) or looks_part(self.looks[row.order]))
        return parts * 2 > len(rows)


def _list_end(top: list[Item], at: int) -> int:
    """Where the list or table that begins at ``at`` ends."""
    stop = at
    while stop < len(top) and (top[stop].group, top[stop].kind) == (top[at].group, top[at].kind):
        stop += 1
    return stop
