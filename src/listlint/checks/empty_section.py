"""A heading has nothing below it.

What: a heading that is followed by another one of its level or a higher one, or by the end of the
list, with nothing but blank lines, comments and rules between. Three or more are said once.

Why: it looks as if something were missing; mostly a section was planned, or its last entry moved.

```md bad
## Sorting

- Sorting Lists by Smell, ICLR 2024 [[Paper](https://arxiv.org/abs/2401.00017)]

## Folding

## Finding

- Finding Lost Umbrellas, ICLR 2024 [[Paper](https://arxiv.org/abs/2401.00019)]
```

```md good
# Papers on tidying

## Sorting

### By Smell

- Sorting Lists by Smell, ICLR 2024 [[Paper](https://arxiv.org/abs/2401.00017)]

## Folding

Papers are welcome.

## [More of this kind](https://github.com/almqvist-lab/tidying)
```
"""

from __future__ import annotations

from collections.abc import Iterator

from listlint.facts import Answers
from listlint.finding import Finding, Related
from listlint.knowledge.titles import fold
from listlint.outline import outline
from listlint.paperlist import PaperList, Section
from listlint.rule import NoOptions, found
from listlint.sections import empty

GROUP = "contents"
LEVEL = "note"
MANY = 3


def check(papers: PaperList, answers: Answers, options: NoOptions) -> Iterator[Finding]:
    bare = [(section, _beside(papers, section)) for section in empty(papers)]
    if len(bare) >= MANY:
        yield _all_of(bare)
    else:
        yield from (_one(papers, *each) for each in bare)


def _beside(papers: PaperList, section: Section) -> bool:
    """Whether another heading of the same level follows."""
    following = papers.sections[section.index + 1 : section.index + 2]
    return any(each.level == section.level for each in following)


def _named(papers: PaperList, section: Section) -> list[Related]:
    """The line of the contents that leads there, which is taken out with it."""
    line = outline(papers).named.get(section.index)
    if line is None:
        return []
    return [Related(line.inner.link.start, line.inner.link.end, "the contents name it here")]


def _one(papers: PaperList, section: Section, beside: bool) -> Finding:
    deeper = ", or set the headings that belong to it one level deeper" if beside else ""
    return found(
        section.span,
        f"Nothing stands below this heading. Fill it or take it out{deeper}.",
        key=fold(section.title),
        alike="nothing below",
        related=_named(papers, section),
    )


def _all_of(empty: list[tuple[Section, bool]]) -> Finding:
    """Many of them are a list's plan: said once."""
    first = empty[0][0]
    named = ", ".join(f"*{section.title}*" for section, _ in empty[:MANY])
    more = f" and {len(empty) - MANY} more" if len(empty) > MANY else ""
    return found(
        first.span,
        f"Nothing stands below {len(empty)} headings: {named}{more}. Fill them or take them out.",
        key="several",
        alike="nothing below several",
    )
