"""The tokens of one block's content to nodes: what no token covers becomes text."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from markdown_it import MarkdownIt
from markdown_it.utils import EnvType

from listlint.markdown.inlines import is_plain, tokens_of
from listlint.markdown.nodes import Node, Place
from listlint.markdown.spans import Found, InlineState, Mark
from listlint.markdown.tags import Pairs, Tag, comment_of, node_of, read_tag

DEEPEST_NODE = 60  # marks within marks: deeper ones are left out, what they hold is not
KINDS = {"em_open": "em", "strong_open": "strong", "s_open": "strike"}


def inline_nodes(content: Mark, md: MarkdownIt, env: EnvType, unread: list[Place]) -> list[Node]:
    """The nodes of a block's content, at their places in the source."""
    src, segments = content.content, content.segments
    base = 0 if segments else content.start
    if is_plain(src):
        nodes = [Node("text", base, base + len(src), value=src)] if src else []
    else:
        state = tokens_of(src, md, env)
        nodes = _Weaver(state, base).woven()
        if state.too_deep is not None:
            dropped = (state.too_deep, len(src))
            unread.append(
                segments.place(*dropped) if segments else (dropped[0] + base, dropped[1] + base)
            )
    if segments:
        segments.move(nodes)
    return nodes


class _Weaver:
    """Makes the nodes of one content; ``base`` is where the content begins in the source."""

    __slots__ = (
        "base",
        "cursor",
        "held",
        "held_from",
        "number",
        "out",
        "pairs",
        "src",
        "stack",
        "state",
        "tags",
    )

    def __init__(self, state: InlineState, base: int) -> None:
        self.state, self.src, self.base = state, state.src, base
        self.cursor = 0  # up to where the content has become nodes
        self.held: list[str] = []  # text with escapes or entities resolved, not yet a node
        self.held_from = 0
        self.out: list[Node] = []
        self.stack: list[tuple[list[Node], Node | None]] = []
        self.number = -1  # of the tag that comes next
        if state.has_tags:
            self._read_tags()

    def woven(self) -> list[Node]:
        nodes = self.out
        for token in self.state.tokens:
            weave = WEAVE.get(token.type)
            if weave is not None:
                weave(self, cast(Mark, token))
        self._text_to(len(self.src))
        return nodes

    # -- text

    def _text_to(self, end: int) -> None:
        """What lies before ``end`` and in no token is text."""
        start = self.cursor
        if self.held:
            value = "".join((*self.held, self.src[start:end]))
            start = self.held_from
            self.held = []
        elif end > start:
            value = self.src[start:end]
        else:
            return
        base = self.base
        self.out.append(Node("text", start + base, end + base, value=value))

    def special(self, mark: Mark) -> None:
        """An escape or entity is part of the text around it."""
        if not self.held:
            self.held_from = self.cursor
        self.held += (self.src[self.cursor : mark.start], mark.content)
        self.cursor = mark.end

    # -- what holds other nodes

    def _open(self, node: Node) -> None:
        """What follows is inside ``node``, up to the closing mark."""
        if len(self.stack) < DEEPEST_NODE:
            self.stack.append((self.out, node))
            self.out.append(node)
            self.out = node.children
        else:
            self.stack.append((self.out, None))

    def _close(self, start: int, end: int) -> None:
        self._text_to(start)
        self.cursor = end
        self.out, node = self.stack.pop()
        if node is not None:
            node.end = end + self.base
            node.inner = ((node.inner or (0,))[0], start + self.base)

    def opener(self, mark: Mark) -> None:
        kind = KINDS[mark.type]
        start = mark.start - (kind == "strong")  # the token is the inner one of two marks
        self._text_to(start)
        self.cursor = mark.end
        inner = mark.end + self.base
        self._open(Node(kind, start + self.base, inner, inner=(inner, inner)))

    def closer(self, mark: Mark) -> None:
        self._close(mark.start, mark.end + (mark.type == "strong_close"))

    def link(self, mark: Mark) -> None:
        # its first token begins where the label does
        found, base = cast(Found, mark.found), self.base
        start = found.label[0] - 1
        self._text_to(start)
        self.cursor = found.label[0]
        self._open(_addressed("link", start, found, base))

    def link_end(self, mark: Mark) -> None:
        self._close(mark.start, mark.end)

    # -- what stands alone

    def _single(self, mark: Mark, node: Node) -> None:
        self._text_to(mark.start)
        self.cursor = mark.end
        self.out.append(node)

    def image(self, mark: Mark) -> None:
        found = cast(Found, mark.found)
        node = _addressed("image", mark.start, found, self.base)
        node.value = self._alternative(self.src[slice(*found.label)])
        self._single(mark, node)

    def _alternative(self, label: str) -> str:
        if is_plain(label):
            return label
        content = Mark("inline", 0, 0)
        content.content = label
        return shown(inline_nodes(content, self.state.md, self.state.env, []))

    def code(self, mark: Mark) -> None:
        base = self.base
        self._single(mark, Node("code", mark.start + base, mark.end + base, value=mark.content))

    def line_end(self, mark: Mark) -> None:
        start, base = mark.start, self.base
        end = self.src.index("\n", start) + 1
        hard = int(mark.type == "hardbreak")
        self._single(mark, Node("break", start + base, end + base, level=hard))

    def auto(self, mark: Mark) -> None:
        base = self.base
        inner = (mark.start + 1 + base, mark.end - 1 + base)
        self._single(mark, _self_named("auto", mark, base, inner))

    def bare(self, mark: Mark) -> None:
        base = self.base
        inner = (mark.start + base, mark.end + base)
        mark.content = self.src[mark.start : mark.end]
        self._single(mark, _self_named("bare", mark, base, inner))

    # -- HTML

    def _read_tags(self) -> None:
        """Find the tags and which of them belong together; none reaches out of a link or mark."""
        self.pairs, self.tags = Pairs(), list[Tag | None]()
        for token in self.state.tokens:
            if token.type == "html_inline":
                mark = cast(Mark, token)
                tag = read_tag(self.src, mark.start, mark.end)
                if tag is not None:
                    self.pairs.add(len(self.tags), tag)
                self.tags.append(tag)
            elif token.type in KINDS or token.type == "link_open":
                self.pairs.enter()
            elif token.type.endswith("_close"):
                self.pairs.leave()

    def tag(self, mark: Mark) -> None:
        self.number += 1
        tag = self.tags[self.number]
        if tag is None:
            self._single(mark, comment_of(self.src, mark.start, mark.end, self.base))
        elif self.number in self.pairs.starts:
            self._close(tag.start, tag.end)
        elif self.number in self.pairs.ends:
            self._text_to(tag.start)
            self.cursor = tag.end
            self._open(node_of(self.src, tag, self.base, paired=True))
        else:
            self._single(mark, node_of(self.src, tag, self.base, paired=False))


