"""Text to nodes: Markdown and the HTML in it, reStructuredText; knows markdown-it and docutils."""

from __future__ import annotations

import gc

from listlint.errors import UserError
from listlint.markdown.nodes import Document

RST_ENDS = (".rst", ".rest")
REMEDY = "pip install 'listlint[rst]'"


def is_rst(path: str) -> bool:
    """Whether a list is written in reStructuredText, by its name."""
    return path.lower().endswith(RST_ENDS)


def parse(text: str, path: str = "") -> Document:
    """The nodes of ``text``, whose line ends are ``\\n``."""
    if is_rst(path):
        return _rst(text, path)
    from listlint.markdown.tree import document

    # nodes and tokens make no cycles: to look for some among so many is time for nothing
    collecting = gc.isenabled()
    gc.disable()
    try:
        return document(text)
    finally:
        if collecting:
            gc.enable()


def _rst(text: str, path: str) -> Document:
    try:
        from listlint.markdown.rst import LARGEST, document
    except ImportError:
        raise UserError(f"{path}: reading reStructuredText takes docutils: {REMEDY}") from None
    if len(text) > LARGEST:
        raise UserError(f"{path}: reStructuredText is read up to 1 MiB: split it into several")
    return document(text)
