"""A text to a document: markdown-it's block tokens become nodes, contents are woven into them."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import cast

from markdown_it import MarkdownIt

from listlint.markdown.blocks import choose_blocks
from listlint.markdown.inlines import choose_inlines
from listlint.markdown.nodes import Document, Node
from listlint.markdown.spans import BlockState, Mark
from listlint.markdown.weave import inline_nodes

CONTAINERS = {
    "bullet_list_open": "list",
    "ordered_list_open": "list",
    "list_item_open": "item",
    "blockquote_open": "quote",
    "table_open": "table",
    "tr_open": "row",
    "th_open": "cell",
    "td_open": "cell",
    "paragraph_open": "paragraph",
    "heading_open": "heading",
}


class _Parser(MarkdownIt):
    """Addresses stay as they are written."""

    def normalizeLink(self, url: str) -> str:  # noqa: N802
        return url

    def validateLink(self, url: str) -> bool:  # noqa: N802
        return True


@functools.cache
def _parser() -> MarkdownIt:
    """GitHub's Markdown, as far as markdown-it knows it."""
    md = _Parser("commonmark").enable(["table", "strikethrough"])
    md.options["inline_definitions"] = True
    md.options["strikethrough_single_tilde"] = True
    md.options["maxNesting"] = 1000  # blocks.py and inlines.py have limits of their own, and say so
    choose_blocks(md)
    choose_inlines(md)
    return md


def document(text: str) -> Document:
    """The nodes of ``text``."""
    md = _parser()
    # a lone carriage return ends a line for Markdown, and is as long
    state = BlockState(text.replace("\r", "\n") if "\r" in text else text, md)
    if text:
        md.block.tokenize(state, 0, state.lineMax)
    tree = _Tree(state)
    for token in state.tokens:
        tree.take(cast(Mark, token))
    return Document(text, tree.out, sorted(state.unread))


class _Tree:
    """Takes block tokens one by one; ``out`` is where the next node goes."""

    __slots__ = ("header", "out", "stack", "state")

    def __init__(self, state: BlockState) -> None:
        self.state = state
        self.out: list[Node] = []
        self.stack: list[tuple[list[Node], Node]] = []
        self.header = False

    def take(self, mark: Mark) -> None:
        kind = mark.type
        if kind == "inline":
            self.content(mark)
        elif kind in CONTAINERS:
            self.open(mark, CONTAINERS[kind])
        elif kind in LEAVES:
            self.out.append(LEAVES[kind](self, mark))
        elif kind == "thead_open":
            self.header = True
        elif mark.nesting < 0 and kind not in ("thead_close", "tbody_close"):
            self.close(mark)

    def open(self, mark: Mark, kind: str) -> None:
        node = Node(kind, mark.start, mark.start)
        if kind == "item":
            node.value = mark.info + mark.markup
            node.end += len(node.value)
        elif kind == "heading":
            node.level = int(mark.tag[1])
            node.end = self.last_end(mark)
        elif kind == "list":
            node.level = int(mark.type == "ordered_list_open")
        elif kind == "quote":
            node.end = self.last_end(mark)
        elif kind == "row":
            node.end = mark.end
            node.level = int(not self.header)
            self.header = False
        self.out.append(node)
        self.stack.append((self.out, node))
        self.out = node.children

    def close(self, mark: Mark) -> None:
        self.out, node = self.stack.pop()
        if node.kind == "row":
            if mark.start >= 0:
                node.inner = (mark.start, mark.end)
        elif node.children and node.children[-1].end > node.end:
            node.end = node.children[-1].end

    def content(self, mark: Mark) -> None:
        node = self.stack[-1][1]
        if node.kind == "cell":
            if mark.start < 0:  # this row is short of it
                self.stack[-1][0].pop()
                return
            node.start, node.end = inner = (mark.start, mark.end)
        elif mark.segments:
            inner = mark.segments.place(0, len(mark.content))
        else:
            inner = (mark.start, mark.start + len(mark.content))
        node.inner = inner
        if node.kind == "paragraph":
            node.start, node.end = inner
        state = self.state
        node.children.extend(inline_nodes(mark, state.md, state.env, state.unread))
        if mark.segments and node.kind == "cell":  # "\\|" is written there, and read as "|"
            for below in node.walk():
                if below.dest is not None:
                    below.url = state.src[slice(*below.dest)]

    def last_end(self, mark: Mark) -> int:
        """The end of a block's last line that holds something, blanks left out."""
        end = self.state.eMarks[(mark.map or (0, 1))[1] - 1]
        return mark.start + len(self.state.src[mark.start : end].rstrip(" \t\n"))

    # -- blocks without blocks or inline nodes in them

    def code(self, mark: Mark) -> Node:
        return Node("codeblock", mark.start, self.last_end(mark), value=mark.content)

    def rule(self, mark: Mark) -> Node:
        return Node("rule", mark.start, self.last_end(mark))

    def definition(self, mark: Mark) -> Node:
        dest = mark.meta["dest"]
        node = Node("definition", mark.start, self.last_end(mark), value=mark.meta["label"])
        node.url, node.dest = self.state.src[slice(*dest)], dest
        return node

    def html(self, mark: Mark) -> Node:
        from listlint.markdown.html import html_nodes

        children = html_nodes(mark.content, mark.segments)
        return Node("html", mark.start, self.last_end(mark), children)


LEAVES: dict[str, Callable[[_Tree, Mark], Node]] = {
    "fence": _Tree.code,
    "code_block": _Tree.code,
    "hr": _Tree.rule,
    "definition": _Tree.definition,
    "html_block": _Tree.html,
}
