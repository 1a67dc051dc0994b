"""Two entries with different titles have the same paper link.

What: one paper's address under two titles that have little in common. Titles that differ by a
nickname, a subtitle or a typo are one paper and left to the rules for duplicates; addresses that
many entries share (a proceedings volume, a survey) are no paper's own.

Why: most often a line was copied and its link not changed, so that one of the two papers can't be
reached; else it is one paper under an old and a new title.

```md bad
- Sorting Lists by Smell, ACL 2022 [[Paper](https://arxiv.org/abs/2205.00017)]
- Counting Umbrellas in the Dark, ACL 2022 [[Paper](https://arxiv.org/abs/2205.00017)]
```

```md good
- Sorting Lists by Smell, ACL 2022 [[Paper](https://arxiv.org/abs/2205.00017)]
- Counting Umbrellas in the Dark, ACL 2022 [[Paper](https://arxiv.org/abs/2205.00018)] [[Survey](https://arxiv.org/abs/2205.00017)]
```

What the fix changes: nothing is mended, since the list doesn't say which link was meant.
"""

from __future__ import annotations

from collections.abc import Iterator

from listlint.facts import Answers
from listlint.finding import Finding, Related
from listlint.knowledge import titles
from listlint.paperlist import Entry, Link, PaperList
from listlint.papers import SHORTEST, akin, lead_ins
from listlint.rule import NoOptions, found

GROUP = "duplicates"
LEVEL = "warning"
MOST = 3  # entries that share a link by mistake; more of them share it on purpose
ASIDE = ("survey", "review", "slides", "poster", "proceedings", "workshop", "dataset", "benchmark")
SOURCES = {"arxiv": "arXiv", "openreview": "OpenReview", "doi": "DOI", "acl": "ACL Anthology"}


def check(papers: PaperList, answers: Answers, options: NoOptions) -> Iterator[Finding]:
    held: dict[str, list[tuple[Entry, Link]]] = {}
    leading = lead_ins(papers)
    for entry in papers.entries:
        named = entry.index not in leading and len(entry.folded) >= SHORTEST
        if entry.kind == "paper" and named:
            for id, link in _own(entry).items():
                held.setdefault(id, []).append((entry, link))
    for id, pairs in held.items():
        if 1 < len(pairs) <= MOST:
            yield from _under_other_titles(papers, id, pairs)


def _own(entry: Entry) -> dict[str, Link]:
    """The entry's paper links by id, without those that lead to something beside the paper."""
    return {
        link.id: link
        for link in reversed(entry.links)
        if link.id and link.kind == "paper" and not any(w in link.label.lower() for w in ASIDE)
    }


def _under_other_titles(
    papers: PaperList, id: str, pairs: list[tuple[Entry, Link]]
) -> Iterator[Finding]:
    first, link = pairs[0]
    for entry, again in pairs[1:]:
        if akin(first, entry) or again.address.year != link.address.year:
            continue
        if _holds(papers, entry, first.folded) or _holds(papers, first, entry.folded):
            continue
        yield found(
            again.dest or again.span,
            f'This line and line {first.lines[0]} ("{first.title}") both link {_named(id)}. '
            "Either a link was copied by mistake, or it's one paper under an old and a new title.",
            entry=entry,
            key=id,
            alike="one link under two titles",
            related=(Related(*(link.dest or link.span), "the same link"),),
        )


def _holds(papers: PaperList, entry: Entry, title: str) -> bool:
    """The other title stands somewhere in the entry: as a subtitle, or in a description."""
    return title in titles.fold(papers.text[entry.span.start : entry.span.end])


def _named(id: str) -> str:
    scheme, _, rest = id.partition(":")
    return f"{SOURCES[scheme]} {rest}" if scheme in SOURCES else "the same paper"
