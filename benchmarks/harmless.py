"""Does mending do harm? Lists are mended, safely and with suggestions, twice, and looked at anew.

    python benchmarks/harmless.py --lists FOLDER [--json]

Copies in a temporary folder are mended by the command itself. A second run must change nothing;
no entry, title, address or section may differ but where a fix declares it; bytes between edits and
line ends stay. That is seen by a witness (`witness.py`) that doesn't use the fixer's own proof.
Also printed: how many rounds it took, and what a round costs beside a check. Exit 1: harm was done.
"""

from __future__ import annotations

import argparse
import gc
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

import lists
from listlint.finding import SAFE, SUGGESTED, Finding
from listlint.fix.choice import Wish
from listlint.fix.rounds import Mended, mend
from listlint.lint.gather import Report, lint
from listlint.paperlist import PaperList
from listlint.reading import read
from listlint.source import Source, read_source
from witness import differences

TRIES = 3
OPTIONS = {SAFE: "--fix", SUGGESTED: "--unsafe-fixes"}


class Result(NamedTuple):
    """What mending did to one list."""

    name: str
    option: str
    made: int
    taken_back: int
    waiting: int
    rounds: int
    cost: float  # of a round, in checks
    harm: list[str]


def mended(source: Source, floor: str) -> tuple[Report, Mended, list[str]]:
    """The list mended here, and what the witness says of each round."""
    harm: list[str] = []

    def watch(before: PaperList, made: list[Finding], after: PaperList) -> None:
        harm.extend(differences(before, made, after))

    first = lint(_again(source))
    return first, mend(first, Wish(floor), _again, lint, watch), harm


def cost(source: Source, floor: str, rounds: int) -> float:
    """What a round takes, in checks; of a few tries the quickest, since machines are busy.

    As in the command nothing is searched for cycles meanwhile: here lists before this one would be.
    """
    checks, mendings = [], []
    for _ in range(TRIES if rounds else 0):
        gc.collect()
        gc.disable()
        start = time.process_time()
        first = lint(_again(source))
        between = time.process_time()
        mend(first, Wish(floor), _again, lint)
        checks.append(between - start)
        mendings.append(time.process_time() - between)
        gc.enable()
    return min(mendings) / rounds / min(checks) if rounds else 0.0


def _again(source: Source) -> PaperList:
    return read(source, "README.md")


def by_command(path: Path, option: str) -> tuple[bytes, list[str]]:
    """The file as the command leaves it, and what is wrong with a second run."""
    wrong: list[str] = []
    _run(path, option, wrong)
    once = path.read_bytes()
    _run(path, option, wrong)
    if path.read_bytes() != once:
        wrong.append("a second run changes it again")
    return once, wrong


def _run(path: Path, option: str, wrong: list[str]) -> None:
    command = [sys.executable, "-m", "listlint", option, "--quiet", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        wrong.append(f"ended with {done.returncode}: {done.stderr.strip()[:200]}")


def looked_at(path: Path, name: str, floor: str, folder: Path) -> Result:
    copy = folder / "README.md"
    copy.write_bytes(path.read_bytes())
    source = read_source(path)
    first, done, harm = mended(source, floor)
    if first.papers.entries:
        data, wrong = by_command(copy, OPTIONS[floor])
        harm += wrong
        result = done.report.papers.source
        if result.encode(result.raw) != data:
            harm.append("the command writes something else than is mended here")
    takes = cost(source, floor, done.rounds)
    waiting = len(done.waiting)
    made, back = len(done.made), len(done.taken_back)
    return Result(name, OPTIONS[floor], made, back, waiting, done.rounds, takes, harm)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    lists.add_option(parser)
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    results: list[Result] = []
    if not args.json:
        print(f"{'list':46} {'':14} mended  back waiting rounds  cost  harm")
    with tempfile.TemporaryDirectory(prefix="listlint-harmless-") as folder:
        paths = lists.chosen(args.lists) or []
        if not args.lists:
            paths.append(lists.invented_with_truth()[0])
        for path, name in lists.named(paths):
            for floor in OPTIONS:
                results.append(looked_at(path, name, floor, Path(folder)))
                if not args.json:
                    _show(results[-1])
    if args.json:
        print(json.dumps([each._asdict() for each in results], ensure_ascii=False, indent=1))
    else:
        rounds = max((each.rounds for each in results), default=0)
        harmed = sum(bool(each.harm) for each in results)
        print(f"{len(results)} runs, at most {rounds} rounds, {harmed} with harm")
    return 1 if any(each.harm for each in results) else 0


def _show(each: Result) -> None:
    print(
        f"{each.name[:46]:46} {each.option:14} {each.made:6} {each.taken_back:5} "
        f"{each.waiting:7} {each.rounds:6} {each.cost:5.2f}  {len(each.harm)}"
    )
    for said in each.harm[:5]:
        print(f"    {said}")


if __name__ == "__main__":
    sys.exit(main())
