"""Venues and years that a registry knows otherwise than the list states them."""

from __future__ import annotations

import pytest

from truth.telling import judged, mended, published, said

RULE, ID, TITLE = "venue-differs", "arxiv:2205.00017", "Sorting Lists by Smell"


def line(stated: str) -> str:
    return f"- {TITLE}, {stated} [[Paper](https://arxiv.org/abs/2205.00017)]\n"


@pytest.mark.parametrize(
    ("stated", "venue", "year", "track"),
    [
        ("EMNLP 2022", "ACL", 2023, ""),
        ("ACL 2022", "ACL", 2023, ""),
        ("TPAMI 2020", "TPAMI", 2023, ""),
        ("ICML 2022", "ICML", 2022, "workshop"),
    ],
)
def test_another_venue_another_year_or_a_workshop(
    stated: str, venue: str, year: int, track: str
) -> None:
    known = published(ID, venue, year, title=TITLE, track=track)
    assert len(said(RULE, line(stated), known)) == 1


@pytest.mark.parametrize(
    ("stated", "venue", "year", "track"),
    [
        ("TPAMI 2022", "TPAMI", 2023, ""),  # online first
        ("CVPR 2022", "TPAMI", 2023, ""),  # printed again
        ("ICML Workshop 2022", "NeurIPS", 2022, ""),  # what came of it
        ("ICML 2022", "NeurIPS", 2022, "workshop"),
        ("ICML 2022", "arXiv", 2021, ""),
        ("ICML 2022", "PMLR", 2022, ""),
        ("ICML 2022", "ICML", 2022, ""),
        ("ICML/ICLR 2022", "ACL", 2023, ""),
        ("VLDB 2022", "VLDB", 2023, ""),
        ("arXiv 2022", "ACL", 2023, ""),  # published-since says that
    ],
)
def test_what_both_may_rightly_say_is_no_difference(
    stated: str, venue: str, year: int, track: str
) -> None:
    known = published(ID, venue, year, title=TITLE, track=track)
    assert not said(RULE, line(stated), known)


def test_a_year_alone_changes_alone() -> None:
    known = published(ID, "ACL", 2023, title=TITLE)
    assert mended(RULE, line("ACL'22"), known) == line("ACL'23")


def test_where_the_address_proves_the_venue_the_registry_isnt_heard() -> None:
    text = line("ICML, 2022").replace(
        "arxiv.org/abs/2205.00017", "aclanthology.org/2021.acl-long.7"
    )
    known = published("acl:2021.acl-long.7", "ACL", 2021, title=TITLE)
    assert [each.rule for each in judged("", text, known)] == ["venue-mismatch"]
