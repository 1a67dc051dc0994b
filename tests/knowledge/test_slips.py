"""Slips inside addresses: what is one, how it is mended, and what only looks so."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listlint.knowledge.slips import Slip, slips


def mended(url: str) -> str:
    for slip in slips(url):
        if slip.right is not None:
            url = url[: slip.start] + slip.right + url[slip.end :]
    return url


@pytest.mark.parametrize(
    ("url", "right"),
    [
        ("htps://arxiv.org/abs/2401.00017", "https://arxiv.org/abs/2401.00017"),
        ("hhttps://arxiv.org/abs/2401.00017", "https://arxiv.org/abs/2401.00017"),
        ("ttps://arxiv.org/abs/2401.00017", "https://arxiv.org/abs/2401.00017"),
        ("http:/lists.example/a", "http://lists.example/a"),
        ("https//lists.example/a", "https://lists.example/a"),
        ("https：//lists.example/a", "https://lists.example/a"),
        ("https://arxiv.org//abs/2401.00017", "https://arxiv.org/abs/2401.00017"),
        ("https://doi.org/https://doi.org/10.1/x", "https://doi.org/10.1/x"),
        ("https://github.com/a/b}{https://github.com/a/b", "https://github.com/a/b"),
        ("https://arxiv.org/abs/2401.00017.", "https://arxiv.org/abs/2401.00017"),
        ("https://arxiv.org/pdf/2401.00017.pdf&x", "https://arxiv.org/pdf/2401.00017.pdf"),
        ("https://lists.example/a)", "https://lists.example/a"),
        ("https://github.com/a/b]", "https://github.com/a/b"),
        ("https://lists.example/a%20", "https://lists.example/a"),
        ("https://lists.example/a，", "https://lists.example/a"),
        ("https://lists.example/a？b=1", "https://lists.example/a?b=1"),
    ],
)
def test_mended(url: str, right: str) -> None:
    assert mended(url) == right
    assert not list(slips(right))


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("https://arxiv.org/abs/2401.0017", "five digits"),
        ("https://arxiv.org/abs/1401.00017", "four until 2014"),
        ("https://arxiv.org/abs/2413.00017", "its month would be 13"),
        ("https://arxiv.org/abs/2401.xxxxx", "is no arXiv number"),
        ("https://a.example/12https://b.example/34", "two addresses run into one"),
        ("https://arxiv.org/abs/2401.00017//arxiv.org/pdf/2401.00018", "two addresses"),
        ("https://arxiv.org/abs/2401.00017https//arxiv.org/pdf/2401.00018", "two addresses"),
        ("https://arxiv.org/abs/2401.00017http:/arxiv.org/pdf/2401.00018", "two addresses"),
    ],
)
def test_said_but_not_mended(url: str, says: str) -> None:
    (slip,) = slips(url)
    assert says in slip.says
    assert slip.right is None


@pytest.mark.parametrize(
    "url",
    [
        "",
        "#folding",
        "./notes/http.md",
        "mailto:ada@lists.example",
        "HTTPS://lists.example/A",
        "https://arxiv.org/abs/2401.00017v2",
        "https://arxiv.org/abs/1401.0017",
        "https://arxiv.org/pdf/cs/0112017.pdf",
        "https://arxiv.org/abs/math.GT/0309136",
        "https://arxiv.org/list/cs.CL/recent",
        "https://arxiv.org/abs/",
        "https://web.archive.org/web/2020/https://lists.example/a",
        "https://lists.example/?to=https://other.example/a",
        "https://lists.example/?to=https%3A//other.example/a",
        "https://en.wikipedia.org/wiki/List_(abstract)",
        "https://zh.wikipedia.org/wiki/列表（数据）",
        "https://lists.example/#:~:text=it%20",
        "https:x/yhttps://lists.example/z",  # no host, and no crash
    ],
)
def test_left_alone(url: str) -> None:
    assert not list(slips(url))


@given(st.text(alphabet="htps:/.]) %20axiv19（，?#&=org", max_size=60))
def test_any_text_at_all(url: str) -> None:
    for prefix in ("", "https:", "https://", "https://arxiv.org/abs/"):
        for slip in slips(prefix + url):
            assert 0 <= slip.start < slip.end <= len(prefix + url)
            assert slip.says


def test_hostile_addresses_are_read_once() -> None:
    for unit in ("https://", "/", "http", ")", "（", "2401.", "%20", "arxiv.org/abs/"):
        found: list[Slip] = list(slips("https://arxiv.org/abs/" + unit * 20_000))
        assert len(found) < 3
