"""What of a text was read as no markup: all else is blanked with marks, so that offsets stay.

A broken link is one that Markdown shows as text; this gives that text. It judges nothing.
"""

from __future__ import annotations

import functools
import re

from listlint.markdown.nodes import Document, Node
from listlint.once import once
from listlint.values import NamedTuple

LINK, IMAGE, OTHER = "\ufdd0", "\ufdd1", "\ufdd2"  # noncharacters: no text holds them on purpose
BLANKED = frozenset(("code", "codeblock", "comment", "definition", "html", "tag", "rule"))


class Literal(NamedTuple):
    """``text`` is as long as ``source``, the document's own; ``links``: all, those in HTML too."""

    text: str
    source: str
    links: list[Node]
    runs: list[Node]  # paragraphs, headings and cells: no bracket opens in one, closes in another


@once
def literal(document: Document) -> Literal:
    """The document with everything blanked that was read as a link, an image, code or a tag."""
    marks: list[tuple[int, int, str]] = [(start, end, OTHER) for start, end in document.unread]
    links: list[Node] = []
    runs: list[Node] = []
    stack = document.blocks[::-1]
    while stack:
        node = stack.pop()
        if node.kind in ("paragraph", "heading", "cell"):
            runs.append(node)
        elif node.kind == "link" and node.name != "bare":
            marks.append((node.start, node.end, LINK))
            links.append(node)
        elif node.kind == "link":
            links.append(node)
        elif node.kind == "image":
            marks.append((node.start, node.end, IMAGE))
        elif node.kind in BLANKED:
            marks.append((node.start, node.end, OTHER))
            if node.kind == "definition":
                links.append(node)
        elif node.kind == "element" and node.inner:
            marks += ((node.start, node.inner[0], OTHER), (node.inner[1], node.end, OTHER))
        if node.children:
            stack.extend(reversed(node.children))
    return Literal(_blanked(document.text, marks), document.text, links, runs)


def _blanked(text: str, marks: list[tuple[int, int, str]]) -> str:
    out: list[str] = []
    done = 0
    for start, end, mark in sorted(marks, key=lambda m: (m[0], -m[1])):
        if start < done:  # inside something blanked already
            continue
        out += (text[done:start], mark * (end - start))
        done = end
    out.append(text[done:])
    plain = "".join(out)
    return _escapes().sub(OTHER * 2, plain) if "\\" in plain else plain


@functools.cache
def _escapes() -> re.Pattern[str]:
    return re.compile(r"\\[\[\]()\\]")
