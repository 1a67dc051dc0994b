"""Hostile lists: twice the length costs about twice the steps, and nothing falls over.

A step is a line run in the rooms that read; no clock is asked. What is remembered between two
readings is forgotten first, so that both have the same work to do.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

from listlint.reading import read
from listlint.source import from_bytes
from made import papers

ROOMS = ("listlint.reading", "listlint.knowledge.people")
FACTOR = 2.6  # of a doubling; a quadratic one gives nearly 4
URL = "https://arxiv.org/abs/2203.00001"
LINK = f"[[Paper]({URL})]"

SIGNS = {
    "commas": ", ",
    "initials": "A. ",
    "names": "Ada Berg, ",
    "opening brackets": "(",
    "square brackets": "[",
    "closing brackets": ")]",
    "bracketed": "(a) ",
    "nested": "((((a))))",
    "quotes": '"',
    "quoted": '"a b c d" ',
    "curly quotes": "“",
    "et al.": "et al. ",
    "bars": "| ",
    "asterisks": "*",
    "emphasis": "*a* b ",
    "dashes": "- ",
    "questions": "a? ",
    "full stops": ". ",
    "colons": ":",
    "years": "2020 ",
    "venues": "ICML 2020, ",
    "tags": "<sup>1</sup>",
    "escapes": "\\",
    "words": "sorting lists ",
    "letters": "a",
    "emoji": "🔥",
    "blanks": " \u00a0",
}
LISTS: dict[str, Callable[[int], str]] = {
    "many links in a line": lambda n: "- Sorting Lists by Smell " + "[a](b) " * n,
    "many badges in a line": lambda n: "- Sorting Lists by Smell " + "[![a](b)](c) " * n,
    "one link of many parts": lambda n: "- [" + "a| *b* " * n + f"]({URL})",
    "many line breaks": lambda n: "- Sorting Lists by Smell" + "<br>Ada Berg" * n,
    "lines of a paragraph": lambda n: f"Sorting Lists by Smell, ACL 2022 {LINK}\\\n" * n,
    "lines of one sentence": lambda n: "sorting lists by smell and\n" * n,
    "deep quotes": lambda n: "".join(
        ">" * (i % 90) + f" - Sorting Lists {LINK}\n" for i in range(n)
    ),
    "deep bullets": lambda n: "".join(
        "  " * (i % 40) + f"- Sorting Lists {LINK}\n" for i in range(n)
    ),
    "bullets of names": lambda n: "- Ada Berg, Bo Dorn\n" * n,
    "names below one title": lambda n: (
        f"- **Sorting Lists by Smell** {LINK}\n" + "  - Ada Berg, Bo Dorn\n" * n
    ),
    "paragraphs": lambda n: "Sorting Lists by Smell\n\n" * n,
    "bold paragraphs": lambda n: "**Sorting Lists by Smell**\n\n" * n,
    "paragraphs below a heading": lambda n: (
        f"## Sorting Lists by Smell {LINK}\n\n" * 3 + "Ada Berg, Bo Dorn\n\n" * n
    ),
    "headings": lambda n: "## Sorting Lists by Smell\n\n" * n,
    "headings in turn": lambda n: "".join(
        "#" * (i % 6 + 1) + f" ACL {2000 + i % 20}\n\n- Sorting Lists {LINK}\n\n" for i in range(n)
    ),
    "groups": lambda n: "".join(f"- **ICML 2020**\n  - Sorting Lists {LINK}\n" for i in range(n)),
    "equal titles": lambda n: f"- **Sorting Lists by Smell**, ACL 2022 {LINK}\n" * n,
    "contents": lambda n: "- [Sorting](#sorting)\n" * n,
    "field words": lambda n: "".join(f"- Field {i}: Sorting Lists {LINK}\n" for i in range(n)),
    "a wide table": lambda n: (
        "|" + "Title|" * n + "\n|" + "-|" * n + "\n" + ("|" + "Lists, ACL 2022|" * n + "\n") * 3
    ),
    "a long table": lambda n: (
        "| Title | Link |\n|-|-|\n" + f"| Sorting Lists by Smell | {LINK} |\n" * n
    ),
    "open details": lambda n: "<details>\n\n" * n + f"- Sorting Lists by Smell {LINK}\n",
    "one long cell": lambda n: "|Title|Link|\n|-|-|\n|" + "a, " * n + "|b|\n",
}


def forget() -> None:
    """Empties what the rooms remember of texts; tables stay."""
    for name, module in list(sys.modules.items()):
        if name.startswith("listlint."):
            for value in vars(module).values():
                if hasattr(value, "cache_parameters") and value.cache_parameters()["maxsize"]:
                    value.cache_clear()


def steps(text: str) -> int:
    """How many lines are run in the rooms that read."""
    count = 0

    def line(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal count
        count += event == "line"
        return line

    def call(frame: FrameType, event: str, argument: Any) -> Any:
        return line if frame.f_globals.get("__name__", "").startswith(ROOMS) else None

    forget()
    source = from_bytes(text.encode(), "README.md")
    before = sys.gettrace()
    sys.settrace(call)
    try:
        read(source)
    finally:
        sys.settrace(before)
    return count


def grows_evenly(make: Callable[[int], str], size: int) -> bool:
    once, twice = steps(make(size)), steps(make(2 * size))
    return twice <= FACTOR * once + 500


def in_a_line(head: str, sign: str) -> Callable[[int], str]:
    return lambda size: head + sign * (size // len(sign)) + f" {LINK}\n"


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize("head", ["- ", "- **", "| "])
def test_a_long_line_costs_steps_in_proportion(head: str, sign: str) -> None:
    assert grows_evenly(in_a_line(head, SIGNS[sign]), 1500)


@pytest.mark.parametrize("sign", SIGNS)
def test_many_lines_as_long_as_are_cut_cost_steps_in_proportion(sign: str) -> None:
    line = "- " + SIGNS[sign] * (600 // len(SIGNS[sign])) + f" {LINK}\n"
    assert grows_evenly(lambda size: line * size, 4)


@pytest.mark.parametrize("name", LISTS)
def test_a_long_list_costs_steps_in_proportion(name: str) -> None:
    assert grows_evenly(LISTS[name], 150)


def test_what_grows_with_the_square_would_be_seen() -> None:
    def squared(size: int) -> str:
        return "- Sorting, Lists\n" * (size * size // 100)

    assert not grows_evenly(squared, 100)


LONGEST = ("commas", "initials", "names", "opening brackets", "square brackets", "quotes")
LONGEST += ("et al.", "bars", "asterisks")
WHOLE = {
    "50,000 opening brackets": "- " + "[" * 50_000,
    "20,000 links": "- Sorting Lists by Smell\n" + "  [a](b) [c](d)\n" * 10_000,
    "20,000 bullets of names": LISTS["bullets of names"](20_000),
    "6,000 equal titles": LISTS["equal titles"](6000),
    "a table of 60,000 cells": ("|" + "Title|" * 300 + "\n|" + "-|" * 300 + "\n")
    + ("|" + "Lists|" * 300 + "\n") * 198,
    "2,000 quotes deep": "> " * 2000 + f"- Sorting Lists by Smell {LINK}\n",
}


@pytest.mark.parametrize("sign", LONGEST)
def test_the_longest_line_is_read(sign: str) -> None:
    below = f"- Sorting Lists by Smell, ACL 2022 {LINK}\n"
    read_ = papers(in_a_line("- ", SIGNS[sign])(90_000) + below)
    assert read_.entries[-1].title == "Sorting Lists by Smell"


@pytest.mark.parametrize("name", WHOLE)
def test_the_largest_lists_are_read(name: str) -> None:
    read_ = papers(WHOLE[name] + f"\n\n# Papers\n\n- Sorting Lists by Smell, ACL 2022 {LINK}\n")
    assert read_.entries[-1].title == "Sorting Lists by Smell"
