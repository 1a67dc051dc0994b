"""The files that ``init`` proposes for a repository, each as it is and as it would be; writes none.

What is there is left as its maintainer has it: only what isn't there yet is proposed.
"""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from glob import escape
from typing import NamedTuple

from listlint.commands._recipes import ASKING, HOME, HOOKS, RECIPES, WEEKLY, File, hook
from listlint.config.loading import configuration
from listlint.config.places import NAMES
from listlint.errors import UserError
from listlint.knowledge.strict_yaml import TableError, read
from listlint.source import read_small

LARGEST = 64 * 1024
TOGETHER = 4  # lists of one folder that one pattern names
KEYS = f"{HOME}/blob/main/docs/configuration.md"
HEAD = f"# How listlint looks at this list; every key is optional: {KEYS}\n"


class Proposal(NamedTuple):
    """A file to write."""

    path: str  # from the root
    old: str  # empty: it isn't there
    new: str
    why: str


class Plan(NamedTuple):
    """What is to be written, and what isn't and why."""

    proposals: list[Proposal]
    left: list[str]


def plan(root: str, lists: Sequence[str], recipe: str) -> Plan:
    """What the repository lacks."""
    made = Plan([], [])
    _configuration(root, lists, made)
    _workflows(root, recipe, made)
    _hook(root, lists, made)
    return made


def _text(root: str, path: str) -> str | None:
    place = os.path.join(root, path)
    if not os.path.lexists(place):
        return None
    try:
        return read_small(place, LARGEST).decode()
    except UnicodeDecodeError:
        raise UserError(f"{path}: isn't UTF-8: save it as UTF-8 first") from None


# The configuration


def _configuration(root: str, lists: Sequence[str], made: Plan) -> None:
    there = next((name for name in NAMES if os.path.lexists(os.path.join(root, name))), None)
    if there is not None:
        made.left.append(f"{there} is there already")
        return
    text = HEAD + f"files: [{', '.join(map(_written, patterns(root, lists)))}]\n"
    configuration(text, os.path.join(root, NAMES[0]))  # a mistake of ours is never written
    made.proposals.append(Proposal(NAMES[0], "", text, "says which lists are looked at"))


def patterns(root: str, lists: Sequence[str]) -> list[str]:
    """The lists as patterns: those of a folder that holds nothing else as one."""
    folders = Counter(map(os.path.dirname, lists))
    named: dict[str, None] = {}
    for path in lists:
        folder, ending = os.path.dirname(path), os.path.splitext(path)[1]
        pages = [n for n in os.listdir(os.path.join(root, folder)) if n.endswith(ending)]
        whole = folder and folders[folder] >= TOGETHER and len(pages) == folders[folder]
        slashed = (f"{escape(folder)}/*{ending}" if whole else escape(path)).replace(os.sep, "/")
        named[slashed] = None
    return list(named)


def _written(pattern: str) -> str:
    plain = re.fullmatch(r"[A-Za-z0-9_][\w./-]*", pattern, re.ASCII)
    return pattern if plain else json.dumps(pattern, ensure_ascii=False)


# Workflows


def _workflows(root: str, recipe: str, made: Plan) -> None:
    used = list(_used(root))
    for kind, files in (("reviews", RECIPES[recipe]), ("sweeps", (WEEKLY,))):
        there = next((name for name, does in used if does == kind), None)
        if there is not None:
            made.left.append(f"{there} {kind} with listlint already")
            continue
        made.proposals.extend(_unwritten(root, files))
    made.proposals.extend(_unwritten(root, ASKING))


def _unwritten(root: str, files: Sequence[File]) -> Iterator[Proposal]:
    for file in files:
        old = _text(root, file.path)
        if old is None:
            yield Proposal(file.path, "", file.text, file.why)
        elif old != file.text:
            yield Proposal(file.path, old, file.text, file.why)


def _used(root: str) -> Iterator[tuple[str, str]]:
    """Workflows that run the action already, and what for."""
    folder = os.path.join(root, ".github", "workflows")
    for name in sorted(os.listdir(folder)) if os.path.isdir(folder) else ():
        if name.endswith((".yml", ".yaml")):
            path = f".github/workflows/{name}"
            text = _text(root, path) or ""
            if re.search(r"uses:\s*['\"]?(?:docker://)?[\w./-]*listlint[@:]", text):
                kinds = {"schedule:": "sweeps", "issues:\n": "answers"}
                yield path, next((k for word, k in kinds.items() if word in text), "reviews")


# The hook


def _hook(root: str, lists: Sequence[str], made: Plan) -> None:
    old = _text(root, HOOKS) or ""
    if re.search(r"repo:.*listlint", old):
        made.left.append(f"{HOOKS} runs listlint already")
        return
    readme = [path for path in lists if path.lower() in ("readme.md", "readme.rst")]
    files = "" if list(lists) == readme else _pattern(patterns(root, lists))
    new = with_hook(old, files)
    if new is None:
        made.left.append(f"{HOOKS} has no `repos:` of a line each: add the hook by hand")
        return
    why = "runs listlint before a commit, where somebody has set up pre-commit"
    made.proposals.append(Proposal(HOOKS, old, new, why))


def _pattern(globs: Sequence[str]) -> str:
    """The lists as the regular expression that pre-commit wants."""
    parts = [re.escape(each).replace(r"\*", "[^/]*") for each in globs]
    return json.dumps(f"^({'|'.join(parts)})$", ensure_ascii=False)


def with_hook(old: str, files: str = "") -> str | None:
    """The hooks with ours behind the others; None where that can't be done line by line."""
    if not old.strip():
        return f"repos:\n{hook(files)}"
    newline = "\r\n" if "\r\n" in old else "\n"
    lines = old.replace("\r\n", "\n").rstrip("\n").split("\n")
    start = next((n for n, line in enumerate(lines) if re.match(r"repos:\s*(#.*)?$", line)), None)
    if start is None:
        return None
    end = start + 1
    while end < len(lines) and (not lines[end] or lines[end][0] in " -#"):
        end += 1
    items = [line for line in lines[start + 1 : end] if re.match(r" *- ", line)]
    indent = " " * (len(items[0]) - len(items[0].lstrip())) if items else "  "
    while not lines[end - 1].strip() or lines[end - 1].lstrip().startswith("#"):
        end -= 1
    made = [*lines[:end], *hook(files, indent).splitlines(), *lines[end:]]
    new = "\n".join(made) + "\n"
    return new.replace("\n", newline) if _grown(old, new) else None


def _grown(old: str, new: str) -> bool:
    """Whether the hooks are those that were there, and one more."""
    try:
        was, now = read(old).value, read(new).value
    except TableError:
        return False
    ours = now["repos"].pop() if isinstance(now.get("repos"), list) else {}
    return {**was, "repos": was.get("repos") or []} == now and ours.get("repo") == HOME
