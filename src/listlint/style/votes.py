"""What the entries of a list agree on: for each pair of neighbouring fields, what stands between.

Votes are counted per family of sections, those whose entries have one shape. A habit is learnt at
80 % of at least 8 entries, and speaks against deviations at 90 %.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from typing import TypeVar

from listlint.paperlist import Entry, PaperList
from listlint.style.fields import Skeleton, skeleton
from listlint.style.gaps import Parts, read
from listlint.style.words import END, START, Place, carved, own_words
from listlint.values import NamedTuple

LEARNT, SPEAKS, ENOUGH = 0.80, 0.90, 8
FIRST = ("title", "authors", "venue", "year", "link")  # fields that tell a family
WRAPPED = ("title", "authors", "venue", "date")  # fields that a list may set in marks
PARTS = Parts._fields
SECOND = 6  # as many alike in one section may be a habit of their own

Form = TypeVar("Form")
Family = tuple[str, str, str]
Pair = tuple[Family, str, str]
Gap = tuple[int, int]  # an entry's index, and which of its gaps
Ending = tuple[str, str, str]  # the shape, a field, what closes behind it
Head = tuple[str, str]  # the shape, a field word
Marks = tuple[str, ...]
Wrapped = tuple[str, str, bool]  # the shape, a field, whether it is the text of a link


class Habit(NamedTuple):
    """The form that most use, how many do, and of how many."""

    form: str
    uses: int
    total: int

    @property
    def learnt(self) -> bool:
        return self.total >= ENOUGH and self.uses >= LEARNT * self.total

    def speaks(self, share: float = SPEAKS) -> bool:
        return self.total >= ENOUGH and self.uses >= share * self.total


class Survey(NamedTuple):
    """A list's papers taken apart; everything is found by an entry's index."""

    own: frozenset[Place]
    skeletons: dict[int, Skeleton]
    family_of: dict[int, Family]
    gaps: dict[Pair, dict[Parts, list[Gap]]]  # of sound entries: who has which form
    wraps: dict[Wrapped, dict[Marks, list[Gap]]]  # the marks around a field, and who has them
    forms: dict[int, list[tuple[str, str, Parts | None, Marks]]]  # each entry's gaps, read


def survey(papers: PaperList, own: frozenset[Place] | None = None) -> Survey:
    """Take all papers apart; ``own``: words that are the list's own, if these are known."""
    entries = [e for e in papers.entries if e.kind == "paper"]
    bones = {e.index: skeleton(e, papers.text) for e in entries}
    if own is None:
        own = own_words(bones)
    families: dict[int, Family] = {}
    gaps: dict[Pair, dict[Parts, list[Gap]]] = defaultdict(lambda: defaultdict(list))
    wraps: dict[Wrapped, dict[Marks, list[Gap]]] = defaultdict(lambda: defaultdict(list))
    every: dict[int, list[tuple[str, str, Parts | None, Marks]]] = {}
    for entry in entries:
        whole = bones[entry.index] = carved(entry, bones[entry.index], own, papers.text)
        family = families[entry.index] = family_of(entry, whole, papers.text)
        read_ = every[entry.index] = forms(whole)
        for n, (before, behind, form, marks) in enumerate(read_):
            if form is not None:
                gaps[family, before, behind][form].append((entry.index, n))
            if behind in WRAPPED:
                wraps[family[0], behind, linked(whole, n)][marks].append((entry.index, n))
    return Survey(own, bones, families, gaps, wraps, every)


def linked(bones: Skeleton, n: int) -> bool:
    """Whether field ``n`` is the text of a link."""
    return n + 1 < len(bones.fields) and bones.fields[n + 1].name == "address"


def forms(bones: Skeleton) -> list[tuple[str, str, Parts | None, Marks]]:
    """Each gap with the fields around it, its form and the marks then open; nothing of an entry
    with marks that stay open."""
    out: list[tuple[str, str, Parts | None, Marks]] = []
    stack: tuple[str, ...] = ()
    before = START
    last = len(bones.fields)
    for n, gap in enumerate(bones.gaps):
        behind = bones.fields[n].name if n < last else END
        reading = read(gap, stack, n == 0)
        stack = reading.open
        form = reading.alike if reading.parts is not None else None
        out.append((before, behind, form, stack))
        before = behind
    return [] if stack else out


def family_of(entry: Entry, bones: Skeleton, text: str) -> Family:
    """Row, heading, quoted or running text; whether the title is a link; the field that comes
    first."""
    shape = entry.shape if entry.shape in ("row", "heading") else "text"
    if shape == "text" and _quoted(text, entry.span.start):
        shape = "quote"  # what is said beside a list is no part of it
    linked = first = ""
    for field in bones.fields:
        if field.name == "address":
            linked = "linked"
        elif not first and field.name in FIRST:
            first = field.name
    return (shape, linked, first)


def _quoted(text: str, at: int) -> bool:
    """Whether only marks stand before it in its line, a quotation's among them."""
    lead = text[text.rfind("\n", 0, at) + 1 : at]
    return ">" in lead and not lead.strip(" \t>-*+")


def second_habits(
    other: Mapping[Form, Counter[int | None]], all_: Counter[int | None]
) -> set[tuple[Form, int | None]]:
    """Forms beside the habit, and the sections in which each is a habit of its own: half of the
    section is written so, or a quarter of it where the form stands nowhere else."""
    return {
        (form, section)
        for form, sections in other.items()
        for section, count in sections.items()
        if count >= SECOND and count * (4 if len(sections) == 1 else 2) >= all_[section]
    }


class Habits(NamedTuple):
    """What is done between two fields, part by part, and whatever stands around."""

    gaps: dict[Pair, dict[str, Habit]]
    inner: dict[Ending, Habit]  # what stands between a field and the marks that close behind it
    heads: dict[Head, Habit]  # how a field word is written: "- Code: "


def habits(found: Survey) -> Habits:
    """The habits of a list."""
    inner: defaultdict[Ending, Counter[str]] = defaultdict(Counter)
    heads: defaultdict[Head, Counter[str]] = defaultdict(Counter)
    for (family, before, _), held in found.gaps.items():
        for form, places in held.items():
            if form.close:
                inner[family[0], before, form.close][form.inner] += len(places)
            if word := head_word(form.lead):
                heads[family[0], word][form.lead] += len(places)
    return Habits(
        {pair: _habits(held) for pair, held in found.gaps.items()},
        {key: habit(counts.items()) for key, counts in inner.items()},
        {key: habit(counts.items()) for key, counts in heads.items()},
    )


@cache
def head_word(lead: str) -> str:
    """The field word of a lead, folded; "" where there is none."""
    return "".join(filter(str.isalpha, lead)).casefold() if ":" in lead or "：" in lead else ""


def _habits(held: Mapping[Parts, list[Gap]]) -> dict[str, Habit]:
    weights = {form: len(places) for form, places in held.items()}
    return {
        name: habit((form[n], count) for form, count in weights.items())
        for n, name in enumerate(PARTS)
    }


def habit(votes: Iterable[tuple[str, int]]) -> Habit:
    """The form with most votes."""
    counts: Counter[str] = Counter()
    for form, count in votes:
        counts[form] += count
    form, uses = counts.most_common(1)[0]
    return Habit(form, uses, counts.total())
