"""The same on a Dask cluster: one of this process, with a scheduler that may go away."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from conftest import Command
from listlint.fleet import cluster
from made import entries

pytestmark = pytest.mark.filterwarnings("ignore")


@pytest.fixture
def dask() -> Iterator[Any]:
    from distributed import LocalCluster

    with LocalCluster(
        n_workers=2, threads_per_worker=1, processes=False, dashboard_address=None
    ) as made:
        yield made


@pytest.fixture
def lists(folder: Path) -> Path:
    (folder / "lists").mkdir()
    for number in range(6):
        (folder / "lists" / f"{number}.md").write_text(entries(5 + number))
    return folder


def test_a_cluster_finds_what_processes_find(listlint: Command, lists: Path, dask: Any) -> None:
    here = listlint("fleet", "lists", "--quiet")
    there = listlint("fleet", "lists", "--quiet", "--scheduler", dask.scheduler_address)
    assert (there.code, there.err) == (here.code, "")

    def said(text: str) -> list[Any]:
        found = [json.loads(line) for line in text.splitlines()]
        found = [{k: v for k, v in each.items() if k != "digest"} for each in found]
        return sorted(found, key=lambda each: str(each["path"]))

    assert said(there.out) == said(here.out)


def test_a_scheduler_that_is_not_there(
    listlint: Command, lists: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "PATIENCE", 0.5)
    for address in ("tcp://127.0.0.1:9", "what is this"):
        end = listlint("fleet", "lists", "--scheduler", address)
        assert (end.code, end.out) == (2, "")
        assert "no Dask scheduler answers there" in end.err
        assert end.err.count("\n") == 1


def test_a_scheduler_that_goes_away(
    listlint: Command, lists: Path, dask: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was done by then is kept."""
    from listlint.fleet.kept import Kept

    add = Kept.add

    def add_and_close(kept: Kept, record: dict[str, Any]) -> None:
        add(kept, record)
        dask.close(5)

    monkeypatch.setattr(cluster, "AHEAD", 1)
    monkeypatch.setattr(cluster, "PATIENCE", 2)
    monkeypatch.setattr(Kept, "add", add_and_close)
    words = ("fleet", "lists", "--output", "out.jsonl", "--scheduler", dask.scheduler_address)
    end = listlint(*words)
    assert end.code == 2
    assert "it has gone: what was done by then is kept" in end.err
    done = len(Path("out.jsonl").read_text().splitlines())
    assert 1 <= done < 6


def test_workers_must_have_the_same_listlint(
    listlint: Command, lists: Path, dask: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "__version__", "99")
    end = listlint("fleet", "lists", "--scheduler", dask.scheduler_address)
    assert end.code == 2
    assert "this is 99: install the same there" in end.err


def test_a_cluster_without_workers_is_told(listlint: Command, lists: Path) -> None:
    from distributed import LocalCluster

    with LocalCluster(n_workers=0, processes=False, dashboard_address=None) as dask:
        end = listlint("fleet", "lists", "--scheduler", dask.scheduler_address)
    assert end.code == 2
    assert "it has no workers" in end.err


def test_what_must_be_installed_is_named(
    listlint: Command, lists: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("listlint.commands.fleet.find_spec", lambda name: None)
    end = listlint("fleet", "lists", "--scheduler", "tcp://127.0.0.1:9")
    assert end.code == 2
    assert "pip install 'listlint[cluster]'" in end.err
