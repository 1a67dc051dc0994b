"""``listlint style``: the house style that a list shows, with the votes; --write pins it."""

from __future__ import annotations

import os
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator

from listlint.commands._lists import list_arguments, nothing_read, papers_of, say, targets
from listlint.commands._output import emit, output_argument
from listlint.config.places import look
from listlint.errors import UserError
from listlint.paperlist import PaperList
from listlint.plain import terminal

SUMMARY = "show the house style that a list has, with the votes; --write pins it"
SHOWN = 12  # places that deviate; the check shows them all
PINNED = 0.05  # a template is pinned if it prints so much of the list


def arguments(parser: ArgumentParser) -> None:
    list_arguments(parser)
    parser.add_argument("--write", action="store_true", help="pin the style in .listlint.yml")
    output_argument(parser)


def run(args: Namespace) -> int:
    failed = False
    parts: list[str] = []
    for target in targets(args):
        papers = papers_of(target)
        if isinstance(papers, UserError) or not papers.entries:
            say(papers if isinstance(papers, UserError) else nothing_read(papers))
            failed = True
            continue
        papers = papers._replace(pinned=target.config.pinned)
        parts.append("".join(f"{line}\n" for line in _shown(papers)))
        if args.write:
            parts.append(_write(papers, args.config))
    if parts:
        emit("\n".join(parts), args.output)
    return 2 if failed else 0


def _shown(papers: PaperList) -> Iterator[str]:
    from listlint.style import style_of
    from listlint.style.learning import learn_templates
    from listlint.style.summary import family_votes, order_votes, other_votes

    style = style_of(papers)
    total = len(style.survey.skeletons)
    yield f"{terminal(papers.path)}: {total} papers"
    if papers.pinned is not None:
        yield f"its style is pinned in {terminal(papers.pinned.where)}; what follows is its own"
    for learnt in learn_templates(papers, style.survey):
        yield ""
        yield from (f"    {terminal(line)}" for line in learnt.template.text.split("\n"))
        yield f"  writes {learnt.prints} of {learnt.total} such entries as they stand"
    for votes in family_votes(style):
        yield ""
        shape, linked, first = votes.family
        kind = f"{shape}, {first} first" + (", a title that is a link" if linked else "")
        yield f"between the fields of {votes.entries} entries ({kind}):"
        yield from (_vote(vote.about, vote.habit) for vote in votes.votes)
    yield ""
    yield "elsewhere:"
    yield from (_vote(vote.about, vote.habit) for vote in other_votes(style))
    for order in order_votes(papers):
        kept = f"{order.sections} of {order.total} sections"
        yield f"  {'order':28} {order.name} by {order.by}: {kept}"
    yield from _places(papers)


def _vote(about: str, habit: object) -> str:
    from listlint.style.votes import Habit

    assert isinstance(habit, Habit)
    word = "" if habit.speaks() else " (no deviation is said)" if habit.learnt else " (no habit)"
    form = terminal(habit.form.replace("\n", "⏎")) or "nothing"
    return f"  {terminal(about):28} `{form}` {habit.uses} of {habit.total}{word}"


def _places(papers: PaperList) -> Iterator[str]:
    from listlint.checks import entry_style
    from listlint.facts import EMPTY
    from listlint.rule import NoOptions

    found = list(entry_style.check(papers, EMPTY, NoOptions()))
    if found:
        yield ""
        yield "written otherwise:"
    for each in found[:SHOWN]:
        line, column = papers.source.position(each.start)
        yield f"  {terminal(papers.path)}:{line}:{column}: {terminal(each.message)}"
    if len(found) > SHOWN:
        yield f"  and {len(found) - SHOWN} more: `listlint --notes --select entry-style` shows them"


def _write(papers: PaperList, config: str | None) -> str:
    """Pin the style, and say where."""
    from listlint.config.loading import configuration
    from listlint.config.mistakes import text_of
    from listlint.config.pinning import with_style
    from listlint.source import replace_file
    from listlint.style import style_of
    from listlint.style.learning import learn_templates
    from listlint.style.summary import common_order

    found = style_of(papers).survey
    least = PINNED * len(found.skeletons)
    learnt = [each for each in learn_templates(papers, found) if each.prints >= least]
    if not learnt:
        raise UserError(f"{papers.path}: its entries show no style: nothing was pinned")
    folder = os.path.dirname(papers.path)
    path = config or look(folder).file or os.path.join(folder, ".listlint.yml")
    old = text_of(path) if os.path.exists(path) else ""
    entry = [each.template.text for each in learnt]
    new = with_style(old, entry, common_order(papers), path)
    configuration(new, path)  # whatever is wrong with it is said before it is written
    replace_file(path, new.encode())
    return f"pinned in {path}\n"
