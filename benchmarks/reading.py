"""How well are lists read? Checks that need no labels, and a score where lines were described.

    python benchmarks/reading.py --lists FOLDER [--truth DESCRIBED.jsonl] [--show 3] [--json]

One line a list, the worst first:
  entries, unread   what was read, and items that weren't understood
  outside           lines with a paper's address in no entry, of all such lines (at most 2 in 100)
  venue year names  share of papers in which the role was read; "!" where most rows lack a role
                    that they state; lost: papers that plainly state a venue or year not read
  odd               papers whose title hardly is one
  arxiv, proof      years against arXiv numbers, venue and year against proceedings addresses
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import sys
import time
from collections import Counter
from pathlib import Path

import lists
from listlint.errors import UserError
from listlint.reading import read
from listlint.source import read_source
from reading_report import Checked, samples, table, told, total
from roles import odd_titles, roles
from scoring import Record, described, score
from unlabelled import Doubt, outside, proofs, years


def check(job: tuple[Path, str, list[Record]]) -> Checked | str:
    """Read one list and hold everything against it; a list that is refused gives its message."""
    path, name, records = job
    began = time.perf_counter()
    try:
        papers = read(read_source(path), name)
    except UserError as fault:
        return str(fault)
    spent = time.perf_counter() - began
    lines, left = outside(papers)
    right, later, early = years(papers)
    proven, older, against = proofs(papers)
    odd = odd_titles(papers)
    count = Counter(
        {
            "entries": len(papers.entries),
            "papers": sum(e.kind == "paper" for e in papers.entries),
            "unread": len(papers.unread),
            "addressed": lines,
            "outside": len(left),
            "odd": len(odd),
            "arxiv right": right,
            "arxiv later": later,
            "arxiv wrong": len(early),
            "proof right": proven,
            "proof wrong": len(against),
            "proof older": older,
            "ms": round(1000 * spent),
        }
    )
    unread = [
        Doubt(u.lines[0], f"unread: {u.why}", papers.text[u.span.start : u.span.end][:200])
        for u in papers.unread
    ]
    doubts = {"outside": left, "odd title": odd, "arxiv": early, "proof": against, "unread": unread}
    truth, misses = score(records, papers)
    return Checked(name, count, roles(papers), doubts, truth, misses)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    lists.add_option(parser)
    parser.add_argument("--truth", type=Path, help="described lines, one JSON object a line")
    parser.add_argument("--show", type=int, default=0, help="samples of each doubt of each list")
    parser.add_argument("--worst", type=int, default=0, help="only that many lists")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    truth, paths = args.truth, lists.chosen(args.lists)
    if not args.lists:
        path, truth = lists.invented_with_truth()
        paths.append(path)
    known = described(truth) if truth else {}
    jobs = [(p, name, known.get(p.name, [])) for p, name in lists.named(paths)]
    with multiprocessing.Pool(args.jobs) as pool:
        results = pool.map(check, jobs, chunksize=1)
    for refused in (r for r in results if isinstance(r, str)):
        print(refused, file=sys.stderr)
    found = sorted((r for r in results if isinstance(r, Checked)), key=lambda r: -r.trouble)
    figures = total(found)
    if args.json:
        figures["each"] = [{"list": r.name, **r.counts, "missing": r.missing} for r in found]
        print(json.dumps(figures))
        return
    chosen = found[: args.worst or None]
    print("\n".join(table(chosen, bool(known))))
    if args.show:
        print("\n".join(line for one in chosen for line in samples(one, args.show)))
    print("\n".join(told(figures)))


if __name__ == "__main__":
    main()
