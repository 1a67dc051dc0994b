"""How rules are found, and what each must bring with it."""

from __future__ import annotations

import re
from types import ModuleType

import pytest

from listlint.errors import UserError
from listlint.finding import LEVELS
from listlint.fix.examples import AS_IT_SHOULD, judge
from listlint.page import BAD, GOOD, Example
from listlint.rule import GROUPS, Rule, _from_module, all_rules, found, local_rules, rule_named
from made import papers

EXAMPLES = [(rule, example) for rule in all_rules() for example in rule.page.examples]


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.name)
def test_a_rule_explains_itself_and_shows_what_it_finds_and_what_it_leaves_alone(
    rule: Rule,
) -> None:
    page = rule.page
    assert re.fullmatch(r"[A-Z].{10,130}\.", page.summary), "one sentence opens the page"
    assert {example.kind for example in page.examples} == {BAD, GOOD}
    assert rule.group in GROUPS
    assert rule.level in LEVELS


@pytest.mark.parametrize(
    ("rule", "example"), EXAMPLES, ids=[f"{rule.name}:{each.line}" for rule, each in EXAMPLES]
)
def test_examples_do_as_their_page_says(rule: Rule, example: Example) -> None:
    outcome = judge(rule, example)
    assert outcome.word in AS_IT_SHOULD, f"{outcome.word}: {outcome.seen}"


def test_rules_are_found_by_their_files_and_stand_by_group() -> None:
    rules = all_rules()
    assert [rule.name for rule in rules if rule.name == "venue-spelling"]
    places = [(GROUPS.index(rule.group), rule.name) for rule in rules]
    assert places == sorted(places)


def test_rules_that_need_no_service_are_known_without_loading_the_others() -> None:
    assert local_rules() == tuple(rule for rule in all_rules() if not rule.online)
    assert any(rule.online for rule in all_rules())


def test_an_unknown_rule_names_the_nearest() -> None:
    assert rule_named("shared-link").name == "shared-link"
    with pytest.raises(UserError, match="did you mean shared-link"):
        rule_named("sharedlink")


def test_a_rule_of_an_unknown_group_or_level_is_a_fault_of_ours() -> None:
    module = ModuleType("listlint.checks.odd_rule")
    module.__dict__.update(GROUP="oddities", LEVEL="error", check=None)
    with pytest.raises(ValueError, match="odd-rule: GROUP or LEVEL"):
        _from_module(module)


def test_a_finding_about_an_entry_is_known_by_the_entry() -> None:
    entry = papers(
        "- Sorting Lists by Smell [[Paper](https://arxiv.org/abs/2203.00001)]\n"
    ).entries[0]
    finding = found((2, 9), "says so", entry=entry)
    assert finding.key == "arxiv:2203.00001"
    assert finding.entry is not None
    assert finding.entry.title == "Sorting Lists by Smell"
    assert finding.alike == "says so"
    assert found((2, 9), "says so", entry=entry, key="other").key == "other"
