"""How a title is written otherwise than its registered form: what differs, in words.

Pure. It is asked of one paper's two titles; whether they are one paper's is told elsewhere.
"""

from __future__ import annotations

from listlint.knowledge import titles
from listlint.papers import KINDS
from listlint.registered import PART, bare, likeness
from listlint.wording import plain

CASE, HYPHENS, NICKNAME, WORDS = (
    "the case of a name differs",
    "hyphens or blanks differ",
    "its nickname is missing here",
    "the words differ",
)
DASHES = {ord(c): "-" for c in "‐‑‒–—−"}
LOUD = 0.6  # of the letters in capitals: the registry shouts


def difference(written: str, registered: str) -> str:
    """What differs between a title and its registered form; nothing where that is of no account."""
    written = plain(written)
    like = likeness(written, registered)
    if like == PART:
        return NICKNAME if _lacks_nickname(written, registered) else ""
    ours, theirs = _words(written), _words(registered)
    if [word.casefold() for word in ours] != [word.casefold() for word in theirs]:
        same = titles.fold(bare(written)) == titles.fold(bare(registered))
        return HYPHENS if same else WORDS
    if _loud(registered) or _loud(written):
        return ""
    return CASE if any(map(_other_case, ours, theirs)) else ""


def _lacks_nickname(written: str, registered: str) -> bool:
    """ "NoseSort: Sorting by Smell" written as "Sorting by Smell"."""
    name, colon, rest = registered.partition(":")
    if not colon or " " in name.strip() or titles.fold(name) in KINDS:
        return False
    return titles.same(bare(written), bare(rest)) and not name.islower()


def _words(title: str) -> list[str]:
    """Words with their hyphens, without other marks."""
    kept = (c if c.isalnum() or c in "-+ " else "" for c in bare(title).translate(DASHES))
    return [word.strip("-") for word in "".join(kept).split() if word.strip("-")]


def _other_case(ours: str, theirs: str) -> bool:
    """Whether a name with capitals of its own is written without them, or otherwise."""
    parts = zip(ours.split("-"), theirs.split("-"), strict=False)
    return any(
        one != other and one[1:] != other[1:] and any(c.isupper() for c in other[1:])
        for one, other in parts
    )


def _loud(title: str) -> bool:
    letters = [c for c in title if c.isalpha()]
    return sum(c.isupper() for c in letters) > LOUD * len(letters)
