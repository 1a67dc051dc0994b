"""One paper stands in the list twice.

What: two entries with the same paper link or the same title. Within one section that is a fault;
sections below one heading that differ only by year count as one. Across sections it is a remark,
and none where the list does so by habit, but for a paper that stands in a section and in one within
it too, or in "Others". `cross-listing` answers for the list: `allow`, `note` or `warning`.

A resource (a repository, a post) is no copy of a paper; only within one section and with title and
link alike it is one of another resource.

Why: readers count and cite what a list holds, and of two copies one is forgotten when the paper
is published.

```md bad
## Quantization

- Sorting Lists by Smell, arXiv 2023 [[Paper](https://arxiv.org/abs/2301.00017)]
- Counting Umbrellas in the Dark, ICML 2023 [[Paper](https://arxiv.org/abs/2302.00018)]
- Sorting Lists by Smell, MLSys 2024 [[Paper](https://arxiv.org/abs/2301.00017)] [[Code](https://github.com/almqvist/smell)]
```

```md fixed
## Quantization

- Counting Umbrellas in the Dark, ICML 2023 [[Paper](https://arxiv.org/abs/2302.00018)]
- Sorting Lists by Smell, MLSys 2024 [[Paper](https://arxiv.org/abs/2301.00017)] [[Code](https://github.com/almqvist/smell)]
```

What the poorer copy alone links is taken along:

```md bad
## Quantization

- Folding Maps under Drift, ICML 2023 [[Paper](https://arxiv.org/abs/2302.00019)]
- Folding maps under drift, ICML 2023 [[Code](https://github.com/berg/maps)]
```

```md fixed
## Quantization

- Folding Maps under Drift, ICML 2023 [[Paper](https://arxiv.org/abs/2302.00019)] [[Code](https://github.com/berg/maps)]
```

Two arXiv numbers under one title are two papers, and so are titles that differ in a digit or a `+`:

```md good
## Sorting

- Taming Noisy Lanterns, arXiv 2023 [[Paper](https://arxiv.org/abs/2303.00020)]
- Taming Noisy Lanterns, arXiv 2024 [[Paper](https://arxiv.org/abs/2403.00021)]
- Weighing Quiet Ladders 2, CVPR 2023 [[Paper](https://arxiv.org/abs/2303.00022)]
- Weighing Quiet Ladders, CVPR 2022 [[Paper](https://arxiv.org/abs/2203.00023)]
```

What the fix changes: the poorer copy is taken out with its lines, and links that it alone has are
added to the other one where both are written alike. It is suggested, never safe; where other text
stands on those lines, or the line above them would be left with nothing below, it is words only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from listlint.copies import differences, merged, named_apart, stated, why
from listlint.facts import Answers
from listlint.finding import NOTE, SHOWN, WARNING, Finding, Fix, Related
from listlint.paperlist import Entry, PaperList
from listlint.papers import Paper, across, cross_lists, needless, repeated, same_resources
from listlint.rule import found
from listlint.values import NamedTuple

GROUP = "duplicates"
LEVEL = "error"


class Options(NamedTuple):
    """``cross-listing``: "habit" asks the list itself; "allow" says nothing of a paper in several
    sections, "note" and "warning" say it at that level."""

    cross_listing: Literal["habit", "allow", "note", "warning"] = "habit"


def check(papers: PaperList, answers: Answers, options: Options) -> Iterator[Finding]:
    for paper in repeated(papers):
        for copies in paper.by_home().values():
            for copy in copies[1:]:
                if not named_apart(copies[0], copy):
                    yield _within(papers, copies[0], copy)
    for same in same_resources(papers):
        for copy in same[1:]:
            yield _within(papers, same[0], copy)
    level = WARNING if options.cross_listing == WARNING else NOTE
    for paper in _unmeant(papers, options):
        yield _across(papers, paper, level)
    if papers.whole and _says_more(papers, options):
        yield from _in_files(papers, level)


def _unmeant(papers: PaperList, options: Options) -> Iterable[Paper]:
    """Papers in several sections, but for those that the list puts there on purpose."""
    if _says_more(papers, options):
        return across(papers)
    return needless(papers) if options.cross_listing == "habit" else ()


def _says_more(papers: PaperList, options: Options) -> bool:
    """Whether a paper in several places is said, whichever they are."""
    if options.cross_listing == "habit":
        return not cross_lists(papers.model)
    return options.cross_listing != "allow"


def _within(papers: PaperList, first: Entry, copy: Entry) -> Finding:
    return found(
        copy.title_span,
        _message(papers, first, copy),
        entry=copy,
        alike="already in this section",
        related=(Related(*first.title_span, "already listed here"),),
        fix=merged(papers, first, copy),
    )


def _across(papers: PaperList, paper: Paper, level: str) -> Finding:
    first = paper.entries[0]
    others = [copies[0] for copies in paper.by_home().values()][1:]
    return found(
        others[0].title_span,
        _message(papers, first, others[0]),
        level=level,
        entry=others[0],
        key=paper.key,
        alike="already in another section",
        related=(
            Related(*first.title_span, "already listed here"),
            *(Related(*other.title_span, "and here") for other in others[1:]),
        ),
        fix=merged(papers, first, *others),
    )


def _in_files(papers: PaperList, level: str) -> Iterator[Finding]:
    """Papers of an earlier file of the same list; which copy goes is never decided here."""
    from listlint.spread import twice  # few lists stand in several files

    for paper in twice(papers):
        yield found(
            paper.entry.title_span,
            _told(f"in {paper.first.section}", paper.first.entry, paper.entry, "that entry"),
            level=level,
            entry=paper.entry,
            alike="already in another file",
            fix=Fix("keep it in one of the two files", SHOWN),
        )


def _message(papers: PaperList, first: Entry, copy: Entry) -> str:
    """Where the other copy stands, what shows it, how they differ, what to do."""
    line = f"line {first.lines[0]}"
    section = ""
    if first.section is not None and first.section != copy.section:
        section = f", *{papers.sections[first.section].title}*"
    return _told(f"on {line}{section}", first, copy, line)


def _told(where: str, first: Entry, copy: Entry, there: str) -> str:
    said = f"Already {where}: {why(first, copy)}."
    ours, theirs = stated(copy), stated(first)
    if ours != theirs:
        said += f" This one says {ours or 'no venue'}, that one {theirs or 'no venue'}."
    for each in differences(first, copy):
        if each.what == "paper link":
            said += f" This one links {each.other}, that one {each.one}."
    return f"{said} If this is newer, edit {there} instead."
