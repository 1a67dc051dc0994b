"""Another venue and year written into an entry, in the form in which its list states them.

Pure: the words come from the caller. Every place of the year changes with it but dates, which tell
when something came out, and images other than the one that states the venue. Where the list shows
no form for what is to be written, there is no edit.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from listlint import claims
from listlint.finding import Edit, Span
from listlint.inserting import inserted
from listlint.knowledge import venues
from listlint.once import once
from listlint.paperlist import Entry, PaperList, Piece
from listlint.proofs import FINDINGS, PUBLISHED
from listlint.values import NamedTuple

ENOUGH, SHARE = 3, 0.5  # entries, and of how many, that show a form
LONG = ("full", "long")
APART = ("", " ", ", ", " '", "'", "-", ",", "_")  # between a venue and the year that belongs to it


class Stated(NamedTuple):
    """What is to be written."""

    venue: str  # id
    year: int
    track: str = ""  # findings


class Pair(NamedTuple):
    """How a list writes venue and year together: what stands between, a mark, how many digits."""

    between: str
    mark: str
    digits: int

    def text(self, name: str, year: int) -> str:
        shown = f"{year % 100:02}" if self.digits == 2 else str(year)
        return f"{name}{self.between}{self.mark}{shown}"


USUAL = Pair(" ", "", 4)


def restated(papers: PaperList, entry: Entry, to: Stated) -> tuple[Edit, ...]:
    """The edits that make an entry state a venue and a year; none where there is no way to tell."""
    span = claims.venue_span(entry)
    if span is None:
        if entry.venue is not None:
            return ()  # a heading states it
        pair = pair_of(papers, entry.section) or USUAL
        return inserted(papers, entry, name_of(papers, to), pair.text("", to.year))
    piece = next((p for p in entry.pieces if p.span.start <= span.start < p.span.end), None)
    if piece is None or papers.text[slice(*span)] != _written(entry):
        return ()
    return tuple(sorted(_in_place(papers, entry, piece, span, to)))


def name_of(papers: PaperList, to: Stated) -> str:
    """The venue as this list calls it, with its track."""
    forms = _names(papers.model)
    names = forms.get(to.venue)
    if to.venue in papers.vocabulary.prefer:
        name = papers.vocabulary.prefer[to.venue]
    elif names:
        name = names.most_common(1)[0][0]
    else:
        name = venues.name_of(to.venue) or to.venue
        if _writes_long(papers.model):
            name = venues.full_name(to.venue) or name
    return name


def _written(entry: Entry) -> str:
    return entry.venue.name if entry.venue else ""


@once
def _names(papers: PaperList) -> dict[str, Counter[str]]:
    """How often which right name of a venue stands in a list."""
    held: dict[str, Counter[str]] = {}
    for entry in papers.entries:
        venue = entry.venue
        if venue and venue.id and venue.form in ("name", "also", *LONG, "prefer"):
            held.setdefault(venue.id, Counter())[venue.name] += 1
    return held


@once
def _writes_long(papers: PaperList) -> bool:
    """Whether venues are called by their official names throughout."""
    forms = [e.venue.form for e in papers.entries if e.venue and _is_published(e)]
    long = sum(form in LONG for form in forms)
    return len(forms) >= 8 and long >= 0.8 * len(forms)


def _is_published(entry: Entry) -> bool:
    return bool(entry.venue and entry.venue.id and venues.kind_of(entry.venue.id) in PUBLISHED)


# Venue and year that stand in the entry


def _in_place(
    papers: PaperList, entry: Entry, piece: Piece, span: Span, to: Stated
) -> Iterator[Edit]:
    text, name = papers.text, name_of(papers, to)
    track = " Findings" if to.track == FINDINGS else ""
    own = claims.year_span(entry)
    inside = own is not None and piece.span.start <= own.start < piece.span.end
    image = text[piece.span.start] in "!<"
    if not _only(text, piece, span, own if inside else None) and not image:
        pair = pair_of(papers, entry.section) or USUAL
        told = pair.text(name, to.year) if inside or own is None else name
        yield Edit(*piece.span, f"{told}{track}")
        yield from _other_years(papers, entry, to.year, (piece.span,))
        return
    if image and (not name.isalnum() or track):
        return
    near = inside and own is not None and text[span.end : own.start] in APART
    yield Edit(*span, name if near or not track else f"{name}{track}")
    if track and near and own is not None:
        yield Edit(own.end, own.end, track)
    if own is not None and not claims.date(text, entry):
        edit = claims.year_edit(papers, entry, to.year)
        if edit is not None and edit.text != text[own.start : own.end]:
            yield edit
    elif own is None and entry.year is None and (beside := pair_of(papers, entry.section)):
        yield Edit(span.end, span.end, beside.text("", to.year))
    yield from _other_years(papers, entry, to.year, (span, *((own,) if own else ())))


def _only(text: str, piece: Piece, span: Span, own: Span | None) -> bool:
    """Whether the piece says no more than the venue and its year."""
    rest = text[piece.span.start : piece.span.end]
    for part in sorted((span, *((own,) if own else ())), reverse=True):
        rest = rest[: part.start - piece.span.start] + rest[part.end - piece.span.start :]
    return not any(c.isalnum() for c in rest)


def _other_years(
    papers: PaperList, entry: Entry, year: int, done: tuple[Span, ...]
) -> Iterator[Edit]:
    """The year where it stands once more by itself."""
    for piece in entry.pieces:
        start, end = piece.span
        if piece.role != "year" or any(d.start < end and start < d.end for d in done):
            continue
        if papers.text[start:end] == str(entry.year) != str(year):
            yield Edit(start, end, str(year))


# How a list writes venue and year


def pair_of(papers: PaperList, section: int | None) -> Pair | None:
    """How venue and year stand together: in the section, else in the list."""
    pairs = _pairs(papers.base)
    own = Counter({pair: n for (where, pair), n in pairs.items() if where == section})
    every: Counter[Pair] = Counter()
    for (_, pair), n in _pairs(papers.model).items():
        every[pair] += n
    for counts in (own, every):
        if counts.total() >= ENOUGH:
            most, times = counts.most_common(1)[0]
            if times >= SHARE * counts.total():
                return most
    return None


@once
def _pairs(papers: PaperList) -> Counter[tuple[int | None, Pair]]:
    counts: Counter[tuple[int | None, Pair]] = Counter()
    for entry in papers.entries:
        span, year = claims.venue_span(entry), claims.year_span(entry)
        if span and year and _is_published(entry) and span.end <= year.start <= span.end + 4:
            written = papers.text[year.start : year.end]
            digits = written.lstrip("'’")
            between = papers.text[span.end : year.start]
            if digits.isdigit() and "|" not in between and "\n" not in between:
                mark = written[: len(written) - len(digits)]
                counts[entry.section, Pair(between, mark, len(digits))] += 1
    return counts
