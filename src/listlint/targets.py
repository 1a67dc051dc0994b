"""From what somebody named to the list that is meant; it looks into folders and opens no file."""

from __future__ import annotations

import os

from listlint.errors import UserError

MARKDOWN, RST = "readme.md", "readme.rst"


def list_at(path: str) -> str:
    """The list that ``path`` means: a file is itself, of a folder it is the README."""
    if os.path.isdir(path):
        path = _readme_of(path)
    refuse_rst(path)
    return path[2:] if path.startswith(f".{os.sep}") else path


def refuse_rst(name: str) -> None:
    """Say so plainly where a list is written in what can't be read yet."""
    if name.lower().endswith((".rst", ".rest")):
        raise UserError(f"{name}: reStructuredText can't be read yet: name a list in Markdown")


def _readme_of(folder: str) -> str:
    """The README of a folder, in any case; Markdown before reStructuredText."""
    try:
        names = sorted(os.listdir(folder))
    except OSError as fault:
        raise UserError(f"{folder}: can't be looked into: {fault.strerror}") from None
    for wanted in (MARKDOWN, RST):
        for name in names:
            if name.lower() == wanted:
                return os.path.join(folder, name)
    raise UserError(f"{folder}: no README.md or README.rst in this folder: name the list's file")
