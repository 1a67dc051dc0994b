"""A link leads on, for good, to the same thing under another address.

What: a page that says that it has moved permanently, and whose new address is a page of its own.
Where many addresses lead to one page, or a page leads to a front page, nothing has moved: what
became of it can't be told, and nothing is said.

Why: the old address works only as long as somebody keeps it up.

```yaml answers
- {topic: link, subject: "http://example.org/~berg/maps.pdf", state: differs, source: example.org,
   says: {to: "https://berg.example.org/maps.pdf"}}
- {topic: link, subject: "https://example.org/kettles", state: agrees, source: example.org}
```

```md bad
- Folding Maps under Drift, ICML 2022 [[Paper](http://example.org/~berg/maps.pdf)]
```

```md fixed
- Folding Maps under Drift, ICML 2022 [[Paper](https://berg.example.org/maps.pdf)]
```

```md good
- Mending Kettles, ICLR 2022 [[Paper](https://example.org/kettles)]
```

What the fix changes: the address becomes the one that it leads to. It is suggested.
"""

from __future__ import annotations

from collections.abc import Iterator

from listlint.facts import DIFFERS, LINK, Answers, Question
from listlint.finding import SUGGESTED, Edit, Finding, Fix
from listlint.followed import Followed, followed, host_of
from listlint.paperlist import PaperList
from listlint.rule import NoOptions, found

GROUP = "links"
LEVEL = "note"
ONLINE = True
UNFIT = set(" <>()[]|`\"'\\*\n")  # what an address in Markdown had better not hold


def asks(papers: PaperList, options: NoOptions) -> Iterator[Question]:
    return (Question(LINK, each.url) for each in followed(papers))


def check(papers: PaperList, answers: Answers, options: NoOptions) -> Iterator[Finding]:
    for each in followed(papers):
        answer = answers[Question(LINK, each.url)]
        to = answer.says.get("to", "") if answer.state == DIFFERS else ""
        if to and to != each.url:
            yield _finding(papers, each, to)


def _finding(papers: PaperList, each: Followed, to: str) -> Finding:
    return found(
        each.place,
        f"{each.name} has moved for good to {to}.",
        entry=each.entry,
        key=None if each.entry else each.url,
        alike=f"{each.host} to {host_of(to)}",
        fix=_fix(papers, each, to),
    )


def _fix(papers: PaperList, each: Followed, to: str) -> Fix | None:
    if UNFIT & set(to) or not to.isascii() or not each.is_plain(papers.text):
        return None
    return Fix(f"write {to}", SUGGESTED, (Edit(*each.place, to),), ("addresses", "entries"))
