"""What a link proves against what is stated: venue, year, track, and what contradicts nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listlint.checks import venue_mismatch
from listlint.facts import EMPTY
from listlint.finding import Finding, apply
from listlint.rule import NoOptions
from made import papers

ACL, FINDINGS = (
    "https://aclanthology.org/2021.acl-long.7",
    "https://aclanthology.org/2021.findings-acl.7",
)
WORKSHOP = (
    "https://openaccess.thecvf.com/content/CVPR2022W/Foo/html/Berg_Maps_CVPRW_2022_paper.html"
)
MAIN = "https://openaccess.thecvf.com/content/CVPR2022/html/Berg_Maps_CVPR_2022_paper.html"
TABLE = "| Title | Venue | Date |\n|---|---|---|\n"
JOURNAL = "https://doi.org/10.1109/TPAMI.2021.1234567"


def entry(venue: str, *urls: str, title: str = "Sorting Lists by Smell") -> str:
    links = " ".join(f"[[Link {number}]({url})]" for number, url in enumerate(urls))
    return f"- {title}, {venue} {links}\n"


def found(text: str) -> list[Finding]:
    return list(venue_mismatch.check(papers(text), EMPTY, NoOptions()))


def mended(text: str) -> str:
    fixes = [each.fix for each in found(text) if each.fix]
    assert all(fix.safety == "suggested" for fix in fixes)
    return apply(text, [edit for fix in fixes for edit in fix.edits])


def test_both_readings_are_told_and_the_place_is_venue_and_year() -> None:
    text = entry("ICML, 2022", ACL)
    (finding,) = found(text)
    assert finding.message == (
        "Says ICML 2022, but the link is a paper of ACL 2021. "
        "Check which is right: the venue or the link."
    )
    assert text[finding.start : finding.end] == "ICML, 2022"
    assert finding.level in ("", "error")
    assert finding.fix is None, "which of the two is wrong can't be known"


@pytest.mark.parametrize(
    ("written", "right"),
    [("ACL 2022", "ACL 2021"), ("ACL'22", "ACL'21"), ("(ACL, 2022)", "(ACL, 2021)")],
)
def test_a_year_is_mended_as_it_is_written(written: str, right: str) -> None:
    assert mended(entry(written, ACL)) == entry(right, ACL)


@pytest.mark.parametrize(
    "text",
    [
        entry("ACL 2021", ACL),
        entry("ACL-IJCNLP 2021", ACL),
        entry("ACL", ACL),
        entry("Findings of ACL 2021", FINDINGS),
        entry("CVPR Workshop 2022", WORKSHOP),
        entry("CVPRW 2022", WORKSHOP),
        entry("ICML 2022", "https://arxiv.org/abs/2201.00017"),
        entry("CVPR 2020", JOURNAL),  # one paper, printed again
        entry("TPAMI 2020", JOURNAL),  # a journal's year is that of one of several dates
        entry("ICML 2022", ACL, "https://proceedings.mlr.press/v162/berg22a.html"),
        entry("SOSP workshop / ACL 2021", ACL),
        entry("VLDB 2022", "https://www.vldb.org/pvldb/vol16/p1-berg.pdf"),
        entry("ICML 2022", f"{ACL}https://arxiv.org/abs/2201.00017"),  # two addresses in one
        f"- Sorting Lists by Smell, ICML 2022 [[ACL 2021]({ACL})]\n",
        f"{TABLE}| [Sorting Lists by Smell]({ACL}) | ACL | 2020-11-18 |\n",  # the preprint's date
    ],
)
def test_what_contradicts_nothing(text: str) -> None:
    assert not found(text)


def test_of_a_heading_it_is_said_that_it_is_one() -> None:
    (finding,) = found(f"## ICML 2022\n\n- Sorting Lists by Smell [[Paper]({ACL})]\n")
    assert finding.message.startswith("Stands under a heading that says ICML 2022, but the link")
    assert finding.fix is None


def test_a_year_of_a_heading_is_not_that_of_a_venue_stated_below_it() -> None:
    assert not found(f"## 2020\n\n- Sorting Lists by Smell, ACL [[Paper]({ACL})]\n")


def test_a_workshop_is_not_its_conference() -> None:
    (finding,) = found(entry("CVPR 2022", WORKSHOP))
    assert finding.level == "warning"
    assert "is a paper of a workshop at CVPR 2022" in finding.message
    assert mended(entry("CVPR 2022", WORKSHOP)) == entry("CVPR Workshop 2022", WORKSHOP)
    assert mended(entry("CVPR2022", WORKSHOP)) == entry("CVPRW2022", WORKSHOP)
    (finding,) = found(entry("CVPR Workshop 2022", MAIN))
    assert finding.fix is None


def test_findings_left_out_are_a_remark_where_the_list_never_names_them() -> None:
    text = entry("ACL 2021", FINDINGS)
    assert [each.level for each in found(text)] == ["note"]
    assert mended(text) == entry("ACL 2021 Findings", FINDINGS)
    named = "".join(
        entry("Findings of ACL 2021", FINDINGS.replace(".7", f".{number}"), title=f"Title {number}")
        for number in range(10, 13)
    )
    assert [each.level for each in found(text + named)] == ["warning"]


def test_a_preprint_beside_a_link_into_proceedings_is_a_remark() -> None:
    (finding,) = found(entry("arXiv 2020", ACL))
    assert finding.level == "note"
    assert "name where it was published" in finding.message


@given(st.integers(2000, 2030), st.sampled_from(["{} {}", "({}, {})", "*{}-{}*"]))
def test_mending_a_year_once_is_enough(year: int, form: str) -> None:
    text = entry(form.format("ACL", year), ACL)
    assert not found(mended(text))
