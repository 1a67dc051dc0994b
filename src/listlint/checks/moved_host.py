"""An address still works, but its host has a lasting form of it.

What: the ACL Anthology under its old host, `dx.doi.org`, mirrors of arXiv, the old host of
NeurIPS; `http:` at hosts that are known to serve `https:`. Five and more links in one old form are
said once for the list.

Why: old hosts live on as redirects, and one day they don't; and one paper under two addresses looks
like two.

```md bad
- Sorting Lists by Smell [[Paper](https://www.aclweb.org/anthology/P19-1007.pdf)]
- Counting Umbrellas in the Dark [[Paper](http://dx.doi.org/10.1000/umbrellas)]
- Folding Maps under Drift [[Paper](http://arxiv.org/abs/2205.00019v2)]
```

```md fixed
- Sorting Lists by Smell [[Paper](https://aclanthology.org/P19-1007.pdf)]
- Counting Umbrellas in the Dark [[Paper](https://doi.org/10.1000/umbrellas)]
- Folding Maps under Drift [[Paper](https://arxiv.org/abs/2205.00019v2)]
```

```md good
- Sorting Lists by Smell [[Paper](https://aclanthology.org/P19-1007.pdf)]
- Counting Umbrellas in the Dark [[Paper](https://doi.org/10.1000/umbrellas)]
- Folding Maps under Drift [[Paper](http://example.org/maps.pdf)]
```

What the fix changes: the address becomes the lasting one of the same page. It is safe.
"""

from __future__ import annotations

from collections.abc import Iterator

from listlint.facts import Answers
from listlint.finding import SAFE, Edit, Finding, Fix, Related
from listlint.knowledge import hosts
from listlint.knowledge.hosts import Moved
from listlint.paperlist import Entry, Link, PaperList
from listlint.rule import NoOptions, found
from listlint.values import NamedTuple

GROUP = "links"
LEVEL = "note"
SCHEME = len("http")
FEWEST = 5  # links in one old form that are said together
SHOWN = 3  # of the others, as many as anybody looks at


class Old(NamedTuple):
    """A link in an old form."""

    entry: Entry
    link: Link
    now: Moved

    @property
    def place(self) -> tuple[int, int]:
        return self.link.dest or self.link.span


def check(papers: PaperList, answers: Answers, options: NoOptions) -> Iterator[Finding]:
    held: dict[str, list[Old]] = {}
    for entry in papers.entries:
        for link in entry.links:
            if now := hosts.moved(link.url, link.address.subject):
                form = now.host if now.why == "host" else now.why
                held.setdefault(form, []).append(Old(entry, link, now))
    for same in held.values():
        if len(same) < FEWEST:
            yield from (_finding(papers, each) for each in same)
        else:
            yield _habit(papers, same)


def _finding(papers: PaperList, old: Old) -> Finding:
    edits = _edits(papers, old)
    now = old.now
    message = f"The lasting form of this address is {now.to}."
    if now.why == "scheme":
        message = f"{now.host} serves https: write `https:` here."
    return found(
        old.place,
        message,
        entry=old.entry,
        alike=f"{now.why} of {now.host}",
        fix=Fix(f"write {now.to}", SAFE, edits, ("addresses",)) if edits else None,
    )


def _habit(papers: PaperList, same: list[Old]) -> Finding:
    """One old form that the list has many times: said once, at its first place."""
    first = same[0]
    now = first.now
    edits = tuple(edit for each in same for edit in _edits(papers, each))
    others = f"{len(same) - 1} more links of this list"
    message = f"The lasting form of this address is {now.to}; so it is with {others} to {now.host}."
    if now.why == "scheme":
        message = f"{now.host} serves https: write `https:`, here and in {others}."
    return found(
        first.place,
        message,
        key=now.host if now.why == "host" else now.why,
        alike=f"{now.why} of {now.host}",
        related=[Related(*each.place, "one of them") for each in same[1 : SHOWN + 1]],
        fix=Fix("write them all so", SAFE, edits, ("addresses",)) if edits else None,
    )


def _edits(papers: PaperList, old: Old) -> tuple[Edit, ...]:
    """The scheme alone where only that changes; nothing where the address isn't plainly written."""
    url, dest = old.link.url, old.link.dest
    if not dest or papers.text[slice(*dest)] != url:
        return ()
    if old.now.why == "scheme":
        return (Edit(dest.start, dest.start + SCHEME, "https"),)
    if set(url) & set("%&\\") or url.count("//") > 1:
        return ()
    return (Edit(*dest, old.now.to),)
