"""What an entry says for itself, as reference managers ask for it: no format and no guess in here.

What only a heading states, or nobody, is absent.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from listlint.knowledge import people, titles, venues
from listlint.paperlist import Entry, Link, PaperList
from listlint.values import NamedTuple

JOURNAL, MEETING, PREPRINT = ("journal",), ("conference", "workshop"), ("preprint", "repository")
PARTS = frozenset("workshop workshops wkshp ws w findings finding".split())  # volumes of their own
LONGEST_KEY, DIGEST = 60, 8


class Record(NamedTuple):
    """An entry for a reference manager."""

    key: str  # unique in the whole output, without blanks, braces and the like
    path: str
    line: int
    kind: str  # paper, resource
    title: str
    authors: tuple[str, ...]
    more_authors: bool  # the list names only the first of them
    venue: str | None
    venue_kind: str | None  # journal, meeting, preprint; None: unknown
    track: str | None
    year: int | None
    arxiv: str | None
    doi: str | None
    links: tuple[Link, ...]
    section: tuple[str, ...]

    @property
    def url(self) -> str | None:
        """The paper's own address, else the first one."""
        own = next((link.url for link in self.links if link.kind == "paper"), None)
        return own or next((link.url for link in self.links), None)

    @property
    def volume(self) -> str | None:
        """What the paper appeared in: the venue, or the part of it that is a volume."""
        if self.venue and self.track and not PARTS.isdisjoint(titles.words(self.track)):
            return f"{self.venue} {self.track}"
        return self.venue


def records(lists: Iterable[PaperList]) -> Iterator[Record]:
    """Every entry of the lists."""
    used: dict[str, int] = {}
    for papers in lists:
        for entry in papers.entries:
            yield _record(papers, entry, _unique(key_of(entry), used))


def _record(papers: PaperList, entry: Entry, key: str) -> Record:
    venue = None if "venue" in entry.inherited else entry.venue
    names, more = named(entry.authors)
    return Record(
        key=key,
        path=papers.path,
        line=entry.lines[0],
        kind=entry.kind,
        title=entry.title,
        authors=names,
        more_authors=more,
        venue=venue.name if venue else None,
        venue_kind=_kind(venue.id) if venue else None,
        track=venue.track if venue else None,
        year=None if "year" in entry.inherited else entry.year,
        arxiv=_id(entry, "arxiv"),
        doi=_id(entry, "doi"),
        links=entry.links,
        section=() if entry.section is None else papers.sections[entry.section].path,
    )


def _id(entry: Entry, registry: str) -> str | None:
    ids = (id.partition(":") for id in entry.ids)
    return next((number for name, _, number in ids if name == registry), None)


def _kind(venue: str | None) -> str | None:
    kind = venues.kind_of(venue) if venue else None
    known = {"journal": JOURNAL, "meeting": MEETING, "preprint": PREPRINT}
    return next((name for name, kinds in known.items() if kind in kinds), None)


def named(authors: str | None) -> tuple[tuple[str, ...], bool]:
    """The authors one by one, and whether there are others; what isn't surely a list of names
    stays as it is written."""
    if not authors:
        return (), False
    whole = " ".join(authors.split())
    names = people.people(whole) if people.names(whole) > 0 else ()
    if not names:
        return (whole,), False
    more = bool(_others().search(whole))
    if any(_initials().fullmatch(name) for name in names):  # "Doe, J., Roe, R."
        names = _paired(names) or (whole,)
    return names, more


def _paired(names: tuple[str, ...]) -> tuple[str, ...]:
    """Surnames with the initials that follow them, where all do."""
    pairs = list(zip(names[::2], names[1::2], strict=False))
    right = len(names) % 2 == 0 and all(
        _initials().fullmatch(given) and not _initials().fullmatch(family)
        for family, given in pairs
    )
    return tuple(f"{family}, {given}." for family, given in pairs) if right else ()


@cache
def _initials() -> re.Pattern[str]:
    return re.compile(r"(?:[A-Z]\.?[ -]?){1,4}")


@cache
def _others() -> re.Pattern[str]:
    return re.compile(r"\bet\.?\s*al\b|\band others\b|等", re.IGNORECASE)


# Keys


def key_of(entry: Entry) -> str:
    """A key that stays while the entry stays the same paper: its id, else the words of its title.

    A long title, or one in another script, ends in a digest, so that two of them differ.
    """
    if entry.ids and entry.key == entry.ids[0]:
        return _unfit().sub("-", entry.key)
    words = "-".join(word for word in titles.words(entry.title) if word.isascii())
    plain = words.replace("+", "plus")
    if titles.fold(entry.title).isascii() and 0 < len(plain) <= LONGEST_KEY:
        return plain
    from hashlib import sha256

    digest = sha256((entry.folded or entry.title).encode()).hexdigest()[:DIGEST]
    return f"{plain[:LONGEST_KEY].rstrip('-') or 'entry'}-{digest}"


@cache
def _unfit() -> re.Pattern[str]:
    """What no program takes in a key."""
    return re.compile(r"[^A-Za-z0-9:./_+-]+")


def _unique(key: str, used: dict[str, int]) -> str:
    """The key, numbered where an entry before has it: capitals make no difference."""
    made = key
    while made.lower() in used:
        used[key.lower()] += 1
        made = f"{key}-{used[key.lower()]}"
    used[made.lower()] = 1
    return made
