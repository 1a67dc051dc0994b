"""A venue that the table doesn't know stands one letter beside one that it knows.

What: a name whose link proves a venue at most two letters away, or a name of at least seven letters
that differs in one letter from a known one which the list uses elsewhere. Capitals don't count. A
name that the list uses 5 times or more is its own, and never unknown; the configuration adds others
(`venues: {add: …}`).

Why: it may be a misspelling; but the world holds more venues than the table, so the rule is off
unless it is asked for.

```md bad
- Sorting Lists by Smell, PANS 2023 [[Paper](https://www.pnas.org/doi/10.1073/pnas.0000000017)]
- Counting Umbrellas in the Dark, ICML 2022 [[Paper](https://arxiv.org/abs/2203.00018)]
- Folding Maps under Drift, ICLR 2023 [[Paper](https://arxiv.org/abs/2203.00019)]
```

```md good
- Sorting Lists by Smell, INTERSPEECH 2022 [[Paper](https://arxiv.org/abs/2203.00017)]
- Counting Umbrellas in the Dark, Journal of Umbrella Studies 2022 [[Paper](https://example.org/umbrellas.pdf)]
```

What the fix changes: nothing is mended, since the name may be right.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from listlint.facts import Answers
from listlint.finding import Finding
from listlint.knowledge import venues
from listlint.knowledge.venues import fold
from listlint.once import once
from listlint.paperlist import Entry, PaperList, VenueRead
from listlint.proofs import proofs
from listlint.rule import NoOptions, found

GROUP = "venues"
LEVEL = "note"
OFF = True
FAR = 2  # letters between a name and the one that the link proves
SHORTEST = 3
OWN = 5  # times that a list uses a name which is then its own


def check(papers: PaperList, answers: Answers, options: NoOptions) -> Iterator[Finding]:
    used = _used(papers.model)
    for entry in papers.entries:
        venue = entry.venue
        if venue is None or venue.id or venue.form == "medium" or "venue" in entry.inherited:
            continue
        if used[fold(venue.name)] >= OWN:
            continue
        known = venues.match(venue.name, papers.vocabulary)
        if (known is None or known.id is None) and (names := _meant(entry, venue, used)):
            yield _finding(entry, venue, names)


@once
def _used(papers: PaperList) -> Counter[str]:
    """How often the list names which venue."""
    return Counter(
        entry.venue.id or fold(entry.venue.name)
        for entry in papers.entries
        if entry.venue is not None
    )


def _meant(entry: Entry, venue: VenueRead, used: Counter[str]) -> list[str]:
    """The known names that may be meant: what the link proves, then what the list itself uses."""
    names = [name for name in _proven(entry, venue.name) if name]
    near = ((id, name) for id, name in venues.nearest(venue.name) if used[id])
    names += [name for _, name in near if name not in names]
    return names


def _proven(entry: Entry, written: str) -> Iterator[str | None]:
    folded = fold(written)
    if len(folded) < SHORTEST:
        return
    from rapidfuzz.distance import OSA

    for each in proofs(entry):
        name = venues.name_of(each.venue) or ""
        if 0 < OSA.distance(folded, fold(name), score_cutoff=FAR) <= FAR:
            yield name


def _finding(entry: Entry, venue: VenueRead, names: list[str]) -> Finding:
    meant = " or ".join(f"`{name}`" for name in names)
    return found(
        venue.span,
        f"`{venue.name}` is a venue that listlint doesn't know. If {meant} is meant, write that.",
        entry=entry,
        alike=f"{venue.name} for {meant}",
    )
