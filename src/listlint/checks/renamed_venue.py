"""A venue stands under an older name with a year in which it was called otherwise.

What: NIPS became NeurIPS in 2018, SysML became MLSys in 2020: the old name is right up to its last
year and wrong after it. Where no year stands beside the name, nothing is said. A heading is spoken
of once, not for every entry below it. A list that prefers the old name says so in its configuration
(`venues: {prefer: {neurips: NIPS}}`).

Why: the papers of that year are found under the new name only, and a list with both names looks as
if it had two venues.

```md bad
- Sorting Lists by Smell, NIPS 2019 [[Paper](https://arxiv.org/abs/1905.00017)]
- Counting Umbrellas in the Dark, NIPS'18 [[Paper](https://arxiv.org/abs/1805.00018)]
```

```md fixed
- Sorting Lists by Smell, NeurIPS 2019 [[Paper](https://arxiv.org/abs/1905.00017)]
- Counting Umbrellas in the Dark, NeurIPS'18 [[Paper](https://arxiv.org/abs/1805.00018)]
```

```md good
- Sorting Lists by Smell, NIPS 2017 [[Paper](https://arxiv.org/abs/1705.00017)]
- Counting Umbrellas in the Dark, NeurIPS 2018 [[Paper](https://arxiv.org/abs/1805.00018)]
- Teaching NIPS Authors to Cook, ICML 2019 [[Paper](https://arxiv.org/abs/1905.00019)]
```

What the fix changes: the venue's own letters. It is safe in an entry, and suggested in a heading,
since links to the heading go by its text.
"""

from __future__ import annotations

from collections.abc import Iterator

from listlint import claims
from listlint.facts import Answers
from listlint.finding import SAFE, SUGGESTED, Edit, Finding, Fix
from listlint.knowledge import venues
from listlint.knowledge.venues import Renamed
from listlint.paperlist import Entry, PaperList, VenueRead
from listlint.rule import NoOptions, found

GROUP = "venues"
LEVEL = "warning"


def check(papers: PaperList, answers: Answers, options: NoOptions) -> Iterator[Finding]:
    seen: set[tuple[str, int, int | None]] = set()  # a heading is spoken of once
    for entry in papers.entries:
        older = _older(papers, entry)
        if older is None or not entry.venue or not entry.year:
            continue
        if "venue" in entry.inherited:
            heading = entry.venue.name, entry.year, entry.section
            if heading in seen or "year" not in entry.inherited:
                continue  # it was spoken of; or the heading holds papers of many years
            seen.add(heading)
        yield _finding(papers, entry, entry.venue, older)


def _older(papers: PaperList, entry: Entry) -> Renamed | None:
    """The older name that an entry has in a year after its last."""
    venue = entry.venue
    if venue is None or venue.form not in ("renamed", "case") or not entry.year:
        return None
    older = venues.renamed(venue.name)
    if older is None or not older.until:
        return None
    # A date is that of the preprint, and some papers are handed in after their conference.
    late = 1 if claims.date(papers.text, entry) else 0
    return older if entry.year > older.until + late else None


def _finding(papers: PaperList, entry: Entry, venue: VenueRead, older: Renamed) -> Finding:
    inherited = "venue" in entry.inherited
    right = papers.vocabulary.prefer.get(venue.id or "", older.now)
    says = "this says" if claims.together(entry) else "it stands under"
    place = claims.heading(papers, entry) if inherited else venue.span
    fix = None
    if papers.text[slice(*place)] == venue.name:
        # Links to a heading follow its text, so that another text breaks them.
        safety, changes = (SUGGESTED, "sections") if inherited else (SAFE, "entries")
        fix = Fix(f"write {right}", safety, (Edit(*place, right),), (changes,))
    return found(
        place,
        f"{older.old} has been called {right} since {older.until + 1}, and {says} {entry.year}: "
        f"write {right}.",
        entry=None if inherited else entry,
        key=f"{venue.id}{entry.year}" if inherited else None,
        alike=f"{older.old} for {right}",
        fix=fix,
    )
