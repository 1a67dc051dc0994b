"""Where a running text goes on: over emphasis inside it, over a soft break; and what opens it."""

from __future__ import annotations

import re
from functools import cache


@cache
def _ordinal() -> re.Pattern[str]:
    return re.compile(r"\s*\(?\d{1,4}[.)\]]\s+(?=\S)")


def counter(text: str, start: int, end: int) -> int:
    """The length of a counter in front of a text: "7. ", "12) "."""
    match = _ordinal().match(text, start, min(end, start + 12))
    return len(match[0]) if match else 0


def blank_lead(body: str) -> int:
    """Where a title set apart from prose by two blanks ends; 0 if there is none."""
    dash = body.find(" - ", 3, 150)
    if dash > 0 and body[dash + 3 : dash + 4].islower():
        return dash
    place = body.find("  ", 3, 200)
    return (
        place
        if place > 0 and body[place:].lstrip()[:1].isupper() and body[place - 1] not in ".:"
        else 0
    )


@cache
def _shortcodes() -> re.Pattern[str]:
    return re.compile(r":[a-z][a-z0-9_+-]{1,30}:")


def masked(body: str) -> str:
    """Emoji shortcodes made blank, so that their colons are no separators."""
    return _shortcodes().sub(lambda m: " " * len(m[0]), body)


def runs_on(left: str, right: str) -> bool:
    """Whether a word goes on, or a new one begins without a separator between."""
    before, after = left.rstrip(), right.lstrip()
    if not before or not after:
        return False
    if before != left or after != right:
        return (before[-1].isalnum() or before[-1] in "-’'+)") and (
            after[0].isalnum() or after[0] in "+$"
        )
    return (before[-1].isalnum() or before[-1] in "-'’+)") and (
        after[0].isalnum() or after[0] in "-'’:+$"
    )


def tame(after: str) -> bool:
    return after[0].islower() or after[0] in "-'’:+"
