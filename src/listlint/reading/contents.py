"""GitHub's anchors: what a heading's link ends with; repeated headings are numbered.

Source: GitHub's own rendering as github-slugger 2.0.0 copies it.
"""

from __future__ import annotations

from collections.abc import Iterable
from unicodedata import category

from listlint.markdown.nodes import Node, plain

KEPT = frozenset({"Mn", "Mc", "Me", "Nd", "Nl", "Pc"})


def heading_text(node: Node) -> str:
    """A heading as GitHub reads it for its anchor: images dropped, links by their text."""
    return plain(node.children).strip()


def slug(text: str) -> str:
    """The anchor of one heading, before numbering."""
    lowered = text.lower()
    return "".join(
        "-" if c == " " else c for c in lowered if c in " -" or c.isalpha() or category(c) in KEPT
    )


def anchors(headings: Iterable[str]) -> list[str]:
    """The anchors of a document's headings, in order, as GitHub numbers repeated ones."""
    seen: dict[str, int] = {}
    out: list[str] = []
    for heading in headings:
        first = made = slug(heading)
        while made in seen:
            seen[first] += 1
            made = f"{first}-{seen[first]}"
        seen[made] = 0
        out.append(made)
    return out
