"""Links that lead out of the document, as values."""

from __future__ import annotations

from listlint.finding import Span
from listlint.knowledge import addresses
from listlint.markdown.nodes import Node
from listlint.paperlist import Link
from listlint.reading.atoms import link_text
from listlint.reading.items import Item
from listlint.reading.look import is_anchor


def outward_links(items: list[Item]) -> tuple[tuple[Link, ...], int]:
    """All links of an entry's items that lead out, in order, and how many images stand in it."""
    links: list[Link] = []
    badges = 0
    for item in items:
        for node in (p.node for p in item.pieces if p.node is not None):
            if node.kind == "image":
                badges += 1
                continue
            badges += sum(1 for n in node.walk() if n.kind == "image")
            made = make_link(node)
            if made is not None:
                links.append(made)
    return tuple(links), badges


def make_link(node: Node) -> Link | None:
    """A link that leads out, as a value; None for anchors and empty targets."""
    url = node.url
    if not url or is_anchor(url):
        return None
    address = addresses.read(url)
    kind = address.kind
    label = "" if node.name in ("bare", "auto") else link_text(node)[0]
    return Link(
        _unwrapped(label),
        url,
        "paper" if kind in ("other", "project") and _says_paper(label, url) else kind,
        address.id,
        address,
        Span(node.start, node.end),
        Span(*node.inner) if node.inner else None,
        Span(*node.dest) if node.dest else None,
    )


def _unwrapped(label: str) -> str:
    """A label without the brackets round the whole of it."""
    while len(label) > 2 and (label[0], label[-1]) in (("[", "]"), ("(", ")")):
        label = label[1:-1]
    return label


def _says_paper(label: str, url: str) -> bool:
    """A label that says so, or a page of the list's own under a title."""
    words = label.strip("[]()* ").lower()
    return words in ("paper", "pdf", "arxiv", "arxiv preprint", "preprint", "openreview") or (
        "://" not in url and len(label.split()) > 3 and not url.startswith("mailto:")
    )
