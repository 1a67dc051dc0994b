"""SARIF 2.1.0: for code scanning and editors; with fixes, and with the rules' pages as help."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import quote

from listlint import __version__
from listlint.finding import Finding
from listlint.formats import Look
from listlint.formats._closing import fixable
from listlint.formats._shape import line_range
from listlint.lint.gather import Report
from listlint.plain import json_text
from listlint.rule import Rule, all_rules
from listlint.source import Source

VERSION = "2.1.0"
SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def render(reports: Sequence[Report], look: Look) -> str:
    said = sorted({each.rule for report in reports for each in report.findings})
    own = (rule for report in reports for rule in report.own)
    known = {rule.name: rule for rule in (*all_rules(), *own)}
    run = {
        "tool": {
            "driver": {
                "name": "listlint",
                "version": __version__,
                "rules": [_rule(name, known.get(name)) for name in said],
            }
        },
        "invocations": [_invocation(reports)],
        "columnKind": "unicodeCodePoints",
        "results": [
            _result(report, each, said.index(each.rule))
            for report in reports
            for each in report.findings
        ],
    }
    document = {"$schema": SCHEMA, "version": VERSION, "runs": [run]}
    return json_text(json.dumps(document, ensure_ascii=False, indent=1)) + "\n"


def _rule(name: str, rule: Rule | None) -> dict[str, Any]:
    if rule is None:
        return {"id": name}
    page = rule.page
    text = f"{page.summary}\n\n{page.body}"
    return {
        "id": name,
        "shortDescription": {"text": page.summary},
        "help": {"text": text, "markdown": text},
        "defaultConfiguration": {"level": rule.level, "enabled": not rule.off},
        "properties": {"tags": [rule.group]},
    }


def _invocation(reports: Sequence[Report]) -> dict[str, Any]:
    """Rules of ours that broke are told, since they said nothing of the list."""
    faults = sorted({fault.rule for report in reports for fault in report.faults})
    return {
        "executionSuccessful": not faults,
        "toolExecutionNotifications": [
            {"level": "error", "message": {"text": f"the rule {name} broke"}} for name in faults
        ],
    }


def _result(report: Report, finding: Finding, index: int) -> dict[str, Any]:
    source, path = report.papers.source, report.papers.path
    result = {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": finding.level,
        "message": {"text": finding.message},
        "locations": [_location(source, path, finding.start, finding.end)],
        "partialFingerprints": {"identity/v1": ":".join(map(str, finding.identity))},
    }
    if finding.related:
        result["relatedLocations"] = [
            _location(source, path, each.start, each.end) | {"message": {"text": each.message}}
            for each in finding.related
        ]
    if fixable(finding):
        result["fixes"] = list(_fixes(source, path, finding))
    return result


def _location(source: Source, path: str, start: int, end: int) -> dict[str, Any]:
    place = {"artifactLocation": {"uri": _uri(path)}, "region": _region(source, start, end)}
    return {"physicalLocation": place}


def _fixes(source: Source, path: str, finding: Finding) -> Iterator[dict[str, Any]]:
    fix = finding.fix
    if fix is not None:
        replacements = [
            {
                "deletedRegion": _region(source, each.start, each.end),
                "insertedContent": {"text": each.text},
            }
            for each in fix.edits
        ]
        change = {"artifactLocation": {"uri": _uri(path)}, "replacements": replacements}
        description = {"text": f"{fix.title} ({fix.safety})"}
        yield {"description": description, "artifactChanges": [change]}


def _region(source: Source, start: int, end: int) -> dict[str, int]:
    place = line_range(source, start, end)
    return {
        "startLine": place["line"],
        "startColumn": place["column"],
        "endLine": place["end_line"],
        "endColumn": place["end_column"],
    }


def _uri(path: str) -> str:
    slashed = path.replace(os.sep, "/")
    return ("file://" if os.path.isabs(path) else "") + quote(os.fsencode(slashed))
