"""venues.yml -> index of folded forms, of look-alike spellings, of first words; and its faults."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from listlint.knowledge.strict_yaml import TableError
from listlint.knowledge.venue_spelling import first_run, first_word, fold, fold_alike

_LISTS = (("also", "also"), ("aliases", "alias"), ("typos", "typo"), ("long", "long"))
_SHORT, _HUMP = 16, re.compile(r"[a-z](?=[A-Z])")
_KEPT = ("name", "full", "kind", "strict", "also", "joint", "parent", "renamed", "held")


def compiled(table: dict[str, Any]) -> dict[str, Any]:
    """The compiled form of the table; raises ``TableError`` for a fault in it."""
    venues: dict[str, dict[str, Any]] = table["venues"]
    for id, venue in venues.items():
        _check_names(id, venue, venues)
        _check_held(id, venue.get("held", []))
    forms = _forms(venues)
    _check_ambiguous(table, forms)
    media = [
        word for kind, words in table["not_a_venue"].items() if kind != "label" for word in words
    ]
    tracks = {fold(word): track for track, words in table["tracks"].items() for word in words}
    ambiguous = {fold(form): ids for form, ids in table["ambiguous"].items()}
    alike = _alike(venues)
    return {
        "ids": {
            id: {key: venue[key] for key in _KEPT if key in venue} for id, venue in venues.items()
        },
        "forms": forms,
        "alike": alike,
        "alike_starts": sorted({fold_alike(first_run(name)) for _, name in alike.values()}),
        "media": {fold(word): 1 for word in media},
        "tracks": tracks,
        "ambiguous": ambiguous,
        "streams": _keyed(venues, "dblp"),
        "groups": _keyed(venues, "openreview"),
        "starts": _starts(form for venue in venues.values() for _, form in spellings(venue)),
        "track_starts": _starts(word for words in table["tracks"].values() for word in words),
        "media_starts": _starts(media),
    }


def _keyed(venues: dict[str, dict[str, Any]], key: str) -> dict[str, str]:
    """{what a service calls the venue: venue id}; it may call no two the same."""
    keyed: dict[str, str] = {}
    for id, venue in venues.items():
        if key in venue and keyed.setdefault(venue[key], id) != id:
            raise TableError(f"venues.yml: {venue[key]} is {keyed[venue[key]]} and {id}")
    return keyed


def _starts(written: Iterable[str]) -> list[str]:
    """The first words, folded: whatever begins otherwise need not be looked up.

    A short name may be written in one word or in its parts: ACMMM for ACM MM, Asia CCS for AsiaCCS.
    """
    starts: set[str] = set()
    for form in written:
        starts.add(first_word(form))
        if len(form) <= _SHORT:
            starts |= {fold(form), *(fold(form[: hump.end()]) for hump in _HUMP.finditer(form))}
    return sorted(starts)


def spellings(venue: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """(form, as written) of every name that a venue has."""
    yield "name", venue["name"]
    yield "full", venue["full"]
    for key, form in _LISTS:
        for written in venue.get(key, ()):
            yield form, written
    for older in venue.get("renamed", ()):
        yield "renamed", older["name"]


def _forms(venues: dict[str, dict[str, Any]]) -> dict[str, list[str]]:
    """{folded: [venue id, form, as the table writes it]}."""
    forms: dict[str, list[str]] = {}
    for id, venue in venues.items():
        for form, written in spellings(venue):
            held = forms.setdefault(
                fold(written), [id, form, "" if form in ("full", "long") else written]
            )
            if held[0] != id:
                raise TableError(f"venues.yml: {written!r} is a form of {held[0]} and of {id}")
    return forms


def _alike(venues: dict[str, dict[str, Any]]) -> dict[str, list[str]]:
    """{look-alike fold: [venue id, name]} where only one venue's short forms read so."""
    alike: dict[str, list[str]] = {}
    shared: set[str] = set()
    for id, venue in venues.items():
        for written in (venue["name"], *venue.get("also", ()), *venue.get("aliases", ())):
            folded = fold_alike(written)
            if len(folded) >= 4 and alike.setdefault(folded, [id, written])[0] != id:
                shared.add(folded)
    return {folded: held for folded, held in alike.items() if folded not in shared}


def _check_names(id: str, venue: dict[str, Any], venues: dict[str, Any]) -> None:
    for form, written in spellings(venue):
        if not isinstance(written, str) or not fold(written):
            raise TableError(
                f"venues.yml: {id}: {form} {written!r} is no name: put quotes around it"
            )
    for other in (*venue.get("joint", ()), *([venue["parent"]] if "parent" in venue else ())):
        if other not in venues:
            raise TableError(f"venues.yml: {id}: no venue {other!r}")


def _check_held(id: str, spans: list[dict[str, Any]]) -> None:
    end = 0
    for span in spans:
        if span["from"] <= end or span.get("to", 9999) < span["from"]:
            raise TableError(f"venues.yml: {id}: spans of held must be in order and apart")
        end = span.get("to", 9999)


def _check_ambiguous(table: dict[str, Any], forms: dict[str, list[str]]) -> None:
    for words in (table["ambiguous"], *table["not_a_venue"].values()):
        for word in words:
            if held := forms.get(fold(word)):
                raise TableError(f"venues.yml: {word!r} may not be a form of {held[0]} too")
    for form, ids in table["ambiguous"].items():
        if missing := set(ids) - table["venues"].keys():
            raise TableError(f"venues.yml: ambiguous {form}: no venue {', '.join(missing)}")
