"""An entry stands outside the order that its section keeps.

What: a section keeps an order (by date, by year, by title) if at least 95 in 100 of its entries
stand in it, and there are at least 8. What breaks it is named with the line it belongs after. In a
review, and with `--since`, only entries that the change adds are spoken of.

Why: who comes back to a list looks where the new papers should be, and nowhere else.

```md bad
- Sorting Lists by Smell, AAAI 2026 [[Paper](https://arxiv.org/abs/2512.00063)]
- Embeddings for Pantries, EMNLP 2025 [[Paper](https://arxiv.org/abs/2505.00199)]
- Private Pantries at Scale, KDD 2025 [[Paper](https://arxiv.org/abs/2502.00191)]
- A Causal Theory of Cheese, ICML 2025 [[Paper](https://arxiv.org/abs/2501.00233)]
- Robust Pantries under Drift, ICLR 2025 [[Paper](https://arxiv.org/abs/2410.00300)]
- Guessing What Is Behind the Milk, ACL 2024 [[Paper](https://arxiv.org/abs/2406.00301)]
- Gentle Grippers for Stubborn Lids, CoRL 2024 [[Paper](https://arxiv.org/abs/2409.00302)]
- Maps of Cluttered Tables, ICRA 2024 [[Paper](https://arxiv.org/abs/2309.00276)]
- Weighing Things without Scales, ICCV 2023 [[Paper](https://arxiv.org/abs/2303.00118)]
- Learning Texture from Buttons, ICRA 2023 [[Paper](https://arxiv.org/abs/2210.00344)]
- Reading Braille off Crumbs, CVPR 2023 [[Paper](https://arxiv.org/abs/2204.00119)]
- Folding Instructions as Programs, NeurIPS 2022 [[Paper](https://arxiv.org/abs/2207.00066)]
- Folding on a Budget, ICLR 2022 [[Paper](https://arxiv.org/abs/2102.00154)]
- How to Fold a Sheet, ECCV 2022 [[Paper](https://arxiv.org/abs/2204.00129)]
- Counting Umbrellas, ICML 2021 [[Paper](https://arxiv.org/abs/2102.00071)]
- Modular Pebbles, ICML 2021 [[Paper](https://arxiv.org/abs/2105.00412)]
- Quiet Ladders, NeurIPS 2020 [[Paper](https://arxiv.org/abs/2006.00215)]
- Taming Jam Jars, NeurIPS 2020 [[Paper](https://arxiv.org/abs/2005.00398)]
- Mending Kettles, ICLR 2025 [[Paper](https://arxiv.org/abs/2401.00017)]
- Sorting by Colour, ICML 2019 [[Paper](https://arxiv.org/abs/1902.00155)]
```

```md good
- Sorting Lists by Smell, AAAI 2025 [[Paper](https://arxiv.org/abs/2412.00063)]
- Embeddings for Pantries, EMNLP 2019 [[Paper](https://arxiv.org/abs/1905.00199)]
- Private Pantries at Scale, KDD 2024 [[Paper](https://arxiv.org/abs/2405.00191)]
```

The fix is shown: where the entry belongs. Nothing is moved.
"""

from __future__ import annotations

from collections.abc import Iterator

from listlint.changes import compare
from listlint.facts import Answers
from listlint.finding import NOTE, SHOWN, Finding, Fix, Related
from listlint.paperlist import Entry, PaperList
from listlint.rule import NoOptions, found
from listlint.style.order import ALPHABET, NEWEST_FIRST, Order, due_after, orders

GROUP = "formatting"
LEVEL = "note"
ORDER = {NEWEST_FIRST: "the newest first", ALPHABET: "in the order of the alphabet"}


def check(papers: PaperList, answers: Answers, options: NoOptions) -> Iterator[Finding]:
    added = None
    for order in orders(papers).values():
        for out in order.out:
            if papers.before is not None:
                if added is None:
                    added = set(compare(papers.before, papers).added)
                if order.entries[out] not in added:
                    continue
            yield _finding(papers, order, out)


def _finding(papers: PaperList, order: Order, out: int) -> Finding:
    entry = papers.entries[order.entries[out]]
    after = due_after(order, out)
    where = "before all others of its section"
    related: tuple[Related, ...] = ()
    if after is not None:
        other = papers.entries[after]
        where = f"after line {other.lines[1]}, {other.title}"
        related = (Related(*other.title_span, "it belongs behind this one"),)
    said = ORDER.get(order.name, "the newest last")
    return found(
        entry.year_span
        if order.by != "title" and entry.year_span
        else _first_word(entry, papers.text),
        f"This section lists {said}, by {order.by} ({order.kept} of {len(order.entries)} entries):"
        f" this one belongs {where}.",
        level=NOTE,
        entry=entry,
        alike=order.name,
        related=related,
        fix=Fix(f"move it {where}", SHOWN),
    )


def _first_word(entry: Entry, text: str) -> tuple[int, int]:
    start, end = entry.title_span
    blank = text.find(" ", start, end)
    return start, end if blank < 0 else blank
