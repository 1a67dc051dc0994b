"""A preprint has been published since.

What: an entry that says arXiv or preprint, or says nothing in a list that names venues, whose paper
a registry knows at a conference or in a journal: under the paper's own id, with the same title and
first author. A workshop is not enough, nor is a registry that knows only the preprint; and where
two registries differ, nothing is said.

Why: a venue tells readers that the paper was reviewed, and no maintainer can look all of them up
again each year.

```yaml answers
- {topic: record, subject: "arxiv:2305.00017", state: agrees, source: arXiv,
   says: {title: Sorting Lists by Smell, authors: "Ada Almqvist\nBo Berg"}}
- {topic: published, subject: "arxiv:2305.00017", state: agrees, source: Semantic Scholar,
   says: {venue: ICLR, year: 2024, record: DBLP conf/iclr/AlmqvistB24,
          title: Sorting Lists by Smell, authors: "Ada Almqvist\nBo Berg"}}
- {topic: published, subject: "arxiv:2305.00018", state: agrees, source: Semantic Scholar,
   says: {venue: ICML, year: 2024, track: workshop, title: Counting Umbrellas in the Dark}}
- {topic: published, subject: "arxiv:2305.00019", state: agrees, source: Semantic Scholar}
```

```md bad
- Sorting Lists by Smell, <ins>arXiv, 2023</ins> [[Paper](https://arxiv.org/abs/2305.00017)]
```

```md fixed
- Sorting Lists by Smell, <ins>ICLR, 2024</ins> [[Paper](https://arxiv.org/abs/2305.00017)]
```

```md good
- Counting Umbrellas in the Dark, <ins>arXiv, 2023</ins> [[Paper](https://arxiv.org/abs/2305.00018)]
- Folding Maps under Drift, <ins>arXiv, 2023</ins> [[Paper](https://arxiv.org/abs/2305.00019)]
```

Where a heading states the venue, the entry moves:

```md bad
## ICLR 2024

- Folding Maps under Drift [[Paper](https://arxiv.org/abs/2305.00019)]
- Mending Kettles from Few Examples [[Paper](https://arxiv.org/abs/2305.00020)]

## arXiv

- Sorting Lists by Smell [[Paper](https://arxiv.org/abs/2305.00017)]
- Finding Keys in Long Grass [[Paper](https://arxiv.org/abs/2305.00021)]
```

```md fixed
## ICLR 2024

- Folding Maps under Drift [[Paper](https://arxiv.org/abs/2305.00019)]
- Mending Kettles from Few Examples [[Paper](https://arxiv.org/abs/2305.00020)]
- Sorting Lists by Smell [[Paper](https://arxiv.org/abs/2305.00017)]

## arXiv

- Finding Keys in Long Grass [[Paper](https://arxiv.org/abs/2305.00021)]
```

What the fix changes: venue and year are written as the list writes them, at every place of the
entry where the year stands; or the entry moves below the heading of its venue. The link to the
preprint stays. It is suggested: `--unsafe-fixes --select published-since` does it for the whole
list.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from listlint import claims
from listlint.copies import stated
from listlint.facts import PUBLISHED, Answers, Question
from listlint.finding import SHOWN, SUGGESTED, Finding, Fix
from listlint.once import once
from listlint.paperlist import Entry, PaperList
from listlint.proofs import WORKSHOP, proofs
from listlint.published import Publication, is_preprint, names_published, published
from listlint.registered import asked, own_papers
from listlint.rule import NoOptions, found

GROUP = "truth"
LEVEL = "warning"
ONLINE = True
NAMED, FEWEST = 0.5, 8  # of the papers, of how many, that state a venue: one without is missed


def asks(papers: PaperList, options: NoOptions) -> Iterator[Question]:
    for entry, ids in _preprints(papers):
        for id in ids:
            yield asked(entry, id)
            yield Question(PUBLISHED, id)


def check(papers: PaperList, answers: Answers, options: NoOptions) -> Iterator[Finding]:
    for entry, ids in _preprints(papers):
        known = [each for id in ids if (each := published(answers, entry, id))]
        if known and known[0].track != WORKSHOP:
            yield _finding(papers, entry, known[0])


def _preprints(papers: PaperList) -> Iterator[tuple[Entry, list[str]]]:
    """Entries that say that they are preprints, or say nothing; with the ids of their papers."""
    naming = _naming(papers)
    for entry, links in own_papers(papers):
        unsaid = entry.venue is None and entry.section in naming
        stated = is_preprint(entry) and not claims.is_beside(entry)
        if (stated or unsaid) and not proofs(entry) and not names_published(papers, entry):
            yield entry, list(links)


@once
def _naming(papers: PaperList) -> frozenset[int | None]:
    """Sections whose papers name their own venues: one without leaves out what the others say.

    Where the papers of a section name none, its heading may say it in a way that isn't understood.
    """
    papers_: Counter[int | None] = Counter()
    named: Counter[int | None] = Counter()
    for entry in papers.entries:
        if entry.kind == "paper":
            papers_[entry.section] += 1
            own = claims.venue_span(entry) is not None and not is_preprint(entry)
            named[entry.section] += own
    if papers_.total() < FEWEST or named.total() < NAMED * papers_.total():
        return frozenset()
    return frozenset(each for each in papers_ if named[each] >= NAMED * papers_[each])


def _finding(papers: PaperList, entry: Entry, known: Publication) -> Finding:
    own = claims.venue_span(entry)
    if entry.venue is None:
        says = "this line names no venue"
    else:
        says = f"{'this line says' if own else 'it stands under'} {stated(entry)}"
    return found(
        claims.place(entry) if own else entry.title_span,
        f"Published at {known.said} ({known.proof}); {says}.",
        entry=entry,
        alike=f"at {known.said}",
        fix=_fix(papers, entry, known),
    )


def _fix(papers: PaperList, entry: Entry, known: Publication) -> Fix:
    from listlint.rehoming import rehomed
    from listlint.restating import Stated, restated

    to = Stated(known.venue, known.year, known.track)
    edits = restated(papers, entry, to)
    if {"venue", "year"} & {*entry.inherited}:
        home = rehomed(papers, entry, to, edits)
        if home is not None:
            return home
    if not edits:
        return Fix(f"write {known.said}", SHOWN)
    return Fix(f"write {known.said}", SUGGESTED, edits, ("entries",))
