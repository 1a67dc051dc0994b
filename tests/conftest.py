"""The command as a user has it, run inside the test's process and in a folder of its own."""

from __future__ import annotations

import io
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import settings

from listlint.cli import main

# A property holds however busy the machine is: no example has to come out in a certain time.
settings.register_profile("steady", deadline=None)
settings.load_profile("steady")

# Tests that run in the background may have been left deaf to Ctrl-C, which some of them press.
signal.signal(signal.SIGINT, signal.default_int_handler)


class Ended(NamedTuple):
    """How a command ended, and what it said."""

    code: int
    out: str
    err: str


Command = Callable[..., Ended]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, and the one that commands run in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def listlint(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Command:
    """``listlint("check", "README.md")``; no colours, no terminal."""
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    monkeypatch.delenv("NO_COLOR", raising=False)

    def run(*words: str, stdin: bytes = b"") -> Ended:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        capsys.readouterr()
        code = main(words)
        return Ended(code, *capsys.readouterr())

    return run
