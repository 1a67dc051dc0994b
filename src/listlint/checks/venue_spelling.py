"""A venue is misspelt, or written in another form than its own name.

What: a known misspelling (`NACCL`) or a letter that only looks right (`NeurlPS` with a small L).
Else a form that isn't the venue's name: `Arxiv`, `Neurips`, `CoRR`. A form that the list uses
throughout is a remark, once for the list; other forms are said where they stand. Capitals all
through, another blank and another word for the venue are said only beside the name itself. A
name that nobody knows is said where it is a known one with two letters swapped that this list
uses often, or nearly the one that the entry's own link proves.

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

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator

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
from listlint.knowledge import venues
from listlint.knowledge.venues import VenueName, fold
from listlint.once import once
from listlint.paperlist import Entry, PaperList, VenueRead
from listlint.rule import NoOptions, found
from listlint.values import NamedTuple

GROUP = "venues"
LEVEL = "error"
THROUGHOUT, FEWEST = 0.8, 8  # a habit: this share of at least so many
SHOWN = 3  # places of a form used throughout: more would be the list over again
BESIDE = 3  # uses of the name itself, and more than half, before a mere variant is said

MISSPELT, CASE, VARIANT, OTHER = "misspelt", "case", "variant", "other"  # than the name itself
SHORTEST, SELDOM = 4, 2  # letters of an unknown name, and its uses, to be taken for a known one


class Written(NamedTuple):
    """A venue where it is written: in an entry, or in a heading for all below it."""

    entry: Entry
    venue: VenueRead
    right: str

    @property
    def span(self) -> Span:
        return self.venue.span


class Held(NamedTuple):
    """The venues that a list states, as it writes them."""

    forms: defaultdict[str, Counter[str]]  # by the venue's id
    wrong: defaultdict[tuple[str, str], list[Written]]  # by id and what is wrong
    unknown: defaultdict[str, list[tuple[Entry, VenueRead]]]


def check(papers: PaperList, answers: Answers, options: NoOptions) -> Iterator[Finding]:
    held = _held(papers)
    model = _held(papers.model)
    for (id, how), places in held.wrong.items():
        yield from _said(papers, places, how, model.forms[id])
    for name, written in held.unknown.items():
        if len(model.unknown[name]) <= SELDOM and len(name) >= SHORTEST and name.isalpha():
            yield from _nearly(papers, name, written, model.forms)


@once
def _held(papers: PaperList) -> Held:
    held = Held(defaultdict(Counter), defaultdict(list), defaultdict(list))
    seen: set[int] = set()  # a heading is read once, not for every entry below it
    for entry in papers.entries:
        venue = entry.venue
        if venue is None or venue.span.start in seen:
            continue
        seen.add(venue.span.start)
        if venue.id is None:
            held.unknown[venue.name].append((entry, venue))
            continue
        held.forms[venue.id][venue.name] += 1
        if venue.form not in ("name", "also", "full", "long", "own", "medium"):
            written = _written(papers, entry, venue)
            if written:
                held.wrong[venue.id, _how(written)].append(written)
    return held


def _nearly(
    papers: PaperList,
    name: str,
    held: list[tuple[Entry, VenueRead]],
    forms: dict[str, Counter[str]],
) -> Iterator[Finding]:
    """A name that nobody knows beside one that the list or the entry's own link vouches for."""
    swapped = _swapped(name, forms)
    for entry, venue in held:
        right = swapped or _proved(name, entry)
        if right and _editable(papers, entry, venue):
            yield _close(papers, Written(entry, venue, right))


def _swapped(name: str, forms: dict[str, Counter[str]]) -> str | None:
    """The known name that this is but for two neighbouring letters, if the list uses it."""
    folded = fold(name)
    for at in range(len(folded) - 1):
        turned = folded[:at] + folded[at + 1] + folded[at] + folded[at + 2 :]
        known = venues.match(turned.upper())
        if known and known.id and turned == fold(known.right) != folded and known.id in forms:
            return known.right
    return None


def _proved(name: str, entry: Entry) -> str | None:
    """The venue that the entry's link proves, if its name is at most two letters away."""
    for link in entry.links:
        right = venues.name_of(link.address.venue) if link.address.venue else None
        if right and right != name and abs(len(right) - len(name)) <= 2:
            from rapidfuzz.distance import OSA

            if 0 < OSA.distance(fold(right), fold(name)) <= (2 if len(right) > SHORTEST else 1):
                return right
    return None


