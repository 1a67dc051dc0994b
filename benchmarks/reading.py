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
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import lists
from listlint.errors import UserError
from listlint.reading import read
from listlint.source import read_source
from scoring import FIELDS, Miss, Record, described, score
from unlabelled import ROLES, Doubt, Role, odd_titles, outside, proofs, roles, years


class Checked(NamedTuple):
    """One list and what is to be said against its reading."""

    name: str
    counts: Counter[str]
    roles: dict[str, Role]
    doubts: dict[str, list[Doubt]]
    truth: Counter[str]
    misses: list[Miss]

    @property
    def missing(self) -> list[str]:
        """Roles that most rows lack though they state them."""
        return [name for name in ROLES if self.roles[name].missing(self.counts["papers"])]

    @property
    def trouble(self) -> int:
        """About how many entries are wrong: what the lists are sorted by."""
        lost = sum(self.roles[name].lost for name in ("venue", "year"))
        doubts = sum(self.counts[name] for name in ("outside", "odd", "arxiv wrong", "proof wrong"))
        return doubts + lost + len(self.misses)


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
    proven, against = proofs(papers)
    odd = odd_titles(papers)
    count = Counter({
        "entries": len(papers.entries), "papers": sum(e.kind == "paper" for e in papers.entries),
        "unread": len(papers.unread), "addressed": lines, "outside": len(left), "odd": len(odd),
        "arxiv right": right, "arxiv later": later, "arxiv wrong": len(early),
        "proof right": proven, "proof wrong": len(against), "ms": round(1000 * spent),
    })
    unread = [Doubt(u.lines[0], f"unread: {u.why}", papers.text[u.span.start : u.span.end][:200])
              for u in papers.unread]
    doubts = {"outside": left, "odd title": odd, "arxiv": early, "proof": against, "unread": unread}
    truth, misses = score(records, papers)
    return Checked(name, count, roles(papers), doubts, truth, misses)


def share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.0f}%" if whole else "-"


def row(one: Checked, scored: bool) -> str:
    """A list on one line."""
    count, papers = one.counts, one.counts["papers"]
    told = " ".join(
        f"{share(one.roles[role].read, papers) + '!' * (role in one.missing):>5}"
        for role in ROLES[:3]
    )
    lost = one.roles["venue"].lost + one.roles["year"].lost
    line = (f"{one.name[-52:]:52} {count['entries']:5} {count['unread']:5} "
            f"{count['outside']:5}/{count['addressed']:<5} {told} {lost:5} {count['odd']:4} "
            f"{count['arxiv wrong']:4}/{count['arxiv right'] + count['arxiv later']:<5}"
            f"{count['proof wrong']:4}/{count['proof right']:<5}{count['ms']:6}")
    if scored and one.truth:
        none = f"{one.truth['none right']}/{one.truth['none']}" if one.truth["none"] else ""
        line += f"  {one.truth['whole']}/{one.truth['entries']} {none}"
    return line + "".join(f"  {role} is missing" for role in one.missing)


def table(found: list[Checked], scored: bool) -> Iterator[str]:
    yield (f"{'list':52} entry unrd  outside/of  venue  year names  lost  odd "
           f"arxiv-/+   proof-/+      ms" + "  whole none" * scored)
    for one in found:
        yield row(one, scored)


def samples(one: Checked, show: int) -> Iterator[str]:
    """What is doubtful in a list, ``show`` of each kind."""
    doubts = dict(one.doubts)
    doubts.update((f"{role} lost", one.roles[role].samples) for role in ROLES)
    shown = [(kind, doubt) for kind, all_ in doubts.items() for doubt in spread(all_, show)]
    if shown or one.misses:
        yield f"\n== {one.name}"
    for kind, doubt in shown:
        yield f"  {kind} {doubt.line}: {doubt.why}\n      {doubt.text.strip()[:230]}"
    for miss in one.misses[: max(show, 5)]:
        yield f"  truth {miss.line}: {', '.join(miss.wrong)}"
        for name in miss.wrong:
            if miss.got and name in FIELDS[1:]:
                yield f"      {name}: want {brief(miss.want[name])} got {brief(miss.got[name])}"


def spread(doubts: list[Doubt], show: int) -> list[Doubt]:
    """Some of them from all over the list, not the first."""
    return doubts[:: max(1, len(doubts) // show)][:show] if show else []


def brief(value: Any) -> str:
    urls = [link["url"] for link in value] if isinstance(value, list) else value
    return repr(urls)[:160]


def total(found: Iterable[Checked]) -> dict[str, Any]:
    """The figures that are asked for, over all lists."""
    kept = list(found)
    count = sum((one.counts for one in kept), Counter[str]())
    truth = sum((one.truth for one in kept), Counter[str]())
    years_ = count["arxiv right"] + count["arxiv later"]
    return {
        "lists": len(kept), "entries": count["entries"], "unread": count["unread"],
        "inside": rate(count["addressed"] - count["outside"], count["addressed"]),
        "arxiv": rate(years_, years_ + count["arxiv wrong"]),
        "arxiv same year": rate(count["arxiv right"], years_ + count["arxiv wrong"]),
        "proof": rate(count["proof right"], count["proof right"] + count["proof wrong"]),
        "odd titles": rate(count["odd"], count["papers"]),
        "roles missing": {one.name: one.missing for one in kept if one.missing},
        "truth": {name: rate(truth[name], truth["entries"]) for name in ("found", *FIELDS, "whole")}
        | {"none": rate(truth["none right"], truth["none"])} if truth else {},
    }


def rate(part: int, whole: int) -> dict[str, float | int]:
    return {"of": whole, "percent": round(100 * part / whole, 2) if whole else 100.0}


def told(figures: dict[str, Any]) -> Iterator[str]:
    """The figures in words."""
    whole = f"{figures['entries']} entries of {figures['lists']} lists"
    yield f"\n{whole}, {figures['unread']} items unread"
    for name, words in (("inside", "lines with a paper's address stand in an entry (98)"),
                        ("arxiv", "years fit the arXiv number, later ones allowed (99)"),
                        ("arxiv same year", "years are the arXiv number's"),
                        ("proof", "venues and years are what the address proves (99)"),
                        ("odd titles", "titles hardly are titles")):
        yield f"{figures[name]['percent']:7.2f} of 100 of {figures[name]['of']:6}: {words}"
    for name, missing in figures["roles missing"].items():
        yield f"  most rows of {name} lack: {', '.join(missing)}"
    if figures["truth"]:
        yield "described lines: " + ", ".join(
            f"{name} {value['percent']:.1f}" for name, value in figures["truth"].items())


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
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
