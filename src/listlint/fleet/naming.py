"""From what somebody named to the lists that are meant: files, folders, files that name them."""

from __future__ import annotations

import os
from collections.abc import Iterator

from listlint.config.places import NAMES
from listlint.errors import UserError
from listlint.source import read_small

NAMED_IN = (".txt", ".list")  # files that name lists, one a line
LIST_ENDS = (".md", ".markdown", ".rst")
NO_LISTS = frozenset(
    """changelog code_of_conduct contributing contributors copying history issue_template licence
    licences license licenses pull_request_template security support""".split()
)
SKIPPED = frozenset(("node_modules", "vendor", "venv", "site-packages", "__pycache__"))
LARGEST = 8 * 1024 * 1024
DEEPEST = 12  # folders within folders that are looked into


def named(words: list[str]) -> list[str]:
    """Each word but for files that name lists: in their place what they name, each once."""
    found: dict[str, None] = {}
    for word in words:
        if word.lower().endswith(NAMED_IN) and not os.path.isdir(word):
            found.update(dict.fromkeys(_lines(word)))
        else:
            found[word] = None
    return list(found)


def _lines(file: str) -> Iterator[str]:
    """Names of a file; those of files beside it start from its folder."""
    try:
        text = read_small(file, LARGEST).decode()
    except UnicodeDecodeError:
        raise UserError(f"{file}: isn't UTF-8: save it as UTF-8") from None
    folder = os.path.dirname(file)
    for line in text.splitlines():
        name = line.partition("#")[0].strip()
        if name:
            beside = os.path.join(folder, name)
            yield beside if os.path.exists(beside) else name


def folders_of_lists(folder: str) -> Iterator[str]:
    """What is to be looked at in a folder: itself if it is a list's own, else the files in it that
    may be lists, and what the folders in it hold."""
    yield from _inside(folder, 0)


def _inside(folder: str, depth: int) -> Iterator[str]:
    try:
        names = sorted(os.listdir(folder))
    except OSError as fault:
        raise UserError(f"{folder}: can't be looked into: {fault.strerror}") from None
    lower = {name.lower() for name in names}
    configured = any(os.path.isfile(os.path.join(folder, name)) for name in NAMES)
    if configured or {"readme.md", "readme.rst"} & lower:
        yield folder
        return
    for name in names:
        path = os.path.join(folder, name)
        if os.path.isfile(path):
            stem, end = os.path.splitext(name.lower())
            if end in LIST_ENDS and stem not in NO_LISTS:
                yield path
        elif _goes_on(name, path) and depth < DEEPEST:
            yield from _inside(path, depth + 1)


def _goes_on(name: str, path: str) -> bool:
    """Whether a folder is looked into; a link would lead round in circles."""
    hidden = name.startswith(".") or name in SKIPPED
    return not hidden and os.path.isdir(path) and not os.path.islink(path)
