"""Older names and years without an edition: in entries, in headings, and where nothing is said."""

from __future__ import annotations

import pytest

from listlint.checks import renamed_venue, venue_year
from listlint.facts import EMPTY
from listlint.finding import Finding, apply
from listlint.rule import NoOptions
from made import papers


def entry(said: str, number: int = 17) -> str:
    link = f"[[Paper](https://arxiv.org/abs/1905.{number:05})]"
    return f"- Sorting Lists by Smell {number}, {said} {link}\n"


def renamed(text: str) -> list[Finding]:
    return list(renamed_venue.check(papers(text), EMPTY, NoOptions()))


def never_held(text: str) -> list[Finding]:
    return list(venue_year.check(papers(text), EMPTY, NoOptions()))


@pytest.mark.parametrize(
    "said", ["NIPS 2018", "NIPS'19", "(NIPS, 2019)", "Nips 2019", "NIPS Workshop 2018"]
)
def test_an_older_name_is_mended(said: str) -> None:
    text = entry(said)
    (finding,) = renamed(text)
    assert finding.fix is not None
    assert finding.fix.safety == "safe"
    old = "Nips" if "Nips" in said else "NIPS"
    assert apply(text, finding.fix.edits) == text.replace(old, "NeurIPS")


@pytest.mark.parametrize("said", ["NIPS 2017", "NIPS", "NeurIPS 2019", "ICML 2019"])
def test_an_older_name_is_right_in_its_time(said: str) -> None:
    assert not renamed(entry(said))


def test_the_text_says_since_when() -> None:
    (finding,) = renamed(entry("NIPS 2019"))
    assert finding.message == (
        "NIPS has been called NeurIPS since 2018, and this says 2019: write NeurIPS."
    )


def test_a_heading_is_spoken_of_once_and_mended_on_request() -> None:
    text = f"## NIPS 2019\n\n{entry('x').replace(', x', '')}{entry('x', 18).replace(', x', '')}"
    (finding,) = renamed(text)
    assert text[finding.start : finding.end] == "NIPS"
    assert finding.start < text.index("\n")
    assert finding.entry is None
    assert finding.fix is not None
    assert finding.fix.safety == "suggested"


def test_a_date_beside_it_is_that_of_the_preprint() -> None:
    table = "| Title | Venue | Date |\n|---|---|---|\n"
    link = "[Sorting Lists by Smell](https://arxiv.org/abs/1801.00017)"
    assert not renamed(f"{table}| {link} | NIPS | 2018-01-05 |\n")


@pytest.mark.parametrize("said", ["ICCV 2022", "ECCV'23", "NAACL 2020"])
def test_a_year_without_an_edition(said: str) -> None:
    (finding,) = never_held(entry(said))
    assert "wasn't held in" in finding.message
    assert "the nearest were those of" in finding.message


@pytest.mark.parametrize(
    "said", ["ICCV 2023", "ICCV 1970", "ICCV", "ICML/ICCV 2022", "TPAMI 2022", "arXiv 2022"]
)
def test_years_of_which_nothing_is_said(said: str) -> None:
    assert not never_held(entry(said))


def test_a_heading_without_an_edition_is_spoken_of_once() -> None:
    text = f"## ICCV 2022\n\n{entry('x').replace(', x', '')}{entry('x', 18).replace(', x', '')}"
    (finding,) = never_held(text)
    assert text[finding.start : finding.end] == "ICCV"
    assert finding.key == "iccv2022"


def test_a_heading_s_year_is_not_that_of_a_venue_stated_below_it() -> None:
    assert not never_held(f"## 2022\n\n{entry('ICCV')}")
