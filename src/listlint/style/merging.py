"""Fields that are printed as one: a text of several paragraphs, a venue with its year and track."""

from __future__ import annotations

from listlint.style.gaps import read
from listlint.style.template import Slot
from listlint.style.values import Named

NOTES = ("note", "text", "mark", "number", "comment", "track")
VENUE = ("venue", "year", "track")


def merged_notes(named: list[Named], gaps: list[str]) -> tuple[list[Named], list[str]]:
    """A text with what follows it in the same marks: notes of an entry, paragraphs of one text."""
    title = next((n for n, each in enumerate(named) if each.slot.name == "title"), 0)
    n = title + 1
    while n + 1 < len(named):
        one, other = named[n].slot, named[n + 1].slot
        texts = one.kind == other.kind == "field" and other.name in NOTES
        if texts and one.name not in (*VENUE, "authors", "date", "badge") and _flat(gaps[n + 1]):
            named, gaps = _joined(named, gaps, n, one)
        else:
            n += 1
    return named, gaps


def merged_venue(named: list[Named], gaps: list[str]) -> tuple[list[Named], list[str]]:
    """The venue as one value with the year, track and number that stand beside it."""
    n = next((n for n, each in enumerate(named) if each.slot.name == "venue"), -1)
    if n < 0:
        return named, gaps
    while n + 1 < len(named) and named[n + 1].slot.name in VENUE and _inline(gaps[n + 1]):
        named, gaps = _joined(named, gaps, n, Slot("venue", "field"))
    while n and named[n - 1].slot.name in VENUE and _inline(gaps[n]):
        n -= 1
        named, gaps = _joined(named, gaps, n, Slot("venue", "field"))
    if named[n].value.count("(") > named[n].value.count(")") and gaps[n + 1].startswith(")"):
        named[n] = named[n]._replace(value=f"{named[n].value})")
        gaps[n + 1] = gaps[n + 1][1:]
    return named, gaps


def _joined(
    named: list[Named], gaps: list[str], n: int, slot: Slot
) -> tuple[list[Named], list[str]]:
    one = Named(slot, f"{named[n].value}{gaps[n + 1]}{named[n + 1].value}")
    return [*named[:n], one, *named[n + 2 :]], [*gaps[: n + 1], *gaps[n + 2 :]]


def _flat(gap: str) -> bool:
    """Whether no mark closes in a gap that was open before, and no cell ends."""
    parts = read(gap, (), False).parts
    return "|" not in gap and parts is not None and not parts.close and not parts.open


def _inline(gap: str) -> bool:
    return "\n" not in gap and "|" not in gap
