"""Two entries have titles that are nearly one.

What: two titles that differ by a nickname, a subtitle, a small word or a typo; or, where the
nickname or the authors are the same, by a word or two, as titles do between a preprint and its
publication. Numbers, "Part II", "v2", `X++` beside `X`, a survey beside its subject and two papers
that were published at different events are no copies; neither are two arXiv numbers. Where a list
puts papers into several sections by habit, only copies within one section are said.

Why: it is one paper twice, of which one copy will be forgotten; the equal ones are
`duplicate-paper`.

```md bad
## Quantization

- Sorting Laundry by Smell in Crowded Attics, arXiv 2023
- Counting Umbrellas in the Dark, ICML 2023 [[Paper](https://arxiv.org/abs/2302.00018)]
- NoseSort: Sorting Laundry by Smell in Crowded Attics, MLSys 2024 [[Paper](https://arxiv.org/abs/2301.00017)]
```

```md fixed
## Quantization

- Counting Umbrellas in the Dark, ICML 2023 [[Paper](https://arxiv.org/abs/2302.00018)]
- NoseSort: Sorting Laundry by Smell in Crowded Attics, MLSys 2024 [[Paper](https://arxiv.org/abs/2301.00017)]
```

A slip in one word:

```md bad
- Mending Kettles from Incomplete Recordings, ICLR 2023 [[Paper](https://arxiv.org/abs/2302.00071)]
- Mending Kettles from Incomplete Recodings, ICLR 2023 [[Code](https://github.com/berg/kettles)]
```

```md fixed
- Mending Kettles from Incomplete Recordings, ICLR 2023 [[Paper](https://arxiv.org/abs/2302.00071)] [[Code](https://github.com/berg/kettles)]
```

```md good
- Folding Maps under Heavy Drift, Part I, ICML 2022 [[Paper](https://arxiv.org/abs/2201.00031)]
- Folding Maps under Heavy Drift, Part II, ICML 2023 [[Paper](https://arxiv.org/abs/2301.00032)]
- KettleNet: Listening to Kettles in Noisy Kitchens, CVPR 2022 [[Code](https://github.com/dorn/kettle)]
- KettleNet++: Listening to Kettles in Noisy Kitchens, CVPR 2023 [[Code](https://github.com/dorn/kettle)]
```

What the fix changes: as for `duplicate-paper`, the copy that says less is taken out with its lines,
and links that it alone has are added to the other one. It is suggested, never safe.
"""

from __future__ import annotations

from collections.abc import Iterator

from listlint.copies import merged, named_apart, stated
from listlint.facts import Answers
from listlint.finding import Finding, Related
from listlint.near import near
from listlint.paperlist import Entry, PaperList
from listlint.papers import Paper, cross_lists
from listlint.rule import NoOptions, found

GROUP = "duplicates"
LEVEL = "note"


def check(papers: PaperList, answers: Answers, options: NoOptions) -> Iterator[Finding]:
    for paper in near(papers):
        first, *others = paper.entries
        if cross_lists(papers.model) and len(set(paper.homes)) > 1:
            others = _at_home(paper)
        others = [other for other in others if not named_apart(first, other)]
        if others:
            yield _finding(papers, first, others)


def _at_home(paper: Paper) -> list[Entry]:
    """The other entries of the place where the first one stands."""
    return paper.by_home()[paper.homes[0]][1:]


def _finding(papers: PaperList, first: Entry, others: list[Entry]) -> Finding:
    """One for each paper, on its second entry."""
    copy = others[0]
    return found(
        copy.title_span,
        _message(papers, first, copy),
        entry=copy,
        alike="nearly the same title",
        related=(
            Related(*first.title_span, "nearly the same title"),
            *(Related(*other.title_span, "and here") for other in others[1:]),
        ),
        fix=merged(papers, first, copy),
    )


def _message(papers: PaperList, first: Entry, copy: Entry) -> str:
    """Where the other one stands, in what they differ, what to do."""
    line = first.lines[0]
    section = ""
    if first.section is not None and first.section != copy.section:
        section = f", *{papers.sections[first.section].title}*"
    said = f'Nearly the title of line {line}{section}: "{first.title}".'
    ours, theirs = stated(copy), stated(first)
    if ours != theirs:
        said += f" This one says {ours or 'no venue'}, that one {theirs or 'no venue'}."
    said += _links(first, copy)
    return f"{said} If it is one paper, one entry is enough; if not, leave both."


def _links(first: Entry, copy: Entry) -> str:
    """Paper links that differ are told: they may show that there are two papers."""
    if not copy.ids or not first.ids:
        lacking = "This one" if first.ids else "That one"
        return f" {lacking} links no paper." if first.ids or copy.ids else ""
    if set(first.ids) & set(copy.ids):
        return ""
    return f" This one links {copy.ids[0]}, that one {first.ids[0]}."