def _said(
    papers: PaperList, places: list[Written], how: str, forms: Counter[str]
) -> Iterator[Finding]:
    """What is said of one venue, at all places where it stands in one kind of wrong form."""
    total = forms.total()
    decided = places[0].venue.id in papers.vocabulary.prefer
    if how == MISSPELT:
        yield from (_misspelt(papers, each) for each in places)
    else:
        usual = "" if decided or how != CASE else _usual(forms)
        held = [each for each in places if each.venue.name == usual]
        if held:
            yield _habit(papers, held, forms[usual], total)
        for each in places:
            if each.venue.name != usual and (
                decided or how == CASE or _beside(forms[each.right], total, how)
            ):
                yield _other_form(papers, each, forms)


def _usual(forms: Counter[str]) -> str:
    """The form that the list uses throughout; nothing if there is none."""
    form, uses = max(forms.items(), key=lambda item: item[1], default=("", 0))
    return form if forms.total() >= FEWEST and uses >= THROUGHOUT * forms.total() else ""


def _beside(so: int, total: int, how: str) -> bool:
    """Whether the list's own habit is the name, so that a variant of it stands out."""
    if how == OTHER:
        return total >= FEWEST and so >= THROUGHOUT * total
    return so >= BESIDE and 2 * so > total


def _how(place: Written) -> str:
    """``Arxiv`` is a case, ``ICLR.``, ``INTERSPEECH`` and ``ACMMM`` are variants, CoRR is other."""
    written, right = place.venue.name, place.right
    if place.venue.form in ("typo", "homoglyph"):
        return MISSPELT
    if fold(written) != fold(right):
        return OTHER
    single = written.isalnum() and right.isalnum() and not written.isupper()
    return CASE if single else VARIANT


def _written(papers: PaperList, entry: Entry, venue: VenueRead) -> Written | None:
    """What ought to stand there, if something else does and it may be touched."""
    name = venues.alike(venue.name) if venue.form == "homoglyph" else None
    name = name or venues.match(venue.name, papers.vocabulary)
    if name is None or name.id != venue.id or not _editable(papers, entry, venue):
        return None
    right = _right(papers, name)
    if right == venue.name or (name.form == "renamed" and fold(right) != fold(venue.name)):
        return None
    if venue.form == "alias" and right in venue.name.split():
        return None  # "arXiv preprint" says arXiv and more
    return Written(entry, venue, right)


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


def _misspelt(papers: PaperList, place: Written) -> Finding:
    name = venues.full_name(place.venue.id or "")
    spelt = f"`{place.venue.name}` should read `{place.right}`"
    said = f"{spelt} ({name})." if name and name != place.right else f"{spelt}."
    return _found(papers, place, said, ERROR)


def _close(papers: PaperList, place: Written) -> Finding:
    spelt, right = place.venue.name, place.right
    said = f"`{spelt}` is no venue that is known here; `{right}` is. Check which was meant."
    return _found(papers, place, said, WARNING, SUGGESTED)


def _other_form(papers: PaperList, place: Written, forms: Counter[str]) -> Finding:
    written, right = place.venue.name, place.right
    said = f"`{written}` is written `{right}`"
    total, so = forms.total(), forms[right]
    said += f", as this list does {so} of {total} times." if so > 1 else "."
    return _found(papers, place, said, WARNING)


def _found(papers: PaperList, place: Written, said: str, level: str, safety: str = SAFE) -> Finding:
    inherited = "venue" in place.entry.inherited
    return found(
        place.span,
        said,
        level=level,
        entry=None if inherited else place.entry,
        key=fold(place.venue.name) if inherited else None,
        alike=f"{place.venue.name} for {place.right}",
        fix=_fix(papers, f"write {place.right}", safety, [place]),
    )


def _fix(papers: PaperList, title: str, safety: str, places: list[Written]) -> Fix:
    """Write the right names; where one stands in a heading, that heading changes."""
    edits = tuple(Edit(*place.span, place.right) for place in places)
    headings = any(_in_heading(papers, place.span) for place in places)
    return Fix(title, safety, edits, ("sections",) if headings else ())


def _in_heading(papers: PaperList, span: Span) -> bool:
    at = bisect_right(papers.sections, span.start, key=lambda section: section.span.start) - 1
    return at >= 0 and span.end <= papers.sections[at].span.end


def _habit(papers: PaperList, places: list[Written], uses: int, total: int) -> Finding:
    """A form that the list uses throughout: said once, at its first places; its fix has them
    all."""
    first = places[0]
    written, right = first.venue.name, first.right
    return found(
        first.span,
        f"This list writes `{written}` ({uses} of {total} times); the name is `{right}`.",
        level=NOTE,
        key=fold(written),
        alike=f"{written} for {right}",
        related=[Related(*p.span, f"`{written}` here") for p in places[1:SHOWN]],
        fix=_fix(papers, f"write {right} everywhere", SUGGESTED, places),
    )
