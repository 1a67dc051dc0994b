"""A linked repository has another name now.

What: GitHub leads from the old name of a repository, or of its owner, to the new one. All places of
the entry that name it are meant: links to it and into it, and its badges.

Why: the old name works until somebody else takes it, and then it leads to another project.

```yaml answers
- {topic: repository, subject: almqvist/smell, state: differs, source: GitHub,
   says: {name: almqvist-lab/Smell-Sort}}
- {topic: repository, subject: berg/umbrellas, state: agrees, source: GitHub}
```

```md bad
- Sorting Lists by Smell, ACL 2022 [[Code](https://github.com/almqvist/smell)] ![Stars](https://img.shields.io/github/stars/almqvist/smell)
```

```md fixed
- Sorting Lists by Smell, ACL 2022 [[Code](https://github.com/almqvist-lab/Smell-Sort)] ![Stars](https://img.shields.io/github/stars/almqvist-lab/Smell-Sort)
```

```md good
- Counting Umbrellas in the Dark, ICML 2022 [[Code](https://github.com/berg/umbrellas)]
```

What the fix changes: owner and name in the entry's addresses. It is safe.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from listlint.facts import DIFFERS, REPOSITORY, Answers, Question
from listlint.finding import SAFE, Edit, Finding, Fix
from listlint.hosted import Hosted, hosted
from listlint.paperlist import PaperList
from listlint.rule import NoOptions, found

GROUP = "truth"
LEVEL = "note"
ONLINE = True


def asks(papers: PaperList, options: NoOptions) -> Iterator[Question]:
    return (Question(REPOSITORY, each.id) for each in hosted(papers))


def check(papers: PaperList, answers: Answers, options: NoOptions) -> Iterator[Finding]:
    for each in hosted(papers):
        answer = answers[Question(REPOSITORY, each.id)]
        name = answer.says.get("name", "") if answer.state == DIFFERS else ""
        if name and name.lower() != each.id:
            yield found(
                each.link.dest or each.link.span,
                f"The repository {each.name} is called {name} now.",
                entry=each.entry,
                alike="renamed",
                fix=_fix(papers, each, name),
            )


def _fix(papers: PaperList, each: Hosted, name: str) -> Fix | None:
    """Each place of the entry where the old name is a part of an address."""
    if not re.fullmatch(r"[\w.-]+/[\w.-]+", name, re.ASCII):
        return None
    old = re.compile(
        rf"(?<=[\w.]/){re.escape(each.name)}(?:(?=\.git\b)|(?=\.svg\b)|(?![\w.-]))", re.IGNORECASE
    )
    edits = tuple(
        Edit(place.start(), place.end(), name)
        for place in old.finditer(papers.text, *each.entry.span)
    )
    return Fix(f"write {name}", SAFE, edits, ("addresses", "entries")) if edits else None
