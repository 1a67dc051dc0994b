"""Broken links: how each is mended, and what is nobody's link."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listlint.finding import Edit, apply
from listlint.markdown import parse
from listlint.markdown.broken import broken
from listlint.markdown.literal import literal
from listlint.markdown.stray import Broken

URL = "https://arxiv.org/abs/2401.00017"


def found(text: str) -> list[Broken]:
    return list(broken(literal(parse(text))))


def mended(text: str) -> str:
    edits: list[Edit] = [edit for slip in found(text) for edit in slip.edits]
    return apply(text, edits)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("[Paper] (U)", "[Paper](U)"),
        ("[[Paper]] (U)", "[[Paper]](U)"),
        ("[Paper]((U)", "[Paper](U)"),
        ("[Paper]((U))", "[Paper](U)"),
        ("[[Paper]([(U))]", "[[Paper](U)]"),
        ("[[Paper](U]", "[[Paper](U)]"),
        ("[Paper](U", "[Paper](U)"),
        ("[Paper](U, [Code](https://github.com/a/b)", "[Paper](U), [Code](https://github.com/a/b)"),
        ("[[Paper(U)]", "[[Paper](U)]"),
        ("[**A Paper**(U) and so on", "[**A Paper**](U) and so on"),
        ("[[Paper[(U)]", "[[Paper](U)]"),
        ("[Paper])(U)", "[Paper](U)"),
        ("[Paper]U)", "[Paper](U)"),
        ("[![Paper](badge.svg)]U)", "[![Paper](badge.svg)](U)"),
        ("[Paper][U]", "[Paper](U)"),
        ("[Paper][U)", "[Paper](U)"),
        ("[2023][U], [2022](V)", "[2023](U), [2022](V)"),
        ("[Paper]（U）", "[Paper](U)"),
        ("[Paper]()U", "[Paper](U)"),
        ("[Paper)](U)", "[Paper](U)"),
        ("[Paper][](U)", "[Paper](U)"),
        ("[Paper](U))", "[Paper](U)"),
        ("[Paper](U)]", "[Paper](U)"),
        ("[[Paper](U) [[Code](V)]", "[[Paper](U)] [[Code](V)]"),
        ("[Paper](U)] [[Code](V)]", "[[Paper](U)] [[Code](V)]"),
        ("([Paper](U)", "([Paper](U))"),
        ("[Paper](https://arxiv. org/abs/2401. 00017)", "[Paper](U)"),
        ("[[Paper\\]](U)", "[[Paper]](U)"),
    ],
)
def test_mended(wrong: str, right: str) -> None:
    wrong, right = wrong.replace("U", URL), right.replace("U", URL)
    assert mended(f"- Sorting Lists {wrong}\n") == f"- Sorting Lists {right}\n"
    assert not found(f"- Sorting Lists {right}\n")


@pytest.mark.parametrize(
    "text",
    [
        "[1] (https://lists.example), [2](https://lists.example)",
        "- [ ] (https://lists.example) to do",
        "- [x] https://lists.example",
        "intervals [0, 1) and ]a, b[ with [Paper](https://lists.example)",
        "1) [A](https://a.example) 2) [B](https://b.example)",
        "smile :) [A](https://a.example)",
        "see (https://lists.example) or https://lists.example",
        "([Paper](https://a.example), [Code](https://b.example))",
        "[[Paper](https://a.example) | [Code](https://b.example)]",
        "[[Paper](https://a.example),\n[Code](https://b.example)]",
        "`[Paper] (https://a.example)` and <!-- [Paper] (https://a.example) -->",
        "    [Paper] (https://a.example)",
        "<p>[Paper] (https://a.example)</p>",
        "[Paper] [Code]",
        "[a)](https://a.example) [Code (soon)](https://b.example)",
        "[Wiki](https://en.wikipedia.org/wiki/List_(abstract))",
        "\\[Paper\\] (https://a.example)",
        "[label]: https://a.example\n\n[label] text",
    ],
)
def test_left_alone(text: str) -> None:
    assert not found(text + "\n")


def test_where_the_label_begins_nobody_knows() -> None:
    (slip,) = found(f"- [2024] Sorting Lists]({URL})\n")
    assert not slip.edits


def test_brackets_of_another_cell_dont_close() -> None:
    text = f"| a | b |\n|---|---|\n| [[Paper]({URL}) | ] |\n"
    assert len(found(text)) == 1


@given(st.text(alphabet="[]()! \n|*`\\hU，（", max_size=80))
def test_every_place_and_edit_lies_in_the_text(made: str) -> None:
    text = made.replace("U", URL)
    seen = literal(parse(text))
    assert len(seen.text) == len(text)
    end = 0
    edits: list[Edit] = []
    for slip in broken(seen):
        assert 0 <= slip.start < slip.end <= len(text)
        edits += slip.edits
    for edit in sorted(edits):
        assert end <= edit.start <= edit.end <= len(text)
        end = edit.end


@given(st.text(alphabet="[]() U", max_size=60))
def test_mending_touches_brackets_and_blanks_only(made: str) -> None:
    text = made.replace("U", f" Paper{URL}")
    kept = str.maketrans("", "", "[]() ")
    assert mended(text).translate(kept) == text.translate(kept)


@pytest.mark.parametrize("unit", ["[", "](", "[a](", "http", "[a]https://b", "[https://a ", "(["])
def test_hostile_text_is_read_in_bounded_time(unit: str) -> None:
    found(unit * 20_000)
