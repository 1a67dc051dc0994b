"""A preprint or a conference paper is dated otherwise than the number of its preprint allows.

What: an arXiv number tells the month in which a paper was handed in. A line that says arXiv and an
earlier year can't be right (but for the first numbers of a January, handed in on the last days of
the year before); so it is with a year alone, where the paper has no other link. The same month of
another year is a slip too. A later year is a remark: a later version may be meant. A conference
year that lies twelve months or more before the preprint is a warning: some authors are late, but
more often another edition was meant. Journals and workshops are left alone.

Why: readers and references take the year from the list.

```md bad
- Sorting Lists by Smell, arXiv 2021 [[Paper](https://arxiv.org/abs/2212.00017)]
- Counting Umbrellas in the Dark (2022) [[Paper](https://arxiv.org/abs/2302.00018)]
- Folding Maps under Drift, ICML 2019 [[Paper](https://arxiv.org/abs/2205.00019)]
- Mending Kettles from Scratch, arXiv 2023 [[Paper](https://arxiv.org/abs/2212.00020)]
```

```md fixed
- Sorting Lists by Smell, arXiv 2022 [[Paper](https://arxiv.org/abs/2212.00017)]
- Counting Umbrellas in the Dark (2023) [[Paper](https://arxiv.org/abs/2302.00018)]
- Folding Maps under Drift, ICML 2019 [[Paper](https://arxiv.org/abs/2205.00019)]
- Mending Kettles from Scratch, arXiv 2022 [[Paper](https://arxiv.org/abs/2212.00020)]
```

```md good
- Sorting Lists by Smell, arXiv 2022 [[Paper](https://arxiv.org/abs/2301.00017)]
- Counting Umbrellas in the Dark, ICML 2021 [[Paper](https://arxiv.org/abs/2203.00018)]
- Folding Maps under Drift, TPAMI 2019 [[Paper](https://arxiv.org/abs/2205.00019)]
- Mending Kettles from Scratch, ICML 2023 [[Paper](https://arxiv.org/abs/2205.00020)]
```

What the fix changes: the year of a preprint becomes that of its number. It is suggested, since the
link may be the wrong one. Nothing is written for a conference.
"""

from __future__ import annotations

from collections.abc import Iterator

from listlint import claims
from listlint.copies import stated
from listlint.facts import Answers
from listlint.finding import ERROR, NOTE, SUGGESTED, WARNING, Finding, Fix
from listlint.knowledge import venues
from listlint.paperlist import Entry, PaperList
from listlint.proofs import Preprint, preprint
from listlint.rule import NoOptions, found

GROUP = "venues"
LEVEL = "error"
LATE = 12  # months between the end of a conference's year and a preprint that is said to be of it


def check(papers: PaperList, answers: Answers, options: NoOptions) -> Iterator[Finding]:
    for entry in papers.entries:
        linked = preprint(entry) if entry.kind == "paper" and entry.year else None
        if linked and (finding := _judged(papers, entry, linked)):
            yield finding


def _judged(papers: PaperList, entry: Entry, linked: Preprint) -> Finding | None:
    if entry.venue is None and "year" in entry.inherited:
        return None
    year = entry.year or 0
    date = claims.date(papers.text, entry)
    before = year < linked.year - (linked.eve and (date is None or date.month == 12))
    level = None
    if _says_preprint(entry, linked):
        level = ERROR if before else NOTE if year > linked.year else None
    elif entry.venue is None and _is_alone(entry):
        level = (WARNING if date is None else NOTE) if before else None
    elif date is None and _is_conference(entry) and claims.together(entry):
        late = 12 * (linked.year - year - 1) + linked.month
        level = WARNING if late >= LATE else None
    if level != ERROR and date and _other_year(entry, linked, date):
        level = WARNING
    return None if level is None else _finding(papers, entry, linked, level)


def _is_alone(entry: Entry) -> bool:
    return len({link.id or link.url for link in entry.links if link.kind == "paper"}) == 1


def _other_year(entry: Entry, linked: Preprint, date: claims.Date) -> bool:
    """The same month in another year; with a venue the day must show that it is no conference's."""
    if entry.year == linked.year or date.month != linked.month:
        return False
    return date.day or entry.venue is None or _says_preprint(entry, linked)


def _says_preprint(entry: Entry, linked: Preprint) -> bool:
    return entry.venue is not None and entry.venue.id == linked.venue


def _is_conference(entry: Entry) -> bool:
    venue = entry.venue
    if venue is None or venue.id is None or claims.several(entry) or claims.track(entry):
        return False
    if claims.is_beside(entry):
        return False
    return venues.kind_of(venue.id) == "conference"


def _finding(papers: PaperList, entry: Entry, linked: Preprint, level: str) -> Finding:
    conference = _is_conference(entry) and not claims.date(papers.text, entry)
    own = claims.year_span(entry)
    says = "the line says" if own else "it stands under a heading that says"
    said = stated(entry) if conference or not own else str(entry.year)
    before = (entry.year or 0) < linked.year
    advice = ""
    if level == WARNING:
        advice = " Check the year and the link."
    elif level == NOTE:
        other = "an earlier release" if before else "a later version"
        advice = f" If {other} isn't meant, the year is that of the number."
    place = own or linked.link.dest or linked.link.span
    return found(
        place,
        f"{linked.name} is from {linked.when}; {says} {said}.{advice}",
        level=level,
        entry=entry,
        alike="conference" if conference else "before" if before else "after",
        related=claims.apart(papers, place[0], linked.link),
        fix=None if conference else _fix(papers, entry, linked),
    )


def _fix(papers: PaperList, entry: Entry, linked: Preprint) -> Fix | None:
    edit = claims.year_edit(papers, entry, linked.year)
    if edit is None:
        return None
    return Fix(f"write {claims.with_edit(papers, entry, edit)}", SUGGESTED, (edit,), ("entries",))
