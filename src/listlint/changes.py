"""Two readings of one list: which entry of the newer is which of the older, and which is new.

Pure, and linear but for few entries between two that stayed, which are compared by title. It judges
nothing: a changed entry may be better or worse.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Container, Iterator

from listlint.knowledge import titles
from listlint.once import once
from listlint.paperlist import Entry, PaperList
from listlint.values import NamedTuple

Naming = Callable[[PaperList, Entry], str]
MOST_IN_A_GAP = 40  # entries between two known ones that are compared by title
ALIKE = 75


class Changes(NamedTuple):
    """Entries by index: where one of the head comes from in the base, what is new, what is gone."""

    origin: dict[int, int]
    added: tuple[int, ...]
    gone: tuple[int, ...]


def compare(base: PaperList, head: PaperList) -> Changes:
    """Pair the entries: what stayed word for word first, then by key, by title, by nearness."""
    pairs = _Pairs(base, head)
    for naming in (_words, _key, _title):
        pairs.by(naming)
    pairs.by_nearness()
    taken = set(pairs.origin.values())
    return Changes(
        pairs.origin,
        tuple(entry.index for entry in head.entries if entry.index not in pairs.origin),
        tuple(entry.index for entry in base.entries if entry.index not in taken),
    )


@once
def stood(papers: PaperList) -> Container[int]:
    """Entries, by index, that stand as they stood before a change: they alone have a say in what is
    a habit of some section. Without a change all of them."""
    before = papers.before
    if before is None:
        return range(len(papers.entries))
    return {
        ours
        for ours, theirs in compare(before, papers).origin.items()
        if _words(papers, papers.entries[ours]) == _words(before, before.entries[theirs])
    }


class _Pairs:
    """What has been paired so far."""

    __slots__ = ("base", "head", "origin", "taken")

    def __init__(self, base: PaperList, head: PaperList) -> None:
        self.base, self.head = base, head
        self.origin: dict[int, int] = {}
        self.taken: set[int] = set()

    def pair(self, ours: Entry, theirs: Entry) -> None:
        self.origin[ours.index] = theirs.index
        self.taken.add(theirs.index)

    def by(self, naming: Naming) -> None:
        """Pair those that are called alike, in the order of the text."""
        free: defaultdict[str, list[Entry]] = defaultdict(list)
        for entry in reversed(self.base.entries):
            if entry.index not in self.taken:
                free[naming(self.base, entry)].append(entry)
        for entry in self.head.entries:
            name = naming(self.head, entry) if entry.index not in self.origin else ""
            if name and free[name]:
                self.pair(entry, free[name].pop())

    def by_nearness(self) -> None:
        """Pair what stands between the same two neighbours and shares a link or most words."""
        for ours, theirs in self._gaps():
            for entry in ours:
                for other in theirs:
                    if other.index not in self.taken and _near(entry, other):
                        self.pair(entry, other)
                        break

    def _gaps(self) -> Iterator[tuple[list[Entry], list[Entry]]]:
        """Entries without a partner, by the paired entry before them."""
        lost: defaultdict[int, list[Entry]] = defaultdict(list)
        before = -1
        for entry in self.base.entries:
            if entry.index in self.taken:
                before = entry.index
            else:
                lost[before].append(entry)
        found: defaultdict[int, list[Entry]] = defaultdict(list)
        before = -1
        for entry in self.head.entries:
            before = self.origin.get(entry.index, before)
            if entry.index not in self.origin:
                found[before].append(entry)
        for place, ours in found.items():
            if place in lost:
                yield ours[:MOST_IN_A_GAP], lost[place][:MOST_IN_A_GAP]


def _words(papers: PaperList, entry: Entry) -> str:
    return papers.text[entry.span.start : entry.span.end]


def _key(papers: PaperList, entry: Entry) -> str:
    return entry.key


def _title(papers: PaperList, entry: Entry) -> str:
    return entry.folded


def _near(one: Entry, other: Entry) -> bool:
    if {link.url for link in one.links} & {link.url for link in other.links}:
        return True
    from rapidfuzz import fuzz

    words, others = " ".join(titles.words(one.title)), " ".join(titles.words(other.title))
    return bool(words) and fuzz.ratio(words, others) >= ALIKE
