"""Output formats: one file is one format, found by its name; nothing here decides what is said."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from importlib import import_module

from listlint.lint.gather import Report
from listlint.values import NamedTuple


class Look(NamedTuple):
    """How what is said may be shown; machine formats show everything and mind none of it."""

    colour: bool = False
    terminal: bool = False  # somebody sits before it, so that long output is summed up
    width: int = 120  # columns
    notes: bool = False
    statistics: bool = False
    quiet: bool = False


Renderer = Callable[[Sequence[Report], Look], str]


def names() -> list[str]:
    """The formats there are: the files in this folder."""
    files = (name for folder in __path__ for name in os.listdir(folder))
    return sorted(name[:-3] for name in files if name.endswith(".py") and name[0] != "_")


def renderer(name: str) -> Renderer:
    """The function that prints reports in the format called ``name``."""
    render: Renderer = import_module(f"listlint.formats.{name}").render
    return render