WEAVE: dict[str, Callable[[_Weaver, Mark], None]] = {
    "text_special": _Weaver.special,
    "link_open": _Weaver.link,
    "link_close": _Weaver.link_end,
    "image": _Weaver.image,
    "softbreak": _Weaver.line_end,
    "hardbreak": _Weaver.line_end,
    "code_inline": _Weaver.code,
    "html_inline": _Weaver.tag,
    "auto": _Weaver.auto,
    "bare": _Weaver.bare,
    **dict.fromkeys(KINDS, _Weaver.opener),
    "em_close": _Weaver.closer,
    "strong_close": _Weaver.closer,
    "s_close": _Weaver.closer,
}


def _addressed(kind: str, start: int, found: Found, base: int) -> Node:
    node = Node(kind, start + base, found.end + base, url=found.url, name="reference")
    node.inner = (found.label[0] + base, found.label[1] + base)
    if found.dest is not None:
        node.name, node.dest = "inline", (found.dest[0] + base, found.dest[1] + base)
    return node


def _self_named(name: str, mark: Mark, base: int, inner: Place) -> Node:
    text = Node("text", *inner, value=mark.content)
    node = Node("link", mark.start + base, mark.end + base, [text], url=mark.content, name=name)
    node.inner = node.dest = inner
    return node


def shown(nodes: list[Node]) -> str:
    """An image's alternative text: what its label reads, with the images in it."""
    out: list[str] = []
    for node in nodes:
        if node.kind in ("text", "code", "image"):
            out.append(node.value)
        elif node.kind == "break":
            out.append("\n")
        else:
            out.append(shown(node.children))
    return "".join(out)
