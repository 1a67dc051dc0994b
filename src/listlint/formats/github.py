"""Annotations of a workflow: commands on standard output that the runner shows beside the lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from listlint.finding import ERROR, NOTE, WARNING, Finding
from listlint.formats import Look
from listlint.formats._closing import closing
from listlint.lint.gather import Report
from listlint.plain import annotation, annotation_property

COMMANDS = {ERROR: "error", WARNING: "warning", NOTE: "notice"}


def render(reports: Sequence[Report], look: Look) -> str:
    lines = [_command(report, each) for report in reports for each in report.findings]
    if not look.quiet:
        findings = [each for report in reports for each in report.findings]
        lines.append(closing(reports, findings, look._replace(notes=True)))
    return "".join(f"{line}\n" for line in lines)


def _command(report: Report, finding: Finding) -> str:
    source = report.papers.source
    (line, column), (end_line, end_column) = map(source.position, (finding.start, finding.end))
    place = {"file": report.papers.path, "line": line, "endLine": end_line}
    if line == end_line:  # columns of several lines aren't taken
        place |= {"col": column, "endColumn": end_column}
    place["title"] = f"listlint: {finding.rule}"
    properties = ",".join(f"{key}={annotation_property(str(each))}" for key, each in place.items())
    message = "\n".join([finding.message, *_fix(finding)])
    return f"::{COMMANDS[finding.level]} {properties}::{annotation(message)}"


def _fix(finding: Finding) -> Iterator[str]:
    if finding.fix is not None:
        yield f"Fix: {finding.fix.title} ({finding.fix.safety})"
