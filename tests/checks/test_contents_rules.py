"""Levels that are skipped and headings with nothing below: when it is said, and once or often."""

from __future__ import annotations

from listlint.checks import empty_section, heading_increment
from listlint.facts import EMPTY
from listlint.finding import Finding, apply
from listlint.rule import NoOptions
from made import papers

ENTRY = "- Sorting Lists by Smell, ICLR 2024 [[Paper](https://arxiv.org/abs/2401.00017)]\n\n"


def skips(text: str) -> list[Finding]:
    return list(heading_increment.check(papers(text), EMPTY, NoOptions()))


def empty(text: str) -> list[Finding]:
    return list(empty_section.check(papers(text), EMPTY, NoOptions()))


def test_all_headings_that_skip_alike_are_one_finding() -> None:
    text = f"# T\n\n## A\n\n#### B\n\n{ENTRY}#### C\n\n{ENTRY}## D\n\n### E\n\n{ENTRY}"
    (finding,) = skips(text)
    assert (finding.level, len(finding.related)) == ("warning", 1)
    assert finding.fix is not None
    assert apply(text, finding.fix.edits) == text.replace("####", "###")


def test_a_skip_throughout_the_list_is_a_remark() -> None:
    (finding,) = skips(f"# T\n\n### A\n\n{ENTRY}#### B\n\n{ENTRY}### C\n\n{ENTRY}")
    assert (finding.level, finding.related) == ("note", ())
    assert finding.fix is not None
    assert len(finding.fix.edits) == 3  # what stands below is raised too


def test_headings_of_html_are_left_as_they_are() -> None:
    (finding,) = skips(f"# T\n\n<h3>A</h3>\n\n{ENTRY}")
    assert finding.fix is None


def test_small_print_skips_nothing() -> None:
    assert not skips(f"# T\n\n#### Please star us\n\nWords.\n\n## A\n\n{ENTRY}")


def test_what_holds_something_is_not_empty() -> None:
    text = (
        "# T\n\n## A\n\n### B\n\n![plot](plot.png)\n\n## [C](https://example.org)\n\n"
        "## D\n\n<img src='x.png'>\n\n## E\n\nWords.\n"
    )
    assert not empty(text)


def test_comments_and_rules_are_nothing() -> None:
    (finding,) = empty(f"## A\n\n<!-- to come -->\n\n---\n\n## B\n\n{ENTRY}")
    assert finding.key == "a"
    assert "one level deeper" in finding.message


def test_the_line_of_the_contents_is_shown_with_its_empty_heading() -> None:
    contents = "## Contents\n\n- [A](#a)\n- [B](#b)\n- [C](#c)\n\n"
    text = f"# T\n\n{contents}## A\n\n{ENTRY}## B\n\n## C\n\n{ENTRY}"
    (finding,) = empty(text)
    assert [text[each.start : each.end] for each in finding.related] == ["[B](#b)"]


def test_many_empty_headings_are_said_once() -> None:
    (finding,) = empty(f"# T\n\n## A\n\n{ENTRY}## B\n\n## C\n\n## D\n\n## E\n")
    assert "4 headings: *B*, *C*, *D* and 1 more" in finding.message


def test_headings_of_years_may_keep_the_level_they_have_elsewhere() -> None:
    years = f"### Old\n\n#### 2023\n\n{ENTRY}#### 2024\n\n{ENTRY}"
    (finding,) = skips(f"# T\n\n## A\n\n{years}## B\n\n#### 2022\n\n{ENTRY}")
    assert finding.level == "note"
    (other,) = skips(f"# T\n\n## A\n\n{years}## B\n\n#### By Touch\n\n{ENTRY}")
    assert other.level == "warning"
