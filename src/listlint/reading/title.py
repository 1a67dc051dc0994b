"""Which piece of an entry is its title, and the title as read."""

from __future__ import annotations

from listlint.reading.cut import Cut
from listlint.reading.evidence import A, L, T, V, Y
from listlint.reading.look import passes
from listlint.reading.words import QUOTES

_CLOSING = {"[": "]", "「": "」", "《": "》"}


def find_title(pieces: list[Cut], text: str) -> tuple[int, int] | None:
    """The range of the title: the best piece, with a nickname and colon before it."""
    main = [p for p in pieces if p.part == 0 and p.kind != "image" and p.feature is not None]
    best = _best(main, 0.0)
    if best is not None:
        best = _before_labels(main, best)
        best = _lead_link(main, best, text) or best
    else:
        best = _best([p for p in main if passes(p)], -99.0)
        best = best or _best([p for p in pieces if p.part and p.kind != "image"], 0.0)
    if best is None:
        return None
    at = main.index(best) if best in main else -1
    if at > 0 and _is_nickname(main[at - 1], best, text):
        return main[at - 1].start, best.end
    return best.start, best.end


def _is_nickname(left: Cut, best: Cut, text: str) -> bool:
    """Whether a short piece and a colon before the title belong to it: "**BERT**: Pre-training"."""
    quoted = '"' in best.marks or text[best.start : best.start + 1] in QUOTES
    if quoted or best.kind == "link" or left.kind != "text" or left.feature is None:
        return False
    beside = left.line == best.line and left.cell == best.cell
    bracketed = "[" in left.marks or "(" in left.marks
    plain = left.role not in (V, Y, A) and left.field is None and not left.feature.label
    return (
        beside
        and plain
        and not bracketed
        and left.feature.words <= 4
        and _colon(text[left.end : best.start])
    )


def _before_labels(main: list[Cut], best: Cut) -> Cut:
    """A title that stands before the labels wins over a remark behind them."""
    at = main.index(best)
    if best.kind != "text" or best.marks:
        return best
    labels = [n for n, p in enumerate(main[:at]) if p.kind == "link" and p.role == L]
    earlier = [p for p in main[: labels[0]] if p.role == T] if labels else []
    return max(earlier, key=_rank) if earlier else best


def _lead_link(main: list[Cut], best: Cut, text: str) -> Cut | None:
    """A link set first, when what reads like a title is but the description behind it."""
    first = main[0]
    if first.cell == 0 and best.cell > 0 and best.kind == "text" and not best.marks:
        return (
            first
            if first.kind == "link" and passes(first) and not _linked(main, best.cell)
            else None
        )
    if (
        first is best
        or best.marks
        or best.kind != "text"
        or first.line != best.line
        or first.cell != best.cell
    ):
        return None
    gap = text[first.end : best.start]
    if first.kind != "link":
        bold = "b" in first.marks and (" - " in gap or " – " in gap) and first.field is None
        return first if bold and main.index(best) == 1 and text[best.start].islower() else None
    if (
        not passes(first)
        or main.index(best) != 1
        or text[first.start - 2 : first.start].startswith("[")
    ):
        return None
    return first if ":" in gap or " - " in gap or " – " in gap or " — " in gap else None


def _linked(main: list[Cut], cell: int) -> bool:
    """Whether a cell says its own link's label beside the text: then it is no mere description."""
    return any(p.cell == cell and p.kind == "link" and p.feature and p.feature.label for p in main)


def _colon(gap: str) -> bool:
    bare = gap.replace("*", "").replace("_", "").strip()
    return bare in (":", "：")


def _best(pieces: list[Cut], margin: float) -> Cut | None:
    """The piece that reads most like a title; ``margin``: by how much others may win over it."""
    best: Cut | None = None
    for piece in pieces:
        lead = piece.post[T] - max(piece.post[1:])
        if lead < margin or (margin == 0.0 and piece.role != T):
            continue
        if best is None or _rank(piece) > _rank(best):
            best = piece
    return best


def _rank(piece: Cut) -> float:
    return piece.post[T] - 0.15 * piece.line


def strip_title(title: str) -> str:
    """Marks, quotation marks, brackets round the whole and a final full stop taken off."""
    title = title.removeprefix("()").strip(" \t,;:`*_•")
    if len(title) > 2 and title[0] in '"“”' and title[-1] in '"“”':
        title = title[1:-1].strip()
    if (
        len(title) > 2
        and title[0] in "[「《"
        and title[-1] in "]」》"
        and title.find(_CLOSING[title[0]]) == len(title) - 1
    ):
        title = title[1:-1].strip()
    for tail in (". In", ", In", ". in"):
        title = title.removesuffix(tail)
    if title.endswith(".") and not title.endswith(("..", " al.", "etc.")):
        title = title[:-1].rstrip()
    if len(title) > 2 and title[-1] in '"“”' and not any(c in title[:-1] for c in '"“'):
        title = title[:-1]
    return title.strip(" ,;:")
