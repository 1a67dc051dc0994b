"""Inline nodes of docutils become ours: text, emphasis, code, images and links that lead on.

Where a link leads is written in place, in a target elsewhere, or is a heading of the document.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from docutils import nodes
from docutils.nodes import fully_normalize_name
from docutils.utils import unescape

from listlint.markdown.nodes import Node

MARKS = {
    nodes.emphasis: "em",
    nodes.title_reference: "em",
    nodes.strong: "strong",
    nodes.literal: "code",
    nodes.math: "code",
}
FAR = 4096  # characters between a directive and its address
ELEMENTS = {nodes.superscript: "sup", nodes.subscript: "sub"}


class Targets:
    """Where names lead."""

    def __init__(self, tree: nodes.document) -> None:
        self.urls: dict[str, str] = {}
        self.aliases: dict[str, str] = {}
        self.anonymous: list[str] = []
        for section in tree.findall(nodes.section):
            title = section.next_node(nodes.title)
            if title is not None:
                name = fully_normalize_name(title.astext())
                self.urls.setdefault(name, "#" + _anchor(title.astext()))
        for target in tree.findall(nodes.target):
            url = target.get("refuri") or ""
            if target.get("anonymous"):
                self.anonymous.append(url or self.url(target.get("refname", "")))
            for name in target["names"]:
                if url:
                    self.urls[name] = url
                elif target.get("refname"):
                    self.aliases[name] = target["refname"]
        self.images = {
            fully_normalize_name(name): each.children
            for each in tree.findall(nodes.substitution_definition)
            for name in each["names"]
        }
        self.nameless = iter(self.anonymous)

    def url(self, name: str) -> str:
        """The address that a name stands for; "" if there is none."""
        for _ in range(8):
            if name in self.urls:
                return self.urls[name]
            name = self.aliases.get(name, "")
        return ""

    def of(self, reference: Any) -> str:
        if "refuri" in reference:
            return str(reference["refuri"])
        if reference.get("anonymous"):
            return next(self.nameless, "")
        name = str(reference.get("refname", ""))
        return self.url(name) or f"#{name}"


def _anchor(title: str) -> str:
    """A heading's anchor as pages make it."""
    kept = re.sub(r"[^\w\- ]", "", title.strip().lower())
    return kept.replace(" ", "-")


def inlines(children: Iterable[Any], text: str, targets: Targets, after: int) -> Iterator[Node]:
    """Our nodes for docutils' inline ones; what has no place of its own stands at ``after``."""
    for child in children:
        for made in _inline(child, text, targets, after):
            after = max(after, made.end)
            yield made


def _inline(node: Any, text: str, targets: Targets, after: int) -> Iterator[Node]:
    placed, start, end = getattr(node, "at", (None, 0, 0))
    span = (placed.at(start), placed.end(end)) if placed and end > start else (after, after)
    if isinstance(node, nodes.Text):
        yield from _text(str(node), placed, start, span)
    elif isinstance(node, nodes.reference):
        yield _link(node, text, targets, span, bool(placed))
    elif isinstance(node, nodes.image):
        yield _image(node, text, span)
    elif isinstance(node, nodes.substitution_reference):
        held = targets.images.get(fully_normalize_name(node.astext()))
        for each in held or [nodes.Text(node.astext())]:
            yield from (_moved(made, span) for made in _inline(each, text, targets, span[0]))
    elif isinstance(node, nodes.footnote_reference | nodes.citation_reference):
        label = Node("text", *span, value=node.astext() or node.get("refname", ""))
        name = node.get("refname") or node.astext()
        yield Node("link", span[0], span[1], [label], url=f"#{name}", name="note", inner=span)
    elif isinstance(node, nodes.target | nodes.system_message):
        if isinstance(node, nodes.target) and node.astext():
            yield Node("text", *span, value=node.astext())
    else:
        yield _marked(node, text, span)


