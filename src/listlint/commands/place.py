"""``listlint place FILE "TITLE"``: where a paper belongs, as the list's own sections teach.

It moves nothing and asks nobody.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator

from listlint.commands._lists import STDIN, nothing_read, papers_of, say, targets
from listlint.commands._meanings import embedder
from listlint.commands._output import emit
from listlint.commands._settings import config_argument
from listlint.errors import UserError
from listlint.paperlist import Embed, Entry, PaperList
from listlint.placement import taught
from listlint.placement.fitting import Fit, fitting, standing
from listlint.placement.further import meanings
from listlint.plain import terminal

SUMMARY = "rank a list's sections for a paper, with reasons"


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("list", metavar="FILE", help="the list; - is standard input")
    parser.add_argument("title", metavar="TITLE", help="the paper's title")
    parser.add_argument(
        "--meanings", metavar="FOLDER", help="count what titles mean: a model2vec model in a folder"
    )
    config_argument(parser)


def run(args: Namespace) -> int:
    if not args.title.strip():
        raise UserError("the title is empty: name the paper")
    args.paths, args.stdin_filename, args.output = [args.list], "<stdin>", None
    (target, *others) = targets(args)
    if others or (args.list != STDIN and target.whole):
        raise UserError(f"{args.list}: a folder: name one list")
    papers = papers_of(target)
    if isinstance(papers, UserError):
        raise papers
    if not papers.entries:
        say(nothing_read(papers))
        return 2
    embed = embedder(args.meanings, "--meanings") if args.meanings else None
    emit("".join(f"{terminal(line)}\n" for line in _lines(papers, args.title, embed)), None)
    return 0


def _lines(papers: PaperList, title: str, embed: Embed | None = None) -> Iterator[str]:
    there = standing(papers, title)
    if there is not None:
        yield f"already on line {there.lines[0]}{_in_section(papers, there)}"
    lesson = taught(papers)
    if len([place for place in lesson.places if place.open]) < 2:
        yield "this list has too few sections of one topic each to learn from"
        return
    found = fitting(lesson, title, there, meanings(lesson, embed) if embed else None)
    for number, fit in enumerate(found.fits, 1):
        yield from _fit(number, fit)
    if not found.fits:
        yield "no section fits: nothing in the list is like it"
    if found.strange and (not found.fits or len(found.fits[0].words) == 1):
        words = ", ".join(f"`{word}`" for word in found.strange)
        yield f"no entry of the list speaks of {words}: if that is its topic, a section is missing"


def _in_section(papers: PaperList, entry: Entry) -> str:
    return "" if entry.section is None else f", in {papers.sections[entry.section].title}"


def _fit(number: int, fit: Fit) -> Iterator[str]:
    path = " / ".join(fit.place.section.path)
    words = ", ".join(f"`{word}`" for word in fit.words) or "by meaning alone"
    yield f"{number}. {path} ({len(fit.place.members)} entries): {words}"
    for entry in fit.like:
        yield f"     like line {entry.lines[0]}: {entry.title}"
