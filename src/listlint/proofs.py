"""What the links of an entry prove by their addresses alone: venue and year, a preprint's month.

Values only; nothing is judged here and nobody is asked. An address that holds another one proves
nothing, since it is broken or leads on.
"""

from __future__ import annotations

import re
from functools import cache

from listlint.knowledge import venues
from listlint.paperlist import Entry, Link
from listlint.values import NamedTuple

PUBLISHED = ("conference", "journal", "workshop")
FINDINGS, WORKSHOP = "findings", "workshop"
SPREAD = ("vldb",)  # a volume runs from one summer to the next, and is read at the second
FIRST_DAYS = 2000  # numbers of a month that arXiv gives away within its first days
MONTHS = (
    "January February March April May June July August September October November December".split()
)


class Proof(NamedTuple):
    """A venue that an address proves; ``years``: those that it allows, none if it shows none."""

    venue: str
    years: tuple[int, ...]
    track: str | None
    link: Link

    @property
    def said(self) -> str:
        """ "ACL 2021", "Findings of ACL 2021", "a workshop at CVPR 2022"."""
        name = " ".join((venues.name_of(self.venue) or "", *map(str, self.years[-1:])))
        if self.track == FINDINGS:
            return f"Findings of {name}"
        return f"a workshop at {name}" if self.track == WORKSHOP else name


def proofs(entry: Entry) -> tuple[Proof, ...]:
    """What each paper link proves that leads to a proceedings or a journal."""
    return tuple(proof for link in entry.links if (proof := _proof(link)))


def _proof(link: Link) -> Proof | None:
    told = link.address
    if link.kind != "paper" or not told.venue or _holds_another(link.url):
        return None
    if venues.kind_of(told.venue) not in PUBLISHED:
        return None
    return Proof(told.venue, _years(link), told.track, link)


def _years(link: Link) -> tuple[int, ...]:
    told = link.address
    if not told.year or told.soft or not told.venue:
        return ()
    if venues.kind_of(told.venue) == "journal" or venues.held(told.venue, told.year) is False:
        return ()  # printed later than it came out; or printed in another year than it was held
    return (told.year - 1, told.year) if told.venue in SPREAD else (told.year,)


def _holds_another(url: str) -> bool:
    return "://" in url[8:] and "web.archive.org" not in url


# Preprints


class Preprint(NamedTuple):
    """A preprint whose address tells when it was handed in; ``month`` 0: not known."""

    name: str  # "arXiv 2212.00001"
    venue: str
    year: int
    month: int
    link: Link
    eve: bool  # its number is of the first days of January: handed in the year before, maybe

    @property
    def when(self) -> str:
        """ "December 2022"."""
        return f"{MONTHS[self.month - 1]} {self.year}" if self.month else str(self.year)


def preprint(entry: Entry) -> Preprint | None:
    """The one preprint that an entry links; none if it links several."""
    held: dict[str, Link] = {}
    for link in entry.links:
        told = link.address
        if link.kind != "paper" or not told.id or not told.venue or not told.soft:
            continue
        if venues.kind_of(told.venue) == "preprint" and not _holds_another(link.url):
            held.setdefault(told.id, link)
    if len(held) != 1:
        return None
    ((id, link),) = held.items()
    return _numbered(id, link) if id.startswith("arxiv:") else _dated(link)


def _numbered(id: str, link: Link) -> Preprint | None:
    number = id.removeprefix("arxiv:")
    digits = number.rpartition("/")[2]
    if not link.address.year or not digits[:4].isdigit():
        return None
    month, count = int(digits[2:4]), digits[4:].lstrip(".")
    if not 1 <= month <= 12:
        return None
    eve = month == 1 and "." in number and int(count) < FIRST_DAYS
    return Preprint(f"arXiv {number}", "arxiv", link.address.year, month, link, eve)


def _dated(link: Link) -> Preprint | None:
    """``10.1101/2021.10.04.463034``: the day stands in the number."""
    told = link.address
    found = _day().search(told.id or "")
    if not found or not told.venue or not told.year:
        return None
    month = int(found[2])
    if int(found[1]) != told.year or not 1 <= month <= 12:
        return None
    name = f"{venues.name_of(told.venue)} {found[0]}"
    return Preprint(name, told.venue, told.year, month, link, False)


@cache
def _day() -> re.Pattern[str]:
    return re.compile(r"\b(20\d\d)\.(\d\d)\.\d\d\.\d+")
