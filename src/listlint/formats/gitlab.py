"""A code quality report as GitLab reads it: beside the lines of a merge request."""

from __future__ import annotations

import json
from collections.abc import Sequence
from hashlib import sha256
from typing import Any

from listlint.finding import ERROR, NOTE, WARNING, Finding
from listlint.formats import Look
from listlint.lint.gather import Report
from listlint.plain import json_text

SEVERITIES = {ERROR: "major", WARNING: "minor", NOTE: "info"}


def render(reports: Sequence[Report], look: Look) -> str:
    issues = [_issue(report, each) for report in reports for each in report.findings]
    return json_text(json.dumps(issues, ensure_ascii=False, indent=1)) + "\n"


def _issue(report: Report, finding: Finding) -> dict[str, Any]:
    source, path = report.papers.source, report.papers.path
    identity = "\0".join(map(str, (path, *finding.identity)))
    return {
        "description": finding.message,
        "check_name": finding.rule,
        "fingerprint": sha256(identity.encode("utf-8", "replace")).hexdigest(),
        "severity": SEVERITIES[finding.level],
        "location": {
            "path": path,
            "lines": {"begin": source.line(finding.start), "end": source.line(finding.end)},
        },
    }
