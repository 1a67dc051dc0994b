"""``listlint server``: findings and quick fixes in an editor, over standard input and output."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace
from importlib.util import find_spec

from listlint.commands._kept import known
from listlint.commands._lists import Target, say
from listlint.commands._settings import Settings, config_argument
from listlint.config import Config
from listlint.errors import UserError
from listlint.facts import EMPTY, Answers
from listlint.paperlist import PaperList

SUMMARY = "findings and quick fixes in an editor (docs/editor.md)"


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--stdio", action="store_true", help="what it does anyway; editors like to say it"
    )
    config_argument(parser)


def run(args: Namespace) -> int:
    if find_spec("pygls") is None:
        raise UserError("the server needs pygls: pip install 'listlint[editor]'")
    if sys.stdin.isatty():
        raise UserError("it talks to an editor: docs/editor.md says how to name it there")
    from listlint.editor.running import serve

    def configure(path: str) -> Config:
        return Settings(args).of(path)

    serve(sys.stdin.buffer, sys.stdout.buffer, configure, _know, say)
    return 0


def _know(papers: PaperList, config: Config) -> Answers:
    """What is known without asking; an editor may show a list that isn't saved yet."""
    if not os.path.isfile(papers.path):
        return EMPTY
    return known(papers, Target(papers.path, config))
