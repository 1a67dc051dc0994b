"""From a job to the lists that it is about, as they are and as they were; read by API alone.

Nothing is checked out and nothing of a pull request is run. Configuration, own rules and the
baseline come from the base; what the pull request does to them is only named.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fnmatch import fnmatchcase
from functools import cache

from listlint.config import Config
from listlint.errors import UserError
from listlint.lint.gather import lint
from listlint.plain import code_span
from listlint.review.asked import OfChange, Services
from listlint.review.compared import compared, readable
from listlint.review.diff import by_text, read_patch
from listlint.review.plan import Reviewed
from listlint.review.seen import File, Hub, Tree
from listlint.review.settings import (
    NAMES,
    OWN_RULES,
    Settings,
    counted,
    is_setting,
    proposed,
    settings,
    told,
    would_change,
)
from listlint.review.trouble import Trouble
from listlint.source import from_bytes
from listlint.values import NamedTuple

READMES = ("readme.md", "readme.rst")


class Change(NamedTuple):
    """Two commits and the files between them."""

    head: str
    parting: str  # the commit that the lists are compared with
    base: tuple[str, ...]  # the revisions whose settings hold, the best first
    files: Sequence[File]
    blob: str = ""  # the address of the head's files


class Wanted(NamedTuple):
    """The lists that the workflow's author named, and the configuration."""

    files: tuple[str, ...] = ()
    config: str = ""
    services: Services | None = None  # whom rules may ask about what is new


class Gathered(NamedTuple):
    """The lists of a change, and what is to be said about the run itself."""

    lists: tuple[Reviewed, ...]
    remarks: tuple[str, ...]
    unreadable: tuple[str, ...] = ()  # what is wrong with lists that can't be read


def gather(hub: Hub, change: Change, wanted: Wanted) -> Gathered:
    """Each list that the change touches, read and linted twice."""
    decided = decisions(hub, change.base, wanted.config)
    patterns = wanted.files or decided.lists
    touched = [each for each in change.files if is_list(each.path, patterns)]
    before = {each.before for each in touched if each.status != "added"}
    old = hub.texts([(change.parting, path) for path in sorted(before)]) if before else {}
    tree = _tree_of(hub, change.head)
    lists: list[Reviewed] = []
    unreadable: list[str] = []
    for each in touched:
        if each.status != "removed":
            was = old.get((change.parting, each.before))
            ask = OfChange(each, change.files, tree, wanted.services, decided.config.links)
            try:
                lists.append(_reviewed(hub, each, was, ask, decided)._replace(blob=change.blob))
            except UserError as error:
                unreadable.append(str(error))
    remarks = [*_settings(hub, change, decided, wanted, lists), *_unread(touched, lists)]
    return Gathered(tuple(lists), tuple(remarks), tuple(unreadable))


def _tree_of(hub: Hub, commit: str) -> Callable[[], Tree | None]:
    """The files of a commit, read once if somebody asks; nothing where not all can be had."""

    @cache
    def tree() -> Tree | None:
        try:
            found = hub.tree(commit)
        except Trouble:
            return None
        return found if found.whole else None

    return tree


def decisions(hub: Hub, revisions: Sequence[str], given: str = "") -> Settings:
    """What configuration, own rules and baseline decide, at the first revision that has any."""
    names = dict.fromkeys([*NAMES, *([given] if given else []), OWN_RULES])
    found = hub.texts([(revision, name) for revision in revisions for name in names])
    for revision in revisions:
        texts = {path: text for (where, path), text in found.items() if where == revision}
        if texts:
            decided = settings(texts, given)
            known = decided.baseline_file
            held = hub.texts([(revision, known)]) if known else {}
            return decided.knowing(held.get((revision, known))) if known else decided
    return settings({}, given)


def is_list(path: str, patterns: Sequence[str]) -> bool:
    """Whether a file is one of the lists: named, or the README at the root."""
    if patterns:
        steps = path.split("/")
        return any(_leads(pattern.removeprefix("./").split("/"), steps) for pattern in patterns)
    return path.lower() in READMES


def _leads(pattern: Sequence[str], steps: Sequence[str]) -> bool:
    """Whether a pattern leads to a path, step by step; `**` is any number of steps."""
    if not pattern or not steps:
        return not pattern and not steps
    if pattern[0] == "**":
        return any(_leads(pattern[1:], steps[at:]) for at in range(len(steps)))
    return fnmatchcase(steps[0], pattern[0]) and _leads(pattern[1:], steps[1:])


def _reviewed(
    hub: Hub, file: File, was: bytes | None, ask: OfChange, decided: Settings
) -> Reviewed:
    now = from_bytes(hub.blob(file.sha or ""), file.path)
    old = readable(was, file.before)
    found = compared(old, file.before, now, file.path, decided.config, ask, decided.unknown)
    lines = read_patch(file.patch)
    if not lines.known:
        lines = by_text(found.base.papers.text if found.base else "", now.text)
    return Reviewed(found.head, found.base, lines, comments=found.comments, answers=found.answers)


def _unread(touched: Sequence[File], lists: Sequence[Reviewed]) -> Iterator[str]:
    """Lists of the change that there is nothing to say about, and why."""
    for each in touched:
        if each.status == "removed":
            yield f"{code_span(each.path)} is gone with this change."
    for one in lists:
        if not one.head.papers.entries:
            path = code_span(one.head.papers.path)
            yield f"{path}: no entry of a paper list was found in it, so nothing was checked."
    if not touched:
        yield "This change touches no list."


def _settings(
    hub: Hub, change: Change, decided: Settings, wanted: Wanted, lists: Sequence[Reviewed]
) -> Iterator[str]:
    """What the change does to the settings: no force before it is merged, but told."""
    own = (wanted.config, decided.baseline_file)
    found = [each for each in change.files if is_setting(each.path, own)]
    if found:
        yield told([each.path for each in found])
    for each in found:
        if each.path in (*NAMES, wanted.config) and each.status != "removed":
            new = proposed(hub.blob(each.sha or ""), each.path)
            yield would_change(each.path, new, *_counts(decided, new, lists))


def _counts(decided: Settings, new: Config | str, lists: Sequence[Reviewed]) -> tuple[int, int]:
    """Findings of the lists by the settings that hold, and by those proposed."""
    now = sum(counted(one.level for one in each.head.findings) for each in lists)
    if isinstance(new, str):
        return now, now
    reports = [decided.unknown(lint(each.head.papers, new, each.answers)) for each in lists]
    return now, sum(counted(one.level for one in each.findings) for each in reports)
