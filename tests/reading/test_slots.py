"""Which venue an entry states, where its slot says more than a venue."""

from __future__ import annotations

import pytest

from made import entries, papers

ODD = [
    ("Bioinformatics (2024): btae618", "bioinformatics", 2024),
    ("PNAS(2023),e220797412", "pnas", 2023),
]


@pytest.mark.parametrize(("slot", "id", "year"), ODD)
def test_a_known_name_is_known_whatever_stands_behind_its_year(
    slot: str, id: str, year: int
) -> None:
    rows = "".join(f"| Counting {n} Umbrellas in the Dark | ICML 2023 |\n" for n in range(9))
    table = f"| Title | Venue |\n|---|---|\n{rows}| Sorting Lists by Smell | {slot} |\n"
    (*_, last) = papers(table).entries
    assert last.venue is not None
    assert (last.venue.id, last.year) == (id, year)


def test_a_link_to_data_of_an_event_is_no_venue() -> None:
    link = "[[WMT-16](https://huggingface.co/datasets/wmt/wmt16)]"
    paper = "- Sorting Lists by Smell [[Paper](https://arxiv.org/abs/2401.00017)]"
    (*_, last) = papers(f"{entries(12)}{paper} {link}\n").entries
    assert last.title == "Sorting Lists by Smell"
    assert last.venue is None
    assert len(last.links) == 2
