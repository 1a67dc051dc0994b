"""A list before and after a change, read and linted by the same decisions and habits; pure."""

from __future__ import annotations

from collections.abc import Callable

from listlint.comments import MARK, Comment
from listlint.config import DEFAULT, Config
from listlint.errors import UserError
from listlint.facts import EMPTY, Answers, Question
from listlint.lint.asking import of_change
from listlint.lint.gather import Report, lint, questions
from listlint.paperlist import PaperList
from listlint.reading import read
from listlint.review.asked import Asking, nobody
from listlint.review.quieted import added, is_wide, without_force
from listlint.source import Source, from_bytes
from listlint.values import NamedTuple


class Compared(NamedTuple):
    """Both reports, and comments to listlint that the change adds."""

    base: Report | None
    head: Report
    comments: tuple[Comment, ...] = ()
    answers: Answers = EMPTY  # that the head was judged with


def compared(
    was: Source | None,
    before: str,
    now: Source,
    path: str,
    config: Config = DEFAULT,
    asking: Asking = nobody,
    unknown: Callable[[Report], Report] = lambda report: report,
) -> Compared:
    """Lint a list as it was and as it is; what was there before sets the habits.

    ``asking``: who answers the rules' questions; ``unknown``: takes out what a baseline knows.
    """
    old = None if was is None else read(was, before, config.vocabulary)
    papers = read(now, path, config.vocabulary)._replace(before=old)
    said = asking(_files(old, config), _files(papers, config) | of_change(old, papers, config))
    base = None if old is None else unknown(lint(old, config, said.base))
    new = added(old, papers) if MARK in now.text else []
    wide = [each for each in new if is_wide(each)]
    heard = papers
    if wide:
        heard = read(without_force(now, wide), path, config.vocabulary)._replace(before=old)
    head = unknown(lint(heard, config, said.head))
    if wide:
        head = head._replace(papers=papers)
    return Compared(base, head, tuple(new), said.head)


def _files(papers: PaperList | None, config: Config) -> frozenset[Question]:
    """What the files beside a list are asked; services are asked about what changed."""
    return frozenset() if papers is None else frozenset(questions(papers, config))


def readable(data: bytes | None, path: str) -> Source | None:
    """What couldn't be read before a change is nothing to compare with, and no fault of its."""
    try:
        return None if data is None else from_bytes(data, path)
    except UserError:
        return None
