"""Titles written twice are known again, and other titles are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listlint.knowledge.titles import fold, same, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sorting Lists by Smell", "sorting lists by smell."),
        ("Sorting-Lists: by Smell", "Sorting Lists by Smell"),
        ("**Sorting** `Lists` by _Smell_", "Sorting Lists by Smell"),
        ("“Sorting” Lists’ Smell", '"Sorting" Lists\' Smell'),
        ("Sorting $k$ Lists", "Sorting k Lists"),
        ("Salt &amp; Pepper", "Salt & Pepper"),
        ("Ｓｏｒｔｉｎｇ Lists", "Sorting Lists"),
        ("ﬁne Lists", "fine lists"),
        ("STRASSE", "Straße"),
    ],
)
def test_marks_case_and_blanks_make_no_other_title(one, other):
    assert same(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("SmellSort", "SmellSort++"),
        ("SmellSort", "SmellSort+"),
        ("SmellSort", "SmellSort 2"),
        ("SmellSort 2", "SmellSort 3"),
        ("Sorting Lists", "Sorting Lists by Smell"),
        ("列表", "表列"),
    ],
)
def test_a_plus_or_a_digit_makes_another_title(one, other):
    assert not same(one, other)


def test_titles_without_a_letter_are_never_the_same():
    assert not same("…", "***")
    assert not same("", "")


def test_words_are_folded_and_in_order():
    assert words("Sorting-Lists: C++ by *Smell* (Größe)") == (
        "sorting",
        "lists",
        "c++",
        "by",
        "smell",
        "grösse",
    )


@given(st.text(max_size=60))
def test_folding_a_folded_title_changes_nothing(title):
    folded = fold(title)
    assert fold(folded) == folded or "&" in title or not folded.isascii()


@given(st.text(max_size=60))
def test_words_together_are_the_folded_title(title):
    assert "".join(words(title)) == fold(title)
