"""Text to nodes: Markdown and the HTML in it; the one room that knows markdown-it."""

from __future__ import annotations

from listlint.markdown.nodes import Document


def parse(text: str) -> Document:
    """The nodes of ``text``, whose line ends are ``\\n``."""
    from listlint.markdown.tree import document

    return document(text)