def _text(raw: str, placed: Any, start: int, span: tuple[int, int]) -> Iterator[Node]:
    """A text, line by line, with a soft break for each line end."""
    at = start
    last: Node | None = None
    for n, line in enumerate(raw.split("\n")):
        words = unescape(line)
        here = (placed.at(at), placed.end(at + len(line))) if placed and line else span
        if n:
            begin = last.end if last else span[0]
            yield Node("break", begin, max(begin, placed.at(at) if placed else begin))
        if words:
            last = Node("text", *here, value=words)
            yield last
        at += len(line) + 1


def _marked(node: Any, text: str, span: tuple[int, int]) -> Node:
    """Emphasis, code, or what else holds nothing but text."""
    value = node.astext()
    kind = next((ours for theirs, ours in MARKS.items() if isinstance(node, theirs)), "")
    if kind == "code":
        return Node("code", *span, value=value)
    inner = _between(text, span)
    if isinstance(node, nodes.problematic) or not value:
        return Node("text", *span, value=value)
    inside = " ".join(value.split("\n"))
    label = [Node("text", *inner, value=inside)]
    if kind:
        return Node(kind, *span, label)
    name = next((ours for theirs, ours in ELEMENTS.items() if isinstance(node, theirs)), "span")
    return Node("element", *span, label, name=name, inner=inner)


def _between(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """What stands between the signs of a mark, the name of a role left out."""
    written = text[slice(*span)]
    sign = "`" if "`" in written else "*"
    first, last = written.find(sign), written.rfind(sign)
    width = 2 if written[first : first + 2] == written[last - 1 : last + 1] == "**" else 1
    inner = (span[0] + first + width, span[0] + last + 1 - width)
    return inner if first >= 0 and inner[0] <= inner[1] else span


def _link(node: Any, text: str, targets: Targets, span: tuple[int, int], placed: bool) -> Node:
    url = targets.of(node)
    written = text[slice(*span)]
    if any(isinstance(each, nodes.image | nodes.substitution_reference) for each in node.children):
        shown = list(inlines(node.children, text, targets, span[0]))
        span = span if placed else (shown[0].start, shown[-1].end)
        return Node("link", *span, shown, url=url, name="reference", inner=span)
    label = " ".join(node.astext().split("\n"))
    inner, dest = _parts(written, span) if placed else (span, None)
    if dest is not None and unescape_url(text[slice(*dest)]) == url:
        url = text[slice(*dest)]
    else:
        dest = None
    bare = dest == inner == span
    name = "bare" if bare else "inline" if dest else "reference"
    child = Node("text", *inner, value=label)
    return Node("link", *span, [child], url=url, name=name, inner=inner, dest=dest)


def _parts(written: str, span: tuple[int, int]) -> tuple[tuple[int, int], tuple[int, int] | None]:
    """Where label and address of a link stand."""
    start = span[0]
    match = _embedded().fullmatch(written)
    if match:
        label = match.span(1) if match[1] else match.span(2)
        return (start + label[0], start + label[1]), (start + match.start(2), start + match.end(2))
    if written.startswith("`"):
        inside = written.rstrip("_").rstrip("`")
        return (start + 1, start + len(inside)), None
    if written.endswith("_") and "://" not in written:
        return (start, start + len(written.rstrip("_"))), None
    return span, span


@cache
def _embedded() -> re.Pattern[str]:
    return re.compile(r"`([^<]*?)\s*<([^<>]*)>`__?", re.DOTALL)


def unescape_url(written: str) -> str:
    """An address as docutils reads it."""
    return re.sub(r"\\(.)", r"\1", written)


def _image(node: Any, text: str, span: tuple[int, int]) -> Node:
    url = str(node.get("uri", ""))
    at = text.find(url, span[0], span[0] + len(url) + FAR) if url else -1
    dest = (at, at + len(url)) if at >= 0 else None
    if span[0] == span[1] and dest:
        span = dest
    return Node("image", *span, value=str(node.get("alt", "")), url=url, inner=span, dest=dest)


def _moved(node: Node, span: tuple[int, int]) -> Node:
    """What a substitution stands for has the place where it is used."""
    for each in node.walk():
        each.start, each.end = span
        each.inner = span if each.inner else None
        each.dest = None
    return node
