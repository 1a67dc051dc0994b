"""Which entries of a list are one paper, and which sections count as one place for it.

Pure, and linear in the number of entries: equal titles and equal links are gathered, never
compared each with each. It judges nothing: a paper listed twice may well be meant.
"""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from listlint.knowledge import titles
from listlint.once import once
from listlint.paperlist import Entry, PaperList
from listlint.values import NamedTuple

SHORTEST = 12  # letters of a title that names one paper: "Survey" or "Slides" names many
MOST_TITLES = 8  # titles under one link that are compared with one another
FEWEST_WORDS, MOST_NAMESAKES = 4, 3  # a title of so many words isn't given twice by chance
HABIT_SHARE, HABIT_PAPERS = 0.03, 8  # papers in several sections that make a habit
OTHERS = frozenset("other others misc miscellaneous miscellany miscellanea 其它 其他".split())
KINDS = frozenset("poster demo survey tutorial paper review position sok short wip".split())
LEAST_SHARED = 0.5  # of the words of two titles that could be one, so many are the same
FEWEST_HABIT = 3  # such papers that make one in a short list


class Paper(NamedTuple):
    """A paper and its entries, in the order of the text; ``homes``: where each of them stands."""

    entries: tuple[Entry, ...]
    homes: tuple[int, ...]

    @property
    def key(self) -> str:
        return self.entries[0].key

    def by_home(self) -> dict[int, list[Entry]]:
        """The entries of each place, the first place first."""
        held: dict[int, list[Entry]] = {}
        for entry, home in zip(self.entries, self.homes, strict=True):
            held.setdefault(home, []).append(entry)
        return held


@once
def repeated(papers: PaperList) -> tuple[Paper, ...]:
    """Papers with more than one entry, by the first of them."""
    return tuple(_repeated(papers))


def _repeated(papers: PaperList) -> Iterator[Paper]:
    entries = named(papers)
    found = gathered(entries)
    homes = places(papers) if found else []
    for group in found:
        members = tuple(entries[at] for at in group)
        at_home = (-1 if entry.section is None else homes[entry.section] for entry in members)
        yield Paper(members, tuple(at_home))


def named(papers: PaperList) -> list[Entry]:
    """The papers of a list whose title is one."""
    leading = lead_ins(papers)
    return [e for e in papers.entries if e.kind == "paper" and e.index not in leading]


def gathered(entries: list[Entry]) -> list[list[int]]:
    """Which of these papers, by their places here, are one; of those that stand here once none."""
    groups = Groups(len(entries))
    _by_id(entries, groups)
    _by_title(entries, groups)
    return [group for group in groups.gathered() if len(group) > 1]


@once
def lead_ins(papers: PaperList) -> frozenset[int]:
    """Entries, by index, whose title only leads to their links: "Detailed information:" before
    three papers or more is no title of any."""
    held: defaultdict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for entry in papers.entries:
        if entry.links and papers.text.startswith(":", entry.title_span.end):
            leads_to = entry.ids[0] if entry.ids else entry.links[0].url
            held[entry.folded][leads_to].append(entry.index)
    return frozenset(
        index
        for by in held.values()
        if len(by) >= MOST_NAMESAKES
        for same in by.values()
        for index in same
    )


def namesakes(entries: Iterable[Entry]) -> Iterator[tuple[Entry, Entry]]:
    """Entries with one long title and different arXiv numbers: two papers, or a wrong link."""
    held: defaultdict[str, dict[str, Entry]] = defaultdict(dict)
    for entry in entries:
        number = arxiv_of(entry) if entry.kind == "paper" else None
        if number and not any(id in held[entry.folded] for id in entry.ids):
            held[entry.folded][number] = entry
    for camps in held.values():
        first, *others = camps.values()
        if 0 < len(others) < MOST_NAMESAKES and titles.count_words(first.title) >= FEWEST_WORDS:
            yield from ((first, other) for other in others)


