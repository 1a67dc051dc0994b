"""A link's label is spelt otherwise than the list always spells it.

What: `paper` where at least 90 % of the list's labels of that word, and at least 8, read `Paper`.
The proper name of a site or a library is never said, whatever the list's habit: nobody is told to
write `Github` or `Pytorch`. A section with a spelling of its own is left alone.

Why: labels are what readers search a long list by, and what scripts count.

```md bad
- Sorting Lists by Smell [[Paper](https://arxiv.org/abs/2412.00063)]
- Embeddings for Pantries [[Paper](https://arxiv.org/abs/2405.00199)]
- Private Pantries at Scale [[Paper](https://arxiv.org/abs/2405.00191)]
- A Causal Theory of Cheese [[Paper](https://arxiv.org/abs/2301.00233)]
- Robust Pantries under Drift [[Paper](https://arxiv.org/abs/2110.00300)]
- Guessing What Is Behind the Milk [[Paper](https://arxiv.org/abs/2106.00301)]
- Gentle Grippers for Stubborn Lids [[Paper](https://arxiv.org/abs/2409.00302)]
- Maps of Cluttered Tables [[Paper](https://arxiv.org/abs/2309.00276)]
- Weighing Things without Scales [[Paper](https://arxiv.org/abs/2203.00118)]
- Learning Texture from Buttons [[paper](https://arxiv.org/abs/2210.00344)]
```

```md fixed
- Sorting Lists by Smell [[Paper](https://arxiv.org/abs/2412.00063)]
- Embeddings for Pantries [[Paper](https://arxiv.org/abs/2405.00199)]
- Private Pantries at Scale [[Paper](https://arxiv.org/abs/2405.00191)]
- A Causal Theory of Cheese [[Paper](https://arxiv.org/abs/2301.00233)]
- Robust Pantries under Drift [[Paper](https://arxiv.org/abs/2110.00300)]
- Guessing What Is Behind the Milk [[Paper](https://arxiv.org/abs/2106.00301)]
- Gentle Grippers for Stubborn Lids [[Paper](https://arxiv.org/abs/2409.00302)]
- Maps of Cluttered Tables [[Paper](https://arxiv.org/abs/2309.00276)]
- Weighing Things without Scales [[Paper](https://arxiv.org/abs/2203.00118)]
- Learning Texture from Buttons [[Paper](https://arxiv.org/abs/2210.00344)]
```

```md good
- Sorting Lists by Smell [[Github](https://github.com/gupta-lab/smell)]
- Embeddings for Pantries [[Github](https://github.com/gupta-lab/nose)]
- Private Pantries at Scale [[Github](https://github.com/haraldsen/noses)]
- A Causal Theory of Cheese [[Github](https://github.com/iversen/cheese)]
- Robust Pantries under Drift [[Github](https://github.com/iversen/drift)]
- Guessing What Is Behind the Milk [[Github](https://github.com/iversen/milk)]
- Gentle Grippers for Stubborn Lids [[Github](https://github.com/jansen/lids)]
- Maps of Cluttered Tables [[Github](https://github.com/jansen/maps)]
- Weighing Things without Scales [[Github](https://github.com/koskinen/scales)]
- Learning Texture from Buttons [[GitHub](https://github.com/jansen/buttons)]
```

What the fix changes: the label's own letters. It is safe.
"""

from __future__ import annotations

from collections.abc import Iterator

from listlint.facts import Answers
from listlint.finding import SAFE, WARNING, Edit, Finding, Fix
from listlint.paperlist import PaperList
from listlint.rule import NoOptions, found
from listlint.style import style_of
from listlint.style.links import Used, proper, second_among
from listlint.style.votes import Habit

GROUP = "formatting"
LEVEL = "warning"


def check(papers: PaperList, answers: Answers, options: NoOptions) -> Iterator[Finding]:
    style = style_of(papers)
    labels = style.model.links.labels
    other = [
        (each, habit)
        for each in style.links.used
        if (habit := labels.get(each.link.label.casefold())) and habit.form != each.link.label
        if habit.speaks() and proper(habit.form) == habit.form
    ]
    second = second_among(papers, style.links.used, ((each, each.link.label) for each, _ in other))
    for each, habit in other:
        if (each.link.label, each.entry.section) not in second:
            place = _place(papers, each)
            if place is not None:
                yield _finding(each, habit, place, papers.pinned is not None)


def _place(papers: PaperList, each: Used) -> tuple[int, int] | None:
    """Where the label stands, if it stands there letter by letter."""
    if each.link.inner is None:
        return None
    at = papers.text.find(each.link.label, *each.link.inner)
    return None if at < 0 else (at, at + len(each.link.label))


def _finding(each: Used, habit: Habit, place: tuple[int, int], pinned: bool) -> Finding:
    times = ", as its style is pinned" if pinned else f" ({habit.uses} of {habit.total} times)"
    return found(
        place,
        f"This list writes `{habit.form}`{times}.",
        level=WARNING,
        entry=each.entry,
        alike=f"{each.link.label} for {habit.form}",
        fix=Fix(f"write {habit.form}", SAFE, (Edit(*place, habit.form),)),
    )
