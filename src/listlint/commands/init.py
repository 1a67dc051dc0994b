"""``listlint init``: what a list's repository needs, each file shown before it is written.

Nothing is overwritten unseen; all answers are had before anything is written.
"""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence

from listlint.commands._lists import say
from listlint.commands._proposed import Plan, Proposal, plan
from listlint.commands._recipes import FORKS, RECIPES
from listlint.config import DEFAULT, Config
from listlint.errors import UserError
from listlint.plain import terminal

SUMMARY = "set up a list: configuration, workflows, hook, each shown first"
YES = ("y", "yes")


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("folder", nargs="?", default=".", metavar="FOLDER", help="default: here")
    parser.add_argument("--yes", action="store_true", help="write all that isn't there, unasked")
    parser.add_argument("--dry-run", action="store_true", help="show all, write nothing")
    parser.add_argument(
        "--recipe",
        choices=list(RECIPES),
        default=FORKS,
        help=f"whose pull requests are reviewed, docs/action.md says more (default: {FORKS})",
    )


def run(args: Namespace) -> int:
    if args.yes and args.dry_run:
        raise UserError("--yes writes and --dry-run doesn't: leave one of them out")
    root = _root(args.folder)
    config = _config(root)
    lists = _described(root, config)
    made = plan(root, lists, args.recipe)
    _writable(root, made.proposals)
    wanted = _chosen(made, args)
    for each in wanted:
        _write(root, each)
    _close(wanted, made, args.dry_run)
    return 0


def _root(folder: str) -> str:
    """The repository's folder, where workflows and hooks belong."""
    if not os.path.isdir(folder):
        raise UserError(f"{folder}: no such folder: name the list's repository")
    at = os.path.abspath(folder)
    while not os.path.exists(os.path.join(at, ".git")):
        if os.path.dirname(at) == at:
            return folder
        at = os.path.dirname(at)
    return os.path.relpath(at)


def _config(root: str) -> Config:
    from listlint.config.loading import load
    from listlint.config.places import look

    found = look(root)
    return load(found) if found.file or found.rules else DEFAULT


def _described(root: str, config: Config) -> list[str]:
    """The lists, after what was read and learnt of each is said."""
    from listlint.commands._found import first_run, learnt, lists_of

    found = lists_of(root, config)
    if not found:
        raise UserError(f"{root}: no list of papers found here: nothing was written")
    for seen in found:
        for line in learnt(seen):
            print(line)
        print(f"  {first_run(seen, config)}")
    return [seen.path for seen in found]


def _writable(root: str, proposals: Sequence[Proposal]) -> None:
    """Whether everything can be written, before anything is."""
    for each in proposals:
        at = os.path.join(root, each.path)
        if not os.path.exists(at):
            at = os.path.dirname(at)
        while not os.path.lexists(at):
            at = os.path.dirname(at)
        if not os.access(at, os.W_OK):
            raise UserError(f"{at}: is read-only: make it writable first; nothing was written")


def _chosen(made: Plan, args: Namespace) -> list[Proposal]:
    """Each proposal shown, and those that are wanted."""
    wanted = []
    for each in made.proposals:
        print(f"\n{each.path}: {each.why}")
        for line in _shown(each):
            print(line)
        if args.dry_run:
            continue
        if args.yes and each.old and not _grows(each):
            made.left.append(f"{each.path} is there and differs: it stays unless you say so")
        elif args.yes or _asked(each):
            wanted.append(each)
    return wanted


def _shown(each: Proposal) -> Iterator[str]:
    from listlint.fix.patch import patch

    for line in patch(each.path, each.old, each.new).rstrip("\n").split("\n"):
        yield terminal(line)


def _grows(each: Proposal) -> bool:
    """Whether all that was there stays."""
    kept = iter(each.new.splitlines())
    return all(line in kept for line in each.old.splitlines())


def _asked(each: Proposal) -> bool:
    verb = "overwrite" if each.old and not _grows(each) else "write"
    print(f"{verb} {each.path}? [y/N] ", end="", file=sys.stderr, flush=True)
    answer = sys.stdin.readline()
    if not answer:
        raise UserError("nobody answers: --yes writes all, --dry-run only shows; nothing written")
    return answer.strip().lower() in YES


def _write(root: str, each: Proposal) -> None:
    from listlint.source import replace_file

    path = os.path.join(root, each.path)
    try:
        os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
    except OSError as fault:
        raise UserError(f"{os.path.dirname(path)}: can't be made: {fault.strerror}") from None
    replace_file(path, each.new.encode())


def _close(wanted: Sequence[Proposal], made: Plan, dry: bool) -> None:
    for line in made.left:
        say(line)
    if wanted:
        say(f"wrote {', '.join(each.path for each in wanted)}: commit what you want to keep")
    elif not dry:
        say("nothing to write" if not made.proposals else "nothing was written")
