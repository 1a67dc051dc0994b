"""What a user can be told is wrong: one plain line with what, where and the remedy."""

from __future__ import annotations

from collections.abc import Iterable


class UserError(Exception):
    """Wrong use, wrong configuration or an unreadable file; never a fault of our own."""


def trace(fault: BaseException) -> str:
    """Where a fault of ours came up, a line for each step, without folders of the user's."""
    from pathlib import Path
    from traceback import extract_tb

    steps = [
        f"{'/'.join(Path(step.filename).parts[-2:])}:{step.lineno} {step.name}: {step.line}"
        for step in extract_tb(fault.__traceback__)
        if not step.filename.startswith("<frozen")  # Python's own way of importing
    ]
    return "\n".join([*steps, f"{type(fault).__name__}: {fault}"])


def nearest(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """The end of a sentence about an unknown word: the known one that was probably meant."""
    close = close_to(word, known)
    return f": did you mean {close}?" if close else otherwise


def close_to(word: str, known: Iterable[str]) -> str | None:
    """The known word that was probably meant."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(word, list(known), n=1)), None)
