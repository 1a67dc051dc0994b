"""An entry as fields and the gaps between them: what house style is made of. It judges nothing.

``- Title, <ins>Venue, 2020</ins> [[Paper](url)]`` is the fields title, venue, year, link and the
gaps ``- ``, ``, <ins>``, ``, ``, ``</ins> ``. A link is one field, brackets around it included,
unless other fields stand in its label: then its address is a field of its own.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from listlint.finding import Span
from listlint.paperlist import Entry, Link, Piece
from listlint.values import NamedTuple

MAIN = ("title", "authors", "venue", "year")
PAIRED = {"[": "]", "(": ")"}
QUOTES = {'"': '"', "“": "”", "「": "」", "《": "》"}
JOINTS = frozenset(" ,;&·")  # between names
SENTENCES = frozenset(" ,;:.&/+-–—·\n")  # between the pieces of one text


class Field(NamedTuple):
    """One field of an entry, with its place in the text.

    Names: title, authors, venue, year, date, number, link, address, badge, text; and what stands
    between those: track (beside a venue), mark (emoji).
    """

    name: str
    start: int
    end: int
    link: int | None = None  # of a link or an address: which of the entry's links


class Skeleton(NamedTuple):
    """An entry's fields in the order of the text; ``gaps`` has one more than ``fields``."""

    fields: tuple[Field, ...]
    gaps: tuple[str, ...]

    def place(self, at: int, entry: Entry) -> tuple[int, int]:
        """Where gap ``at`` stands in the text."""
        start = self.fields[at - 1].end if at else entry.span.start
        return start, start + len(self.gaps[at])


def skeleton(entry: Entry, text: str) -> Skeleton:
    """The fields of an entry and what stands between them."""
    return between(_apart(_fields(entry, text), text), entry, text)


def between(fields: list[Field], entry: Entry, text: str) -> Skeleton:
    """Fields in the order of the text, with the gaps around them."""
    gaps = []
    at = entry.span.start
    for field in fields:
        gaps.append(text[at : field.start])
        at = field.end
    gaps.append(text[at : entry.span.end].rstrip())
    return Skeleton(tuple(fields), tuple(gaps))


def _fields(entry: Entry, text: str) -> list[Field]:
    """Every field; of two that overlap the one made first is meant."""
    found = [Field("title", *_unquoted(text, entry.title_span))]
    start = entry.span.start
    if text[start].isdigit() and (number := _number().match(text, start)):
        found.append(Field("number", start, number.end()))
    badges = [
        p.span
        for p in entry.pieces
        if p.link is None and text[p.span.start] in "!<" and _image(text, p)
    ]
    found += (Field("badge", *span) for span in badges)
    if entry.authors_span:
        start, end = _all_names(entry, text)
        found.append(Field("authors", start, end + _own_sign(text, start, end, names=True)))
    if entry.venue and "venue" not in entry.inherited:
        start, end = entry.venue.span
        found.append(Field("venue", start, end + _own_sign(text, start, end)))
    if entry.year_span:
        found.append(Field(*_whole_date(entry, text)))
    main = [field for field in found if field.name in MAIN]
    found += (_link(number, link, main, text) for number, link in enumerate(entry.links))
    for piece in entry.pieces:
        if piece.link is None and piece.role != "title":
            found.append(Field(_name(piece), *piece.span))
    return found


def _unquoted(text: str, title: Span) -> Span:
    """A title without the quotation marks that it stands in; ``"A" and "B"`` stands in none."""
    start, end = title
    if end - start < 3 or text[start] not in QUOTES or text[end - 1] != QUOTES[text[start]]:
        return title
    inner = text.find(text[end - 1], start + 1, end - 1)
    if inner >= 0 and not text[inner - 1].isspace():
        return title
    return Span(start + 1, end - 1)


def _own_sign(text: str, start: int, end: int, *, names: bool = False) -> int:
    """1 if the sign behind a field is its own: "et al.", "J. Chem. Soc.", "Nature (Berl.)"."""
    sign = text[end : end + 1]
    if sign == ")":
        return int(text.count("(", start, end) > text.count(")", start, end))
    if sign != ".":
        return 0
    said = text[start:end]
    if names:
        return int(said.endswith(("et al", "et. al")))
    last = said.rpartition(" ")[2]
    return int(last != said and last[1:].islower())


@cache
def _number() -> re.Pattern[str]:
    return re.compile(r"\d{1,5}(?=[.)])")


def _image(text: str, piece: Piece) -> bool:
    start = piece.span.start
    return text[start] in "!<" and text.startswith(("![", "<img"), start)


def _name(piece: Piece) -> str:
    if piece.role in ("badge", "date"):
        return piece.role
    if piece.role == "year":
        return "date"
    return "number" if piece.text.strip("[]().# ").isdigit() else "text"


