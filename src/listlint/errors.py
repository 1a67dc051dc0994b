"""What a user can be told is wrong: one plain line with what, where and the remedy."""

from __future__ import annotations

from collections.abc import Iterable


class UserError(Exception):
    """Wrong use, wrong configuration or an unreadable file; never a fault of our own."""


def nearest(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """The end of a sentence about an unknown word: the known one that was probably meant."""
    from difflib import get_close_matches

    close = get_close_matches(word, list(known), n=1)
    return f": did you mean {close[0]}?" if close else otherwise
