"""One JSON document for programs: every file, every finding, whatever its level."""

from __future__ import annotations

import json
from collections.abc import Sequence

from listlint.formats import Look
from listlint.formats._shape import finding_data
from listlint.lint.gather import Report
from listlint.plain import json_text


def render(reports: Sequence[Report], look: Look) -> str:
    files = [
        {
            "path": report.papers.path,
            "entries": len(report.papers.entries),
            "unread": len(report.papers.unread),
            "unchecked": report.unchecked.by_reason,
        }
        for report in reports
    ]
    findings = [finding_data(report, each) for report in reports for each in report.findings]
    document = {"version": 1, "files": files, "findings": findings}
    return json_text(json.dumps(document, ensure_ascii=False, indent=1)) + "\n"
