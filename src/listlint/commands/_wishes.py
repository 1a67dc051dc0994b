"""A list judged in the light of what was, a revision or a baseline, and mended; writes nothing."""

from __future__ import annotations

from collections.abc import Callable

from listlint.commands._answers import answers
from listlint.commands._baseline import sieve
from listlint.commands._lists import Target
from listlint.commands._run import Linted, Wishes
from listlint.errors import UserError
from listlint.fix.choice import Wish
from listlint.fix.rounds import mend
from listlint.lint.gather import Report, lint
from listlint.paperlist import PaperList
from listlint.reading import read

Judge = Callable[[PaperList], Report]


def granted(papers: PaperList, target: Target, wishes: Wishes) -> Linted:
    """What is said of a list, and how it reads once it is mended."""
    judge = _judge(target, wishes)
    report = judge(papers)
    if not wishes.floor:
        return Linted(report)
    config = target.config
    mended = mend(
        report,
        Wish(wishes.floor, config.select),
        lambda source: read(source, target.path, config.vocabulary)._replace(
            original=papers.original, embed=papers.embed, whole=papers.whole
        ),
        judge,
    )
    return Linted(mended.report, first=report, mended=mended)


def _judge(target: Target, wishes: Wishes) -> Judge:
    """How a reading of this list becomes a report."""
    base = _base(target, wishes.since) if wishes.since else None
    file = target.config.baseline if wishes.baseline is None else wishes.baseline
    unknown = sieve(file, target.path) if file else None

    def judge(papers: PaperList) -> Report:
        if base is not None:
            papers = papers._replace(before=base.papers)
        report = lint(papers, target.config, answers(papers, target, wishes.world))
        if wishes.since:
            from listlint.lint.news import news

            report = news(base, report)
        return unknown(report) if unknown else report

    return judge


def _base(target: Target, revision: str) -> Report | None:
    """The list as it was at a revision; nothing where it wasn't, or couldn't be read."""

    def then(target: Target) -> PaperList | None:
        return _read_at(target, revision)

    papers = target.files.part(target, then, revision) if target.files else then(target)
    if not isinstance(papers, PaperList):
        return None
    return lint(papers, target.config, answers(papers, target))


def _read_at(target: Target, revision: str) -> PaperList | None:
    from listlint.revisions import text_at
    from listlint.source import from_bytes

    data = text_at(revision, target.path)
    if data is None:
        return None
    try:
        source = from_bytes(data, f"{revision}:{target.path}")
    except UserError:
        return None
    return read(source, target.path, target.config.vocabulary)
