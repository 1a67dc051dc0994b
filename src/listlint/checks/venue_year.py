"""An entry states a year in which its venue wasn't held.

What: some conferences are held every second year, some have ended, some left a year out. Nothing is
said of a year before the first that is known, of joint names, of dates that tell a month, nor of a
year that only a heading states beside an entry's own venue.

Why: nobody finds a paper of ICCV 2022, since there was none.

```md bad
- Sorting Lists by Smell, ICCV 2022 [[Paper](https://arxiv.org/abs/2203.00017)]
```

```md bad
## ECCV 2023

- Counting Umbrellas in the Dark [[Paper](https://arxiv.org/abs/2207.00018)]
- Folding Maps under Drift [[Paper](https://arxiv.org/abs/2207.00019)]
```

```md good
- Sorting Lists by Smell, ICCV 2021 [[Paper](https://arxiv.org/abs/2203.00017)]
- Counting Umbrellas in the Dark, ECCV 2022 [[Paper](https://arxiv.org/abs/2207.00018)]
- Folding Maps under Drift, CVPR 2023 [[Paper](https://arxiv.org/abs/2207.00019)]
```

What the fix changes: nothing is mended, since the venue may be as wrong as the year.
"""

from __future__ import annotations

from collections.abc import Iterator

from listlint import claims
from listlint.facts import Answers
from listlint.finding import Finding
from listlint.knowledge import venues
from listlint.paperlist import Entry, PaperList
from listlint.rule import NoOptions, found

GROUP = "venues"
LEVEL = "warning"
NEAR = 4  # years to look for an edition before and behind


def check(papers: PaperList, answers: Answers, options: NoOptions) -> Iterator[Finding]:
    seen: set[tuple[str, int, int | None]] = set()  # a heading is spoken of once
    for entry in papers.entries:
        if not entry.venue or not entry.venue.id or not entry.year or claims.several(entry):
            continue
        if venues.held(entry.venue.id, entry.year) is not False or not claims.together(entry):
            continue
        heading = entry.venue.id, entry.year, entry.section
        if "venue" in entry.inherited:
            if heading in seen:
                continue
            seen.add(heading)
        elif claims.date(papers.text, entry):
            continue
        yield _finding(papers, entry, entry.venue.id, entry.year)


def _finding(papers: PaperList, entry: Entry, id: str, year: int) -> Finding:
    inherited = "venue" in entry.inherited
    name = venues.name_of(id) or id
    return found(
        claims.heading(papers, entry) if inherited else claims.place(entry),
        f"{name} wasn't held in {year}{_nearest(id, year)}. Check venue and year.",
        entry=None if inherited else entry,
        key=f"{id}{year}" if inherited else None,
        alike=f"{name} {year}",
    )


def _nearest(id: str, year: int) -> str:
    """ "; the nearest were those of 2021 and 2023", as far as the table knows."""
    before = next((y for y in range(year - 1, year - NEAR, -1) if venues.held(id, y)), None)
    behind = next((y for y in range(year + 1, year + NEAR) if venues.held(id, y)), None)
    near = " and ".join(str(each) for each in (before, behind) if each)
    return f"; the nearest were those of {near}" if near else ""
