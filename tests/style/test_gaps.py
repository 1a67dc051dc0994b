"""Gaps taken apart: what closes, separates and opens, and what of it is no style."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listlint.style.gaps import Parts, closing, read

MARKS = ["**", "*", "`", '"', "[", "]", "(", ")", "<ins>", "</ins>", "<br>"]
PIECES = st.sampled_from([*MARKS, " ", "\n", "|", ", ", ".", "- ", "\\", "Code: "])


@pytest.mark.parametrize(
    ("gap", "open_", "parts"),
    [
        ('.", *', ('"',), Parts(inner=".", close='"', sep=", ", open="*")),
        ("**](", ("[", "**"), Parts(close="**]", open="(")),
        ("** \\\n*", ("**",), Parts(close="**", brk=" \\\n", open="*")),
        ("\n  - **Code:** ", (), Parts(brk="\n", lead="  - **Code:** ")),
        (" | [**", (), Parts(brk=" | ", open="[**")),
        ("</ins> ", ("<ins>",), Parts(close="</ins>", sep=" ")),
    ],
)
def test_a_gap_has_parts(gap: str, open_: tuple[str, ...], parts: Parts) -> None:
    assert read(gap, open_, False).parts == parts


def test_before_the_first_field_stands_the_mark_of_the_list() -> None:
    assert read("- **", (), True).parts == Parts(lead="- ", open="**")
    assert read("* **", (), True).parts == Parts(lead="* ", open="**")


def test_a_bracket_that_closes_nothing_makes_it_no_plain_gap() -> None:
    assert read("] ", (), False).parts is None


def test_padding_indents_and_lone_blanks_at_a_lines_end_are_no_style() -> None:
    assert read(" |  ", (), False).alike == read("|", (), False).alike
    assert read(" \n    - ", (), False).alike == read("\n- ", (), False).alike
    assert read("  \n", (), False).alike != read("\n", (), False).alike


@given(st.lists(PIECES, max_size=8).map("".join), st.booleans())
def test_parts_put_together_are_the_gap(gap: str, first: bool) -> None:
    parts = read(gap, (), first).parts
    assert parts is None or "".join(parts) == gap


def test_what_closes_mirrors_what_opened() -> None:
    assert closing(("[", "**", "<ins>")) == "</ins>**]"
