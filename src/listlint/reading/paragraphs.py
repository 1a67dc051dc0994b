"""Paragraphs that begin entries, stand for headings, or hold an entry a line."""

from __future__ import annotations

from listlint.reading.cut import Cut
from listlint.reading.evidence import V, Y
from listlint.reading.items import Item
from listlint.reading.look import Look, look, looks_part, looks_prose
from listlint.reading.scene import Scene, substance

Style = tuple[bool, bool]  # whether the title is marked, and whether it comes first


class Paragraphs:
    """What the paragraphs of one document are."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.looks = scene.looks
        self.styled: set[Style] = set()
        self.styled = self._styled()
        self.described = self._described()

    def is_banner(self, item: Item) -> bool:
        """A paragraph of nothing but a venue or year: a heading in all but name."""
        pieces = item.pieces
        return bool(pieces) and "b" in pieces[0].marks and all(_states(p) for p in pieces)

    def is_heading(self, item: Item) -> bool:
        """``#Surveys``: a heading before it needed a blank; no link stands in it."""
        first = item.pieces[0] if item.pieces else None
        return first is not None and first.text.startswith("#") and not self.looks[item.order].out

    def starts(self, item: Item, top: list[Item], at: int) -> bool:
        """Whether a paragraph begins an entry."""
        seen = self.looks[item.order]
        if not self.may_start(item, seen) or _style(seen) not in self.styled:
            return False
        return substance(seen) or self.backed(top, at)

    def may_start(self, item: Item, seen: Look) -> bool:
        titled = seen.title is not None or _is_bold_name(item, seen)
        return titled and not seen.field and not looks_prose(item, seen)

    def backed(self, top: list[Item], at: int) -> bool:
        """Whether the blocks behind a paragraph bring what it lacks: a link, names or a venue."""
        for follower in top[at + 1 : at + 4]:
            seen = self.looks[follower.order]
            titled = follower.kind == "para" and seen.title is not None and seen.marked
            if titled or follower.kind == "heading":
                return False
            if looks_part(seen) and (seen.out or seen.venue or seen.names):
                return True
        return False

    def _styled(self) -> set[Style]:
        """The styles of paragraph that begin entries here: one alone is a remark."""
        top = self.scene.top
        counts: dict[Style, int] = {}
        for at, item in enumerate(top):
            seen = self.looks[item.order]
            if item.kind != "para" or item.section in self.scene.noise:
                continue
            if self.may_start(item, seen) and (substance(seen) or self.backed(top, at)):
                style = _style(seen)
                counts[style] = counts.get(style, 0) + 1
        listed = self.scene.listed
        need = 3 if listed < 30 else 3 + listed // 60
        return {style for style, n in counts.items() if n >= need or (listed == 0 and style[0])}

    def _described(self) -> bool:
        """Whether entries here often have a paragraph of words behind them."""
        top = self.scene.top
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
        seen = [look(row) for row in made]
        good = sum(1 for s in seen if s.title is not None and (s.out > 0 or s.venue))
        if good < 2 or good < 0.7 * len(made):
            return []
        self.looks.update((row.order, s) for row, s in zip(made, seen, strict=True))
        return [row for row, s in zip(made, seen, strict=True) if s.title or s.fallback or s.papers]


def _is_bold_name(item: Item, seen: Look) -> bool:
    """A paragraph of one bold name, too short to tell for a title by itself."""
    return seen.fallback and len(item.pieces) == 1 and "b" in item.pieces[0].marks


def _states(piece: Cut) -> bool:
    f = piece.feature
    known = f is not None and (f.reading is not None or f.year is not None)
    return piece.kind == "text" and piece.role in (V, Y) and known


def _style(seen: Look) -> Style:
    if seen.title is None:
        return (True, True)  # a name set alone in bold
    return (seen.marked, seen.title.ordinal == 0)


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
