"""Broken links as findings: whose they are, how sure the fix is, what else stays."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import Command
from listlint.checks import malformed_link
from listlint.facts import EMPTY
from listlint.finding import Finding, apply
from listlint.rule import NoOptions
from made import entries, papers

URL = "https://arxiv.org/abs/2401.00017"


def found(text: str) -> list[Finding]:
    return list(malformed_link.check(papers(text), EMPTY, NoOptions()))


def test_a_finding_belongs_to_its_entry_and_stands_on_the_link() -> None:
    text = (
        f"- Sorting Lists by Smell, ICLR 2024 [[Paper]({URL})] [[Code] (https://github.com/a/b)]\n"
    )
    (finding,) = found(text)
    assert finding.entry is not None
    assert finding.entry.title == "Sorting Lists by Smell"
    assert text[finding.start : finding.end] == "[Code] (https://github.com/a/b)"


def test_an_empty_address_is_a_warning_that_nothing_mends() -> None:
    (finding,) = found(f"- Sorting Lists by Smell, ICLR 2024 [[Paper]({URL})] [[Code]()]\n")
    assert (finding.level, finding.fix) == ("warning", None)
    assert "`Code`" in finding.message


def test_where_two_readings_are_possible_the_fix_is_suggested() -> None:
    lines = "".join(
        f"- Sorting {n} Lists, ICLR 2024 [[Paper](https://arxiv.org/abs/2401.{n:05})]\n"
        for n in range(1, 9)
    )
    (finding,) = found(f"{lines}- Folding Maps, ICLR 2024 [Paper]({URL})]\n")
    assert finding.fix is not None
    assert finding.fix.safety == "suggested"


def test_code_comments_and_html_are_no_links_of_the_list() -> None:
    text = f"```\n[Paper] ({URL})\n```\n\n<!-- [Paper] ({URL}) -->\n\n<p>[Paper] ({URL})</p>\n"
    assert not found(text)


@given(
    st.lists(
        st.sampled_from(
            ["[Paper]", "(U)", "((U)", "[[Code](V)", "]", ")", " ", "Sorting", "\n- ", "| ", "`x`"]
        ),
        max_size=24,
    )
)
def test_a_fix_leaves_all_words_and_addresses(parts: list[str]) -> None:
    text = ("- " + "".join(parts) + "\n").replace("U", URL).replace("V", "https://github.com/a/b")
    marks = str.maketrans("", "", "[]() ")
    for finding in found(text):
        if finding.fix and not finding.alike.startswith("in an address"):
            after = apply(text, finding.fix.edits)
            assert after.translate(marks) == text.translate(marks)


@pytest.mark.parametrize(
    ("heading", "mended"),
    [
        ("## Lists [more](https://lists.example/a", "## Lists [more](https://lists.example/a)"),
        ("### [Sorting] (https://lists.example/b)", "### [Sorting](https://lists.example/b)"),
    ],
)
def test_in_a_heading_it_is_mended_like_anywhere(
    listlint: Command, folder: Path, heading: str, mended: str
) -> None:
    path = folder / "README.md"
    path.write_text(f"{entries(12)}\n{heading}\n\n- Sorting Lists by Touch, ACL 2022\n")
    end = listlint("check", "--unsafe-fixes", "--select", "malformed-link", "README.md")
    assert end.code < 3
    assert f"\n{mended}\n" in path.read_text()


def test_a_bracket_too_many_behind_brackets_is_taken_out() -> None:
    text = entries(12) + f"- Sorting Lists by Touch, ACL 2022 [[Paper]({URL})]]\n"
    (finding,) = found(text)
    assert "stands too many" in finding.message
    assert finding.fix is not None
    assert finding.fix.safety == "safe"
    assert apply(text, finding.fix.edits) == text.replace(")]]", ")]")


def test_braces_around_an_address_become_parentheses() -> None:
    text = "- [Sorting Lists by Touch]{https://github.com/berg/touch}, ACL 2022\n"
    (finding,) = found(text)
    assert finding.fix is not None
    assert apply(text, finding.fix.edits) == text.replace("{", "(").replace("}", ")")
