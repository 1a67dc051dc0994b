"""A list before and after a change, read and linted by the same decisions and habits; pure."""

from __future__ import annotations

from listlint.comments import MARK, Comment
from listlint.config import DEFAULT, Config
from listlint.errors import UserError
from listlint.lint.gather import Report, lint
from listlint.reading import read
from listlint.review.quieted import added, is_wide, without_force
from listlint.source import Source, from_bytes
from listlint.values import NamedTuple


class Compared(NamedTuple):
    """Both reports, and comments to listlint that the change adds."""

    base: Report | None
    head: Report
    comments: tuple[Comment, ...] = ()


def compared(
    was: Source | None, before: str, now: Source, path: str, config: Config = DEFAULT
) -> Compared:
    """Lint a list as it was and as it is; what was there before sets the habits."""
    base = None if was is None else lint(read(was, before, config.vocabulary), config)
    old = base.papers if base else None
    papers = read(now, path, config.vocabulary)._replace(before=old)
    if MARK not in now.text:
        return Compared(base, lint(papers, config))
    new = added(old, papers)
    wide = [each for each in new if is_wide(each)]
    if not wide:
        return Compared(base, lint(papers, config), tuple(new))
    heard = read(without_force(now, wide), path, config.vocabulary)._replace(before=old)
    return Compared(base, lint(heard, config)._replace(papers=papers), tuple(new))


def readable(data: bytes | None, path: str) -> Source | None:
    """What couldn't be read before a change is nothing to compare with, and no fault of its."""
    try:
        return None if data is None else from_bytes(data, path)
    except UserError:
        return None
