"""The authors' code is public, and the entry doesn't link it.

What: an entry without a link to code, whose paper's page names a repository of its authors, in a
list in which a third of the papers or more link code.

Why: code is what many readers of a list come for.

```yaml answers
- {topic: code, subject: "arxiv:2205.00017", state: agrees, source: Hugging Face,
   says: {url: "https://github.com/almqvist/smell"}}
- {topic: code, subject: "arxiv:2205.00018", state: agrees, source: Hugging Face}
```

```md bad
- Counting Umbrellas in the Dark, ICML 2022 [[Paper](https://arxiv.org/abs/2205.00018)] [[Code](https://github.com/berg/umbrellas)]
- Folding Maps under Drift, ICML 2022 [[Paper](https://arxiv.org/abs/2205.00019)] [[Code](https://github.com/berg/maps)]
- Mending Kettles from Few Examples, ICML 2022 [[Paper](https://arxiv.org/abs/2205.00020)] [[Code](https://github.com/berg/kettles)]
- Finding Keys in Long Grass, ICML 2022 [[Paper](https://arxiv.org/abs/2205.00021)] [[Code](https://github.com/berg/keys)]
- Losing Keys on Purpose, ICML 2022 [[Paper](https://arxiv.org/abs/2205.00022)] [[Code](https://github.com/berg/losing)]
- Sorting Lists by Smell, ICML 2022 [[Paper](https://arxiv.org/abs/2205.00017)]
```

```md fixed
- Counting Umbrellas in the Dark, ICML 2022 [[Paper](https://arxiv.org/abs/2205.00018)] [[Code](https://github.com/berg/umbrellas)]
- Folding Maps under Drift, ICML 2022 [[Paper](https://arxiv.org/abs/2205.00019)] [[Code](https://github.com/berg/maps)]
- Mending Kettles from Few Examples, ICML 2022 [[Paper](https://arxiv.org/abs/2205.00020)] [[Code](https://github.com/berg/kettles)]
- Finding Keys in Long Grass, ICML 2022 [[Paper](https://arxiv.org/abs/2205.00021)] [[Code](https://github.com/berg/keys)]
- Losing Keys on Purpose, ICML 2022 [[Paper](https://arxiv.org/abs/2205.00022)] [[Code](https://github.com/berg/losing)]
- Sorting Lists by Smell, ICML 2022 [[Paper](https://arxiv.org/abs/2205.00017)] [[Code](https://github.com/almqvist/smell)]
```

```md good
- Sorting Lists by Smell, ICML 2022 [[Paper](https://arxiv.org/abs/2205.00017)]
- Counting Umbrellas in the Dark, ICML 2022 [[Paper](https://arxiv.org/abs/2205.00018)]
```

What the fix changes: the link is added, spelt and placed as the list's others are. It is suggested.
"""

from __future__ import annotations

from collections.abc import Iterator

from listlint.facts import CODE, Answers, Question
from listlint.finding import SUGGESTED, Finding, Fix
from listlint.linking import added, having, is_fit, lacking
from listlint.paperlist import Entry, PaperList
from listlint.rule import found
from listlint.values import NamedTuple

GROUP = "truth"
LEVEL = "note"
ONLINE = True


class Options(NamedTuple):
    """``share``: percent of the papers that link code, from which on a link is missed."""

    share: int = 33


def asks(papers: PaperList, options: Options) -> Iterator[Question]:
    return (Question(CODE, id) for _, id in lacking(papers, "code", options.share))


def check(papers: PaperList, answers: Answers, options: Options) -> Iterator[Finding]:
    so, of = having(papers, "code")
    said: set[int] = set()
    for entry, id in lacking(papers, "code", options.share):
        answer = answers[Question(CODE, id)]
        url = answer.says.get("url", "")
        if entry.index in said or not is_fit(url) or _is_linked(papers, entry, url):
            continue
        said.add(entry.index)
        edit = added(papers, entry, "code", url)
        name = url.partition("://")[2]
        yield found(
            entry.title_span,
            f"Its authors' code is at {name} ({answer.source}); {so} of {of} papers here link "
            "theirs.",
            entry=entry,
            alike="no code",
            fix=Fix(f"link {name}", SUGGESTED, (edit,), ("addresses", "entries")) if edit else None,
        )


def _is_linked(papers: PaperList, entry: Entry, url: str) -> bool:
    """Whether the address stands in the entry already, however it is labelled."""
    text = papers.text[entry.span.start : entry.span.end].lower()
    return url.lower().rstrip("/").removesuffix(".git") in text
