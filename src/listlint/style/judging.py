"""Which gaps differ from their family's habit, part by part.

What 8 entries write alike, or what stands in one section only, is a second habit; notes, tracks and
emoji are nobody's fault.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterator

from listlint.changes import stood
from listlint.paperlist import PaperList
from listlint.style.fields import MAIN
from listlint.style.gaps import Parts
from listlint.style.votes import (
    ENOUGH,
    Family,
    Gap,
    Habit,
    Habits,
    Pair,
    Survey,
    head_word,
    second_habits,
)
from listlint.style.words import END, START
from listlint.values import NamedTuple

JUDGED = frozenset((*MAIN, "date", "badge", "link", "address", START, END))
Held = dict[Parts, list[Gap]]
BRACKETS = ("[", "]", "(", ")")
USUAL = 0.1  # a break that this share of a family's breaks are is never a fault


class Wrong(NamedTuple):
    """A gap that differs."""

    gap: Gap
    due: dict[str, Habit]  # by part of the gap
    uses: int  # how many write it so


def wrong_gaps(papers: PaperList, found: Survey, habits: Habits) -> Iterator[Wrong]:
    """Every gap in which a habit speaks against what stands there."""
    usual = _usual_breaks(found, stood(papers))
    for pair, held in found.gaps.items():
        own = habits.gaps.get(pair, {}) if pair[1] in JUDGED and pair[2] in JUDGED else {}
        due = {part: habit for part, habit in own.items() if habit.speaks()}
        if not due and (not own or own["inner"].total < ENOUGH):
            yield from _seldom(pair, held, habits)
        if "lead" not in due:
            yield from _heads(pair, held, habits)
        if any(getattr(form, part) != habit.form for form in held for part, habit in due.items()):
            yield from _in_pair(papers, pair, held, due, usual[pair[0]])


def _seldom(pair: Pair, held: Held, habits: Habits) -> Iterator[Wrong]:
    """Fields that seldom stand side by side: how the first ends has a habit all the same."""
    for form, gaps in held.items():
        habit = habits.inner.get((pair[0][0], pair[1], form.close)) if form.close else None
        if habit and habit.speaks() and habit.form != form.inner and pair[1] in JUDGED:
            yield from (Wrong(gap, {"inner": habit}, len(gaps)) for gap in gaps)


def _heads(pair: Pair, held: Held, habits: Habits) -> Iterator[Wrong]:
    """Field words that the list writes otherwise, whatever they stand before."""
    for form, gaps in held.items():
        word = head_word(form.lead)
        habit = habits.heads.get((pair[0][0], word)) if word else None
        if habit and habit.speaks() and habit.form != form.lead:
            yield from (Wrong(gap, {"lead": habit}, len(gaps)) for gap in gaps)


def _in_pair(
    papers: PaperList, pair: Pair, held: Held, due: dict[str, Habit], usual: frozenset[str]
) -> Iterator[Wrong]:
    """What differs between two fields that often stand side by side."""
    uses: Counter[tuple[str, str]] = Counter()
    old = stood(papers)
    for form, gaps in held.items():
        count = sum(index in old for index, _ in gaps)
        uses.update({(part, getattr(form, part)): count for part in due})
    second = _second_habits(papers, held, due)
    for form, gaps in held.items():
        parts = {p: h for p, h in due.items() if getattr(form, p) != h.form}
        if pair[1] == START and "lead" in parts and form.lead.strip() != parts["lead"].form.strip():
            del parts["lead"]  # another mark is another rule's matter
        if pair[2] == "link" and form.open in BRACKETS:
            parts.pop("open", None)  # around several links: no rule knows what was meant
        if pair[1] == "link" and form.close in BRACKETS:
            parts.pop("close", None)
        if pair[2] == "link" and "sep" in parts and not parts["sep"].form and form.sep.isspace():
            del parts["sep"]  # a blank between two links is never too many
        if "brk" in parts:  # what stands around another break follows from it
            meant = parts["brk"].form
            apart = form.brk not in usual and _comparable(form.brk, meant)
            parts = {"brk": parts["brk"]} if apart else {}
        written = {p: (p, getattr(form, p)) for p in parts if uses[p, getattr(form, p)] < ENOUGH}
        for gap in gaps if written else ():
            section = papers.entries[gap[0]].section
            kept = {p: parts[p] for p, way in written.items() if (way, section) not in second}
            if kept:
                yield Wrong(gap, kept, max(uses[written[p]] for p in kept))


def _usual_breaks(found: Survey, old: Container[int]) -> dict[Family, frozenset[str]]:
    """The breaks that a family uses often enough, between whichever fields."""
    counts: defaultdict[Family, Counter[str]] = defaultdict(Counter)
    for (family, _, _), held in found.gaps.items():
        for form, gaps in held.items():
            counts[family][form.brk] += sum(n in old for n, _ in gaps) if form.brk else 0
    return {
        family: frozenset(brk for brk, n in held.items() if n >= USUAL * held.total())
        for family, held in counts.items()
    }


def _comparable(brk: str, meant: str) -> bool:
    """Whether one break could be the other: not a cell's bar, nor a line where there is none."""
    if "|" in brk or "|" in meant:
        return False
    return bool(brk and meant) or "\n" not in brk + meant


def _second_habits(
    papers: PaperList, held: Held, due: dict[str, Habit]
) -> set[tuple[tuple[str, str], int | None]]:
    """Parts with their other forms, and the sections in which these are a habit of their own."""
    all_: Counter[int | None] = Counter()
    other: defaultdict[tuple[str, str], Counter[int | None]] = defaultdict(Counter)
    old = stood(papers)
    for form, gaps in held.items():
        sections = Counter(papers.entries[index].section for index, _ in gaps if index in old)
        all_ += sections
        for part, habit in due.items():
            if getattr(form, part) != habit.form:
                other[part, getattr(form, part)] += sections
    return second_habits(other, all_)
