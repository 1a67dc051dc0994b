"""What a link within a list can lead to: headings, ids that the text sets, and the page itself."""

from __future__ import annotations

import pytest

from listlint.fragments import anchor_of, goals, inner_links
from made import papers

TEXT = """# Papers

<a name="Smell"></a>

## By *Smell* &amp; Touch

<div id="plain">

### Others

</div>

## Others <a id="more"></a>

[a](#smell) [b](README.md#others) [c](./README.md#x) [d](OTHER.md#y) <a href="#z">e</a>
"""


@pytest.mark.parametrize(
    "fragment",
    ["papers", "by-smell--touch", "smell", "plain", "others", "others-", "more", "", "top"],
)
def test_there(fragment: str) -> None:
    assert goals(papers(TEXT)).holds(fragment)


@pytest.mark.parametrize("fragment", ["others-1", "touch", "by-smell"])
def test_not_there(fragment: str) -> None:
    assert not goals(papers(TEXT)).holds(fragment)


def test_links_within_the_list_are_known_by_its_name() -> None:
    assert [inner.fragment for inner in inner_links(papers(TEXT))] == ["smell", "others", "x", "z"]
    other = papers(TEXT, "docs/OTHER.md")
    assert [inner.fragment for inner in inner_links(other)] == ["smell", "y", "z"]


def test_an_id_beside_a_heading_is_its_own_anchor() -> None:
    list_ = papers(TEXT)
    named = {section.title: anchor_of(list_, section) for section in list_.sections}
    assert named["By Smell & Touch"] == "Smell"
    assert named["Papers"] == "papers"
