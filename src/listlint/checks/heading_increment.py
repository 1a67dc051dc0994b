"""A heading skips a level, such as one of level 4 right below one of level 2.

What: headings with entries below them that are more than one level deeper than the heading around
them. All that skip from the same level to the same level are one finding. Where the list has such
headings one level deeper as well, it's a warning; where it skips throughout, or such headings stand
at that level elsewhere too (`#### 2024`, say), a remark.

Why: tables of contents, screen readers and whatever reads the list as a tree see a level with
nothing in it.

```md bad
# Papers on tidying

## Sorting

#### By Smell

- Sorting Lists by Smell, ICLR 2024 [[Paper](https://arxiv.org/abs/2401.00017)]

##### Old ones

- Sorting Socks, ICLR 2014 [[Paper](https://arxiv.org/abs/1401.00017)]

## Folding

### By Hand

- Folding Maps under Drift, ICLR 2024 [[Paper](https://arxiv.org/abs/2401.00018)]
```

```md fixed
# Papers on tidying

## Sorting

### By Smell

- Sorting Lists by Smell, ICLR 2024 [[Paper](https://arxiv.org/abs/2401.00017)]

#### Old ones

- Sorting Socks, ICLR 2014 [[Paper](https://arxiv.org/abs/1401.00017)]

## Folding

### By Hand

- Folding Maps under Drift, ICLR 2024 [[Paper](https://arxiv.org/abs/2401.00018)]
```

A list may begin at any level, and small headings that hold no entry are nobody's branch:

```md good
### Sorting

#### How to contribute

#### By Smell

- Sorting Lists by Smell, ICLR 2024 [[Paper](https://arxiv.org/abs/2401.00017)]
```

What the fix changes: the level of all these headings together, of those beside them that hold
nothing, and of those below them, so that the tree stays as it is. Headings written in HTML, and
those that are papers themselves, are not touched, and then nothing is mended.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from listlint.facts import Answers
from listlint.finding import NOTE, SUGGESTED, WARNING, Edit, Finding, Fix, Related
from listlint.paperlist import PaperList, Section
from listlint.papers import ageless
from listlint.rule import NoOptions, found
from listlint.sections import holding, parents
from listlint.values import NamedTuple

GROUP = "contents"
LEVEL = "warning"


class Habits(NamedTuple):
    """What the list does elsewhere."""

    right: frozenset[int]  # levels with a heading one level deeper below them
    kinds: frozenset[tuple[int, str]]  # headings that stand right, by level and title


def check(papers: PaperList, answers: Answers, options: NoOptions) -> Iterator[Finding]:
    skips: defaultdict[tuple[int, int], list[Section]] = defaultdict(list)
    for section, parent in _held(papers):
        if section.level > parent.level + 1:
            skips[parent.level, section.level].append(section)
    habits = _habits(papers.base)
    for (outer, inner), sections in skips.items():
        alone = any(_kind(section) not in habits.kinds for section in sections)
        mixed = outer in habits.right and alone
        yield _skip(papers, outer, inner, sections, mixed=mixed)


def _held(papers: PaperList) -> Iterator[tuple[Section, Section]]:
    """Sections that hold entries, with the heading around each."""
    holds = holding(papers)
    for section, parent in zip(papers.sections, parents(papers), strict=True):
        if parent is not None and section.index in holds:
            yield section, parent


def _habits(papers: PaperList) -> Habits:
    held = [(s, parent) for s, parent in _held(papers) if s.level <= parent.level + 1]
    return Habits(
        frozenset(parent.level for _, parent in held),
        frozenset(_kind(section) for section, _ in held),
    )


def _kind(section: Section) -> tuple[int, str]:
    """Headings of one level that differ only by year are of one kind."""
    return section.level, ageless(section.title)


def _skip(
    papers: PaperList,
    outer: int,
    inner: int,
    sections: list[Section],
    *,
    mixed: bool,
) -> Finding:
    first, *others = sections
    what = f"{len(sections)} headings skip" if others else "This heading skips"
    if mixed:
        how = f"; elsewhere headings below level {outer} are of level {outer + 1}"
    else:
        how = ", as such headings do in this list"
    return found(
        first.span,
        f"{what} from level {outer} to level {inner}{how}. Level {outer + 1} is the next.",
        level=WARNING if mixed else NOTE,
        key=f"{outer} to {inner}",
        alike=f"level {outer} to {inner}",
        related=[Related(*other.span, "skips likewise") for other in others] if mixed else (),
        fix=_fix(papers, sections, inner - outer - 1),
    )


def _fix(papers: PaperList, sections: list[Section], surplus: int) -> Fix | None:
    """All of them raised, with what stands below and those beside them; a paper's own heading is
    left where it is, or what holds no paper would stand beside it."""
    starts = {entry.span.start for entry in papers.entries}
    if any(section.span.start in starts for section in sections):
        return None
    edits: list[Edit] = []
    for top in _siblings(papers, sections):
        for section in papers.sections[top.index :]:
            if section.span.start >= top.end:
                break
            start = section.span.start
            if not papers.text.startswith("#" * section.level, start):
                return None
            edits.append(Edit(start, start + surplus, ""))
    title = f"raise {len(edits)} headings" if len(edits) > 1 else "raise the heading"
    return Fix(title, SUGGESTED, tuple(edits), ("sections",))


def _siblings(papers: PaperList, sections: list[Section]) -> list[Section]:
    """The sections, and those below the same headings that skip as far and hold nothing."""
    homes = {(each.parent, each.level) for each in sections}
    return [each for each in papers.sections if (each.parent, each.level) in homes]
