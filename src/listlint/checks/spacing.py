"""A blank is missing, or stands where it shows.

What: a blank missing between two links, before a bracket or before a link, where this list sets
one at least nine times in ten; a blank missing behind the `-` or `##` that begins a line, so that
it is no item and no heading; a blank inside the edge of a link or of a tag such as `<ins>`, which
is underlined with it. Two blanks in a row show as one, and a blank at a line's end as none: those
are remarks only. The padding of a table's cells, code, addresses and blocks of HTML are left alone.

Why: the page shows `)][` where all other entries have a gap, and `-Title` is swallowed by the
entry above.

```md bad
- Sorting Lists by Smell, ICLR 2024 [[ Paper](https://arxiv.org/abs/2401.00017)]
-Counting Umbrellas in the Dark, ICLR 2024 [[Paper](https://arxiv.org/abs/2401.00018)]
- Folding Maps under Drift,  ICLR 2024 [[Paper](https://arxiv.org/abs/2401.00019)]
- Mending Kettles in Public, ICLR 2024 [[Paper](https://arxiv.org/abs/2401.00020)]
- Ranking Teapots by Taste, ICLR 2024 [[Paper](https://arxiv.org/abs/2401.00021)]
- Weighing Ladders at Night, ICLR 2024 [[Paper](https://arxiv.org/abs/2401.00022)]
- Taming Lanterns with Care, ICLR 2024 [[Paper](https://arxiv.org/abs/2401.00023)]
- Naming Drawers by Touch, ICLR 2024 [[Paper](https://arxiv.org/abs/2401.00024)]
- Guessing Weights of Jars, ICLR 2024 [[Paper](https://arxiv.org/abs/2401.00025)]
- Stacking Bowls to Sleep, ICLR 2024 [[Paper](https://arxiv.org/abs/2401.00026)]
- Tying Knots in Smoke, ICLR 2024 [[Paper](https://arxiv.org/abs/2401.00027)]
- Hanging Coats on Air, ICLR 2024[[Paper](https://arxiv.org/abs/2401.00028)]
```

```md fixed
- Sorting Lists by Smell, ICLR 2024 [[Paper](https://arxiv.org/abs/2401.00017)]
- Counting Umbrellas in the Dark, ICLR 2024 [[Paper](https://arxiv.org/abs/2401.00018)]
- Folding Maps under Drift, ICLR 2024 [[Paper](https://arxiv.org/abs/2401.00019)]
- Mending Kettles in Public, ICLR 2024 [[Paper](https://arxiv.org/abs/2401.00020)]
- Ranking Teapots by Taste, ICLR 2024 [[Paper](https://arxiv.org/abs/2401.00021)]
- Weighing Ladders at Night, ICLR 2024 [[Paper](https://arxiv.org/abs/2401.00022)]
- Taming Lanterns with Care, ICLR 2024 [[Paper](https://arxiv.org/abs/2401.00023)]
- Naming Drawers by Touch, ICLR 2024 [[Paper](https://arxiv.org/abs/2401.00024)]
- Guessing Weights of Jars, ICLR 2024 [[Paper](https://arxiv.org/abs/2401.00025)]
- Stacking Bowls to Sleep, ICLR 2024 [[Paper](https://arxiv.org/abs/2401.00026)]
- Tying Knots in Smoke, ICLR 2024 [[Paper](https://arxiv.org/abs/2401.00027)]
- Hanging Coats on Air, ICLR 2024 [[Paper](https://arxiv.org/abs/2401.00028)]
```

A list without such a habit, or with the other one, is right as it is:

```md good
| Title                  | Links                                                             |
| ---------------------- | ----------------------------------------------------------------- |
| Sorting Lists by Smell | [[arXiv](https://arxiv.org/abs/2401.00017)][[Code](https://a.io)] |

- f(x)[1] and `two  blanks`[[Paper](https://arxiv.org/abs/2401.00018)]
```

What the fix changes: blanks only.
"""

from __future__ import annotations

from collections.abc import Iterator

from listlint.blanks import (
    BETWEEN,
    DOUBLE,
    EDGE,
    HIDDEN,
    LABEL,
    MARK,
    ROUND,
    SQUARE,
    Gap,
    doubled,
    missing,
    surplus,
    unmarked,
)
from listlint.facts import Answers
from listlint.finding import NOTE, SAFE, WARNING, Finding, Fix
from listlint.markdown.literal import literal
from listlint.paperlist import PaperList
from listlint.rule import NoOptions, found

GROUP = "formatting"
LEVEL = "warning"
WHERE = {
    BETWEEN: "between two links",
    LABEL: "before a link",
    SQUARE: "before `[`",
    ROUND: "before `(`",
}
SWALLOWED = (
    "entries",
    "titles",
    "addresses",
    "sections",
)  # by the entry above, which gives it back
SAID = {
    EDGE: "A blank stands inside the edge here, and is underlined with the rest. Take it out.",
    HIDDEN: "A blank stands inside the edge here, which the page doesn't show.",
    DOUBLE: "Two blanks stand here where the page shows one.",
}


def check(papers: PaperList, answers: Answers, options: NoOptions) -> Iterator[Finding]:
    seen = literal(papers.document)
    for gap in (
        *missing(papers, seen),
        *surplus(papers),
        *doubled(papers, seen),
        *unmarked(papers, seen),
    ):
        yield _found(papers, gap)


def _found(papers: PaperList, gap: Gap) -> Finding:
    adding = gap.edits[0].text
    title = "add the blank" if adding else "take the blank out"
    changes = SWALLOWED if gap.how == MARK else ()
    return found(
        (gap.start, gap.end),
        _said(papers, gap),
        level=NOTE if gap.how in (DOUBLE, HIDDEN) else WARNING,
        entry=gap.entry,
        key=None if gap.entry else papers.text[gap.start : gap.end],
        alike=gap.how,
        fix=Fix(title, SAFE, gap.edits, changes),
    )


def _said(papers: PaperList, gap: Gap) -> str:
    if gap.how in WHERE:
        return f"This list sets a blank {WHERE[gap.how]} ({gap.so} of {gap.of} times)."
    if gap.how == MARK:
        mark = papers.text[gap.start : gap.edits[0].start]
        what = "heading" if mark[0] == "#" else "item of the list"
        return f"Without a blank behind `{mark}` this line is no {what}. Set one there."
    return SAID[gap.how]
