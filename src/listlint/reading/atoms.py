"""Inline nodes laid flat: runs of text under the same marks, links, images; each with its line.

No text is cut here.
"""

from __future__ import annotations

from listlint.markdown.nodes import Node
from listlint.values import NamedTuple

MARK = {"strong": "b", "em": "i", "code": "`", "strike": "~"}
UNDERLINED = frozenset({"ins", "u", "mark"})  # set apart as by emphasis
DROPPED = frozenset({"sup", "sub"})


class Atom(NamedTuple):
    """A run of text under the same marks, a link, or an image."""

    kind: str  # text, link, image
    start: int
    end: int
    marks: str
    line: int
    node: Node | None


def atoms(nodes: list[Node], text: str) -> list[Atom]:
    """Inline nodes laid flat; ``line`` counts breaks."""
    out: list[Atom] = []
    _flatten(nodes, "", 0, out, text)
    return out


def _flatten(nodes: list[Node], marks: str, line: int, out: list[Atom], text: str) -> int:
    for node in nodes:
        kind = node.kind
        if kind == "text":
            out.append(Atom("text", node.start, node.end, marks, line, None))
        elif kind == "link":
            out.append(Atom("link", node.start, node.end, marks, line, node))
        elif kind == "image":
            out.append(Atom("image", node.start, node.end, marks, line, node))
        elif kind == "break":
            line += 1
        elif kind == "code":
            out.append(Atom("text", *_code_inner(node), marks + "`", line, None))
        elif kind == "element" and node.name in DROPPED and is_footnote(node, text):
            continue
        elif node.children:
            mark = "i" if node.name in UNDERLINED else MARK.get(kind, "")
            line = _flatten(node.children, marks + mark, line, out, text)
    return line


def _code_inner(node: Node) -> tuple[int, int]:
    ticks = max((node.end - node.start - len(node.value)) // 2, 0)
    return node.start + ticks, node.end - ticks


def is_footnote(node: Node, text: str) -> bool:
    """A footnote sign: digits, letters of one sign, stars; M<sup>3</sup>IT has none."""
    if text[node.start - 1 : node.start].isalnum() and text[node.end : node.end + 1].isalnum():
        return False
    inside = "".join(n.value for n in node.walk() if n.kind == "text")
    return len(inside) <= 12 and not any(len(w) > 2 and w.isalpha() for w in inside.split(","))


def link_text(node: Node, text: str = "") -> tuple[str, str, int]:
    """A link's label as read, the marks inside it, and how many images it holds."""
    out: list[str] = []
    marks = ""
    images = 0
    alts: list[str] = []
    stack = list(reversed(node.children))
    while stack:
        child = stack.pop()
        kind = child.kind
        if kind in ("text", "code"):
            out.append(child.value)
        elif kind == "image":
            images += 1
            alts.append(child.value)
        elif kind == "break":
            out.append(" ")
        elif kind == "element" and child.name in DROPPED and is_footnote(child, text):
            continue
        if kind in MARK and kind != "code":
            marks += MARK[kind]
        if child.children:
            stack.extend(reversed(child.children))
    label = "".join(out).strip()
    if not label and alts:
        label = " ".join(a for a in alts if a).strip()
    return label, marks, images
