"""In which order a section keeps its entries, which of them break it, and where a new one goes.

An order is kept where all but few entries stand in it: the longest run of entries in that order,
others left out, is what counts. It moves nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Container, Sequence
from functools import cache
from typing import Any

from listlint.changes import stood
from listlint.paperlist import Entry, PaperList
from listlint.style.dates import MONTHS
from listlint.values import NamedTuple

KEPT, ENOUGH = 0.95, 8
DISTINCT = 3  # values that differ, lest a section of one year count as sorted
NEWEST_FIRST, NEWEST_LAST, ALPHABET = "newest-first", "newest-last", "alphabet"
ORDERS = (NEWEST_FIRST, NEWEST_LAST, ALPHABET)
Key = Any  # a date as a tuple, a year, a title


class Order(NamedTuple):
    """The order of a section."""

    name: str  # newest-first, newest-last, alphabet
    by: str  # date, year, title
    entries: tuple[int, ...]  # those that have a key, as they stand
    keys: tuple[Key, ...]  # theirs, made so that they rise
    out: tuple[int, ...]  # places in ``entries`` of those that break it

    @property
    def kept(self) -> int:
        return len(self.entries) - len(self.out)


def orders(papers: PaperList) -> dict[int | None, Order]:
    """The order of each section that keeps one."""
    held: defaultdict[int | None, list[Entry]] = defaultdict(list)
    for entry in papers.entries:
        held[entry.section].append(entry)
    pinned = papers.pinned.order if papers.pinned else None
    old = None if pinned or papers.before is None else stood(papers)
    found = {s: _order(entries, papers.text, pinned, old) for s, entries in held.items()}
    return {section: order for section, order in found.items() if order is not None}


def _order(
    entries: Sequence[Entry], text: str, pinned: str | None, old: Container[int] | None
) -> Order | None:
    """The order of a section; after a change that which its ``old`` entries keep."""
    if old is None:
        return order_of(entries, text, pinned)
    learnt = order_of([entry for entry in entries if entry.index in old], text)
    if learnt is None:
        return None
    key = dict(KEYS)[learnt.by]
    keyed = [(entry.index, made) for entry in entries if (made := key(entry, text)) is not None]
    return _kept(keyed, learnt.name, learnt.by, 0.0)


def order_of(entries: Sequence[Entry], text: str, pinned: str | None = None) -> Order | None:
    """The order that these entries keep, the most telling first; or the pinned one."""
    if len(entries) < (2 if pinned else ENOUGH):
        return None
    for by, key in KEYS:
        keyed = [(entry.index, made) for entry in entries if (made := key(entry, text)) is not None]
        if len(keyed) < KEPT * len(entries):
            continue
        names = (ALPHABET,) if by == "title" else (NEWEST_FIRST, NEWEST_LAST)
        if pinned is not None and pinned in names:
            return _kept(keyed, pinned, by, 0.0)
        if pinned or len(keyed) < ENOUGH or len({made for _, made in keyed}) < DISTINCT:
            continue
        for name in names:
            order = _kept(keyed, name, by, KEPT)
            if order is not None:
                return order
    return None


def _kept(keyed: list[tuple[int, Key]], name: str, by: str, share: float) -> Order | None:
    keys = tuple(_rising(key, name) for _, key in keyed)
    run = longest_run(keys)
    if len(run) < share * len(keys):
        return None
    inside = set(run)
    out = tuple(n for n in range(len(keys)) if n not in inside)
    return Order(name, by, tuple(index for index, _ in keyed), keys, out)


def _rising(key: Key, name: str) -> Key:
    """A key that rises down the section, whichever way its order goes."""
    if name != NEWEST_FIRST:
        return key
    return tuple(-n for n in key) if isinstance(key, tuple) else -key


def longest_run(keys: Sequence[Key]) -> list[int]:
    """Places of the longest subsequence that never falls."""
    tails: list[Key] = []
    places: list[int] = []
    before: list[int] = []
    for n, key in enumerate(keys):
        at = bisect_right(tails, key)
        before.append(places[at - 1] if at else -1)
        tails[at:] = [key] if at == len(tails) else [key, *tails[at + 1 :]]
        places[at:] = [n] if at == len(places) else [n, *places[at + 1 :]]
    run: list[int] = []
    n = places[-1] if places else -1
    while n >= 0:
        run.append(n)
        n = before[n]
    return run[::-1]


def due_after(order: Order, out: int) -> int | None:
    """The entry behind which one that breaks the order belongs; None: before all others."""
    broken = set(order.out)
    kept = [n for n in range(len(order.keys)) if n not in broken]
    at = bisect_right([order.keys[n] for n in kept], order.keys[out])
    return order.entries[kept[at - 1]] if at else None


def place(
    papers: PaperList, section: int | None, key: Key, otherwise: str = NEWEST_LAST
) -> int | None:
    """The entry of a section behind which a new one goes; None: before all others.

    ``key`` is what the section is sorted by: a date as (year, month, day), a year, a folded title.
    """
    entries = [entry for entry in papers.entries if entry.section == section]
    order = order_of(entries, papers.text)
    if not entries or (order is None and otherwise == NEWEST_FIRST):
        return None
    if order is None:
        return entries[-1].index
    broken = set(order.out)
    kept = [n for n in range(len(order.keys)) if n not in broken]
    rising = _rising(_fitting(key, order.keys[0]), order.name)
    at = bisect_right([order.keys[n] for n in kept], rising)
    if order.name == NEWEST_FIRST:  # a new one stands before those of its own date
        at = next((i for i, n in enumerate(kept) if order.keys[n] >= rising), len(kept))
    return order.entries[kept[at - 1]] if at else None


def _fitting(key: Key, like: Key) -> Key:
    """A date as a year alone, where the section is sorted by that."""
    return key[0] if isinstance(key, tuple) and not isinstance(like, tuple) else key


def _year(entry: Entry, text: str) -> Key | None:
    return entry.year


def _title(entry: Entry, text: str) -> Key | None:
    return entry.folded or None


def _date(entry: Entry, text: str) -> Key | None:
    """The date that an entry states, the month at least."""
    for piece in entry.pieces:
        if piece.role in ("year", "date", "venue"):
            date = date_of(text[piece.span.start : piece.span.end])
            if date is not None:
                return date
    return None


KEYS = (("date", _date), ("year", _year), ("title", _title))


@cache
def _written() -> re.Pattern[str]:
    month = "|".join(name[:3] for name in MONTHS)
    return re.compile(
        rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)? )?(?P<month>{month})[a-z]*\.?,? ?"
        rf"(?:(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?, )?(?P<year>\d{{4}})"
        r"|(?<!\d)(?P<year2>(?:19|20)\d\d)[./-](?P<month2>\d{1,2})(?:[./-](?P<day3>\d{1,2}))?(?!\d)",
        re.IGNORECASE,
    )


@cache
def date_of(text: str) -> tuple[int, int, int] | None:
    """Year, month and day (0 where unsaid) of a written date."""
    found = _written().search(text)
    if found is None:
        return None
    if found["month"]:
        month = 1 + [m[:3] for m in MONTHS].index(found["month"].capitalize())
        return int(found["year"]), month, int(found["day"] or found["day2"] or 0)
    month = int(found["month2"])
    return (int(found["year2"]), month, int(found["day3"] or 0)) if 0 < month <= 12 else None
