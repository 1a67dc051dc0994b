"""A word of a title is misspelt.

What: a misspelling out of a closed table of our own (`langauge`, `retreival`); or a long English
word that stands once in the list, beside five or more of the same word but for two letters swapped,
or one too many or too few. Never a name, an acronym, a word with capitals inside, an inflection, or
a British form beside an American one.

Why: a title with a slip is found by no search. The paper itself may be spelt so: look before you
mend.

```md bad
- Large Langauge Models for Household Order, arXiv 2023 [[Paper](https://arxiv.org/abs/2304.00087)]
```

```md good
- Large Language Models for Household Order, arXiv 2023 [[Paper](https://arxiv.org/abs/2304.00087)]
- Colour and Color in Recognisable Drawers, arXiv 2023 [[Paper](https://arxiv.org/abs/2304.00088)]
- Langauge, a Name Nobody Has, arXiv 2023 [[Paper](https://arxiv.org/abs/2304.00089)]
```

The fix is shown: the word that is meant. Titles are not changed.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache

from listlint.changes import stood
from listlint.facts import Answers
from listlint.finding import NOTE, SHOWN, Finding, Fix
from listlint.knowledge.rulebook import tables
from listlint.paperlist import Entry, PaperList
from listlint.rule import NoOptions, found

GROUP = "formatting"
LEVEL = "note"
SHORTEST, LONG = 6, 9  # letters: of a word in the table; of one judged by the list itself
BESIDE = 5  # uses of the right form


def check(papers: PaperList, answers: Answers, options: NoOptions) -> Iterator[Finding]:
    known = tables()["spelling"]
    counts: Counter[str] = Counter()
    old = stood(papers)
    seldom: defaultdict[str, list[tuple[Entry, tuple[int, int]]]] = defaultdict(list)
    for entry in papers.entries:
        start = entry.title_span.start
        for word in _words().finditer(papers.text, *entry.title_span):
            low = word[0].lower()
            counts[low] += entry.index in old
            if low in known and _plain(word[0]) and not _named(papers.text, entry, word.end()):
                yield _finding(entry, word.span(), word[0], known[low])
            elif len(low) >= LONG and _plain(word[0]) and word.start() > start:
                seldom[low].append((entry, word.span()))
    often = [word for word, count in counts.items() if count >= BESIDE and len(word) >= LONG - 1]
    near = {form: word for word in often for form in _shortened(word)}
    for low, places in seldom.items():
        if counts[low] <= 1 and (right := _slip(low, near, counts)):
            for entry, place in places:
                yield _finding(entry, place, papers.text[slice(*place)], right)


@cache
def _words() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w/.@-])[A-Za-z][a-z]{{{SHORTEST - 1},30}}(?![\w/@]|-?[A-Z\d])")


def _plain(word: str) -> bool:
    return word[1:].islower()


def _named(text: str, entry: Entry, end: int) -> bool:
    """Whether the word is a nickname: it stands before a colon or a comma at a title's start."""
    return text[end : end + 1] in (":", ",") and " " not in text[entry.title_span.start : end]


def _finding(entry: Entry, place: tuple[int, int], word: str, right: str) -> Finding:
    right = right.capitalize() if word[0].isupper() else right
    return found(
        place,
        f"`{word}` should probably read `{right}`.",
        level=NOTE,
        entry=entry,
        alike=f"{word.lower()} for {right.lower()}",
        fix=Fix(f"write {right}, unless the paper itself is spelt so", SHOWN),
    )


@cache
def _shortened(word: str) -> frozenset[str]:
    """The word and what is left of it without one of its inner letters."""
    return frozenset([word, *(word[:n] + word[n + 1 :] for n in range(1, len(word) - 1))])


def _slip(word: str, near: dict[str, str], counts: Counter[str]) -> str | None:
    """The word that the list uses often and that this one is but for a slip of the pen."""
    for form in _shortened(word):
        right = near.get(form)
        if right and right != word and counts[right] >= BESIDE and _is_slip(word, right):
            return right
    return None


def _is_slip(word: str, right: str) -> bool:
    """Two letters swapped, or one too many or too few, inside, and no other form of the word."""
    if len(word) == len(right):
        at = next(n for n in range(len(word)) if word[n] != right[n])
        return word == right[:at] + right[at + 1 : at + 2] + right[at : at + 1] + right[at + 2 :]
    short, long = sorted((word, right), key=len)
    if len(long) - len(short) != 1 or short not in _shortened(long):
        return False
    at = next((n for n in range(len(short)) if short[n] != long[n]), len(short))
    return 1 < at < len(short) - 3
