"""An entry moved to another section: the line where that section's order wants it, and the edits.

Pure. Edits are made only where the entry would look at home: shape, indentation and cells alike.
"""

from __future__ import annotations

from typing import Any

from listlint.copies import cut_of
from listlint.finding import SHOWN, SUGGESTED, Edit, Fix, apply
from listlint.paperlist import Entry, PaperList
from listlint.placement.places import Place
from listlint.style.order import date_of, order_of, place

CHANGES = ("sections", "order")


def moved(papers: PaperList, entry: Entry, to: Place) -> Fix:
    """How to move an entry; in words alone where lines can't simply be carried over."""
    stands = [other for other in to.members if other.section == _section(papers, entry, to)]
    return carried(papers, entry, stands, to.title)


def carried(
    papers: PaperList, entry: Entry, stands: list[Entry], to: str, changed: tuple[Edit, ...] = ()
) -> Fix:
    """How to move an entry among those that stand in another section, its own lines changed."""
    title = f"move it to *{to}*"
    if not stands:
        return Fix(title, SHOWN)
    after = place(papers, stands[0].section, _key(papers, entry, stands))
    beside = stands[0] if after is None else papers.entries[after]
    title = (
        f"{title}, {'before' if after is None else 'after'} line {beside.lines[after is not None]}"
    )
    cut = cut_of(papers, entry)
    put = _put(papers, entry, beside, changed, before=after is None) if cut else None
    if cut is None or put is None:
        return Fix(title, SHOWN)
    return Fix(title, SUGGESTED, tuple(sorted((cut, put))), CHANGES)


def _section(papers: PaperList, entry: Entry, to: Place) -> int | None:
    """Of a place that is parted by years the part of the entry's own year."""
    parts = {other.section for other in to.members if other.section is not None}
    if len(parts) == 1:
        return parts.pop()
    year = str(entry.year) if entry.year else None
    named = [each for each in parts if year and year in papers.sections[each].title.split()]
    return named[0] if len(named) == 1 else None


def _key(papers: PaperList, entry: Entry, stands: list[Entry]) -> Any:
    """What the section is sorted by, of this entry; what it lacks stands last."""
    order = order_of(stands, papers.text)
    if order is None or order.by == "title":
        return entry.folded
    if order.by == "date":
        texts = (papers.text[p.span.start : p.span.end] for p in entry.pieces)
        dated = next((date for text in texts if (date := date_of(text))), None)
        return dated or (entry.year or 0, 0, 0)
    return entry.year or 0


def _put(
    papers: PaperList, entry: Entry, beside: Entry, changed: tuple[Edit, ...], *, before: bool
) -> Edit | None:
    """The entry's lines, changed, beside another one, if both look alike."""
    text = papers.text
    start, end = _lines(text, entry)
    first, last = _lines(text, beside)
    if entry.shape != beside.shape or not _alike(text, start, first):
        return None
    inner = (Edit(edit.start - start, edit.end - start, edit.text) for edit in changed)
    lines = apply(text[start:end], inner).rstrip("\n") + "\n"
    if entry.shape == "row" and lines.count("|") != text[first:last].count("|"):
        return None
    apart = "\n" if entry.shape in ("block", "heading") else ""
    if before:
        return Edit(first, first, lines + apart)
    if not text[first:last].endswith("\n"):
        return Edit(last, last, f"\n{apart}{lines}".rstrip("\n"))
    return Edit(last, last, apart + lines)


def _lines(text: str, entry: Entry) -> tuple[int, int]:
    end = text.find("\n", entry.span.end)
    return text.rfind("\n", 0, entry.span.start) + 1, len(text) if end < 0 else end + 1


def _alike(text: str, one: int, other: int) -> bool:
    """Both lines begin with one marker, indented alike; numbers would have to be counted anew."""
    marks = [text[at : at + 12].split("[")[0].split(" ")[0] for at in (one, other)]
    indents = [len(text[at : at + 40]) - len(text[at : at + 40].lstrip(" ")) for at in (one, other)]
    numbered = any(text[at : at + 12].lstrip()[:1].isdigit() for at in (one, other))
    bullets = all(mark in ("-", "*", "+", "") for mark in marks)
    return not numbered and indents[0] == indents[1] and (marks[0] == marks[1] or not bullets)
