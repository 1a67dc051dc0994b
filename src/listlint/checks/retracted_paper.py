"""A published paper was retracted.

What: a retraction, a withdrawal or a removal that the publisher or Retraction Watch has registered
for the paper's DOI, or for the one that arXiv has of a preprint. A correction is none of these. A
line that says so itself is left alone.

Why: a retracted paper is cited for years after, mostly by people who never heard of it.

```yaml answers
- {topic: retracted, subject: "doi:10.1000/smell.1", state: differs, source: Crossref,
   says: {words: Retraction, notice: "https://doi.org/10.1000/smell.2"}}
- {topic: retracted, subject: "doi:10.1000/umbrellas.1", state: agrees, source: Crossref}
```

```md bad
- Sorting Lists by Smell, TPAMI 2022 [[Paper](https://doi.org/10.1000/smell.1)]
```

```md good
- Counting Umbrellas in the Dark, TPAMI 2022 [[Paper](https://doi.org/10.1000/umbrellas.1)]
- Sorting Lists by Smell (retracted), TPAMI 2022 [[Paper](https://doi.org/10.1000/smell.1)]
```

What the fix changes: nothing is mended. Take the paper out, or say in the line that it is
retracted.
"""

from __future__ import annotations

from collections.abc import Iterator

from listlint.facts import DIFFERS, RETRACTED, Answers, Question
from listlint.finding import Finding
from listlint.paperlist import PaperList
from listlint.registered import named, own_papers, quoted, says_so
from listlint.rule import NoOptions, found

GROUP = "truth"
LEVEL = "error"
ONLINE = True
WORDS = ("retracted", "withdrawn", "retraction")
WITHOUT = ("openreview:",)  # registries that tell no DOI of a publisher
PREPRINT = "arxiv:"  # which tells the DOI of what became of it


def asks(papers: PaperList, options: NoOptions) -> Iterator[Question]:
    for _, links in own_papers(papers):
        yield from (Question(RETRACTED, id) for id in links if not id.startswith(WITHOUT))


def check(papers: PaperList, answers: Answers, options: NoOptions) -> Iterator[Finding]:
    for entry, links in own_papers(papers):
        for id, link in links.items():
            answer = answers[Question(RETRACTED, id)]
            if answer.state == DIFFERS and not says_so(papers, entry, WORDS):
                notice = answer.says.get("notice", "")
                where = f"; the notice is {notice}" if notice else ""
                words = quoted(answer.says.get("words", ""))
                yield found(
                    link.dest or link.span,
                    f"{_which(id)} was retracted{words} ({answer.source}){where}. "
                    "Take the paper out, or say in the line that it is retracted.",
                    entry=entry,
                    alike="retracted",
                )


def _which(id: str) -> str:
    return f"The published version of {named(id)}" if id.startswith(PREPRINT) else named(id)
