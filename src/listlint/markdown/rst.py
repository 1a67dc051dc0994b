"""reStructuredText to the nodes of Markdown, so that all that follows sees one kind of list.

docutils does the reading; nothing that the text names is opened, run or fetched. Places are as
exact as they can be: what docutils makes up itself has the place of what it was made from.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any

from docutils import nodes
from docutils.frontend import get_default_settings
from docutils.parsers.rst import Parser, roles
from docutils.utils import Reporter, new_document

from listlint.markdown.nodes import Document, Node
from listlint.markdown.rst_inline import Lines, PlacingInliner
from listlint.markdown.rst_links import Targets, inlines
from listlint.markdown.rst_tables import around, table_row

LARGEST = 1024 * 1024
FAR = 65_536  # characters that are looked through for a block without a place
ODD_ENDS = dict.fromkeys(map(ord, "\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"), " ")  # no ends of lines
SETTINGS = {
    "report_level": Reporter.SEVERE_LEVEL + 1,
    "halt_level": Reporter.SEVERE_LEVEL + 1,
    "warning_stream": False,
    "file_insertion_enabled": False,
    "raw_enabled": False,
    "pep_references": None,
    "rfc_references": None,
    "syntax_highlight": "none",
    "line_length_limit": LARGEST,
}


def document(text: str) -> Document:
    """The nodes of ``text``."""
    lines = Lines(text)
    try:
        tree = _parsed(text.translate(ODD_ENDS), PlacingInliner(lines))
        made = _Tree(text, lines, Targets(tree))
        blocks = list(made.blocks(tree.children, 1))
    except RecursionError:
        return Document(text, [], [(0, len(text))])
    return Document(text, blocks, sorted(made.unread))


def _parsed(text: str, inliner: PlacingInliner) -> nodes.document:
    settings = get_default_settings(Parser)
    for name, value in SETTINGS.items():
        setattr(settings, name, value)
    tree = new_document("", settings)
    defined: dict[str, Any] = vars(roles)["_roles"]
    known = dict(defined)  # a text can define some, and they would outlive it
    try:
        Parser(inliner=inliner).parse(text, tree)
    finally:
        defined.clear()
        defined.update(known)
    return tree


class _Tree:
    """docutils' nodes become ours, in the order of the text."""

    def __init__(self, text: str, lines: Lines, targets: Targets) -> None:
        self.text, self.lines, self.targets = text, lines, targets
        self.unread: list[tuple[int, int]] = []
        self.reached = 0  # nothing that comes later stands before it

    def blocks(self, children: Iterable[Any], depth: int) -> Iterator[Node]:
        for child in children:
            for made in self.block(child, depth):
                self.reached = max(self.reached, made.end)
                yield made

    def block(self, node: Any, depth: int) -> Iterator[Node]:
        if isinstance(node, nodes.section):
            yield from self.blocks(node.children, depth + 1)
        elif isinstance(node, nodes.title) and isinstance(node.parent, nodes.section):
            yield from self.heading(node, depth)
        elif isinstance(node, nodes.system_message):
            self.lost(node)
        elif make := KINDS.get(type(node)):
            yield from make(self, node, depth)
        elif isinstance(node, nodes.TextElement):
            yield from self.paragraph(node, depth)
        elif isinstance(node, nodes.Element):
            yield from self.blocks(node.children, depth)

    # -- what holds inline nodes

    def inline(self, children: Iterable[Any]) -> list[Node]:
        found = list(inlines(children, self.text, self.targets, self.reached))
        self.reached = max([self.reached, *(each.end for each in found)])
        return found

    def paragraph(self, node: Any, depth: int) -> Iterator[Node]:
        children = self.inline(node.children)
        if children:
            yield around("paragraph", children)

    def heading(self, node: Any, depth: int) -> Iterator[Node]:
        made = around("heading", self.inline(node.children) or [self.empty()])
        made.level = min(max(depth - 1, 1), 6)
        line = self.line_end(made.end)
        below = self.text[line + 1 : self.line_end(line + 1)]
        made.end = line + 1 + len(below.rstrip()) if _is_rule(below) else made.end
        yield made

    def line_block(self, node: Any, depth: int) -> Iterator[Node]:
        children = self.with_breaks(node.findall(nodes.line))
        if children:
            yield around("paragraph", children)

    def with_breaks(self, parts: Iterable[Any]) -> list[Node]:
        """Inline nodes of several blocks, as lines of one."""
        out: list[Node] = []
        for part in parts:
            children = self.inline(part.children)
            if out and children:
                out.append(Node("break", out[-1].end, children[0].start, level=1))
            out += children
        return out

    def definition(self, node: Any, depth: int) -> Iterator[Node]:
        """A term and the first paragraph below it are lines of one block."""
        first: list[Any] = [
            n for n in node.children if isinstance(n, nodes.term | nodes.classifier)
        ]
        rest = [n for d in node.children if isinstance(d, nodes.definition) for n in d.children]
        if rest and isinstance(rest[0], nodes.paragraph):
            first.append(rest.pop(0))
        children = self.with_breaks(first)
        if children:
            yield around("paragraph", children)
        yield from self.blocks(rest, depth)

    def field(self, node: Any, depth: int) -> Iterator[Node]:
        name, body = node.children
        children = self.inline(name.children)
        if body.children and isinstance(body.children[0], nodes.paragraph):
            inner = self.inline(body.children.pop(0).children)
            if children and inner:
                between = self.text[children[-1].end : inner[0].start]
                children.append(Node("text", children[-1].end, inner[0].start, value=between))
            children += inner
        if children:
            yield around("paragraph", children)
        yield from self.blocks(body.children, depth)

    def image(self, node: Any, depth: int) -> Iterator[Node]:
        yield around("paragraph", self.inline([node]))

    # -- what holds blocks

    def list_of(self, node: Any, depth: int) -> Iterator[Node]:
        items = [made for each in node.children for made in self.item(each, depth)]
        if items:
            made = Node("list", items[0].start, items[-1].end, items)
            made.level = int(isinstance(node, nodes.enumerated_list))
            yield made

    def item(self, node: Any, depth: int) -> Iterator[Node]:
        after = self.reached
        children = list(self.blocks(node.children, depth))
        if not children:
            return
        start = max(self.text.rfind("\n", 0, children[0].start) + 1, min(after, children[0].start))
        before = self.text[start : children[0].start]
        marker = before.split()[0] if before.split() else ""
        start = start + before.index(marker) if marker else children[0].start
        yield Node("item", start, children[-1].end, children, value=marker)

    def quote(self, node: Any, depth: int) -> Iterator[Node]:
        children = list(self.blocks(node.children, depth))
        if children:
            yield Node("quote", children[0].start, children[-1].end, children)

    def table(self, node: Any, depth: int) -> Iterator[Node]:
        rows: list[Node] = []
        for row in node.findall(nodes.row):
            lines = [self.with_breaks(each.findall(_holds_inline)) for each in row.children]
            rows.append(table_row(self.text, lines, self.reached))
            rows[-1].level = int(not isinstance(row.parent, nodes.thead))
        if rows:
            yield Node("table", rows[0].start, rows[-1].end, rows)

    # -- what is no part of a list

    def code(self, node: Any, depth: int) -> Iterator[Node]:
        value = node.astext()
        start, end = self.sought(value.split("\n", 1)[0])
        yield Node("codeblock", start, end, value=value)

    def comment(self, node: Any, depth: int) -> Iterator[Node]:
        value = node.astext()
        start, end = self.sought(value.split("\n", 1)[0])
        sign = self.text.rfind("..", self.text.rfind("\n", 0, start) + 1, start)
        if sign < 0:  # the text begins below its sign
            sign = max(self.text.rfind("..", 0, start), 0)
        inner = Node("comment", sign, end, value=value)
        yield Node("html", sign, end, [inner])

    def target(self, node: Any, depth: int) -> Iterator[Node]:
        url = node.get("refuri", "")
        start, end = self.sought(url)
        made = Node("definition", start, end, value="".join(node["names"]), url=url)
        made.dest = (start, end) if url and self.text[start:end] == url else None
        yield made

    def note(self, node: Any, depth: int) -> Iterator[Node]:
        """A footnote or a citation: what it says stands for no entry."""
        inner = [child for each in node.children for child in self.inline(each.children)]
        if inner:
            yield Node("definition", inner[0].start, inner[-1].end, value="".join(node["names"]))

    def nothing(self, node: Any, depth: int) -> Iterator[Node]:
        return iter(())

    def rule(self, node: Any, depth: int) -> Iterator[Node]:
        match = _ruler().search(self.text, self.reached)
        start, end = match.span() if match else (self.reached, self.reached)
        yield Node("rule", start, end)

    # -- places

    def lost(self, node: Any) -> None:
        """A block that docutils gave up, such as a table that is out of shape."""
        for block in node.findall(nodes.literal_block):
            words = block.astext().split("\n")
            start, _ = self.sought(words[0])
            if len(words) > 2:
                _, end = self.sought(words[-1], self.text.find(words[-2], start))
                self.unread.append((start, max(start, end)))

    def sought(self, words: str, after: int = -1) -> tuple[int, int]:
        """Where words stand behind all that was read; if they don't, there."""
        after = max(after, self.reached)
        at = self.text.find(words, after, after + len(words) + FAR) if words.strip() else -1
        return (at, at + len(words)) if at >= 0 else (after, after)

    def line_end(self, at: int) -> int:
        end = self.text.find("\n", at)
        return len(self.text) if end < 0 else end

    def empty(self) -> Node:
        return Node("text", self.reached, self.reached)


