"""The issue of papers that a list may want: opened once, added to, its ticked boxes kept."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import pytest

from listlint.commands._world import World
from listlint.facts import AGREES, NEWEST, RECOMMENDED, Answer, Question
from listlint.review.wanting import TITLE
from review.conftest import Run
from review.lists import BASE
from review.state import State

UMBRELLAS = {
    "id": "arxiv:2411.00009",
    "title": "Weighing Umbrellas @everyone [x](y)",
    "year": "2024",
}
KETTLES = {"id": "arxiv:2411.00010", "title": "Counting Kettles with Care", "year": "2024"}
THERE = {"id": "arxiv:2203.00003", "title": "Whatever it is called", "year": "2022"}


@pytest.fixture
def named(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, str]]:
    """Papers that services name; a test fills it."""
    papers: list[dict[str, str]] = [UMBRELLAS, THERE]

    def services(self: World, questions: Sequence[Question], links: object = None) -> Any:
        says = {"papers": json.dumps(papers)}
        return {q: Answer(AGREES, says) for q in questions if q.topic in (RECOMMENDED, NEWEST)}

    monkeypatch.setattr(World, "services", services)
    return papers


@pytest.fixture
def there(state: State) -> State:
    state.open({"README.md": BASE}, {"README.md": BASE})
    return state


def look(run: Run) -> None:
    assert run("schedule", {}, discover="true", online="true").code == 0


def ours(state: State) -> dict[str, Any]:
    (found,) = [each for each in state.issues if each["title"] == TITLE]
    return found


def test_it_is_opened_with_boxes_and_left_alone_while_nothing_is_new(
    run: Run, there: State, named: list[dict[str, str]]
) -> None:
    look(run)
    body = ours(there)["body"]
    assert body.count("\n- [ ] ") == 1
    assert "https://arxiv.org/abs/2411.00009" in body
    assert "@everyone" not in body
    assert "2203.00003" not in body
    there.writes.clear()
    look(run)
    assert [name for name, _ in there.writes if "create" in name] == []
    assert ours(there)["body"] == body


def test_what_is_new_comes_first_and_ticked_boxes_stay(
    run: Run, there: State, named: list[dict[str, str]]
) -> None:
    look(run)
    ours(there)["body"] = ours(there)["body"].replace("- [ ]", "- [x]")
    named.append(KETTLES)
    look(run)
    boxes = [line[:22] for line in ours(there)["body"].split("\n") if line.startswith("- [")]
    assert boxes == ["- [ ] [Counting Kettle", "- [x] [Weighing Umbrel"]


def test_what_was_declined_is_not_named(
    run: Run, state: State, named: list[dict[str, str]]
) -> None:
    files = {"README.md": BASE, ".listlint/declined": "2411.00009\n"}
    state.open(files, files)
    look(run)
    assert [each["title"] for each in state.issues if each["title"] == TITLE] == []


def test_without_the_input_nobody_looks(
    run: Run, there: State, named: list[dict[str, str]]
) -> None:
    run("schedule", {}, online="true")
    assert TITLE not in [each["title"] for each in there.issues]
