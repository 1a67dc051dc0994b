"""Answers to questions, asked and not asked."""

from __future__ import annotations

from listlint.facts import AGREES, EMPTY, OFFLINE, UNCHECKED, Answer, Answers, Question

LINK = Question("link", "https://example.org/paper.pdf")


def test_what_nobody_was_asked_is_unchecked() -> None:
    assert EMPTY[LINK] == OFFLINE
    assert EMPTY[LINK].state == UNCHECKED
    assert EMPTY[LINK].reason == "offline"
    assert LINK not in EMPTY


def test_an_answer_that_came_is_given() -> None:
    answers = Answers({LINK: Answer(AGREES, {"title": "Sorting Lists"}, "a registry")})
    assert answers[LINK].says["title"] == "Sorting Lists"
    assert list(answers) == [LINK]
    assert len(answers) == 1
