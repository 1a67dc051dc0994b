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
from listlint.source import Source, from_bytes

CONFIGS = (".listlint.yml", ".github/listlint.yml")
SETTINGS = (*CONFIGS, ".listlint-baseline.json")
OWN_RULES = ".listlint/"
README, RST = "readme.md", "readme.rst"
RST_ENDS = (".rst", ".rest")


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
    unreadable: tuple[str, ...] = ()  # what is wrong with lists that can't be read


def gather(hub: Hub, change: Change, wanted: Sequence[str]) -> Gathered:
    """Each list that the change touches, read and linted twice."""
    lists: list[Reviewed] = []
    unreadable: list[str] = []
    remarks = list(_settings(change.files))
    touched = [each for each in change.files if is_list(each.path, wanted)]
    before = {each.before for each in touched if each.status != "added"}
    old = hub.texts(change.base, sorted(before)) if before else {}
    for each in touched:
        if each.status == "removed":
            remarks.append(f"{code_span(each.path)} is gone with this change.")
            continue
        if each.path.lower().endswith(RST_ENDS):
            remarks.append(f"{code_span(each.path)}: reStructuredText can't be read yet.")
            continue
        try:
            lists.append(_reviewed(hub, each, old.get(each.before), change.blob))
        except UserError as error:
            unreadable.append(str(error))
    if not touched:
        remarks.append("This change touches no list.")
    return Gathered(tuple(lists), tuple(remarks), tuple(unreadable))


def is_list(path: str, wanted: Sequence[str]) -> bool:
    """Whether a file is one of the lists: named, or the README at the root."""
    if wanted:
        return any(fnmatchcase(path, pattern) for pattern in wanted)
    return path.lower() in (README, RST)


def compared(
    was: Source | None, before: str, now: Source, path: str
) -> tuple[Report | None, Report]:
    """A list as it was and as it is, both linted by the habits that it had."""
    base = None if was is None else lint(read(was, before))
    papers = read(now, path)
    return base, lint(papers._replace(before=base.papers) if base else papers)


def _source_or_none(data: bytes, path: str) -> Source | None:
    """What couldn't be read before the change is nothing to compare with, and no fault of its."""
    try:
        return from_bytes(data, path)
    except UserError:
        return None


def _reviewed(hub: Hub, file: File, was: bytes | None, blob: str) -> Reviewed:
    old = None if was is None else _source_or_none(was, file.before)
    now = from_bytes(hub.blob(file.sha or ""), file.path)
    base, head = compared(old, file.before, now, file.path)
    lines = read_patch(file.patch)
    if base is None and not lines.known:
        lines = whole_file(len(head.papers.source.line_starts))
    return Reviewed(head, base, lines, blob)


def _settings(files: Sequence[File]) -> Iterator[str]:
    """What a change does to the settings takes no effect before it is merged."""
    changed = [each.path for each in files if _is_setting(each.path) or _is_setting(each.before)]
    if changed:
        names = ", ".join(code_span(path) for path in changed)
        yield f"{names} changed here: this review went by the version of the base."


def _is_setting(path: str) -> bool:
    return path in SETTINGS or path.startswith(OWN_RULES)
