"""A plain run of words falls into the parts that a reader hears; ` / ` stands between them here."""

from __future__ import annotations

import pytest

from listlint.knowledge.vocabulary import EMPTY
from listlint.reading.splits import split

TITLE_FIRST = """
Sorting Lists by Smell
Sorting Lists by Smell / ACL 2022
Sorting Lists by Smell / NeurIPS, 2022
Sorting Lists by Smell / Ada Berg, Bo Dorn / ACL 2022
Sorting Lists by Smell / Ada Berg and Bo Dorn / 2022
Sorting Lists by Smell / Ada Berg, Bo Dorn, Carla Castellano et al. / ACL 2022 Oral
Weighing Lanterns, Bridges, and Maps / ICML 2021
Do Ladders Dream? / Ada Berg, Bo Dorn / ICLR 2024
FedKettle: Learning under Drift / Elin Fabre, Farid Gupta / arXiv 2023
Counting from 2 to 1000
St. Elmo's Fire: Plasma Models vs. Lightning / PRL 2020
Semi-supervised kettles, revisited / KDD 2019
Sorting (Very) Long Lists / ACL 2022
Sorting Lists in 2020
"""
NAMES_FIRST = """
Ada Berg, Bo Dorn / Sorting Lists by Smell / ACL 2022
Ada Berg, Bo Dorn, Carla Castellano / Sorting Lists by Smell
Berg, A., Dorn, B. / Sorting lists by smell / 2022
Ada Berg et al. / Sorting Lists by Smell / ICML, 2021
"""
BEHIND_A_TITLE = """
Ada Berg, Bo Dorn / ACL 2022
Ada Berg, Bo Dorn / ACL 2022 Oral
Glassworks / ICRA 2023
ICLR, May 2023
MyKettleConf 2021
Sören Müller, José Tanaka / Nature Communications 2024
"""
AS_WRITTEN = {
    "[ACL 2022] Sorting Lists by Smell": ["ACL 2022", "Sorting Lists by Smell"],
    "(ACL 2022) Sorting Lists by Smell": ["ACL 2022", "Sorting Lists by Smell"],
    "【ACL 2022】Sorting Lists by Smell": ["ACL 2022", "Sorting Lists by Smell"],
    "Sorting Lists by Smell (ACL 2022)": ["Sorting Lists by Smell", "ACL 2022"],
    "Sorting Lists by Smell (ACL, Oral) (2022)": ["Sorting Lists by Smell", "ACL, Oral", "2022"],
    "Sorting Lists by Smell [Ada Berg, Bo Dorn] [ACL 2022]": [
        "Sorting Lists by Smell",
        "Ada Berg, Bo Dorn",
        "ACL 2022",
    ],
    "Sorting Lists by Smell (Nose)": ["Sorting Lists by Smell", "Nose"],
    "Sorting Lists by Smell ACL 2022": ["Sorting Lists by Smell", "ACL 2022"],
    '"Sorting Lists by Smell", Ada Berg, Bo Dorn, ACL 2022': [
        "Sorting Lists by Smell",
        "Ada Berg, Bo Dorn",
        "ACL 2022",
    ],
    'Ada Berg, Bo Dorn. "Sorting Lists by Smell." ACL 2022.': [
        "Ada Berg, Bo Dorn",
        "Sorting Lists by Smell",
        "ACL 2022",
    ],
    "“Sorting Lists by Smell” ACL 2022": ["Sorting Lists by Smell", "ACL 2022"],
    "Berg A, Dorn B. Sorting lists by smell. ACL 2022": [
        "Berg A, Dorn B",
        "Sorting lists by smell",
        "ACL 2022",
    ],
    "Sorting (Very Long Lists": ["Sorting (Very Long Lists"],
    "Sorting Lists () by Smell": ["Sorting Lists () by Smell"],
    'Sorting 12" Lists by Smell': ['Sorting 12" Lists by Smell'],
    "": [],
    " ., - |": [],
}


def said(text: str, titled: bool) -> list[str]:
    edges = " .,-|;"
    return [text[p.start : p.end].strip(edges) for p in split(text, EMPTY, titled)]


def joined(row: str, comma: str, stop: str) -> tuple[str, list[str]]:
    """A row with its parts set together again, and the parts."""
    parts = row.split(" / ")
    text = parts[0]
    for part in parts[1:]:
        text += (" " if text[-1] in ".?!" else stop) + part
        stop = comma
    return text, [part.strip(" .") for part in parts]


@pytest.mark.parametrize("row", TITLE_FIRST.strip().splitlines())
@pytest.mark.parametrize(
    ("stop", "comma"), [(". ", ". "), (". ", ", "), (", ", ", "), (" | ", " | ")]
)
def test_title_first(row: str, stop: str, comma: str) -> None:
    text, parts = joined(row, comma, stop)
    assert said(text, titled=False) == parts


@pytest.mark.parametrize("row", NAMES_FIRST.strip().splitlines())
def test_names_first(row: str) -> None:
    text, parts = joined(row, ". ", ". ")
    assert said(text, titled=False) == parts


@pytest.mark.parametrize("row", BEHIND_A_TITLE.strip().splitlines())
@pytest.mark.parametrize("comma", [", ", ". ", " - "])
def test_behind_a_marked_title(row: str, comma: str) -> None:
    text, parts = joined(row, comma, comma)
    assert said(text, titled=True) == parts


@pytest.mark.parametrize("text", AS_WRITTEN)
def test_brackets_and_quotation_marks(text: str) -> None:
    assert said(text, titled=False) == AS_WRITTEN[text]


@pytest.mark.parametrize("word", ["by", "By"])
def test_by_is_no_name(word: str) -> None:
    assert said(f"{word} Ada Berg, Bo Dorn. ACL 2022", titled=True) == [
        "Ada Berg, Bo Dorn",
        "ACL 2022",
    ]
