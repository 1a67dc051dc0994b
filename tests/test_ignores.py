"""Findings kept quiet by comments in the list, and comments that keep nothing quiet."""

from __future__ import annotations

from typing import Any

import pytest

from listlint.comments import comments
from listlint.config import Config
from listlint.facts import AGREES, EMPTY, Answer, Answers, Question
from listlint.lint.gather import lint
from listlint.rule import Rule, rule_named
from made import broken_rule, papers, word_rule

FAULT = word_rule("FAULT", name="a-fault")
UNUSED = rule_named("unused-ignore")
ENTRY = "- Sorting Lists by Smell{}, FAULT [[Paper](https://arxiv.org/abs/2203.0000{})]{}\n"


def lines(text: str, *rules: Rule, answers: Answers = EMPTY, **decided: Any) -> list[str]:
    """`LINE rule` of everything that is said."""
    running = rules or (FAULT,)
    config = Config(own=running, **decided)
    report = lint(papers(text), config, answers, rules=[*running, UNUSED])
    source = report.papers.source
    return [f"{source.line(each.start)} {each.rule}" for each in report.findings]


def unused(text: str, *rules: Rule, **more: Any) -> list[str]:
    """What is said of comments."""
    running = rules or (FAULT,)
    report = lint(papers(text), Config(own=running, **more), rules=[*running, UNUSED])
    return [each.message for each in report.findings if each.rule == "unused-ignore"]


def test_a_comment_at_the_end_of_an_entry_hides_what_is_said_of_it() -> None:
    text = ENTRY.format("", 1, " <!-- listlint: ignore a-fault -->") + ENTRY.format(" II", 2, "")
    assert lines(text) == ["2 a-fault"]


def test_of_an_entry_of_several_lines_all_are_meant() -> None:
    text = (
        "- **Sorting Lists by Smell** FAULT  \n  *Berg, A. Almqvist*  \n"
        "  [Paper](https://arxiv.org/abs/2203.00001) <!-- listlint: ignore a-fault -->\n"
    )
    assert lines(text) == []


def test_in_a_table_it_stands_in_the_last_cell() -> None:
    text = (
        "| Title | Venue |\n|---|---|\n"
        "| [Sorting Lists](https://arxiv.org/abs/2203.00001) | FAULT "
        "<!-- listlint: ignore a-fault --> |\n"
        "| [Weighing Ladders](https://arxiv.org/abs/2203.00002) | FAULT |\n"
    )
    assert lines(text) == ["4 a-fault"]


def test_where_there_is_no_entry_the_line_is_meant() -> None:
    text = "## FAULT <!-- listlint: ignore a-fault -->\n\n## FAULT\n\n" + ENTRY.format("", 1, "")
    assert lines(text) == ["3 a-fault", "5 a-fault"]


def test_a_whole_file() -> None:
    text = "<!-- listlint: ignore-file a-fault -- theirs -->\n\n" + ENTRY.format("", 1, "")
    assert lines(text) == []
    other = word_rule("Smell", name="other")
    assert lines(text, FAULT, other) == ["3 other"]


def test_a_stretch_of_text() -> None:
    text = (
        f"{ENTRY.format('', 1, '')}\n<!-- listlint: off -->\n\n{ENTRY.format(' II', 2, '')}\n"
        f"<!-- listlint: on -->\n\n{ENTRY.format(' III', 3, '')}\n"
        f"<!-- listlint: off -->\n\n{ENTRY.format(' IV', 4, '')}"
    )
    assert lines(text) == ["1 a-fault", "9 a-fault"]


def test_in_code_it_is_only_shown() -> None:
    text = ENTRY.format("", 1, " `<!-- listlint: ignore a-fault -->`")
    assert lines(text) == ["1 a-fault"]
    assert comments(papers("```\n<!-- listlint: off -->\n```\n")) == ()


@pytest.mark.parametrize(
    ("written", "word", "rules", "why"),
    [
        ("listlint: ignore a, b-c -- as: they -- say", "ignore", ("a", "b-c"), "as: they -- say"),
        ("listlint:ignore a b", "ignore", ("a", "b"), ""),
        ("  listlint: ignore\n  a — so it is  ", "ignore", ("a",), "so it is"),
        ("listlint: off", "off", (), ""),
        ("listlint:", "", (), ""),
    ],
)
def test_how_a_comment_may_be_written(
    written: str, word: str, rules: tuple[str, ...], why: str
) -> None:
    (comment,) = comments(papers(f"<!-- {written} -->\n"))
    assert comment[:3] == (word, rules, why)


