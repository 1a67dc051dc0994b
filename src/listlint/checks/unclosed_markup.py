"""Bold, code or an inline tag is opened in an entry and not closed, or closed and not opened.

What: `**` that the page shows as two stars, since its other half is missing or a blank stands
inside; one star too few beside emphasis; a lone backtick; a tag such as `<ins>` or `<sup>` without
its other half. Stars behind names are footnotes, and are left alone.

Why: the page shows the mark, or everything behind it looks like the title.

```md bad
- **Sorting Lists by Smell, ICLR 2024 [[Paper](https://arxiv.org/abs/2401.00017)]
- **Counting Umbrellas in the Dark **, ICLR 2024 [[Paper](https://arxiv.org/abs/2401.00018)]
- Folding Maps under Drift**, ICLR 2024 [[Paper](https://arxiv.org/abs/2401.00019)]
- [*Ranking Teapots by Taste**](https://arxiv.org/abs/2401.00021), ICLR 2024
```

```md fixed
- **Sorting Lists by Smell**, ICLR 2024 [[Paper](https://arxiv.org/abs/2401.00017)]
- **Counting Umbrellas in the Dark**, ICLR 2024 [[Paper](https://arxiv.org/abs/2401.00018)]
- **Folding Maps under Drift**, ICLR 2024 [[Paper](https://arxiv.org/abs/2401.00019)]
- [**Ranking Teapots by Taste**](https://arxiv.org/abs/2401.00021), ICLR 2024
```

```md bad
- Mending Kettles in Public, <ins>ICLR 2024 [[Paper](https://arxiv.org/abs/2401.00020)]
```

```md good
- Sorting Lists by Smell, Ann Almqvist*, Bo Berg**, ICLR 2024 [[PDF](https://arxiv.org/abs/2401.00017)]
- Tea* for Two Tired Robots, ICLR 2024 [[Paper](https://arxiv.org/abs/2401.00018)]
- The ``Best'' Umbrella, ICLR 2024 [[Paper](https://arxiv.org/abs/2401.00019)]
```

What the fix changes: the missing half of `**` is put at the title's other end, or the blank taken
out. It is suggested, since something else may have been meant to be bold.
"""

from __future__ import annotations

from collections.abc import Iterator

from listlint.facts import Answers
from listlint.finding import SUGGESTED, Finding, Fix
from listlint.marks import Loose, loose
from listlint.paperlist import PaperList
from listlint.rule import NoOptions, found

GROUP = "formatting"
LEVEL = "warning"


def check(papers: PaperList, answers: Answers, options: NoOptions) -> Iterator[Finding]:
    for each in loose(papers):
        title = "take the blank out" if each.blank else f"write `{each.mark}` at the other end"
        yield found(
            (each.start, each.end),
            _said(each),
            entry=each.entry,
            alike=_said(each),
            fix=Fix(title, SUGGESTED, each.edits) if each.edits else None,
        )


def _said(each: Loose) -> str:
    mark = f"`` {each.mark} ``" if "`" in each.mark else f"`{each.mark}`"
    if each.blank:
        return f"A blank stands inside {mark}, so that the page shows the stars. Take it out."
    if each.mark[0] == "<":
        what = "is opened here and not closed" if each.opens else "closes nothing here"
        return f"{mark} {what}. Write its other half, or take it out."
    what = "nothing closes it" if each.opens else "nothing opens it"
    return f"The page shows {mark}, since {what}. Write its other half, or take it out."
