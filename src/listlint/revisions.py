"""A list as it stood at a git revision, and when it changed; git is called here only.

Nothing of the repository is written, and its own settings can't make git run anything: no hook, no
filter, nothing that fetches what is missing.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator

from listlint.errors import UserError
from listlint.values import NamedTuple

ALONE = {"GIT_ALLOW_PROTOCOL": "none", "GIT_NO_LAZY_FETCH": "1", "GIT_OPTIONAL_LOCKS": "0"}
LONGEST = 60  # seconds
MOST_REVISIONS = 5000


def text_at(revision: str, path: str) -> bytes | None:
    """What ``path`` held at ``revision``, under whatever name; nothing where it wasn't there."""
    target = os.path.realpath(path)  # of a symbolic link git keeps but the name it leads to
    name = os.path.basename(target)
    if not revision:  # a workflow's variable that is empty; git would take what is staged
        raise _unknown("an empty name", "no such revision")
    done = _git(target, "cat-file", "blob", "--end-of-options", f"{revision}:./{name}")
    if done.returncode == 0:
        return done.stdout
    if revision == "HEAD" and _is_unborn(target):
        return None
    commit = _commit(revision, target)
    _refuse_if_left_out(commit, f"./{name}", revision, target)
    former = _former(commit, target)
    if former is None:
        return None
    _refuse_if_left_out(commit, former, revision, target)
    done = _git(target, "cat-file", "blob", "--end-of-options", f"{commit}:{former}")
    return done.stdout if done.returncode == 0 else None


def files_at(revision: str, path: str) -> tuple[list[str], list[str], str]:
    """The files of a revision, its submodules and symbolic links, and what the list at ``path`` is
    called: as paths from the repository's root."""
    target = os.path.realpath(path)
    done = _git(target, "ls-tree", "-r", "-z", "--full-tree", _commit(revision, target))
    files: list[str] = []
    doors: list[str] = []
    for line in os.fsdecode(done.stdout).split("\0"):
        mode, _, name = line.partition("\t")
        if name:
            (doors if mode.startswith(("120000", "160000")) else files).append(name)
    here = os.fsdecode(_git(target, "rev-parse", "--show-prefix").stdout).rstrip("\n")
    return files, doors, here + os.path.basename(target)


def _refuse_if_left_out(commit: str, name: str, revision: str, path: str) -> None:
    """A clone without its blobs names the text and doesn't hold it: that isn't an empty list."""
    words = ("rev-parse", "--verify", "--quiet", "--end-of-options")
    named = _git(path, *words, f"{commit}:{name}").stdout.decode(errors="replace").strip()
    if named and _git(path, "cat-file", "-e", named).returncode != 0:
        shown = name.removeprefix("./")
        raise UserError(
            f"{revision}: this clone holds no text of {shown} there (it was cloned with --filter): "
            f"run `git show {revision}:{shown}` once, which fetches it"
        )


def _is_unborn(path: str) -> bool:
    """Whether nothing was ever committed here."""
    branch = _git(path, "symbolic-ref", "--quiet", "HEAD").stdout.decode(errors="replace").strip()
    shown = _git(path, "rev-parse", "--verify", "--quiet", "--end-of-options", branch)
    return bool(branch) and shown.returncode != 0


def _former(commit: str, path: str) -> str | None:
    """The name that a renamed file had, from the repository's root; of what was staged, since
    files as they lie there would go through the repository's own filters."""
    words = ("diff", "--cached", "--no-ext-diff", "--name-status", "-z", "--find-renames")
    done = _git(path, *words, "--diff-filter=R", "--ignore-submodules", commit, "--")
    here = os.fsdecode(_git(path, "rev-parse", "--show-prefix").stdout).rstrip("\n")
    fields = os.fsdecode(done.stdout).split("\0")
    names = zip(fields[1::3], fields[2::3], strict=False)
    return next((old for old, new in names if new == here + os.path.basename(path)), None)


def _commit(revision: str, path: str) -> str:
    """The commit that is meant, as a name that can be nothing else: a branch may be called
    ``--output=x``."""
    words = ("rev-parse", "--verify", "--quiet", "--end-of-options")
    done = _git(path, *words, f"{revision}^{{commit}}")
    name = done.stdout.decode(errors="replace").strip()
    if done.returncode != 0 or not name.isalnum():
        raise _unknown(revision, _said(done) or "no such revision")
    return name


def _unknown(revision: str, why: str) -> UserError:
    return UserError(f"{revision}: {why}: name a branch, a tag or a commit of this repository")


def _git(path: str, *words: str) -> subprocess.CompletedProcess[bytes]:
    folder = os.path.dirname(path) or "."
    settings = ("-c", "core.fsmonitor=false", "-c", "core.quotePath=false", "--literal-pathspecs")
    try:
        command = ["git", "-C", folder, *settings, *words]
        alone = {**os.environ, **ALONE}
        return subprocess.run(command, capture_output=True, timeout=LONGEST, check=False, env=alone)
    except FileNotFoundError:
        raise UserError("git isn't installed here: comparing with a revision needs it") from None
    except subprocess.TimeoutExpired:
        raise UserError(f"{path}: git took longer than {LONGEST} seconds: try again") from None


def _said(done: subprocess.CompletedProcess[bytes]) -> str:
    lines = done.stderr.decode(errors="replace").strip().splitlines()
    return lines[0].removeprefix("fatal: ") if lines else ""


class Past(NamedTuple):
    """A revision in which a list changed."""

    commit: str
    when: int  # committed, in seconds since 1970
    name: str  # the file's path there, from the repository's root


def history(path: str) -> list[Past]:
    """The revisions in which the file at ``path`` changed, under whatever name; the oldest first.

    Outside a repository, and of a file that was never committed, there are none.
    """
    target = os.path.realpath(path)
    words = ("--follow", "-z", "--name-only", f"--max-count={MOST_REVISIONS}")
    alone = ("--no-ext-diff", "--no-textconv", "--no-show-signature", "--format=%x01%H %ct")
    done = _git(target, "log", *words, *alone, "--", os.path.basename(target))
    if done.returncode != 0:
        return []
    return list(reversed(list(_logged(os.fsdecode(done.stdout)))))


def content(past: Past, path: str) -> bytes | None:
    """What the list now at ``path`` held then."""
    done = _git(os.path.realpath(path), "cat-file", "blob", f"{past.commit}:{past.name}")
    return done.stdout if done.returncode == 0 else None


def _logged(text: str) -> Iterator[Past]:
    for record in text.split("\x01")[1:]:
        head, _, names = record.partition("\0")
        commit, _, when = head.strip().partition(" ")
        name = names.strip("\0\n").partition("\0")[0]
        if commit.isalnum() and when.isdecimal() and name:
            yield Past(commit, int(when), name)
