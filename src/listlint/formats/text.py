"""Findings for people: the place, what is said of it, and the line with a mark below.

Ten and more alike are one line; a terminal that would be flooded gets facts first, then each rule
in short. Notes are shown when they are asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from listlint.finding import LEVELS, NOTE, Finding
from listlint.formats import Look
from listlint.formats._closing import closing, fixable
from listlint.formats._finding import one, several
from listlint.formats._groups import grouped
from listlint.lint.gather import Report

FLOOD = 40


def render(reports: Sequence[Report], look: Look) -> str:
    shown = [
        (report, [each for each in report.findings if look.notes or each.level != NOTE])
        for report in reports
    ]
    every = [each for _, findings in shown for each in findings]
    if look.statistics:
        lines = _statistics(every)
    elif look.terminal and len(every) > FLOOD and len({each.rule for each in every}) > 1:
        from listlint.formats._short import in_short

        lines = in_short([(report, each) for report, some in shown for each in some], look)
    else:
        lines = _in_full(shown, look)
    text = "".join(line + "\n" for line in lines)
    return text if look.quiet else f"{text}{closing(reports, every, look)}\n"


def _in_full(shown: Sequence[tuple[Report, list[Finding]]], look: Look) -> Iterator[str]:
    """Every finding in the order of the text, alike ones together."""
    for report, findings in shown:
        for group in grouped(findings):
            if group.many:
                yield several(report, group, look)
            else:
                yield from one(report, group.first, look)


def _statistics(findings: Sequence[Finding]) -> Iterator[str]:
    """A line for each rule and level: how many findings, how many of them fixable."""
    counts: dict[tuple[int, str], list[Finding]] = {}
    for each in findings:
        counts.setdefault((-LEVELS.index(each.level), each.rule), []).append(each)
    for (_, rule), found in sorted(counts.items(), key=lambda item: (item[0][0], -len(item[1]))):
        mended = sum(map(fixable, found))
        yield f"{len(found):6}  {found[0].level:7}  {rule:20}  {mended} fixable"
