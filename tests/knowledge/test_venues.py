# ruff: noqa: E501  rows of a table stand in one line
"""Names of venues: who they are, how they are spelt, when they were held."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listlint.knowledge import venues
from listlint.knowledge.rulebook import tables


@pytest.mark.parametrize(
    ("text", "id", "form", "right"),
    [
        ("NeurIPS", "neurips", "name", "NeurIPS"),
        ("Neurips", "neurips", "case", "NeurIPS"),
        ("Arxiv", "arxiv", "case", "arXiv"),
        ("SIGKDD", "kdd", "also", "SIGKDD"),
        ("sigkdd", "kdd", "case", "SIGKDD"),
        ("ACMMM", "acmmm", "case", "ACM MM"),
        ("CoRR", "arxiv", "alias", "arXiv"),
        ("CPVR", "cvpr", "typo", "CVPR"),
        ("NIPS", "neurips", "renamed", "NIPS"),
        ("Nips", "neurips", "renamed", "NIPS"),
        ("International Conference on Machine Learning", "icml", "full", "ICML"),
        ("Proc. VLDB Endow.", "vldb", "long", "VLDB"),
        ("CVPRW", "cvpr", "workshop", "CVPRW"),
        ("IEEE ICRA", "icra", "also", "IEEE ICRA"),
        ("S&P", "sp", "name", "S&P"),
        ("FAT*", "facct", "renamed", "FAT*"),
        ("*SEM", "starsem", "name", "*SEM"),
    ],
)
def test_a_name_is_known_with_its_spelling(text, id, form, right):
    assert venues.match(text)[:3] == (id, form, right)


@pytest.mark.parametrize(
    "text", ["", "…", "EACLX", "Sorting", "FL-ICML", "SEC", "Access", "preprint", "ICLM", "СVPR"]
)
def test_what_is_no_known_name_has_no_venue(text):
    assert venues.match(text) is None


def test_a_name_inside_another_is_not_found():
    assert venues.match("EACL").id == "eacl"
    assert venues.match("ICMLA").id == "icmla"


@pytest.mark.parametrize("text", ["micro", "Micro", "nature", "NATURE", "machine learning", "Chi"])
def test_a_name_that_is_a_word_needs_its_own_case(text):
    assert venues.match(text) is None


def test_a_name_that_is_a_word_says_so():
    assert venues.match("Nature").strict
    assert not venues.match("NeurIPS").strict
    assert not venues.match("Artificial Intelligence (journal)").strict


@pytest.mark.parametrize(
    ("text", "right"), [("lCLR", "ICLR"), ("1CML", "ICML"), ("|CCV", "ICCV"), ("EMN1P", None), ("C0LT", "COLT")]
)  # fmt: skip
def test_letters_that_look_alike_are_seen_through(text, right):
    found = venues.alike(text)
    assert (found and found.right) == right


@pytest.mark.parametrize("text", ["ICML", "icml", "ECAL", "ICMI", "Neurips", "IJCAl2"])
def test_other_letters_are_not_taken_for_alike(text):
    assert venues.alike(text) is None


def test_no_name_looks_like_that_of_another_venue():
    table = tables()["venues"]
    for folded, (id, _) in table["alike"].items():
        held = table["forms"].get(folded)
        assert held is None or held[0] == id


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Interspech", ["Interspeech"]),
        ("SIGGRAPPH", ["SIGGRAPH"]),
        ("Interspeech", []),
        ("ICLM", []),
        ("FooBarBaz", []),
    ],
)
def test_a_long_name_one_letter_off_has_candidates(text, names):
    assert [name for _, name in venues.nearest(text)] == names


def test_a_renamed_venue_knows_until_when():
    assert venues.renamed("nips") == venues.Renamed("NIPS", 2017, "NeurIPS")
    assert venues.renamed("NeurIPS") is None
    assert venues.renamed("Foo") is None


@pytest.mark.parametrize(
    ("id", "year", "was"),
    [
        ("iccv", 2021, True),
        ("iccv", 2022, False),
        ("eccv", 2022, True),
        ("eccv", 2021, False),
        ("iccv", 1980, None),
        ("aaai", 2009, False),
        ("distill", 2023, False),
        ("colm", 2024, True),
        ("mobisys", 2020, None),
        ("nobody", 2020, None),
    ],
)
def test_a_venue_was_held_or_not_or_nobody_knows(id, year, was):
    assert venues.held(id, year) is was


def test_venues_held_together_are_no_mismatch():
    assert venues.joint("acl", "acl")
    assert venues.joint("acl", "ijcnlp")
    assert venues.joint("ijcnlp", "acl")
    assert venues.joint("lrec", "lrec-coling")
    assert venues.joint("aisec", "ccs")
    assert not venues.joint("acl", "emnlp")
    assert not venues.joint("acl", "nobody")


def test_a_venue_is_named_by_its_id():
    assert venues.name_of("neurips") == "NeurIPS"
    assert venues.full_name("icml") == "International Conference on Machine Learning"
    assert venues.kind_of("tpami") == "journal"
    assert (
        venues.name_of("nobody") is venues.full_name("nobody") is venues.kind_of("nobody") is None
    )


@pytest.mark.parametrize("id", sorted(tables()["venues"]["ids"]))
def test_every_name_of_the_table_names_its_venue(id):
    name = venues.name_of(id)
    assert venues.match(name).id == id
    assert venues.read(f"{name} 2020").id == id
    assert venues.read(f"{name} 2020").name == name


@given(st.text(max_size=80))
def test_any_text_may_be_asked(text):
    venues.match(text)
    venues.alike(text)
