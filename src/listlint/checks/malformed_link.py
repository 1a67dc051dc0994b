"""A link is written so that Markdown doesn't see it, or its address can't be one.

What: brackets that don't close, doubled parentheses, a blank between label and address, two
addresses run together, `//` inside a path, a number that arXiv can't have given, a scheme
misspelt, full-width punctuation in an address. An empty address (`[Code]()`) is a warning, or a
note where the label itself says that it is to come.

Why: the page shows brackets and addresses as text, or the link leads nowhere, and nobody who looks
at the source by habit notices.

```md bad
- Sorting Lists by Smell, ACL 2022 [[Paper] (https://aclanthology.org/2022.acl-long.7)]
```

```md fixed
- Sorting Lists by Smell, ACL 2022 [[Paper](https://aclanthology.org/2022.acl-long.7)]
```

```md bad
- [[Paper(https://arxiv.org/abs/2401.00017)] Counting Umbrellas in the Dark
- [[Paper]((https://arxiv.org/abs/2401.00018))] Folding Maps under Drift
- [[Paper](https://arxiv.org/abs/2401.00019] Mending Kettles from Scratch
- [[Paper](htps://arxiv.org//abs/2401.00020)] Weighing Noisy Ladders
```

```md fixed
- [[Paper](https://arxiv.org/abs/2401.00017)] Counting Umbrellas in the Dark
- [[Paper](https://arxiv.org/abs/2401.00018)] Folding Maps under Drift
- [[Paper](https://arxiv.org/abs/2401.00019)] Mending Kettles from Scratch
- [[Paper](https://arxiv.org/abs/2401.00020)] Weighing Noisy Ladders
```

Where it isn't certain what was meant, nothing is mended:

```md bad
- Taming Lanterns [[Paper](https://arxiv.org/abs/2401.00021https://github.com/almqvist/lanterns)]
```

```md bad
- Ranking Teapots [[Paper](https://arxiv.org/abs/2401.021)] [[Code]()]
```

A bracket that touches no link is text, code shows what it likes, and some addresses hold another:

```md good
- Guessing [0, 1) Intervals (Part 2) [[Paper](https://arxiv.org/abs/2401.00022)]
- Naming Drawers ([Code](https://web.archive.org/web/2020/https://github.com/berg/drawers))

Write entries as `[Paper] (address)`, and see [1] (or [2]).
```

What the fix changes: brackets, parentheses, blanks and the slip in the address. It is safe where
only one reading is possible, else suggested; a label, a title or another address never changes.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from listlint.facts import Answers
from listlint.finding import NOTE, SAFE, SUGGESTED, WARNING, Edit, Finding, Fix, apply
from listlint.knowledge.slips import Slip, slips
from listlint.markdown.broken import broken
from listlint.markdown.literal import literal
from listlint.markdown.nodes import Node
from listlint.markdown.stray import Broken
from listlint.paperlist import Entry, PaperList, Section
from listlint.rule import NoOptions, found

GROUP = "links"
LEVEL = "error"
SHORT = 72
ADDRESS = ("addresses", "entries")
BRACKETS = (*ADDRESS, "titles")  # of a broken link the title may have swallowed a part
PROMISED = ("soon", "yet", "todo", "tba", "tbd", "coming", "to be", "to appear")


def check(papers: PaperList, answers: Answers, options: NoOptions) -> Iterator[Finding]:
    seen = literal(papers.document)
    taken: set[int] = set()  # where a link is spoken of already
    for slip in broken(seen):
        taken.add(slip.start)
        yield _bracket(papers, slip)
    for link in seen.links:
        if link.start in taken:
            continue
        if link.name == "inline" and not link.url.strip():
            yield _empty(papers, link)
        elif link.dest:
            for wrong in slips(link.url):
                yield _address(papers, link, wrong)


def _bracket(papers: PaperList, slip: Broken) -> Finding:
    entry = _around(papers, slip.start)
    return found(
        (slip.start, slip.end),
        f"{slip.says[0].upper()}{slip.says[1:]}.",
        entry=entry,
        key=None if entry else papers.text[slip.start : slip.end],
        fix=_fix(papers, (slip.start, slip.end), slip.edits, slip.sure, BRACKETS),
    )


def _address(papers: PaperList, link: Node, slip: Slip) -> Finding:
    entry = _around(papers, link.start)
    at = link.dest[0] if link.dest else link.start
    place = (at + slip.start, at + slip.end)
    if papers.text.startswith("]{", at - 2) and link.url[slip.start :] == "}":
        return _braced(papers, (at - 1, place[1]), entry)
    edits = () if slip.right is None else (Edit(*place, slip.right),)
    return found(
        place,
        f"{slip.says[0].upper()}{slip.says[1:]}. Check where the link should lead.",
        entry=entry,
        key=None if entry else link.url,
        alike="in an address: " + _kind(slip.says),
        fix=_fix(papers, (at, at + len(link.url)), edits, slip.sure, ADDRESS),
    )


def _braced(papers: PaperList, place: tuple[int, int], entry: Entry | None) -> Finding:
    """``[Paper]{https://…}``: braces where parentheses are due."""
    start, end = place
    edits = (Edit(start, start + 1, "("), Edit(end - 1, end, ")"))
    return found(
        place,
        "Braces stand around this address where parentheses are due, so the page shows no link.",
        entry=entry,
        key=None if entry else papers.text[start:end],
        fix=_fix(papers, place, edits, sure=False, changes=BRACKETS),
    )


def _empty(papers: PaperList, link: Node) -> Finding:
    label = papers.text[slice(*link.inner)] if link.inner else ""
    promised = any(word in label.lower() for word in PROMISED)
    entry = _around(papers, link.start)
    return found(
        (link.start, link.end),
        f"`{label}` has no address yet, so it leads nowhere. Leave it out until there is one.",
        level=NOTE if promised else WARNING,
        entry=entry,
        key=None if entry else label,
    )


def _fix(
    papers: PaperList,
    shown: tuple[int, int],
    edits: tuple[Edit, ...],
    sure: bool,
    changes: tuple[str, ...],
) -> Fix | None:
    """The fix, named by what will stand there."""
    if not edits:
        return None
    start, end = min(shown[0], edits[0].start), max(shown[1], edits[-1].end)
    moved = (Edit(e.start - start, e.end - start, e.text) for e in edits)
    right = apply(papers.text[start:end], moved)
    if len(right) > SHORT:
        right = right[: SHORT - 1] + "…"
    heading = ("sections",) if _in_heading(papers, start) else ()
    return Fix(f"write {right}", SAFE if sure else SUGGESTED, edits, (*changes, *heading))


def _in_heading(papers: PaperList, place: int) -> bool:
    at = bisect_right(papers.sections, place, key=_start_of) - 1
    return at >= 0 and place < papers.sections[at].span.end


def _start_of(section: Section) -> int:
    return section.span.start


def _kind(says: str) -> str:
    """What is said of an address without what it quotes."""
    return "".join(part for at, part in enumerate(says.split("`")) if not at % 2)


def _around(papers: PaperList, at: int) -> Entry | None:
    """The entry that holds the offset."""
    index = bisect_right(papers.entries, at, key=lambda entry: entry.span.start) - 1
    if index < 0 or papers.entries[index].span.end < at:
        return None
    return papers.entries[index]
