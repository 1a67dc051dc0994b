"""A paper on arXiv was withdrawn by its authors or by arXiv.

What: the registry's own mark of a withdrawal, with the words that were left there. A line that says
so itself is left alone. Earlier versions of the paper can still be read, and a link to one of them
is named like any other.

Why: a withdrawn paper often has a flaw that its authors found too late, and nobody sees that from
the list.

```yaml answers
- {topic: withdrawn, subject: "arxiv:2205.00017", state: differs, source: arXiv,
   says: {words: "Withdrawn by the authors due to an error in Lemma 2", version: v2}}
- {topic: withdrawn, subject: "arxiv:2205.00018", state: agrees, source: arXiv}
```

```md bad
- Sorting Lists by Smell, arXiv 2022 [[Paper](https://arxiv.org/abs/2205.00017)]
```

```md good
- Counting Umbrellas in the Dark, arXiv 2022 [[Paper](https://arxiv.org/abs/2205.00018)]
- Sorting Lists by Smell (withdrawn), arXiv 2022 [[Paper](https://arxiv.org/abs/2205.00017)]
```

What the fix changes: nothing is mended. Take the paper out, or say in the line that it is
withdrawn.
"""

from __future__ import annotations

from collections.abc import Iterator

from listlint.facts import DIFFERS, WITHDRAWN, Answers, Question
from listlint.finding import Finding
from listlint.paperlist import PaperList
from listlint.registered import named, own_papers, quoted, says_so
from listlint.rule import NoOptions, found

GROUP = "truth"
LEVEL = "error"
ONLINE = True
WORDS = ("withdrawn", "retracted")


def asks(papers: PaperList, options: NoOptions) -> Iterator[Question]:
    for _, links in own_papers(papers):
        yield from (Question(WITHDRAWN, id) for id in links if id.startswith("arxiv:"))


def check(papers: PaperList, answers: Answers, options: NoOptions) -> Iterator[Finding]:
    for entry, links in own_papers(papers):
        for id, link in links.items():
            answer = answers[Question(WITHDRAWN, id)]
            if answer.state == DIFFERS and not says_so(papers, entry, WORDS):
                version = answer.says.get("version", "")
                when = f" in its {version}" if version else ""
                yield found(
                    link.dest or link.span,
                    f"{named(id)} was withdrawn{when}{quoted(answer.says.get('words', ''))}. "
                    "Take the paper out, or say in the line that it is withdrawn.",
                    entry=entry,
                    alike="withdrawn",
                )
