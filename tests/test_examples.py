"""Examples of rules judged: each word has its case."""

from __future__ import annotations

import pytest

from listlint.finding import Edit, Fix
from listlint.fix.examples import judge
from listlint.page import BAD, GOOD, Example
from made import broken_rule, word_rule

RULE = word_rule("Smell")


@pytest.mark.parametrize(
    ("kind", "text", "word"),
    [
        (GOOD, "- Sorting Lists\n", "validated"),
        (GOOD, "- Sorting Lists by Smell\n", "noisy"),
        (BAD, "- Sorting Lists by Smell\n", "reported"),
        (BAD, "- Sorting Lists\n", "missing"),
    ],
)
def test_the_four_words(kind: str, text: str, word: str) -> None:
    assert judge(RULE, Example(kind, text, 1)).word == word


def test_mending_must_give_what_the_page_shows() -> None:
    fix = Fix("write Scent", "safe", (Edit(19, 24, "Scent"),))
    text = "- Sorting Lists by Smell\n"
    mended = Example(BAD, text, 1, "- Sorting Lists by Scent\n")
    assert judge(word_rule("Smell", fix=fix), mended).word == "reported"
    outcome = judge(word_rule("Smell", fix=fix), Example(BAD, text, 1, "- Something else\n"))
    assert (outcome.word, outcome.seen) == ("wrong", "- Sorting Lists by Scent\n")


def test_words_alone_mend_nothing() -> None:
    fix = Fix("write Scent", "shown", (Edit(19, 24, "Scent"),))
    outcome = judge(word_rule("Smell", fix=fix), Example(BAD, "- A Smell\n", 1, "- A Scent\n"))
    assert outcome.word == "wrong"


def test_a_fix_that_never_comes_to_rest_ends_all_the_same() -> None:
    fix = Fix("again", "safe", (Edit(0, 0, ""),))
    assert (
        judge(word_rule("Smell", fix=fix), Example(BAD, "Smell\n", 1, "Smell\n")).word == "reported"
    )


def test_a_rule_that_breaks_on_its_own_example_is_no_outcome() -> None:
    with pytest.raises(RuntimeError, match="broken-rule broke on its own example"):
        judge(broken_rule(), Example(BAD, "- Sorting Lists\n", 1))
