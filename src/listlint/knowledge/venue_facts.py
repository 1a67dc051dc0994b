"""What the table knows of a venue by its id: names, kind, older names, years held."""

from __future__ import annotations

from typing import Any

from listlint.knowledge.venue_names import table
from listlint.knowledge.venue_spelling import fold
from listlint.values import NamedTuple


class Renamed(NamedTuple):
    """An older name, right up to ``until``; ``now`` is right after it."""

    old: str
    until: int
    now: str


def ids() -> list[str]:
    """The ids of all venues in the table."""
    return list(table()["ids"])


def name_of(id: str) -> str | None:
    """The name that the table writes."""
    venue = table()["ids"].get(id)
    return None if venue is None else str(venue["name"])


def full_name(id: str) -> str | None:
    """The official long name."""
    venue = table()["ids"].get(id)
    return None if venue is None else str(venue["full"])


def kind_of(id: str) -> str | None:
    """conference, journal, workshop, preprint, repository or series."""
    venue = table()["ids"].get(id)
    return None if venue is None else str(venue["kind"])


def of_stream(stream: str) -> str | None:
    """The venue that DBLP keeps under a stream such as ``conf/nips``."""
    id = table()["streams"].get(stream)
    return None if id is None else str(id)


def of_group(group: str) -> str | None:
    """The venue that OpenReview keeps under a group such as ``ICLR.cc``."""
    id = table()["groups"].get(group)
    return None if id is None else str(id)


def parent_of(id: str) -> str | None:
    """The event that a workshop belongs to."""
    parent: str | None = table()["ids"].get(id, {}).get("parent")
    return parent


def joint(id: str, other: str) -> bool:
    """Whether two ids are one event, or events held together: no mismatch."""
    ids = table()["ids"]
    one, two = ids.get(id, {}), ids.get(other, {})
    beside = {*one.get("joint", ()), one.get("parent"), id}
    return other in beside or id in (*two.get("joint", ()), two.get("parent"))


def renamed(text: str) -> Renamed | None:
    """What an older name was good for, and what it is called now."""
    held = table()["forms"].get(fold(text))
    if held is None or held[1] != "renamed":
        return None
    venue = table()["ids"][held[0]]
    for older in venue["renamed"]:
        if older["name"] == held[2]:
            return Renamed(older["name"], older["until"], venue["name"])
    return None


def held(id: str, year: int) -> bool | None:
    """Whether a venue was held in a year; none where the table has no opinion."""
    spans = table()["ids"].get(id, {}).get("held")
    if not spans or year < spans[0]["from"]:
        return None
    return any(_within(span, year) for span in spans)


def _within(span: dict[str, Any], year: int) -> bool:
    first, last, every = int(span["from"]), int(span.get("to", 9999)), int(span.get("every", 1))
    if not first <= year <= last or year in span.get("except", ()):
        return False
    return (year - first) % every == 0
