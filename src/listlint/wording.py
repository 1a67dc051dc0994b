"""Titles and names as plain text: markup, entities and LaTeX gone; and a word's stem.

Registers write titles as they got them: ``{B}ERT``, ``$\\alpha$``, ``<i>``, ``&amp;``, wrapped
lines. What can't be understood is left as it stands; nothing raises.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any

LONGEST = 2000  # characters; a longer text is no title
_RETRACTED = ("retracted:", "retracted article:", "[retracted]", "withdrawn:")
_NUMERALS = {
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7",
    "eight": "8", "nine": "9", "ten": "10", "ii": "2", "iii": "3", "iv": "4",
}  # fmt: skip


@lru_cache(maxsize=16384)
def plain(text: str) -> str:
    """The text on one line, without markup."""
    text = text[:LONGEST]
    if "<" in text:
        text = _tag().sub("", text)
    if "&" in text and ";" in text:
        from html import unescape

        text = unescape(text)
    if "\\" in text or "$" in text or "{" in text:
        text = _from_latex(text)
    return " ".join(text.split())


def title(text: str) -> str:
    """A title as a register gives it: also without a final full stop and a word on its fate."""
    text = plain(text)
    low = text.lower()
    for word in _RETRACTED:
        if low.startswith(word):
            text = text[len(word) :].strip()
            break
    return text[:-1] if text.endswith(".") and not text.endswith("..") else text


def _from_latex(text: str) -> str:
    text = text.replace("\\&", "&").replace("&", "\\&")  # alone it would end a table's cell
    try:
        said: str = _latex().latex_to_text(text)
    except Exception:  # of nested braces without end, say: a stranger's text may hold anything
        return _command().sub("", text).replace("{", "").replace("}", "").replace("$", "")
    return said


@cache
def _latex() -> Any:
    from pylatexenc.latex2text import LatexNodes2Text  # 80 ms, and few titles need it

    return LatexNodes2Text(math_mode="text", keep_comments=True)


@cache
def _tag() -> re.Pattern[str]:
    return re.compile(r"</?[A-Za-z][^<>]{0,200}>")


@cache
def _command() -> re.Pattern[str]:
    return re.compile(r"\\[A-Za-z]+\*?|\\.")


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """A folded word as compared: a plural as its singular, British as American, numerals."""
    if word in _NUMERALS:
        return _NUMERALS[word]
    if len(word) > 4:
        if word.endswith("ies"):
            word = f"{word[:-3]}y"
        elif word.endswith(("sses", "xes", "ches", "shes")):
            word = word[:-2]
        elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
            word = word[:-1]
    return _american(word)


def _american(word: str) -> str:
    for british, american in (("isation", "ization"), ("ising", "izing"), ("ised", "ized")):
        if word.endswith(british):
            return f"{word[: -len(british)]}{american}"
    for british, american in (("ise", "ize"), ("yse", "yze"), ("our", "or"), ("tre", "ter")):
        if len(word) > 5 and word.endswith(british):
            return f"{word[: -len(british)]}{american}"
    for doubled in ("lling", "lled"):
        if len(word) > 7 and word.endswith(doubled):
            return f"{word[: -len(doubled)]}{doubled[1:]}"
    return word.replace("aviour", "avior").replace("colour", "color")
