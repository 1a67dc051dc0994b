"""What nobody writes on purpose: time grows with the text, and nothing is left out unsaid."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

from listlint.markdown import parse

Make = Callable[[int], str]
FEW, MANY = 150, 600


def again(text: str) -> Make:
    return lambda count: text * count


def after(first: str, text: str) -> Make:
    return lambda count: first + text * count


HOSTILE: dict[str, Make] = {
    "brackets": again("["),
    "closing brackets": again("]"),
    "links": again("[a](b) "),
    "links in brackets": again("[[a](b)"),
    "unclosed links": again("[a]("),
    "unclosed titles": again("[a](b 'c "),
    "unclosed pointed addresses": again("[a](<b "),
    "unclosed images": again("![a]("),
    "images in images": lambda n: "![" * n + "a" + "](b)" * n,
    "links in links": lambda n: "[" * n + "a" + "](b)" * n,
    "references": after("[a]: b\n\n", "[a][b] "),
    "definitions": lambda n: "".join(f"[{k}]: b\n" for k in range(n)),
    "half definitions": again("[a\n"),
    "stars": again("*a "),
    "stars both ways": again("*a **b "),
    "stars without end": lambda n: "*" * n + "a" + "*" * n,
    "underscores": again("_a_b"),
    "tildes": again("~a ~~b "),
    "backticks": lambda n: "".join("`" * (k % 9 + 1) + " " for k in range(n)),
    "backslashes": again("\\"),
    "entities": again("&amp;&x"),
    "bare schemes": again("http://"),
    "bare addresses": again("https://a.b/c "),
    "tags": again("a <a "),
    "tags in tags": again("a <b>"),
    "tags closed": lambda n: "a " + "<b>" * n + "</b>" * n,
    "end tags": after("a <i>", "</b>"),
    "comments": again("a <!--"),
    "attributes": after("a <b ", "c='d' "),
    "quotation marks": after("<div>", "<a \"b' "),
    "blocks of tags": after("<div>", "<p><b>"),
    "list items of HTML": after("<ul>", "<li><b>x"),
    "cells of HTML": after("<table>", "<tr><td>x"),
    "scripts": after("<div>", "<script>"),
    "declarations": after("<div>", "<!x <?y "),
    "quotes": lambda n: ">" * n + "a",
    "lists": lambda n: "- " * n + "a",
    "numbered items": lambda n: "".join(f"{k}. a\n" for k in range(n)),
    "items": again("- a\n"),
    "empty items": again("-\n"),
    "bars": again("|"),
    "table": lambda n: "|a|b|\n|-|-|\n" + "|c|d|\n" * n,
    "wide table": lambda n: "|" + "a|" * n + "\n|" + "-|" * n + "\n" + "|b\n",
    "escaped bars": lambda n: "|a|\n|-|\n|" + "\\|" * n + "|\n",
    "tables": again("|a|\n|-|\n\n"),
    "lines": again("a\n"),
    "lines that end like underlines": again("a -\n"),
    "lazy lines": after("> a\n", "b\n"),
    "hard breaks": again("a  \n"),
    "exotic blanks": again("\u00a0\n"),
    "blanks": lambda n: "a" + " " * n + "b" + "\t" * n + "\n",
    "fences": again("```\na\n"),
    "headings": again("# a #\n"),
    "rules": again("* * *\n"),
}


def steps(text: str) -> int:
    """How many lines of Python run until ``text`` is read."""
    count = 0

    def trace(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal count
        count += 1
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        parse(text)
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("kind", HOSTILE)
def test_four_times_the_text_takes_four_times_the_steps(kind: str) -> None:
    make = HOSTILE[kind]
    parse(make(1))  # what is made once, such as patterns, is made now
    few, many = steps(make(FEW)), steps(make(MANY))
    assert many < few * 4 * 1.3 + 3000


@pytest.mark.parametrize("kind", HOSTILE)
def test_much_of_it_is_read_to_the_end(kind: str) -> None:
    text = HOSTILE[kind](5_000)
    document = parse(text)
    assert document.text == text
    for node in document.walk():
        assert node.start <= node.end


@pytest.mark.parametrize(
    "text",
    ["[" * 50_000, "]" * 100_000, "[a](b) " * 20_000, ">" * 10_000 + " a", "`" * 20_000],
    ids=["brackets", "closing brackets", "links", "quotes", "backticks"],
)
def test_very_much_of_it_too(text: str) -> None:
    assert parse(text).blocks


def test_a_large_table_is_read_whole() -> None:
    row = "|" + "[a](b)|" * 200 + "\n"
    document = parse(row + "|" + "-|" * 200 + "\n" + row * 300)
    assert sum(node.kind == "link" for node in document.walk()) == 301 * 200


# -- nothing is left out unsaid


def unread(text: str) -> list[str]:
    return [text[start:end] for start, end in parse(text).unread]


def test_lists_of_any_sensible_depth_are_read() -> None:
    text = "".join("  " * depth + f"- [{depth}](u)\n" for depth in range(25))
    document = parse(text)
    assert sum(node.kind == "link" for node in document.walk()) == 25
    assert document.unread == []


def test_blocks_too_deep_are_said_to_be_unread() -> None:
    text = "a\n\n" + ">" * 100 + " b\n\n[c](d)\n"
    (left,) = unread(text)
    assert left.endswith("> b")
    assert text.index(left) > 50
    assert [node.url for node in parse(text).walk() if node.kind == "link"] == ["d"]


def test_brackets_too_deep_are_said_to_be_unread() -> None:
    text = "> x " + "[" * 50 + "a](b)\n"
    (left,) = unread(text)
    assert left.endswith("[a](b)")
    assert unread("[" * 10 + "[a](b)" + "]" * 10 + "\n") == []


def test_marks_too_deep_are_left_out_and_their_text_is_not() -> None:
    text = "*a **b " * 500 + "c** d*" * 500 + " [e](f)\n"
    document = parse(text)
    seen = [node.value for node in document.walk() if node.kind == "text"]
    assert "".join(seen).count("b") == 500
    assert any(node.url == "f" for node in document.walk())
    assert depth(document.blocks) < 100


def test_tags_too_deep_stand_alone() -> None:
    document = parse("x " + "<b>" * 500 + "a" + "</b>" * 500 + "\n")
    assert depth(document.blocks) < 100
    assert sum(node.kind == "tag" for node in document.walk()) > 800


def depth(nodes: list[Any]) -> int:
    return 1 + max((depth(node.children) for node in nodes), default=0)
