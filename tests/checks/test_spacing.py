"""Blanks that show: where one is due by the list's own habit, and where nobody is told anything."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listlint.checks import spacing
from listlint.facts import EMPTY
from listlint.finding import Finding, apply
from listlint.lint.gather import lint
from listlint.rule import NoOptions
from made import papers

URL = "https://arxiv.org/abs/2401.00017"
CODE = "https://github.com/almqvist/smell"


def found(text: str) -> list[Finding]:
    return list(spacing.check(papers(text), EMPTY, NoOptions()))


def entries(count: int, tail: str) -> str:
    return "".join(
        f"- Sorting {number} Lists by Smell, ICLR 2024{tail}\n".replace("00017", f"{number:05}")
        for number in range(100, 100 + count)
    )


def mended(text: str) -> str:
    return apply(text, [edit for each in found(text) if each.fix for edit in each.fix.edits])


def test_a_label_padded_on_both_sides_is_meant_so() -> None:
    text = entries(9, f" [[Paper]({URL})]") + f"\nSee **[   Back to top   ]({URL})**.\n"
    assert found(text) == []


APART = f" [[Paper]({URL})] [[Code]({CODE})]"
JOINED = f" [[Paper]({URL})][[Code]({CODE})]"


def test_a_blank_is_due_between_links_where_nearly_all_have_one() -> None:
    text = entries(20, APART) + entries(1, JOINED)
    (finding,) = found(text)
    assert finding.message == "This list sets a blank between two links (20 of 21 times)."
    assert finding.entry is not None
    assert mended(text) == entries(20, APART) + entries(1, APART)


@pytest.mark.parametrize(
    "text",
    [
        entries(20, JOINED),
        entries(7, APART) + entries(1, JOINED),
        entries(12, APART) + entries(4, JOINED),
        entries(40, APART) + "\n## Old ones\n\n" + entries(4, JOINED),
    ],
)
def test_without_a_habit_or_with_two_nothing_is_due(text: str) -> None:
    assert not found(text)


def test_a_large_change_does_not_vote_for_itself() -> None:
    before = papers(entries(20, APART))
    after = papers(entries(20, APART) + entries(9, JOINED))._replace(before=before)
    assert len(list(spacing.check(after, EMPTY, NoOptions()))) == 9


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("2024[[Paper]", "2024 [[Paper]"),
        ("2024.[[Paper]", "2024. [[Paper]"),
        ("2024[Paper]", "2024 [Paper]"),
    ],
)
def test_a_blank_is_due_before_a_link(wrong: str, right: str) -> None:
    tail = f"({URL})]" if "[[" in wrong else f"({URL})"
    one = f"- Folding Maps under Drift, ICLR {wrong}{tail}\n"
    text = entries(20, f" {right.partition(' ')[2]}{tail}") + one
    assert mended(text) == text.replace(wrong, right)


def test_blanks_inside_an_edge() -> None:
    text = f"- Sorting Lists by Smell, <ins> ICLR 2024</ins> [[ Paper ]({URL})]\n"
    assert mended(text) == text.replace("<ins> I", "<ins>I").replace("[ Paper ]", "[Paper]")


@pytest.mark.parametrize(
    ("line", "level"),
    [
        (f"- [Sorting Lists by Smell ]({URL}), ICLR 2024\n", "warning"),
        (f"- [Sorting Lists by Smell ]({URL})\n", "note"),
        (f"- ICLR 2024 [ Sorting Lists by Smell]({URL})\n", "note"),
        (f"- ICLR 2024 [[ Paper]({URL})] Sorting Lists by Smell\n", "warning"),
        (f"| A | B |\n|---|---|\n| Sorting Lists | [Paper ]({URL}) |\n", "note"),
    ],
)
def test_a_blank_that_the_page_drops_is_a_remark(line: str, level: str) -> None:
    (finding,) = found(line)
    assert finding.level == level


def test_two_blanks_are_a_remark() -> None:
    text = entries(3, APART) + f"- Folding Maps,  ICLR 2024 [[Paper]({URL})]\n"
    (finding,) = found(text)
    assert finding.level == "note"
    assert mended(text) == text.replace(",  ", ", ")


def test_a_mark_that_makes_no_item_and_no_heading() -> None:
    text = f"##Sorting\n\n{entries(2, APART)}-Folding Maps, ICLR 2024 [[Paper]({URL})]\n"
    assert mended(text) == text.replace("##S", "## S").replace("-Fold", "- Fold")


@pytest.mark.parametrize(
    "text",
    [
        "| A   | B |\n| --- | - |\n|  x  | y |\n",
        "```\n-Title  two\n##x\n```\n",
        "- Sorting `two  blanks` and <https://example.org/a>\n",
        f"<p>[ Paper ]({URL})  -x</p>\n",
        "Words in *-italics* and **bold**.\n*Sorting* things\n-5 degrees\n",
        "-  Sorting Lists by Smell, ICLR 2024\n1.  Folding Maps under Drift, ICLR 2024\n",
        f"- [![stars](s.svg) ]({CODE}) Sorting Lists by Smell\n",
    ],
)
def test_left_alone(text: str) -> None:
    assert not found(text)


def test_a_broken_link_is_said_by_the_rule_that_knows_more() -> None:
    text = entries(20, APART) + f"- Folding Maps, ICLR 2024 [[Paper]({URL})][[Code] ({CODE})]\n"
    report = lint(papers(text))
    assert {each.rule for each in report.findings} >= {"malformed-link"}
    spoken = [each for each in report.findings if each.rule in ("spacing", "malformed-link")]
    places = [range(each.start, each.end) for each in spoken]
    assert len({at for place in places for at in place}) == sum(map(len, places))


@given(
    st.lists(
        st.sampled_from(
            [
                "- ",
                "-",
                "##",
                "A b",
                "  ",
                " ",
                "[x ](U)",
                "[[y](U)]",
                "**",
                "(",
                ")",
                "|",
                "\n",
                "`",
            ]
        ),
        max_size=30,
    )
)
def test_a_fix_changes_nothing_but_blanks(parts: list[str]) -> None:
    text = "".join(parts).replace("U", URL) + "\n"
    for finding in found(text):
        if finding.fix:
            after = apply(text, finding.fix.edits)
            assert after.replace(" ", "") == text.replace(" ", "")
