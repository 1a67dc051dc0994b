"""``listlint report``: a page about a list, to look at in a browser; it judges nothing itself."""

from __future__ import annotations

import os
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from importlib.util import find_spec
from typing import TYPE_CHECKING

from listlint.commands import _world
from listlint.commands._answers import answers
from listlint.commands._asked import name_asking_faults, say_of_asking
from listlint.commands._kept import known
from listlint.commands._lists import Target, nothing_read, papers_of, say, targets
from listlint.commands._output import emit, output_argument
from listlint.commands._settings import config_argument
from listlint.errors import UserError
from listlint.lint.gather import lint

if TYPE_CHECKING:
    from listlint.report.growth import Point

SUMMARY = "write a page about a list: health, sections, years, venues, links, findings"
MOST_REVISIONS = 500
WRONG_USE, OUR_FAULT, INTERRUPTED = 2, 3, 130


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("path", metavar="FILE", help="the list, or its folder")
    output_argument(parser)
    parser.add_argument(
        "--revisions",
        type=_count,
        metavar="N",
        help="of its git history that are read; 0: none; default: 24, of a large list fewer",
    )
    config_argument(parser)
    _world.arguments(parser, plan=False)


def run(args: Namespace) -> int:
    _must_be_installed()
    from listlint.report.figures import figures
    from listlint.report.health import health, link_states
    from listlint.report.page import Content, page

    target = _target(args)
    papers = papers_of(target)
    if isinstance(papers, UserError):
        raise papers
    world = _world.world(args, [target.config]) if _world.wanted(args) else None
    told = known(papers, target, args) if world is None else answers(papers, target, world)
    report = lint(papers, target.config, told)
    links = link_states(report, told)
    growth, why = _growth(target, args.revisions)
    counted = figures(papers, (each.start for each in report.findings))
    content = Content(report, counted, health(report, links), links, growth, why)
    emit(page(content), args.output, machine=True)
    if world is not None:
        say_of_asking(world)
        if name_asking_faults(world):
            return OUR_FAULT
    if not papers.entries:
        say(nothing_read(papers))
        return WRONG_USE
    return INTERRUPTED if world is not None and world.interrupted else 0


def _target(args: Namespace) -> Target:
    """The one list that is meant."""
    found = targets(Namespace(**{**vars(args), "paths": [args.path], "stdin_filename": "<stdin>"}))
    if len(found) > 1:
        names = ", ".join(each.path for each in found[:3])
        raise UserError(f"{args.path}: holds {len(found)} lists ({names}): name one of them")
    return found[0]


def _growth(target: Target, wanted: int | None) -> tuple[tuple[Point, ...], str]:
    """How the list grew, or why nothing is told of it."""
    if target.stdin or wanted == 0:
        return (), "it comes from standard input" if target.stdin else "--revisions is 0"
    from listlint.report.growth import affordable, chosen, grown
    from listlint.revisions import content, history

    try:
        past = history(target.path)
        most = affordable(os.path.getsize(target.path)) if wanted is None else wanted
        some = chosen(past, most)
        texts = ((each.when, content(each, target.path)) for each in some)
        points = tuple(sorted(grown(texts, target.path, target.config.vocabulary)))
    except (UserError, OSError) as error:
        return (), str(error)
    return points, "" if len(points) > 1 else "git knows fewer than two revisions of it here"


def _must_be_installed() -> None:
    if any(find_spec(name) is None for name in ("jinja2", "pygal")):
        raise UserError("the page needs jinja2 and pygal: pip install 'listlint[report]'")


def _count(word: str) -> int:
    if not word.isdecimal() or len(word) > 3 or int(word) > MOST_REVISIONS:
        raise ArgumentTypeError(f"{word}: write a number from 0 to {MOST_REVISIONS}")
    return int(word)
