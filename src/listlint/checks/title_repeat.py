"""A title begins with its nickname twice: "OmniSort: OmniSort: …".

What: the same words before a colon, and once more before the next one, in one title. A nickname
that is set apart from the title, in bold or before a quotation mark, is the list's own manner.

Why: the nickname was added to a title that had it already.

```md bad
- OmniSort: OmniSort: Sorting Lists by Smell, ICLR 2024 [[Paper](https://arxiv.org/abs/2401.00017)]
```

```md fixed
- OmniSort: Sorting Lists by Smell, ICLR 2024 [[Paper](https://arxiv.org/abs/2401.00017)]
```

```md good
- **OmniSort**: "OmniSort: Sorting Lists by Smell", ICLR 2024 [[Paper](https://arxiv.org/abs/2401.0017)]
- Sorting: A Survey: Sorting Lists, ICLR 2024 [[Paper](https://arxiv.org/abs/2401.00018)]
```

What the fix changes: the first of the two is taken out.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from listlint.facts import Answers
from listlint.finding import SUGGESTED, Edit, Finding, Fix
from listlint.knowledge.titles import fold
from listlint.paperlist import PaperList
from listlint.rule import NoOptions, found

GROUP = "formatting"
LEVEL = "warning"


def check(papers: PaperList, answers: Answers, options: NoOptions) -> Iterator[Finding]:
    twice = _twice()
    for entry in papers.entries:
        if entry.title.count(":") + entry.title.count("：") < 2:
            continue
        start, end = entry.title_span
        match = twice.search(papers.text, start, end)
        if match and fold(match[1]) == fold(match[2]) != "":
            name = match[2]
            edit = Edit(match.start(1), match.start(2), "")
            yield found(
                (match.start(1), match.end(2)),
                f"*{name}* stands twice before this title. Take one out.",
                entry=entry,
                alike="twice before the title",
                fix=Fix(f"write {name} once", SUGGESTED, (edit,), ("titles",)),
            )


@functools.cache
def _twice() -> re.Pattern[str]:
    """Two names before colons at a title's beginning, with nothing but its marks before them."""
    name = r"[^\s:：*\"“][^:：\n]{0,59}?"
    return re.compile(rf"(?<![^\s\[(*\"“|>])({name})[ ]?[:：]\s*({name})(?=[ ]?[:：])")
