"""A registry knows another venue or year than the entry states.

What: an entry that names a conference or a journal, where a registry has the same paper, by id,
title and author, at another conference, in another journal, in another year, or at a workshop.
Years of journals may differ by one. A registry that knows only the preprint contradicts nothing; a
conference paper that a journal printed later is two publications of one paper; and where the
address itself proves the venue, [venue-mismatch](venue-mismatch.md) speaks.

Why: readers cite what stands there.

```yaml answers
- {topic: published, subject: "arxiv:2205.00017", state: agrees, source: Semantic Scholar,
   says: {venue: ACL, year: 2023, record: DBLP conf/acl/AlmqvistB23, title: Sorting Lists by Smell}}
- {topic: published, subject: "arxiv:2205.00018", state: agrees, source: Semantic Scholar,
   says: {venue: TPAMI, year: 2024, title: Counting Umbrellas in the Dark}}
- {topic: published, subject: "arxiv:2205.00019", state: agrees, source: Semantic Scholar}
```

```md bad
- Sorting Lists by Smell, EMNLP 2022 [[Paper](https://arxiv.org/abs/2205.00017)]
```

```md fixed
- Sorting Lists by Smell, ACL 2023 [[Paper](https://arxiv.org/abs/2205.00017)]
```

```md good
- Counting Umbrellas in the Dark, CVPR 2022 [[Paper](https://arxiv.org/abs/2205.00018)]
- Folding Maps under Drift, ICML 2022 [[Paper](https://arxiv.org/abs/2205.00019)]
```

What the fix changes: venue and year are written as the list writes them. It is suggested: the
registry may be the one that is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator

from listlint import claims
from listlint.copies import stated
from listlint.facts import PUBLISHED, Answers, Question
from listlint.finding import SUGGESTED, Edit, Finding, Fix
from listlint.knowledge import venues
from listlint.paperlist import Entry, PaperList
from listlint.proofs import FINDINGS, SPREAD, WORKSHOP, proofs
from listlint.proofs import PUBLISHED as KINDS
from listlint.published import Publication, published
from listlint.registered import asked, own_papers
from listlint.rule import NoOptions, found

GROUP = "truth"
LEVEL = "warning"
ONLINE = True


def asks(papers: PaperList, options: NoOptions) -> Iterator[Question]:
    for entry, ids in _stating(papers):
        for id in ids:
            yield asked(entry, id)
            yield Question(PUBLISHED, id)


def check(papers: PaperList, answers: Answers, options: NoOptions) -> Iterator[Finding]:
    for entry, ids in _stating(papers):
        known = [each for id in ids if (each := published(answers, entry, id))]
        judged = [_difference(papers, entry, each) for each in known]
        if known and all(judged):
            yield _finding(papers, entry, known[0], judged[0])


def _stating(papers: PaperList) -> Iterator[tuple[Entry, list[str]]]:
    """Entries that name one venue which their addresses don't prove; with their papers' ids."""
    for entry, links in own_papers(papers):
        venue = entry.venue
        if venue is None or venue.id is None or venues.kind_of(venue.id) not in KINDS:
            continue
        if not claims.several(entry) and not claims.is_beside(entry) and not proofs(entry):
            yield entry, list(links)


def _difference(papers: PaperList, entry: Entry, known: Publication) -> str:
    """venue, year, workshop; or nothing."""
    venue = entry.venue.id if entry.venue and entry.venue.id else ""
    workshop = claims.track(entry) == WORKSHOP or venues.kind_of(venue) == WORKSHOP
    if workshop:
        return ""  # whatever came of the paper later
    kinds = {venues.kind_of(venue), venues.kind_of(known.venue)}
    if not venues.joint(venue, known.venue):
        another = known.track != WORKSHOP and len(kinds) == 1
        return "venue" if another else ""
    surely = claims.together(entry) and not claims.date(papers.text, entry)
    if entry.year and surely and not _same_year(entry.year, known):
        return "year" if known.track != WORKSHOP else ""
    return "workshop" if known.track == WORKSHOP and "workshop" not in kinds else ""


def _same_year(year: int, known: Publication) -> bool:
    loose = venues.kind_of(known.venue) == "journal" or known.venue in SPREAD
    return abs(year - known.year) <= (1 if loose else 0)


def _finding(papers: PaperList, entry: Entry, known: Publication, what: str) -> Finding:
    own = claims.venue_span(entry)
    says = "Says" if own else "Stands under a heading that says"
    return found(
        claims.place(entry) if own else entry.title_span,
        f"{says} {stated(entry)}, but it is known as a paper of {known.said} ({known.proof}). "
        "Check which is right.",
        entry=entry,
        alike=what,
        fix=_fix(papers, entry, known, what) if own else None,
    )


def _fix(papers: PaperList, entry: Entry, known: Publication, what: str) -> Fix | None:
    from listlint.restating import Stated, restated

    if what == "workshop" or claims.track(entry) or (entry.venue and entry.venue.track):
        return None
    if what == "year":
        edit = claims.year_edit(papers, entry, known.year)
        edits: tuple[Edit, ...] = (edit,) if edit else ()
    else:
        track = FINDINGS if known.track == FINDINGS else ""
        edits = restated(papers, entry, Stated(known.venue, known.year, track))
        if "year" in entry.inherited and entry.year != known.year:
            edits = ()
    return Fix(f"write {known.said}", SUGGESTED, edits, ("entries",)) if edits else None
