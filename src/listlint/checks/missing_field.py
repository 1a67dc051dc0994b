"""An entry lacks what nearly all others of the list have: a venue, a year, a link to the paper.

What: at least 95 in 100 papers of the list have the field, in the entry or in a heading above. A
year is asked for only where entries of that venue have one; a title that is a link, or a link to a
page that nobody knows, counts as a link to the paper. A section whose entries lack it by habit is
left alone.

Why: the entry can't be sorted, filtered or followed like the others.

```md bad
- Sorting Lists by Smell, AAAI 2025 [[Paper](https://arxiv.org/abs/2412.00063)]
- Embeddings for Pantries, EMNLP 2024 [[Paper](https://arxiv.org/abs/2405.00199)]
- Private Pantries at Scale, KDD 2024 [[Paper](https://arxiv.org/abs/2405.00191)]
- A Causal Theory of Cheese, ICML 2023 [[Paper](https://arxiv.org/abs/2301.00233)]
- Robust Pantries under Drift, ICLR 2022 [[Paper](https://arxiv.org/abs/2110.00300)]
- Guessing What Is Behind the Milk, ACL 2021 [[Paper](https://arxiv.org/abs/2106.00301)]
- Gentle Grippers for Stubborn Lids, CoRL 2024 [[Paper](https://arxiv.org/abs/2409.00302)]
- Maps of Cluttered Tables, ICRA 2024 [[Paper](https://arxiv.org/abs/2309.00276)]
- Weighing Things without Scales, ICCV 2022 [[Paper](https://arxiv.org/abs/2203.00118)]
- Learning Texture from Buttons, ICRA 2023 [[Paper](https://arxiv.org/abs/2210.00344)]
- Reading Braille off Crumbs, CVPR 2022 [[Paper](https://arxiv.org/abs/2204.00119)]
- Folding Instructions as Programs, NeurIPS 2024 [[Paper](https://arxiv.org/abs/2407.00066)]
- Folding on a Budget, ICLR 2024 [[Paper](https://arxiv.org/abs/2402.00154)]
- How to Fold a Sheet, ECCV 2024 [[Paper](https://arxiv.org/abs/2404.00129)]
- Counting Umbrellas, ICML 2023 [[Paper](https://arxiv.org/abs/2302.00071)]
- Modular Pebbles, ICML 2019 [[Paper](https://arxiv.org/abs/1905.00412)]
- Quiet Ladders, NeurIPS 2024 [[Paper](https://arxiv.org/abs/2406.00215)]
- Taming Jam Jars, NeurIPS 2023 [[Paper](https://arxiv.org/abs/2305.00398)]
- Mending Kettles, ICLR 2024 [[Paper](https://arxiv.org/abs/2401.00017)]
- Sorting by Colour [[Paper](https://arxiv.org/abs/2402.00155)]
```

```md good
- Sorting Lists by Smell, AAAI 2025 [[Paper](https://arxiv.org/abs/2412.00063)]
- Embeddings for Pantries [[Paper](https://arxiv.org/abs/2405.00199)]
- Private Pantries at Scale, KDD 2024
```

The fix is shown: what to add. Nothing is changed.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache

from listlint.changes import stood
from listlint.facts import Answers
from listlint.finding import SHOWN, WARNING, Finding, Fix
from listlint.once import once
from listlint.paperlist import Entry, Link, PaperList
from listlint.rule import NoOptions, found
from listlint.style import Style, style_of
from listlint.style.votes import ENOUGH, Family, linked

GROUP = "formatting"
LEVEL = "warning"
NEARLY_ALL, MOST = 0.95, 0.75  # of the list and the family; of the section
FEWEST = 20  # papers of a list: with fewer one of them would be more than 5 in 100
ELSEWHERE = ("code", "model", "video", "project")  # what is no paper
VENUE, YEAR, PAPER = "venue", "year", "link to the paper"


def check(papers: PaperList, answers: Answers, options: NoOptions) -> Iterator[Finding]:
    style = style_of(papers)
    total, counts = _counts(papers.model)
    if total < FEWEST:
        return
    for field, having in counts.items():
        if having >= NEARLY_ALL * total:
            for entry in _lacking(papers, style, field):
                yield _finding(entry, field, having, total, papers.text)


@once
def _counts(papers: PaperList) -> tuple[int, dict[str, int]]:
    """How many papers the list has, and how many of them have each field."""
    held = [entry for entry in papers.entries if entry.kind == "paper"]
    fields = (VENUE, YEAR, PAPER)
    return len(held), {field: sum(_has(entry, field) for entry in held) for field in fields}


def _finding(entry: Entry, name: str, having: int, total: int, text: str) -> Finding:
    start, end = entry.title_span
    return found(
        (max(text.rfind(" ", start, end) + 1, start), end),
        f"No {name} here; {having} of {total} papers of this list have one.",
        level=WARNING,
        entry=entry,
        alike=name,
        fix=Fix(f"add the {name}", SHOWN),
    )


def _lacking(papers: PaperList, style: Style, field: str) -> Iterator[Entry]:
    """Entries that lack a field, among others of their shape and section that have it."""
    kinds: defaultdict[Family | int | None, list[Entry]] = defaultdict(list)
    old = stood(papers)
    for index, family in style.survey.family_of.items():
        for kind in (family, papers.entries[index].section):
            kinds[kind] += [papers.entries[index]] if index in old else []
    sure = {kind for kind, held in kinds.items() if _nearly_all(held, field, kind)}
    if papers.whole:
        sure |= _sure_families(papers.model)[field]
    known = _dated_venues(papers.model) if field == YEAR else _known_labels(style, field)
    for index, family in style.survey.family_of.items():
        entry = papers.entries[index]
        if _has(entry, field) or family not in sure or entry.section not in sure:
            continue
        if _plainly_an_entry(papers, style, entry) and not _unread(entry, field, papers, known):
            yield entry


@once
def _sure_families(papers: PaperList) -> dict[str, set[Family | int | None]]:
    """Families of a list in several files, nearly all of which have the field."""
    held: defaultdict[Family, list[Entry]] = defaultdict(list)
    for index, family in style_of(papers).survey.family_of.items():
        held[family].append(papers.entries[index])
    return {
        field: {family for family, same in held.items() if _nearly_all(same, field, family)}
        for field in (VENUE, YEAR, PAPER)
    }


def _nearly_all(held: list[Entry], field: str, kind: Family | int | None) -> bool:
    """Whether a family, or a section, has the field; a year as far as its venues have one."""
    if isinstance(kind, tuple):
        share, fewest = NEARLY_ALL, FEWEST
    else:
        share, fewest = MOST, 0
    return len(held) >= fewest and sum(_has(e, field) for e in held) >= share * (len(held) - 1)


def _has(entry: Entry, field: str) -> bool:
    if field == VENUE:
        return entry.venue is not None
    if field == YEAR:
        return entry.year is not None
    return any(link.kind not in ELSEWHERE for link in entry.links) or any(
        piece.link is not None and piece.role == "title" for piece in entry.pieces
    )


def _plainly_an_entry(papers: PaperList, style: Style, entry: Entry) -> bool:
    """Whether it is no remark or announcement that stands among the entries."""
    bones = style.survey.skeletons[entry.index]
    n = next((n for n, f in enumerate(bones.fields) if f.name == "title"), 0)
    shape = style.survey.family_of[entry.index][0]
    wrap = style.wraps.get((shape, "title", linked(bones, n)))
    start = papers.source.line_span(entry.lines[0]).start
    written = papers.text[start : entry.title_span.start]
    return bool(entry.links or entry.authors or entry.venue) and (
        ">" not in written.split("<")[0]
        and (
            wrap is None or wrap.marks[-1] in papers.text[entry.span.start : entry.title_span.start]
        )
    )


def _known_labels(style: Style, field: str) -> frozenset[str]:
    """Folded labels that are no venue; or, for the paper, those that mostly lead to one."""
    if field != PAPER:
        labels = style.model.links.labels
        return frozenset(folded for folded, own in labels.items() if own.total >= ENOUGH)
    return _paper_labels(style.model)


@once
def _paper_labels(model: Style) -> frozenset[str]:
    """Folded labels that mostly lead to a paper."""
    leads: defaultdict[str, Counter[bool]] = defaultdict(Counter)
    for used in model.links.used:
        leads[used.link.label.casefold()][used.link.kind == "paper"] += 1
    return frozenset(label for label, kinds in leads.items() if kinds[True] > kinds[False])


def _unread(entry: Entry, field: str, papers: PaperList, known: frozenset[str]) -> bool:
    """Whether it may be there, and wasn't read."""
    if field == VENUE:
        return _venue_unread(entry, known)
    if field == YEAR:
        undue = entry.venue is not None and (entry.venue.id or "") not in known
        return undue or _year_unread(entry, papers.text)
    written = papers.text[entry.span.start : entry.span.end]
    return (
        written.count("](") - written.count("![") > len(entry.links)  # a link that was meant
        or "unavailable" in written
        or any(link.label.casefold() in known for link in entry.links)
    )


