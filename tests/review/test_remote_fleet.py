"""Lists that lie at GitHub among many lists: fetched here, judged by whoever does the work."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from conftest import Command
from made import entries
from review.lists import BASE
from review.standin import StandIn
from review.state import Fault, State

FILES = {
    "README.md": BASE + "\n- Boats, ICLR 2024 [[Notes](docs/boats.md)] [[Map](docs/map.md)]\n",
    "docs/map.md": "# A map\n",
}


@pytest.fixture
def there(server: StandIn, state: State, folder: Path, monkeypatch: pytest.MonkeyPatch) -> State:
    """A repository, a list here, and a file that names both."""
    monkeypatch.setenv("GITHUB_API_URL", server.url)
    monkeypatch.delenv("GITHUB_TOKEN", raising=False)
    held(state, FILES)
    (folder / "here.md").write_text(entries(9))
    (folder / "lists.txt").write_text("here.md\nberg/tidying\n")
    return state


def held(state: State, files: dict[str, str]) -> None:
    state.commits["HEAD"] = state.commits[state.commit(dict(files))]


def records(file: str = "out.jsonl") -> dict[str, Any]:
    return {each["path"]: each for each in map(json.loads, Path(file).read_text().splitlines())}


def run(listlint: Command, *words: str) -> Any:
    return listlint("fleet", "lists.txt", "--output", "out.jsonl", *words)


def test_a_repository_is_one_of_many(there: State, listlint: Command) -> None:
    end = run(listlint, "--findings")
    assert (end.code, end.err) == (1, "")
    found = records()
    assert sorted(found) == ["berg/tidying/README.md", "here.md"]
    findings = found["berg/tidying/README.md"]["findings"]
    missing = [each["message"] for each in findings if each["rule"] == "missing-file"]
    assert ["boats" in each for each in missing] == [True]


def test_it_is_done_again_when_it_changed_there(there: State, listlint: Command) -> None:
    run(listlint)
    assert "(2 of them by an earlier run)" in run(listlint).out
    held(there, {**FILES, ".listlint.yml": "rules: {venue-spelling: off}\n"})
    assert "(1 of them by an earlier run)" in run(listlint).out
    assert "venue-spelling" not in records()["berg/tidying/README.md"]["rules"]
    held(there, {**FILES, "README.md": BASE})
    assert "(1 of them by an earlier run)" in run(listlint).out


def test_its_own_rules_run_here(there: State, listlint: Command) -> None:
    rule = "summary: No boats.\nwhy: So.\nmatch: Boats\nmessage: Says Boats.\n"
    rule += 'examples: [{bad: "- Boats\\n"}, {good: "- Sorting\\n"}]\n'
    held(there, {**FILES, ".listlint/rules/boats.yml": rule})
    run(listlint)
    assert records()["berg/tidying/README.md"]["rules"]["boats"] >= 1


def test_what_cannot_be_had_ends_nothing(there: State, listlint: Command) -> None:
    there.faults = [Fault("git/get-tree", 404), Fault("repos/get", 404)]
    end = run(listlint)
    assert end.code == 2
    assert records()["here.md"]["state"] == "checked"
    assert "not read: berg/tidying: neither a file here nor a repository at GitHub" in end.out
