"""Blanks stand at a line's end, or two empty lines where the list has one.

What: blanks at a line's end that make no line break on the page, and empty lines beyond the one
that this list sets nearly everywhere. Code and comments are left alone. Where more than one line
in twenty ends in blanks, it is said once.

Why: nobody sees them, but every editor that takes them away makes a change that has to be read.

```md bad
# Papers on tidying

- Sorting Lists by Smell, ICLR 2024 [[Paper](https://arxiv.org/abs/2401.00017)]
- Counting Umbrellas in the Dark, ICLR 2024 [[Paper](https://arxiv.org/abs/2401.00018)]
- Folding Maps under Drift, ICLR 2024 [[Paper](https://arxiv.org/abs/2401.00019)]\x20\x20
- Mending Kettles in Public, ICLR 2024 [[Paper](https://arxiv.org/abs/2401.00020)]
- Ranking Teapots by Taste, ICLR 2024 [[Paper](https://arxiv.org/abs/2401.00021)]
- Weighing Ladders at Night, ICLR 2024 [[Paper](https://arxiv.org/abs/2401.00022)]
- Taming Lanterns with Care, ICLR 2024 [[Paper](https://arxiv.org/abs/2401.00023)]
- Naming Drawers by Touch, ICLR 2024 [[Paper](https://arxiv.org/abs/2401.00024)]
```

```md fixed
# Papers on tidying

- Sorting Lists by Smell, ICLR 2024 [[Paper](https://arxiv.org/abs/2401.00017)]
- Counting Umbrellas in the Dark, ICLR 2024 [[Paper](https://arxiv.org/abs/2401.00018)]
- Folding Maps under Drift, ICLR 2024 [[Paper](https://arxiv.org/abs/2401.00019)]
- Mending Kettles in Public, ICLR 2024 [[Paper](https://arxiv.org/abs/2401.00020)]
- Ranking Teapots by Taste, ICLR 2024 [[Paper](https://arxiv.org/abs/2401.00021)]
- Weighing Ladders at Night, ICLR 2024 [[Paper](https://arxiv.org/abs/2401.00022)]
- Taming Lanterns with Care, ICLR 2024 [[Paper](https://arxiv.org/abs/2401.00023)]
- Naming Drawers by Touch, ICLR 2024 [[Paper](https://arxiv.org/abs/2401.00024)]
```

Two blanks before another line of the same entry are a line break:

```md good
- Sorting Lists by Smell, ICLR 2024 [[Paper](https://arxiv.org/abs/2401.00017)]\x20\x20
  Almqvist and Berg


- Counting Umbrellas in the Dark, ICLR 2024 [[Paper](https://arxiv.org/abs/2401.00018)]
```

What the fix changes: blanks and empty lines only.
"""

from __future__ import annotations

from collections.abc import Iterator

from listlint.comments import entry_at
from listlint.facts import Answers
from listlint.finding import SAFE, Edit, Finding, Fix
from listlint.paperlist import PaperList
from listlint.rule import NoOptions, found
from listlint.trails import Trail, breaks, trails

GROUP = "formatting"
LEVEL = "note"
FEW = 0.05  # of a list's lines: more than that are said once


def check(papers: PaperList, answers: Answers, options: NoOptions) -> Iterator[Finding]:
    ends = list(trails(papers))
    model = papers.base
    learnt = ends if model is papers else list(trails(model))
    if len(ends) > 1 and len(learnt) > FEW * len(model.source.line_starts):
        edits = tuple(Edit(*trail, "") for trail in ends)
        yield _found(
            papers,
            ends[0],
            f"{len(ends)} lines of this list end in blanks that show nothing.",
            Fix("take the blanks out", SAFE, edits),
            key="throughout",
        )
    else:
        for trail in ends:
            fix = Fix("take the blanks out", SAFE, (Edit(*trail, ""),))
            yield _found(papers, trail, "Blanks stand at this line's end.", fix)
    for trail in breaks(papers):
        fix = Fix("leave one empty line", SAFE, (Edit(*trail, ""),))
        yield _found(
            papers, trail, "More empty lines stand here than this list sets elsewhere.", fix
        )


def _found(papers: PaperList, trail: Trail, said: str, fix: Fix, key: str | None = None) -> Finding:
    """It is about one line, not about the entry, whose key is all that it takes."""
    entry = None if key else entry_at(papers, trail.start)
    return found(trail, said, key=entry.key if entry else key, alike=key or said, fix=fix)
