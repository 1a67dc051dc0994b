"""Bytes to text and back: line ends and byte order mark kept, offsets to lines and columns.

Everything else sees ``Source.text``, in which every line ends in ``\\n``. Only this module knows
what the file really holds.
"""

from __future__ import annotations

import os
import stat
from bisect import bisect_right
from collections.abc import Callable, Iterable
from contextlib import suppress
from itertools import accumulate
from pathlib import Path

from listlint.errors import UserError
from listlint.finding import Edit, Span, apply

BIGGEST_FILE = 8 * 1024 * 1024
LONGEST_LINE = 100_000
BOM = "\ufeff"
WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")  # UTF-16, and UTF-32 which begins alike


class Source:
    """A file's text: as it stands (``raw``) and with plain line ends (``text``)."""

    __slots__ = ("_returns", "_starts", "bom", "newline", "raw", "text")

    def __init__(self, raw: str, *, bom: bool = False) -> None:
        self.raw = raw
        self.bom = bom
        self.text = raw.replace("\r\n", "\n") if "\r\n" in raw else raw
        returns = len(raw) - len(self.text)
        self.newline = "\r\n" if returns * 2 > self.text.count("\n") else "\n"
        self._returns: list[int] | None = None if returns else []
        self._starts: list[int] | None = None

    @property
    def line_starts(self) -> list[int]:
        """Where each line of ``text`` begins; behind a last line end begins an empty line."""
        if self._starts is None:
            lines = self.text.split("\n")
            self._starts = [0, *accumulate(len(line) + 1 for line in lines[:-1])]
        return self._starts

    def line(self, offset: int) -> int:
        """The line, counted from 1, in which ``offset`` lies."""
        return bisect_right(self.line_starts, offset)

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of ``offset``, both from 1, in code points."""
        line = self.line(offset)
        return line, offset - self.line_starts[line - 1] + 1

    def line_span(self, line: int) -> Span:
        """What stands in a line, without its line end."""
        starts = self.line_starts
        end = starts[line] - 1 if line < len(starts) else len(self.text)
        return Span(starts[line - 1], end)

    def edited(self, edits: Iterable[Edit]) -> str:
        """The file's text with edits made; line ends of what is inserted are the file's own."""
        return apply(self.raw, [self._in_raw(edit) for edit in edits])

    def encode(self, raw: str) -> bytes:
        """``raw`` as bytes of such a file."""
        return (BOM + raw if self.bom else raw).encode()

    def _in_raw(self, edit: Edit) -> Edit:
        text = edit.text.replace("\r\n", "\n").replace("\n", self.newline)
        return Edit(self._raw_offset(edit.start), self._raw_offset(edit.end), text)

    def _raw_offset(self, offset: int) -> int:
        """Offsets fall before a CRLF or after it, never into it."""
        if self._returns is None:
            self._returns = _returns_before(self.raw)
        return offset + bisect_right(self._returns, offset)


def _returns_before(raw: str) -> list[int]:
    """Offset in ``text`` behind each line end that is CRLF in ``raw``."""
    found: list[int] = []
    place = raw.find("\r\n")
    while place >= 0:
        found.append(place - len(found) + 1)
        place = raw.find("\r\n", place + 2)
    return found


def read_source(path: str | Path) -> Source:
    """The file at ``path``; what can't be read as a list raises a ``UserError``."""
    try:
        if os.path.isdir(path):
            raise UserError(f"{path}: is a folder: name a list in it, such as {path}/README.md")
        if _size(path, "name a list, or - for standard input") > BIGGEST_FILE:
            raise UserError(_too_big(path))
        with open(path, "rb") as file:
            data = file.read(BIGGEST_FILE + 1)
    except FileNotFoundError:
        raise UserError(f"{path}: no such file: check the name and the folder") from None
    except OSError as fault:
        raise UserError(f"{path}: can't be read: {fault.strerror}") from None
    return from_bytes(data, str(path))


def _size(path: str | Path, instead: str) -> int:
    """How much a file holds; a pipe that nobody writes to would be waited for without end."""
    found = os.stat(path)
    if not stat.S_ISREG(found.st_mode):
        raise UserError(f"{path}: isn't a regular file: {instead}")
    return found.st_size


