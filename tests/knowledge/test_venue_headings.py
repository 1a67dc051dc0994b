# ruff: noqa: E501  rows of a table stand in one line
"""What a heading states for the entries below it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listlint.knowledge.venues import find_in_heading


@pytest.mark.parametrize(
    ("heading", "name", "track", "year"),
    [
        ("Accepted at ICML 2023 (oral)", "ICML", "oral", 2023),
        ("ICCV-2023-Papers", "ICCV", None, 2023),
        ("CVPR'21 papers", "CVPR", None, 2021),
        ("[NeurIPS 2018 (Dec)]", "NeurIPS", None, 2018),
        ("Findings of ACL 2022", "ACL", "Findings", 2022),
        ("ECCV 2022 Workshop", "ECCV", "Workshop", 2022),
        ("USENIX Security 2024", "USENIX Security", None, 2024),
        ("Nature 2020", "Nature", None, 2020),
        ("Sorting Lists by Smell (ISSTA 2022)", "ISSTA", None, 2022),
        ("ICLR", "ICLR", None, None),
        ("arXiv", "arXiv", None, None),
        ("International Conference on Machine Learning", "International Conference on Machine Learning", None, None),
    ],
)  # fmt: skip
def test_a_heading_states_a_venue(heading, name, track, year):
    venue, stated = find_in_heading(heading)
    assert (venue.name, venue.track, venue.year, stated) == (name, track, year, year)
    assert heading[venue.start : venue.end] == name
    assert year is None or heading[venue.year_start : venue.year_end] in (str(year), str(year)[2:])


@pytest.mark.parametrize(
    ("heading", "year"),
    [("2024", 2024), ("Papers of 2024", 2024), ("2023 (12 papers)", 2023), ("2021年", 2021), ("ICML and NeurIPS 2020", 2020)],
)  # fmt: skip
def test_a_heading_states_a_year_alone(heading, year):
    assert find_in_heading(heading) == (None, year)


@pytest.mark.parametrize(
    "heading",
    [
        "Before 2022", "2022 - now", "2019-2021", "since 2020", "2020 and earlier", "≤2020", "2022 –", "2020+", "until 2019",
        "", "Sorting", "Chi is good", "Nature", "Machine Learning", "Big Data", "AutoML", "Oakland", "acl", "neurips",
        "Data Mining and Knowledge Discovery", "Computer Vision and Pattern Recognition", "The MICRO world", "Zenodo",
        "NeurIPS, ICML", "FL-ICML", "PASCAL VOC 2012",
    ],
)  # fmt: skip
def test_a_heading_states_nothing(heading):
    assert find_in_heading(heading) == (None, None)


def test_a_misspelt_venue_in_a_heading_is_found():
    venue, year = find_in_heading("NeurlPS 2021")
    assert (venue.id, venue.form, year) == ("neurips", "typo", 2021)


@given(st.text(max_size=80))
def test_any_heading_may_be_asked(heading):
    venue, _ = find_in_heading(heading)
    assert venue is None or heading[venue.start : venue.end] == venue.name
