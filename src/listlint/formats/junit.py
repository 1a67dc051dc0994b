"""JUnit's XML, which nearly every build server shows: a suite a list, a case a finding.

A note is a case that was skipped, so that no server takes it for a failure.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from listlint.finding import NOTE, Finding
from listlint.formats import Look
from listlint.lint.gather import Report
from listlint.plain import terminal


def render(reports: Sequence[Report], look: Look) -> str:
    lines = ["<?xml version='1.0' encoding='utf-8'?>", '<testsuites name="listlint">']
    for report in reports:
        lines += _suite(report)
    return "".join(f"{line}\n" for line in (*lines, "</testsuites>"))


def _suite(report: Report) -> Iterator[str]:
    notes = sum(each.level == NOTE for each in report.findings)
    counts = {
        "tests": max(len(report.findings) + len(report.faults), 1),
        "failures": len(report.findings) - notes,
        "errors": len(report.faults),
        "skipped": notes,
    }
    yield f"<testsuite {_attributes(name=report.papers.path, **counts)}>"
    for each in report.findings:
        yield from _case(report, each)
    for fault in report.faults:
        yield f"<testcase {_attributes(classname=report.papers.path, name=fault.rule)}>"
        yield f"<error {_attributes(message='this rule of listlint broke')}/></testcase>"
    if not report.findings and not report.faults:
        yield f"<testcase {_attributes(classname=report.papers.path, name='no findings')}/>"
    yield "</testsuite>"


def _case(report: Report, finding: Finding) -> Iterator[str]:
    path, (line, column) = report.papers.path, report.papers.source.position(finding.start)
    yield f"<testcase {_attributes(classname=path, name=f'{finding.rule} in line {line}')}>"
    message = terminal(finding.message)
    if finding.level == NOTE:
        yield f"<skipped {_attributes(message=message)}/>"
    else:
        where = f"{path}:{line}:{column}: {finding.level} {finding.rule}: {message}"
        yield f"<failure {_attributes(type=finding.level, message=message)}>"
        yield f"{escape(terminal(where))}</failure>"
    yield "</testcase>"


def _attributes(**values: object) -> str:
    return " ".join(f"{name}={quoteattr(terminal(str(each)))}" for name, each in values.items())
