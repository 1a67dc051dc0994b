"""Lists linted one after the other, or several at a time in processes of their own."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from listlint.commands._lists import Target, nothing_read, papers_of
from listlint.errors import UserError
from listlint.lint.gather import Report, lint
from listlint.markdown.nodes import Document


class Linted(NamedTuple):
    """What became of one list: a report, or what was wrong with it, or both."""

    report: Report | None
    wrong: str = ""


def lint_all(targets: Sequence[Target], jobs: int) -> Iterator[Linted]:
    """Every list in the order given; ``jobs`` at a time, 0: as many as there are processors."""
    jobs = min(jobs or os.cpu_count() or 1, sum(not each.stdin for each in targets))
    if jobs < 2 or any(each.config.own for each in targets):
        yield from map(lint_one, targets)  # a list's own rules hold searches, which can't travel
        return
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(jobs) as pool:
        sent = [None if each.stdin else pool.submit(_travelling, each) for each in targets]
        for target, future in zip(targets, sent, strict=True):
            yield lint_one(target) if future is None else future.result()


def lint_one(target: Target) -> Linted:
    papers = papers_of(target)
    if isinstance(papers, UserError):
        return Linted(None, str(papers))
    report = lint(papers, target.config)
    return Linted(report, "" if papers.entries else nothing_read(papers))


def _travelling(target: Target) -> Linted:
    """Without the nodes, which no output needs and which cost more to send than to make."""
    linted = lint_one(target)
    if linted.report is None:
        return linted
    papers = linted.report.papers._replace(document=Document("", [], []))
    return linted._replace(report=linted.report._replace(papers=papers))
