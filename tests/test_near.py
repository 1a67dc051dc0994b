"""Titles that are nearly one, and those that only look like it."""

from __future__ import annotations

import pytest

from listlint.checks import near_duplicate
from listlint.facts import EMPTY
from listlint.finding import Finding, apply
from listlint.near import near
from listlint.rule import NoOptions
from made import papers

OTHERS = "".join(
    f"- Counting {number} Umbrellas in the Dark of {word} Evenings, ICLR 2024\n"
    for number, word in enumerate("long short cold warm".split())
)


def line(title: str, rest: str = "ICLR 2024") -> str:
    return f"- {title}, {rest}\n"


def found(text: str) -> list[Finding]:
    return list(near_duplicate.check(papers(text), EMPTY, NoOptions()))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("NoseSort: Sorting Laundry by Smell in Attics", "Sorting Laundry by Smell in Attics"),
        (
            "Sorting Laundry by Smell in Attics: A Noisy Approach",
            "Sorting Laundry by Smell in Attics",
        ),
        ("Sorting Laundry by Smell in Attics", "Sorting Laundry by Smell in Attics (NoseSort)"),
        ("Sorting Laundry by Smell in Attics", "Sorting Laundy by Smell in Attics"),
        (
            "Sorting Laundry by Smell in Crowded Attics",
            "Sorting the Laundry by Smell in Crowded Attics",
        ),
        ("Sorting Laundry by Smell in an Attic", "Sorting Laundry by Smell in Attics"),
        (
            "NoseSort: Sorting Damp Laundry by Smell in Attics",
            "NoseSort: Sorting Laundry by Smell in Attics",
        ),
        (
            "NoseSort: Sorting Laundry by Smell in Attics",
            "SniffSort: Sorting Laundry by Smell in Attics",
        ),
    ],
)
def test_nearly_one_title(one: str, other: str) -> None:
    (finding,) = found(line(one) + OTHERS + line(other))
    assert finding.entry is not None
    assert finding.entry.title == other
    assert one in finding.message


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Sorting Laundry by Smell in Attics, Part I",
            "Sorting Laundry by Smell in Attics, Part II",
        ),
        ("Sorting Laundry by Smell in Attics", "Sorting Laundry by Smell in Attics v2"),
        ("Sorting Laundry by Smell in Attics 1", "Sorting Laundry by Smell in Attics 2"),
        (
            "NoseSort: Sorting Laundry by Smell in Attics",
            "NoseSort++: Sorting Laundry by Smell in Attics",
        ),
        ("Sorting Laundry by Smell in Attics", "Sorting Laundry by Smell in Attics: A Survey"),
        (
            "A Survey of Sorting Laundry by Smell",
            "A Survey of Sorting Laundry by Smell: Short Version",
        ),
        (
            "Sorting Laundry by Smell in Attics",
            "A Benchmark for Sorting Laundry by Smell in Attics",
        ),
        ("Supervised Sorting of Laundry in Attics", "Unsupervised Sorting of Laundry in Attics"),
        ("Sorting Laundry by Smell in Attics", "Sorting Laundry by Smell in Cellars"),
        ("Laundry by Smell", "NoseSort: Laundry by Smell"),
    ],
)
def test_two_papers(one: str, other: str) -> None:
    assert not found(line(one) + OTHERS + line(other))


def test_two_words_that_the_list_uses_elsewhere_are_no_slip() -> None:
    text = line("Cutting Damp Planes from Wooden Boards") + line("Sailing Planes over Calm Lakes")
    text += line("Cutting Damp Planks from Wooden Boards") + line("Planks under Heavy Snow")
    assert not found(text)


def test_one_code_repository_proves_nothing() -> None:
    code = "ICLR 2024 [[Code](https://github.com/berg-lab/nose)]"
    assert not found(
        line("Sorting Laundry by Smell", code) + line("Smelling Sorted Bedsheets", code)
    )


def test_two_arxiv_numbers_are_two_papers() -> None:
    link = "[[Paper](https://arxiv.org/abs/2401.{})]"
    one = line("Sorting Laundry by Smell in Attics", link.format("00017"))
    other = line("Sorting Laundy by Smell in Attics", link.format("00018"))
    assert not found(one + other)


def test_published_at_two_events_under_two_titles_are_two_papers() -> None:
    one = line("NoseSort: Sorting Laundry by Smell in Attics", "ICML 2022")
    assert not found(one + line("Sorting Laundry by Smell in Attics", "CVPR 2024"))
    assert found(one + line("Sorting Laundry by Smell in Attics", "arXiv 2021"))


def test_other_authors_wrote_another_paper() -> None:
    text = "## Attics\n\n"
    text += "- Sorting Laundry by Smell in Attics. *Ada Berg, Bo Dorn*. ICLR 2024\n"
    text += "- Sorting Laundy by Smell in Attics. *Cleo Falk, Dan Gray*. ICLR 2024\n"
    assert not found(text)


def test_one_finding_a_paper_on_its_second_entry() -> None:
    text = line("Sorting Laundry by Smell in Attics") + OTHERS
    text += line("NoseSort: Sorting Laundry by Smell in Attics")
    text += line("Sorting Laundy by Smell in Attics")
    (finding,) = found(text)
    assert finding.entry is not None
    assert finding.entry.title.startswith("NoseSort")
    assert len(finding.related) == 2


def test_equal_titles_are_left_to_the_rule_for_them() -> None:
    assert not found(line("Sorting Laundry by Smell in Attics") * 2)


def test_the_copy_that_says_more_stays_and_gets_the_links_of_the_other() -> None:
    rich = line(
        "Sorting Laundry by Smell in Attics",
        "ICLR 2024 [[Paper](https://arxiv.org/abs/2401.00017)]",
    )
    poor = line(
        "Sorting Laundy by Smell in Attics", "arXiv 2024 [[Code](https://github.com/berg/nose)]"
    )
    (finding,) = found(rich + poor)
    assert finding.fix is not None
    mended = apply(rich + poor, finding.fix.edits)
    assert mended == rich.rstrip("\n") + " [[Code](https://github.com/berg/nose)]\n"


def test_a_list_that_lists_across_by_habit_is_left_alone_across_sections() -> None:
    both = "".join(
        line(f"Weighing {word} Ladders in the Rain", "ICML 2022")
        for word in "red green blue white black grey pink brown".split()
    )
    near_titles = (
        line("Sorting Laundry by Smell in Attics"),
        line("Sorting Laundy by Smell in Attics"),
    )
    across = f"## A\n\n{both}{near_titles[0]}\n## B\n\n{both}{near_titles[1]}"
    assert not found(across)
    assert found(f"## A\n\n{''.join(near_titles)}{both}\n## B\n\n{both}")


def test_thousands_of_titles_that_are_nearly_equal_take_bounded_time() -> None:
    letters = "abcdefghijklmnopqrstuvwxyz"
    text = "".join(
        line(f"Sorting Long Lists of Socks by {letters[n % 26]}{letters[n // 26 % 26]}nose")
        for n in range(3_000)
    )
    list(near(papers(text)))
