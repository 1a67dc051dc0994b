"""Which items are one entry, a part of one, a group, contents, or nothing.

The hardest room of the reading. It sees items with the roles of the first vote and gives
candidates: an item with the items that belong to it, under the groups that stand above it.
"""

from __future__ import annotations

from typing import NamedTuple

from listlint.reading.evidence import A, L, T, V, Y
from listlint.reading.items import Item
from listlint.reading.look import Look, is_contents, is_contents_heading, is_noise, look, looks_part, looks_prose
from listlint.reading.pieces import Cut


class Candidate(NamedTuple):
    """An entry to be: its first item, its parts, and the group bullets above it."""

    item: Item
    parts: list[Item]
    groups: tuple[Item, ...]
    sure: bool  # False: it stands where entries stand, but lacks what makes one


class Belonging:
    """Decides for one document; one use."""

    def __init__(self, items: list[Item], text: str) -> None:
        self.items = items
        self.text = text
        self.looks: dict[int, Look] = {item.order: look(item) for item in items}
        self.noise = _noise_sections(items, self.looks)
        self.contents = is_contents(items, self.looks)
        self.paper_levels = self._paper_levels()
        self.styled = self._styled_paragraphs()
        self.described = self._described()
        self.out: list[Candidate] = []
        self.banner: tuple[Item, ...] = ()  # a paragraph that only states a venue, over the lists below it

    def run(self) -> list[Candidate]:
        top = [item for item in self.items if item.parent is None]
        current: Candidate | None = None
        at = 0
        while at < len(top):
            item = top[at]
            if item.kind == "bullet" or item.kind == "row":
                stop = at
                while stop < len(top) and top[stop].group == item.group and top[stop].kind == item.kind:
                    stop += 1
                current = self.listing(top[at:stop], current)
                at = stop
                continue
            current = self.block(item, top, at, current)
            at += 1
        return self.out

    # -- blocks -----------------------------------------------------------------

    def block(self, item: Item, top: list[Item], at: int, current: Candidate | None) -> Candidate | None:
        """A heading, a paragraph or code at the top level; gives what later blocks belong to."""
        if item.kind == "heading":
            self.banner = ()
            return self.take(item, ()) if self.is_paper_heading(item) else None
        if item.kind != "para" or item.section in self.noise or item.order in self.contents:
            return current if item.kind == "code" and current and current.item.kind == "heading" else None
        if self.is_banner(item):
            self.banner = (item,)
            return None
        lines = self.lines(item)
        if lines:
            for line in lines:
                self.take(line, ())
            return None
        if not (current and current.item.kind == "heading") and self.starts(item, top, at):
            return self.take(item, ())
        seen = self.looks[item.order]
        if current and current.item.kind in ("heading", "para"):
            if not item.pieces:
                return current
            if current.item.kind == "para" and not self.described and looks_prose(item, seen):
                return None
            current.parts.append(item)
            return current
        if current and (seen.names or seen.venue or seen.out) and looks_part(seen) and not looks_prose(item, seen):
            current.parts.append(item)
        return None

    def is_banner(self, item: Item) -> bool:
        """A paragraph of nothing but a venue or year: a heading in all but name."""
        return bool(item.pieces) and all(
            p.kind == "text" and p.role in (V, Y) and p.feature is not None and (p.feature.reading or p.feature.year)
            for p in item.pieces
        ) and "b" in item.pieces[0].marks

    def take(self, item: Item, groups: tuple[Item, ...], sure: bool = True) -> Candidate:
        candidate = Candidate(item, [], groups, sure)
        self.out.append(candidate)
        return candidate

    def starts(self, item: Item, top: list[Item], at: int) -> bool:
        """Whether a paragraph begins an entry."""
        seen = self.looks[item.order]
        if seen.title is None or seen.field or looks_prose(item, seen) or _style(item, seen) not in self.styled:
            return False
        return _substance(seen) or self.backed(top, at)

    def backed(self, top: list[Item], at: int) -> bool:
        """Whether the blocks behind a paragraph bring what it lacks: a link, names or a venue."""
        for follower in top[at + 1 : at + 4]:
            seen = self.looks[follower.order]
            if follower.kind == "heading" or (follower.kind == "para" and seen.title and seen.marked):
                return False
            if looks_part(seen) and (seen.out or seen.venue or seen.names):
                return True
        return False

    def _styled_paragraphs(self) -> set[tuple[bool, bool]]:
        """The styles of paragraph that begin entries here: one alone is a remark."""
        top = [item for item in self.items if item.parent is None]
        counts: dict[tuple[bool, bool], int] = {}
        for at, item in enumerate(top):
            seen = self.looks[item.order]
            if item.kind != "para" or seen.title is None or seen.field or item.section in self.noise:
                continue
            if not looks_prose(item, seen) and (_substance(seen) or self.backed(top, at)):
                style = _style(item, seen)
                counts[style] = counts.get(style, 0) + 1
        listed = sum(
            1 for i in self.items if i.kind in ("bullet", "row") and self.looks[i.order].title and self.looks[i.order].out
        )
        need = 3 if listed < 30 else 3 + listed // 60
        return {style for style, n in counts.items() if n >= need or (listed == 0 and style[0])}

    def _described(self) -> bool:
        """Whether entries here often have a paragraph of words behind them."""
        top = [item for item in self.items if item.parent is None]
        begun = told = 0
        for at, item in enumerate(top[:-1]):
            if item.kind == "para" and self.starts(item, top, at):
                begun += 1
                told += top[at + 1].kind == "para" and not self.starts(top[at + 1], top, at + 1)
        return begun >= 5 and told * 3 > begun

    def lines(self, item: Item) -> list[Item]:
        """A paragraph whose every line is an entry, as one item a line; [] for any other."""
        rows: dict[int, list[Cut]] = {}
        for piece in item.pieces:
            rows.setdefault(piece.line, []).append(piece)
        if len(rows) < 2:
            return []
        made = [_line_item(item, line, pieces) for line, pieces in rows.items()]
        good = 0
        for row in made:
            seen = look(row)
            good += seen.title is not None and (seen.out > 0 or seen.venue) and seen.title.ordinal >= 0
        if good < 2 or good < 0.7 * len(made):
            return []
        for row in made:
            self.looks[row.order] = look(row)
        return [row for row in made if self.looks[row.order].title is not None]

    # -- headings -----------------------------------------------------------------

    def _paper_levels(self) -> set[int]:
        """The levels at which headings are papers, by what stands below most of them."""
        fits: dict[int, int] = {}
        misses: dict[int, int] = {}
        for item, content in self.heading_contents():
            if item.section in self.noise or not (content or self.looks[item.order].out):
                continue
            table = fits if self.heading_fits(item, content) else misses
            table[item.level] = table.get(item.level, 0) + 1
        return {level for level, n in fits.items() if n >= 3 and n >= misses.get(level, 0)}

    def heading_contents(self) -> list[tuple[Item, list[Item]]]:
        found: list[tuple[Item, list[Item]]] = []
        for item in self.items:
            if item.kind == "heading":
                found.append((item, []))
            elif found and item.parent is None:
                found[-1][1].append(item)
        self.content_of = {item.order: content for item, content in found}
        return found

    def heading_fits(self, item: Item, content: list[Item]) -> bool:
        """Whether a heading with what stands below it reads like one paper."""
        seen = self.looks[item.order]
        if (seen.title is None and not seen.fallback) or (seen.title and not seen.venue and seen.title.feature is not None and seen.title.feature.words < 4 and not seen.out):
            return False
        linked = seen.out > 0
        for block in content:
            below = self.looks[block.order]
            if self.holds_entry(block):
                return False
            linked = linked or below.out > 0 or any(self.looks[c.order].out for c in block.children)
        return linked

    def holds_entry(self, block: Item) -> bool:
        """Whether an entry of its own stands in a block."""
        if block.kind == "row" or (block.kind in ("bullet", "para") and self.own_entry(block)):
            return True
        if self.looks[block.order].field:
            return False
        return any(self.holds_entry(child) for child in block.children)

    def own_entry(self, item: Item) -> bool:
        seen = self.looks[item.order]
        return (
            seen.title is not None
            and (
                seen.papers > 0
                or seen.venue
                or any(self.looks[c.order].papers or self.looks[c.order].venue for c in item.children)
            )
            and not seen.field
            and not (item.kind == "para" and looks_prose(item, seen))
            and (seen.marked or item.kind == "bullet")
        )

    def is_paper_heading(self, item: Item) -> bool:
        if item.level not in self.paper_levels or item.section in self.noise:
            return False
        content = self.content_of[item.order]
        seen = self.looks[item.order]
        return (seen.title is not None or seen.fallback) and (bool(content) or seen.out > 0) and not any(
            self.holds_entry(c) for c in content if c.kind != "para"
        )

    # -- bullets and rows -----------------------------------------------------------

    def listing(self, rows: list[Item], current: Candidate | None) -> Candidate | None:
        """A whole list or table at the top level."""
        rows = [row for row in rows if self.kept(row)]
        if not rows or rows[0].section in self.noise:
            return None
        if rows[0].kind == "row":
            self.table(rows)
            return None
        if current and current.item.kind in ("heading", "para") and self.all_parts(rows):
            for row in rows:
                self.attach(current, row)
            return current
        last: Candidate | None = None
        for row in rows:
            last = self.bullet(row, self.banner, rows) or last
        return last

    def kept(self, item: Item) -> bool:
        """Whether an item, or one below it, is no line of the contents."""
        return item.order not in self.contents or any(self.kept(child) for child in item.children)

    def all_parts(self, rows: list[Item]) -> bool:
        """Whether a list below a title is made of its parts, not of entries."""
        parts = sum(1 for row in rows if not self.own_entry(row) or looks_part(self.looks[row.order]))
        return parts * 2 > len(rows)

    def attach(self, candidate: Candidate, item: Item) -> None:
        candidate.parts.append(item)
        for child in item.children:
            self.attach(candidate, child)

    def bullet(self, item: Item, groups: tuple[Item, ...], siblings: list[Item]) -> Candidate | None:
        if not self.kept(item):
            return None
        kids = [child for child in item.children if child.kind == "bullet"]
        rows = [child for child in item.children if child.kind == "row"]
        if rows or item.order in self.contents or self.is_group(item, kids):
            return self.group(item, groups, kids, rows)
        if not self.is_entry(item, siblings):
            self.miss(item, groups, siblings)
            return None
        candidate = self.take(item, groups)
        for child in item.children:
            self.attach(candidate, child)
        return candidate

    def group(self, item: Item, groups: tuple[Item, ...], kids: list[Item], rows: list[Item]) -> Candidate | None:
        """A bullet whose children are entries; it may be one itself."""
        seen = self.looks[item.order]
        if seen.title is not None and seen.papers > 0 and not looks_prose(item, seen):
            self.take(item, groups)
        inner = (*groups, item)
        last: Candidate | None = None
        for child in item.children:
            if child.kind == "bullet":
                last = self.bullet(child, inner, kids) or last
            elif child.kind == "para" and last:
                last.parts.append(child)
        if rows:
            self.table(rows)
        return last

    def is_group(self, item: Item, kids: list[Item]) -> bool:
        """Whether the bullets below an item are entries of their own."""
        if not kids:
            return False
        seen = self.looks[item.order]
        own = [kid for kid in kids if self.kid_entry(kid)]
        if len(own) * 2 < len(kids) and not any(self.is_group(k, [c for c in k.children if c.kind == "bullet"]) for k in kids[:3]):
            return False
        if seen.title is not None and seen.out > 0:
            return sum(1 for kid in own if self.looks[kid.order].papers) * 2 >= len(kids) and not self.same_paper(item, own)
        return True

    def same_paper(self, item: Item, kids: list[Item]) -> bool:
        """Whether the children only link what the parent is about: labels, no titles of papers."""
        return all(
            (t := self.looks[kid.order].title) is None or t.feature is None or t.feature.words < 4 for kid in kids
        )

    def kid_entry(self, kid: Item) -> bool:
        seen = self.looks[kid.order]
        if looks_part(seen):
            return bool(kid.children) and self.is_group(kid, [c for c in kid.children if c.kind == "bullet"])
        return seen.title is not None and _substance(seen)

    def is_entry(self, item: Item, siblings: list[Item]) -> bool:
        seen = self.looks[item.order]
        if seen.anchors and not seen.out:
            return False
        if seen.title is None and not seen.fallback:
            return False
        if looks_prose(item, seen) and not (seen.title and seen.title.kind == "link" and seen.papers):
            return False
        if _substance(seen) or any(
            self.looks[c.order].out or self.looks[c.order].venue for c in item.children if c.kind != "code"
        ):
            return True
        good = sum(1 for s in siblings if self.looks[s.order].title and self.backed_bullet(s))
        return seen.title is not None and good * 2 > len(siblings) and not seen.field

    def backed_bullet(self, item: Item) -> bool:
        """Whether a bullet, or what stands inside it, has what makes an entry."""
        return _substance(self.looks[item.order]) or any(_substance(self.looks[c.order]) for c in item.children)

    def miss(self, item: Item, groups: tuple[Item, ...], siblings: list[Item]) -> None:
        """A bullet that stands among entries, links out, and can't be read as one."""
        seen = self.looks[item.order]
        if not seen.out or looks_prose(item, seen):
            return
        good = sum(1 for s in siblings if self.looks[s.order].title and _substance(self.looks[s.order]))
        if good * 2 > len(siblings):
            self.take(item, groups, sure=False)

    def table(self, rows: list[Item]) -> None:
        """The rows of one table, if it lists papers at all."""
        seen = [self.looks[row.order] for row in rows]
        linked = sum(1 for s in seen if s.title is not None and (s.out or s.venue))
        if linked * 10 < len(rows) * 3:
            papers = [row for row, its in zip(rows, seen, strict=True) if its.papers]
            for row in papers if len(papers) >= 3 else ():
                self.take(row, (), sure=False)
            return
        for row, its in zip(rows, seen, strict=True):
            if its.title is not None and (_substance(its) or linked * 10 > len(rows) * 6):
                self.take(row, ())
            elif its.out or its.venue:
                self.take(row, (), sure=its.fallback)


