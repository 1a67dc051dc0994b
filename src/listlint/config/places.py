"""Where a list's own decisions are looked for: from its folder up to the repository's root.

Outside a repository it is the folder itself, and those around it up to the one that the command
runs in: what strangers' folders hold decides nothing. It looks at names and opens no file.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

from listlint.errors import UserError
from listlint.values import NamedTuple

NAMES = (".listlint.yml", os.path.join(".github", "listlint.yml"))
MISNAMED = tuple(name.replace(".yml", ".yaml") for name in NAMES)
OWN_RULES = os.path.join(".listlint", "rules")


class Found(NamedTuple):
    """The configuration that holds for a folder, and where the list's own rules are."""

    file: str | None = None
    rules: str | None = None

    @property
    def root(self) -> str:
        """The folder that paths in the configuration start from."""
        return root_of(self.file) if self.file else "."


def root_of(file: str) -> str:
    """The folder that paths in the configuration ``file`` start from."""
    folder = os.path.dirname(os.path.abspath(file))
    return os.path.dirname(folder) if os.path.basename(folder) == ".github" else folder


def look(folder: str) -> Found:
    """The nearest configuration and the nearest folder of own rules for lists in ``folder``."""
    file = rules = None
    for each in _upwards(os.path.abspath(folder or ".")):
        file = file or _configuration(each)
        own = os.path.join(each, OWN_RULES)
        rules = rules or (own if os.path.isdir(own) else None)
    return Found(file and _short(file), rules and _short(rules))


def _short(path: str) -> str:
    """As somebody here would write it."""
    short = os.path.relpath(path)
    return path if short.startswith(os.pardir) else short


def _upwards(folder: str) -> Iterator[str]:
    """The folder and those around it whose word counts."""
    chain = [folder]
    while not os.path.exists(os.path.join(chain[-1], ".git")):
        parent = os.path.dirname(chain[-1])
        if parent == chain[-1]:
            here = os.getcwd()
            return iter(chain[: chain.index(here) + 1] if here in chain else [folder])
        chain.append(parent)
    return iter(chain)


def _configuration(folder: str) -> str | None:
    found = [path for name in NAMES if os.path.lexists(path := os.path.join(folder, name))]
    if len(found) > 1:
        raise UserError(f"{_short(found[0])}: there is {_short(found[1])} too: keep one of them")
    for name, right in zip(MISNAMED, NAMES, strict=True):
        if not found and os.path.lexists(path := os.path.join(folder, name)):
            raise UserError(f"{_short(path)}: isn't read under this name: name it {right}")
    return found[0] if found else None
