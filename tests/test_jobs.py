"""Several lists at a time say what they would have said one after the other."""

from __future__ import annotations

from pathlib import Path

import pytest

from conftest import Command
from made import entries

MISSPELT = "- Sorting Lists by Smell, NeurlPS 2023 [[Paper](https://arxiv.org/abs/2303.00001)]\n"


@pytest.fixture
def names(folder: Path) -> list[str]:
    for name in ("a.md", "b.md", "c.md"):
        (folder / name).write_text(entries(3) + MISSPELT)
    (folder / "prose.md").write_text("Only prose.\n")
    return ["a.md", "none.md", "b.md", "prose.md", "c.md"]


@pytest.mark.parametrize("form", ["text", "json", "sarif"])
def test_the_same_in_the_same_order(listlint: Command, names: list[str], form: str) -> None:
    alone = listlint("--format", form, *names)
    together = listlint("--format", form, "--jobs", "2", *names)
    assert alone == together
    assert alone.code == 2
    assert "none.md: no such file" in alone.err
    assert "prose.md: nothing was checked" in alone.err


def test_standard_input_among_them(listlint: Command, names: list[str]) -> None:
    end = listlint("--jobs", "0", "a.md", "-", "b.md", stdin=MISSPELT.encode())
    assert end.code == 1
    places = [line.partition(":")[0] for line in end.out.splitlines() if "error" in line]
    assert places == ["a.md", "<stdin>", "b.md"]


def test_with_rules_of_their_own_they_wait_for_one_another(
    listlint: Command, folder: Path, names: list[str]
) -> None:
    (folder / ".listlint" / "rules").mkdir(parents=True)
    rule = "summary: x\nmessage: says smell\nmatch: Smell\nlevel: error\n"
    (folder / ".listlint" / "rules" / "smell.yml").write_text(rule)
    out = listlint("--jobs", "2", "--select", "smell", "--statistics", "a.md", "b.md").out
    assert out.startswith("     8  error    smell")


@pytest.mark.parametrize("word", ["-1", "two", "1000"])
def test_what_is_no_number_of_jobs(listlint: Command, names: list[str], word: str) -> None:
    end = listlint("--jobs", word, "a.md")
    assert (end.code, end.out) == (2, "")
    assert "write a number from 0 to 999" in end.err
