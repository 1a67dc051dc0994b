"""What the entries of a list agree on: for each pair of neighbouring fields, what stands between.

A habit is learnt at 80 % of at least 8 entries and speaks against deviations at 90 %; votes are
counted per family of sections (those whose entries have one shape).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import NamedTuple

from listlint.paperlist import Entry, PaperList
from listlint.style.skeleton import MAIN, Skeleton, skeleton

LEARNT, SPEAKS, ENOUGH = 0.80, 0.90, 8
START, END = "^", "$"
Family = tuple[str, ...]
Pair = tuple[str, str]


class Habit(NamedTuple):
    """The form that most use, how many do, and of how many."""

    form: str
    count: int
    total: int

    @property
    def share(self) -> float:
        return self.count / self.total if self.total else 0.0

    @property
    def learnt(self) -> bool:
        return self.total >= ENOUGH and self.share >= LEARNT

    @property
    def speaks(self) -> bool:
        return self.total >= ENOUGH and self.share >= SPEAKS


class FamilyStyle(NamedTuple):
    """How the entries of one family are written."""

    family: Family
    entries: tuple[int, ...]  # indices of the entries that voted
    gaps: dict[Pair, Habit]
    order: tuple[str, ...]  # of the main fields
    link_form: Habit | None


class Style(NamedTuple):
    """The votes of a whole list; ``family_of`` and ``skeletons`` are by the entry's index."""

    families: dict[Family, FamilyStyle]
    family_of: dict[int, Family]
    skeletons: dict[int, Skeleton]
    labels: dict[str, Habit]  # folded label -> how the list writes it


def learn(papers: PaperList) -> Style:
    """The house style of a list, from its papers."""
    entries = [e for e in papers.entries if e.kind == "paper"]
    skeletons = {e.index: skeleton(e, papers.text) for e in entries}
    family_of = _families(entries, skeletons)
    members: dict[Family, list[int]] = defaultdict(list)
    for index, family in family_of.items():
        members[family].append(index)
    families = {f: _family_style(f, tuple(m), skeletons) for f, m in members.items()}
    return Style(families, family_of, skeletons, _labels(entries))


def _families(entries: list[Entry], skeletons: dict[int, Skeleton]) -> dict[int, Family]:
    """Each entry's family: the shape that most of its section has, else its own."""
    own = {e.index: _signature(e, skeletons[e.index]) for e in entries}
    sections: dict[int | None, Counter[Family]] = defaultdict(Counter)
    for entry in entries:
        sections[entry.section][own[entry.index]] += 1
    out: dict[int, Family] = {}
    for entry in entries:
        family, count = sections[entry.section].most_common(1)[0]
        total = sections[entry.section].total()
        out[entry.index] = family if total >= 3 and count >= 0.6 * total else own[entry.index]
    return out


def _signature(entry: Entry, bones: Skeleton) -> Family:
    """Shape, whether the title is a link, and the order of title and what comes first beside it."""
    names = [f.name for f in bones.fields if f.name in (*MAIN, "link")][:2]
    linked = any(f.name == "address" for f in bones.fields)
    return (entry.shape, "title-link" if linked else "title", *names)


def _family_style(
    family: Family, members: tuple[int, ...], skeletons: dict[int, Skeleton]
) -> FamilyStyle:
    gaps: dict[Pair, Counter[str]] = defaultdict(Counter)
    forms: Counter[str] = Counter()
    before: Counter[Pair] = Counter()
    for index in members:
        bones = skeletons[index]
        for pair, gap in pairs(bones):
            gaps[pair][gap] += 1
        forms.update(f.form for f in bones.fields if f.name == "link")
        main = [f.name for f in bones.fields if f.name in MAIN]
        before.update((a, b) for n, a in enumerate(main) for b in main[n + 1 :])
    habits = {pair: habit(counts) for pair, counts in gaps.items()}
    order = tuple(sorted(MAIN, key=lambda m: -sum(before[(m, o)] - before[(o, m)] for o in MAIN)))
    return FamilyStyle(family, members, habits, order, habit(forms) if forms else None)


def pairs(bones: Skeleton) -> list[tuple[Pair, str]]:
    """Each pair of neighbouring fields with the gap between, numbers in markers made alike."""
    names = [START, *(f.name for f in bones.fields), END]
    gaps = [_counter_free(bones.gaps[0]), *bones.gaps[1:]]
    return [((names[n], names[n + 1]), gap) for n, gap in enumerate(gaps)]


def _counter_free(gap: str) -> str:
    """A marker without its number: "12. " and "3. " are one."""
    digits = gap.strip().rstrip(".)")
    return gap.replace(digits, "{n}", 1) if digits.isdigit() else gap


def habit(counts: Counter[str]) -> Habit:
    form, count = counts.most_common(1)[0]
    return Habit(form, count, counts.total())


def _labels(entries: list[Entry]) -> dict[str, Habit]:
    """How the list spells each label."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for entry in entries:
        for link in entry.links:
            if link.label and link.label != entry.title and len(link.label) <= 40:
                counts[link.label.casefold()][link.label] += 1
    return {folded: habit(forms) for folded, forms in counts.items()}
