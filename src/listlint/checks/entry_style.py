"""What stands between two fields of an entry differs from what the list always writes there.

What: a comma or a full stop too many or missing, brackets lost, a blank missing, bold or `<ins>`
that is there around every other venue. The list itself says what is right: at least 90 % of its
entries of that shape, and at least 8 of them. What shows on no page (blanks before a line break or
behind a list's mark, a second one beside another) is a remark.

Why: a reader runs down a list by its commas and brackets, and so do the scripts that count its
papers.

```md bad
- Sorting Lists by Smell, <ins>AAAI, 2025</ins> [[Paper](https://arxiv.org/abs/2412.00063)]
- Nose to Vector for Pantries, <ins>EMNLP, 2024</ins> [[Paper](https://arxiv.org/abs/2405.00199)]
- Federated Noses at Scale, <ins>KDD, 2024</ins> [[Paper](https://arxiv.org/abs/2405.00191)]
- A Causal Theory of Cheese, <ins>ICML, 2023</ins> [[Paper](https://arxiv.org/abs/2301.00233)]
- Robust Pantries under Drift, <ins>ICLR, 2022</ins> [[Paper](https://arxiv.org/abs/2110.00300)]
- Guessing What Is Behind the Milk, <ins>ACL, 2021</ins> [[Paper](https://arxiv.org/abs/2106.00301)]
- Gentle Grippers for Stubborn Lids, <ins>CoRL, 2024</ins> [[Paper](https://arxiv.org/abs/2409.00302)]
- Touch and Go: Maps of Cluttered Tables, <ins>ICRA, 2024</ins> [[Paper](https://arxiv.org/abs/2309.00276)]
- Weighing Things without Scales, <ins>ICCV, 2022</ins> [[Paper](https://arxiv.org/abs/2203.00118)]
- Learning Texture from Buttons <ins>ICRA, 2023</ins> [[Paper](https://arxiv.org/abs/2210.00344)]
```

```md fixed
- Sorting Lists by Smell, <ins>AAAI, 2025</ins> [[Paper](https://arxiv.org/abs/2412.00063)]
- Nose to Vector for Pantries, <ins>EMNLP, 2024</ins> [[Paper](https://arxiv.org/abs/2405.00199)]
- Federated Noses at Scale, <ins>KDD, 2024</ins> [[Paper](https://arxiv.org/abs/2405.00191)]
- A Causal Theory of Cheese, <ins>ICML, 2023</ins> [[Paper](https://arxiv.org/abs/2301.00233)]
- Robust Pantries under Drift, <ins>ICLR, 2022</ins> [[Paper](https://arxiv.org/abs/2110.00300)]
- Guessing What Is Behind the Milk, <ins>ACL, 2021</ins> [[Paper](https://arxiv.org/abs/2106.00301)]
- Gentle Grippers for Stubborn Lids, <ins>CoRL, 2024</ins> [[Paper](https://arxiv.org/abs/2409.00302)]
- Touch and Go: Maps of Cluttered Tables, <ins>ICRA, 2024</ins> [[Paper](https://arxiv.org/abs/2309.00276)]
- Weighing Things without Scales, <ins>ICCV, 2022</ins> [[Paper](https://arxiv.org/abs/2203.00118)]
- Learning Texture from Buttons, <ins>ICRA, 2023</ins> [[Paper](https://arxiv.org/abs/2210.00344)]
```

A track, a note at the end and a second venue are nobody's fault, and behind a question mark no
comma is due:

```md good
- Sorting Lists by Smell, <ins>AAAI, 2025</ins> [[Paper](https://arxiv.org/abs/2412.00063)]
- Embeddings for Pantries, <ins>EMNLP Findings, 2024</ins> [[Paper](https://arxiv.org/abs/2405.00199)]
- Pantries at Scale, <ins>KDD, 2024</ins> [[Paper](https://arxiv.org/abs/2405.00191)] (best)
- A Causal Theory of Cheese, <ins>ICML, 2023</ins> [[Paper](https://arxiv.org/abs/2301.00233)]
- Robust Pantries under Drift, <ins>ICLR, 2022</ins> [[Paper](https://arxiv.org/abs/2110.00300)]
- Guessing What Is Behind the Milk, <ins>ACL, 2021</ins> [[Paper](https://arxiv.org/abs/2106.00301)]
- Gentle Grippers for Stubborn Lids, <ins>CoRL, 2024</ins> [[Paper](https://arxiv.org/abs/2409.00302)]
- Touch and Go: Maps of Cluttered Tables, <ins>ICRA, 2024</ins> [[Paper](https://arxiv.org/abs/2309.00276)]
- Where Does the Other Sock Go? <ins>ICCV, 2022</ins> [[Paper](https://arxiv.org/abs/2203.00118)]
```

What the fix changes: blanks, punctuation and marks between two fields; no title, venue, year or
address. It is safe, but suggested where words of the list's own stand there ("by"), or where lines
are joined or parted, or hang on the mark that is changed, or where a title gets a link's brackets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from listlint.facts import Answers
from listlint.finding import NOTE, SAFE, SUGGESTED, WARNING, Edit, Finding, Fix
from listlint.paperlist import PaperList
from listlint.rule import NoOptions, found
from listlint.style import Deviation, Other, style_of
from listlint.style.words import END, START

GROUP = "formatting"
LEVEL = "warning"
SELDOM = 3  # a warning where fewer write so, else a remark


def check(papers: PaperList, answers: Answers, options: NoOptions) -> Iterator[Finding]:
    style = style_of(papers)
    for deviation in style.deviations():
        yield _between(deviation, papers.text)
    for other in style.other_dates() if papers.pinned is None else ():
        yield _date(other, papers)


def _between(deviation: Deviation, text: str) -> Finding:
    first = deviation.places[0]
    start, end = first.start, first.end
    if start == end:  # nothing stands there: point at the letters around it
        start, end = max(start - 1, deviation.entry.span.start), end + 1
    habit = deviation.habit
    times = f" ({habit.uses} of {habit.total} times)" if habit.total else ", as its style is pinned"
    said = (
        f"{_where(*deviation.fields)} this list writes {_shown(deviation.due)}{times},"
        f" not {_shown(deviation.text)}."
    )
    return found(
        (start, end),
        said,
        level=_level(deviation.uses) if deviation.seen else NOTE,
        entry=deviation.entry,
        alike=f"{deviation.fields} {deviation.due}",
        fix=_fix(deviation, text),
    )


def _level(uses: int) -> str:
    """A warning where the list hardly ever writes so, else a remark."""
    return WARNING if uses < SELDOM else NOTE


def _fix(deviation: Deviation, text: str) -> Fix:
    both = [(text[e.start : e.end], e.text) for e in deviation.places]
    words = any(_letters(now) != _letters(due) for now, due in both)
    lines = any(now.count("\n") != due.count("\n") for now, due in both)
    lines = lines or (deviation.fields[0] == START and _nests(text, deviation.places[0].end))
    link = "title" in deviation.fields and any("[" in due and "[" not in now for now, due in both)
    title = f"write {_shown(deviation.due)}"
    return Fix(title, SUGGESTED if words or lines or link else SAFE, deviation.places)


def _nests(text: str, at: int) -> bool:
    """Whether what follows the line is set in: it belongs to the mark that stands before it."""
    end = text.find("\n", at)
    return end >= 0 and text.startswith((" ", "\t"), end + 1)


def _date(other: Other, papers: PaperList) -> Finding:
    """A date in another form; a month with odd capitals is a slip whatever the habit."""
    field, due = other.field, other.due
    text = papers.text[field.start : field.end]
    fix = None
    if due is not None:
        safe = _letters(text) == _letters(due)
        edits = (Edit(field.start, field.end, due),)
        fix = Fix(f"write {due}", SAFE if safe else SUGGESTED, edits)
    habit = other.habit
    said = f"like {habit.uses} of {habit.total} in this list" if habit.speaks() else "as months are"
    return found(
        (field.start, field.end),
        f"`{text}` would be written `{due}`, {said}." if due else f"`{text}` isn't written {said}.",
        level=_level(other.uses if due else SELDOM) if habit.speaks() else WARNING,
        entry=papers.entries[other.entry],
        alike=habit.form,
        fix=fix,
    )


def _letters(gap: str) -> str:
    """The words of a gap; tags are none."""
    gap = re.sub(r"</?[a-zA-Z][^<>]*>", "", gap) if "<" in gap else gap
    return "".join(c for c in gap if c.isalnum())


def _where(before: str, behind: str) -> str:
    if before == START:
        return f"Before the {behind}"
    if behind == END:
        return f"At the end, behind the {before},"
    return f"Between {before} and {behind}"


def _shown(gap: str) -> str:
    """A gap as it can be read in one line."""
    if gap and not gap.strip(" "):
        return "one blank" if len(gap) == 1 else f"{len(gap)} blanks"
    return f"`{gap}`".replace("\n", "⏎") if gap else "nothing"
