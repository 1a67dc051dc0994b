"""A badge counts the stars of another repository than the one that its entry links.

What: badges for stars, forks, licence, last commit and the like name a repository in their address.
The rule compares it with the repository that the badge links to, else with those that the entry
links. An entry that links none is left alone.

Why: a line was copied for a new entry and the badge kept: it shows the success of somebody else.

```md bad
- Sorting Lists by Smell [[Code](https://github.com/almqvist/smell)] ![Stars](https://img.shields.io/github/stars/berg/umbrellas.svg?style=social)
- Counting Umbrellas in the Dark [![License](https://img.shields.io/github/license/almqvist/smell)](https://github.com/berg/umbrellas)
```

```md fixed
- Sorting Lists by Smell [[Code](https://github.com/almqvist/smell)] ![Stars](https://img.shields.io/github/stars/almqvist/smell.svg?style=social)
- Counting Umbrellas in the Dark [![License](https://img.shields.io/github/license/berg/umbrellas)](https://github.com/berg/umbrellas)
```

```md good
- Sorting Lists by Smell [[Code](https://github.com/almqvist/smell)] ![Stars](https://img.shields.io/github/stars/Almqvist/Smell.svg?style=social)
- Counting Umbrellas in the Dark [[Paper](https://arxiv.org/abs/2205.00018)] ![Stars](https://img.shields.io/github/stars/berg/umbrellas)
```

What the fix changes: owner and repository in the badge's address. It is suggested, since the link
may be the wrong one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from listlint.facts import Answers
from listlint.finding import SUGGESTED, Edit, Finding, Fix, Related
from listlint.paperlist import Entry, Link, PaperList
from listlint.rule import NoOptions, found

GROUP = "formatting"
LEVEL = "warning"
HOSTS = ("img.shields.io/github/", "badgen.net/github/")


def check(papers: PaperList, answers: Answers, options: NoOptions) -> Iterator[Finding]:
    if not any(host in papers.text for host in HOSTS):
        return
    for entry in papers.entries:
        for badge in _badge().finditer(papers.text, entry.span.start, entry.span.end):
            if finding := _judged(papers, entry, badge):
                yield finding


def _judged(papers: PaperList, entry: Entry, badge: re.Match[str]) -> Finding | None:
    named = badge["repo"].lower().removesuffix(".svg")
    around = [link for link in entry.links if link.span.start <= badge.start() < link.span.end]
    repositories = [link for link in around if link.address.repo]
    repositories = repositories or [link for link in entry.links if link.address.repo]
    if not repositories or any(link.address.repo == named for link in repositories):
        return None
    link = repositories[0]
    start = badge.start("repo")
    return found(
        (start, start + len(named)),
        f"This badge is of {badge['repo'][: len(named)]}, but the entry links {_written(link)}. "
        "Check which is right: the badge or the link.",
        entry=entry,
        alike="a badge of another repository",
        related=(Related(*link.span, "the link"),),
        fix=_fix((start, start + len(named)), repositories),
    )


def _fix(place: tuple[int, int], repositories: list[Link]) -> Fix | None:
    if len({link.address.repo for link in repositories}) > 1:
        return None
    right = _written(repositories[0])
    return Fix(f"write {right}", SUGGESTED, (Edit(*place, right),), ("addresses",))


def _written(link: Link) -> str:
    """Owner and name as the link writes them."""
    repo = link.address.repo or ""
    at = link.url.lower().find(repo)
    return link.url[at : at + len(repo)] if at >= 0 else repo


@cache
def _badge() -> re.Pattern[str]:
    hosts = "|".join(map(re.escape, HOSTS))
    return re.compile(
        rf"(?:{hosts})(?:stars|forks|watchers|license|last-commit|contributors|v/release)/"
        r"(?P<repo>[\w.-]{1,100}/[\w.-]{1,100})(?![\w.-])"
    )
