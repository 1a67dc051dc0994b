"""How a list writes its dates: "26th Feb., 2021", "2021-02", "'21"; the sense of a date is kept.

A date is words of five kinds and what stands between them. May is short and long alike: it tells
nothing about how months are written.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache

from listlint.changes import stood
from listlint.paperlist import PaperList
from listlint.style.fields import Field
from listlint.style.votes import ENOUGH, Habit, Survey, habit
from listlint.values import NamedTuple

MONTHS = (
    "January February March April May June July August September October November December"
).split()
DATED = ("date", "year")
SLIP = "{slip}"  # a month with capitals that no month has
Kind = tuple[str, str]  # the shape, and date or year


class Other(NamedTuple):
    """A date that is written otherwise than the list's others."""

    entry: int  # its index
    field: Field
    habit: Habit
    due: str | None  # how it would be written, if that can be told
    uses: int


@cache
def form(date: str) -> str | None:
    """How a date is written: ``{day}th {mon}., {year}``; None if that says nothing."""
    made = _token().sub(_name, date)
    return None if "{may}" in made or "{?}" in made else made


@cache
def _token() -> re.Pattern[str]:
    return re.compile(r"\d+(?:st|nd|rd|th)?|[^\W\d_]+")


def _name(match: re.Match[str]) -> str:
    """The kind of one word of a date."""
    word = match[0]
    if word.isdigit():
        return "{year}" if len(word) == 4 else "{number}"
    if word[0].isdigit():
        return "{day}"
    low = word.lower()
    if low == "may":
        return "{may}"
    for month in MONTHS:
        if low == month.lower():
            return "{month}" if word == month else SLIP
        if low in (month[:3].lower(), "sept") and month.lower().startswith(low):
            return "{mon}" if word == word.capitalize() else SLIP
    return "{?}"


def learn_dates(papers: PaperList, found: Survey) -> dict[Kind, Habit]:
    """How the list writes dates, and years beside a venue."""
    counts: defaultdict[Kind, Counter[str]] = defaultdict(Counter)
    for _, field, shape, written in _dates(papers, found):
        counts[shape, field.name][written] += 1
    return {kind: habit(held.items()) for kind, held in counts.items()}


def _dates(papers: PaperList, found: Survey) -> Iterator[tuple[int, Field, str, str]]:
    for index, bones in found.skeletons.items():
        for field in bones.fields:
            if field.name in DATED:
                written = form(papers.text[field.start : field.end])
                if written is not None:
                    yield index, field, found.family_of[index][0], written


def other_dates(papers: PaperList, found: Survey, habits: dict[Kind, Habit]) -> Iterator[Other]:
    """Dates that are written otherwise."""
    other = [
        (index, field, written, own)
        for index, field, shape, written in _dates(papers, found)
        if (own := habits.get((shape, field.name))) and own.form != written
        if own.speaks() or SLIP in written
    ]
    old = stood(papers)
    uses = Counter(written for index, _, written, _ in other if index in old)
    for index, field, written, own in other:
        if uses[written] < ENOUGH:
            meant = own.form if own.speaks() else written.replace(SLIP, "{mon}")
            due = rewritten(papers.text[field.start : field.end], meant)
            yield Other(index, field, own, due, uses[written])


def rewritten(date: str, due: str) -> str | None:
    """A date in another form, if it says all that the form asks for, and no more."""
    if date.isdigit() and due in ("{year}", "{number}"):
        return _year(date, short=due == "{number}")
    words = {_sense(_name(m)): m[0] for m in _token().finditer(date)}
    wanted = re.findall(r"\{(\w+)\}", due)
    if sorted(map(_sense, wanted)) != sorted(words) or len(wanted) != len(words):
        return None
    for name in wanted:
        word = words[_sense(name)]
        due = due.replace("{" + name + "}", _month(word, name) if _sense(name) == "m" else word, 1)
    return due


def _year(year: str, *, short: bool) -> str | None:
    """A year with two digits or with four."""
    if short:
        return year[2:] if len(year) == 4 else None
    return f"{19 if year > '60' else 20}{year}" if len(year) == 2 else None


def _sense(name: str) -> str:
    name = name.strip("{}")
    return "m" if name in ("mon", "month", "slip", "may") else name


def _month(word: str, name: str) -> str:
    full = next(m for m in MONTHS if m.lower().startswith(word.lower()[:3]))
    return full if name == "month" else full[:3]
