"""Rows of tables in reStructuredText, whose cells stand beside each other line by line.

A cell of several lines goes on below its neighbours. So that pieces of a row stay in order, what is
on a later line has its place at the end of the first one, but in the last cell.
"""

from __future__ import annotations

from collections.abc import Iterator

from listlint.markdown.nodes import Node


def around(kind: str, children: list[Node]) -> Node:
    """A node that reaches from its first child to its last."""
    start, end = children[0].start, children[-1].end
    return Node(kind, start, end, children, inner=(start, end))


def table_row(text: str, lines: list[list[Node]], after: int) -> Node:
    """A row of these cells; an empty one stands behind the one before it."""
    last = max((n for n, inner in enumerate(lines) if inner), default=0)
    held = [list(_joined(inner)) for inner in lines]
    for inner in filter(None, held[:last]):
        _gathered(text, inner)
    first = next((inner[0].start for inner in held if inner), after)
    start = text.rfind("\n", 0, first) + 1
    start += len(text[start:first]) - len(text[start:first].lstrip(" "))
    cells: list[Node] = []
    for inner in held:
        at = cells[-1].end if cells else start
        cells.append(around("cell", inner) if inner else Node("cell", at, at, inner=(at, at)))
    end = max(start, *(_reach(cell) for cell in lines if cell), cells[-1].end) if cells else start
    line = text.find("\n", end)
    end = len(text) if line < 0 else line
    return Node("row", start, start + len(text[start:end].rstrip()), cells)


def _reach(inner: list[Node]) -> int:
    return max(each.end for each in inner)


def _joined(inner: list[Node]) -> Iterator[Node]:
    """Texts with nothing but a line's end between them are one text, which is wrapped."""
    kept: Node | None = None
    soft: Node | None = None
    for node in inner:
        if kept and node.kind == "break" and not node.level:
            soft = node
        elif kept and soft and node.kind == "text":
            kept.value = f"{kept.value.rstrip()} {node.value.lstrip()}"
            soft = None
        else:
            if soft:
                yield soft
                soft = None
            kept = node if node.kind == "text" else None
            yield node


def _gathered(text: str, inner: list[Node]) -> None:
    """What stands on later lines is put to the end of the first."""
    line = text.find("\n", inner[0].start)
    line = len(text) if line < 0 else line
    end = max((each.end for each in inner if each.end <= line), default=inner[0].end)
    for each in inner:
        for node in each.walk():
            if node.start > line:
                node.start = node.end = end
                node.inner = (end, end) if node.inner else None
                node.dest = None
