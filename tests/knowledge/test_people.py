"""Whose names a string lists, and what only looks like names."""

from __future__ import annotations

import pytest

from listlint.knowledge.people import is_name, names, people

ONE = """
Ada Berg
A. Berg
A. B. Berg
Ada B. Berg
Berg, A.
Jean-Luc Moreau
Anne O'Neil
Anne O’Neil
Sören Müller
Ludwig van der Berg
Maria de la Cruz
Hiro McAllester
Bo Dorn Jr.
Ada
王明
欧阳明华
Ada Maria Berg Dorn
"""
NONE = """
Deep Networks
Learning to Sort
a survey
sorting lists
GPT
ICML
Stanford University
Glassworks Research
Project Page
Sorting 12 Lists
A Very Long Title of a Paper
茶壶的扩散模型研究
"""
LISTS = """
Ada Berg, Bo Dorn
Ada Berg, Bo Dorn, Carla Castellano
Ada Berg and Bo Dorn
Ada Berg & Bo Dorn
Ada Berg; Bo Dorn
Ada Berg, Bo Dorn, and Carla Castellano
Ada Berg et al.
Ada Berg, Bo Dorn, et al
Ada Berg and others
Ada Berg*, Bo Dorn†, Carla Castellano
Ada Berg1, Bo Dorn2,3
Ada Berg (Glassworks), Bo Dorn (MIT)
Berg, A., Dorn, B., Castellano, C.
Berg A, Dorn B
A. Berg, B. Dorn
王明, 李雷, 韩梅梅, 张伟
王明、李雷、韩梅梅、张伟
Sören Müller, José Tanaka, Zoë Quist
Ludwig van der Berg, Maria de la Cruz
"""
NO_LISTS = """
Sorting Lists by Smell
Learning, Planning, and Acting
Lists, Ladders, and Lanterns by Smell
A Survey of Kettles, Teapots, and Lids
Vision, Language, and Control
code, data, and models
ICML, NeurIPS, ICLR
https://arxiv.org/abs/2203.00001
2021, 2022
,
"""


def rows(text: str) -> list[str]:
    return text.strip().splitlines()


@pytest.mark.parametrize("text", rows(ONE))
def test_a_name(text: str) -> None:
    assert is_name(text.replace(",", ""))


@pytest.mark.parametrize("text", rows(NONE))
def test_no_name(text: str) -> None:
    assert not is_name(text)


@pytest.mark.parametrize("text", rows(LISTS))
def test_a_list_of_names(text: str) -> None:
    assert names(text) >= 2.5


@pytest.mark.parametrize("text", rows(NO_LISTS))
def test_no_list_of_names(text: str) -> None:
    assert names(text) < 2


def test_more_names_are_surer_than_fewer() -> None:
    many = ["Ada Berg", "Bo Dorn", "Carla Castellano", "Dmitri Eklund", "Elin Fabre"]
    sure = [names(", ".join(many[:n])) for n in range(1, 6)]
    assert sure == sorted(sure)
    assert sure[0] < 2.5 < sure[1]


def test_an_odd_word_among_names_makes_it_less_sure_not_impossible() -> None:
    whole = names("Ada Berg, Bo Dorn, Carla Castellano, Dmitri Eklund")
    odd = names("Ada Berg, Bo Dorn, Carla Castellano, the kettle team")
    assert 0 < odd < whole


@pytest.mark.parametrize("text", ["", "et al.", "*", "Ada Berg, " * 1000])
def test_extremes_are_told_too(text: str) -> None:
    assert -6 <= names(text) <= 9


@pytest.mark.parametrize(
    ("text", "each"),
    [
        ("Ada Berg, Bo Dorn and Carla Castellano", ("Ada Berg", "Bo Dorn", "Carla Castellano")),
        ("Ada Berg*, Bo Dorn† et al.", ("Ada Berg", "Bo Dorn")),
        ("A. Berg; B. Dorn", ("A. Berg", "B. Dorn")),
        ("王明、李雷等", ("王明", "李雷")),
        ("", ()),
    ],
)
def test_people_one_by_one(text: str, each: tuple[str, ...]) -> None:
    assert people(text) == each
