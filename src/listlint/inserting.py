"""A venue put into an entry that states none, at the place where its list states it.

Pure. Entries of one shape show the place: between which fields, and with what around it; where they
don't agree, or the entry has something else there, nothing is put in.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from listlint import claims
from listlint.finding import Edit
from listlint.knowledge import venues
from listlint.linking import NOTHING
from listlint.paperlist import Entry, PaperList
from listlint.proofs import PUBLISHED
from listlint.style import style_of
from listlint.style.fields import Skeleton
from listlint.values import NamedTuple

ENOUGH = 3  # entries that show a way
END = "end"


class Way(NamedTuple):
    """The fields around a venue, with what parts them: before it, behind it, behind its year."""

    before: str
    behind: str
    first: str
    second: str
    third: str


def inserted(papers: PaperList, entry: Entry, name: str, dated: str) -> tuple[Edit, ...]:
    """The edits that put a venue in; ``dated``: its year, with what stands before it there."""
    model = style_of(papers).model
    alike = [
        each
        for each in model.papers.entries
        if each.shape == entry.shape
        and claims.venue_span(each)
        and each.venue
        and each.venue.id
        and venues.kind_of(each.venue.id) in PUBLISHED
    ]
    if entry.shape == "row":
        return _in_row(papers, model.papers, entry, alike, name, dated)
    bones = style_of(papers).survey.skeletons.get(entry.index)
    held = model.survey.skeletons
    ways = Counter(way for each in alike if (way := _way(held.get(each.index))))
    fitting = ((times, way) for way, times in ways.items() if times >= ENOUGH)
    for _, way in sorted(fitting, reverse=True):
        edit = _by(way, entry, bones, (name, dated), papers.text) if bones else None
        if edit is not None:
            return (edit, *_new_year(papers, entry, dated))
    return ()


def _new_year(papers: PaperList, entry: Entry, dated: str) -> tuple[Edit, ...]:
    digits = "".join(c for c in dated if c.isdigit())
    year = int(digits) if len(digits) == 4 else 2000 + int(digits)
    edit = claims.year_edit(papers, entry, year)
    return (edit,) if edit and edit.text != papers.text[edit.start : edit.end] else ()


def _way(bones: Skeleton | None) -> Way | None:
    """How one entry states venue and year, the year behind the venue."""
    if bones is None:
        return None
    names = [field.name for field in bones.fields]
    at = names.index("venue") if "venue" in names else 0
    if not at or names[at + 1 : at + 2] != ["year"]:
        return None
    behind = names[at + 2] if at + 2 < len(names) else END
    return Way(names[at - 1], behind, *bones.gaps[at : at + 3])


def _by(way: Way, entry: Entry, bones: Skeleton, told: tuple[str, str], text: str) -> Edit | None:
    """The venue before the entry's own year, or venue and year between two fields."""
    name, dated = told
    names = [*(field.name for field in bones.fields), END]
    for at, pair in enumerate(pairwise(names), 1):
        start, end = bones.place(at, entry)
        gap = text[start:end]
        if pair == (way.before, "year") and gap == way.first:
            return Edit(end, end, f"{name}{way.second}")
        if pair == (way.before, way.behind) and not any(c.isalnum() for c in gap):
            return (
                None
                if "year" in names
                else Edit(start, end, f"{way.first}{name}{dated}{way.third}")
            )
    return None


def _in_row(
    papers: PaperList, model: PaperList, entry: Entry, alike: list[Entry], name: str, dated: str
) -> tuple[Edit, ...]:
    """The empty cell in which rows of the same section have their venue."""
    cells = Counter(
        _bars(model.text, each, span.start)
        for each in alike
        if each.section == entry.section and (span := claims.venue_span(each))
    )
    if not cells or cells.most_common(1)[0][1] < ENOUGH:
        return ()
    at = papers.text.rfind("\n", 0, entry.span.start) + 1
    for _ in range(cells.most_common(1)[0][0]):
        at = papers.text.find("|", at) + 1
        if not at:
            return ()
    close = papers.text.find("|", at)
    if close < 0 or papers.text[at:close].strip() not in NOTHING:
        return ()
    told = name if claims.year_span(entry) else f"{name}{dated}"
    return (Edit(at, close, f" {told} "), *_new_year(papers, entry, dated))


def _bars(text: str, entry: Entry, at: int) -> int:
    return text.count("|", text.rfind("\n", 0, entry.span.start) + 1, at)
