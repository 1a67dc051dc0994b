"""One link under two titles: a slip, or meant."""

from __future__ import annotations

from listlint.checks import shared_link
from listlint.facts import EMPTY
from listlint.finding import Finding
from listlint.rule import NoOptions
from made import papers

TITLES = (
    "Sorting Lists by Smell",
    "Counting Umbrellas in the Dark",
    "Folding Maps under Drift",
    "Mending Kettles from Few Examples",
)


def entry(title: str, label: str = "Paper") -> str:
    return f"- {title}, ICLR 2024 [[{label}](https://arxiv.org/abs/2401.00017)]\n"


def found(text: str) -> list[Finding]:
    return list(shared_link.check(papers(text), EMPTY, NoOptions()))


def test_two_titles_are_told_with_the_link() -> None:
    (finding,) = found(entry(TITLES[0]) + entry(TITLES[1]))
    assert finding.message.startswith(
        'This line and line 1 ("Sorting Lists by Smell") both link arXiv 2401.00017.'
    )
    assert finding.key == "arxiv:2401.00017"


def test_a_nickname_or_a_typo_is_no_other_title() -> None:
    assert not found(entry("Nose: Sorting Lists by Smell") + entry("Sorting Lists by Smel"))


def test_what_many_entries_link_is_shared_on_purpose() -> None:
    assert not found("".join(map(entry, TITLES)))


def test_a_survey_beside_the_paper_is_no_slip() -> None:
    assert not found(entry(TITLES[0]) + entry(TITLES[1], "Survey"))


def test_a_lead_in_shares_no_link() -> None:
    lead = "- **Detailed information (Images):** [[Paper](https://arxiv.org/abs/2401.000{})]\n"
    leads = "".join(lead.format(number) for number in (17, 18, 19))
    assert not found(leads + entry(TITLES[0]))
