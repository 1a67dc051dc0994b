"""Which venue an entry states, where its slot says more than a venue."""

from __future__ import annotations

import pytest

from made import papers

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
