"""GitHub's anchors of headings; it reads nodes and decides nothing about entries."""

from __future__ import annotations

from collections.abc import Iterable
from unicodedata import category

from listlint.markdown.nodes import Node

# what an anchor keeps: letters, marks, decimal digits, and what joins words
KEPT = frozenset(("Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "Pc"))
KEPT_ASCII = frozenset("abcdefghijklmnopqrstuvwxyz0123456789_- ")
# symbols that count as letters: circled and squared ones
LETTER_SYMBOLS = ((0x24B6, 0x24E9), (0x1F130, 0x1F149), (0x1F150, 0x1F169), (0x1F170, 0x1F189))


def anchors(headings: Iterable[str]) -> list[str]:
    """The anchor of each heading of a document, in their order; repeated ones are numbered."""
    found: list[str] = []
    repeats: dict[str, int] = {}
    for heading in headings:
        plain = anchor = _anchor(heading)
        while anchor in repeats:
            repeats[plain] += 1
            anchor = f"{plain}-{repeats[plain]}"
        repeats[anchor] = 0
        found.append(anchor)
    return found


def heading_text(node: Node) -> str:
    """What a heading reads, as far as its anchor is made of it: images and line ends are not."""
    if node.kind in ("text", "code"):
        return node.value
    if node.kind in ("image", "comment"):
        return ""
    return "".join(heading_text(child) for child in node.children)


def _anchor(heading: str) -> str:
    lower = heading.lower()
    if lower.isascii():
        kept = [character for character in lower if character in KEPT_ASCII]
    else:
        kept = [character for character in lower if _is_kept(character)]
    return "".join(kept).replace(" ", "-")


def _is_kept(character: str) -> bool:
    if character in KEPT_ASCII or category(character) in KEPT:
        return True
    code = ord(character)
    return any(first <= code <= last for first, last in LETTER_SYMBOLS)
