"""The nodes that the rest of listlint sees: Markdown, HTML and reStructuredText give the same.

Offsets are half-open ranges into the text that was parsed (``\\n`` line ends).

==============  =======================================================================
kind            what it holds
==============  =======================================================================
text            ``value``: what is read (escapes and entities resolved)
link            ``url`` as written; ``inner``: its label's range; ``dest``: its address's
                range, None where the address stands elsewhere (reference link) or nowhere;
                children: the label's nodes. ``name``: "inline", "reference", "auto", "bare",
                "html", "note" (to a footnote)
image           ``url`` as written, ``value``: alternative text, ``inner``, ``dest`` likewise
code            ``value``: the code
strong em       children
strike
element         an HTML element with both tags: ``name`` (lower case), children; ``inner``:
                what lies between the tags (<b>, <strong> give strong; <i>, <em> give em)
tag             an HTML tag without its other half: ``name`` ("/x" for an end tag)
                ``value`` of what HTML made (text, images and code apart): its id or name
comment         an HTML comment: ``value``: what stands between the marks
break           ``level`` 1: a hard break (two blanks, a backslash, <br>); 0: a soft one
--------------  -----------------------------------------------------------------------
heading         ``level`` 1-6; children: inline
paragraph       children: inline
list            ``level``: 1 if numbered; children: items
item            ``value``: its marker ("-", "*", "3."); children: blocks
quote           children: blocks
table           children: rows
row             ``level`` 0: the header; children: cells, as many as the row has and the header
                allows; ``inner``: what stands in cells beyond those, None if nothing does
cell            children: inline
codeblock       ``value``: the code
html            an HTML block; children: what was found in it, blocks (heading, paragraph,
                list, table, element such as details or div) and inline nodes mixed
rule            a thematic break
definition      a reference definition: ``value`` its label, ``url``, ``dest``
==============  =======================================================================
"""

from __future__ import annotations

from collections.abc import Iterator

from listlint.values import NamedTuple

Place = tuple[int, int]


class Node:
    """One node of a document; see the module's table for what each kind holds."""

    __slots__ = (
        "children",
        "dest",
        "end",
        "inner",
        "kind",
        "level",
        "name",
        "start",
        "url",
        "value",
    )

    def __init__(
        self,
        kind: str,
        start: int,
        end: int,
        children: list[Node] | None = None,
        *,
        value: str = "",
        url: str = "",
        name: str = "",
        inner: Place | None = None,
        dest: Place | None = None,
        level: int = 0,
    ) -> None:
        self.kind = kind
        self.start = start
        self.end = end
        self.children: list[Node] = [] if children is None else children
        self.value = value
        self.url = url
        self.name = name
        self.inner = inner
        self.dest = dest
        self.level = level

    def __repr__(self) -> str:
        return (
            f"<{self.kind} {self.start}:{self.end} {self.value or self.url or len(self.children)}>"
        )

    def walk(self) -> Iterator[Node]:
        """This node and all below it, in the order of the text."""
        stack = [self]
        while stack:
            node = stack.pop()
            yield node
            stack.extend(reversed(node.children))


class Document(NamedTuple):
    """A parsed text: its blocks, and the ranges that nesting limits left unread."""

    text: str
    blocks: list[Node]
    unread: list[Place]

    def walk(self) -> Iterator[Node]:
        for block in self.blocks:
            yield from block.walk()


def plain(nodes: list[Node]) -> str:
    """What a reader sees of inline nodes, marks and images left out."""
    out: list[str] = []
    for node in nodes:
        if node.kind in ("text", "code"):
            out.append(node.value)
        elif node.kind == "break":
            out.append(" ")
        elif node.kind not in ("image", "comment"):
            out.append(plain(node.children))
    return "".join(out)
