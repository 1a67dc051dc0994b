"""A linked repository is archived.

What: its owner has closed it for changes: it can be read, and nothing in it is mended any more. The
rule is off unless the configuration names it.

Why: in a list of tools an archived one had better be marked. In a list of papers it is no fault.

```yaml answers
- {topic: repository, subject: almqvist/smell, state: agrees, source: GitHub,
   says: {archived: "2024-05-01"}}
- {topic: repository, subject: berg/umbrellas, state: agrees, source: GitHub}
```

```md bad
- Sorting Lists by Smell, ACL 2022 [[Code](https://github.com/almqvist/smell)]
```

```md good
- Counting Umbrellas in the Dark, ICML 2022 [[Code](https://github.com/berg/umbrellas)]
- Sorting Lists by Smell, ACL 2022 [[Code](https://github.com/almqvist/smell)] (archived)
```

What the fix changes: nothing is mended.
"""

from __future__ import annotations

from collections.abc import Iterator

from listlint.facts import REPOSITORY, Answers, Question
from listlint.finding import Finding
from listlint.hosted import hosted
from listlint.paperlist import PaperList
from listlint.registered import says_so
from listlint.rule import NoOptions, found

GROUP = "truth"
LEVEL = "note"
OFF = True
ONLINE = True
NO = ("", "false", "no")


def asks(papers: PaperList, options: NoOptions) -> Iterator[Question]:
    return (Question(REPOSITORY, each.id) for each in hosted(papers))


def check(papers: PaperList, answers: Answers, options: NoOptions) -> Iterator[Finding]:
    for each in hosted(papers):
        archived = answers[Question(REPOSITORY, each.id)].says.get("archived", "")
        if archived.lower() in NO or says_so(papers, each.entry, ("archived",)):
            continue
        when = f" since {archived[:10]}" if archived[:4].isdigit() else ""
        yield found(
            each.link.dest or each.link.span,
            f"The repository {each.name} is archived{when}: nothing in it is mended any more.",
            entry=each.entry,
            alike="archived",
        )
