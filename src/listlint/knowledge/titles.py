"""Titles folded and compared, so that a title written twice is known again. It knows no table."""

from __future__ import annotations

from functools import lru_cache

_ASCII = {n: None for n in range(128) if not (chr(n).isalnum() or chr(n) == "+")}
_SPACED = {n: " " for n in range(128) if not (chr(n).isalnum() or chr(n) == "+")}


@lru_cache(maxsize=65536)
def fold(title: str) -> str:
    """Letters, digits and ``+`` alone: marks, quotes, case and blanks don't make another title.

    Digits and ``+`` stay, since "Lists 2" and "Lists++" are other papers than "Lists".
    """
    if "&" in title:
        title = _unescaped(title)
    if title.isascii():
        return title.lower().translate(_ASCII)
    return "".join(c for c in _plain(title) if c.isalnum() or c == "+")


def same(one: str, other: str) -> bool:
    """Whether two titles are one, folded; a title without a letter is like no other."""
    folded = fold(one)
    return bool(folded) and folded == fold(other)


@lru_cache(maxsize=65536)
def words(title: str) -> tuple[str, ...]:
    """The title's words, folded, in order."""
    if "&" in title:
        title = _unescaped(title)
    if title.isascii():
        return tuple(title.lower().translate(_SPACED).split())
    return tuple("".join(c if c.isalnum() or c == "+" else " " for c in _plain(title)).split())


def letters(folded: str) -> int:
    """How long a folded title is in letters; two signs of Chinese say as much as five."""
    return len(folded) + 3 * _signs(folded) // 2


def count_words(title: str) -> int:
    """How many words a title has; where blanks part none, two signs are about one."""
    return len(words(title)) + _signs(title) // 2


def _signs(text: str) -> int:
    if text.isascii():
        return 0
    return sum("\u3040" <= sign <= "\u30ff" or "\u4e00" <= sign <= "\u9fff" for sign in text)


def _plain(title: str) -> str:
    from unicodedata import normalize

    return normalize("NFKC", title).casefold()


def _unescaped(title: str) -> str:
    """``&amp;`` and its like as the signs that they stand for."""
    if ";" not in title:
        return title
    from html import unescape

    return unescape(title)
