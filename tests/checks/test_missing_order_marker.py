"""What an entry lacks, where it stands, how it begins, and how its title is spelt."""

from __future__ import annotations

import pytest

from listlint.checks import entry_order, list_marker, missing_field, title_spelling
from listlint.facts import EMPTY
from listlint.finding import Finding, apply
from listlint.knowledge.rulebook import tables
from listlint.rule import NoOptions
from made import papers


def line(n: int, venue: str = "ACL", year: str | None = None, link: str = "abs") -> str:
    address = f"https://arxiv.org/{link}/2203.{n:05}"
    said = ", ".join(filter(None, [venue, year if year is not None else str(2024 - n // 4)]))
    return f"- Sorting Lists by Smell, Part {n}{', ' if said else ''}{said} [[Paper]({address})]\n"


def many(count: int = 30) -> str:
    return "".join(map(line, range(1, count + 1)))


def missing(text: str) -> list[str]:
    return [f.message for f in missing_field.check(papers(text), EMPTY, NoOptions())]


def test_a_field_that_nearly_all_have() -> None:
    assert missing(many() + line(40, "", "")) == [
        "No venue here; 30 of 31 papers of this list have one.",
        "No year here; 30 of 31 papers of this list have one.",
    ]


def test_code_alone_is_no_link_to_the_paper() -> None:
    code = "- Sorting Lists, Part 99, ACL 2020 [[Code](https://github.com/almqvist/x)]\n"
    assert missing(many() + code) == [
        "No link to the paper here; 30 of 31 papers of this list have one."
    ]


@pytest.mark.parametrize(
    "odd",
    [
        "> CVPR decisions are out, have a look at [them](https://cvpr.example)\n",
        "- Sorting Lists, Part 99, ACL 2020 [[Paper] (https://arxiv.org/abs/2203.00099)]\n",
        "- Sorting Lists, Part 99, Journal of Unheard Things 2020 [[Paper](https://arxiv.org/abs/2203.00099)]\n",
    ],
)
def test_what_may_be_there_unread_is_left_alone(odd: str) -> None:
    assert not missing(many() + odd)


def test_small_lists_miss_nothing() -> None:
    assert not missing(many(12) + line(40, "", ""))


def orders(text: str, before: str | None = None) -> list[Finding]:
    made = papers(text)
    if before is not None:
        made = made._replace(before=papers(before))
    return list(entry_order.check(made, EMPTY, NoOptions()))


def test_an_entry_out_of_order_is_told_where_it_belongs() -> None:
    text = many() + line(40, year="2024")
    (finding,) = orders(text)
    assert "after line 3" in finding.message
    assert finding.fix is not None
    assert finding.fix.safety == "shown"


def test_in_a_review_only_what_is_added_is_said() -> None:
    old = many(60) + line(70, year="2024")
    assert not orders(old + line(71, year="2009"), before=old)
    assert len(orders(old + line(71, year="2023"), before=old)) == 1


def markers(text: str) -> list[Finding]:
    return list(list_marker.check(papers(text), EMPTY, NoOptions()))


def test_another_bullet() -> None:
    text = many() + "*" + line(40)[1:]
    (finding,) = markers(text)
    assert finding.fix is not None
    assert apply(text, finding.fix.edits) == many() + line(40)


def numbered(*numbers: int) -> str:
    return "".join(f"{number}. {line(n)[2:]}" for n, number in enumerate(numbers, 1))


def test_a_number_that_is_skipped_or_repeated() -> None:
    for wrong in ((1, 2, 4, 5), (1, 2, 2, 3)):
        text = numbered(*wrong)
        (finding,) = markers(text)
        assert finding.fix is not None
        assert apply(text, finding.fix.edits) == numbered(1, 2, 3, 4)


@pytest.mark.parametrize("numbers", [(1, 1, 1, 1, 2), (3, 4, 5), (1, 5, 2, 9)])
def test_lists_that_do_not_count_are_left_alone(numbers: tuple[int, ...]) -> None:
    assert not markers(numbered(*numbers))


def spelling(text: str) -> list[str]:
    return [f.message for f in title_spelling.check(papers(text), EMPTY, NoOptions())]


def entry(title: str, n: int = 1) -> str:
    return f"- {title}, ACL 2020 [[Paper](https://arxiv.org/abs/2203.{n:05})]\n"


def test_a_word_of_the_table() -> None:
    assert spelling(entry("Large Langauge Models for Drawers")) == [
        "`Langauge` should probably read `Language`."
    ]


def test_a_slip_beside_the_word_that_the_list_uses() -> None:
    right = "".join(entry(f"Heterogeneous Drawers in Room {n}", n) for n in range(1, 7))
    assert spelling(right + entry("On Heterogeenous Shelves", 9)) == [
        "`Heterogeenous` should probably read `Heterogeneous`."
    ]


@pytest.mark.parametrize(
    "title",
    [
        "Langauge: A Nickname That Somebody Chose",
        "The HeteroGenious Model",
        "Colour and Color, Organise and Organize",
        "Optimizations of Optimization",
    ],
)
def test_names_forms_and_inflections_are_left_alone(title: str) -> None:
    right = "".join(entry(f"Optimization and Organization {n}", n) for n in range(10, 17))
    assert not spelling(right + entry(title))


def test_the_table_holds_only_what_is_never_right() -> None:
    table = tables()["spelling"]
    assert all(len(word) > 5 and word.islower() and word.isalpha() for word in table)
    assert not set(table) & set(table.values())
    assert all(word != right for word, right in table.items())