def from_bytes(data: bytes, name: str) -> Source:
    """The text that ``data`` holds; ``name`` is what messages call it."""
    if len(data) > BIGGEST_FILE:
        raise UserError(_too_big(name))
    if data.startswith(WIDE_MARKS):
        raise UserError(f"{name}: is UTF-16: save it as UTF-8")
    if b"\0" in data:
        raise UserError(f"{name}: is a binary file: name a Markdown list")
    try:
        raw = data.decode()
    except UnicodeDecodeError as fault:
        raise UserError(_not_utf8(data, fault.start, name)) from None
    bom = raw.startswith(BOM)
    source = Source(raw[1:] if bom else raw, bom=bom)
    _check_lines(source, name)
    return source


def _too_big(name: str | Path) -> str:
    return f"{name}: is larger than 8 MiB: split the list into several files"


def _not_utf8(data: bytes, at: int, name: str) -> str:
    before = data[:at].decode().removeprefix(BOM)
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    return (
        f"{name}:{line}:{column}: isn't UTF-8 here (byte 0x{data[at]:02x}): save the file as UTF-8"
    )


def _check_lines(source: Source, name: str) -> None:
    if len(source.text) <= LONGEST_LINE:
        return
    starts = [*source.line_starts, len(source.text) + 1]
    for number, start in enumerate(starts[:-1], 1):
        if starts[number] - start > LONGEST_LINE + 1:
            raise UserError(
                f"{name}:{number}: the line has more than 100,000 characters: break it into lines"
            )


def replace_file(path: str | Path, data: bytes) -> None:
    """Write ``data`` to ``path`` all or not at all; a symbolic link stays one."""
    target = os.path.realpath(path)
    try:
        _replace(target, data, lambda temporary: _like(temporary, target))
    except OSError as fault:
        raise UserError(f"{path}: can't be written: {fault.strerror}") from None


def mend_file(path: str | Path, was: bytes, now: bytes) -> None:
    """Write ``now`` in place of ``was``, if that still stands there; mode and owner are kept."""
    target = os.path.realpath(path)

    def check(temporary: str) -> None:
        _keep_owner(path, temporary, target)
        with open(target, "rb") as file:
            if file.read(len(was) + 1) != was:
                raise UserError(f"{path}: changed meanwhile and is left as it is: run this again")

    try:
        if not os.stat(target).st_mode & 0o222 or not os.access(target, os.W_OK):
            raise UserError(f"{path}: is read-only: make it writable first (chmod u+w)")
        _replace(target, now, check)
    except FileNotFoundError:
        raise UserError(f"{path}: vanished meanwhile: nothing was written") from None
    except OSError as fault:
        raise UserError(f"{path}: can't be written: {fault.strerror}") from None


def _replace(target: str, data: bytes, prepare: Callable[[str], None]) -> None:
    """A whole file takes the place of another; whatever happens, one of the two stands there."""
    import tempfile  # takes longer to import than a list to parse

    handle, temporary = tempfile.mkstemp(prefix=".listlint-", dir=os.path.dirname(target))
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        prepare(temporary)
        os.replace(temporary, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(temporary)
        raise


def read_small(path: str | Path, limit: int) -> bytes:
    """A file that isn't a list, up to ``limit`` bytes."""
    try:
        _size(path, "name one that is")
        with open(path, "rb") as file:
            data = file.read(limit + 1)
    except OSError as fault:
        raise UserError(f"{path}: can't be read: {fault.strerror}") from None
    if len(data) > limit:
        raise UserError(f"{path}: is larger than {limit // 1024} KiB, the most that is read")
    return data


def append_text(path: str | Path, text: str) -> None:
    """Add ``text`` to a file that others write to as well."""
    try:
        with open(path, "a", encoding="utf-8", newline="") as file:
            file.write(text)
    except OSError as fault:
        raise UserError(f"{path}: can't be written: {fault.strerror}") from None


def _like(temporary: str, target: str) -> None:
    """Give the new file the old one's owner and mode, or those of any new file."""
    try:
        old = os.stat(target)
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        os.chmod(temporary, 0o666 & ~mask)
        return
    with suppress(PermissionError):
        os.chown(temporary, old.st_uid, old.st_gid)
    os.chmod(temporary, stat.S_IMODE(old.st_mode))


def _keep_owner(path: str | Path, temporary: str, target: str) -> None:
    """Give the new file the old one's owner and mode; who may not do so may not replace it."""
    old = os.stat(target)
    try:
        os.chown(temporary, old.st_uid, old.st_gid)
    except PermissionError:
        raise UserError(
            f"{path}: belongs to another user or group, and would change hands"
        ) from None
    os.chmod(temporary, stat.S_IMODE(old.st_mode))
