"""An entry stands in a section that the list's other entries would not put it in.

What: words of titles, headings and venues teach what each section holds; every entry is judged
without itself. It is named where another section suits it far better, by a margin that the list
itself sets. Years, venues, letters, surveys, "Others" and sections of fewer than 5 papers neither
lose nor receive entries; papers that stand in several sections are left where they are, and so is
what says its own heading's words. Where titles tell little, nothing is said. Abstracts count a
little, where services were asked and gave some, and so does what titles mean, where `meanings`
names a folder with a model2vec model (`pip install 'listlint[semantic]'`).

Why: who looks for a paper looks in one section. But sections are a matter of judgement: it is a
note, with the words and the nearest entries that led to it.

```md bad
## Sorting

- Sorting Socks by Smell, ICML 2023
- Sorting Lists in Drawers, ICML 2022
- Merge Sorting of Damp Socks, ICLR 2022
- Stable Sorting of Lists with Gloves, ICLR 2023
- Sorting Drawers by Weight, ICML 2021
- Lazy Sorting of Long Lists, ICML 2024
- Sorting Gloves in the Dark, ICLR 2024
- Parallel Sorting of Socks and Gloves, ICML 2020
- Learned Sorting of Lists, ICLR 2021
- Sorting with Broken Comparators, ICML 2022
- Sorting Socks from Few Pairs, ICLR 2022
- Teapot Kettles that Whistle in Noisy Kitchens, ICML 2023

## Kettles

- Listening to Kettles in Noisy Kitchens, CVPR 2023
- Whistle Detection for Kettles, CVPR 2022
- Teapot Segmentation in Kitchens, CVPR 2021
- When Kettles Whistle: Boiling in Kitchens, ECCV 2022
- Mending Teapot Lids, CVPR 2024
- Kettles and Teapot Pairs in Noisy Kitchens, ECCV 2020
- Boiling without a Whistle, CVPR 2023
- A Teapot for Every Kitchen, ECCV 2024
- Whistle to Teapot Translation, CVPR 2021
- Steam Maps of Kettles, CVPR 2022
- Pouring from Kettles without Spilling, ECCV 2022
- Noisy Kitchens and Quiet Kettles, CVPR 2020
```

```md fixed
## Sorting

- Sorting Socks by Smell, ICML 2023
- Sorting Lists in Drawers, ICML 2022
- Merge Sorting of Damp Socks, ICLR 2022
- Stable Sorting of Lists with Gloves, ICLR 2023
- Sorting Drawers by Weight, ICML 2021
- Lazy Sorting of Long Lists, ICML 2024
- Sorting Gloves in the Dark, ICLR 2024
- Parallel Sorting of Socks and Gloves, ICML 2020
- Learned Sorting of Lists, ICLR 2021
- Sorting with Broken Comparators, ICML 2022
- Sorting Socks from Few Pairs, ICLR 2022

## Kettles

- Listening to Kettles in Noisy Kitchens, CVPR 2023
- Whistle Detection for Kettles, CVPR 2022
- Teapot Segmentation in Kitchens, CVPR 2021
- When Kettles Whistle: Boiling in Kitchens, ECCV 2022
- Mending Teapot Lids, CVPR 2024
- Kettles and Teapot Pairs in Noisy Kitchens, ECCV 2020
- Boiling without a Whistle, CVPR 2023
- A Teapot for Every Kitchen, ECCV 2024
- Whistle to Teapot Translation, CVPR 2021
- Steam Maps of Kettles, CVPR 2022
- Pouring from Kettles without Spilling, ECCV 2022
- Noisy Kitchens and Quiet Kettles, CVPR 2020
- Teapot Kettles that Whistle in Noisy Kitchens, ICML 2023
```

```md good
## Sorting

- Sorting Socks by Smell, ICML 2023
- Teapot Kettles that Whistle, ICML 2023

## Kettles

- Listening to Kettles in Noisy Kitchens, CVPR 2023
- Whistle Detection for Kettles, CVPR 2022
```

What the fix changes: the entry's lines go to the place that the better section's order gives them,
or to its end. It is suggested; where the two sections are written in different ways it is words.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from listlint.facts import RECORD, Answers
from listlint.finding import Finding, Related
from listlint.paperlist import PaperList
from listlint.placement import Lesson, Misplaced, misplaced, taught
from listlint.placement.moving import moved
from listlint.placement.reasons import nearest, words
from listlint.rule import found
from listlint.values import NamedTuple

if TYPE_CHECKING:
    from listlint.placement.further import Further

GROUP = "placement"
LEVEL = "note"
MOST_ALIKE = 3


class Options(NamedTuple):
    """``meanings``: a folder that holds a model2vec model, from the folder of the configuration."""

    meanings: str = ""


def check(papers: PaperList, answers: Answers, options: Options) -> Iterator[Finding]:
    lesson = taught(papers)
    for each in misplaced(papers, lesson, _further(papers, lesson, answers)):
        finding = _finding(papers, lesson, each)
        if finding is not None:
            yield finding


def _further(papers: PaperList, lesson: Lesson, answers: Answers) -> tuple[Further, ...]:
    """Abstracts, where services gave some to whichever rule asked; meanings, where a model is."""
    if not answers.online and papers.embed is None:
        return ()
    from listlint.placement.further import abstracts, alike

    known = {
        question.subject: answer.says["abstract"]
        for question, answer in answers.items()
        if question.topic == RECORD and answer.says.get("abstract")
    }
    told = (abstracts(lesson, known),) if known else ()
    return (*told, alike(lesson, papers.embed)) if papers.embed else told


def _finding(papers: PaperList, lesson: Lesson, each: Misplaced) -> Finding | None:
    """What stands out, and why; without a reason that can be told there is none."""
    entry, told = each.entry, lesson.told[each.entry.index]
    telling = words(lesson, told, entry.title, each.better, each.place)
    like = nearest(lesson, told, each.better, entry)
    if papers.embed is not None and not (telling and like):
        from listlint.placement.further import likest

        like = tuple(likest(papers.embed, entry.title, each.better.members, MOST_ALIKE))
    elif not telling or not like:
        return None
    named = ", ".join(f"`{word}`" for word in telling) or "by what titles mean"
    lines = ", ".join(str(other.lines[0]) for other in like)
    return found(
        entry.title_span,
        f"*{each.better.title}* would suit this better than *{each.place.title}*: {named}; nearest "
        f"there: line{'s' if len(like) > 1 else ''} {lines}. If it is meant to be here, leave it.",
        entry=entry,
        alike=f"{each.place.title} to {each.better.title}",
        related=tuple(Related(*other.title_span, "like this one") for other in like),
        fix=moved(papers, entry, each.better),
    )
