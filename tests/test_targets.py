"""Which list somebody means who names a file or a folder."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from listlint.errors import UserError
from listlint.targets import list_at, lists_in


@pytest.mark.parametrize("name", ["README.md", "readme.md", "ReadMe.MD"])
def test_of_a_folder_its_readme_is_meant(folder: Path, name: str) -> None:
    (folder / name).touch()
    (folder / "other.md").touch()
    assert list_at(".") == name


def test_markdown_comes_before_restructuredtext(folder: Path) -> None:
    (folder / "README.rst").touch()
    (folder / "README.md").touch()
    assert list_at(".") == "README.md"


def test_a_file_is_itself(folder: Path) -> None:
    assert list_at("./docs/list.md") == "docs/list.md"
    assert list_at(str(folder / "list.md")) == str(folder / "list.md")


def test_a_folder_without_lists_is_said(folder: Path) -> None:
    with pytest.raises(UserError, match=r"no README\.md or README\.rst in this folder"):
        list_at(".")


def test_a_pattern_goes_through_the_folders_twice_at_most(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deep = folder.joinpath(*["a"] * 7)
    deep.mkdir(parents=True)
    (deep / "list.md").write_text("- Sorting Lists by Smell\n")
    looks = []
    scandir = os.scandir
    monkeypatch.setattr(os, "scandir", lambda *at: looks.append(at) or scandir(*at))
    assert lists_in(".", ["/".join(["**"] * 7) + "/list.md"]) == [os.path.relpath(deep / "list.md")]
    assert len(looks) < 100
    with pytest.raises(UserError, match="stands more than twice"):
        lists_in(".", ["**/a/**/a/**/list.md"])
