"""How an entry as read compares with the same entry as a person described it.

What right means is told in the corpus: letters and digits count, case and punctuation don't;
whole is title, venue, year and links together. A described line that is no entry belongs to none.
"""

from __future__ import annotations

import json
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from listlint.paperlist import Entry, PaperList

Record = dict[str, Any]
FIELDS = ("lines", "kind", "title", "authors", "venue", "track", "year", "links", "section")
WHOLE = ("title", "venue", "year", "links")
PREPRINTS = ("arxivpreprint", "arxivpreprintarxiv")


class Miss(NamedTuple):
    """A described line that was read otherwise."""

    line: int
    wrong: tuple[str, ...]
    want: Record
    got: Record | None


@cache
def fold(text: str | None) -> str:
    """Letters and digits only; "arXiv preprint" is arXiv."""
    folded = unicodedata.normalize("NFKC", text or "").casefold()
    letters = "".join(c for c in folded if c.isalnum())
    return "arxiv" if letters in PREPRINTS else letters


def described(path: Path) -> dict[str, list[Record]]:
    """The records of a file of described lines, by the name of their list."""
    by_file: dict[str, list[Record]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        by_file[record["file"]].append(record)
    return by_file


def as_record(entry: Entry, papers: PaperList) -> Record:
    """An entry as read, in the form of a described line."""
    section = "" if entry.section is None else papers.sections[entry.section].title
    return {
        "line": entry.lines[0],
        "end_line": entry.lines[1],
        "kind": entry.kind,
        "title": entry.title,
        "authors": entry.authors,
        "venue": entry.venue.name if entry.venue else None,
        "track": entry.venue.track if entry.venue else None,
        "year": entry.year,
        "links": [{"label": link.label, "url": link.url} for link in entry.links],
        "section": section,
    }


def wrong(truth: Record, got: Record) -> tuple[str, ...]:
    """The names of the fields in which the two differ; a resource has no venue to be missed."""
    right = {name: fold(truth[name]) == fold(got[name]) for name in FIELDS[2:6]}
    right["lines"] = (truth["line"], truth["end_line"]) == (got["line"], got["end_line"])
    right["kind"] = truth["kind"] == got["kind"]
    right["year"] = truth["year"] == got["year"]
    right["links"] = _urls(truth) == _urls(got)
    right["section"] = fold(truth["section"]) == fold(got["section"])
    if truth["kind"] == "resource":
        right.update(venue=True, track=True, year=True)
    return tuple(name for name in FIELDS if not right[name])


def _urls(record: Record) -> Counter[str]:
    return Counter(link["url"].strip() for link in record["links"])


def is_whole(faults: tuple[str, ...]) -> bool:
    return not any(name in WHOLE for name in faults)


def at_line(papers: PaperList, line: int) -> Entry | None:
    """The entry in which a line stands."""
    return next((e for e in papers.entries if e.lines[0] <= line <= e.lines[1]), None)


def score(records: Iterable[Record], papers: PaperList) -> tuple[Counter[str], list[Miss]]:
    """Counts (entries, found, whole, every field, none, none right) and what was read otherwise."""
    count: Counter[str] = Counter()
    misses: list[Miss] = []
    for truth in records:
        entry = at_line(papers, truth["pick"])
        got = as_record(entry, papers) if entry else None
        faults = _counted(count, truth, got)
        if faults:
            misses.append(Miss(truth["pick"], faults, truth, got))
    return count, misses


def _counted(count: Counter[str], truth: Record, got: Record | None) -> tuple[str, ...]:
    if truth["kind"] == "none":
        count["none"] += 1
        count["none right"] += got is None
        return ("read as an entry",) if got else ()
    count["entries"] += 1
    if got is None:
        return ("not found",)
    faults = wrong(truth, got)
    count["found"] += 1
    count["whole"] += is_whole(faults)
    count.update(name for name in FIELDS if name not in faults)
    return faults
