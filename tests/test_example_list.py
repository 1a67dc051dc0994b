"""The example list that ships with listlint holds what its own first line promises."""

from __future__ import annotations

from pathlib import Path

import pytest

from listlint.lint.gather import Report, lint
from listlint.reading import read
from listlint.rule import all_rules
from listlint.source import read_source

LIST = Path(__file__).parent.parent / "examples" / "README.md"


@pytest.fixture(scope="module")
def report() -> Report:
    return lint(read(read_source(str(LIST)), "README.md"))


def test_it_is_read_whole(report: Report) -> None:
    assert len(report.papers.entries) >= 60


@pytest.mark.parametrize(
    "rule",
    [
        rule.name
        for rule in all_rules()
        if not rule.off
        and not rule.online
        and rule.group != "placement"  # takes more entries than an example has
        and rule.name != "translation-drift"  # takes a second list
    ],
)
def test_it_holds_a_fault_of_every_kind(report: Report, rule: str) -> None:
    assert rule in {finding.rule for finding in report.findings}


def test_it_shows_every_level_of_a_broken_link(report: Report) -> None:
    levels = {each.level for each in report.findings if each.rule == "malformed-link"}
    assert levels >= {"error", "warning"}
