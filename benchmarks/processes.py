"""Whole processes, timed in turns so that a busy machine is unfair to nobody."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

BARE = (
    "import sys; from markdown_it import MarkdownIt; "
    "MarkdownIt('commonmark').enable(['table', 'strikethrough'])"
    ".parse(open(sys.argv[1], encoding='utf-8').read())"
)
Command = Sequence[str]


class Timing(NamedTuple):
    """Seconds and the most memory that a command took over some runs.

    ``cpu``: the least seconds of work, which a busy machine hardly changes.
    """

    best: float
    median: float
    cpu: float
    megabytes: float
    status: int


class Run(NamedTuple):
    seconds: float
    cpu: float
    megabytes: float
    status: int


def once(command: Command, folder: Path | None = None) -> Run:
    """One run, from its start to its end."""
    began = time.perf_counter()
    process = subprocess.Popen(
        command,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        stdin=subprocess.DEVNULL,
        cwd=folder,
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    scale = 1024 * 1024 if sys.platform == "darwin" else 1024
    cpu = usage.ru_utime + usage.ru_stime
    spent = time.perf_counter() - began
    return Run(spent, cpu, usage.ru_maxrss / scale, process.returncode)


def in_turns(
    commands: Mapping[str, Command], runs: int, warm: int = 1, folder: Path | None = None
) -> dict[str, Timing]:
    """Every command ``runs`` times, one after the other, after ``warm`` rounds that don't count."""
    results: dict[str, list[Run]] = {name: [] for name in commands}
    for turn in range(warm + runs):
        for name, command in commands.items():
            result = once(command, folder)
            if turn >= warm:
                results[name].append(result)
    return {name: _summed(found) for name, found in results.items()}


def _summed(found: list[Run]) -> Timing:
    seconds = [run.seconds for run in found]
    most, worst = max(run.megabytes for run in found), max(abs(run.status) for run in found)
    cpu = min(run.cpu for run in found)
    return Timing(min(seconds), statistics.median(seconds), cpu, most, worst)


def imported(command: Command) -> dict[str, int]:
    """Microseconds that each module's own import takes in a Python command (``-X importtime``)."""
    python, *rest = command
    run = subprocess.run(
        [python, "-X", "importtime", *rest], capture_output=True, text=True, check=False
    )
    rows = (
        line.removeprefix("import time:").split("|")
        for line in run.stderr.splitlines()
        if line.startswith("import time:")
    )
    return {row[2].strip(): int(row[0]) for row in rows if row[0].strip().isdigit()}
