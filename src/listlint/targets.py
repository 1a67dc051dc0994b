"""From what somebody named to the lists that are meant; it looks into folders and opens no file."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from listlint.errors import UserError

MARKDOWN, RST = "readme.md", "readme.rst"
MOST_DEPTHS = 2
MOST = 10_000  # files that one pattern may name


def lists_in(path: str, patterns: Sequence[str] = (), root: str = ".") -> list[str]:
    """The lists that ``path`` means: of a folder those that a configuration's ``files:`` names
    there (patterns from ``root``), else its README."""
    if os.path.isdir(path) and patterns:
        inside = os.path.join(os.path.realpath(path), "")
        files = dict.fromkeys(file for each in patterns for file in _matching(each, root))
        named = [file for file in files if os.path.realpath(file).startswith(inside)]
        if named:
            return named
    return [list_at(path)]


def list_at(path: str) -> str:
    """The list that ``path`` means: a file is itself, of a folder it is the README."""
    if os.path.isdir(path):
        path = _readme_of(path)
    return path[2:] if path.startswith(f".{os.sep}") else path


def _matching(pattern: str, root: str) -> Iterator[str]:
    """Files below ``root`` that a pattern of the configuration names; it must name some."""
    from glob import glob
    from itertools import islice

    parts = pattern.split("/")
    pattern = "/".join(p for n, p in enumerate(parts) if p != "**" or parts[n - 1 : n] != ["**"])
    if pattern.count("**") > MOST_DEPTHS:  # each of them goes through every folder again
        raise UserError(f"{pattern}: `**` stands more than twice: mend `files:`")
    found = sorted(islice(glob(pattern, root_dir=root, recursive=True), MOST))
    files = [os.path.relpath(os.path.join(root, name)) for name in found]
    files = [file for file in files if os.path.isfile(file)]
    if not files:
        raise UserError(f"{pattern}: no such file: mend `files:` in the configuration")
    yield from files


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
