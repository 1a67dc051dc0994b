"""Text to nodes: Markdown and the HTML in it; the one room that knows markdown-it."""

from __future__ import annotations

import gc

from listlint.markdown.nodes import Document


def parse(text: str) -> Document:
    """The nodes of ``text``, whose line ends are ``\\n``."""
    from listlint.markdown.tree import document

    # nodes and tokens make no cycles: to look for some among so many is time for nothing
    collecting = gc.isenabled()
    gc.disable()
    try:
        return document(text)
    finally:
        if collecting:
            gc.enable()
