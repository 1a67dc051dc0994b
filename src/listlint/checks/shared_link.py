"""Two entries with different titles have the same paper link.

What: one paper's address under two titles that have little in common. Titles that differ by a
nickname, a subtitle or a typo are one paper and left to the rules for duplicates; addresses that
many entries share (a proceedings volume, a survey) are no paper's own.

Where services are asked and the registry has the paper under one of the two titles, the other line
is the one with the wrong link.

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

```yaml answers
- {topic: record, subject: "arxiv:2205.00019", state: agrees, source: arXiv,
   says: {title: Folding Maps under Drift}}
```

```md bad
- Folding Maps under Drift, ICML 2022 [[Paper](https://arxiv.org/abs/2205.00019)]
- Mending Kettles from Few Examples, ICML 2022 [[Paper](https://arxiv.org/abs/2205.00019)]
```

What the fix changes: nothing is mended, since the list doesn't say which link was meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from listlint.facts import Answers, Question
from listlint.finding import ERROR, Finding, Related
from listlint.knowledge import titles
from listlint.once import once
from listlint.paperlist import Entry, Link, PaperList
from listlint.papers import SHORTEST, akin, lead_ins
from listlint.registered import OTHER, SAME, SOURCES, asked, own_links, record, verdict
from listlint.rule import NoOptions, found

GROUP = "duplicates"
LEVEL = "warning"
MOST = 3  # entries that share a link by mistake; more of them share it on purpose
EITHER = "Either a link was copied by mistake, or it's one paper under an old and a new title."
Pair = tuple[Entry, Link]


def asks(papers: PaperList, options: NoOptions) -> Iterator[Question]:
    for id, pairs in _shared(papers).items():
        yield from (asked(entry, id) for entry, _ in pairs)


def check(papers: PaperList, answers: Answers, options: NoOptions) -> Iterator[Finding]:
    for id, pairs in _shared(papers).items():
        first = pairs[0]
        for again in pairs[1:]:
            if not _may_be_one(papers, first, again):
                yield _finding(id, first, again, answers)
    if papers.whole:
        yield from _in_files(papers)


def _in_files(papers: PaperList) -> Iterator[Finding]:
    """Links of an earlier file of the same list, under another title there."""
    from listlint.spread import earlier  # few lists stand in several files

    for id, pairs in _own(papers).items():
        before = [there for there in earlier(papers, id) if _has(there.entry, id)]
        if not before or len(before) + len(pairs) > MOST:
            continue
        first, (entry, link) = before[0], pairs[0]
        other = (first.entry, own_links(first.entry)[id])
        if not _may_be_one(papers, (entry, link), other, first.papers):
            yield found(
                link.dest or link.span,
                f'This line and {first.place} ("{first.entry.title}") both link {_named(id)}. '
                f"{EITHER}",
                entry=entry,
                key=id,
                alike="one link under two titles",
            )


@once
def _shared(papers: PaperList) -> Mapping[str, Sequence[Pair]]:
    """Paper links that a few entries have, by id."""
    return {id: pairs for id, pairs in _own(papers).items() if 1 < len(pairs) <= MOST}


def _own(papers: PaperList) -> Mapping[str, Sequence[Pair]]:
    """The list's own paper links, with the entries that have them, by id."""
    held: dict[str, list[Pair]] = {}
    leading = lead_ins(papers)
    for entry in papers.entries:
        named = entry.index not in leading and len(entry.folded) >= SHORTEST
        if entry.kind == "paper" and named:
            for id, link in own_links(entry).items():
                held.setdefault(id, []).append((entry, link))
    return held


def _has(entry: Entry, id: str) -> bool:
    return len(entry.folded) >= SHORTEST and id in own_links(entry)


def _may_be_one(papers: PaperList, one: Pair, other: Pair, beside: PaperList | None = None) -> bool:
    """``beside``: the list that the other stands in, if it isn't this one."""
    (first, link), (entry, again) = one, other
    if akin(first, entry) or again.address.year != link.address.year:
        return True
    return _holds(beside or papers, entry, first.folded) or _holds(papers, first, entry.folded)


def _holds(papers: PaperList, entry: Entry, title: str) -> bool:
    """The other title stands somewhere in the entry: as a subtitle, or in a description."""
    return title in titles.fold(papers.text[entry.span.start : entry.span.end])


def _finding(id: str, one: Pair, other: Pair, answers: Answers) -> Finding:
    """The wrong line of the two, if the registry tells; else the later one, and both readings."""
    known = record(answers, one[0], id)
    judged = [_judged(answers, entry, id) for entry, _ in (one, other)]
    told = sorted(judged) == sorted((SAME, OTHER))
    if told and judged[0] == OTHER:
        one, other = other, one
    (first, link), (entry, again) = one, other
    said = f'This line and line {first.lines[0]} ("{first.title}") both link {_named(id)}. '
    if known and told:
        said += f"It is the paper of line {first.lines[0]} ({known.source}): check this link."
    else:
        said += EITHER
    return found(
        again.dest or again.span,
        said,
        level=ERROR if told else None,
        entry=entry,
        key=id,
        alike="a link of another line" if told else "one link under two titles",
        related=(Related(*(link.dest or link.span), "the same link"),),
    )


def _judged(answers: Answers, entry: Entry, id: str) -> str:
    known = record(answers, entry, id)
    return verdict(entry, known) if known else ""


def _named(id: str) -> str:
    scheme, _, rest = id.partition(":")
    return f"{SOURCES[scheme]} {rest}" if scheme in SOURCES else "the same paper"
