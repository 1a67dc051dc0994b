"""Baselines: what is known isn't said again, wherever it has moved; what is new is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from conftest import Command
from review.lists import BASE, MISSPELT, OLD_FAULT, PAPERS, added, paper

KNOWN = ".listlint-baseline.json"


@pytest.fixture
def readme(folder: Path) -> Path:
    file = folder / "README.md"
    file.write_text(BASE)
    return file


def test_what_is_written_is_known(listlint: Command, readme: Path) -> None:
    end = listlint("--write-baseline", KNOWN)
    assert end == (0, "", f"listlint: {KNOWN} knows 1 finding of 1 list now\n")
    assert json.loads(Path(KNOWN).read_text()) == {
        "version": 1,
        "lists": {"README.md": {"arxiv:2203.00077": {"venue-spelling": 1}}},
    }
    end = listlint("--baseline", KNOWN)
    assert (end.code, end.err) == (0, "")
    assert "0 findings" in end.out
    assert "1 finding known from before" in end.out


def test_lines_above_and_moves_change_nothing(listlint: Command, readme: Path) -> None:
    listlint("--write-baseline", KNOWN)
    text = added(paper(50), paper(53)).replace(OLD_FAULT, "")
    readme.write_text(text.replace(PAPERS[0], OLD_FAULT + PAPERS[0]))
    assert listlint("--baseline", KNOWN).code == 0


def test_what_is_new_is_said_and_mended(listlint: Command, readme: Path) -> None:
    listlint("--write-baseline", KNOWN)
    readme.write_text(added(MISSPELT))
    end = listlint("--baseline", KNOWN)
    assert end.code == 1
    assert "README.md:15:" in end.out
    assert listlint("--fix", "--baseline", KNOWN).code == 0
    assert OLD_FAULT in readme.read_text()


def test_a_second_fault_of_the_same_kind_in_an_entry_is_new(
    listlint: Command, readme: Path
) -> None:
    broken = paper(60).replace(")]", ")") + paper(61)
    readme.write_text(added(broken))
    listlint("--write-baseline", KNOWN)
    assert listlint("--baseline", KNOWN).code == 0
    worse = broken.replace("\n", " [[Code] (https://github.com/berg/lids)]\n", 1)
    readme.write_text(added(worse))
    assert "1 finding," in listlint("--baseline", KNOWN).out


def test_the_configuration_may_name_it(listlint: Command, readme: Path) -> None:
    folder = readme.parent / "docs"
    folder.mkdir()
    (folder / "more.md").write_text(BASE)
    (readme.parent / ".git").mkdir()
    (readme.parent / ".listlint.yml").write_text("baseline: known.json\n")
    assert listlint("docs/more.md").err.startswith("listlint: ")
    assert listlint("--write-baseline", "known.json", "README.md", "docs/more.md").code == 0
    assert set(json.loads(Path("known.json").read_text())["lists"]) == {"README.md", "docs/more.md"}
    assert listlint("README.md", "docs/more.md").code == 0
    assert listlint("--write-baseline", "known.json").err.startswith("listlint: known.json knows 1")


def test_what_it_knows_of_other_lists_stays(listlint: Command, readme: Path) -> None:
    (readme.parent / "more.md").write_text(BASE)
    listlint("--write-baseline", KNOWN, "more.md")
    listlint("--write-baseline", KNOWN, "README.md")
    assert listlint("--baseline", KNOWN, "README.md", "more.md").code == 0
    readme.write_text(BASE.replace("NeurlPS", "NeurIPS"))
    listlint("--write-baseline", KNOWN)
    assert set(json.loads(Path(KNOWN).read_text())["lists"]["README.md"]) == set()


def test_the_file_is_the_same_whenever_it_is_written(listlint: Command, readme: Path) -> None:
    listlint("--write-baseline", KNOWN)
    first = Path(KNOWN).read_bytes()
    listlint("--write-baseline", KNOWN)
    assert Path(KNOWN).read_bytes() == first


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "isn't JSON"),
        ("[" * 100_000, "isn't JSON"),
        ("[]", "isn't a baseline, or of another version"),
        ('{"version": 2, "lists": {}}', "isn't a baseline, or of another version"),
        ('{"version": 1}', "doesn't hold counts by list, entry and rule"),
        ('{"version": 1, "lists": {"a": {"b": {"c": "d"}}}}', "doesn't hold counts"),
        (BASE, "isn't JSON"),
    ],
)
def test_what_is_no_baseline_is_said_and_never_overwritten(
    listlint: Command, readme: Path, text: str, said: str
) -> None:
    Path(KNOWN).write_text(text)
    for option in ("--baseline", "--write-baseline"):
        end = listlint(option, KNOWN)
        assert (end.code, end.out) == (2, "")
        assert end.err.startswith(f"listlint: {KNOWN}: {said}")
        assert end.err.count("\n") == 1
    assert Path(KNOWN).read_text() == text


def test_mistakes_in_use_are_one_line(listlint: Command, readme: Path) -> None:
    end = listlint("--baseline", "missing.json")
    assert end.code == 2
    assert end.err.startswith("listlint: missing.json: no such file: `listlint --write-baseline")
    for words in (["--since", "HEAD"], ["--diff"], ["--baseline", KNOWN]):
        end = listlint("--write-baseline", KNOWN, *words)
        assert (end.code, Path(KNOWN).exists()) == (2, False)
    assert listlint("--write-baseline", "nowhere/known.json").code == 2


def test_a_list_that_cannot_be_read_keeps_what_was_known(listlint: Command, readme: Path) -> None:
    listlint("--write-baseline", KNOWN)
    first = Path(KNOWN).read_bytes()
    readme.write_bytes(b"\0")
    assert listlint("--write-baseline", KNOWN).code == 2
    assert Path(KNOWN).read_bytes() == first
