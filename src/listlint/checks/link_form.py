"""A link's brackets, or the page of arXiv that it leads to, aren't those that the list uses.

What: `[[Code]](address)` or `[Code](address)` where at least 95 % of the list's links of that kind,
and at least 8, read `[[Code](address)]`. Likewise `arxiv.org/pdf/…` where the list links
`arxiv.org/abs/…`. A section with a form of its own is left alone.

Why: links that look alike are found at a glance, and a page about a paper says more than its PDF.

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
- Learning Texture from Buttons [[Paper](https://arxiv.org/abs/2210.00344)]
- Reading Braille off Crumbs [[Paper](https://arxiv.org/abs/2204.00119)]
- Folding Instructions as Programs [[Paper](https://arxiv.org/abs/2407.00066)]
- Folding on a Budget [[Paper](https://arxiv.org/abs/2402.00154)]
- How to Fold a Sheet [[Paper](https://arxiv.org/abs/2404.00129)]
- Counting Umbrellas [[Paper](https://arxiv.org/abs/2302.00071)]
- Modular Pebbles [[Paper](https://arxiv.org/abs/1905.00412)]
- Quiet Ladders [[Paper](https://arxiv.org/abs/2406.00215)]
- Taming Jam Jars [[Paper](https://arxiv.org/abs/2305.00398)]
- Sorting by Colour [[Paper](https://arxiv.org/abs/2402.00155)]
- Mending Kettles [[Paper]](https://arxiv.org/abs/2301.00017)
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
- Reading Braille off Crumbs [[Paper](https://arxiv.org/abs/2204.00119)]
- Folding Instructions as Programs [[Paper](https://arxiv.org/abs/2407.00066)]
- Folding on a Budget [[Paper](https://arxiv.org/abs/2402.00154)]
- How to Fold a Sheet [[Paper](https://arxiv.org/abs/2404.00129)]
- Counting Umbrellas [[Paper](https://arxiv.org/abs/2302.00071)]
- Modular Pebbles [[Paper](https://arxiv.org/abs/1905.00412)]
- Quiet Ladders [[Paper](https://arxiv.org/abs/2406.00215)]
- Taming Jam Jars [[Paper](https://arxiv.org/abs/2305.00398)]
- Sorting by Colour [[Paper](https://arxiv.org/abs/2402.00155)]
- Mending Kettles [[Paper](https://arxiv.org/abs/2301.00017)]
```

A list that writes links now so, now so has no habit:

```md good
- Sorting Lists by Smell [[Paper](https://arxiv.org/abs/2412.00063)]
- Embeddings for Pantries [Paper](https://arxiv.org/pdf/2405.00199)
- Private Pantries at Scale [[Paper]](https://arxiv.org/abs/2405.00191)
```

What the fix changes: brackets around a link, which is safe; or `pdf` to `abs` in an address of
arXiv, or the other way, which is suggested. It never touches a label.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from listlint.changes import stood
from listlint.facts import Answers
from listlint.finding import NOTE, SAFE, SUGGESTED, Edit, Finding, Fix
from listlint.paperlist import Entry, Link, PaperList
from listlint.rule import NoOptions, found
from listlint.style import style_of
from listlint.style.fields import link_text
from listlint.style.links import Used, arxiv_page, form_habit, only_brackets, second_among
from listlint.style.votes import Habit, second_habits

GROUP = "formatting"
LEVEL = "note"
SPEAKS = 0.95


def check(papers: PaperList, answers: Answers, options: NoOptions) -> Iterator[Finding]:
    style = style_of(papers)
    model = style.model.links
    other = [
        (each, habit)
        for each in style.links.used
        if (habit := form_habit(model, each)) and habit.form != each.form and habit.speaks(SPEAKS)
        if only_brackets(each.form, habit.form) and _alone(each, papers.text)
    ]
    second = second_among(papers, style.links.used, ((each, each.form) for each, _ in other))
    for each, habit in other:
        if (each.form, each.entry.section) not in second:
            yield _brackets(each, habit, papers)
    if model.arxiv is not None and model.arxiv.speaks(SPEAKS):
        yield from _pages(papers, model.arxiv)


def _alone(each: Used, text: str) -> bool:
    """Whether it is a link with a plain label, and no bracket that closes nothing is left at it."""
    around = (
        text[each.field.start - 1 : each.field.start] + text[each.field.end : each.field.end + 1]
    )
    plain = not any(sign.isdigit() for sign in each.link.label)
    return plain and "({url})" in each.form and not set(around) & set("[]")


def _brackets(each: Used, habit: Habit, papers: PaperList) -> Finding:
    label = each.link.label
    due = link_text(habit.form, each.link, papers.text)
    times = f" ({habit.uses} of {habit.total} times)" if papers.pinned is None else ", as pinned"
    shown = habit.form.format(label=label, url="…")
    return found(
        (each.field.start, each.field.end),
        f"This list writes `{shown}`{times}, not `{each.form.format(label=label, url='…')}`.",
        level=NOTE,
        entry=each.entry,
        alike=habit.form,
        fix=Fix(f"write {shown}", SAFE, (Edit(each.field.start, each.field.end, due),)),
    )


def _pages(papers: PaperList, habit: Habit) -> Iterator[Finding]:
    other: list[tuple[Entry, Link]] = [
        (entry, link)
        for entry in papers.entries
        for link in entry.links
        if (page := arxiv_page(link)) is not None and page != habit.form
    ]
    old = stood(papers)
    held = Counter(entry.section for entry, _ in other if entry.index in old)
    second = second_habits({"": held}, Counter())
    for entry, link in other:
        if ("", entry.section) not in second:
            yield _page(entry, link, habit)


def _page(entry: Entry, link: Link, habit: Habit) -> Finding:
    assert link.dest is not None
    url = _other_page(link.url)
    return found(
        link.dest,
        f"This list links `arxiv.org/{habit.form}` ({habit.uses} of {habit.total} times), not "
        f"`arxiv.org/{arxiv_page(link)}`.",
        level=NOTE,
        entry=entry,
        alike=f"arxiv {habit.form}",
        fix=Fix(f"link {url}", SUGGESTED, (Edit(*link.dest, url),), ("addresses",)),
    )


def _other_page(url: str) -> str:
    """The page beside the PDF, or the PDF beside the page; a version stays."""
    host, _, path = url.partition("arxiv.org/")
    page, _, number = path.partition("/")
    if page == "pdf":
        return f"{host}arxiv.org/abs/{number.removesuffix('.pdf')}"
    return f"{host}arxiv.org/pdf/{number}"
