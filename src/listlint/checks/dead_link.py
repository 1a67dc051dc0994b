"""A link leads to what isn't there any more.

What: a page that twice answered 404 or 410, a paper that its own registry doesn't know, a
repository that GitHub doesn't find. A host that refuses machines, is too busy, or can't be reached
proves nothing: such links are counted as unchecked, and nothing is said of them. A page that is
there, was read to its end and has no part of the name that the link gives is a note.

Why: who follows the link finds nothing, and the longer it stands the harder the page is to find.

```yaml answers
- {topic: link, subject: "https://github.com/almqvist/smell", state: absent, source: GitHub,
   says: {how: 404 twice}}
- {topic: link, subject: "https://example.org/maps.pdf", state: absent, source: example.org,
   says: {how: 410 twice, archived: "https://web.archive.org/web/2022/https://example.org/maps.pdf"}}
- {topic: link, subject: "https://example.org/kettles.pdf", state: unchecked}
- {topic: link, subject: "https://example.org/umbrellas#code", state: agrees, source: example.org,
   says: {fragment: missing}}
```

```md bad
- Sorting Lists by Smell, ACL 2022 [[Code](https://github.com/almqvist/smell)]
```

```md bad
- Folding Maps under Drift, ICML 2022 [[Paper](https://example.org/maps.pdf)]
```

```md fixed
- Folding Maps under Drift, ICML 2022 [[Paper](https://web.archive.org/web/2022/https://example.org/maps.pdf)]
```

```md bad
- Counting Umbrellas, ACL 2023 [[Project](https://example.org/umbrellas#code)]
```

```md good
- Mending Kettles, ICLR 2022 [[Paper](https://example.org/kettles.pdf)]
```

What the fix changes: the address becomes that of an archived copy, where one is known. It is
suggested, since a page may have moved to where nobody but you can find it.
"""

from __future__ import annotations

from collections.abc import Iterator

from listlint.facts import ABSENT, LINK, Answer, Answers, Question
from listlint.finding import NOTE, SUGGESTED, Edit, Finding, Fix
from listlint.followed import Followed, followed
from listlint.paperlist import PaperList
from listlint.rule import NoOptions, found

GROUP = "links"
LEVEL = "error"
ONLINE = True
CODE = ("code", "data", "model")


def asks(papers: PaperList, options: NoOptions) -> Iterator[Question]:
    return (Question(LINK, each.url) for each in followed(papers))


def check(papers: PaperList, answers: Answers, options: NoOptions) -> Iterator[Finding]:
    for each in followed(papers):
        answer = answers[Question(LINK, each.url)]
        if answer.state == ABSENT:
            yield _finding(papers, each, answer)
        elif answer.says.get("fragment") == "missing":
            yield _part(each)


def _finding(papers: PaperList, each: Followed, answer: Answer) -> Finding:
    how = answer.says.get("how", "")
    said = f"{each.name} isn't there{f' ({how})' if how else ''}."
    remedy = "Find its new address, or take the link out."
    if each.link is not None and each.link.kind in CODE:
        remedy = "Not public yet? Leave the link out until it is."
    return found(
        each.place,
        f"{said} {remedy}",
        entry=each.entry,
        key=None if each.entry else each.url,
        alike=f"{each.host}: {how}",
        fix=_fix(papers, each, answer.says.get("archived", "")),
    )


def _part(each: Followed) -> Finding:
    page, part = each.name.partition("#")[0], each.url.partition("#")[2]
    return found(
        each.place,
        f"{page} is there, and has no part called #{part}.",
        level=NOTE,
        entry=each.entry,
        key=None if each.entry else each.url,
        alike=f"{each.host}: part",
    )


def _fix(papers: PaperList, each: Followed, archived: str) -> Fix | None:
    if not archived or not each.is_plain(papers.text):
        return None
    edits = (Edit(*each.place, archived),)
    return Fix("link the archived copy", SUGGESTED, edits, ("addresses", "entries"))
