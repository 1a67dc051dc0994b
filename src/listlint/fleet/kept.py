"""The file of results: a line for each list, kept as they come, and believed when run again."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Sequence

from listlint.errors import UserError
from listlint.fleet.jobs import Record
from listlint.plain import json_text
from listlint.source import append_text, read_small, replace_file

LARGEST = 1024 * 1024 * 1024


def line(record: Record) -> str:
    """A record as the file has it."""
    return json_text(json.dumps(record, ensure_ascii=False)) + "\n"


class Kept:
    """What the file holds of lists that are as they were; lines of other lists stay, too."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.records: dict[str, Record] = {}
        if os.path.lexists(file):
            if not os.path.isfile(file):
                raise UserError(f"{file}: no regular file: name another")
            self._read(read_small(file, LARGEST).decode(errors="replace"))

    def _read(self, text: str) -> None:
        whole = text.endswith("\n") or not text
        lines = text.split("\n")
        torn = "" if whole else lines.pop()
        for number, each in enumerate(filter(None, lines), 1):
            record = _record(each)
            if record is None:
                raise UserError(
                    f"{self.file}:{number}: no line of `listlint fleet`: name another file"
                )
            self.records[record["path"]] = record
        if torn and not torn.startswith("{"):
            raise UserError(f"{self.file}: no file of `listlint fleet`: name another")

    def done(
        self, path: str, digest: str, *, findings: bool = False, days: Sequence[str] = ()
    ) -> Record | None:
        """What is known of a list, if it is as it was; what broke is tried again. ``days``: when
        services must have been asked for their answers to hold."""
        record = self.records.get(path)
        if record is None or record.get("digest") != digest or record["state"] == "broken":
            return None
        if days and record["state"] == "checked" and record.get("day") not in days:
            return None
        if findings and record["state"] == "checked" and "findings" not in record:
            return None
        return record

    def start(self, stale: Iterable[str]) -> None:
        """Write the file without what is out of date, and without half a line."""
        for path in stale:
            self.records.pop(path, None)
        replace_file(self.file, "".join(map(line, self.records.values())).encode())

    def add(self, record: Record) -> None:
        append_text(self.file, line(record))


def _record(text: str) -> Record | None:
    try:
        record = json.loads(text)
    except (ValueError, RecursionError):
        return None
    known = isinstance(record, dict) and record.get("version") == 1
    fits = known and isinstance(record.get("path"), str) and isinstance(record.get("state"), str)
    return record if fits else None
