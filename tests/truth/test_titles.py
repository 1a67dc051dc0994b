"""Titles beside those that registries have: the same paper otherwise written, or another one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listlint.registered import DIFFERENT, likeness
from listlint.titled import CASE, HYPHENS, NICKNAME, WORDS, difference
from truth.telling import ADA, BO, judged, mended, record, said

RULE, ID = "title-mismatch", "arxiv:2205.00017"


def line(title: str, authors: str = "") -> str:
    named = f" {authors}." if authors else ""
    return f"- {title}.{named} ACL 2022 [[Paper](https://arxiv.org/abs/2205.00017)]\n"


@pytest.mark.parametrize(
    ("written", "registered"),
    [
        ("Sorting Lists by Smell", "sorting lists by smell"),
        ("Sorting Lists by Smell", "NoseSort: Sorting Lists by Smell"),
        ("NoseSort", "NoseSort: Sorting Lists by Smell"),
        ("NoseSort: Sorting Lists by Smell", "NoseSort"),
        ("Sorting Lists …", "Sorting Lists by Smell"),
        ("Sorting Lists by Smell(@KAIST & others)", "Sorting Lists by Smell"),
        ("Sorting Lists by Smell [NoseSort]", "Sorting Lists by Smell"),
        ("Pretraining for Drawers", "Pre-Training for Drawers"),
        ("Colour Sorting of Socks", "Color Sorting of Sock"),
        ("Sorting by {\\'E}clat", "Sorting by Éclat"),
        ("Sorting at $\\alpha$ Speed", "Sorting at α Speed"),
        ("Unsupervized Sorting of Socks", "Unsupervised Sorting of Socks"),
    ],
)
def test_two_ways_of_writing_one_title(written: str, registered: str) -> None:
    assert likeness(written, registered) != DIFFERENT
    assert likeness(registered, written) != DIFFERENT


@pytest.mark.parametrize(
    ("written", "registered"),
    [
        ("Off-diagonal book Ramsey numbers", "Off-diagonal Ramsey numbers"),
        ("Deep Folding", "Deep Folding in Speech Separation"),
        ("Supervised Sorting of Socks", "Unsupervised Sorting of Socks"),
        ("Sorting Lists 2", "Sorting Lists 3"),
        ("Sorting Lists by Smell", "Counting Umbrellas in the Dark"),
    ],
)
def test_a_word_more_or_another_one_makes_another_title(written: str, registered: str) -> None:
    assert likeness(written, registered) == DIFFERENT


@given(st.text(max_size=60), st.text(max_size=60))
def test_likeness_doesnt_depend_on_which_comes_first(one: str, other: str) -> None:
    assert likeness(one, other) == likeness(other, one)


@pytest.mark.parametrize(
    ("written", "registered", "what"),
    [
        ("Foldnet: Folded Maps", "FoldNet: Folded Maps", CASE),
        ("Folding With Bert", "Folding with BERT", CASE),
        ("Pretraining for Drawers", "Pre-training for Drawers", HYPHENS),
        ("Folding Maps", "FoldNet: Folding Maps", NICKNAME),
        ("Folding Map under Drift", "Folding Maps under Drift", WORDS),
        ("Folding Maps Under Drift", "Folding maps under drift", ""),
        ("Folding Maps", "Folding Maps: A Study", ""),
        ("Folding maps", "FOLDING MAPS", ""),
        ("Maps: Folded", "Maps - Folded", ""),
        ("Maps at $\\alpha$ Speed", "Maps at α Speed", ""),
        ("Folding Maps(@KAIST)", "Folding Maps", ""),
    ],
)
def test_what_differs_is_named(written: str, registered: str, what: str) -> None:
    assert difference(written, registered) == what


def test_neither_title_nor_authors_of_the_line_is_another_paper() -> None:
    known = record(ID, "Counting Umbrellas in the Dark", BO)
    (finding,) = judged(RULE, line("Sorting Lists by Smell", ADA), known)
    assert finding.level == "error"
    assert finding.message.startswith(
        'arXiv 2205.00017 is "Counting Umbrellas in the Dark" by Bo Berg: neither title nor authors'
    )


def test_another_title_by_the_same_authors_may_be_an_older_version() -> None:
    known = record(ID, "Olfactory Ordering of Sequences", ADA, BO)
    (finding,) = judged(RULE, line("Sorting Lists by Smell", f"{ADA}, {BO}"), known)
    assert finding.level == "note"
    assert finding.fix is None
    assert "By the same authors" in finding.message


def test_a_title_of_an_earlier_version_is_the_papers_own() -> None:
    known = record(ID, "Olfactory Ordering of Lists", BO, titles="Sorting Lists by Smell")
    (finding,) = judged(RULE, line("Sorting Lists by Smell", ADA), known)
    assert finding.level == "note"
    assert "latest version" in finding.message


def test_without_authors_titles_that_share_words_leave_both_readings_open() -> None:
    known = record(ID, "Sorting Lists by Touch", ADA)
    (finding,) = judged(RULE, line("Sorting Lists by Smell"), known)
    assert finding.level == "note"
    assert "Either" in finding.message


def test_the_registered_title_in_a_description_is_enough() -> None:
    text = "- NoseSort: smells lists. *Counting Umbrellas in the Dark*, ACL 2022 "
    text += "[[Paper](https://arxiv.org/abs/2205.00017)]\n"
    assert not said(RULE, text, record(ID, "Counting Umbrellas in the Dark", BO))


def test_one_work_under_two_titles_is_no_other_paper() -> None:
    known = record(ID, "NoseSort2 Technical Report: Quantized Olfaction in Drawers")
    (finding,) = judged(RULE, line("NoseSort2: Sorting Lists by Smell"), known)
    assert finding.level == "note"
    described = line("A sniffing robot that sorts whatever it is given").replace(
        ". ACL", ". *NoseSort*, ACL"
    )
    known = record(ID, "NoseSort: Quantized Olfaction in Drawers")
    assert {each.level for each in judged(RULE, described, known)} <= {"note"}


def test_a_title_in_another_script_is_left_alone() -> None:
    known = record(ID, "Counting Umbrellas in the Dark", BO)
    assert not said(RULE, line("在黑暗中数雨伞的方法研究"), known)


def test_of_two_papers_at_one_registry_one_that_fits_is_enough() -> None:
    text = line("Sorting Lists by Smell").replace(
        "]\n", "] [[Paper 2](https://arxiv.org/abs/2205.00018)]\n"
    )
    other = record("arxiv:2205.00018", "Counting Umbrellas in the Dark", BO)
    assert not said(RULE, text, record(ID, "Sorting Lists by Smell", ADA), other)


def test_a_case_of_the_lists_own_is_no_fault() -> None:
    text, known = "", {}
    for n in range(10, 20):
        text += (
            f"- Foldnet {n}: Folded Maps, ACL 2022 [[Paper](https://arxiv.org/abs/2205.000{n})]\n"
        )
        known |= record(f"arxiv:2205.000{n}", f"FoldNet {n}: Folded Maps", ADA)
    assert not said(RULE, text, known)


def test_a_title_that_would_be_markup_is_shown_and_not_written() -> None:
    known = record(ID, "Fold*Net*: Pre-training for Maps", ADA)
    (finding,) = judged(RULE, line("FoldNet: Pretraining for Maps"), known)
    assert finding.fix is None


def test_the_registered_title_is_written() -> None:
    known = record(ID, "FoldNet: Pre-training for Maps", ADA)
    before = line("**Foldnet: Pretraining for Maps**")
    assert mended(RULE, before, known) == line("**FoldNet: Pre-training for Maps**")


SHARED = """
- Folding Maps under Drift, ICML 2022 [[Paper](https://arxiv.org/abs/2205.00017)]
- Mending Kettles from Few Examples, ICML 2022 [[Paper](https://arxiv.org/abs/2205.00017)]
"""


def test_the_registry_tells_which_of_two_lines_has_the_wrong_link() -> None:
    known = record(ID, "Mending Kettles from Few Examples", ADA)
    (finding,) = judged("shared-link", SHARED, known)
    assert finding.level == "error"
    assert finding.entry is not None
    assert finding.entry.title == "Folding Maps under Drift"
    assert [each.rule for each in judged("", SHARED, known)] == ["shared-link"]


def test_a_title_that_is_neither_of_the_two_leaves_the_choice_open() -> None:
    known = record(ID, "Counting Umbrellas in the Dark", ADA)
    assert [each.level for each in judged("shared-link", SHARED, known)] == ["warning"]
    assert [each.rule for each in judged("", SHARED, known)] == ["title-mismatch"] * 2


@pytest.mark.parametrize("authors", ["", ADA])
def test_a_name_in_place_of_the_title_is_the_lists_own_business(authors: str) -> None:
    known = record(ID, "Denoising Drawers with Probabilities", ADA)
    assert not said(RULE, line("DDP", authors), known)
