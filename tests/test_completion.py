"""Completion in shells: the words of the commands, in each shell that is installed."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from conftest import Command
from listlint.cli import command_names

ASK = """
source "$1"
shift
COMP_WORDS=("$@")
COMP_CWORD=$(($# - 1))
_shtab_listlint
printf '%s\\n' "${COMPREPLY[@]}"
"""


def completed(listlint: Command, folder: Path, *words: str) -> list[str]:
    """What bash offers for the last of ``words``."""
    script = folder / "script"
    script.write_text(listlint("--completion", "bash").out)
    command = ["bash", "-c", ASK, "bash", str(script), "listlint", *words]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (("ch",), "check"),
        (("check", "--stat"), "--statistics"),
        (("check", "--format", "sar"), "sarif"),
        (("check", "--select", "venue-sp"), "venue-spelling"),
        (("explain", "shared-l"), "shared-link"),
        (("check", "lis"), "list.md"),
    ],
)
def test_what_bash_offers(
    listlint: Command, folder: Path, words: tuple[str, ...], offered: str
) -> None:
    (folder / "list.md").touch()
    assert completed(listlint, folder, *words) == [offered]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_every_shell_gets_every_command_in_its_own_language(
    listlint: Command, folder: Path, shell: str
) -> None:
    end = listlint("--completion", shell)
    assert end.code == 0
    assert all(name in end.out for name in command_names())
    (folder / "script").write_text(end.out)
    if shutil.which(shell):
        subprocess.run([shell, "-n", "script"], check=True)


@pytest.mark.parametrize("words", [(), ("bsh",), ("bash", "zsh")])
def test_an_unknown_shell_is_told(listlint: Command, words: tuple[str, ...]) -> None:
    end = listlint("--completion", *words)
    assert (end.code, end.out) == (2, "")
    assert "--completion: write one of bash, zsh, fish behind it" in end.err
