"""A bullet is another than the list's, or a numbering skips or repeats a number.

What: `*` where at least 90 % of the entries at that depth, and at least 8, begin with `-`. A number
that isn't the one before plus one, in a list that counts. A section with bullets of its own is left
alone, and so is a list in which every item is number 1.

Why: another bullet begins another list, with a gap above it on the page; a number that is used
twice can't be pointed at.

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
* Learning Texture from Buttons [[Paper](https://arxiv.org/abs/2210.00344)]
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

```md bad
1. Sorting Lists by Smell [[Paper](https://arxiv.org/abs/2412.00063)]
2. Embeddings for Pantries [[Paper](https://arxiv.org/abs/2405.00199)]
4. Private Pantries at Scale [[Paper](https://arxiv.org/abs/2405.00191)]
5. A Causal Theory of Cheese [[Paper](https://arxiv.org/abs/2301.00233)]
```

```md fixed
1. Sorting Lists by Smell [[Paper](https://arxiv.org/abs/2412.00063)]
2. Embeddings for Pantries [[Paper](https://arxiv.org/abs/2405.00199)]
3. Private Pantries at Scale [[Paper](https://arxiv.org/abs/2405.00191)]
4. A Causal Theory of Cheese [[Paper](https://arxiv.org/abs/2301.00233)]
```

```md good
1. Sorting Lists by Smell [[Paper](https://arxiv.org/abs/2412.00063)]
1. Embeddings for Pantries [[Paper](https://arxiv.org/abs/2405.00199)]
1. Private Pantries at Scale [[Paper](https://arxiv.org/abs/2405.00191)]
```

What the fix changes: the bullet; or the number, and those behind it. It is safe.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from listlint.changes import stood
from listlint.facts import Answers
from listlint.finding import NOTE, SAFE, SUGGESTED, Edit, Finding, Fix
from listlint.markdown.nodes import Node
from listlint.once import once
from listlint.paperlist import Entry, PaperList
from listlint.rule import NoOptions, found
from listlint.style.votes import Habit, habit, second_habits

GROUP = "formatting"
LEVEL = "note"
BULLETS = "-*+"
FEW = 0.4  # a list that skips more often isn't counting


def check(papers: PaperList, answers: Answers, options: NoOptions) -> Iterator[Finding]:
    yield from _bullets(papers)
    entries = {entry.span.start: entry for entry in papers.entries}
    for items in _numbered(papers.document.blocks):
        yield from _skips(items, entries)


# Bullets


def _bullets(papers: PaperList) -> Iterator[Finding]:
    model = {depth: _habit(held) for depth, held in _by_depth(papers.model).items()}
    for depth, held in _by_depth(papers).items():
        own = model.get(depth)
        if own is None or not own.speaks():
            continue
        other: defaultdict[str, Counter[int | None]] = defaultdict(Counter)
        standing = [(entry, sign) for entry, sign in held if entry.index in stood(papers)]
        for entry, sign in standing:
            if sign != own.form:
                other[sign][entry.section] += 1
        second = second_habits(other, Counter(entry.section for entry, _ in standing))
        for entry, sign in held:
            if sign != own.form and (sign, entry.section) not in second:
                yield _bullet(entry, sign, own)


@once
def _by_depth(papers: PaperList) -> dict[int, list[tuple[Entry, str]]]:
    """Entries that begin with a bullet, by how far they are set in."""
    text = papers.text
    out: defaultdict[int, list[tuple[Entry, str]]] = defaultdict(list)
    for entry in papers.entries:
        start = entry.span.start
        if text[start] in BULLETS and text[start + 1 : start + 2] in (" ", "\t"):
            out[papers.source.position(start)[1]].append((entry, text[start]))
    return out


def _habit(held: list[tuple[Entry, str]]) -> Habit:
    return habit(Counter(sign for _, sign in held).items())


def _bullet(entry: Entry, sign: str, own: Habit) -> Finding:
    start = entry.span.start
    return found(
        (start, start + 1),
        f"This list's entries begin with `{own.form}` ({own.uses} of {own.total} times), this one"
        f" with `{sign}`.",
        level=NOTE,
        entry=entry,
        alike=f"{sign} for {own.form}",
        fix=Fix(f"write {own.form}", SAFE, (Edit(start, start + 1, own.form),)),
    )


# Numbers


def _numbered(blocks: Sequence[Node]) -> Iterator[list[Node]]:
    """The items of each numbered list, nested ones too."""
    stack = list(reversed(blocks))
    while stack:
        node = stack.pop()
        if node.kind == "list" and node.level == 1:
            yield node.children
        if node.kind in ("list", "item", "quote"):
            stack.extend(reversed(node.children))


def _skips(items: list[Node], entries: dict[int, Entry]) -> Iterator[Finding]:
    numbers = [int("0" + "".join(filter(str.isdecimal, item.value))[:9]) for item in items]
    skips = [n for n in range(1, len(numbers)) if numbers[n] != numbers[n - 1] + 1]
    if skips and len(skips) <= FEW * len(numbers) and items[skips[0]].start in entries:
        first = skips[0]  # those behind it may be right once this one is
        yield _skip(items, numbers, first, entries[items[first].start])


def _skip(items: list[Node], numbers: list[int], n: int, entry: Entry) -> Finding:
    edits = []
    safety = SAFE
    for due, item in enumerate(items[n:], numbers[n - 1] + 1):
        digits = item.value.rstrip(".)")
        if digits != str(due):
            edits.append(Edit(item.start, item.start + len(digits), str(due)))
            if len(digits) != len(str(due)) and len(item.children) > 1:
                safety = SUGGESTED  # what stands below it is set in by the width of its number
    return found(
        (items[n].start, items[n].start + len(items[n].value)),
        f"Number {numbers[n]} stands behind number {numbers[n - 1]}.",
        level=NOTE,
        entry=entry,
        alike="numbering",
        fix=Fix(f"number it {numbers[n - 1] + 1}, and count on", safety, tuple(edits)),
    )
