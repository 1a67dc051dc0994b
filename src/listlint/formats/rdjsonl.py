"""Reviewdog's diagnostic format, one finding a line; its columns count bytes of UTF-8."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from listlint.finding import ERROR, NOTE, WARNING, Edit, Finding, apply
from listlint.formats import Look
from listlint.formats._closing import fixable
from listlint.lint.gather import Report
from listlint.plain import json_text
from listlint.source import Source

SEVERITIES = {ERROR: "ERROR", WARNING: "WARNING", NOTE: "INFO"}
MOST_LINES = 20  # of a suggestion; edits that lie further apart are none that anybody reviews


def render(reports: Sequence[Report], look: Look) -> str:
    lines = (
        json.dumps(_diagnostic(report, each), ensure_ascii=False)
        for report in reports
        for each in report.findings
    )
    return "".join(json_text(line) + "\n" for line in lines)


def _diagnostic(report: Report, finding: Finding) -> dict[str, Any]:
    source, path = report.papers.source, report.papers.path
    return {
        "message": finding.message,
        "location": {"path": path, "range": _range(source, finding.start, finding.end)},
        "severity": SEVERITIES[finding.level],
        "source": {"name": "listlint"},
        "code": {"value": finding.rule},
        **({"suggestions": _suggestions(source, finding)} if fixable(finding) else {}),
    }


def _suggestions(source: Source, finding: Finding) -> list[dict[str, Any]]:
    """All edits of the fix as one, since each suggestion stands for itself."""
    edits = finding.fix.edits if finding.fix else ()
    start, end = min(each.start for each in edits), max(each.end for each in edits)
    if source.line(end) - source.line(start) >= MOST_LINES:
        return []
    inner = (Edit(each.start - start, each.end - start, each.text) for each in edits)
    text = apply(source.text[start:end], inner)
    return [{"range": _range(source, start, end), "text": text}]


def _range(source: Source, start: int, end: int) -> dict[str, Any]:
    return {"start": _position(source, start), "end": _position(source, end)}


def _position(source: Source, offset: int) -> dict[str, int]:
    line, column = source.position(offset)
    before = source.text[offset - column + 1 : offset]
    return {"line": line, "column": len(before.encode()) + 1}
