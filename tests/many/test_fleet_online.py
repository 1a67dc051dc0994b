"""Many lists and services: one asker for all of them, and each thing is asked once."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from conftest import Command
from listlint.commands import _world
from listlint.facts import Answers
from listlint.world.settings import Told
from standin import Paper, Repository, Standin, World, standing

SMELL = Paper(
    "2305.00017",
    "Sorting Lists by Smell",
    ("Ada Almqvist", "Bo Berg"),
    keys={"DBLP": "conf/iclr/AlmqvistB24"},
    comment="Accepted at ICLR 2024",
)
UMBRELLAS = Paper("2302.00071", "Counting Umbrellas in the Dark", ("Carla Castellano",))
MAPS = Paper("2205.00019", "Folding Maps under Drift", ("Dora Dahl",))
WORLD = World(papers=(SMELL, UMBRELLAS, MAPS), repositories=(Repository("berg/smell"),))
FASTER = "links: {interval: {'*': 0.0, 127.0.0.1: 0.0}, timeout: 1}\n"


def line(paper: Paper) -> str:
    return f"- {paper.title}, arXiv 2023 [[Paper](https://arxiv.org/abs/{paper.id})]\n"


@pytest.fixture(scope="module")
def there() -> Iterator[Standin]:
    with standing(WORLD) as here:
        yield here


@pytest.fixture
def services(there: Standin, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Standin:
    """The stand-in, and three lists that share papers."""
    there.asked.clear()
    for name, value in there.environment().items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder / "cache"))
    (folder / ".listlint.yml").write_text(FASTER)
    (folder / "lists").mkdir()
    held = {"a": (SMELL, UMBRELLAS), "b": (SMELL, MAPS), "c": (UMBRELLAS, SMELL, MAPS)}
    for name, papers in held.items():
        text = "".join(map(line, papers))
        (folder / "lists" / f"{name}.md").write_text(text)
    return there


def run(listlint: Command, services: Standin, *words: str) -> Any:
    return listlint("fleet", "lists", "--online", *services.options(), *words)


def records(text: str) -> dict[str, Any]:
    return {each["path"]: each for each in map(json.loads, text.splitlines())}


@pytest.mark.parametrize("cache", [(), ("--no-cache",)])
def test_each_thing_is_asked_once_for_all_lists(
    listlint: Command, services: Standin, cache: tuple[str, ...]
) -> None:
    end = run(listlint, services, "--quiet", *cache)
    assert (end.code, end.err) == (1, "")
    found = records(end.out)
    assert [each["rules"].get("published-since") for each in found.values()] == [1, 1, 1]
    assert all(each["unchecked"] == {} for each in found.values())
    for service, asked in services.asked.items():
        assert max(Counter(asked).values()) == 1, service
    for paper in WORLD.papers:
        assert sum(paper.id in each for each in services.asked["arxiv"]) == 1


def test_what_was_asked_yesterday_holds_and_last_week_does_not(
    listlint: Command, services: Standin
) -> None:
    run(listlint, services, "--output", "out.jsonl")
    assert (
        "(3 of them by an earlier run)"
        in run(listlint, services, "--output", "out.jsonl", "--no-cache").out
    )
    asked = sum(map(len, services.asked.values()))
    found = records(Path("out.jsonl").read_text())
    old = ({**each, "day": "2020-02-02"} for each in found.values())
    Path("out.jsonl").write_text("".join(json.dumps(each) + "\n" for each in old))
    end = run(listlint, services, "--output", "out.jsonl", "--no-cache")
    assert "of them by an earlier run" not in end.out
    assert sum(map(len, services.asked.values())) > asked


def test_offline_results_are_no_online_ones(listlint: Command, services: Standin) -> None:
    listlint("fleet", "lists", "--output", "out.jsonl")
    assert "of them" not in run(listlint, services, "--output", "out.jsonl").out


def test_one_that_cannot_be_read_stops_no_asking(listlint: Command, services: Standin) -> None:
    Path("lists/binary.md").write_bytes(b"a\0b")
    Path("lists/names.txt").write_text("gone.md\n")
    end = run(listlint, services, "lists/names.txt", "--quiet")
    assert end.code == 2
    states = Counter(each["state"] for each in records(end.out).values())
    assert states == {"checked": 3, "unreadable": 2}


def test_interrupted_while_asking_nothing_is_judged(
    listlint: Command, services: Standin, monkeypatch: pytest.MonkeyPatch
) -> None:
    stopped = Told(Answers({}), interrupted=True)
    monkeypatch.setattr("listlint.world.ask.ask", lambda *given: stopped)
    end = run(listlint, services, "--output", "out.jsonl")
    assert end.code == 130
    assert "interrupted: " in end.err
    assert Path("out.jsonl").read_text() == ""


def test_a_fault_of_ours_while_asking_is_named(
    listlint: Command, services: Standin, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        _world.World, "services", lambda self, asked: self.faults.update(x=None) or {}
    )
    end = run(listlint, services)
    assert end.code == 3
    assert "our own fault" in end.err


def test_a_report_shows_what_links_answered(listlint: Command, services: Standin) -> None:
    services.asked.clear()
    end = listlint("report", "lists/a.md", "--online", *services.options(), "--output", "a.html")
    assert (end.code, end.err) == (0, "")
    page = Path("a.html").read_text()
    assert "and what its links answered" in page
    assert "2 of 2 links checked that still lead on" in page
    asked = dict(services.asked)
    assert asked
    listlint("report", "lists/a.md", "--output", "b.html")
    assert dict(services.asked) == asked