def same_resources(papers: PaperList) -> Iterator[list[Entry]]:
    """Resources of one place that have one title and lead to one address; a paper of that place
    with their title and one of their addresses is none apart from them."""
    homes = places(papers)
    held: defaultdict[tuple[int, str], list[Entry]] = defaultdict(list)
    for entry in papers.entries:
        if entry.links and titles.letters(entry.folded) >= SHORTEST:
            held[-1 if entry.section is None else homes[entry.section], entry.folded].append(entry)
    for group in held.values():
        if len(group) > 1 and any(entry.kind != "paper" for entry in group):
            yield from _with_one_address(group)


def _with_one_address(group: list[Entry]) -> Iterator[list[Entry]]:
    """Resources by their own address, the first; beside a paper any will do."""
    beside = any(entry.kind == "paper" for entry in group)
    if beside and titles.count_words(group[0].title) < FEWEST_WORDS:
        return
    held: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in group:
        for url in {link.url for link in (entry.links if beside else entry.links[:1])}:
            held[url].append(entry)
    for same in held.values():
        if len(same) > 1 and any(entry.kind != "paper" for entry in same):
            yield same
            return


def across(papers: PaperList) -> list[Paper]:
    """Papers that stand in several places."""
    return [paper for paper in repeated(papers) if len(set(paper.homes)) > 1]


def cross_lists(papers: PaperList) -> bool:
    """Whether the list puts papers into several sections by habit."""
    count = len(across(papers))
    share = count / max(1, len(papers.entries))
    return count >= HABIT_PAPERS or (count >= FEWEST_HABIT and share >= HABIT_SHARE)


def needless(papers: PaperList) -> Iterator[Paper]:
    """Papers, of those in several places, that no habit of listing so explains: they stand in a
    section and in one within it, or in one for what has none of its own. Only those entries."""
    for paper in across(papers):
        homes = set(paper.homes) - {-1}
        outer = {home: _above(papers, home) for home in homes}
        within = {home for home in homes if not homes.isdisjoint(outer[home])}
        within |= {home for inner in within for home in homes & outer[inner]}
        if any(_is_rest(papers.sections[home].title) for home in homes):
            within = homes
        kept = [(e, n) for e, n in zip(paper.entries, paper.homes, strict=True) if n in within]
        if len({home for _, home in kept}) > 1:
            yield Paper(tuple(entry for entry, _ in kept), tuple(home for _, home in kept))


def _is_rest(title: str) -> bool:
    """ "Others", "Other Works", "Sampling and Others": what has no section of its own."""
    words = [word for word in titles.words(title) if not word.isdigit()]
    return not OTHERS.isdisjoint((*words[:1], *words[-1:]))


def _above(papers: PaperList, section: int) -> set[int]:
    """All sections around one, but for the document's: right below its title stands what is new."""
    found: set[int] = set()
    at = papers.sections[section].parent
    while at is not None:
        if papers.sections[at].parent is not None or papers.sections[at].level > 1:
            found.add(at)
        at = papers.sections[at].parent
    return found


class Groups:
    """Numbers that are joined two by two; the smallest of a group stands for it."""

    __slots__ = ("first",)

    def __init__(self, size: int) -> None:
        self.first = list(range(size))

    def of(self, at: int) -> int:
        first = self.first
        while first[at] != at:
            first[at] = first[first[at]]
            at = first[at]
        return at

    def join(self, one: int, other: int) -> None:
        one, other = self.of(one), self.of(other)
        self.first[max(one, other)] = min(one, other)

    def gathered(self) -> Iterable[list[int]]:
        held: dict[int, list[int]] = {}
        for at in range(len(self.first)):
            held.setdefault(self.of(at), []).append(at)
        return held.values()


def _by_id(entries: list[Entry], groups: Groups) -> None:
    """One paper link and one title, or nearly: a link under two titles is no double entry."""
    held: dict[str, list[int]] = {}
    for at, entry in enumerate(entries):
        for id in entry.ids:
            others = held.setdefault(id, [])
            for other in others:
                if akin(entry, entries[other]):
                    groups.join(at, other)
                    break
            else:
                if len(others) < MOST_TITLES:
                    others.append(at)


def _by_title(entries: list[Entry], groups: Groups) -> None:
    """One title; but two arXiv numbers are two papers, whatever they are called.

    A title of three words isn't one paper's own: beside other links it proves nothing.
    """
    held: defaultdict[str, list[int]] = defaultdict(list)
    for at, entry in enumerate(entries):
        if titles.letters(entry.folded) >= SHORTEST:
            held[entry.folded].append(at)
    for same in held.values():
        if len(same) > 1:
            _join_titled(entries, same, groups)


