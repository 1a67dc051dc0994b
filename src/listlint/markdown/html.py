"""HTML in Markdown as nodes (first form: tags stand alone, blocks hold their tags and texts)."""

from __future__ import annotations

import re

from listlint.markdown.nodes import Node

TAG = re.compile(r"<!--(.*?)-->|<(/?)([A-Za-z][A-Za-z0-9-]*)((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>", re.S)


def html_block(text: str, start: int, end: int) -> list[Node]:
    root = Node("html", start, end)
    done = start
    for found in TAG.finditer(text, start, end):
        if text[done : found.start()].strip():
            root.children.append(
                Node("text", done, found.start(), value=text[done : found.start()])
            )
        html_inline(root, text, found.start(), found.end())
        done = found.end()
    if text[done:end].strip():
        root.children.append(Node("text", done, end, value=text[done:end]))
    return root.children


def html_inline(parent: Node, text: str, start: int, end: int) -> None:
    """Add the tag; an end tag closes the last open one of its name among its siblings."""
    found = TAG.match(text, start, end)
    if found is None:
        return
    if found[3] is None:
        parent.children.append(Node("comment", start, end, value=found[1]))
        return
    name = found[3].lower()
    if name == "br":
        parent.children.append(Node("break", start, end, level=1))
        return
    if name == "img":
        url, dest = _attribute(text, found, "src")
        alt, _ = _attribute(text, found, "alt")
        parent.children.append(
            Node("image", start, end, value=alt, url=url, dest=dest, name="html")
        )
        return
    if not found[2]:
        node = Node("tag", start, end, name=name)
        if name == "a":
            node.url, node.dest = _attribute(text, found, "href")
        parent.children.append(node)
        return
    for index in range(len(parent.children) - 1, -1, -1):
        opener = parent.children[index]
        if opener.kind == "tag" and opener.name == name:
            opener.children = parent.children[index + 1 :]
            del parent.children[index + 1 :]
            opener.inner = (opener.end, start)
            opener.end = end
            kinds = {"b": "strong", "strong": "strong", "i": "em", "em": "em", "a": "link"}
            opener.kind = kinds.get(name, "element")
            if opener.kind == "link":
                opener.name = "html"
            return
    parent.children.append(Node("tag", start, end, name="/" + name))


def _attribute(text: str, tag: re.Match[str], name: str) -> tuple[str, tuple[int, int] | None]:
    found = re.search(
        rf"\b{name}\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", tag[4], re.IGNORECASE
    )
    if not found:
        return "", None
    group = found.lastindex or 0
    at = tag.start(4)
    return found[group], (at + found.start(group), at + found.end(group))
