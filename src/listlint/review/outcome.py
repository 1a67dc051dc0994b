"""How a run ended, as values: for the job's summary, its annotations, outputs and exit; pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from listlint.finding import ERROR, LEVELS, NOTE, WARNING
from listlint.review.causes import Cause
from listlint.review.plan import SUCCESS, Review
from listlint.source import Source
from listlint.values import NamedTuple

KINDS = {ERROR: "error", WARNING: "warning", NOTE: "notice"}
MOST_OF_A_KIND = 10  # the runner shows no more in one step


class Annotation(NamedTuple):
    """A remark at a place of a file, as a runner shows it beside the diff."""

    kind: str
    path: str
    line: int
    end_line: int
    title: str
    message: str


class Outcome(NamedTuple):
    """What a run found, posted or not."""

    conclusion: str = SUCCESS
    text: str = ""  # Markdown
    review: Review | None = None
    url: str = ""
    annotated: bool = False  # whether findings must be shown by annotations
    note: str = ""  # a sentence that somebody should see at once
    counts: Mapping[str, int] = MappingProxyType({})  # of a whole list
    unreadable: tuple[str, ...] = ()  # what is wrong with lists that can't be read


def outputs(outcome: Outcome) -> dict[str, str]:
    """The action's outputs: numbers and one address."""
    if outcome.counts:
        return {**{name: str(n) for name, n in outcome.counts.items()}, "review-url": outcome.url}
    causes = list(_causes(outcome.review))
    counts = {level: sum(each.finding.level == level for each in causes) for level in LEVELS}
    reports = [part.where.papers for part in outcome.review.parts] if outcome.review else []
    return {
        "findings": str(len(causes)),
        "errors": str(counts[ERROR]),
        "warnings": str(counts[WARNING]),
        "notes": str(counts[NOTE]),
        "entries": str(sum(len(papers.entries) for papers in reports)),
        "unchecked": str(outcome.review.missed.total if outcome.review else 0),
        "review-url": outcome.url,
    }


def shown_beside(review: Review) -> list[Annotation]:
    """As many as a runner shows, the gravest first; the job's summary has them all."""
    found = sorted(_annotated(review), key=lambda each: list(KINDS.values()).index(each.kind))
    kept: list[Annotation] = []
    for kind in KINDS.values():
        kept += [each for each in found if each.kind == kind][:MOST_OF_A_KIND]
    return kept


def _annotated(review: Review) -> Iterator[Annotation]:
    for part in review.parts:
        papers = part.where.papers
        quiet = {id(each) for each in part.notes}
        for cause in part.caused.causes:
            if id(cause) not in quiet:
                yield _annotation(cause, papers.path, papers.source)


def _annotation(cause: Cause, path: str, source: Source) -> Annotation:
    finding = cause.finding
    message = finding.message
    if cause.turned:
        message = f"About line {source.line(finding.start)}: {message}"
    kind = KINDS[finding.level]
    return Annotation(kind, path, cause.first, cause.last, finding.rule, message)


def _causes(review: Review | None) -> Iterable[Cause]:
    return [each for part in review.parts for each in part.caused.causes] if review else ()
