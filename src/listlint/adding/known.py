"""Whether a list has a paper already, and what could be updated where it stands. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from listlint.adding.wanted import Wanted, venue_id
from listlint.knowledge import titles, venues
from listlint.near import like
from listlint.paperlist import Entry, PaperList
from listlint.values import NamedTuple

SHORTEST = 12  # letters of a title that names one paper


class Listed(NamedTuple):
    """The entry that is the paper, why, and what it could say besides."""

    entry: Entry
    why: str  # same link, same title, nearly the same title
    updates: tuple[str, ...]


def listed(papers: PaperList, wanted: Wanted) -> Listed | None:
    """The paper's entry, if there is one."""
    found = _found(papers, wanted)
    return None if found is None else Listed(*found, tuple(_updates(found[0], wanted)))


def _found(papers: PaperList, wanted: Wanted) -> tuple[Entry, str] | None:
    ids = set(wanted.ids)
    folded = wanted.folded
    for entry in papers.entries:
        if ids and not ids.isdisjoint(entry.ids):
            return entry, "same link"
    urls = {link.url for link in wanted.links if link.kind in ("paper", "code", "data", "model")}
    for entry in papers.entries:
        if folded and entry.folded == folded and (len(folded) >= SHORTEST or _shares(entry, urls)):
            return entry, "same title"
    if not wanted.title:
        return None
    nearly = like(papers, pseudo(papers, wanted)) if papers.entries else None
    return None if nearly is None else (nearly, "nearly the same title")


def _shares(entry: Entry, urls: set[str]) -> bool:
    return any(link.url in urls for link in entry.links)


def pseudo(papers: PaperList, wanted: Wanted) -> Entry:
    """The paper as an entry, for comparing it with entries."""
    return papers.entries[0]._replace(
        index=-1,
        kind=wanted.kind,
        title=wanted.title,
        folded=wanted.folded,
        key=wanted.ids[0] if wanted.ids else wanted.folded,
        authors=", ".join(wanted.authors) or None,
        venue=None,
        year=wanted.year,
        ids=wanted.ids,
        inherited=(),
        links=(),
    )


def _updates(entry: Entry, wanted: Wanted) -> Iterator[str]:
    """What is known and the entry doesn't say."""
    if wanted.published and not _is_published(entry):
        known = venue_id(wanted.venue)
        name = (venues.name_of(known) if known else None) or wanted.venue
        year = f" {wanted.year}" if wanted.year else ""
        yield f"it appeared at {name}{year}"
    kinds = {link.kind for link in entry.links}
    for kind, word in (("code", "its code"), ("data", "its data")):
        link = next((link for link in wanted.links if link.kind == kind), None)
        if link is not None and kind not in kinds:
            yield f"{word} is {link.url}"
    if wanted.title and titles.fold(entry.title) != wanted.folded:
        yield f"it is called {wanted.title!r}"


def _is_published(entry: Entry) -> bool:
    venue = entry.venue
    if venue is None:
        return False
    kind = venues.kind_of(venue.id) if venue.id else None
    return kind not in ("preprint", "repository")
