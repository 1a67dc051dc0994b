"""A list and the one that it translates: told by name, paired entry by entry; no file is read.

A translation keeps titles, venues and links, so entries are paired as two readings of one list are.
"""

from __future__ import annotations

from listlint.changes import compare
from listlint.once import once
from listlint.paperlist import Entry, PaperList
from listlint.values import NamedTuple

LANGUAGES = frozenset(
    """ar bn ca cn cs da de el en es fa fi fr he hi hu id it ja jp ko kr ms nl no pl pt ro ru sv th
    tr tw ua uk ur vi zh chinese english japanese korean spanish french german""".split()
)
FEWEST = 5  # papers that two lists must share to be one list in two languages
SHARE = 0.5  # of the shorter list's entries


class Pairing(NamedTuple):
    """What a list has of the one it translates."""

    pairs: tuple[tuple[Entry, Entry], ...]  # (ours, theirs), in our order
    missing: tuple[Entry, ...]  # theirs that we lack, in their order
    extra: tuple[Entry, ...]  # ours that they lack, in our order


def original_name(name: str) -> str | None:
    """The name of the list that ``name`` translates: "README.zh-CN.md" -> "README.md"."""
    stem, dot, ending = name.rpartition(".")
    if not dot:
        return None
    for mark in (".", "_", "-"):
        head, _, tail = stem.partition(mark)
        words = tail.lower().replace("_", "-").split("-")
        if head and words[0] in LANGUAGES and len(words) <= 2 and len(words[-1]) <= 8:
            return f"{head}.{ending}"
    return None


@once
def pairing(papers: PaperList) -> Pairing | None:
    """The entries of a list and of its original; None where they aren't one list."""
    original = papers.original
    if original is None:
        return None
    changes = compare(original, papers)
    fewer = min(len(papers.entries), len(original.entries))
    if len(changes.origin) < max(FEWEST, SHARE * fewer):
        return None
    ours, theirs = papers.entries, original.entries
    return Pairing(
        tuple((ours[one], theirs[other]) for one, other in sorted(changes.origin.items())),
        tuple(theirs[index] for index in changes.gone),
        tuple(ours[index] for index in changes.added),
    )