def _holds_inline(node: Any) -> bool:
    """Whether a node's children are text: of a cell every such node is a line."""
    kinds = nodes.paragraph | nodes.line | nodes.term | nodes.image
    above = nodes.TextElement | nodes.system_message
    return isinstance(node, kinds) and not isinstance(node.parent, above)


def _is_rule(line: str) -> bool:
    line = line.rstrip()
    return len(line) > 2 and len(set(line)) == 1 and not line[0].isalnum() and line[0] != " "


@cache
def _ruler() -> re.Pattern[str]:
    return re.compile(r"^([!-/:-@\[-`{-~])\1{3,}[ \t]*$", re.MULTILINE)


Make = Callable[[_Tree, Any, int], Iterator[Node]]
KINDS: dict[type, Make] = {
    nodes.bullet_list: _Tree.list_of,
    nodes.enumerated_list: _Tree.list_of,
    nodes.block_quote: _Tree.quote,
    nodes.table: _Tree.table,
    nodes.line_block: _Tree.line_block,
    nodes.definition_list_item: _Tree.definition,
    nodes.field: _Tree.field,
    nodes.image: _Tree.image,
    nodes.reference: _Tree.image,  # of an image with an address
    nodes.literal_block: _Tree.code,
    nodes.doctest_block: _Tree.code,
    nodes.math_block: _Tree.code,
    nodes.comment: _Tree.comment,
    nodes.target: _Tree.target,
    nodes.footnote: _Tree.note,
    nodes.citation: _Tree.note,
    nodes.transition: _Tree.rule,
    nodes.substitution_definition: _Tree.nothing,
    nodes.pending: _Tree.nothing,
    nodes.raw: _Tree.nothing,
    nodes.meta: _Tree.nothing,
}
