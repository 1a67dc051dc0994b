"""Rules, a list and answers to findings in the order of the text; nothing is printed or opened.

A rule that raises is our own fault and never the list's: it is named, and the others still report.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from listlint.comments import MARK
from listlint.config import DEFAULT, Config
from listlint.errors import UserError, trace
from listlint.facts import EMPTY, Answers, Question
from listlint.finding import LEVELS, Finding
from listlint.lint.generated import in_words
from listlint.lint.missed import Missed, unchecked
from listlint.lint.precedence import settle
from listlint.paperlist import PaperList
from listlint.rule import Rule
from listlint.values import NamedTuple

MOST_FINDINGS = 10_000


class Fault(NamedTuple):
    """A rule of ours that broke: its name, and what a bug report needs."""

    rule: str
    trace: str


class Report(NamedTuple):
    """What was seen of one list, and what wasn't."""

    papers: PaperList
    findings: tuple[Finding, ...]
    faults: tuple[Fault, ...]
    unchecked: Missed  # links and papers that nobody could say anything about
    more: int = 0  # findings past the cap
    known: int = 0  # findings that stood before, and aren't said again
    own: tuple[Rule, ...] = ()  # the list's own rules, for formats that describe rules


def lint(
    papers: PaperList,
    config: Config = DEFAULT,
    answers: Answers = EMPTY,
    rules: Iterable[Rule] | None = None,
) -> Report:
    """What the rules that ``config`` lets run say about a list, and no comment in it hides."""
    faults: list[Fault] = []
    findings: list[Finding] = []
    if config.pinned is not None:
        papers = papers._replace(pinned=config.pinned)
    running = [
        rule
        for rule in (_given(config, answers.online) if rules is None else rules)
        if config.runs(rule) and (answers.online or not rule.online)
    ]
    for rule in running:
        findings += _run(rule, papers, answers, config, faults)
    findings = settle(list(_numbered(sorted(findings, key=_place))))
    if MARK in papers.text or config.ignored:
        findings = _unhidden(papers, config, answers, running, findings, faults)
    findings = in_words(papers, findings, config.source_of(papers.path))
    findings = [each._replace(level=config.level(each.rule, each.level)) for each in findings]
    kept = _gravest(findings)
    more = len(findings) - len(kept)
    missed = unchecked(papers, answers)
    return Report(papers, tuple(kept), tuple(faults), missed, more, own=config.own)


def questions(
    papers: PaperList, config: Config = DEFAULT, *, services: bool = False
) -> Iterator[Question]:
    """What the rules that run want to know of the world; of services only if these are asked."""
    for rule in _given(config, services):
        if rule.asks and config.runs(rule):
            yield from rule.asks(papers, config.options(rule))


def _given(config: Config, services: bool) -> tuple[Rule, ...]:
    return config.rules if services else config.local_rules


def _run(
    rule: Rule, papers: PaperList, answers: Answers, config: Config, faults: list[Fault]
) -> list[Finding]:
    """The findings of one rule, with its name and level filled in; none if it breaks."""
    try:
        return [_named(each, rule) for each in rule.check(papers, answers, config.options(rule))]
    except UserError:  # a list's own rule that takes too long
        raise
    except Exception as fault:
        faults.append(Fault(rule.name, trace(fault)))
        return []


def _named(finding: Finding, rule: Rule) -> Finding:
    return finding._replace(
        rule=rule.name,
        level=finding.level or rule.level,
        alike=_alike(rule.name, finding.alike),
    )


def _unhidden(
    papers: PaperList,
    config: Config,
    answers: Answers,
    running: list[Rule],
    findings: list[Finding],
    faults: list[Fault],
) -> list[Finding]:
    """What comments and configuration leave, and what is wrong with the comments."""
    from listlint.lint.ignores import UNUSED, keep, unused

    kept = keep(papers, config, findings)
    broken = {fault.rule for fault in faults}
    in_full = [rule for rule in running if rule.name not in broken]
    said = [
        _named(each, rule)
        for rule in running
        if rule.name == UNUSED
        for each in unused(papers, config, answers, in_full, kept)
    ]
    return sorted([*kept.findings, *_numbered(said)], key=_place)


def _alike(rule: str, alike: str) -> str:
    """What findings of one rule share that say the same; never shared between rules."""
    return f"{rule}: {alike}" if alike else rule


def _place(finding: Finding) -> tuple[int, int, int, str]:
    return (finding.start, finding.end, -LEVELS.index(finding.level), finding.rule)


def _numbered(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Ordinals are given before anything is hidden, so that hiding one renames no other."""
    seen: Counter[tuple[str, str]] = Counter()
    for each in findings:
        name = (each.rule, each.key)
        yield each._replace(ordinal=seen[name]) if seen[name] else each
        seen[name] += 1


def _gravest(findings: list[Finding]) -> list[Finding]:
    """No more findings than anybody reads or a service takes, the gravest kept."""
    if len(findings) <= MOST_FINDINGS:
        return findings
    by_level = sorted(findings, key=lambda each: -LEVELS.index(each.level))
    return sorted(by_level[:MOST_FINDINGS], key=_place)
