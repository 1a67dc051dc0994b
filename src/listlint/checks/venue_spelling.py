"""A venue is misspelt, or written in another form than its own name.

What: a known misspelling (`NACCL`) or a letter that only looks right (`NeurlPS` with a small L).
Else a form that isn't the venue's name: `Arxiv`, `Neurips`, `CoRR`. A form that the list uses
throughout is a remark, once for the list; other forms are said where they stand.

Why: a misspelt venue is found by no search, and two spellings in one list look like two venues.

```md bad
- Sorting Lists by Smell, NeurlPS 2023 [[Paper](https://arxiv.org/abs/2301.00017)]
- Counting Umbrellas in the Dark, NeurIPS 2023 [[Paper](https://arxiv.org/abs/2301.00018)]
- Folding Maps under Drift, Arxiv 2023 [[Paper](https://arxiv.org/abs/2301.00019)]
```

```md fixed
- Sorting Lists by Smell, NeurIPS 2023 [[Paper](https://arxiv.org/abs/2301.00017)]
- Counting Umbrellas in the Dark, NeurIPS 2023 [[Paper](https://arxiv.org/abs/2301.00018)]
- Folding Maps under Drift, arXiv 2023 [[Paper](https://arxiv.org/abs/2301.00019)]
```

Accepted variants, long names and venues held jointly are right, and so are words that are no
venue's name:

```md good
- Sorting Lists by Smell, IEEE S&P 2023 [[Paper](https://arxiv.org/abs/2301.00017)]
- Counting Umbrellas in the Dark, ACL-IJCNLP 2021 [[Paper](https://arxiv.org/abs/2105.00018)]
- Folding Maps under Drift, Preprint 2023 [[Paper](https://arxiv.org/abs/2301.00019)]
- Mending Arxiv Kettles, ICLR 2024 [[Paper](https://openreview.net/forum?id=aBcDeFgHiJ)]
```

What the fix changes: the venue's own letters; year, track, marks, addresses, code and titles stay.
It is safe, but suggested where the list uses the form throughout.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from listlint.facts import Answers
from listlint.finding import (
    ERROR,
    NOTE,
    SAFE,
    SUGGESTED,
    WARNING,
    Edit,
    Finding,
    Fix,
    Related,
    Span,
)
from listlint.knowledge import venue_names
from listlint.knowledge.venue_names import VenueName
from listlint.knowledge.venue_spelling import fold
from listlint.paperlist import Entry, PaperList, VenueRead
from listlint.rule import NoOptions, found

GROUP = "venues"
LEVEL = "error"
MISSPELT = ("typo", "homoglyph")
THROUGHOUT, FEWEST = 0.8, 8  # a habit: this share of at least so many


class Written(NamedTuple):
    """A venue where it is written: in an entry, or in a heading for all below it."""

    entry: Entry
    venue: VenueRead
    right: str
    misspelt: bool

    @property
    def span(self) -> Span:
        return self.venue.span


def check(papers: PaperList, answers: Answers, options: NoOptions) -> Iterator[Finding]:
    forms: defaultdict[str, Counter[str]] = defaultdict(Counter)
    wrong: defaultdict[tuple[str, str], list[Written]] = defaultdict(list)
    seen: set[int] = set()  # a heading is read once, not for every entry below it
    for entry in papers.entries:
        venue = entry.venue
        if venue is None or venue.id is None or venue.span.start in seen:
            continue
        seen.add(venue.span.start)
        forms[venue.id][venue.name] += 1
        if venue.form not in ("name", "also", "full", "long", "own", "medium"):
            written = _written(papers, entry, venue)
            if written:
                wrong[venue.id, venue.name].append(written)
    for (id, name), places in wrong.items():
        if places[0].misspelt:
            yield from (_misspelt(papers, each) for each in places)
        elif _throughout(forms[id], name):
            yield _habit(papers, places)
        else:
            yield from (_other_form(papers, each, forms[id]) for each in places)


def _written(papers: PaperList, entry: Entry, venue: VenueRead) -> Written | None:
    """What ought to stand there, if something else does and it may be touched."""
    name = venue_names.alike(venue.name) if venue.form == "homoglyph" else None
    name = name or venue_names.match(venue.name, papers.vocabulary)
    if name is None or name.id != venue.id or not _editable(papers, entry, venue):
        return None
    right = _right(papers, name)
    if right == venue.name or (name.form == "renamed" and fold(right) != fold(venue.name)):
        return None
    return Written(entry, venue, right, venue.form in MISSPELT)


def _right(papers: PaperList, name: VenueName) -> str:
    if name.form in ("renamed", "workshop") or name.id is None:
        return name.right
    return papers.vocabulary.prefer.get(name.id, name.right)


def _editable(papers: PaperList, entry: Entry, venue: VenueRead) -> bool:
    """Whether the letters stand there as they are read: not in an address, in code or a title."""
    start, end = venue.span
    if papers.text[start:end] != venue.name:
        return False
    if entry.title_span.start <= start < entry.title_span.end and not entry.inherited:
        return False
    for link in entry.links:
        if link.dest and link.dest.start <= start < link.dest.end:
            return False
    return not any(
        piece.role == "badge" or "`" in piece.marks
        for piece in entry.pieces
        if piece.span.start <= start < piece.span.end
    )


def _throughout(forms: Counter[str], name: str) -> bool:
    total = forms.total()
    return total >= FEWEST and forms[name] >= THROUGHOUT * total


def _misspelt(papers: PaperList, place: Written) -> Finding:
    name = venue_names.full_name(place.venue.id or "")
    spelt = f"`{place.venue.name}` should read `{place.right}`"
    said = f"{spelt} ({name})." if name and name != place.right else f"{spelt}."
    return _found(place, said, ERROR)


def _other_form(papers: PaperList, place: Written, forms: Counter[str]) -> Finding:
    written, right = place.venue.name, place.right
    said = f"`{written}` is written `{right}`"
    total, so = forms.total(), forms[right]
    said += f", as this list does {so} of {total} times." if so > 1 else "."
    return _found(place, said, WARNING)


def _found(place: Written, said: str, level: str) -> Finding:
    inherited = "venue" in place.entry.inherited
    return found(
        place.span,
        said,
        level=level,
        entry=None if inherited else place.entry,
        key=fold(place.venue.name) if inherited else None,
        alike=f"{place.venue.name} for {place.right}",
        fix=Fix(f"write {place.right}", SAFE, (Edit(*place.span, place.right),)),
    )


def _habit(papers: PaperList, places: list[Written]) -> Finding:
    """A form that the list uses throughout: said once, at its first place."""
    first, right = places[0], places[0].right
    written = first.venue.name
    edits = tuple(Edit(*place.span, right) for place in places)
    return found(
        first.span,
        f"This list writes `{written}` ({len(places)} times); the name is `{right}`.",
        level=NOTE,
        key=fold(written),
        alike=f"{written} for {right}",
        related=[Related(*place.span, f"`{written}` here too") for place in places[1:]],
        fix=Fix(f"write {right} everywhere", SUGGESTED, edits),
    )
