"""Hostile lists through every rule: four times the text costs about four times the work.

Work is the processor's time of this thread alone, and only relations are asserted, as in
``knowledge/test_linear.py``; ``reading/test_hostile.py`` counts steps of the reading alone.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import thread_time

import pytest

from conftest import Command
from listlint.lint.gather import lint
from made import entries, papers

FACTOR, NOTICEABLE, TRIES = 8, 0.1, 3
HEAD = entries(12) + "- **Sorting Lists by Sound** "
LINES: dict[str, tuple[str, int]] = {
    "marks that open": ("*_", 8000),
    "tags that open": ("<b>", 12_000),
    "comments that open": (" <!-- ", 12_000),
    "bare addresses": ("www.a.example ", 5000),
    "links in labels": ("[[a](b)", 8000),
    "code": ("``a ` ", 10_000),
    "rules to ignore": ("word ", 10_000),
    "blanks in a comment": ("  ", 20_000),
}
ENDS = {"rules to ignore": "-->", "blanks in a comment": " x -->"}
STARTS = dict.fromkeys(ENDS, "<!-- listlint: ignore venue-spelling, nothing ")
LISTS: dict[str, tuple[Callable[[int], str], int]] = {
    "a row of an open table": (lambda n: "| Sorting | *ACL 2022* |\n" * n, 3000),
    "what follows an entry": (lambda n: "  [a](https://a.example/b)\n" * n, 5000),
    "notes at the foot": (lambda n: "".join(f"[^{i}]: a\n" for i in range(n)), 4000),
}


def spent(text: str) -> float:
    start = thread_time()
    lint(papers(text))
    return thread_time() - start


def is_linear(make: Callable[[int], str], count: int) -> bool:
    long = spent(make(count))
    for _ in range(TRIES):
        if long <= FACTOR * max(spent(make(count // 4)), NOTICEABLE / FACTOR):
            return True
        long = min(long, spent(make(count)))
    return False


@pytest.mark.parametrize("name", LINES)
def test_a_hostile_line_goes_through_every_rule_in_linear_time(name: str) -> None:
    unit, count = LINES[name]
    start, end = STARTS.get(name, ""), ENDS.get(name, "")
    assert is_linear(lambda n: f"{HEAD}{start}{unit * n}{end}, *ACL 2022*\n", count)


@pytest.mark.parametrize("name", LISTS)
def test_a_hostile_list_goes_through_every_rule_in_linear_time(name: str) -> None:
    make, count = LISTS[name]
    assert is_linear(lambda n: f"{HEAD}\n{make(n)}", count)


def test_what_is_said_of_a_list_grows_no_faster_than_the_list() -> None:
    text = entries(12) + "- A Title, ACL 2022 " + "<ins>x" * 4000 + "\n"
    said = lint(papers(text)).findings
    assert len(said) > 1000
    assert max(len(each.key) + len(each.message) for each in said) < 3000
    assert all(each.entry is None or len(each.entry.title) < 3000 for each in said)


def test_many_stars_between_many_names() -> None:
    assert is_linear(lambda n: f"{HEAD}\n" + "  A. Berg** a ** b<br>\n" * n, 4000)


def test_blanks_before_a_break_are_gone_through_once(listlint: Command, folder: Path) -> None:
    def style(count: int) -> float:
        (folder / "README.md").write_text(f"{HEAD}{'  ' * count}| <br> *ACL 2022*\n")
        start = thread_time()
        assert listlint("style", "README.md").code == 0
        return thread_time() - start

    style(1)
    assert style(2000) <= FACTOR * max(style(500), NOTICEABLE / FACTOR)
