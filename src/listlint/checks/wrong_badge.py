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
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache

from listlint import claims
from listlint.facts import Answers
from listlint.finding import SUGGESTED, Edit, Finding, Fix
from listlint.paperlist import Entry, Link, PaperList
from listlint.rule import NoOptions, found

GROUP = "formatting"
LEVEL = "warning"
HOSTS = ("img.shields.io/github/", "badgen.net/github/")


def check(papers: PaperList, answers: Answers, options: NoOptions) -> Iterator[Finding]:
    if not any(host in papers.text for host in HOSTS):
        return
    for entry in papers.entries:
        badges = list(_badge().finditer(papers.text, entry.span.start, entry.span.end))
        linked = [link for link in entry.links if _repository(link)] if badges else []
        starts = [link.span.start for link in linked]
        all_linked = {_repository(link) for link in linked}
        for badge in badges if linked else ():
            at = bisect_right(starts, badge.start()) - 1
            if at >= 0 and badge.start() < linked[at].span.end:
                finding = _judged(papers, entry, badge, linked[at], {_repository(linked[at])})
            else:
                finding = _judged(papers, entry, badge, linked[0], all_linked)
            if finding:
                yield finding


def _judged(
    papers: PaperList, entry: Entry, badge: re.Match[str], link: Link, repositories: set[str]
) -> Finding | None:
    named = badge["repo"].removesuffix(".svg")
    if named.lower() in repositories:
        return None
    place = (badge.start("repo"), badge.start("repo") + len(named))
    right = _written(link)
    fix = Fix(f"write {right}", SUGGESTED, (Edit(*place, right),), ("addresses",))
    return found(
        place,
        f"This badge is of {named}, but the entry links {right}. "
        "Check which is right: the badge or the link.",
        entry=entry,
        alike="a badge of another repository",
        related=claims.apart(papers, place[0], link),
        fix=fix if len(repositories) == 1 else None,
    )


def _repository(link: Link) -> str:
    """The repository at GitHub that a link leads to, in lower case."""
    told = link.address
    return told.repo if told.repo and told.subject.startswith("github.com/") else ""


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
        r"(?P<repo>[\w.-]{1,100}/[\w.-]{1,100})(?![\w.-])",
        re.ASCII,
    )
