"""What is known of a paper that is to stand in a list: values only."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from listlint.knowledge import titles, venues
from listlint.values import NamedTuple

PREPRINT = "preprint"
NO_WORDS: Mapping[str, tuple[str, ...]] = MappingProxyType({})
PREPRINTS = ("preprint", "repository")


class WantedLink(NamedTuple):
    """A link that the entry is to have."""

    url: str
    kind: str  # paper, code, project, data, model, video, post, other
    label: str = ""  # as it is to read; empty: as the list calls such links


class Wanted(NamedTuple):
    """A paper, as registries or a maintainer tell of it; empty is unknown."""

    title: str
    authors: tuple[str, ...] = ()
    venue: str = ""  # its id, or a name
    year: int | None = None  # in which it was published, or put on the net
    track: str = ""
    date: str = ""  # year, month and perhaps day: 2023-11-14, 2023-11
    links: tuple[WantedLink, ...] = ()
    ids: tuple[str, ...] = ()  # canonical
    kind: str = "paper"
    abstract: str = ""
    words: Mapping[str, tuple[str, ...]] = (
        NO_WORDS  # fields of the list's own, in a maintainer's words
    )

    @property
    def folded(self) -> str:
        return titles.fold(self.title)

    @property
    def published(self) -> bool:
        """Whether it is known to have appeared somewhere."""
        return bool(self.venue) and not is_preprint(self.venue)

    @property
    def kinds(self) -> tuple[str, ...]:
        return tuple(link.kind for link in self.links)


def venue_id(venue: str) -> str | None:
    """The venue's id, if the table knows it by this id or this name."""
    if venues.name_of(venue) is not None:
        return venue
    found = venues.match(venue) if venue else None
    return found.id if found is not None else None


def is_preprint(venue: str) -> bool:
    """Whether this is a place for preprints."""
    known = venue_id(venue)
    return known is not None and venues.kind_of(known) in PREPRINTS
