"""How names of venues are compared: folding, words, look-alike letters. It knows no table."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from listlint.values import NamedTuple

_DROPPED = {n: None for n in range(128) if not (chr(n).isalnum() or chr(n) in "&+*")}
_ALIKE = {ord("I"): "1", ord("l"): "1", ord("|"): "1", ord("0"): "O"}


class Word(NamedTuple):
    """A run of letters, a run of digits, or one of ``& + *``."""

    fold: str
    start: int
    end: int


def fold(text: str) -> str:
    """NFKC, casefold, letters, digits and ``& + *`` only."""
    if text.isascii():
        return text.lower().translate(_DROPPED)
    from unicodedata import normalize

    plain = normalize("NFKC", text).casefold()
    return "".join(c for c in plain if c.isalnum() or c in "&+*")


def fold_alike(text: str) -> str:
    """Folded, with capital I, lower-case l, 1 and ``|`` made one sign, and 0 and O another.

    It must look at the letters before they are casefolded: i and L are like none of them.
    """
    return fold(text.translate(_ALIKE))


def first_run(text: str) -> str:
    """The first letters and digits as written, but digits at their end: ``1CML`` of 1CML2020."""
    found = _run().search(text)
    return found[0].rstrip("0123456789") if found else ""


@cache
def _run() -> re.Pattern[str]:
    return re.compile(r"(?:[^\W_]|\|)+")


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]+|\d+|[&+*]")


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[Word, ...]:
    """The words of a text with their places; joined folds are the fold of the text between them."""
    if text.isascii():
        lower = text.lower()
        return tuple(Word(lower[m.start() : m.end()], *m.span()) for m in _word().finditer(text))
    return tuple(Word(fold(m[0]), *m.span()) for m in _word().finditer(text))


def first_word(text: str) -> str:
    """The fold of the first word, or nothing."""
    found = _word().search(text)
    return fold(found[0]) if found else ""
