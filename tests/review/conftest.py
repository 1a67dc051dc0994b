"""A run of ``listlint review`` as a runner starts it, against the stand-in of GitHub."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from listlint.cli import main
from review.standin import StandIn
from review.state import State


class Ran(NamedTuple):
    """What a step of a workflow leaves behind."""

    code: int
    out: str
    err: str
    summary: str
    outputs: dict[str, str]


Run = Callable[..., Ran]


@pytest.fixture
def state() -> State:
    return State()


@pytest.fixture
def server(state: State) -> Iterator[StandIn]:
    with StandIn(state) as running:
        yield running
    assert not state.breaches


@pytest.fixture
def run(
    server: StandIn,
    state: State,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Run:
    """``run("pull_request")``: one step on that event; inputs by name, ``_`` for ``-``."""
    monkeypatch.setattr(time, "sleep", lambda seconds: None)

    def step(event: str = "pull_request", payload: Any = None, *words: str, **inputs: str) -> Ran:
        for name in ("event.json", "output", "summary"):
            (tmp_path / name).write_text("")
        given = payload if payload is not None else {"pull_request": {"number": 7}}
        text = given if isinstance(given, str) else json.dumps(given)
        (tmp_path / "event.json").write_text(text)
        env = {
            "GITHUB_EVENT_NAME": event,
            "GITHUB_EVENT_PATH": str(tmp_path / "event.json"),
            "GITHUB_OUTPUT": str(tmp_path / "output"),
            "GITHUB_STEP_SUMMARY": str(tmp_path / "summary"),
            "GITHUB_REPOSITORY": "berg-lab/awesome-tidying",
            "GITHUB_SERVER_URL": "https://github.example",
            "GITHUB_API_URL": server.url,
            "GITHUB_SHA": state.head,
            "INPUT_TOKEN": "a-token",
            "INPUT_ONLINE": "false",
        }
        env |= {f"INPUT_{name.upper().replace('_', '-')}": value for name, value in inputs.items()}
        for name, value in env.items():
            monkeypatch.setenv(name, value)
        capsys.readouterr()
        code = main(["review", *words])
        out, err = capsys.readouterr()
        summary = (tmp_path / "summary").read_text()
        return Ran(code, out, err, summary, _outputs((tmp_path / "output").read_text()))

    return step


def _outputs(text: str) -> dict[str, str]:
    """The outputs file as a runner reads it."""
    found = {}
    lines = iter(text.splitlines())
    for line in lines:
        name, _, end = line.partition("<<")
        value = []
        for each in lines:
            if each == end:
                break
            value.append(each)
        found[name] = "\n".join(value)
    return found
