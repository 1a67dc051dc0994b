"""Rules over a list: order, identity, levels, and rules that break."""

from __future__ import annotations

import pytest

from listlint.config import Config
from listlint.lint import gather
from listlint.lint.gather import lint
from made import broken_rule, entries, papers, word_rule


def test_findings_stand_in_the_order_of_the_text() -> None:
    rules = [word_rule("arxiv", name="later"), word_rule("Sorting", name="earlier")]
    report = lint(papers(entries(2)), rules=rules)
    starts = [each.start for each in report.findings]
    assert starts == sorted(starts)
    assert {each.rule for each in report.findings} == {"earlier", "later"}


def test_a_finding_is_known_by_rule_entry_and_how_many_came_before() -> None:
    text = entries(1)
    more = text.replace(
        "- Sorting", "- Weighing Ladders [[Paper](https://arxiv.org/abs/2401.00009)]\n- Sorting"
    )
    rules = [word_rule("Smell|Lists")]
    before = [each.identity for each in lint(papers(text), rules=rules).findings]
    after = [each.identity for each in lint(papers(more), rules=rules).findings]
    assert (
        before
        == after
        == [
            ("a-rule", "arxiv:2203.00001", 0),
            ("a-rule", "arxiv:2203.00001", 1),
        ]
    )


def test_a_finding_gets_the_rules_level_or_its_own_and_a_decision_beats_both() -> None:
    listed = papers(entries(1))
    own = word_rule("Smell", level="error", name="own")
    rules = [word_rule("ACL", level="error")]
    assert lint(listed, rules=rules).findings[0].level == "error"
    decided = Config({"own": "note"})
    assert lint(listed, decided, rules=[own]).findings[0].level == "note"


def test_what_is_alike_never_crosses_rules() -> None:
    rules = [word_rule("Smell", "same words"), word_rule("ACL", "same words", name="other")]
    alike = {each.alike for each in lint(papers(entries(1)), rules=rules).findings}
    assert alike == {"a-rule: same words", "other: same words"}
    bare = lint(papers(entries(1)), rules=[word_rule("Smell", alike="")])
    assert bare.findings[0].alike == "a-rule"


def test_a_rule_that_breaks_is_named_and_the_others_report() -> None:
    report = lint(papers(entries(1)), rules=[broken_rule(), word_rule("Smell")])
    assert [each.rule for each in report.faults] == ["broken-rule"]
    assert "KeyError: 'what was sought'" in report.faults[0].trace
    assert [each.rule for each in report.findings] == ["a-rule"]


def test_links_that_nobody_asked_about_are_counted_once() -> None:
    assert lint(papers(entries(3)), rules=[]).unchecked.by_reason == {"offline": 3}
    assert lint(papers("# Nothing here\n"), rules=[]).unchecked.by_reason == {}


def test_past_the_cap_the_gravest_are_kept_and_the_rest_counted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(gather, "MOST_FINDINGS", 3)
    rules = [
        word_rule("Sorting Lists", level="note"),
        word_rule("ACL", name="grave", level="error"),
    ]
    report = lint(papers(entries(2)), rules=rules)
    assert [each.level for each in report.findings].count("error") == 2
    assert (len(report.findings), report.more) == (3, 1)