def _substance(seen: Look) -> bool:
    """What makes a title an entry: a link that leads out, a venue, a year or names."""
    return seen.out > 0 or seen.venue or (seen.names and seen.year)


def _style(item: Item, seen: Look) -> tuple[bool, bool]:
    return (seen.marked, seen.title is not None and seen.title.ordinal == 0)


def _line_item(item: Item, line: int, pieces: list[Cut]) -> Item:
    made = Item("para", item.node, [], item.section)
    made.order = -(item.order * 1000 + line + 1)
    made.start, made.end = pieces[0].start, pieces[-1].end
    for piece in pieces:
        if piece.node is not None:
            made.end = max(made.end, piece.node.end)
            made.start = min(made.start, piece.node.start)
    made.pieces = pieces
    return made


def _noise_sections(items: list[Item], looks: dict[int, Look]) -> set[int]:
    """Sections under headings such as News or Citation; those below them unless they list papers."""
    papers: dict[int, int] = {}
    for item in items:
        if item.kind != "heading" and looks[item.order].title is not None and looks[item.order].papers:
            papers[item.section] = papers.get(item.section, 0) + 1
    noise: set[int] = set()
    level = 0
    for item in items:
        if item.kind != "heading":
            continue
        if level and item.level > level:
            if papers.get(item.section, 0) < 4:
                noise.add(item.section)
        elif is_noise(item):
            noise.add(item.section)
            level = 0 if is_contents_heading(item) else item.level
        else:
            level = 0
    return noise


__all__ = ["A", "Belonging", "Candidate", "L", "T", "V", "Y"]
