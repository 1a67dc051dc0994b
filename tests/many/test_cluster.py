"""The same on a Dask cluster of this machine, with a scheduler that may go away.

All of it runs in processes of its own: its threads would go on here, beside other tests.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from conftest import Command
from made import entries

CLUSTER = """
import sys
from distributed import LocalCluster
with LocalCluster(
    n_workers=int(sys.argv[1]), threads_per_worker=1, processes=False, dashboard_address=None,
    host="127.0.0.1", protocol="tcp",
) as dask:
    print(dask.scheduler_address, flush=True)
    sys.stdin.read()
"""
FLEET = """
import sys
from listlint.cli import main
from listlint.fleet import cluster
cluster.PATIENCE, cluster.AHEAD = 2, 1
{patch}
sys.exit(main(["fleet", *sys.argv[1:]]))
"""


class Dask:
    """A cluster in another process."""

    def __init__(self, workers: int) -> None:
        command = [sys.executable, "-W", "ignore", "-c", CLUSTER, str(workers)]
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(
            command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, text=True
        )
        assert self.process.stdout is not None
        self.address = self.process.stdout.readline().strip()

    def stop(self) -> None:
        self.process.kill()
        self.process.communicate()


@pytest.fixture(scope="module")
def dask() -> Iterator[Dask]:
    made = Dask(2)
    yield made
    made.stop()


@pytest.fixture
def lists(folder: Path) -> Path:
    (folder / "lists").mkdir()
    for number in range(6):
        (folder / "lists" / f"{number}.md").write_text(entries(5 + number))
    return folder


def command(*words: str, patch: str = "") -> list[str]:
    return [sys.executable, "-W", "ignore", "-c", FLEET.format(patch=patch), *words]


def fleet(*words: str, patch: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(command(*words, patch=patch), capture_output=True, text=True)


def test_a_cluster_finds_what_processes_find(listlint: Command, lists: Path, dask: Dask) -> None:
    here = listlint("fleet", "lists", "--quiet")
    there = fleet("lists", "--quiet", "--scheduler", dask.address)
    assert (there.returncode, there.stderr) == (here.code, "")

    def said(text: str) -> list[Any]:
        found = [json.loads(line) for line in text.splitlines()]
        found = [{k: v for k, v in each.items() if k != "digest"} for each in found]
        return sorted(found, key=lambda each: str(each["path"]))

    assert said(there.stdout) == said(here.out)


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:9", "what is this"])
def test_a_scheduler_that_is_not_there(lists: Path, address: str) -> None:
    end = fleet("lists", "--scheduler", address)
    assert (end.returncode, end.stdout) == (2, "")
    assert "no Dask scheduler answers there" in end.stderr
    assert end.stderr.count("\n") == 1


def test_a_scheduler_that_goes_away_takes_nothing_with_it(lists: Path) -> None:
    for number in range(80):
        (lists / "lists" / f"many{number:02}.md").write_text(entries(60))
    out = lists / "out.jsonl"
    dask = Dask(1)
    words = ("lists", "--output", "out.jsonl", "--scheduler", dask.address)
    run = subprocess.Popen(command(*words), stderr=subprocess.PIPE, text=True)
    while run.poll() is None and not (out.exists() and out.read_text()):
        time.sleep(0.01)
    dask.stop()
    _, said = run.communicate()
    assert run.returncode == 2
    assert "it has gone: what was done by then is kept" in said
    assert said.count("\n") == 1
    assert 1 <= len(out.read_text().splitlines()) < 86


def test_workers_must_have_the_same_listlint(lists: Path, dask: Dask) -> None:
    end = fleet("lists", "--scheduler", dask.address, patch="cluster.__version__ = '99'")
    assert end.returncode == 2
    assert "this is 99: install the same there" in end.stderr


def test_a_cluster_without_workers_is_told(lists: Path) -> None:
    dask = Dask(0)
    end = fleet("lists", "--scheduler", dask.address)
    dask.stop()
    assert end.returncode == 2
    assert "it has no workers" in end.stderr


def test_what_must_be_installed_is_named(
    listlint: Command, lists: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("listlint.commands.fleet.find_spec", lambda name: None)
    end = listlint("fleet", "lists", "--scheduler", "tcp://127.0.0.1:9")
    assert end.code == 2
    assert "pip install 'listlint[cluster]'" in end.err