def test_hiding_one_finding_renames_no_other() -> None:
    text = (
        "FAULT <!-- listlint: ignore a-fault -->\n\nFAULT\n\n" + ENTRY.format("", 1, "")
    ).replace(", FAULT", "")
    report = lint(papers(text), Config(own=(FAULT,)), rules=[FAULT])
    assert [each.ordinal for each in report.findings] == [1]


class TestUnused:
    """Comments that hide nothing."""

    def test_nothing_to_hide(self) -> None:
        text = ENTRY.format("", 1, " <!-- listlint: ignore a-fault -->").replace("FAULT", "ACL")
        assert unused(text) == ["There is nothing of `a-fault` to hide here any more. Take it out."]
        in_file = "<!-- listlint: ignore-file a-fault -->\n\n- Sorting\n"
        assert unused(in_file) == [
            "There is nothing of `a-fault` to hide in this file any more. Take it out."
        ]

    def test_a_place_that_is_none(self) -> None:
        text = "<!-- listlint: ignore a-fault -->\n\n" + ENTRY.format("", 1, "")
        assert lines(text) == ["1 unused-ignore", "3 a-fault"]
        assert unused(text)[0].startswith("This comment stands at no entry and hides nothing of")

    def test_a_rule_that_did_not_run_may_have_had_something_to_hide(self) -> None:
        text = ENTRY.format("", 1, " <!-- listlint: ignore a-fault -->").replace("FAULT", "ACL")
        assert unused(text, levels={"a-fault": "off"}) == []
        assert unused(text, ignore=frozenset(["a-fault"])) == []
        assert unused(text, select=frozenset(["a-fault", "unused-ignore"])) == []
        assert unused(text, FAULT._replace(online=True)) == []
        assert unused(text, broken_rule("a-fault")) == []

    def test_a_rule_that_asks_must_have_been_answered(self) -> None:
        question = Question("file", "x")
        asking = FAULT._replace(asks=lambda papers, options: [question])
        text = ENTRY.format("", 1, " <!-- listlint: ignore a-fault -->").replace("FAULT", "ACL")
        assert lines(text, asking) == []
        answered = Answers({question: Answer(AGREES)})
        assert lines(text, asking, answers=answered) == ["1 unused-ignore"]

    @pytest.mark.parametrize(
        ("comment", "message"),
        [
            (
                "ignore a-falt",
                "There is no rule `a-falt`, so that this hides nothing. Did you mean",
            ),
            ("ignore xyz", "There is no rule `xyz`, so that this hides nothing. `listlint rules`"),
            ("ignroe a-fault", "`ignroe` isn't understood in this comment, so that it hides"),
            ("wat", "`wat` isn't understood in this comment, so that it hides nothing. Write"),
            ("ignore -- why", "This comment names no rule, so that it hides nothing."),
            ("off a-fault", "`off` holds for every rule, not for `a-fault` alone."),
            ("on", "Nothing was switched off before this comment."),
        ],
    )
    def test_what_is_not_understood(self, comment: str, message: str) -> None:
        (said,) = unused(f"<!-- listlint: {comment} -->\n\n- Sorting Lists\n")
        assert said.startswith(message)

    @pytest.mark.parametrize(
        ("text", "mended"),
        [
            ("- A <!-- listlint: ignore xyz -->\n", "- A\n"),
            ("<!-- listlint: ignore xyz -->\n\n- A\n", "\n- A\n"),
            ("- A <!-- listlint: ignore xyz -- b -->\n", "- A\n"),
            (
                "FAULT <!-- listlint: ignore xyz, a-fault -- w -->\n",
                "FAULT <!-- listlint: ignore a-fault -- w -->\n",
            ),
            (
                "FAULT <!-- listlint: ignore a-fault, xyz -->\n",
                "FAULT <!-- listlint: ignore a-fault -->\n",
            ),
            (
                "FAULT <!-- listlint: ignore a-falt -->\n",
                "FAULT <!-- listlint: ignore a-fault -->\n",
            ),
            (
                "FAULT <!-- listlint: ignore a-falt--> a-falt\n",
                "FAULT <!-- listlint: ignore a-fault--> a-falt\n",
            ),
        ],
    )
    def test_how_it_is_mended(self, text: str, mended: str) -> None:
        report = lint(papers(text), Config(own=(FAULT,)), rules=[FAULT, UNUSED])
        (fix,) = (each.fix for each in report.findings if each.rule == "unused-ignore")
        assert fix is not None
        assert report.papers.source.edited(fix.edits) == mended
