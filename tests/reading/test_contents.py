"""Headings have the anchors that GitHub gives them."""

from __future__ import annotations

import pytest

from listlint.markdown import parse
from listlint.reading.contents import anchors, heading_text


def of(text: str) -> list[str]:
    """The anchors of a document's headings."""
    return anchors(heading_text(node) for node in parse(text).walk() if node.kind == "heading")


@pytest.mark.parametrize(
    ("heading", "anchor"),
    [
        ("Hello World", "hello-world"),
        ("Vision & Language (2023)", "vision--language-2023"),
        ("3D / 4D: a_b-c.d", "3d--4d-a_b-cd"),
        ("  Two  blanks ", "two--blanks"),
        (":rocket: Start", "rocket-start"),
        ("🚀 Start", "-start"),
        ("⚙️ Tools", "\ufe0f-tools"),
        ("中文 标题（一）", "中文-标题一"),
        ("Größe ÉTÉ", "größe-été"),
        ("`code` and **bold** _it_", "code-and-bold-it"),
        ("[Link *text*](https://a.example) x", "link-text-x"),
        ("![badge](b.svg) Title", "-title"),
        ("Title [![b](c)](d)", "title-"),
        ("Title <a name='x'></a>", "title-"),
        ("A <br> B <!-- c --> D", "a--b--d"),
        ("A &amp; B \\* C", "a--b--c"),
        ("https://a.example/b", "httpsaexampleb"),
        ("Ⓐ ² ٣ ‿", "ⓐ--٣-‿"),
        ("tab\there", "tabhere"),
        ("!!!", ""),
    ],
)
def test_an_anchor_keeps_letters_digits_and_what_joins_words(heading: str, anchor: str) -> None:
    assert of(f"# {heading}\n") == [anchor]


def test_repeated_headings_are_numbered() -> None:
    assert anchors(["A", "a", "A!", "B"]) == ["a", "a-1", "a-2", "b"]


def test_a_number_that_is_taken_is_passed_over() -> None:
    assert anchors(["A", "A-1", "A", "A", "A-1"]) == ["a", "a-1", "a-2", "a-3", "a-1-1"]
    assert anchors(["A-1", "A", "A"]) == ["a-1", "a", "a-2"]
    assert anchors(["!", "?", "-1"]) == ["", "-1", "-1-1"]


def test_underlined_and_html_headings_have_anchors_too() -> None:
    text = "A\nb\n===\n\n<h2 align='center'> C <b>d</b> </h2>\n\n<h3>E\n  f</h3>\n"
    assert of(text) == ["ab", "-c-d-", "e--f"]
