"""Lists linted one after the other, or several at a time in processes of their own."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from listlint.commands._answers import answers
from listlint.commands._lists import Target, nothing_read, papers_of
from listlint.errors import UserError
from listlint.facts import Question
from listlint.lint.gather import Report, lint
from listlint.markdown.nodes import Document
from listlint.paperlist import PaperList
from listlint.values import NamedTuple

if TYPE_CHECKING:  # a plain check mends nothing, and has no time to load what does
    from listlint.commands._world import World
    from listlint.fix.rounds import Mended


class Wishes(NamedTuple):
    """What is to be done with each list besides linting it."""

    floor: str = ""  # mend with fixes as safe as this, or safer
    since: str = ""  # a git revision: say only what is new
    baseline: str | None = None  # the file of what is known; None: the configuration's; "": none
    world: World | None = None  # who is asked, and what was learnt


PLAIN = Wishes()


class Linted(NamedTuple):
    """What became of one list: a report, or what was wrong with it, or both."""

    report: Report | None  # of the mended list, if it was mended
    wrong: str = ""
    first: Report | None = None  # of the list as it was before mending
    mended: Mended | None = None
    failed: bool = False  # it couldn't be written


def lint_all(targets: Sequence[Target], jobs: int, wishes: Wishes = PLAIN) -> Iterator[Linted]:
    """Every list in the order given; ``jobs`` at a time, 0: as many as there are processors."""
    if wishes.world is not None:
        _ask_ahead(targets, wishes)
        jobs = 1  # others are waited for, not processors
    jobs = min(jobs or os.cpu_count() or 1, sum(not each.stdin for each in targets))
    if jobs < 2 or any(each.config.own or each.files for each in targets):
        # own rules hold what can't travel; the files of one list are read once
        yield from (lint_one(each, wishes) for each in targets)
        return
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(jobs) as pool:
        sent = [None if each.stdin else pool.submit(_travelling, each, wishes) for each in targets]
        for target, future in zip(targets, sent, strict=True):
            yield lint_one(target, wishes) if future is None else future.result()


def _ask_ahead(targets: Sequence[Target], wishes: Wishes) -> None:
    """Ask about all lists at once: what they share is asked once, and batches are full."""
    from listlint.lint.asking import of_services

    asked: set[Question] = set()
    for target in targets if wishes.world and not wishes.since else ():
        papers = None if target.stdin else papers_of(target)
        if isinstance(papers, PaperList):
            asked |= of_services(papers, target.config)
    if wishes.world is not None and asked:
        wishes.world.learn(asked)


def lint_one(target: Target, wishes: Wishes = PLAIN) -> Linted:
    papers = papers_of(target)
    if isinstance(papers, UserError):
        return Linted(None, str(papers))
    wrong = "" if papers.entries else nothing_read(papers)
    if wishes == PLAIN and not target.config.baseline:
        return Linted(lint(papers, target.config, answers(papers, target)), wrong)
    from listlint.commands._wishes import granted

    try:
        return granted(papers, target, wishes)._replace(wrong=wrong)
    except UserError as error:
        return Linted(None, str(error))


def _travelling(target: Target, wishes: Wishes) -> Linted:
    linted = lint_one(target, wishes)
    report, first, mended = linted.report, linted.first, linted.mended
    return linted._replace(
        report=report and _light(report),
        first=first and _light(first),
        mended=mended and mended._replace(report=_light(mended.report)),
    )


def _light(report: Report) -> Report:
    """Without the nodes, which no output needs and which cost more to send than to make."""
    papers = report.papers._replace(
        document=Document("", [], []), before=None, original=None, whole=None, embed=None
    )
    return report._replace(papers=papers)
