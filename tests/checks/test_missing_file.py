"""Files beside a list, as a user has them: found, missing, in another case, or elsewhere."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from conftest import Command

ENTRY = "- Sorting Lists by Smell, ICLR 2024 [[Paper](https://arxiv.org/abs/2401.00017)]"


def write(folder: Path, *links: str) -> None:
    targets = " ".join(f"[more]({link})" for link in links)
    (folder / "README.md").write_text(f"# Papers\n\n{ENTRY} {targets}\n")


def said(listlint: Command, *words: str, stdin: bytes = b"") -> list[str]:
    ended = listlint("check", "--select", "missing-file", "--format", "json", *words, stdin=stdin)
    return [each["message"] for each in json.loads(ended.out)["findings"]]


def test_a_list_alone_in_its_folder_is_left_unchecked(folder: Path, listlint: Command) -> None:
    write(folder, "docs/plot.png")
    assert not said(listlint, "README.md")
    assert not said(listlint, ".")


def test_in_a_repository_every_file_must_be_there(folder: Path, listlint: Command) -> None:
    (folder / ".git").mkdir()
    write(folder, "docs/plot.png")
    assert said(listlint, "README.md") == [
        "There is no `docs/plot.png` beside this list. Add the file, or mend the link."
    ]


def test_one_file_that_is_there_shows_that_the_folder_is_whole(
    folder: Path, listlint: Command
) -> None:
    (folder / "plot.png").touch()
    write(folder, "plot.png", "other.png")
    assert len(said(listlint, "README.md")) == 1


def test_a_folder_that_is_named_is_whole(folder: Path, listlint: Command) -> None:
    (folder / "plot.png").touch()
    write(folder, "other.png")
    assert not said(listlint, "README.md")
    assert len(said(listlint, ".")) == 1


def test_standard_input_has_no_folder(folder: Path, listlint: Command) -> None:
    (folder / ".git").mkdir()
    write(folder, "docs/plot.png")
    text = (folder / "README.md").read_bytes()
    assert not said(listlint, "-", "--stdin-filename", "README.md", stdin=text)


def test_names_are_spelt_as_they_are(folder: Path, listlint: Command) -> None:
    (folder / ".git").mkdir()
    (folder / "docs").mkdir()
    (folder / "docs" / "plot.png").touch()
    write(folder, "docs/Plot.png")
    (message,) = said(listlint, "README.md")
    assert "but `plot.png`: write it in the same case" in message


@pytest.mark.parametrize(
    "link",
    [
        "docs/a%20plot.png",
        "./docs/a%20plot.png?raw=true",
        "docs/a%20plot.png#page=2",
        "/docs/a%20plot.png",
        "docs/",
        "../../issues",  # outside, as GitHub's own pages are
        "mailto:someone@example.org",
        "//example.org/plot.png",
        "?tab=readme",
        "module/inside.md",  # a submodule that isn't checked out
        "README.md",
    ],
)
def test_what_is_there_or_elsewhere(folder: Path, listlint: Command, link: str) -> None:
    (folder / ".git").mkdir()
    (folder / "docs").mkdir()
    (folder / "module").mkdir()
    (folder / "docs" / "a plot.png").touch()
    write(folder, link)
    assert not said(listlint, "README.md")


def test_an_address_without_its_scheme_says_so(folder: Path, listlint: Command) -> None:
    (folder / ".git").mkdir()
    write(folder, "github.com/almqvist/smell")
    (message,) = said(listlint, "README.md")
    assert "has no `https://`" in message


def test_images_and_links_of_html_are_files_too(folder: Path, listlint: Command) -> None:
    (folder / ".git").mkdir()
    (folder / "README.md").write_text(
        f'# Papers\n\n<p><img src="a.png"><a href="b.md">b</a></p>\n\n{ENTRY} ![c](c.png)\n'
    )
    assert len(said(listlint, "README.md")) == 3


def test_an_anchor_needs_no_folder(folder: Path, listlint: Command) -> None:
    write(folder, "#papers", "#gone", "README.md#Papers")
    assert said(listlint, "README.md") == ["No heading has the anchor `#gone`."]
