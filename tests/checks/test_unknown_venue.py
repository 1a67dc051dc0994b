"""Unknown names beside known ones: by letters, and by what the link proves."""

from __future__ import annotations

from listlint.checks import unknown_venue
from listlint.facts import EMPTY
from listlint.rule import NoOptions
from made import papers

KNOWN = "".join(
    f"- Sorting Lists by Smell, Part {number}, ICML 2022 "
    f"[[Paper](https://arxiv.org/abs/2203.{number:05})]\n"
    for number in range(10)
)


def messages(
    venue: str, url: str = "https://arxiv.org/abs/2203.00099", before: str = KNOWN
) -> list[str]:
    text = f"{before}- Counting Umbrellas in the Dark, {venue} 2022 [[Paper]({url})]\n"
    found = unknown_venue.check(papers(text), EMPTY, NoOptions())
    return [finding.message for finding in found]


def test_a_letter_beside_a_known_name_that_the_list_uses() -> None:
    used = KNOWN + "- Folding Maps under Drift, Nature Communications 2022\n"
    found = messages("Natrue Communications", before=used)
    assert any("`Nature Communications`" in each for each in found)
    assert not messages("Natrue Communications")


def test_a_name_that_a_list_uses_often_is_its_own() -> None:
    used = KNOWN + "".join(
        f"- Folding {number} Maps under Drift, Natrue Communications 2022\n" for number in range(4)
    )
    used += "- Folding Maps under Drift, Nature Communications 2022\n"
    assert not messages("Natrue Communications", before=used)


def test_what_the_link_proves_helps_with_short_names() -> None:
    pnas = "https://www.pnas.org/doi/10.1073/pnas.0000000017"
    assert any("If `PNAS` is meant" in each for each in messages("PANS", pnas))
    assert not messages("PANS")


def test_another_venue_is_no_misspelling() -> None:
    assert not messages("Annals of Umbrella Studies")
    assert not messages("ICML")
