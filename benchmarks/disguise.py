"""Is it the method, or only these lists? Lists are rewritten mechanically and read again.

    python benchmarks/disguise.py --lists FOLDER --truth DESCRIBED.jsonl [--show 5] [--json]

Every paper on one line (or in a table row) is rewritten from what was read there. Printed for each
disguise: how many of all rewritten entries are read as before, and, of described lines among
them, how many are read right (title, venue, year, links) before and after. What was read wrongly
in the original is rewritten wrongly too, so it counts against both.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import zlib
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from random import Random
from typing import NamedTuple

import inplace
import lists
import rewritten
from disguise_report import Result, report, summary
from listlint.finding import Edit, apply
from listlint.paperlist import PaperList
from listlint.reading import read
from listlint.source import Source, read_source
from parts import Parts, one_liners, rows
from scoring import Miss, Record, as_record, at_line, described, is_whole, wrong

IN_PLACE = {
    "separators": inplace.separators,
    "brackets": inplace.brackets,
    "marks": inplace.marks,
    "labels": inplace.labels,
}
ANEW = {"order": rewritten.order, "title-link": rewritten.title_link}
BLOCKS = {"to-table": rewritten.table}
FROM_ROWS = {"from-table": rewritten.lines}
NAMES = (*IN_PLACE, *ANEW, *BLOCKS, *FROM_ROWS)


class Job(NamedTuple):
    """One list with its described lines, to be disguised in every way."""

    path: Path
    records: list[Record]
    names: tuple[str, ...]
    seeds: int


def edits_of(name: str, papers: PaperList, random: Random) -> tuple[list[Edit], list[Parts]]:
    """The edits of one disguise, and the entries that it takes into its hands."""
    items = rows(papers) if name in FROM_ROWS else one_liners(papers)
    if name in IN_PLACE:
        made = IN_PLACE[name](papers.text, items, random)
    elif name in ANEW:
        made = ANEW[name](papers.text, items, random)
    else:
        made = {**BLOCKS, **FROM_ROWS}[name](papers, items, random)
    edits = sorted(e for e in made if papers.text[e.start : e.end] != e.text)
    starts = {papers.source.line(edit.start) for edit in edits}
    return edits, [item for item in items if item.entry.lines[0] in starts]


def new_line(papers: PaperList, edits: Iterable[Edit], line: int) -> int:
    """Where a line stands in the disguised list."""
    start, moved = papers.source.line_span(line).start, line
    for edit in edits:
        if edit.start < start:
            moved += edit.text.count("\n") - papers.text.count("\n", edit.start, edit.end)
        elif edit.start == start:
            moved += edit.text.rstrip("\n").count("\n")
    return moved


def disguised(papers: PaperList, name: str, seed: int) -> tuple[PaperList, dict[int, int]]:
    """The list in disguise, read again, and for each rewritten line where it stands now."""
    random = Random(zlib.crc32(f"{papers.path}{name}{seed}".encode()))
    edits, items = edits_of(name, papers, random)
    again = read(Source(apply(papers.text, edits)), papers.path)
    lines = (item.entry.lines[0] for item in items)
    return again, {line: new_line(papers, edits, line) for line in lines}


def compare(
    papers: PaperList, again: PaperList, moved: dict[int, int], records: Iterable[Record]
) -> tuple[Counter[str], list[tuple[str, str, Miss]]]:
    """Rewritten entries read as before, and described ones read right before and after."""
    count, misses = Counter(rewritten=len(moved)), []
    truths = {record["pick"]: record for record in records if record["kind"] != "none"}
    for old, new in moved.items():
        first, then = at_line(papers, old), at_line(again, new)
        before = as_record(first, papers) if first else None
        after = as_record(then, again) if then else None
        faults = wrong(before, after) if before and after else ("title",)
        count["alike"] += is_whole(faults)
        if not is_whole(faults):
            want = before or {}
            miss = Miss(old, tuple(f for f in faults if f != "lines"), want, after)
            misses.append((_line(papers, old), _line(again, new), miss))
        if old in truths:
            count["described"] += 1
            count["before"] += bool(before and is_whole(wrong(truths[old], before)))
            count["after"] += bool(after and is_whole(wrong(truths[old], after)))
    return count, misses


def _line(papers: PaperList, line: int) -> str:
    span = papers.source.line_span(line)
    return papers.text[span.start : span.end]


def run(job: Job) -> list[Result]:
    """Every disguise of one list."""
    papers = read(read_source(job.path), job.path.name)
    results: list[Result] = []
    for name in job.names:
        total: Counter[str] = Counter()
        shown: list[tuple[str, str, Miss]] = []
        for seed in range(job.seeds):
            again, moved = disguised(papers, name, seed)
            count, misses = compare(papers, again, moved, job.records)
            total += count
            shown += misses
        results.append(Result(job.path.name, name, total, shown[:: len(shown) // 9 + 1]))
    return results


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    lists.add_option(parser)
    parser.add_argument("--truth", type=Path, help="described lines, one JSON object a line")
    parser.add_argument("--disguise", action="append", choices=NAMES)
    parser.add_argument("--seeds", type=int, default=2)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--show", type=int, default=0, help="lists to show of each disguise")
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    truth, paths = args.truth, lists.chosen(args.lists)
    if not args.lists:
        path, truth = lists.invented_with_truth()
        paths.append(path)
    known = described(truth) if truth else {}
    names = tuple(args.disguise or NAMES)
    jobs = [Job(path, known.get(path.name, []), names, args.seeds) for path in paths]
    with multiprocessing.Pool(args.jobs) as pool:
        results = [r for found in pool.imap(run, jobs) for r in found]
    if args.json:
        rows_ = [{"list": r.path, "disguise": r.name, **summary(r.counts)} for r in results]
        total = {
            name: summary(sum((r.counts for r in results if r.name == name), Counter()))
            for name in names
        }
        print(json.dumps({"total": total, "lists": rows_}))
    else:
        print("\n".join(report(results, names, args.show)))


if __name__ == "__main__":
    main()
