"""A table for a spreadsheet, one entry a row; no cell of it is taken for a formula.

What only a heading states isn't repeated: the section's column says it.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from listlint.formats.data._record import Record, records
from listlint.paperlist import PaperList
from listlint.plain import terminal

KINDS = "paper code project data model video post other".split()
COLUMNS = [*"key path line kind title authors venue track year section".split(), *KINDS]
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def render(lists: Sequence[PaperList]) -> str:
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(COLUMNS)
    rows.writerows(map(_row, records(lists)))
    return out.getvalue()


def _row(record: Record) -> Iterable[str | int]:
    texts = [record.venue, record.track, record.year, " / ".join(record.section)]
    links = [" ".join(link.url for link in record.links if link.kind == kind) for kind in KINDS]
    first = (record.key, record.path, record.line, record.kind, record.title, _names(record))
    cells: list[str | int | None] = [*first, *texts, *links]
    return map(_cell, cells)


def _names(record: Record) -> str:
    return "; ".join([*record.authors, *(["et al."] if record.more_authors else [])])


def _cell(value: str | int | None) -> str | int:
    """Text that a spreadsheet doesn't run: an apostrophe stands before what begins a formula."""
    if not isinstance(value, str):
        return "" if value is None else value
    shown = terminal(value)
    return f"'{shown}" if shown.startswith(FORMULA) else shown