def _all_names(entry: Entry, text: str) -> tuple[int, int]:
    """The authors with what stands behind them in the same enumeration, names or not."""
    assert entry.authors_span is not None
    start, end = entry.authors_span
    marks = None
    for piece in entry.pieces:
        if piece.span.start < end <= piece.span.end:
            marks = piece.marks
        elif piece.span.start >= end:
            joint = text[end : piece.span.start]
            if piece.role not in ("authors", "text") or piece.marks != marks:
                break
            if not joint or not JOINTS.issuperset(joint):
                break
            end = piece.span.end
    return start, end


def _whole_date(entry: Entry, text: str) -> tuple[str, int, int]:
    """The year with the month, the day or the number that stands beside it; a month without a
    venue is a date."""
    assert entry.year_span is not None
    start, end = entry.year_span
    for piece in entry.pieces:
        if piece.span.start <= start and end <= piece.span.end:
            if piece.role == "year":
                return "date" if piece.span.end - piece.span.start > 4 else "year", *piece.span
            floor = piece.span.start
            if entry.venue and floor <= entry.venue.span.start < start:
                floor = entry.venue.span.end
            if start - floor > 4 and (month := _month().search(text, floor, start)):
                start = month.start()
            if end < piece.span.end and text[end] in ".-/,":
                start, end = start, _behind(text, end, piece.span.end)
            break
    return "year", start, end


def _behind(text: str, end: int, stop: int) -> int:
    """The end of a number that goes on: "2024" of "2024.01", of "2022.03.11.484043"."""
    more = _digits().match(text, end, stop)
    return more.end() if more else end


@cache
def _digits() -> re.Pattern[str]:
    return re.compile(r"(?:[.,/-]\d{1,8}(?!\d))+")


@cache
def _month() -> re.Pattern[str]:
    names = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
    return re.compile(rf"(?:\d{{1,2}}(?:st|nd|rd|th)? )?(?:{names})[a-z]*\.?,? ?\d{{0,2}},? ?$")


def _link(number: int, link: Link, main: list[Field], text: str) -> Field:
    """A link as one field, or only its address where a field stands in its label."""
    start, end = link.span
    if link.dest and any(start < field.start and field.end <= end for field in main):
        return Field("address", *link.dest, number)
    while start and end < len(text) and PAIRED.get(text[start - 1]) == text[end]:
        start, end = start - 1, end + 1
    if text.startswith(("[![", "[<img"), start):
        return Field("badge", start, end, number)
    return Field("link", start, end, number)


def _apart(fields: list[Field], text: str) -> list[Field]:
    """Fields in order, none over another; texts that only commas or full stops part are one."""
    kept: list[Field] = []  # in the order of the text at any time: an entry may have thousands
    for field in fields:
        at = bisect_left(kept, field.start, key=_start)
        before, behind = kept[at - 1 : at], kept[at : at + 1]
        free = not (before and before[0].end > field.start)
        if field.end > field.start and free and not (behind and behind[0].start < field.end):
            kept.insert(at, field)
    return _joined(kept, text) if sum(f.name == "text" for f in kept) > 1 else kept


def _joined(fields: list[Field], text: str) -> list[Field]:
    out: list[Field] = []
    for field in fields:
        last = out[-1] if out else None
        if last and last.name == field.name == "text":
            joint = text[last.end : field.start]
            if "\n\n" not in joint and SENTENCES.issuperset(joint):
                out[-1] = last._replace(end=field.end)
                continue
        out.append(field)
    return out


def _start(field: Field) -> int:
    return field.start


def link_form(field: Field, link: Link, text: str) -> str:
    """How a link is written: its text with {label} and ({url}) where these stand; what follows
    a label counts as ({url}) too if it names a reference."""
    start, end = field.start, field.end
    inner, dest = link.inner, link.dest
    if inner is None or dest == inner or not link.label:
        return _with_url(text, start, end, dest)
    at = text.find(link.label, *inner)
    if at < 0 or (dest is None and text[inner.end : inner.end + 2] != "]["):
        return _with_url(text, start, end, dest)
    behind = at + len(link.label)
    if text[start] == "<":
        assert dest is not None
        before, after = text[start : dest[0]], text[dest[1] : at]
        return f"{before}{{url}}{after}{{label}}{text[behind:end]}"
    tail = link.span.end
    return f"{text[start:at]}{{label}}{text[behind : inner.end + 1]}({{url}}){text[tail:end]}"


def _with_url(text: str, start: int, end: int, dest: Span | None) -> str:
    if dest is None:
        return text[start:end]
    return f"{text[start : dest.start]}{{url}}{text[dest.end : end]}"


def link_text(form: str, link: Link, text: str) -> str:
    """The link written in another form; its label and all that follows it stay."""
    assert link.inner is not None
    tail = text[link.inner.end + 1 : link.span.end]
    return form.replace("({url})", tail).replace("{label}", link.label)
