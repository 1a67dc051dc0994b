"""Where a list's rows have the names of authors, as the rows tell together; no row is cut here.

A title that begins with two capitalised words and a comma reads like a name, and so does what
stands behind its last comma: only the habit of the list tells one from the other.
"""

from __future__ import annotations

from itertools import pairwise

from listlint.knowledge.people import is_name, names
from listlint.reading.cut import Cut
from listlint.reading.evidence import A, T
from listlint.reading.items import Item
from listlint.values import NamedTuple

HEAD = 160  # characters in which two names and what follows them stand
ENOUGH = 5  # rows that must begin with names
SEVERAL = 2.5  # log-odds that a text is names, and more than one
SHARE_OF_COLONS = 0.25  # of all rows: single names lead the others
SHARE = 0.5  # of the rows that have two commas at their head
MANY = 20  # rows that a list needs before few of them can be called rare
RARE = 0.05  # of the rows


class Naming(NamedTuple):
    """The habit of a list."""

    led: bool = False  # its rows begin with names
    stopped: bool = False  # names stand behind a full stop or a dash, never behind a comma
    colon: bool = False  # its rows begin with names and a colon

    def behind(self) -> Naming:
        """What holds behind the names."""
        return self._replace(led=False, colon=False)


def names_lead(items: list[Item], text: str) -> bool:
    """Whether most rows with commas at their head begin with two full names."""
    rows = led = 0
    for item in items:
        if item.kind not in ("bullet", "para") or not item.fields or not item.fields[0]:
            continue
        start = item.fields[0][0].start
        parts = text[start : min(item.end, start + HEAD)].replace(" and ", ",").split(",")
        if len(parts) < 3:
            continue
        rows += 1
        led += all(is_full_name(part) for part in parts[:2]) and _says_more(parts[2:])
    return led >= ENOUGH and led >= SHARE * rows


def colon_leads(items: list[Item], text: str) -> bool:
    """Whether many rows begin with several names and a colon: "Berg, et al.: Kettles, 2020"."""
    rows = led = 0
    for item in items:
        if item.kind in ("bullet", "para") and item.fields and item.fields[0]:
            start = item.fields[0][0].start
            rows += 1
            led += names(before_colon(text, start, item.end)) >= SEVERAL
    return led >= ENOUGH and led >= SHARE_OF_COLONS * rows


def before_colon(text: str, start: int, end: int) -> str:
    """What stands before the first colon with a blank behind it; nothing where there is none."""
    place = text.find(": ", start, min(end, start + HEAD))
    return text[start:place] if place > 0 else ""


def _says_more(parts: list[str]) -> bool:
    """Whether a title follows: a row of nothing but names stands below its title."""
    return any(len(part.split()) > 3 for part in parts)


def is_full_name(part: str) -> bool:
    """A name of two words or more, or with an initial."""
    bare = part.strip(" \t*_-")
    return (" " in bare or "." in bare) and is_name(bare)


def doubtful(items: list[Item], text: str) -> list[Item]:
    """The few rows that seem to have names behind a title and a comma, as hardly any row has."""
    rows = [item for item in items if len(item.pieces) > 1]
    if len(rows) < MANY:
        return []
    found = [row for row in rows if _names_behind_comma(row.pieces, text)]
    return found if len(found) <= RARE * len(rows) else []


def _names_behind_comma(pieces: list[Cut], text: str) -> bool:
    return any(
        right.own[A] > right.own[T] and left.own[T] == max(left.own)
        for left, right in pairwise(pieces)
        if left.kind == right.kind == "text" and text[left.end : right.start].strip() == ","
    )
