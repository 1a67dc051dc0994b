"""When two copies of one paper disagree, and when they merely say the same in other words."""

from __future__ import annotations

import pytest

from listlint.checks import copies_differ
from listlint.facts import EMPTY
from listlint.finding import Finding, apply
from listlint.rule import NoOptions
from made import papers

ARXIV = "https://arxiv.org/abs/2401.00017"


def entry(venue: str, *links: str) -> str:
    shown = " ".join(f"[[Paper]({link})]" for link in links or (ARXIV,))
    return f"- Sorting Lists by Smell, {venue} {shown}\n"


def found(*copies: str) -> list[Finding]:
    text = "\n".join(
        f"## Section {name}\n\n{copy}" for name, copy in zip("ABC", copies, strict=False)
    )
    return list(copies_differ.check(papers(text), EMPTY, NoOptions()))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("arXiv 2024", "ICLR 2025"),
        ("ICLR 2025", "ICLR Workshop 2025"),
        ("ICML 2025", "ICLR 2025"),
        ("ACL 2024", "EACL 2024"),
        ("ICLR 2024", "ICLR 2025"),
        ("arXiv 2023", "arXiv 2024"),
        ("Preprint 2024", "ICLR 2025"),
    ],
)
def test_what_cannot_both_be_right(one: str, other: str) -> None:
    (finding,) = found(entry(one), entry(other))
    assert finding.level == ""
    assert "out of date or mistaken" in finding.message


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ICLR 2025", "ICLR 2025"),
        ("arXiv 2024", "Arxiv 2024"),
        ("ACL 2021", "ACL-IJCNLP 2021"),
        ("arXiv 2024", "Preprint 2024"),
        ("ICLR 2025", "ICLR 2025 Oral"),
    ],
)
def test_the_same_in_other_words(one: str, other: str) -> None:
    assert not found(entry(one), entry(other))


def test_two_publications_with_a_page_each_are_no_slip() -> None:
    one = entry("ICLR Workshop 2024", "https://openreview.net/forum?id=aBcDeFgHiJ")
    other = entry("EMNLP 2024", "https://aclanthology.org/2024.emnlp-main.9901")
    assert not found(one, other)


def test_each_poor_copy_is_told_once_and_set_beside_the_best() -> None:
    findings = found(entry("arXiv 2024"), entry("ICLR 2025"), entry("arXiv 2024"))
    assert len(findings) == 2
    assert all("ICLR 2025 there" in each.message for each in findings)


def test_the_fix_writes_venue_and_year_and_nothing_else() -> None:
    text = f"## A\n\n{entry('arXiv 2024')}\n## B\n\n{entry('ICLR 2025')}"
    (finding,) = copies_differ.check(papers(text), EMPTY, NoOptions())
    assert finding.fix is not None
    assert finding.fix.safety == "suggested"
    assert apply(text, finding.fix.edits) == text.replace("arXiv 2024", "ICLR 2025")


def test_a_track_that_would_get_lost_is_left_to_the_reader() -> None:
    (finding,) = found(entry("arXiv 2024"), entry("ICLR 2025 Workshop"))
    assert finding.fix is None


def test_one_long_title_with_two_arxiv_numbers() -> None:
    (finding,) = found(entry("ICLR 2025"), entry("ICLR 2025", ARXIV[:-1] + "8"))
    assert finding.message.startswith("Same title as line 3, but another paper: arXiv 2401.00018")
