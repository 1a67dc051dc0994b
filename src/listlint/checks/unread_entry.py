"""An item can't be read as an entry, in a section where nearly all others can.

What: an item without a title, in a section where at least 95 % of the others, and at least 8, were
read as papers. If words enough for a title stand in it, it's a remark only: the fault may be ours.

Why: it has lost its title, or is written in a way that readers stumble over too; and what can't be
read is not checked.

```md bad
- Sorting Lists by Smell, <ins>ICLR, 2024</ins> [[Paper](https://arxiv.org/abs/2401.00017)]
- <ins>ICLR, 2024</ins> [[Paper](https://arxiv.org/abs/2401.00018)]
- Folding Maps under Drift, <ins>ICLR, 2024</ins> [[Paper](https://arxiv.org/abs/2401.00019)]
- Mending Kettles in Public, <ins>ICLR, 2024</ins> [[Paper](https://arxiv.org/abs/2401.00020)]
- Ranking Teapots by Taste, <ins>ICLR, 2024</ins> [[Paper](https://arxiv.org/abs/2401.00021)]
- Weighing Ladders at Night, <ins>ICLR, 2024</ins> [[Paper](https://arxiv.org/abs/2401.00022)]
- Taming Lanterns with Care, <ins>ICLR, 2024</ins> [[Paper](https://arxiv.org/abs/2401.00023)]
- Naming Drawers by Touch, <ins>ICLR, 2024</ins> [[Paper](https://arxiv.org/abs/2401.00024)]
- Guessing Weights of Jars, <ins>ICLR, 2024</ins> [[Paper](https://arxiv.org/abs/2401.00025)]
```

A section in which several items can't be read is one of another kind:

```md good
- Sorting Lists by Smell, <ins>ICLR, 2024</ins> [[Paper](https://arxiv.org/abs/2401.00017)]
- <ins>ICLR, 2024</ins> [[Paper](https://arxiv.org/abs/2401.00018)]
- Folding Maps under Drift, <ins>ICLR, 2024</ins> [[Paper](https://arxiv.org/abs/2401.00019)]
```

Nothing is mended: what is missing isn't there.
"""

from __future__ import annotations

import functools
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator

from listlint.changes import stood
from listlint.facts import Answers
from listlint.finding import NOTE, WARNING, Finding
from listlint.paperlist import Entry, PaperList, Unread
from listlint.rule import NoOptions, found
from listlint.sketch import sketch

GROUP = "formatting"
LEVEL = "warning"
FEWEST, HABIT = 8, 0.95
TITLE = 4  # words outside of links and tags in which a title may stand


def check(papers: PaperList, answers: Answers, options: NoOptions) -> Iterator[Finding]:
    if not papers.unread:
        return
    old, known = stood(papers), _said_before(papers)
    standing = [entry for entry in papers.entries if entry.index in old]
    read = Counter(entry.section for entry in standing if entry.kind == "paper")
    every = Counter(entry.section for entry in standing)
    every.update(item.section for item in papers.unread if _said(papers, item) in known)
    for item in papers.unread:
        so, of = read[item.section], every[item.section]
        near = _neighbour(papers, item)
        if near and so >= FEWEST and so >= HABIT * (of - 1):
            level = _level(papers, item, near)
            if level:
                yield _found(papers, item, near, level)


def _said_before(papers: PaperList) -> frozenset[str]:
    """Items that couldn't be read before a change either; without one, all of them."""
    return frozenset(_said(papers.base, item) for item in papers.base.unread)


def _said(papers: PaperList, item: Unread) -> str:
    return papers.text[slice(*item.span)]


def _level(papers: PaperList, item: Unread, near: Entry) -> str | None:
    """How sure it is that the item means to be an entry; nothing, if it seems another thing."""
    said = _said(papers, item)
    if said[:1] != papers.text[near.span.start]:
        return None
    if len(_words().findall(_links().sub(" ", said))) >= TITLE:
        return NOTE
    beside = (entry for entry in papers.entries if entry.section == item.section)
    used = {link.label.lower() for entry in beside for link in entry.links}
    labels = {label.strip("[]() ").lower() for label in _label().findall(said)}
    return WARNING if labels & used or not labels else None


def _found(papers: PaperList, item: Unread, near: Entry, level: str) -> Finding:
    look = sketch(near, papers.text)
    return found(
        item.span,
        f"Couldn't be read as an entry; its neighbours look like: `{look}`.",
        level=level,
        key=" ".join(_said(papers, item).split()),
        alike="couldn't be read",
    )


def _neighbour(papers: PaperList, item: Unread) -> Entry | None:
    """The paper before it in its section, else the one behind."""
    at = bisect_right(papers.entries, item.span.start, key=lambda entry: entry.span.start)
    near = (*papers.entries[max(at - 1, 0) : at], *papers.entries[at : at + 1])
    return next((each for each in near if each.section == item.section), None)


@functools.cache
def _links() -> re.Pattern[str]:
    return re.compile(r"\[[^\[\]]*\]\([^()]*\)|<[^<>]*>|https?://\S+")


@functools.cache
def _label() -> re.Pattern[str]:
    return re.compile(r"\[([^\[\]]*)\]\(")


@functools.cache
def _words() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]{3,}")
