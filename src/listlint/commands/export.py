"""``listlint export``: lists as data, for programs and reference managers; it judges nothing."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from listlint.commands._lists import list_arguments, nothing_read, papers_of, say, targets
from listlint.commands._output import emit, output_argument
from listlint.errors import UserError
from listlint.formats.data import names, renderer
from listlint.paperlist import PaperList

SUMMARY = "print lists as data"


def arguments(parser: ArgumentParser) -> None:
    list_arguments(parser)
    parser.add_argument("--format", choices=names(), default="jsonl", help="default: jsonl")
    output_argument(parser)


def run(args: Namespace) -> int:
    failed = False
    lists: list[PaperList] = []
    for papers in map(papers_of, targets(args)):
        if isinstance(papers, UserError):
            say(papers)
            failed = True
            continue
        lists.append(papers)
        if not papers.entries:
            say(nothing_read(papers))
            failed = failed or bool(args.paths)
    if any(papers.entries for papers in lists) or not failed:
        emit(renderer(args.format)(lists), args.output, machine=True)
    return 2 if failed else 0
