"""The lists that a command is given, read one by one; a list that can't be read stops no other."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator

from listlint.errors import UserError
from listlint.paperlist import PaperList
from listlint.plain import terminal
from listlint.reading import read
from listlint.source import BIGGEST_FILE, Source, from_bytes, read_source
from listlint.targets import list_at, refuse_rst

STDIN = "-"


def list_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("paths", nargs="*", metavar="FILE|FOLDER|-", help="default: README.md here")
    parser.add_argument(
        "--stdin-filename", metavar="NAME", default="<stdin>", help="what - is called in messages"
    )


def lists(args: Namespace) -> Iterator[PaperList | UserError]:
    """Each list that ``args`` names, read; or what is wrong with it."""
    for path in dict.fromkeys(args.paths or ["."]):
        try:
            if path == STDIN:
                refuse_rst(args.stdin_filename)
                yield read(_stdin(args.stdin_filename), args.stdin_filename)
            else:
                file = list_at(path)
                yield read(read_source(file), file)
        except UserError as error:
            yield error


def nothing_read(papers: PaperList) -> str:
    """What is said of a file in which there is nothing to say anything about."""
    unread = f" ({len(papers.unread)} not understood)" if papers.unread else ""
    return f"{papers.path}: nothing was checked: no entry of a paper list found in it{unread}"


def say(message: object) -> None:
    """A remark: never among what was asked for."""
    print(f"listlint: {terminal(str(message))}", file=sys.stderr)


def _stdin(name: str) -> Source:
    return from_bytes(sys.stdin.buffer.read(BIGGEST_FILE + 1), name)
