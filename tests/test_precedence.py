"""Which of two rules speaks where both see the same characters."""

from __future__ import annotations

from listlint.finding import EntryRef, Finding
from listlint.lint.precedence import settle

ENTRY = EntryRef("Sorting Lists by Smell", 0, 90)


def finding(rule: str, start: int, end: int, level: str = "warning", key: str = "k") -> Finding:
    return Finding(rule, level, start, end, "says so", key, entry=ENTRY)


def rules(*findings: Finding) -> list[str]:
    return [each.rule for each in settle(list(findings))]


def test_a_broken_link_is_not_a_matter_of_blanks() -> None:
    assert rules(finding("malformed-link", 10, 30), finding("spacing", 20, 22)) == [
        "malformed-link"
    ]
    assert rules(finding("malformed-link", 10, 20), finding("spacing", 20, 22)) == [
        "malformed-link",
        "spacing",
    ]


def test_a_wrong_venue_is_not_a_matter_of_spelling_unless_only_its_year_is_wrong() -> None:
    spelling = finding("venue-spelling", 10, 13)
    assert rules(finding("venue-mismatch", 10, 18), spelling) == ["venue-mismatch"]
    assert rules(spelling, finding("venue-mismatch", 14, 18)) == [
        "venue-spelling",
        "venue-mismatch",
    ]
    year = finding("venue-mismatch", 10, 18)._replace(alike="venue-mismatch: year")
    assert rules(year, spelling) == ["venue-mismatch", "venue-spelling"]


def test_an_address_that_proves_the_year_knows_more_than_a_preprint_or_the_table() -> None:
    proven = finding("venue-mismatch", 10, 18, "error")
    assert rules(proven, finding("year-mismatch", 14, 18)) == ["venue-mismatch"]
    assert rules(proven, finding("venue-year", 10, 18)) == ["venue-mismatch"]


def test_how_copies_differ_says_more_than_that_there_are_two() -> None:
    differ = finding("copies-differ", 0, 9)
    assert rules(differ, finding("duplicate-paper", 40, 50, "note")) == ["copies-differ"]
    assert len(rules(differ, finding("duplicate-paper", 40, 50, "note", key="another"))) == 2
    assert len(rules(differ, finding("duplicate-paper", 40, 50, "error"))) == 2


def test_a_copy_that_should_go_needs_no_other_mending() -> None:
    doubled = finding("duplicate-paper", 0, 9, "error")
    assert rules(doubled, finding("venue-mismatch", 20, 29)) == ["duplicate-paper"]


def test_of_two_rules_at_one_place_the_graver_speaks_and_one_rule_may_say_two_things() -> None:
    first, second = finding("one", 3, 9, "error"), finding("two", 3, 9)
    assert rules(first, second) == ["one"]
    assert rules(first, first._replace(message="and so"), second) == ["one", "one"]
