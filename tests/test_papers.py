"""Which entries are one paper, and which sections are one place."""

from __future__ import annotations

import pytest

from listlint.papers import places, repeated
from made import papers


def line(title: str, arxiv: str = "", venue: str = "ICLR 2024") -> str:
    link = f" [[Paper](https://arxiv.org/abs/{arxiv})]" if arxiv else ""
    return f"- {title}, {venue}{link}\n"


def together(text: str) -> list[list[str]]:
    return [[entry.title for entry in paper.entries] for paper in repeated(papers(text))]


def test_one_title_is_one_paper_whatever_its_case_and_marks() -> None:
    text = line("Sorting Lists by Smell", "2401.00017") + line("**Sorting lists by smell.**")
    assert len(together(text)) == 1


def test_one_link_under_nearly_one_title_is_one_paper() -> None:
    text = line("Nose: Sorting Lists by Smell", "2401.00017") + line(
        "Sorting Lists by Smell", "2401.00017v2"
    )
    assert len(together(text)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Sorting Lists by Smell", "2401.00017"), ("Sorting Lists by Smell", "2401.00018")),
        (("Sorting Lists by Smell", "2401.00017"), ("Counting Umbrellas Twice", "2401.00017")),
        (("Sorting Lists by Smell", "2401.00017"), ("Sorting Lists by Smell 2", "2401.00018")),
        (("Sorting Lists in C", "2401.00017"), ("Sorting Lists in C++", "2401.00018")),
    ],
)
def test_two_papers(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert not together(line(*one) + line(*other))


def test_a_resource_is_no_copy_of_a_paper() -> None:
    text = (
        "## Papers\n\n"
        + line("Sorting Lists by Smell", "2401.00017")
        + "\n## Tools\n\n- [Sorting Lists by Smell](https://github.com/berg-lab/smell)\n"
    )
    assert not together(text)


def test_sections_that_differ_by_year_are_one_place() -> None:
    read = papers(
        "# Lists\n\n## Sorting\n\n### 2024\n\n### 2023 and before\n"
        "\n### CVPR 2024\n\n### CVPR 2023\n"
        "\n## Folding\n\n### 2024\n"
    )
    homes = dict(zip((s.title for s in read.sections[:6]), places(read), strict=False))
    assert homes["2024"] == homes["2023 and before"]
    assert homes["CVPR 2024"] == homes["CVPR 2023"] != homes["2024"]
    assert places(read)[-1] == read.sections[-1].index


@pytest.mark.parametrize("same_link", [True, False])
def test_thousands_of_equal_titles_or_links_take_bounded_time(same_link: bool) -> None:
    text = "".join(
        line(f"Sorting {n} Lists" if same_link else "Sorting Lists by Smell", "2401.00017")
        for n in range(6_000)
    )
    found = repeated(papers(text))
    assert same_link or len(found[0].entries) == 6_000


def test_data_sets_of_one_paper_are_named_by_their_paths() -> None:
    link = "[[Paper](https://arxiv.org/abs/2301.00017)]"
    text = f"## Data\n\n- almqvist/lists, {link}\n- almqvist/lists-small, {link}\n"
    assert not repeated(papers(text))
    assert repeated(papers(text.replace("lists-small", "lists")))
