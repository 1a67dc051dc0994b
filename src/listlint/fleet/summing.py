"""What became of many lists, in lines for people: the gravest lists, what failed, and sums."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from listlint.finding import LEVELS
from listlint.fleet.jobs import Record
from listlint.plain import terminal

MOST_ROWS, MOST_FAILED = 20, 20
WIDEST = 60  # columns of a path
COLUMNS = ("entries", "unread", "errors", "warnings", "notes")


def table(records: Sequence[Record], before: int) -> Iterator[str]:
    """``before``: how many of them were done by an earlier run."""
    checked = [each for each in records if "levels" in each]
    ranked = sorted(checked, key=lambda each: (*(-n for n in _levels(each)), each["path"]))
    width = min(WIDEST, max((len(_path(each)) for each in ranked[:MOST_ROWS]), default=4))
    if ranked:
        yield "  ".join([f"{'list':{width}}", *(f"{name:>8}" for name in COLUMNS)])
    for each in ranked[:MOST_ROWS]:
        yield "  ".join([f"{_path(each):{width}}", *(f"{n:8,}" for n in _numbers(each))])
    if len(ranked) > MOST_ROWS:
        yield f"and {len(ranked) - MOST_ROWS:,} lists with no more than that"
    yield from _failed([each for each in records if each["state"] != "checked"])
    yield _closing(records, checked, before)


def _levels(record: Record) -> list[int]:
    return [record["levels"].get(level, 0) for level in reversed(LEVELS)]


def _numbers(record: Record) -> list[int]:
    return [record["entries"], record["unread"], *_levels(record)]


def _path(record: Record) -> str:
    path = terminal(record["path"])
    return path if len(path) <= WIDEST else f"…{path[1 - WIDEST :]}"


def _failed(records: Sequence[Record]) -> Iterator[str]:
    for each in records[:MOST_FAILED]:
        why = each.get("error", "").rpartition("\n")[2]
        what = why if why.startswith(each["path"]) else f"{each['path']}: {why}"
        yield f"{'broke' if each['state'] == 'broken' else 'not read'}: {terminal(what)}"
    if len(records) > MOST_FAILED:
        yield f"and {len(records) - MOST_FAILED:,} more like these"


def _closing(records: Sequence[Record], checked: Sequence[Record], before: int) -> str:
    sums = Counter[str]()
    for each in checked:
        for name, number in zip(COLUMNS, _numbers(each), strict=True):
            sums[name] += number
    kept = f" ({before:,} of them by an earlier run)" if before else ""
    lists = "1 list" if len(records) == 1 else f"{len(records):,} lists"
    return (
        f"{lists}, {len(checked):,} checked{kept}: {sums['entries']:,} entries read"
        f" ({sums['unread']:,} items not understood), {sums['errors']:,} errors,"
        f" {sums['warnings']:,} warnings, {sums['notes']:,} notes"
    )
