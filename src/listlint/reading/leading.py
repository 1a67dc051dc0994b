"""Whether the rows of a list begin with their authors' names; told from their first words alone.

A title that begins with two capitalised words and a comma reads like a name: only the rows together
tell one from the other.
"""

from __future__ import annotations

from listlint.knowledge.people import is_name
from listlint.reading.items import Item

HEAD = 160  # characters in which two names and what follows them stand
ENOUGH = 5  # rows that must begin so
SHARE = 0.5  # of the rows that have two commas at their head


def names_lead(items: list[Item], text: str) -> bool:
    """Whether most rows with commas at their head begin with two full names."""
    rows = led = 0
    for item in items:
        if item.kind not in ("bullet", "para") or not item.fields or not item.fields[0]:
            continue
        start = item.fields[0][0].start
        parts = text[start : min(item.end, start + HEAD)].split(",")
        if len(parts) < 3:
            continue
        rows += 1
        led += all(is_full_name(part) for part in parts[:2])
    return led >= ENOUGH and led >= SHARE * rows


def is_full_name(part: str) -> bool:
    """A name of two words or more, or with an initial."""
    bare = part.strip(" \t*_-")
    return (" " in bare or "." in bare) and is_name(bare)
