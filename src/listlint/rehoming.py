"""An entry moved below the heading that states its venue and year; pure, and no heading is made."""

from __future__ import annotations

from collections import Counter

from listlint import claims
from listlint.finding import SHOWN, Edit, Fix
from listlint.paperlist import Entry, PaperList
from listlint.placement.moving import carried
from listlint.restating import Stated

CHANGES = ("sections", "order", "entries")


def rehomed(papers: PaperList, entry: Entry, to: Stated, edits: tuple[Edit, ...]) -> Fix | None:
    """How to move an entry whose heading states what has changed; None where it may stay.

    ``edits``: what changes in the entry itself.
    """
    if "venue" not in entry.inherited and entry.year == to.year:
        return None
    if "venue" in entry.inherited and (edit := claims.year_edit(papers, entry, to.year)):
        edits = (edit,) if edit.text != papers.text[edit.start : edit.end] else ()
    section = _section(papers, entry, to)
    if section is None:
        return Fix("move it to where its venue and year stand, which no heading names yet", SHOWN)
    stands = [each for each in papers.entries if each.section == section]
    fix = carried(papers, entry, stands, papers.sections[section].title, edits)
    return fix._replace(changes=CHANGES) if fix.edits else fix


def _section(papers: PaperList, entry: Entry, to: Stated) -> int | None:
    """The section whose entries are what this one is to be, beside its own if there are several."""
    counts = Counter(each.section for each in papers.entries if _fits(papers, each, entry, to))
    counts.pop(None, None)
    counts.pop(entry.section, None)
    if not counts:
        return None
    parent = None if entry.section is None else papers.sections[entry.section].parent
    near = [index for index in counts if index is not None and _parent(papers, index) == parent]
    held = near or [index for index in counts if index is not None]
    return max(held, key=lambda index: counts[index]) if len(held) == 1 or near else None


def _parent(papers: PaperList, index: int) -> int | None:
    return papers.sections[index].parent


def _fits(papers: PaperList, each: Entry, entry: Entry, to: Stated) -> bool:
    """Whether headings say of an entry what they shall say of the other one."""
    if "venue" in entry.inherited:
        named = "venue" in each.inherited and each.venue is not None and each.venue.id == to.venue
        return named and ("year" not in each.inherited or each.year == to.year)
    return "year" in each.inherited and each.year == to.year