def _venue_unread(entry: Entry, known: frozenset[str]) -> bool:
    """Some words of it weren't understood: one of them may be a venue; so may one of the names,
    where neither marks nor cells set these apart."""
    row = entry.shape == "row"
    return any(
        piece.role in ("text", "venue", "badge")
        or (piece.role == "label" and piece.link is None)
        or (piece.role == "authors" and not piece.marks and not row)
        for piece in entry.pieces
    ) or any(_named(link, entry) not in known for link in entry.links)


def _named(link: Link, entry: Entry) -> str:
    """A link's label; that of the title counts as known."""
    inside = link.span.start <= entry.title_span.start < link.span.end
    return "paper" if inside else link.label.casefold()


@once
def _dated_venues(papers: PaperList) -> frozenset[str]:
    """Venues, by id, whose entries have a year."""
    held: defaultdict[str, Counter[bool]] = defaultdict(Counter)
    for entry in papers.entries:
        if entry.venue is not None:
            held[entry.venue.id or ""][entry.year is not None] += 1
    return frozenset(
        venue
        for venue, dated in held.items()
        if dated.total() >= ENOUGH and dated[True] >= NEARLY_ALL * (dated.total() - 1)
    )


@cache
def _dated() -> re.Pattern[str]:
    return re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|['’ ]\d\d\b")


def _year_unread(entry: Entry, text: str) -> bool:
    """A number stands there that may be a year; those of addresses and of the title don't count."""
    out = [entry.title_span, *(link.dest for link in entry.links if link.dest)]
    for number in _dated().finditer(text, entry.span.start, entry.span.end):
        if not any(span.start <= number.start() < span.end for span in out):
            return True
    return False
