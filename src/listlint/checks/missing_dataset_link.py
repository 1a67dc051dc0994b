"""A data set or a benchmark of the paper is published, and the entry doesn't link it.

What: an entry without a link to data, whose paper has data sets at Hugging Face that name it as
theirs, in a list in which one paper in five or more links data.

Why: in a list of data sets the data is what is sought.

```yaml answers
- {topic: datasets, subject: "arxiv:2205.00017", state: agrees, source: Hugging Face,
   says: {urls: "https://huggingface.co/datasets/almqvist/smell"}}
```

```md bad
- Counting Umbrellas in the Dark, ICML 2022 [[Paper](https://arxiv.org/abs/2205.00018)] [[Data](https://huggingface.co/datasets/berg/umbrellas)]
- Folding Maps under Drift, ICML 2022 [[Paper](https://arxiv.org/abs/2205.00019)] [[Data](https://huggingface.co/datasets/berg/maps)]
- Mending Kettles from Few Examples, ICML 2022 [[Paper](https://arxiv.org/abs/2205.00020)] [[Data](https://huggingface.co/datasets/berg/kettles)]
- Finding Keys in Long Grass, ICML 2022 [[Paper](https://arxiv.org/abs/2205.00021)] [[Data](https://huggingface.co/datasets/berg/keys)]
- Losing Keys on Purpose, ICML 2022 [[Paper](https://arxiv.org/abs/2205.00022)] [[Data](https://huggingface.co/datasets/berg/losing)]
- Sorting Lists by Smell, ICML 2022 [[Paper](https://arxiv.org/abs/2205.00017)]
```

```md fixed
- Counting Umbrellas in the Dark, ICML 2022 [[Paper](https://arxiv.org/abs/2205.00018)] [[Data](https://huggingface.co/datasets/berg/umbrellas)]
- Folding Maps under Drift, ICML 2022 [[Paper](https://arxiv.org/abs/2205.00019)] [[Data](https://huggingface.co/datasets/berg/maps)]
- Mending Kettles from Few Examples, ICML 2022 [[Paper](https://arxiv.org/abs/2205.00020)] [[Data](https://huggingface.co/datasets/berg/kettles)]
- Finding Keys in Long Grass, ICML 2022 [[Paper](https://arxiv.org/abs/2205.00021)] [[Data](https://huggingface.co/datasets/berg/keys)]
- Losing Keys on Purpose, ICML 2022 [[Paper](https://arxiv.org/abs/2205.00022)] [[Data](https://huggingface.co/datasets/berg/losing)]
- Sorting Lists by Smell, ICML 2022 [[Paper](https://arxiv.org/abs/2205.00017)] [[Data](https://huggingface.co/datasets/almqvist/smell)]
```

```md good
- Sorting Lists by Smell, ICML 2022 [[Paper](https://arxiv.org/abs/2205.00017)]
```

What the fix changes: where there is one data set, its link is added, spelt and placed as the list's
others are. It is suggested. Of several you have to choose.
"""

from __future__ import annotations

from collections.abc import Iterator

from listlint.facts import DATASETS, Answer, Answers, Question
from listlint.finding import SUGGESTED, Finding, Fix
from listlint.linking import added, having, is_fit, lacking
from listlint.paperlist import Entry, PaperList
from listlint.rule import found
from listlint.values import NamedTuple

GROUP = "truth"
LEVEL = "note"
ONLINE = True
MOST = 3  # data sets that are named; more of them cite the paper rather than belong to it


class Options(NamedTuple):
    """``share``: percent of the papers that link data, from which on a link is missed."""

    share: int = 20


def asks(papers: PaperList, options: Options) -> Iterator[Question]:
    return (Question(DATASETS, id) for _, id in lacking(papers, "data", options.share))


def check(papers: PaperList, answers: Answers, options: Options) -> Iterator[Finding]:
    said: set[int] = set()
    for entry, id in lacking(papers, "data", options.share):
        answer = answers[Question(DATASETS, id)]
        urls = list(dict.fromkeys(filter(is_fit, answer.says.get("urls", "").split())))
        if entry.index not in said and 0 < len(urls) <= MOST:
            said.add(entry.index)
            yield _finding(papers, entry, answer, urls)


def _finding(papers: PaperList, entry: Entry, answer: Answer, urls: list[str]) -> Finding:
    so, of = having(papers, "data")
    names = ", ".join(url.partition("://")[2] for url in urls)
    edit = added(papers, entry, "data", urls[0]) if len(urls) == 1 else None
    return found(
        entry.title_span,
        f"Its data is at {names} ({answer.source}); {so} of {of} papers here link theirs.",
        entry=entry,
        alike="no data",
        fix=Fix(f"link {names}", SUGGESTED, (edit,), ("addresses", "entries")) if edit else None,
    )
