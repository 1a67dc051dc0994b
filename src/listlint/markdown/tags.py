"""HTML tags: reading one, finding its other half, and the node that it makes."""

from __future__ import annotations

import functools
import re

from listlint.markdown.nodes import Node, Place
from listlint.values import NamedTuple

DEEPEST_TAG = 60  # elements within elements; deeper tags stand alone
EMPTY = frozenset(
    (
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
    )
)
KINDS = {"b": "strong", "strong": "strong", "i": "em", "em": "em"} | dict.fromkeys(
    ("s", "del", "strike"), "strike"
)
# elements whose end tag may be left out: what begins ends those, up to one of BOUNDS
ENDS = {
    "li": ("li", "p"),
    "td": ("td", "th", "p"),
    "th": ("td", "th", "p"),
    "tr": ("tr", "td", "th", "p"),
    "tbody": ("thead", "tbody", "tr", "td", "th", "p"),
    "tfoot": ("thead", "tbody", "tr", "td", "th", "p"),
    "dt": ("dt", "dd", "p"),
    "dd": ("dt", "dd", "p"),
} | dict.fromkeys(
    (
        "p",
        "div",
        "table",
        "ul",
        "ol",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "details",
        "blockquote",
        "pre",
    ),
    ("p",),
)
BOUNDS = frozenset(("table", "ul", "ol", "dl", "div", "details", "blockquote"))
MAY_LACK_END = frozenset(("p", "li", "td", "th", "tr", "thead", "tbody", "tfoot", "dt", "dd"))


class Tag(NamedTuple):
    """A start or end tag, as it stands in a content."""

    start: int
    end: int
    name: str  # lower case
    closing: bool
    empty: bool  # never has another half: <br>, <img>
    attributes: Place


def read_tag(src: str, start: int, last: int) -> Tag | None:
    """The tag that begins at ``start``."""
    match = _tag().match(src, start, last) or _loose_tag().match(src, start, last)
    if not match:
        return None
    name = match[2].lower()
    return Tag(start, match.end(), name, bool(match[1]), name in EMPTY, match.span(3))


@functools.cache
def _tag() -> re.Pattern[str]:
    return re.compile(r"""<(/?)([A-Za-z][A-Za-z0-9:-]*+)((?:[^<>"']++|"[^"]*+"|'[^']*+')*+)>""")


@functools.cache
def _loose_tag() -> re.Pattern[str]:
    """A tag with a quotation mark too few."""
    return re.compile(r"<(/?)([A-Za-z][A-Za-z0-9:-]*+)([^<>\n]*+)>")


def attribute(src: str, tag: Tag, name: str) -> Place | None:
    """Where the value of an attribute stands, quotation marks left out."""
    start, end = tag.attributes
    for match in _attribute().finditer(src, start, end):
        if match[1].lower() == name:
            return match.span(match.lastindex or 0)
    return None


@functools.cache
def _attribute() -> re.Pattern[str]:
    return re.compile(
        r"""(?<![^\s"'/])([^\s=/"'<>]++)\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|["']?+([^\s"'<>]++))"""
    )


def own_place(src: str, tag: Tag) -> str:
    """Its id or name: what a link to it says after the ``#``."""
    start, end = tag.attributes
    if start == end:
        return ""
    place = attribute(src, tag, "id") or attribute(src, tag, "name")
    return unescaped(src[slice(*place)]) if place else ""


def unescaped(text: str) -> str:
    """Entities resolved."""
    if "&" not in text:
        return text
    from html import unescape

    return unescape(text)


# -- nodes ------------------------------------------------------------------------------


def node_of(src: str, tag: Tag, base: int, *, paired: bool) -> Node:
    """The node that begins with ``tag``; ``paired`` if its end tag stands too."""
    start, end, name = tag.start + base, tag.end + base, tag.name
    if name == "br" and not tag.closing:
        return Node("break", start, end, level=1)
    if name == "img" and not tag.closing:
        alt = attribute(src, tag, "alt")
        node = Node("image", start, end, name="html", inner=_moved(alt, base))
        node.value = unescaped(src[slice(*alt)]) if alt else ""
        return _addressed(node, src, attribute(src, tag, "src"), base)
    if tag.closing:
        return Node("tag", start, end, name="/" + name)
    node = Node("tag", start, end, name=name, value=own_place(src, tag))
    if not paired:
        return node
    node.kind, node.inner = KINDS.get(name, "element"), (end, end)
    if name == "a":
        dest = attribute(src, tag, "href")
        if dest is not None:
            node.kind, node.name = "link", "html"
            return _addressed(node, src, dest, base)
    return node


def comment_of(src: str, start: int, end: int, base: int) -> Node:
    """A comment, or another thing in pointed brackets that isn't shown."""
    if src.startswith("<!--", start):
        inner = src[start + 4 : end].removesuffix("-->")
    else:
        inner = src[start + 2 : end].removesuffix(">")
    return Node("comment", start + base, end + base, value=inner)


def _addressed(node: Node, src: str, dest: Place | None, base: int) -> Node:
    if dest is not None:
        node.url, node.dest = src[slice(*dest)], _moved(dest, base)
    return node


def _moved(place: Place | None, base: int) -> Place | None:
    return (place[0] + base, place[1] + base) if place else None


# -- pairs ------------------------------------------------------------------------------


class Pairs:
    """Which start tag and which end belong together; tags are known by a number.

    ``ends[start]`` is the end tag, or the tag that ends an element whose end tag was left out;
    ``starts[end]`` is there for real end tags only.
    """

    def __init__(self) -> None:
        self.ends: dict[int, int] = {}
        self.starts: dict[int, int] = {}
        self._open: list[tuple[int, str]] = []
        self._outer: list[list[tuple[int, str]]] = []

    def enter(self) -> None:
        """Something begins that no element reaches out of."""
        self._outer.append(self._open)
        self._open = []

    def leave(self) -> None:
        self._open = self._outer.pop()

    def add(self, number: int, tag: Tag, *, lenient: bool = False) -> None:
        """Take the next tag; ``lenient`` if end tags may be left out, as in a block of HTML."""
        if tag.closing:
            self._end(number, tag.name, lenient=lenient)
            return
        if lenient and tag.name in ENDS:
            self._end_before(number, ENDS[tag.name])
        if not tag.empty and len(self._open) < DEEPEST_TAG:
            self._open.append((number, tag.name))

    def _end(self, number: int, name: str, *, lenient: bool) -> None:
        for depth in range(len(self._open) - 1, -1, -1):
            start, opened = self._open[depth]
            if opened == name:
                self._cut(depth + 1, number, lenient=lenient)
                self._open.pop()
                self.ends[start], self.starts[number] = number, start
                return

    def _end_before(self, number: int, names: tuple[str, ...]) -> None:
        """Of the open elements, end the outermost that ``number`` can't stand in."""
        outermost = None
        for depth in range(len(self._open) - 1, -1, -1):
            name = self._open[depth][1]
            if name in names:
                outermost = depth
            elif name in BOUNDS:
                break
        if outermost is not None:
            self._cut(outermost, number, lenient=True)

    def _cut(self, depth: int, number: int, *, lenient: bool) -> None:
        for start, name in self._open[depth:]:
            if lenient and name in MAY_LACK_END:
                self.ends[start] = number
        del self._open[depth:]
