"""The file of findings that are known: what it knows is left out, or it is written anew."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable

from listlint.errors import UserError
from listlint.lint.baseline import EMPTY, Baseline, baseline
from listlint.lint.gather import Report
from listlint.source import read_small, replace_file

LARGEST = 8 * 1024 * 1024


def load(file: str) -> Baseline:
    if not os.path.lexists(file):
        raise UserError(f"{file}: no such file: `listlint --write-baseline {file}` writes it")
    return baseline(read_small(file, LARGEST), file)


def sieve(file: str, path: str) -> Callable[[Report], Report]:
    """Takes out of a report on the list at ``path`` what ``file`` knows."""
    known, name = load(file), _named(file, path)
    return lambda report: known.unknown(name, report)


def write(file: str, reports: Iterable[Report]) -> str:
    """Let ``file`` know all that was reported; what it knows of other lists stays."""
    known = load(file) if os.path.lexists(file) else EMPTY
    reports = list(reports)
    for report in reports:
        known = known.with_all(_named(file, report.papers.path), report)
    replace_file(file, known.text().encode())
    count, lists = sum(len(each.findings) for each in reports), len(reports)
    return (
        f"{file} knows {count} finding{'s' * (count != 1)} of {lists} list{'s' * (lists != 1)} now"
    )


def _named(file: str, path: str) -> str:
    """A list by its path from the file's folder, the same on every machine."""
    folder = os.path.dirname(os.path.abspath(file))
    return os.path.relpath(path, folder).replace(os.sep, "/")