def _join_titled(entries: list[Entry], same: list[int], groups: Groups) -> None:
    if titles.count_words(entries[same[0]].title) < FEWEST_WORDS:
        linked = [at for at in same if entries[at].links]
        same = [at for at in same if not entries[at].links]
        same = linked[:1] + same if len({groups.of(at) for at in linked}) < 2 else same
    if _is_label([entries[at] for at in same]):
        return
    numbered = [at for at in same if _has_arxiv(entries[at])]
    loose = [at for at in same if not _has_arxiv(entries[at])]
    if len({groups.of(at) for at in numbered}) == 1:
        loose = same
    for at in loose[1:]:
        groups.join(loose[0], at)


def _is_label(same: list[Entry]) -> bool:
    """ "Detailed information", say: three papers of one registry under it, and it is no title."""
    held: dict[str, set[str]] = {}
    for entry in same:
        for scheme, id in {id.partition(":")[0]: id for id in reversed(entry.ids)}.items():
            held.setdefault(scheme, set()).add(id)
    return any(len(ids) >= MOST_NAMESAKES for ids in held.values())


def _has_arxiv(entry: Entry) -> bool:
    return arxiv_of(entry) is not None


def arxiv_of(entry: Entry) -> str | None:
    """The entry's number at arXiv."""
    return next((id for id in entry.ids if id.startswith("arxiv:")), None)


def akin(one: Entry, other: Entry) -> bool:
    """Whether two titles are one but for case, a typo, a nickname or a subtitle."""
    if one.folded == other.folded:
        return True
    if not one.folded or not other.folded or (_is_path(one) and _is_path(other)):
        return False
    if one.folded in other.folded or other.folded in one.folded:
        return True
    return _nickname(one) == _nickname(other) != "" or _alike(one.title, other.title)


def _is_path(entry: Entry) -> bool:
    """``almqvist/lists``: data sets of one paper have its link, and names that are nearly one."""
    return "/" in entry.title and " " not in entry.title


def _nickname(entry: Entry) -> str:
    """What stands before the colon, if that is a name: "KunServe: ..."."""
    name, colon, _ = entry.title.partition(":")
    named = colon and " " not in name and len(name) > 3 and not name.islower()
    folded = titles.fold(name) if named else ""
    return "" if folded in KINDS else folded


@functools.lru_cache(maxsize=4096)
def _alike(one: str, other: str) -> bool:
    ours, theirs = titles.words(one), titles.words(other)
    fewest = min(len(set(ours)), len(set(theirs)))
    if len(set(ours) & set(theirs)) < LEAST_SHARED * fewest:
        return False  # so it is mostly, and what compares letters isn't even loaded
    from rapidfuzz import fuzz

    words, others = " ".join(ours), " ".join(theirs)
    return fuzz.ratio(words, others) >= 75 or fuzz.token_set_ratio(words, others) >= 85


# Where an entry stands


def places(papers: PaperList) -> list[int]:
    """For each section the first one that counts as the same place.

    Sections below one heading that differ only by year are one place, as are those that have the
    same title.
    """
    seen: dict[tuple[int, str], int] = {}
    homes: list[int] = []
    for section in papers.sections:
        parent = -1 if section.parent is None else homes[section.parent]
        homes.append(seen.setdefault((parent, ageless(section.title)), section.index))
    return homes


def ageless(title: str) -> str:
    """A heading without its year, folded: "CVPR 2024" and "CVPR 2023" are one place."""
    if not any(c.isdigit() for c in title):
        return titles.fold(title)
    return titles.fold(_dated().sub(" ", title))


@functools.cache
def _dated() -> re.Pattern[str]:
    months = "jan feb mar apr may jun jul aug sept? oct nov dec".replace(" ", "|")
    return re.compile(
        r"(?<!\d)(?:19|20)\d\d(?!\d)|'\d\d\b"
        rf"|\b(?:(?:{months})[a-z]*|before|after|until|since|earlier|later|older|now|present|and)\b",
        re.I,
    )
