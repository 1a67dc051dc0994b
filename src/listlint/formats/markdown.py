"""Findings as Markdown for people: a job's summary, an issue, a page; list text is only words here.

As in a terminal, ten and more alike are one line, and notes are shown when they are asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from listlint.finding import NOTE, Finding
from listlint.formats import Look
from listlint.formats._closing import closing
from listlint.formats._groups import PLACES, Group, grouped
from listlint.lint.gather import Report
from listlint.plain import code_span, markdown


def render(reports: Sequence[Report], look: Look) -> str:
    lines: list[str] = []
    every: list[Finding] = []
    for report in reports:
        shown = [each for each in report.findings if look.notes or each.level != NOTE]
        every += shown
        if shown:
            lines += [f"### {code_span(report.papers.path)}", ""]
            lines += [_item(report, group) for group in grouped(shown)]
            lines.append("")
    if not look.quiet:
        lines.append(markdown(closing(reports, every, look)))
    return "".join(f"{line}\n" for line in lines)


def _item(report: Report, group: Group) -> str:
    finding = group.first
    line = report.papers.source.line
    words = [
        f"- **{finding.level}** {code_span(finding.rule)}, line {line(finding.start)}:",
        markdown(finding.message),
        *_fix(finding),
    ]
    if group.many:
        others = [line(each.start) for each in group.findings[1:PLACES]]
        lines = ", ".join(map(str, others))
        words.append(f"({len(group.findings)} alike: also on lines {lines}, …)")
    return " ".join(words)


def _fix(finding: Finding) -> Iterator[str]:
    if finding.fix is not None:
        yield f"Fix: {markdown(finding.fix.title)} ({finding.fix.safety})."
