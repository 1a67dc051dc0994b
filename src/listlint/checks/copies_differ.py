"""Two entries of one paper in different sections disagree on its venue, year or paper link.

What: the same paper, by link or title, with facts that can't both be right as they stand: a
preprint here and a conference there, two conferences, two years of one venue, two pages of one
proceedings. A copy that merely says less doesn't disagree, nor do two publications of one paper
that each have a page of their own. One long title with two arXiv numbers is said too.

Why: one of the copies was forgotten when the paper was published, and readers take the old facts.

```md bad
## Quantization

- Sorting Lists by Smell, arXiv 2023 [[Paper](https://arxiv.org/abs/2301.00017)]

## Surveys

- Sorting Lists by Smell, MLSys 2024 [[Paper](https://arxiv.org/abs/2301.00017)]
```

```md fixed
## Quantization

- Sorting Lists by Smell, MLSys 2024 [[Paper](https://arxiv.org/abs/2301.00017)]

## Surveys

- Sorting Lists by Smell, MLSys 2024 [[Paper](https://arxiv.org/abs/2301.00017)]
```

```md good
## Quantization

- Sorting Lists by Smell, MLSys 2024 [[Paper](https://arxiv.org/abs/2301.00017)]

## Surveys

- Sorting Lists by Smell, MLSys 2024 [[Paper](https://arxiv.org/abs/2301.00017)] [[Code](https://github.com/almqvist/smell)]
```

Two papers of one title, or a link that belongs to another paper:

```md bad
- Mending Kettles from Few Examples, ICLR 2023 [[Paper](https://arxiv.org/abs/2302.00071)]
- Mending Kettles from Few Examples, ICLR 2023 [[Paper](https://arxiv.org/abs/2302.00099)]
```

Within one section two copies are `duplicate-paper`, whatever they say.

What the fix changes: the poorer copy gets the other's venue and year, where both stand in the entry
itself and in one piece. It is suggested, since the other copy may be the wrong one.
"""

from __future__ import annotations

from collections.abc import Iterator

from listlint import claims
from listlint.copies import Difference, differences, poorer
from listlint.facts import Answers
from listlint.finding import SUGGESTED, Edit, Finding, Fix, Related
from listlint.knowledge import venues
from listlint.paperlist import Entry, PaperList
from listlint.papers import Paper, namesakes, repeated
from listlint.rule import NoOptions, found

GROUP = "duplicates"
LEVEL = "warning"
ONE = "One of the two is out of date or mistaken."
EITHER = "Either a link was copied by mistake, or two papers have one title."


def check(papers: PaperList, answers: Answers, options: NoOptions) -> Iterator[Finding]:
    for paper in repeated(papers):
        yield from _differing(papers, paper)
    for first, other in namesakes(papers.entries):
        yield _namesake(papers, first, other)
    if papers.whole:
        yield from _in_files(papers)


def _differing(papers: PaperList, paper: Paper) -> Iterator[Finding]:
    """The first copy of each place against the best of them; one finding for each that differs."""
    copies = [held[0] for held in paper.by_home().values()]
    best = copies[0]
    for copy in copies[1:]:
        if poorer(best, copy) is best:
            best = copy
    for copy in copies:
        differ = differences(copy, best) if copy is not best else ()
        if differ:
            yield _finding(papers, paper, copy, best, differ)


def _finding(
    papers: PaperList, paper: Paper, worse: Entry, better: Entry, differ: tuple[Difference, ...]
) -> Finding:
    section = "" if better.section is None else f", *{papers.sections[better.section].title}*"
    said = _said(differ)
    return found(
        claims.place(worse),
        f"Also on line {better.lines[0]}{section}, with other facts: {said}. {ONE}",
        entry=worse,
        key=paper.key,
        alike=" and ".join(each.what for each in differ),
        related=(Related(*claims.place(better), "the other copy"),),
        fix=_fix(papers, worse, better) if differ[0].what == "venue" else None,
    )


def _said(differ: tuple[Difference, ...]) -> str:
    return " and ".join(f"{each.one} here, {each.other} there" for each in differ)


def _in_files(papers: PaperList) -> Iterator[Finding]:
    """What an earlier file of the same list says otherwise; it is mended by hand."""
    from listlint.spread import same_titles, twice  # few lists stand in several files

    for paper in twice(papers):
        if differ := differences(paper.entry, paper.first.entry):
            yield found(
                claims.place(paper.entry),
                f"Also in {paper.first.section}, with other facts: {_said(differ)}. {ONE}",
                entry=paper.entry,
                alike=" and ".join(each.what for each in differ),
            )
    for paper in same_titles(papers):
        (place, ours), (_, theirs) = _numbered(paper.entry), _numbered(paper.first.entry)
        yield found(
            place,
            f"Same title as in {paper.first.place}, but another paper: {ours} here, {theirs} "
            f"there. {EITHER}",
            entry=paper.entry,
            alike="one title, two arXiv numbers",
        )


def _namesake(papers: PaperList, first: Entry, other: Entry) -> Finding:
    """One title, two arXiv papers: the text must hold for both readings."""
    (place, ours), (there, theirs) = _numbered(other), _numbered(first)
    return found(
        place,
        f"Same title as line {first.lines[0]}, but another paper: {ours} here, {theirs} there. "
        f"{EITHER}",
        entry=other,
        alike="one title, two arXiv numbers",
        related=(Related(*there, "the other link"),),
    )


def _numbered(entry: Entry) -> tuple[tuple[int, int], str]:
    """Where the entry's arXiv link stands, and its number."""
    link = next(link for link in entry.links if link.id and link.id.startswith("arxiv:"))
    return link.dest or link.span, f"arXiv {(link.id or '')[6:]}"


def _fix(papers: PaperList, worse: Entry, better: Entry) -> Fix | None:
    """The better copy's venue and year in the place of the poorer one's, each for its own."""
    if not worse.venue or not better.venue or not better.venue.id:
        return None
    if {"venue", "year"} & {*worse.inherited, *better.inherited}:
        return None
    if worse.venue.track or better.venue.track:
        return None  # it would have to go, or to come along
    name = venues.name_of(better.venue.id)
    if better.venue.form in ("name", "also"):
        name = better.venue.name
    edits = [Edit(*worse.venue.span, name or better.venue.name)]
    if worse.year != better.year:
        year = claims.year_edit(papers, worse, better.year) if better.year else None
        if year is None:
            return None
        edits.append(year)
    told = f"{name} {better.year}" if better.year else str(name)
    return Fix(f"write {told} here too", SUGGESTED, tuple(sorted(edits)), ("entries",))
