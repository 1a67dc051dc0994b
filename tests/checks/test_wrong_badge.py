"""Badges of another repository than the entry's."""

from __future__ import annotations

import pytest

from listlint.checks import wrong_badge
from listlint.facts import EMPTY
from listlint.finding import Finding, apply
from listlint.rule import NoOptions
from made import papers

CODE = "[[Code](https://github.com/Almqvist/Smell)]"


def stars(repository: str, kind: str = "stars") -> str:
    return f"![{kind}](https://img.shields.io/github/{kind}/{repository}.svg?style=social)"


def entry(*parts: str) -> str:
    return f"- Sorting Lists by Smell, ACL 2022 {' '.join(parts)}\n"


def found(text: str) -> list[Finding]:
    return list(wrong_badge.check(papers(text), EMPTY, NoOptions()))


@pytest.mark.parametrize("kind", ["stars", "license", "last-commit"])
def test_a_badge_of_another_repository_is_mended_as_the_link_is_written(kind: str) -> None:
    text = entry(CODE, stars("berg/umbrellas", kind))
    (finding,) = found(text)
    assert text[finding.start : finding.end] == "berg/umbrellas"
    assert finding.message.startswith(
        "This badge is of berg/umbrellas, but the entry links Almqvist"
    )
    assert finding.fix is not None
    assert apply(text, finding.fix.edits) == entry(CODE, stars("Almqvist/Smell", kind))


def test_a_badge_belongs_to_the_link_around_it() -> None:
    linked = f"[{stars('almqvist/smell')}](https://github.com/berg/umbrellas)"
    (finding,) = found(entry(CODE, linked))
    assert finding.fix is not None
    assert finding.fix.title == "write berg/umbrellas"


@pytest.mark.parametrize(
    "text",
    [
        entry(CODE, stars("almqvist/smell")),
        entry("[[Paper](https://arxiv.org/abs/2205.00017)]", stars("berg/umbrellas")),
        entry(CODE, "![](https://img.shields.io/badge/stars-berg/umbrellas)"),
        entry(CODE, "[[Demo](https://github.com/berg/umbrellas)]", stars("berg/umbrellas")),
    ],
)
def test_badges_that_are_left_alone(text: str) -> None:
    assert not found(text)


def test_of_several_repositories_none_is_written() -> None:
    both = entry(CODE, "[[Demo](https://github.com/berg/umbrellas)]", stars("holm/kettles"))
    (finding,) = found(both)
    assert finding.fix is None


def test_an_entry_full_of_badges_is_judged_badge_by_badge() -> None:
    linked = "\n  ".join(
        f"[{stars(f'berg/umbrellas{n}')}](https://github.com/almqvist/smell{n})" for n in range(500)
    )
    assert len(found(entry(linked))) == 500
