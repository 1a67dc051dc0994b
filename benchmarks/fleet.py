"""How much faster are two workers than one, over many lists?

Runs `listlint fleet` in turns with one and with two processes (or on a cluster that is named) and
takes the best of each. A busy machine spoils wall clocks: the processor's time says how much of the
work can't be shared out (the master's part), and so what two workers can give at most.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

import lists


class Run(NamedTuple):
    seconds: float
    master: float  # seconds of the processor that the master took
    workers: float  # and all its workers together
    lists: int


def copies(files: list[Path], times: int, folder: Path) -> Path:
    """So many copies of each list, in folders of their own."""
    for number in range(times):
        place = folder / f"{number:03}"
        place.mkdir()
        for file in files:
            shutil.copy(file, place)
    return folder


def run(folder: Path, words: list[str]) -> Run:
    """One run, with the processor's time of the master and of its workers apart."""
    out = folder.parent / "out.jsonl"
    out.unlink(missing_ok=True)
    code = (
        "import resource, sys; from listlint.cli import main; main(sys.argv[1:]);"
        "u = resource.getrusage(resource.RUSAGE_SELF);"
        "print(u.ru_utime + u.ru_stime, file=sys.stderr)"
    )
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    command = [sys.executable, "-c", code, "fleet", str(folder), "--output", str(out), *words]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    seconds = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    master = float(done.stderr.strip().splitlines()[-1])
    return Run(seconds, master, spent - master, len(out.read_text().splitlines()))


def best(runs: list[Run]) -> Run:
    return min(runs, key=lambda each: each.seconds)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    lists.add_option(parser)
    parser.add_argument("--copies", type=int, default=4, help="of each list")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--scheduler", help="a Dask cluster, instead of two processes")
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    many = ["--scheduler", args.scheduler] if args.scheduler else ["--jobs", "2"]
    ways = {"one": ["--jobs", "1"], "many": many}
    found: dict[str, list[Run]] = {name: [] for name in ways}
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "lists"
        folder.mkdir()
        copies(lists.chosen(args.lists), args.copies, folder)
        for _ in range(args.runs):
            for name, words in ways.items():
                found[name].append(run(folder, [*words, "--quiet", "--fail-on", "never"]))
    one, two = best(found["one"]), best(found["many"])
    cpu = min(found["one"], key=lambda each: each.master + each.workers)
    data = {
        "lists": one.lists,
        "one": one._asdict(),
        "many": two._asdict(),
        "times_as_fast": round(one.seconds / two.seconds, 2),
        "at_most": round((cpu.master + cpu.workers) / (cpu.master + cpu.workers / 2), 2),
        "load": os.getloadavg()[0],
    }
    if args.json:
        print(json.dumps(data, indent=1))
        return
    print(f"{one.lists} lists; load of the machine at the end {data['load']:.1f}")
    for name, each in (("one worker", one), ("many", two)):
        spent = f"processor: master {each.master:.1f} s, workers {each.workers:.1f} s"
        print(f"{name:10}  {each.seconds:7.1f} s   {spent}")
    print(f"{data['times_as_fast']} times as fast; by the processor's time two give up to", end=" ")
    print(data["at_most"])


if __name__ == "__main__":
    main()
