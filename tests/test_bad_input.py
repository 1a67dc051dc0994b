"""What isn't a list: one line with the remedy, exit 2; hostile lists: an end in time, no crash."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from conftest import Command
from made import entries

BAD = {
    "binary.md": (b"PK\x03\x04\x00\x00", "is a binary file: name a Markdown list"),
    "utf16.md": ("# Papers".encode("utf-16"), "is UTF-16: save it as UTF-8"),
    "broken.md": (b"# Papers\n- \xff\n", "isn't UTF-8 here (byte 0xff): save the file as UTF-8"),
    "big.md": (b"- x\n" * 2_200_000, "is larger than 8 MiB: split the list"),
    "long.md": (b"- " + b"x" * 100_001, "the line has more than 100,000 characters"),
}


@pytest.mark.parametrize("name", BAD)
@pytest.mark.parametrize("command", ["check", "export"])
def test_what_cannot_be_read_is_one_line_with_the_remedy(
    listlint: Command, folder: Path, name: str, command: str
) -> None:
    data, remedy = BAD[name]
    (folder / name).write_bytes(data)
    end = listlint(command, name)
    assert (end.code, end.out) == (2, "")
    assert end.err.startswith(f"listlint: {name}:")
    assert remedy in end.err
    assert end.err.count("\n") == 1


def test_a_pipe_named_as_a_list_is_not_waited_for(listlint: Command, folder: Path) -> None:
    os.mkfifo(folder / "pipe.md")
    said = "isn't a regular file"
    for words in (["pipe.md"], ["export", "pipe.md"], ["--config", "pipe.md", "README.md"]):
        end = listlint(*words)
        assert (end.code, end.out, end.err.count("\n")) == (2, "", 1)
        assert end.err.startswith(f"listlint: pipe.md: {said}")
    (folder / "README.md").write_text(entries(9))
    end = listlint("--baseline", "pipe.md", "README.md")
    assert (end.code, said in end.err) == (2, True)


def test_a_folder_without_lists(listlint: Command, folder: Path) -> None:
    (folder / "docs").mkdir()
    assert listlint("docs") == (
        2,
        "",
        "listlint: docs: no README.md or README.rst in this folder: name the list's file\n",
    )
    assert listlint().code == 2


@pytest.mark.parametrize("text", ["", "\n", "# A project\n\nInstall it with care.\n"])
def test_a_list_in_which_nothing_was_read_is_not_clean(
    listlint: Command, folder: Path, text: str
) -> None:
    (folder / "README.md").write_text(text)
    end = listlint("README.md")
    assert end.code == 2
    assert end.err.startswith("listlint: README.md: nothing was checked: ")
    assert end.out.startswith("0 entries read ")
    assert listlint().code == 0
    assert "nothing was checked" in listlint().err
    assert listlint("export", "README.md").code == 2


def test_standard_input_is_a_list_too(listlint: Command) -> None:
    end = listlint(
        "-", "--format", "json", "--stdin-filename", "lists/a.md", stdin=entries(2).encode()
    )
    assert '"path": "lists/a.md"' in end.out
    assert end.code == 0
    assert "nothing was checked" in listlint("-").err
    assert "<stdin>: is UTF-16" in listlint("-", stdin="# Papers".encode("utf-16")).err


def test_names_of_files_are_harmless_too(listlint: Command, folder: Path) -> None:
    end = listlint("::error::\x1b[2J.md")
    assert "\x1b" not in end.err
    assert "\\u{1b}" in end.err


@pytest.mark.skipif(sys.platform in ("darwin", "win32"), reason="names are text there")
@pytest.mark.parametrize("format_", ["text", "json", "sarif", "gitlab", "github", "junit"])
def test_a_name_that_is_no_text_can_be_written_in_every_format(
    listlint: Command, folder: Path, format_: str
) -> None:
    name = os.fsdecode(b"caf\xe9.md")
    (folder / name).write_text(entries(12) + "- Sorting Lists by Touch, NeurlPS 2022\n")
    assert listlint("check", "--format", format_, name).code == 1


HOSTILE = {
    "50,000 brackets": "- " + "[" * 50_000,
    "closed brackets": "- " + "[" * 20_000 + "]" * 20_000,
    "20,000 links": "- Lists\n" + "  [a](https://a.example/b)\n" * 20_000,
    "deep quotes": ">" * 5_000 + " a paper",
    "deep bullets": "".join("  " * n + f"- Level {n}\n" for n in range(300)),
    "equal titles": "- Sorting Lists by Smell, ACL 2022\n" * 6_000,
    "wide table": ("|" + " a |" * 300 + "\n" + "|" + "-|" * 300 + "\n")
    + ("|" + " a |" * 300 + "\n") * 200,
    "controls": "- \x1b[2J \u202e \x07 Sorting Lists\x9b31m, NeurlPS 2022 ::error::x ##[group]y\n",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_list_ends_and_nothing_raw_comes_out(
    listlint: Command, folder: Path, name: str
) -> None:
    (folder / "README.md").write_text(HOSTILE[name])
    for words in (["check"], ["export"], ["check", "--notes"], ["check", "--format", "json"]):
        end = listlint(*words, "README.md")
        assert end.code in (0, 1, 2), end.err
        shown = end.out + end.err
        assert shown.replace("\n", "").isprintable() or shown.isascii()
        assert not any(mark in shown for mark in ("\x1b", "\u202e", "\x07", "\x9b", "##["))
        assert not any(line.lstrip().startswith("::") for line in shown.splitlines())
