"""The votes of a list, in the order in which somebody would look at them. It prints nothing."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from listlint.paperlist import PaperList
from listlint.style import Style
from listlint.style.gaps import Parts
from listlint.style.order import orders
from listlint.style.votes import ENOUGH, Family, Habit, habit
from listlint.style.words import END, START
from listlint.values import NamedTuple


class Vote(NamedTuple):
    """What was voted on, and how it went."""

    about: str
    habit: Habit


class FamilyVotes(NamedTuple):
    """The votes of the entries of one shape."""

    family: Family
    entries: int
    votes: tuple[Vote, ...]


def family_votes(style: Style) -> list[FamilyVotes]:
    """What stands between two fields, family by family."""
    found = style.survey
    sizes = Counter(found.family_of.values())
    out = []
    for family, size in sizes.most_common():
        pairs = [
            (before, behind, held)
            for (of, before, behind), held in found.gaps.items()
            if of == family and sum(map(len, held.values())) >= ENOUGH
        ]
        pairs.sort(key=lambda pair: -sum(map(len, pair[2].values())))
        votes = tuple(Vote(_about(before, behind), _whole(held)) for before, behind, held in pairs)
        if size >= ENOUGH and votes:
            out.append(FamilyVotes(family, size, votes))
    return out


def _about(before: str, behind: str) -> str:
    if before == START:
        return f"before {behind}"
    return f"behind {before}, at the end" if behind == END else f"{before}, {behind}"


def _whole(held: dict[Parts, list[tuple[int, int]]]) -> Habit:
    return habit(("".join(form), len(places)) for form, places in held.items())


def other_votes(style: Style) -> Iterator[Vote]:
    """Labels, brackets, dates, marks, blank lines, orders."""
    links = style.links
    for _, own in sorted(links.labels.items(), key=lambda item: -item[1].total):
        if own.total >= ENOUGH:
            yield Vote("label", own)
    for (family, label), own in sorted(links.forms.items(), key=lambda item: -item[1].total):
        if not label and family[1:] == ("", ""):  # of all entries of that shape
            yield Vote("link", own)
    if links.arxiv is not None:
        yield Vote("arXiv links", links.arxiv)
    for (_, name), own in style.dates.items():
        if own.total >= ENOUGH:
            yield Vote(name, own)
    for (_, field, _), wrap in style.wraps.items():
        yield Vote(f"marks around {field}", wrap.habit)
    yield from _layout(style.papers)


def _layout(papers: PaperList) -> Iterator[Vote]:
    marks: Counter[str] = Counter()
    blanks: Counter[str] = Counter()
    last: dict[int | None, int] = {}
    for entry in papers.entries:
        mark = papers.text[entry.span.start]
        marks["a number" if mark.isdigit() else mark if mark in "-*+|#" else "none"] += 1
        if entry.section in last:
            between = papers.text[last[entry.section] : entry.span.start]
            blanks[str(max(between.count("\n") - 1, 0))] += 1
        last[entry.section] = entry.span.end
    for about, counts in (("list mark", marks), ("empty lines between entries", blanks)):
        if counts.total() >= ENOUGH:
            yield Vote(about, habit(counts.items()))


class OrderVote(NamedTuple):
    """An order, and how many of the sections that are long enough keep it."""

    name: str
    by: str
    sections: int
    total: int


def order_votes(papers: PaperList) -> list[OrderVote]:
    """Which orders the sections keep."""
    sizes = Counter(entry.section for entry in papers.entries)
    total = sum(size >= ENOUGH for size in sizes.values())
    kept: defaultdict[tuple[str, str], int] = defaultdict(int)
    for order in orders(papers).values():
        kept[order.name, order.by] += 1
    ranked = sorted(kept.items(), key=lambda item: -item[1])
    return [OrderVote(name, by, count, total) for (name, by), count in ranked]


def common_order(papers: PaperList) -> str | None:
    """The order to pin: most sections that are long enough keep it."""
    by_name: Counter[str] = Counter()
    total = 0
    for vote in order_votes(papers):
        by_name[vote.name] += vote.sections
        total = vote.total
    if not by_name:
        return None
    name, count = by_name.most_common(1)[0]
    return name if 2 * count > total else None
