"""List text that would do harm where it is shown, and what is shown instead."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listlint.plain import annotation, annotation_property, json_text, markdown, terminal

ANY_TEXT = st.text(max_size=60)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Sorting Lists, ACL 2022", "Sorting Lists, ACL 2022"),
        ("排序 列表 é 👩‍🔬 a\u00a0b", "排序 列表 é 👩‍🔬 a\u00a0b"),
        ("a\x1b[31mred", "a\\u{1b}[31mred"),
        ("\u202egnp.exe", "\\u{202e}gnp.exe"),
        ("a\nb\rc\td", "a\\u{a}b\\u{d}c\\u{9}d"),
        ("a\u2028b\u200bc\ufeffd", "a\\u{2028}b\\u{200b}c\\u{feff}d"),
        ("tag \U000e0041", "tag \\u{e0041}"),
        ("lone \udc80", "lone \\u{dc80}"),
        ("::error::x", "\\u{3a}:error::x"),
        ("  ::add-mask::a", "  \\u{3a}:add-mask::a"),
        ("see ##[group]x", "see ##\\u{5b}group]x"),
        ("C++ a::b", "C++ a::b"),
    ],
)
def test_what_a_terminal_or_a_log_shows(text: str, shown: str) -> None:
    assert terminal(text) == shown


@given(ANY_TEXT)
def test_no_text_gives_a_terminal_a_command_or_a_second_line(text: str) -> None:
    shown = terminal(text)
    assert "\x1b" not in shown
    assert len(shown.splitlines()) <= 1
    assert not shown.lstrip().startswith("::")
    assert "##[" not in shown
    shown.encode()


@given(st.recursive(ANY_TEXT, lambda inner: st.lists(inner, max_size=3)), st.booleans())
def test_json_says_the_same_after_it_was_made_harmless(data: object, pretty: bool) -> None:
    text = json_text(json.dumps(data, ensure_ascii=False, indent=1 if pretty else None))
    assert json.loads(text) == data
    assert "##[" not in text
    assert all(line == terminal(line) for line in text.split("\n"))


def test_an_annotation_is_one_line_and_keeps_its_lines() -> None:
    assert annotation("50 % off\nnow") == "50 %25 off%0Anow"
    assert annotation("::warning::x") == "\\u{3a}:warning::x"


def test_a_property_of_an_annotation_ends_nowhere_early() -> None:
    assert annotation_property("a,b:c.md") == "a%2Cb%3Ac.md"


def test_a_number_that_begins_a_text_begins_no_list() -> None:
    assert markdown("3. Inference") == "3\\. Inference"
    assert markdown("On line 7, *12) Sorting*") == "On line 7, *12\\) Sorting*"
