"""From a job to the lists that it is about, as they are and as they were; read by API alone.

Nothing is checked out and nothing of a pull request is run. Configuration, own rules and the
baseline come from the base; what the pull request does to them is only named.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase
from typing import NamedTuple

from listlint.errors import UserError
from listlint.lint.gather import Report, lint
from listlint.plain import code_span
from listlint.reading import read
from listlint.review.diff import read_patch, whole_file
from listlint.review.plan import Reviewed
from listlint.review.seen import File, Hub
from listlint.source import from_bytes

CONFIGS = (".listlint.yml", ".github/listlint.yml")
SETTINGS = (*CONFIGS, ".listlint-baseline.json")
OWN_RULES = ".listlint/"
README, RST = "readme.md", "readme.rst"


class Change(NamedTuple):
    """Two commits and the files between them; ``blob``: the address of the head's files."""

    base: str
    head: str
    files: Sequence[File]
    blob: str = ""


class Gathered(NamedTuple):
    """The lists of a change, and what is to be said about the run itself."""

    lists: tuple[Reviewed, ...]
    remarks: tuple[str, ...]


def gather(hub: Hub, change: Change, wanted: Sequence[str]) -> Gathered:
    """Each list that the change touches, read and linted twice."""
    lists: list[Reviewed] = []
    remarks = list(_settings(change.files))
    touched = [each for each in change.files if is_list(each.path, wanted)]
    before = {each.before for each in touched if each.status != "added"}
    old = hub.texts(change.base, sorted(before)) if before else {}
    for each in touched:
        if each.status == "removed":
            remarks.append(f"{_name(each.path)} is gone with this change.")
            continue
        lists.append(_reviewed(hub, each, old.get(each.before), change.blob))
    if not touched:
        remarks.append("This change touches no list.")
    return Gathered(tuple(lists), tuple(remarks))


def is_list(path: str, wanted: Sequence[str]) -> bool:
    """Whether a file is one of the lists: named, or the README at the root."""
    if wanted:
        return any(fnmatchcase(path, pattern) for pattern in wanted)
    return path.lower() in (README, RST)


def linted(data: bytes, path: str) -> Report:
    return lint(read(from_bytes(data, path), path))


def _reviewed(hub: Hub, file: File, was: bytes | None, blob: str) -> Reviewed:
    if file.path.lower().endswith((".rst", ".rest")):
        raise UserError(f"{file.path}: reStructuredText can't be read yet")
    head = linted(hub.blob(file.sha or ""), file.path)
    lines = read_patch(file.patch)
    if was is None and not lines.known:
        lines = whole_file(len(head.papers.source.line_starts))
    return Reviewed(head, linted(was, file.before) if was is not None else None, lines, blob)


def _settings(files: Sequence[File]) -> Iterator[str]:
    """What a change does to the settings takes no effect before it is merged."""
    changed = [each.path for each in files if _is_setting(each.path) or _is_setting(each.before)]
    if changed:
        names = ", ".join(_name(path) for path in changed)
        yield f"{names} changed here: this review went by the version of the base."


def _is_setting(path: str) -> bool:
    return path in SETTINGS or path.startswith(OWN_RULES)


def _name(path: str) -> str:
    return code_span(path)
