"""The lists that a command is given, read one by one; a list that can't be read stops no other.

A mistake in a configuration stops everything, before anything is read.
"""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from listlint.commands._settings import Settings, config_argument
from listlint.config import Config
from listlint.errors import UserError
from listlint.paperlist import PaperList
from listlint.plain import terminal
from listlint.reading import read
from listlint.source import BIGGEST_FILE, Source, from_bytes, read_source
from listlint.targets import lists_in
from listlint.values import NamedTuple

if TYPE_CHECKING:  # few lists stand in several files
    from listlint.commands._spread import Files

STDIN = "-"


class Remote(NamedTuple):
    """A list at GitHub, and what stands beside it."""

    data: bytes
    own: str  # its path in the repository
    files: tuple[str, ...]
    doors: tuple[str, ...]
    whole: bool  # whether these are all files there are


class Target(NamedTuple):
    """A list that is meant, and what holds for it."""

    path: str  # as messages call it
    config: Config
    stdin: bool = False
    whole: bool = False  # the folder around it was named
    fault: UserError | None = None  # it can't be found
    remote: Remote | None = None  # it lies at GitHub
    files: Files | None = None  # all files of the list that it is a part of


def list_arguments(parser: ArgumentParser, *, remote: bool = False) -> None:
    """``remote``: whether OWNER/NAME is a list at GitHub."""
    parser.add_argument(
        "paths",
        nargs="*",
        metavar="FILE|FOLDER|OWNER/NAME|-" if remote else "FILE|FOLDER|-",
        help="default: README.md here, or `files:`",
    )
    parser.set_defaults(remote=remote)
    parser.add_argument(
        "--stdin-filename", metavar="NAME", default="<stdin>", help="what - is called in messages"
    )
    config_argument(parser)


def targets(args: Namespace) -> list[Target]:
    """Each list that ``args`` names, once, with its configuration."""
    settings = Settings(args)
    found: dict[str, Target] = {}
    for path in args.paths or ["."]:
        for target in _targets(path, settings, args):
            found.setdefault(target.path, target)
    if args.output is not None:
        _spare(args.output, found)
    lists = list(found.values())
    if len(lists) > 1 and any(each.config.across for each in lists):
        from listlint.commands._spread import grouped

        return grouped(lists)
    return lists


def _spare(output: str, paths: Iterable[str]) -> None:
    """Whoever mixes up two words must not lose a list."""
    for path in paths:
        if os.path.realpath(path) == os.path.realpath(output):
            raise UserError(f"--output {output}: that is a list to be read: name another file")


def _targets(path: str, settings: Settings, args: Namespace) -> Iterator[Target]:
    if path == STDIN:
        name = args.stdin_filename
        yield Target(name, settings.of("." if name == "<stdin>" else name), stdin=True)
        return
    if getattr(args, "remote", False) and (repository := repository_of(path)):
        from listlint.commands._remote import lists_at

        yield from lists_at(repository, settings)
        return
    config = settings.of(path)
    try:
        for file in lists_in(path, config.files, config.root):
            yield Target(file, settings.of(file), whole=os.path.isdir(path))
    except UserError as error:
        yield Target(path, config, fault=error)


def repository_of(word: str) -> str | None:
    """``OWNER/NAME`` of a repository at GitHub, or of its address; nothing of what lies here."""
    if "/" not in word or os.path.exists(word):
        return None
    name = word
    for start in ("https://github.com/", "http://github.com/", "https://www.github.com/"):
        name = name.removeprefix(start)
    owner, _, name = name.rstrip("/").removesuffix(".git").partition("/")
    kept = [c for c in owner + name if c.isascii() and (c.isalnum() or c in "-_.")]
    whole = bool(owner and name) and len(kept) == len(owner + name) and owner.strip(".")
    mistyped = "://" not in word and name.lower().endswith((".md", ".markdown", ".rst", ".txt"))
    return f"{owner}/{name}" if whole and not mistyped else None


def papers_of(target: Target) -> PaperList | UserError:
    """The list, read; or what is wrong with it."""
    papers = target.files.part(target, _read) if target.files else None
    return papers or _read(target)


def _read(target: Target) -> PaperList | UserError:
    if target.fault is not None:
        return target.fault
    try:
        if target.remote is not None:
            source = from_bytes(target.remote.data, target.path)
        else:
            source = _stdin(target.path) if target.stdin else read_source(target.path)
        papers = read(source, target.path, target.config.vocabulary)
        alone = target.stdin or target.remote is not None
        papers = _with_meanings(papers, target)
        return papers if alone else _beside_original(papers, target)
    except UserError as error:
        return error


def _with_meanings(papers: PaperList, target: Target) -> PaperList:
    """The list with the model that its configuration names for `misplaced-entry`, if any."""
    options = target.config.given.get("misplaced-entry")
    if options is None or not options.meanings:
        return papers
    from listlint.commands._meanings import embedder

    folder = os.path.join(target.config.root, options.meanings)
    return papers._replace(embed=embedder(folder, "misplaced-entry: meanings:"))


def _beside_original(papers: PaperList, target: Target) -> PaperList:
    """A translation with the list that it translates; any other list as it is."""
    path = target.config.original_of(target.path) or _original_by_name(target.path)
    if not path:
        return papers
    original = read(read_source(path), path, target.config.vocabulary)
    return papers._replace(original=original)


def _original_by_name(path: str) -> str:
    """The list beside this one that it translates by its name."""
    folder, name = os.path.split(path)
    if not any(mark in os.path.splitext(name)[0] for mark in ".-_"):
        return ""  # as nearly every list is named: no need to look
    from listlint.translations import original_name

    other = original_name(name)
    beside = os.path.join(folder, other) if other else ""
    return beside if beside and os.path.isfile(beside) else ""


def nothing_read(papers: PaperList) -> str:
    """What is said of a file in which there is nothing to say anything about."""
    unread = f" ({len(papers.unread)} not understood)" if papers.unread else ""
    return f"{papers.path}: nothing was checked: no entry of a paper list found in it{unread}"


def say(message: object) -> None:
    """A remark: never among what was asked for."""
    print(f"listlint: {terminal(str(message))}", file=sys.stderr)


def _stdin(name: str) -> Source:
    return from_bytes(sys.stdin.buffer.read(BIGGEST_FILE + 1), name)
