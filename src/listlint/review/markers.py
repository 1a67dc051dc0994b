"""How our comments are known again: a marker at their end, by rule and entry and never by line.

A marker proves nothing by itself: whoever reads one asks first who wrote the comment.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from hashlib import sha256

from listlint.values import NamedTuple

WORD = "listlint:v1"


class Marker(NamedTuple):
    """``owner``: which job; ``about``: which list and entry; ``findings``; ``text``: the words."""

    owner: str
    about: str
    findings: tuple[str, ...]
    text: str

    def __str__(self) -> str:
        said = ",".join(self.findings)
        return f"<!-- {WORD} id={self.owner} about={self.about} fp={said} text={self.text} -->"


def fingerprint(*parts: object) -> str:
    """A short name for what the parts name together."""
    return sha256("\0".join(map(str, parts)).encode()).hexdigest()[:12]


def signed(body: str, owner: str, about: str, findings: Iterable[str] = ()) -> str:
    """A comment's body with its marker."""
    return f"{body}\n\n{Marker(owner, about, tuple(findings), gist(body))}"


def read_marker(body: str) -> Marker | None:
    """The marker that ends ``body``, if there is exactly one in it."""
    if body.count(WORD) != 1:
        return None
    found = _marker().search(body)
    if found is None:
        return None
    return Marker(found[1], found[2], tuple(filter(None, found[3].split(","))), found[4])


def gist(body: str) -> str:
    """What ``body`` says, whatever lines it names: those move with every push."""
    return fingerprint(_moving().sub("", body))


@cache
def _marker() -> re.Pattern[str]:
    return re.compile(
        rf"<!-- {WORD} id=([\w.-]{{1,60}}) about=([0-9a-f]{{12}}|summary|sweep)"
        r" fp=([0-9a-f,]*) text=([0-9a-f]{12}) -->\s*\Z"
    )


@cache
def _moving() -> re.Pattern[str]:
    lines = r"(?<=\blines )\d+(?:, \d+)*|(?<=\bline )\d+|#L\d+(?:-L\d+)?"
    return re.compile(rf"(?i){lines}|\b[0-9a-f]{{40}}\b|\(at \w+\)")
