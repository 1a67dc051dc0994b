"""Years against the months that preprints' numbers tell: three levels, and January's eve."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listlint.checks import year_mismatch
from listlint.facts import EMPTY
from listlint.finding import Finding, apply
from listlint.rule import NoOptions
from made import papers


def entry(said: str, number: str = "2212.00017") -> str:
    return f"- Sorting Lists by Smell, {said} [[Paper](https://arxiv.org/abs/{number})]\n"


def found(text: str) -> list[Finding]:
    return list(year_mismatch.check(papers(text), EMPTY, NoOptions()))


@pytest.mark.parametrize(
    ("said", "number", "level"),
    [
        ("arXiv 2021", "2212.00017", "error"),
        ("arXiv 2022", "2212.00017", None),
        ("arXiv 2023", "2212.00017", "note"),
        ("arXiv 2022", "2301.01999", None),  # handed in on the last days of the year before
        ("arXiv 2022", "2301.02000", "error"),
        ("arXiv 2021", "2301.00017", "error"),
        ("ICML 2021", "2211.00017", None),  # some are late
        ("ICML 2021", "2212.00017", "warning"),
        ("ICML 2023", "2212.00017", None),
        ("TPAMI 2015", "2212.00017", None),
        ("ICML Workshop 2019", "2212.00017", None),
        ("bioRxiv 2019", "2212.00017", None),  # another preprint
    ],
)
def test_levels(said: str, number: str, level: str | None) -> None:
    assert [each.level for each in found(entry(said, number))] == ([level] if level else [])


def test_the_text_tells_month_and_year() -> None:
    (finding,) = found(entry("arXiv 2021"))
    assert finding.message == "arXiv 2212.00017 is from December 2022; the line says 2021."
    assert finding.fix is not None
    assert finding.fix.title == "write arXiv 2022"


def test_biorxiv_tells_its_day() -> None:
    url = "https://www.biorxiv.org/content/10.1101/2021.10.04.000017v1"
    (finding,) = found(f"- Sorting Cells by Smell, bioRxiv 2020 [[Paper]({url})]\n")
    assert finding.message.startswith("bioRxiv 2021.10.04.000017 is from October 2021")


def row(date: str, number: str, venue: str = "-") -> str:
    link = f"[Sorting Lists by Smell](https://arxiv.org/abs/{number})"
    return f"| Title | Venue | Date |\n|---|---|---|\n| {link} | {venue} | {date} |\n"


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        (row("Nov., 2022", "2311.00017"), ["warning"]),  # the same month of another year
        (row("2023-11-05", "2211.00017"), ["warning"]),
        (row("2023-04-29", "2204.00017", "NeurIPS"), ["warning"]),
        (row("Jan., 2023", "2401.00017"), ["warning"]),  # no eve: January itself is told
        (row("Dec., 2023", "2401.00017"), []),
        (row("2023.11", "2401.00017"), ["note"]),  # released before, maybe
        (row("Nov., 2023", "2311.00017"), []),
        (row("July, 2022", "2107.00017", "ICML"), []),  # the month of a conference
    ],
)
def test_dates(text: str, levels: list[str]) -> None:
    assert [each.level for each in found(text)] == levels


def test_a_year_alone_counts_where_the_paper_has_no_other_link() -> None:
    text = "- Sorting Lists by Smell (2021) [[Paper](https://arxiv.org/abs/2212.00017)]\n"
    assert [each.level for each in found(text)] == ["warning"]
    other = text.replace("\n", " [[PDF](https://example.org/smell.pdf)]\n")
    assert not found(other)


def test_a_data_set_named_with_its_year_is_no_venue() -> None:
    data = "[[IWSLT 2014](https://example.org/data)]"
    text = f"- Sorting Lists by Smell [[Paper](https://arxiv.org/abs/2212.00017)] {data}\n"
    assert not [each for each in found(text) if "IWSLT" in each.message]


def test_of_a_heading_it_is_said_that_it_is_one() -> None:
    (finding,) = found(
        "## ICML 2019\n\n- Sorting Lists by Smell [[Paper](https://arxiv.org/abs/2212.00017)]\n"
    )
    assert "it stands under a heading that says ICML 2019" in finding.message
    assert finding.fix is None


@given(
    st.integers(16, 25),
    st.integers(1, 12),
    st.integers(10_000, 29_999),
    st.integers(2010, 2030),
    st.booleans(),
)
def test_a_mended_year_is_the_number_s(
    year: int, month: int, number: int, said: int, short: bool
) -> None:
    written = f"arXiv'{said % 100:02}" if short else f"arXiv, {said}"
    text = entry(written, f"{year:02}{month:02}.{number}")
    fixes = [each.fix for each in found(text) if each.fix]
    assert len(fixes) == (said != 2000 + year)
    assert not found(apply(text, [edit for fix in fixes for edit in fix.edits]))


def test_a_date_beside_a_venue_is_mended_as_a_date() -> None:
    text = row("2023-04-29", "2204.00017", "NeurIPS")
    (finding,) = found(text)
    assert finding.message.endswith("the line says 2023. Check the year and the link.")
    assert finding.fix is not None
    assert apply(text, finding.fix.edits) == row("2022-04-29", "2204.00017", "NeurIPS")
