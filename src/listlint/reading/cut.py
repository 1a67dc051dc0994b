"""A piece while the reading weighs it: a mutable thing of this room alone."""

from __future__ import annotations

from listlint.markdown.nodes import Node
from listlint.reading.evidence import Feature


class Cut:
    """A piece while the reading weighs it."""

    __slots__ = (
        "by",
        "cell",
        "end",
        "feature",
        "field",
        "first",
        "kind",
        "led",
        "line",
        "marks",
        "node",
        "ordinal",
        "own",
        "part",
        "post",
        "role",
        "start",
        "text",
        "titled",
    )

    def __init__(self, kind: str, text: str, start: int, end: int, marks: str) -> None:
        self.kind = kind  # text, link, image
        self.text = text
        self.start = start
        self.end = end
        self.marks = marks
        self.line = 0
        self.cell = 0
        self.field: str | None = (
            None  # the role letter that a field word before it gives, "X" for any other
        )
        self.first = False
        self.ordinal = 0
        self.node: Node | None = None
        self.feature: Feature | None = None
        self.own: tuple[float, ...] = ()
        self.post: tuple[float, ...] = ()
        self.role = 5
        self.by = False  # "by" stands before it
        self.led = False  # names stand before it, in a list whose rows begin with names
        self.titled = False  # a marked title stands before it
        self.part = 0  # number of the part of the entry it stands in, 0 for its first item

    def __repr__(self) -> str:
        return f"<{'TAVYLX'[self.role]} {self.kind}{self.marks} {self.text[:40]!r}>"
