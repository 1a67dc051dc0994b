"""A file's bytes survive: what isn't edited stays as it is, to the last line end."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listlint.errors import UserError
from listlint.finding import Edit, Span
from listlint.source import Source, from_bytes, read_source, replace_file

RAW = st.lists(
    st.sampled_from(["\n", "\r\n", "\r", "a", "é", "😀", " ", "\u2028", "\x0c", "x"])
).map("".join)
BOM = b"\xef\xbb\xbf"


@st.composite
def edited(draw: st.DrawFn) -> tuple[str, list[Edit]]:
    """A file's text, and edits that don't overlap."""
    raw = draw(RAW)
    size = len(raw.replace("\r\n", "\n"))
    places = sorted(draw(st.sets(st.integers(0, size), max_size=6)))
    pairs = zip(places[::2], places[1::2], strict=False)
    return raw, [Edit(start, end, draw(st.sampled_from(["", "N", "N\nN"]))) for start, end in pairs]


@given(RAW, st.booleans())
def test_without_edits_the_bytes_are_the_same(raw: str, bom: bool) -> None:
    data = (BOM if bom else b"") + raw.encode()
    source = from_bytes(data, "list")
    assert source.bom is bom
    assert source.encode(source.edited([])) == data


@given(edited())
def test_an_edit_changes_its_characters_alone(case: tuple[str, list[Edit]]) -> None:
    raw, edits = case
    source = Source(raw)
    units = re.findall(r"\r\n|.", raw, re.DOTALL)  # a character of the text is one of these
    for edit in reversed(edits):
        units[edit.start : edit.end] = [edit.text.replace("\n", source.newline)]
    assert source.edited(edits) == "".join(units)


@given(RAW)
def test_lines_and_columns(raw: str) -> None:
    source = Source(raw)
    lines = source.text.split("\n")
    for number, text in enumerate(lines, 1):
        start, end = source.line_span(number)
        assert source.text[start:end] == text
        for offset in {start, end}:
            assert source.position(offset) == (number, offset - start + 1)
            assert source.line(offset) == number
    assert len(source.line_starts) == len(lines)


def test_a_line_ends_at_lf_and_crlf_only() -> None:
    source = Source("a\u2028b\x0cc\rd\r\ne\n")
    assert source.position(source.text.index("d")) == (1, 7)
    assert source.position(source.text.index("e")) == (2, 1)
    assert source.line_span(2) == Span(8, 9)


@pytest.mark.parametrize(
    ("raw", "newline"),
    [
        ("", "\n"),
        ("a", "\n"),
        ("a\r\nb\r\n", "\r\n"),
        ("a\r\nb\n", "\n"),
        ("a\r\nb\r\nc\n", "\r\n"),
        ("a\nb\n", "\n"),
    ],
)
def test_what_is_inserted_ends_lines_as_most_of_the_file_does(raw: str, newline: str) -> None:
    source = Source(raw)
    assert source.newline == newline
    assert source.edited([Edit(0, 0, "x\ny\r\n")]) == f"x{newline}y{newline}{raw}"


def test_text_is_the_files_own_where_no_line_end_differs() -> None:
    raw = "a\nb\n"
    assert Source(raw).text is raw


# -- what can't be read


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"a\0b", "README.md: is a binary file: name a Markdown list"),
        ("é".encode("utf-16"), "README.md: is UTF-16: save it as UTF-8"),
        (b"\xfe\xff\0a", "README.md: is UTF-16: save it as UTF-8"),
        (
            "one\ntwö\xe9".encode("latin-1"),
            "README.md:2:3: isn't UTF-8 here (byte 0xf6): save the file as UTF-8",
        ),
        (
            BOM + "é".encode() + b"\xff",
            "README.md:1:2: isn't UTF-8 here (byte 0xff): save the file as UTF-8",
        ),
        (
            b"a\n" + b"b" * 100_001,
            "README.md:2: the line has more than 100,000 characters: break it into lines",
        ),
        (
            b"a\n" * (4 * 1024 * 1024) + b"b",
            "README.md: is larger than 8 MiB: split the list into several files",
        ),
    ],
)
def test_what_cannot_be_read_is_said_in_one_line(tmp_path: Path, data: bytes, says: str) -> None:
    file = tmp_path / "README.md"
    file.write_bytes(data)
    with pytest.raises(UserError) as told:
        read_source(file)
    assert str(told.value).removeprefix(f"{tmp_path}/") == says
    with pytest.raises(UserError):
        from_bytes(data, "README.md")


def test_the_largest_that_is_read() -> None:
    data = (b"b" * 100_000 + b"\n") * 83
    assert len(from_bytes(data, "list").text) == len(data)


def test_missing_files_and_folders(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no such file: check the name and the folder"):
        read_source(tmp_path / "README.md")
    with pytest.raises(UserError, match="is a folder: name a list in it"):
        read_source(tmp_path)
    (tmp_path / "file").write_text("")
    with pytest.raises(UserError, match="can't be read: Not a directory"):
        read_source(tmp_path / "file" / "README.md")


# -- writing


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_replaced_and_keeps_its_mode(tmp_path: Path) -> None:
    file = tmp_path / "README.md"
    file.write_bytes(b"old")
    file.chmod(0o640)
    owner = (file.stat().st_uid, file.stat().st_gid)
    replace_file(file, b"new\r\n")
    assert file.read_bytes() == b"new\r\n"
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert (file.stat().st_uid, file.stat().st_gid) == owner
    assert names(tmp_path) == ["README.md"]


def test_a_symbolic_link_stays_one(tmp_path: Path) -> None:
    target = tmp_path / "docs" / "list.md"
    target.parent.mkdir()
    target.write_bytes(b"old")
    link = tmp_path / "README.md"
    link.symlink_to(Path("docs") / "list.md")
    replace_file(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert names(tmp_path) == ["README.md", "docs"]


def test_a_new_file_has_the_mode_of_any_new_file(tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.write_bytes(b"")
    replace_file(tmp_path / "new", b"x")
    assert (tmp_path / "new").stat().st_mode == other.stat().st_mode


def test_what_cannot_be_written_leaves_the_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "README.md"
    file.write_bytes(b"old")

    def fail(*places: str) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(UserError, match="can't be written: No space left on device"):
        replace_file(file, b"new")
    assert file.read_bytes() == b"old"
    assert names(tmp_path) == ["README.md"]


def test_a_folder_that_is_missing_is_said(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="can't be written: No such file or directory"):
        replace_file(tmp_path / "docs" / "README.md", b"new")
