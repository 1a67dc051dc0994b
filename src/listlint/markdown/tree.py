"""markdown-it's tokens to our nodes (first form: correct, not yet fast)."""

from __future__ import annotations

import functools
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from listlint.markdown import spans
from listlint.markdown.nodes import Document, Node

PAIRS = {"link": "link", "em": "em", "strong": "strong", "s": "strike"}
VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())


@functools.cache
def _parser() -> MarkdownIt:
    md = spans.parser()
    md.normalizeLink = lambda url: url  # type: ignore[method-assign]
    md.validateLink = lambda url: True  # type: ignore[method-assign]
    md.options["inline_definitions"] = True
    return md


def document(text: str) -> Document:
    tokens = _parser().parse(text)
    lines = [0]
    for line in text.split("\n"):
        lines.append(lines[-1] + len(line) + 1)
    root = Node("root", 0, len(text))
    stack = [root]
    header = False
    for token in tokens:
        kind = token.type
        if kind.endswith("_open"):
            if kind == "thead_open":
                header = True
            if kind == "tr_open" and header:
                token.meta["head"], header = True, False
            node = _opened(kind, token, text, lines)
            if node is not None:
                stack[-1].children.append(node)
                stack.append(node)
        elif kind.endswith("_close"):
            if kind in ("thead_close", "tbody_close"):
                continue
            if kind == "tr_close":
                stack.pop()
                continue
            node = stack.pop()
            if node.children and node.kind not in ("table",):
                node.end = max(node.children[-1].end, node.inner[1] if node.inner else 0)
        elif kind == "inline":
            _inline(stack[-1], token, text)
        else:
            stack[-1].children.append(_leaf(kind, token, text, lines))
    return Document(text, root.children, [])


def _place(token: Token, text: str, lines: list[int]) -> tuple[int, int]:
    first, last = token.map or (0, 0)
    start, end = lines[first], min(lines[last], len(text))
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def _opened(kind: str, token: Token, text: str, lines: list[int]) -> Node | None:
    name = kind.removesuffix("_open")
    if name in ("thead", "tbody"):
        return None
    start, end = _place(token, text, lines) if token.map else (0, 0)
    if name == "heading":
        return Node("heading", start, end, level=int(token.tag[1]))
    if name in ("bullet_list", "ordered_list"):
        return Node("list", start, end, level=int(name[0] == "o"))
    if name == "list_item":
        return Node("item", start, end, value=token.info + token.markup)
    names = {"blockquote": "quote", "table": "table", "tr": "row", "th": "cell", "td": "cell"}
    node = Node(names.get(name, name), start, end)
    if name == "tr":
        node.level = int(token.level > 1 and not token.meta.get("head"))
    return node


def _leaf(kind: str, token: Token, text: str, lines: list[int]) -> Node:
    start, end = _place(token, text, lines)
    if kind in ("fence", "code_block"):
        return Node("codeblock", start, end, value=token.content)
    if kind == "definition":
        url = token.meta["url"]
        at = text.find(url, start, end) if url else -1
        dest = (at, at + len(url)) if at >= 0 else None
        return Node("definition", start, end, value=token.meta["label"], url=url, dest=dest)
    if kind == "html_block":
        from listlint.markdown.html import html_block

        return Node("html", start, end, html_block(text, start, end))
    return Node("rule", start, end)


def _inline(parent: Node, token: Token, text: str) -> None:
    segments = token.meta.get("segments")
    if segments:
        first, last = spans._source(segments, (0, len(token.content)))
        parent.inner = (first, last)
        if parent.kind == "cell":
            parent.start, parent.end = first, last
        elif parent.kind != "heading":
            parent.start, parent.end = first, last
    parent.children = _nodes(token.children or [], text)


def _nodes(tokens: list[Token], text: str) -> list[Node]:
    root = Node("root", 0, 0)
    stack = [root]
    for token in tokens:
        kind = token.type
        if kind.endswith("_open") and kind != "html_open":
            node = _pair(kind.removesuffix("_open"), token, text)
            stack[-1].children.append(node)
            stack.append(node)
        elif kind.endswith("_close"):
            node = stack.pop()
            node.end = token.meta["span"][1]
            if node.kind != "link" and node.inner:
                node.inner = (node.inner[0], token.meta["span"][0])
        else:
            _single(stack[-1], token, text)
    return root.children


def _pair(name: str, token: Token, text: str) -> Node:
    start, end = token.meta["span"]
    node = Node(PAIRS[name], start, end)
    if name == "link":
        dest = token.meta.get("dest")
        node.url = str(token.attrGet("href"))
        if dest and text[dest[0] : dest[0] + 1] == "<":
            dest = (dest[0] + 1, dest[1] - 1)
        node.name, node.dest = "inline" if dest else "reference", dest
        if token.markup == "autolink":
            node.name, node.dest = "auto", (start + 1, end - 1)
        elif token.markup == "bare":
            node.name, node.dest = "bare", (start, end)
        node.inner = token.meta.get("label", node.dest)
        if node.dest:
            node.url = text[slice(*node.dest)]
    else:
        node.inner = (end, end)
    return node


def _single(parent: Node, token: Token, text: str) -> None:
    start, end = token.meta["span"]
    kind = token.type
    if kind == "text":
        if token.content:
            parent.children.append(Node("text", start, end, value=token.content))
    elif kind == "code_inline":
        parent.children.append(Node("code", start, end, value=token.content))
    elif kind in ("softbreak", "hardbreak"):
        parent.children.append(Node("break", start, end, level=int(kind == "hardbreak")))
    elif kind == "image":
        parent.children.append(_image(token, text))
    elif kind == "html_inline":
        from listlint.markdown.html import html_inline

        html_inline(parent, text, start, end)


def _image(token: Token, text: str) -> Node:
    start, end = token.meta["span"]
    dest: Any = token.meta.get("dest")
    if dest and text[dest[0] : dest[0] + 1] == "<":
        dest = (dest[0] + 1, dest[1] - 1)
    node = Node("image", start, end, inner=token.meta.get("label"), dest=dest)
    node.url = text[slice(*dest)] if dest else str(token.attrGet("src"))
    node.name = "inline" if dest else "reference"
    node.value = "".join(t.content for t in token.children or [])
    return node
