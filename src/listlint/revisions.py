"""A list as it stood at a git revision, and the patch from there to now; git is called here only.

Nothing of the repository is written, and its own settings can't make git run anything.
"""

from __future__ import annotations

import os
import subprocess

from listlint.errors import UserError

PATCH = ("diff", "--no-color", "--no-ext-diff", "--no-textconv", "--unified=3", "--find-renames")
LONGEST = 60  # seconds


def text_at(revision: str, path: str) -> bytes | None:
    """What ``path`` held at ``revision``, under whatever name; nothing where it wasn't there."""
    target = os.path.realpath(path)  # of a symbolic link git keeps but the name it leads to
    name = os.path.basename(target)
    done = _git(target, "cat-file", "blob", "--end-of-options", f"{revision}:./{name}")
    if done.returncode == 0:
        return done.stdout
    if revision == "HEAD" and _is_unborn(target):
        return None
    _known(revision, target)
    former = _former(revision, target)
    if former is None:
        return None
    done = _git(target, "cat-file", "blob", "--end-of-options", f"{revision}:{former}")
    return done.stdout if done.returncode == 0 else None


def _is_unborn(path: str) -> bool:
    """Whether nothing was ever committed here."""
    branch = _git(path, "symbolic-ref", "--quiet", "HEAD").stdout.decode(errors="replace").strip()
    shown = _git(path, "rev-parse", "--verify", "--quiet", "--end-of-options", branch)
    return bool(branch) and shown.returncode != 0


def _former(revision: str, path: str) -> str | None:
    """The name that a renamed file had, from the repository's root."""
    words = ("diff", "--no-ext-diff", "--name-status", "-z", "--find-renames", "--diff-filter=R")
    done = _git(path, *words, revision, "--")
    here = _git(path, "rev-parse", "--show-prefix").stdout.decode(errors="replace").rstrip("\n")
    fields = done.stdout.decode(errors="replace").split("\0")
    names = zip(fields[1::3], fields[2::3], strict=False)
    return next((old for old, new in names if new == here + os.path.basename(path)), None)


def patch_since(revision: str, path: str) -> str:
    """The patch from ``path`` at ``revision`` to the file as it stands."""
    _known(revision, path)
    done = _git(path, *PATCH, revision, "--", os.path.basename(path))
    if done.returncode != 0:
        raise UserError(f"{path}: git can't compare it with {revision}: {_said(done)}")
    return done.stdout.decode(errors="replace")


def _known(revision: str, path: str) -> None:
    words = ("rev-parse", "--verify", "--quiet", "--end-of-options")
    done = _git(path, *words, f"{revision}^{{commit}}")
    if done.returncode != 0:
        why = _said(done) or "no such revision"
        raise UserError(f"{revision}: {why}: name a branch, a tag or a commit of this repository")


def _git(path: str, *words: str) -> subprocess.CompletedProcess[bytes]:
    folder = os.path.dirname(path) or "."
    settings = ("-c", "core.fsmonitor=false", "-c", "core.quotePath=false", "--literal-pathspecs")
    try:
        command = ["git", "-C", folder, *settings, *words]
        return subprocess.run(command, capture_output=True, timeout=LONGEST, check=False)
    except FileNotFoundError:
        raise UserError("git isn't installed here: comparing with a revision needs it") from None
    except subprocess.TimeoutExpired:
        raise UserError(f"{path}: git took longer than {LONGEST} seconds: try again") from None


def _said(done: subprocess.CompletedProcess[bytes]) -> str:
    lines = done.stderr.decode(errors="replace").strip().splitlines()
    return lines[0].removeprefix("fatal: ") if lines else ""
