"""Titles that are nearly one: a nickname, a subtitle, a typo, a small word apart.

Pure. Candidates come out of blocks (titles that share a rare word, a beginning, an end), never from
all pairs, and blocks are bounded. What marks another paper (a number, "Part II", a survey of the
same matter) always wins over likeness.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from listlint.copies import two_events
from listlint.knowledge import titles
from listlint.once import once
from listlint.paperlist import Entry, PaperList
from listlint.papers import KINDS, SHORTEST, Groups, Paper, arxiv_of, places, repeated
from listlint.values import NamedTuple

FEWEST_WORDS = 4  # of a title, or of a part of one, that names one paper
RAREST = 5  # words of a title by which it is looked for
LARGEST = 24  # titles in a block; more share what tells nothing
EDGE = 14  # letters of a title's beginning or end
APART = 2  # words of either title that the other lacks
LONG, LONGER = 5, 8  # letters of a word in which one slip, or two, can be told from another word
SMALL = frozenset(
    "a an the of for in on with via by from to and using towards toward at as through under"
    " over into is are be its their".split()
)
# A word of these in one title only, and it is another paper.
APARTS = frozenset(
    "part i ii iii iv v vi v1 v2 v3 version extended extension abstract short long full"
    " supplementary supplement appendix revisited revisiting reloaded again beyond further"
    " demo demonstration poster tutorial workshop challenge competition plus lite tiny small base"
    " large mini nano improved improving better fast faster first second third report reply comment"
    " corrigendum erratum volume chapter dataset benchmark results report one two three not non"
    " no".split()
)
SURVEYS = frozenset("survey review overview surveys reviews tutorial taxonomy roadmap".split())
# Registries that number a paper once.
NUMBERED = frozenset("acl pmlr cvf ijcai jmlr neurips openreview ieee usenix".split())
NO_NAMES = frozenset("and etal others anonymous authors author".split())
SHORTEST_NAME = 3
COMPANY = 4  # words of names that two papers of one first author don't share by chance
PLURALS = ("s", "es")


class Title(NamedTuple):
    """A title taken apart for comparing."""

    entry: Entry
    words: tuple[str, ...]  # without small ones
    held: frozenset[str]
    name: str  # folded, before the colon, if that is a name of one word
    head: str  # folded, before the colon, if it could be a title by itself
    tail: str  # the same behind it


def near(papers: PaperList) -> Iterator[Paper]:
    """Papers that stand under titles which are nearly one, by the first of their entries."""
    known = _titles(papers)
    pairs = list(_pairs(known))
    if not pairs:
        return
    same = {entry.index: n for n, paper in enumerate(repeated(papers)) for entry in paper.entries}
    counts = Counter(word for title in known for word in title.held)
    groups = Groups(len(known))
    for at, other in pairs:
        one, two = known[at], known[other]
        number = same.get(one.entry.index)
        if (number is not None and number == same.get(two.entry.index)) or (
            not _two_papers(one.entry, two.entry) and _one_title(one, two, counts)
        ):
            groups.join(at, other)
    homes = places(papers)
    for group in groups.gathered():
        entries = tuple(known[at].entry for at in group)
        if len(group) > 1 and len({same.get(e.index, ~e.index) for e in entries}) > 1:
            at_home = (-1 if e.section is None else homes[e.section] for e in entries)
            yield Paper(entries, tuple(at_home))


def like(papers: PaperList, paper: Entry) -> Entry | None:
    """The entry whose title is nearly that of a paper which may not stand in the list."""
    known, counts = _comparable(papers)
    if len(paper.folded) < SHORTEST:
        return None
    one = _title(paper)
    for other in known:
        shared = len(one.held & other.held)
        part = paper.folded in (other.head, other.tail) or other.entry.folded in (
            one.head,
            one.tail,
        )
        if not part and not _few_apart(shared, len(one.held), len(other.held)):
            continue
        if not _two_papers(paper, other.entry) and _one_title(one, other, counts):
            return other.entry
    return None


@once
def _comparable(papers: PaperList) -> tuple[list[Title], Counter[str]]:
    known = _titles(papers)
    return known, Counter(word for title in known for word in title.held)


def _titles(papers: PaperList) -> list[Title]:
    """Each title once, as long as it names one paper."""
    first: dict[str, Entry] = {}
    for entry in papers.entries:
        if entry.kind == "paper" and titles.letters(entry.folded) >= SHORTEST:
            first.setdefault(entry.folded, entry)
    return [_title(entry) for entry in first.values()]


def _title(entry: Entry) -> Title:
    words = _telling(entry.title)
    head, _, tail = _parted(entry.title)
    name = titles.fold(head) if tail and " " not in head.strip() else ""
    name = "" if name in KINDS else name
    return Title(entry, words, frozenset(words), name, _own(head) if tail else "", _own(tail))


def _telling(title: str) -> tuple[str, ...]:
    return tuple(word for word in titles.words(title) if word not in SMALL)


def _parted(title: str) -> tuple[str, str, str]:
    for mark in (":", " - ", " – ", " — ", "："):
        if mark in title:
            return title.partition(mark)
    if title.endswith(")"):  # "Sorting Lists by Smell (NoseSort)"
        return title.rpartition(" (")
    return title, "", ""


def _own(part: str) -> str:
    """A part of a title, folded, if it could be a title by itself."""
    return titles.fold(part) if len(_telling(part)) >= FEWEST_WORDS else ""


# Candidates


def _pairs(known: list[Title]) -> set[tuple[int, int]]:
    """Titles that may be one: parts of one another, or all but a few words shared."""
    found = set(_parts(known))
    held = [title.held for title in known]
    for block in _blocks(known):
        for n, other in enumerate(block):
            words = held[other]
            most = len(words)
            for at in block[:n]:
                size = len(held[at])
                if abs(size - most) <= APART and _few_apart(len(held[at] & words), size, most):
                    found.add((at, other))
    return found


def _parts(known: list[Title]) -> Iterator[tuple[int, int]]:
    """A title that is all of another one but its nickname, or but its subtitle."""
    whole = {title.entry.folded: at for at, title in enumerate(known)}
    for at, title in enumerate(known):
        for part in (title.head, title.tail):
            other = whole.get(part) if part else None
            if other is not None and other != at:
                yield min(at, other), max(at, other)


def _blocks(known: list[Title]) -> Iterator[list[int]]:
    counts = Counter(word for title in known for word in title.held)
    held: defaultdict[str, list[int]] = defaultdict(list)
    for at, title in enumerate(known):
        shared = [word for word in title.held if 1 < counts[word] <= LARGEST]
        shared.sort(key=lambda word: (counts[word], word))
        folded = title.entry.folded
        for key in (*shared[:RAREST], f"^{folded[:EDGE]}", f"${folded[-EDGE:]}"):
            held[key].append(at)
    return (block for block in held.values() if 1 < len(block) <= LARGEST)


def _few_apart(shared: int, one: int, other: int) -> bool:
    most = max(one, other) - shared
    return most <= APART and shared >= max(2, 2 * most)


# Deciding


def _two_papers(one: Entry, other: Entry) -> bool:
    """Numbers of one registry that differ, or no author in common."""
    ours, theirs = arxiv_of(one), arxiv_of(other)
    if ours and theirs and ours != theirs:
        return True
    for id in one.ids:
        scheme = id.partition(":")[0]
        if scheme in NUMBERED and any(i.startswith(f"{scheme}:") and i != id for i in other.ids):
            return True
    return _strangers(one, other)


def _strangers(one: Entry, other: Entry) -> bool:
    ours, theirs = _authors(one), _authors(other)
    return bool(ours and theirs) and not ours.keys() & theirs.keys()


def _authors(entry: Entry) -> dict[str, None]:
    """The words of their names, each once, in order."""
    words = titles.words(entry.authors) if entry.authors else ()
    return dict.fromkeys(word for word in words if len(word) > 2 and word not in NO_NAMES)


def _one_title(one: Title, other: Title, counts: Counter[str]) -> bool:
    mine, yours = _left(one, other), _left(other, one)
    if any(map(_tells_apart, (*mine, *yours))) or not SURVEYS.isdisjoint((*mine, *yours)):
        return False
    long = min(len(one.words), len(other.words)) >= FEWEST_WORDS
    if long and one.words == other.words:  # in another order it may be another thing
        return True
    same = long and len(mine) == len(yours) > 0
    if same and all(_slip(a, b, counts) for a, b in zip(mine, yours, strict=True)):
        return True
    return not two_events(one.entry, other.entry) and _renamed(one, other, mine, yours)


def _renamed(one: Title, other: Title, mine: list[str], yours: list[str]) -> bool:
    """One paper under an older and a newer title: a nickname, a subtitle, a few words apart."""
    kin = _kin(one, other)
    if one.entry.folded in (other.head, other.tail) or other.entry.folded in (one.head, one.tail):
        return kin or SURVEYS.isdisjoint(one.held | other.held)
    if one.tail and one.tail == other.tail and one.name and other.name:
        return len(one.words) > FEWEST_WORDS and APARTS.isdisjoint(one.held)
    shared = len(one.held & other.held)
    return kin and shared >= FEWEST_WORDS and max(len(mine), len(yours)) <= APART


def _kin(one: Title, other: Title) -> bool:
    """One nickname, or the same first author and others besides."""
    if one.name and one.name == other.name and len(one.name) >= SHORTEST_NAME:
        return True
    ours, theirs = _authors(one.entry), _authors(other.entry)
    first = set(list(ours)[:2]) <= theirs.keys() and set(list(theirs)[:2]) <= ours.keys()
    return first and len(ours.keys() & theirs.keys()) >= COMPANY


def _left(one: Title, other: Title) -> list[str]:
    """Words that the other title lacks, in order."""
    return [word for word in one.words if word not in other.held]


def _tells_apart(word: str) -> bool:
    return word in APARTS or len(word) < 3 or any(c.isdigit() or c == "+" for c in word)


def _slip(one: str, other: str, counts: Counter[str]) -> bool:
    """One word, mistyped or in the plural: not two that the list uses elsewhere too."""
    short, long = sorted((one, other), key=len)
    if long.startswith(short) and long[len(short) :] in PLURALS:
        return True
    if long.endswith(short) or len(short) < LONG:  # supervised, unsupervised
        return False
    if counts[one] > 1 and counts[other] > 1:
        return False
    from rapidfuzz.distance import OSA

    most = 2 if len(short) >= LONGER else 1
    return OSA.distance(one, other, score_cutoff=most) <= most
