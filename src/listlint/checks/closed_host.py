"""A link leads to a site that has closed.

What: addresses of sites whose pages are gone or lead to something else: Papers with Code,
TensorFlow Hub, Microsoft Academic and others. Where the address itself tells where the page went,
that is offered. Images are left alone, and so are archived copies. Where a site's end was announced
and some pages may live on, it is a remark.

Why: such a page often answers as if all were well, so that no check of links notices.

```md bad
- Sorting Lists by Smell [[Paper](https://www.arxiv-vanity.com/papers/2205.00017/)]
```

```md fixed
- Sorting Lists by Smell [[Paper](https://arxiv.org/abs/2205.00017)]
```

```md bad
- Counting Umbrellas in the Dark [[Paper](https://arxiv.org/abs/2205.00018)] [[Results](https://paperswithcode.com/sota/counting-umbrellas)]
```

```md good
- Sorting Lists by Smell [[Paper](https://arxiv.org/abs/2205.00017)]
- Counting Umbrellas in the Dark [[Results](https://web.archive.org/web/2024/https://paperswithcode.com/sota/counting-umbrellas)]
```

What the fix changes: the address, where it tells the new one. It is suggested, since the new page
shows the paper in another form.
"""

from __future__ import annotations

from collections.abc import Iterator

from listlint.facts import Answers
from listlint.finding import NOTE, SUGGESTED, Edit, Finding, Fix
from listlint.knowledge import hosts
from listlint.knowledge.hosts import Closed
from listlint.paperlist import Entry, Link, PaperList
from listlint.rule import NoOptions, found

GROUP = "links"
LEVEL = "warning"


def check(papers: PaperList, answers: Answers, options: NoOptions) -> Iterator[Finding]:
    for entry in papers.entries:
        for link in entry.links:
            if gone := hosts.closed(link.url, link.address.subject):
                yield _finding(papers, entry, link, gone)


def _finding(papers: PaperList, entry: Entry, link: Link, gone: Closed) -> Finding:
    when = f" in {gone.since[:4]}" if gone.since else ""
    said = f"{gone.host} is no longer kept{when}" if gone.doubtful else f"{gone.host} closed{when}"
    remedy = f"this page is {gone.to} now" if gone.to else gone.hint
    return found(
        link.dest or link.span,
        f"{said}: {remedy}.",
        level=NOTE if gone.doubtful else None,
        entry=entry,
        alike=f"{gone.host}: {gone.hint}",
        fix=_fix(papers, link, gone),
    )


def _fix(papers: PaperList, link: Link, gone: Closed) -> Fix | None:
    if not gone.to or not link.dest or papers.text[slice(*link.dest)] != link.url:
        return None
    return Fix(f"write {gone.to}", SUGGESTED, (Edit(*link.dest, gone.to),), ("addresses",))
