"""The proof that a round did no harm: two readings compared, but for what fixes declare."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from listlint.finding import Finding
from listlint.paperlist import Entry, PaperList

ENTRIES, TITLES, ADDRESSES, SECTIONS, ORDER = "entries", "titles", "addresses", "sections", "order"


class Shape(NamedTuple):
    """What of an entry a fix may not change unasked."""

    title: str
    addresses: tuple[str, ...]
    section: tuple[str, ...]


def harm(before: PaperList, after: PaperList, made: Iterable[Finding]) -> str:
    """What changed though no fix declared it, in words; "" if nothing did."""
    declared = _declared(before, made)
    if any(ENTRIES in d or ORDER in d for d in declared.values()):
        return _others_stand(before, after, declared)
    if len(before.entries) != len(after.entries):
        return f"{len(before.entries)} entries became {len(after.entries)}"
    if _headings(before) != _headings(after) and not any(SECTIONS in d for d in declared.values()):
        return "the headings changed"
    for old, new in zip(before.entries, after.entries, strict=True):
        said = _difference(shape(before, old), shape(after, new), declared.get(old.index, ()))
        if said:
            return f"{said} of {old.title!r} changed"
    return ""


def shape(papers: PaperList, entry: Entry) -> Shape:
    """Title, addresses and section path of an entry."""
    path = papers.sections[entry.section].path if entry.section is not None else ()
    return Shape(entry.title, tuple(link.url for link in entry.links), path)


def _declared(before: PaperList, made: Iterable[Finding]) -> dict[int, tuple[str, ...]]:
    """What may change of which entry: those that a declaring fix's edits touch."""
    out: dict[int, tuple[str, ...]] = {}
    starts = [e.span.start for e in before.entries]
    for finding in made:
        if finding.fix is None or not finding.fix.changes:
            continue
        for edit in finding.fix.edits:
            for entry in _touched(before, starts, edit.start, edit.end):
                out[entry.index] = (*out.get(entry.index, ()), *finding.fix.changes)
        if not any(finding.fix.changes == d for d in out.values()):
            out.setdefault(-1, finding.fix.changes)  # it touches no entry: headings, contents
    return out


def _touched(papers: PaperList, starts: list[int], start: int, end: int) -> list[Entry]:
    first = max(bisect_right(starts, start) - 1, 0)
    out = []
    for entry in papers.entries[first:]:
        if entry.span.start > end:
            break
        if start <= entry.span.end and entry.span.start <= end:
            out.append(entry)
    return out


def _difference(old: Shape, new: Shape, allowed: tuple[str, ...]) -> str:
    if old.title != new.title and TITLES not in allowed:
        return "the title"
    if old.addresses != new.addresses and ADDRESSES not in allowed:
        return "the addresses"
    if old.section != new.section and SECTIONS not in allowed:
        return "the section"
    return ""


def _headings(papers: PaperList) -> list[tuple[str, ...]]:
    return [section.path for section in papers.sections]


def _others_stand(before: PaperList, after: PaperList, declared: dict[int, tuple[str, ...]]) -> str:
    """Where entries may go or move: all that no fix named still stand, in their order."""
    free = [shape(after, e) for e in after.entries]
    at = 0
    for entry in before.entries:
        if entry.index in declared:
            continue
        wanted = shape(before, entry)
        while at < len(free) and free[at] != wanted:
            at += 1
        if at == len(free):
            return f"{entry.title!r} is gone or changed"
        at += 1
    named = sum(1 for index in declared if index >= 0)
    if len(after.entries) > len(before.entries) or len(after.entries) < len(before.entries) - named:
        return f"{len(before.entries)} entries became {len(after.entries)}"
    return ""
