"""A finding as plain data, the same in every machine format; places are lines and columns."""

from __future__ import annotations

from typing import Any

from listlint.finding import Finding, Fix
from listlint.lint.gather import Report
from listlint.source import Source


def finding_data(report: Report, finding: Finding) -> dict[str, Any]:
    """One finding with all that is known of it."""
    source, path = report.papers.source, report.papers.path
    entry = finding.entry
    return {
        "rule": finding.rule,
        "level": finding.level,
        "path": path,
        **line_range(source, finding.start, finding.end),
        "message": finding.message,
        "key": finding.key,
        "alike": finding.alike,
        "entry": entry
        and {
            "title": entry.title,
            "line": source.line(entry.start),
            "end_line": source.line(entry.end),
        },
        "related": [
            {"path": path, **_start(source, each.start), "message": each.message}
            for each in finding.related
        ],
        "fix": finding.fix and _fix(source, finding.fix),
    }


def _fix(source: Source, fix: Fix) -> dict[str, Any]:
    edits = [{**line_range(source, each.start, each.end), "text": each.text} for each in fix.edits]
    return {"title": fix.title, "safety": fix.safety, "edits": edits}


def _start(source: Source, offset: int) -> dict[str, int]:
    line, column = source.position(offset)
    return {"line": line, "column": column}


def line_range(source: Source, start: int, end: int) -> dict[str, int]:
    """Lines and columns of a place; the end column is exclusive."""
    line, column = source.position(end)
    return {**_start(source, start), "end_line": line, "end_column": column}
