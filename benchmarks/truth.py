"""What do services tell of what is wrong in a list, what of it is false, and what if they fail?

    python benchmarks/truth.py [--seed 1 2 3] [--only truth|faults|each] [--json]

A stand-in of every service runs on loopback; it knows two hundred invented papers, and the list of
them holds faults and traps (``truthcases.py``). The command itself is run, as anybody runs it. Then
every service answers each kind of fault: no finding may come of it, the exit is the one of a run
offline, and the closing line says what stayed unchecked. ``--only each`` lets one service fail at a
time: less is found, and nothing that is false.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any, NamedTuple

import truthcases
from standin import FAULTS, Standin, standing
from standin.server import SERVICES

CONFIG = """rules: {archived-repository: note}
links: {timeout: 1}
"""


class Run(NamedTuple):
    """What one run of the command said."""

    said: str
    closing: str
    exit: int
    seconds: float


class Score(NamedTuple):
    """What was found of what was planted, and what was said beyond it."""

    name: str
    planted: int
    missed: list[str]
    false: list[str]
    requests: int
    seconds: float


def check(folder: Path, here: Standin, *options: str) -> Run:
    """The command, on the list in ``folder``."""
    started = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "listlint", "check", "README.md", *options],
        cwd=folder,
        env={**os.environ, **here.environment()},
        capture_output=True,
        text=True,
        check=False,
    )
    seconds = time.perf_counter() - started
    if done.returncode not in (0, 1):
        raise SystemExit(f"exit {done.returncode}: {done.stderr}")
    lines = (*done.stdout.splitlines(), *done.stderr.splitlines())
    closing = next((line for line in reversed(lines) if "entries read" in line), "")
    return Run(done.stdout, closing, done.returncode, seconds)


def online(folder: Path, here: Standin, form: str) -> Run:
    return check(
        folder, here, "--format", form, "--notes", "--online", "--no-cache", *here.options()
    )


def online_rules() -> set[str]:
    """The rules that speak only when services are asked."""
    listed = subprocess.run(
        [sys.executable, "-m", "listlint", "rules", "--format", "json"],
        capture_output=True,
        text=True,
        check=True,
    )
    return {rule["name"] for rule in json.loads(listed.stdout) if rule["online"]}


def written(folder: Path, text: str) -> None:
    (folder / "README.md").write_text(text)
    (folder / ".listlint.yml").write_text(CONFIG)


def truth(seed: int, rules: set[str], down: str = "") -> Score:
    """One list and its world: what is found, what is missed, what is false; a service may be
    ``down``."""
    made = truthcases.made(seed)
    with tempfile.TemporaryDirectory() as name, standing(made.world) as here:
        written(Path(name), made.text)
        here.faults = {down: "html"} if down else {}
        run = online(Path(name), here, "json")
        asked = sum(map(len, here.asked.values()))
    findings = json.loads(run.said)["findings"]
    said = {(each["line"], each["rule"]): each for each in findings if each["rule"] in rules}
    lines = made.text.split("\n")
    missed = [
        f"{rule} ({name}): {lines[line - 1]}"
        for line, (rule, name) in made.planted.items()
        if not said.pop((line, rule), None)
    ]
    false = [
        f"{rule} ({made.name_of(line)}): {lines[line - 1]}: {each['message']}"
        for (line, rule), each in said.items()
        if each["level"] != "note" or rule not in made.allowed.get(line, ())
    ]
    return Score(down or f"seed {seed}", len(made.planted), missed, false, asked, run.seconds)


def faults(rules: set[str]) -> list[dict[str, Any]]:
    """Every service fails in every way: what is said, how it ends, what is counted."""
    made = truthcases.made(1)
    rows = []
    with tempfile.TemporaryDirectory() as name, standing(made.world) as here:
        written(Path(name), made.text)
        offline = check(Path(name), here, "--offline", "--notes")
        for fault in FAULTS:
            here.failing(fault)
            run = online(Path(name), here, "text")
            told = re.findall(r"^README\.md:\d+:\d+: \w+ ([\w-]+):", run.said, re.MULTILINE)
            rows.append(
                {
                    "fault": fault,
                    "findings": sum(rule in rules for rule in told),
                    "of all": len(told),
                    "exit as offline": run.exit == offline.exit,
                    "said": run.closing,
                    "seconds": round(run.seconds, 1),
                }
            )
    return rows


def show(scores: list[Score], rows: list[dict[str, Any]]) -> None:
    for score in scores:
        found = score.planted - len(score.missed)
        print(
            f"{score.name}: {found} of {score.planted} faults found, "
            f"{len(score.false)} false claims; {score.requests} requests, {score.seconds:.1f} s"
        )
        for word, held in (("missed", score.missed), ("false", score.false)):
            for each in held:
                print(f"  {word}: {each[:300]}")
    for row in rows:
        print(
            f"every service answers {row['fault']}: {row['findings']} findings of online rules, "
            f"exit {'as offline' if row['exit as offline'] else 'NOT as offline'}, "
            f"{row['seconds']} s\n  {row['said']}"
        )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, nargs="+", default=[1])
    parser.add_argument("--only", choices=("truth", "faults", "each"))
    parser.add_argument("--down", nargs="+", choices=list(SERVICES), help="which, for each")
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    rules = online_rules()
    scores = [truth(seed, rules) for seed in args.seed] if args.only in (None, "truth") else []
    rows = faults(rules) if args.only in (None, "faults") else []
    down = args.down or SERVICES
    alone = [truth(1, rules, each) for each in down] if args.only == "each" else []
    if args.json:
        held = [score._asdict() for score in (*scores, *alone)]
        print(json.dumps({"truth": held, "faults": rows}))
    else:
        show([*scores, *alone], rows)
    bad = any(score.false for score in alone)
    bad = bad or any(score.false or 20 * len(score.missed) > score.planted for score in scores)
    loud = any(
        row["findings"] or not row["exit as offline"] or "not checked" not in row["said"]
        for row in rows
    )
    return int(bad or loud)


if __name__ == "__main__":
    sys.exit(main())
