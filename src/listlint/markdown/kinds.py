"""A document's nodes by kind, so that a rule walks only over what it is about; it judges none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from listlint.markdown.nodes import Document, Node
from listlint.once import once


@once
def by_kind(document: Document) -> Mapping[str, list[Node]]:
    """The nodes of each kind, in the order of the text."""
    held: defaultdict[str, list[Node]] = defaultdict(list)
    stack = document.blocks[::-1]
    while stack:
        node = stack.pop()
        held[node.kind].append(node)
        if node.children:
            stack.extend(reversed(node.children))
    return held
