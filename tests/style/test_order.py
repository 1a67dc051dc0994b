"""Orders of sections, what breaks them, and where a new entry goes."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listlint.paperlist import Pinned
from listlint.style.order import date_of, due_after, longest_run, orders, place
from made import papers


def section(years: list[int]) -> str:
    return "# Papers\n\n" + "".join(
        f"- Sorting Lists by Smell, Part {n}, ACL {year} [[Paper](https://arxiv.org/abs/2203.{n:05})]\n"
        for n, year in enumerate(years, 1)
    )


def test_the_newest_first() -> None:
    (order,) = orders(papers(section([2025, 2024, 2024, 2023, 2022, 2022, 2021, 2020]))).values()
    assert (order.name, order.by, order.out) == ("newest-first", "year", ())


def test_one_out_of_twenty_breaks_it() -> None:
    years = [2024] * 6 + [2023] * 6 + [2022] * 7 + [2025]
    (order,) = orders(papers(section(years))).values()
    assert order.out == (19,)
    assert due_after(order, 19) is None


def test_one_out_of_ten_leaves_no_order() -> None:
    assert not orders(papers(section([2024, 2024, 2023, 2023, 2022, 2022, 2021, 2021, 2020, 2025])))


def test_one_year_is_no_order() -> None:
    assert not orders(papers(section([2024] * 12)))


def test_a_pinned_order_needs_no_majority() -> None:
    made = papers(section([2020, 2024, 2022]))._replace(pinned=Pinned(order="newest-first"))
    (order,) = orders(made).values()
    assert order.name == "newest-first"
    assert len(order.out) == 1


@pytest.mark.parametrize(("year", "after"), [(2026, None), (2023, 1), (2019, 8)])
def test_a_new_entry_goes_where_it_belongs(year: int, after: int | None) -> None:
    made = papers(section([2025, 2024, 2023, 2023, 2022, 2022, 2021, 2020, 2020]))
    assert place(made, 0, year) == after


def test_without_an_order_it_goes_to_the_end_or_where_the_list_adds() -> None:
    made = papers(section([2020, 2025, 2021, 2024]))
    assert place(made, 0, 2022) == 3
    assert place(made, 0, 2022, "newest-first") is None


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("4 May 2023", (2023, 5, 4)),
        ("June, 2025", (2025, 6, 0)),
        ("12th Sept., 2021", (2021, 9, 12)),
        ("2024.03", (2024, 3, 0)),
        ("2024/13", None),
        ("ICLR 2024", None),
    ],
)
def test_dates(text: str, date: tuple[int, int, int] | None) -> None:
    assert date_of(text) == date


@given(st.lists(st.integers(0, 9), max_size=40))
def test_the_longest_run_never_falls(keys: list[int]) -> None:
    run = longest_run(keys)
    assert run == sorted(set(run))
    assert all(keys[a] <= keys[b] for a, b in pairwise(run))
