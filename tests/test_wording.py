"""Titles as registers write them, as plain text."""

from __future__ import annotations

import pytest

from listlint.wording import plain, stem, title


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (r"{B}ERT for {\"O}rtliche Lists", "BERT for Örtliche Lists"),
        (r"On $\alpha$-Lists", "On α-Lists"),
        (r"Lists \& Papers, 100\% linted", "Lists & Papers, 100% linted"),
        ("Lists of <i>E. coli</i> &amp; H<sub>2</sub>O", "Lists of E. coli & H2O"),
        ("Wrapped\n   title", "Wrapped title"),
        ("a < b and c > d", "a < b and c > d"),
        ("50% of lists", "50% of lists"),
        ("{" * 1500 + "x", "x"),
    ],
)
def test_markup_entities_and_latex_are_gone(written: str, read: str) -> None:
    assert plain(written) == read


def test_a_title_is_without_its_full_stop_and_its_fate() -> None:
    assert title("RETRACTED: Learning to Lint Lists.") == "Learning to Lint Lists"
    assert title("Learning to ...") == "Learning to ..."


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("studies", "study"),
        ("lists", "list"),
        ("boxes", "box"),
        ("two", "2"),
        ("optimisation", "optimization"),
        ("modelling", "modeling"),
        ("behaviour", "behavior"),
        ("analyse", "analyze"),
    ],
)
def test_a_plural_and_british_spelling_have_one_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize("word", ["bias", "corpus", "analysis", "process", "four"])
def test_other_words_stay(word: str) -> None:
    assert stem(word) == ("4" if word == "four" else word)
