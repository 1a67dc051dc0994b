"""``listlint ignore FILE:LINE RULE``: writes the comment that silences a rule, without harm."""

from __future__ import annotations

import os
from argparse import ArgumentParser, Namespace

from listlint.commands._lists import say
from listlint.commands._settings import Settings, config_argument
from listlint.errors import UserError
from listlint.lint.silencing import silence
from listlint.markdown import is_rst
from listlint.reading import read
from listlint.rule import rule_named
from listlint.source import read_source, replace_file

SUMMARY = "silence a rule at one place, by a comment in the list"


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("place", metavar="FILE:LINE", help="as findings name it")
    parser.add_argument("rules", nargs="+", metavar="RULE", help="what is to be silent there")
    parser.add_argument("--why", default="", metavar="TEXT", help="for whoever wonders later")
    config_argument(parser)


def run(args: Namespace) -> int:
    path, line = _place(args.place)
    if is_rst(path):
        raise UserError(
            f"{path}: write `.. listlint: ignore RULE` below the entry, indented like it"
        )
    config = Settings(args).of(path)
    rules = [rule_named(name, config.own) for name in dict.fromkeys(args.rules)]
    source = read_source(path)
    if not 1 <= line <= len(source.line_starts):
        raise UserError(f"{args.place}: {path} has {len(source.line_starts)} lines")
    papers = read(source, path, config.vocabulary)
    done = silence(papers, line, rules, args.why, config)
    replace_file(path, done.source.encode(done.source.raw))
    say(f"{path}:{done.line}: wrote {done.comment}")
    return 0


def _place(word: str) -> tuple[str, int]:
    """`FILE:LINE`, or `FILE:LINE:COLUMN` as findings have it."""
    parts = word.split(":")
    numbers = [part for part in parts[-2:] if part.isdecimal()]
    path = ":".join(parts[: len(parts) - len(numbers)])
    if not numbers or not path or os.path.exists(word):
        raise UserError(f"{word}: name a place in a list as FILE:LINE")
    return path, int(numbers[0][:9])
