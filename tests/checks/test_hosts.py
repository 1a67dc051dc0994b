"""Closed hosts, lasting addresses, and what of both is never touched."""

from __future__ import annotations

import pytest

from listlint.checks import closed_host, moved_host
from listlint.facts import EMPTY
from listlint.finding import Finding, apply
from listlint.rule import NoOptions
from made import papers


def entry(url: str, number: int = 0) -> str:
    return f"- Sorting Lists by Smell, Part {number} [[Paper]({url})]\n"


def closed(text: str) -> list[Finding]:
    return list(closed_host.check(papers(text), EMPTY, NoOptions()))


def moved(text: str) -> list[Finding]:
    return list(moved_host.check(papers(text), EMPTY, NoOptions()))


def mended(text: str) -> str:
    return apply(text, [edit for each in moved(text) if each.fix for edit in each.fix.edits])


def test_a_closed_host_tells_what_to_do_and_offers_what_the_address_tells() -> None:
    (finding,) = closed(entry("https://paperswithcode.com/paper/sorting-lists-by-smell"))
    assert finding.message == (
        "paperswithcode.com closed in 2025: link the paper itself (arXiv or Hugging Face)."
    )
    assert finding.fix is None
    text = entry("https://www.arxiv-vanity.com/papers/2205.00017/")
    (finding,) = closed(text)
    assert finding.fix is not None
    assert finding.fix.safety == "suggested"
    assert apply(text, finding.fix.edits) == entry("https://arxiv.org/abs/2205.00017")


def test_what_may_live_on_is_a_remark() -> None:
    assert [each.level for each in closed(entry("https://git.io/smell"))] == ["note"]


@pytest.mark.parametrize(
    "text",
    [
        entry("https://web.archive.org/web/2024/https://paperswithcode.com/sota/smell"),
        "- Sorting Lists by Smell ![PWC](https://paperswithcode.com/badge/smell.svg) "
        "[[Paper](https://arxiv.org/abs/2205.00017)]\n",
        entry("https://notpaperswithcode.com/paper/smell"),
    ],
)
def test_what_is_not_closed(text: str) -> None:
    assert not closed(text)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("https://www.aclweb.org/anthology/P19-1007/", "https://aclanthology.org/P19-1007"),
        (
            "http://aclweb.org/anthology/2020.acl-main.7.pdf",
            "https://aclanthology.org/2020.acl-main.7.pdf",
        ),
        ("http://dx.doi.org/10.1000/smell", "https://doi.org/10.1000/smell"),
        ("https://export.arxiv.org/abs/2205.00017v2", "https://arxiv.org/abs/2205.00017v2"),
        (
            "http://www.jmlr.org/papers/v21/20-074.html",
            "https://www.jmlr.org/papers/v21/20-074.html",
        ),
        ("HTTP://arxiv.org/abs/2205.00017#S2", "https://arxiv.org/abs/2205.00017#S2"),
    ],
)
def test_addresses_become_lasting(old: str, new: str) -> None:
    assert mended(entry(old)) == entry(new)
    assert not moved(entry(new))


@pytest.mark.parametrize(
    "url",
    [
        "http://example.org/smell.pdf",
        "https://arxiv.org/abs/2205.00017",
        "https://web.archive.org/web/2019/http://www.aclweb.org/anthology/P19-1007/",
        "papers/smell.pdf",
    ],
)
def test_addresses_that_are_left_alone(url: str) -> None:
    assert not moved(entry(url))


def test_an_escaped_address_is_told_and_not_rewritten() -> None:
    (finding,) = moved(entry("https://dx.doi.org/10.1000/smell%5F7"))
    assert finding.fix is None


def test_an_old_form_used_throughout_is_said_once_and_mended_everywhere() -> None:
    text = "".join(entry(f"http://arxiv.org/abs/2205.{n:05}", n) for n in range(10, 20))
    (finding,) = moved(text)
    assert "9 more links of this list" in finding.message
    assert finding.key == "scheme"
    assert mended(text) == text.replace("http:", "https:")
