"""One finding a line, each a JSON object: for programs that read line by line."""

from __future__ import annotations

import json
from collections.abc import Sequence

from listlint.formats import Look
from listlint.formats._shape import finding_data
from listlint.lint.gather import Report
from listlint.plain import json_text


def render(reports: Sequence[Report], look: Look) -> str:
    lines = (
        json.dumps(finding_data(report, each), ensure_ascii=False)
        for report in reports
        for each in report.findings
    )
    return "".join(json_text(line) + "\n" for line in lines)
