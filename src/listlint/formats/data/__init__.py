"""Lists as data: one file is one format, found by its name; nothing here decides what is known.

A format's ``render`` prints the entries of several lists as one text.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from importlib import import_module

from listlint.paperlist import PaperList

Renderer = Callable[[Sequence[PaperList]], str]


def names() -> list[str]:
    """The formats there are: the files in this folder."""
    files = (name for folder in __path__ for name in os.listdir(folder))
    found = (name[:-3] for name in files if name.endswith(".py") and name[0] != "_")
    return sorted(name.replace("_", "-") for name in found)


def renderer(name: str) -> Renderer:
    """The function that prints lists in the format called ``name``."""
    render: Renderer = import_module(f"{__name__}.{name.replace('-', '_')}").render
    return render
