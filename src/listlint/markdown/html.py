"""Blocks of HTML as nodes: what the tolerant reading of a browser finds in them, in short.

End tags may be missing where HTML lets them, attributes stand without quotation marks, tables
without ``tbody``. What stays without its other half is a ``tag``.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from listlint.markdown.nodes import Node
from listlint.markdown.spans import Segments
from listlint.markdown.tags import Pairs, Tag, comment_of, node_of, own_place, read_tag, unescaped

KINDS = {
    "table": "table",
    "tr": "row",
    "td": "cell",
    "th": "cell",
    "li": "item",
    "pre": "codeblock",
}
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
WRAPPERS = frozenset(("thead", "tbody", "tfoot"))  # rows stand in the table itself
RAW = frozenset(("script", "style", "textarea"))  # what stands in them isn't read
STRUCTURE = frozenset(("table", "row", "list"))  # blanks between their parts mean nothing
INLINE = frozenset(("text", "link", "image", "code", "strong", "em", "strike", "break"))
INLINE_ELEMENTS = frozenset(
    (
        "a",
        "abbr",
        "big",
        "cite",
        "code",
        "dfn",
        "font",
        "ins",
        "kbd",
        "mark",
        "q",
        "samp",
        "small",
        "span",
        "sub",
        "sup",
        "tt",
        "u",
        "var",
    )
)
Part = Tag | tuple[int, int] | Node  # a tag, a stretch of text, a comment


def html_nodes(src: str, segments: Segments | None) -> list[Node]:
    """The nodes of a block's content ``src``."""
    parts = list(_parts(src))
    pairs = Pairs()
    for number, part in enumerate(parts):
        if isinstance(part, Tag):
            pairs.add(number, part, lenient=True)
    builder = _Builder(src, pairs)
    for number, part in enumerate(parts):
        builder.take(number, part)
    if segments is not None:
        segments.move(builder.root.children)
    return builder.root.children


def _parts(src: str) -> Iterator[Part]:
    """Tags, comments and the text between them."""
    done = pos = 0
    while (pos := src.find("<", pos)) >= 0:
        part = _part(src, pos)
        if part is None:
            pos += 1
            continue
        if pos > done:
            yield done, pos
        yield part
        done = pos = part.end
        if isinstance(part, Tag) and part.name in RAW and not part.closing:
            pos = _end_of_raw(src, part.name, pos)
            done = pos
    if done < len(src):
        yield done, len(src)


def _part(src: str, pos: int) -> Tag | Node | None:
    if src.startswith("<!--", pos):
        end = src.find("-->", pos + 4) + 3
        return comment_of(src, pos, end if end > 2 else len(src.rstrip()), 0)
    if src.startswith(("<!", "<?"), pos):
        end = src.find(">", pos) + 1
        return comment_of(src, pos, end or len(src.rstrip()), 0)
    return read_tag(src, pos, len(src))


def _end_of_raw(src: str, name: str, pos: int) -> int:
    end = _raw_end().search(src, pos)
    return end.start() if end else len(src)


@functools.cache
def _raw_end() -> re.Pattern[str]:
    return re.compile(r"</(?:script|style|textarea)\b", re.IGNORECASE)


@functools.cache
def _any_tag() -> re.Pattern[str]:
    return re.compile(r"<[^<>]*+>")


class _Builder:
    """Puts parts into nodes, in the order of the text."""

    def __init__(self, src: str, pairs: Pairs) -> None:
        self.src, self.pairs = src, pairs
        self.root = Node("html", 0, len(src))
        self.node = self.root  # what the next part stands in
        self.stack: list[tuple[Node, int, int]] = []  # outer node, number of start tag and of end
        self.in_head = False
        self.in_heading = False  # every blank in it counts for its anchor
        self.gap: int | None = None  # where the line ended after which more may follow

    def take(self, number: int, part: Part) -> None:
        while self.stack and self.stack[-1][2] == number:
            assert isinstance(part, Tag)
            self.close(part, self.pairs.starts.get(number) == self.stack[-1][1])
        if isinstance(part, Tag):
            if number in self.pairs.ends:
                self.open(number, part)
            elif number not in self.pairs.starts:
                self.add(node_of(self.src, part, 0, paired=False))
        elif isinstance(part, Node):
            self.node.children.append(part)
        else:
            self.text(*part)

    def open(self, number: int, tag: Tag) -> None:
        self.stack.append((self.node, number, self.pairs.ends[number]))
        if tag.name in WRAPPERS:
            self.in_head = tag.name == "thead"
            return
        node = self.block_of(tag) or node_of(self.src, tag, 0, paired=True)
        node.inner = (tag.end, tag.end)
        self.add(node)
        self.node = node

    def block_of(self, tag: Tag) -> Node | None:
        name = tag.name
        if name in HEADINGS:
            kind, level = "heading", int(name[1])
        elif name in ("ul", "ol"):
            kind, level = "list", int(name == "ol")
        elif name in KINDS:
            kind, level = KINDS[name], 0
        else:
            return None
        self.in_heading = self.in_heading or kind == "heading"
        return Node(
            kind, tag.start, tag.end, name=name, level=level, value=own_place(self.src, tag)
        )

    def close(self, tag: Tag, explicit: bool) -> None:
        """The innermost element ends with its end tag, or where ``tag`` makes it end."""
        node, (self.node, _, _) = self.node, self.stack.pop()
        if node is self.node:  # a wrapper
            self.in_head = False
            return
        end = tag.start
        if not explicit:
            end = node.start + len(self.src[node.start : end].rstrip())
        node.inner = ((node.inner or (end,))[0], end)
        node.end = tag.end if explicit else end
        if not _is_inline(node):
            self.gap = None
        if node.kind == "row":
            cells = [cell.name for cell in node.children if cell.kind == "cell"]
            node.level = int(not (self.in_head or (cells and set(cells) == {"th"})))
        elif node.kind == "heading":
            self.in_heading = False
        elif node.kind == "codeblock":
            node.children = []
            node.value = unescaped(_any_tag().sub("", self.src[slice(*node.inner)]))

    def add(self, node: Node) -> None:
        if _is_inline(node):
            self.fill_gap()
        else:
            self.gap = None
        self.node.children.append(node)

    def fill_gap(self) -> None:
        """Between two pieces of one run of text, a line's end is a soft break."""
        if self.gap is not None and self.follows_inline():
            end = self.src.index("\n", self.gap) + 1
            self.node.children.append(Node("break", self.gap, end))
        self.gap = None

    def follows_inline(self) -> bool:
        children = self.node.children
        return bool(children) and _is_inline(children[-1]) and children[-1].kind != "break"

    def text(self, start: int, end: int) -> None:
        """Lines of text without the blanks around them."""
        if self.node.kind in STRUCTURE and not self.src[start:end].strip():
            return
        lines = self.src[start:end].split("\n")
        for number, line in enumerate(lines):
            text = line
            if not self.in_heading:
                if number > 0 or not (self.follows_inline() or _is_inline(self.node)):
                    text = text.lstrip()
                if number < len(lines) - 1:
                    text = text.rstrip()
            if text:
                place = start + line.index(text)
                self.fill_gap()
                node = Node("text", place, place + len(text), value=unescaped(text))
                self.node.children.append(node)
            if number < len(lines) - 1 and self.gap is None:
                self.gap = start + len(line.rstrip())
            start += len(line) + 1


def _is_inline(node: Node) -> bool:
    if node.kind in ("element", "tag"):
        return node.name.removeprefix("/") in INLINE_ELEMENTS
    return node.kind in INLINE
