"""Marks, rows, line ends, titles and items: each with what looks alike and is right."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listlint.checks import (
    table_shape,
    title_repeat,
    trailing_blank,
    unclosed_markup,
    unread_entry,
)
from listlint.facts import EMPTY
from listlint.finding import Finding, apply
from listlint.rule import NoOptions
from made import papers

LINK = "[[Paper](https://arxiv.org/abs/2401.00017)]"


def found(rule: object, text: str) -> list[Finding]:
    return list(rule.check(papers(text), EMPTY, NoOptions()))  # type: ignore[attr-defined]


def mended(text: str, findings: list[Finding]) -> str:
    return apply(text, [edit for each in findings if each.fix for edit in each.fix.edits])


def entries(count: int, end: str = "\n") -> str:
    return "".join(
        f"- Sorting {number} Lists by Smell, ICLR 2024 "
        f"[[Paper](https://arxiv.org/abs/2401.{number:05})]{end}"
        for number in range(100, 100 + count)
    )


# unclosed-markup


@pytest.mark.parametrize(
    ("text", "right"),
    [
        (f"- **Folding Maps under Drift, ICLR 2024 {LINK}\n", "**Folding Maps under Drift**,"),
        (f"- Folding Maps under Drift**, ICLR 2024 {LINK}\n", "**Folding Maps under Drift**,"),
        (f"- **Folding Maps under Drift **, ICLR 2024 {LINK}\n", "**Folding Maps under Drift**,"),
        (f"- ** Folding Maps under Drift**, ICLR 2024 {LINK}\n", "**Folding Maps under Drift**,"),
    ],
)
def test_bold_is_closed_at_the_other_end_of_the_title(text: str, right: str) -> None:
    findings = found(unclosed_markup, text)
    assert len(findings) == 1
    assert right in mended(text, findings)
    assert not found(unclosed_markup, mended(text, findings))


@pytest.mark.parametrize("tag", ["<ins>", "</sup>", "<b>", "<a href='x'>"])
def test_a_tag_without_its_other_half(tag: str) -> None:
    (finding,) = found(unclosed_markup, f"- Folding Maps under Drift, {tag}ICLR 2024 {LINK}\n")
    assert tag in finding.message


@pytest.mark.parametrize(
    "text",
    [
        f"- Folding Maps under Drift, Ann Almqvist*, Bo Berg**, ICLR 2024 {LINK}\n",
        f"- Folding Maps*: A Star in the Title, ICLR 2024 {LINK}\n",
        f"- Folding \\*\\*Maps\\*\\* under Drift, ICLR 2024 {LINK}\n",
        f"- Folding `**` under Drift, ICLR 2024 {LINK}\n",
        f"- The ``Best'' Map, and a dataset`s Fold, ICLR 2024 {LINK}\n",
        f"- Folding Maps under Drift<br>Ann<sup>1,*</sup>, Bo<sup>1,*</sup> {LINK}\n",
        f'- <a name="fold"> Folding Maps under Drift, ICLR 2024 {LINK}\n',
        f"- Folding <pause> Tokens under Drift, ICLR 2024 {LINK}\n",
        "Two stars ** in a sentence of no entry.\n",
    ],
)
def test_marks_that_are_right(text: str) -> None:
    assert not found(unclosed_markup, text)


@given(st.text(alphabet="ab *`<>/insu-\n", max_size=60))
def test_closing_marks_changes_no_word(text: str) -> None:
    text = f"- {text} {LINK}\n"
    for finding in found(unclosed_markup, text):
        if finding.fix:
            after = apply(text, finding.fix.edits)
            assert after.translate({32: None, 42: None}) == text.translate({32: None, 42: None})


def test_in_html_where_stars_are_stars_none_is_added() -> None:
    lines = (f"- **Sorting {name} by Smell**, ICLR 2024 {LINK}\n" for name in ("Lists", "Rows"))
    text = entries(8) + "\n<tr><td>2021</td>\n" + "".join(lines)
    assert found(unclosed_markup, text)
    assert mended(text, found(unclosed_markup, text)) == text


# table-shape


HEADER = "| Title | Venue | Link |\n|---|---|---|\n"


def test_rows_with_more_and_with_fewer_cells() -> None:
    text = f"{HEADER}| Folding | Maps | ICLR | {LINK} |\n| Folding Maps | {LINK} |\nMore to come\n"
    said = [each.message for each in found(table_shape, text)]
    assert [line[:22] for line in said] == [
        "This row has 4 cells, ",
        "This row has 2 cells, ",
        "This row has 1 cell, t",
    ]
    assert "an empty line" in said[2]


@pytest.mark.parametrize(
    "text",
    [
        f"{HEADER}| Folding \\| Maps | ICLR | {LINK} |\n",
        f"{HEADER}| Folding Maps | ICLR | {LINK} | |\n",
        f"{HEADER}| **2023** |\n| Folding Maps | ICLR | {LINK} |\n",
        "<table><tr><th>A<th>B<tr><td colspan=2>C</table>\n",
    ],
)
def test_rows_that_are_right(text: str) -> None:
    assert not found(table_shape, text)


# trailing-blank


def test_blanks_that_break_no_line() -> None:
    text = entries(30) + "- Folding Maps  \n  by hand \n\t\n- Mending Kettles\t\n"
    findings = found(trailing_blank, text)
    assert mended(text, findings) == text.replace("hand ", "hand").replace("\t", "")
    assert {each.level for each in findings} <= {"", "note"}
    assert all(each.entry is None for each in findings)


def test_many_of_them_are_one_finding() -> None:
    text = entries(10, " \n")
    (finding,) = found(trailing_blank, text)
    assert finding.message.startswith("10 lines")
    assert mended(text, [finding]) == entries(10)


def test_empty_lines_beyond_the_habit() -> None:
    blocks = "".join(f"## A {n}\n\n{entries(1)}\n" for n in range(8))
    text = f"{blocks}## B\n\n\n\n{entries(1)}"
    assert mended(text, found(trailing_blank, text)) == text.replace("\n\n\n\n", "\n\n")
    assert not found(trailing_blank, blocks.replace("\n\n", "\n\n\n"))


def test_code_and_comments_keep_their_blanks() -> None:
    assert not found(trailing_blank, "```\na  \n\n\n\nb\n```\n\n<!-- c  \n\n\nd -->\n")


# title-repeat


def test_a_nickname_twice_in_one_title() -> None:
    text = f"- **OmniSort: OmniSort: Sorting Lists by Smell**, ICLR 2024 {LINK}\n"
    findings = found(title_repeat, text)
    assert mended(text, findings) == text.replace("OmniSort: OmniSort:", "OmniSort:")


@pytest.mark.parametrize(
    "title",
    [
        '**OmniSort**: "OmniSort: Sorting Lists"',
        "Sorting: Folding: Two Ways",
        "OmniSort: Omni: A Way",
    ],
)
def test_names_that_stand_once(title: str) -> None:
    assert not found(title_repeat, f"- {title}, ICLR 2024 {LINK}\n")


# unread-entry


def test_an_item_without_a_title_among_entries() -> None:
    text = entries(20) + "- [[Paper](https://arxiv.org/abs/2401.00099)]\n"
    (finding,) = found(unread_entry, text)
    assert finding.level == "warning"
    look = "`- Title, Venue Year [[Paper](…)]`"
    assert finding.message == f"Couldn't be read as an entry; its neighbours look like: {look}."


@pytest.mark.parametrize(
    "others",
    [
        "- [[Paper](https://arxiv.org/abs/2401.00098)]\n- [[Paper](https://arxiv.org/abs/2401.00099)]\n",
        "\n* [AAAI](https://aaai.org) [2023](https://aaai.org/23), [2022](https://aaai.org/22)\n",
    ],
)
def test_other_things_among_entries(others: str) -> None:
    assert not found(unread_entry, entries(12) + others)
