"""The benchmarks' own parts: invented lists say what stands in them, disguises change nothing else."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "benchmarks"))

import families
import invented


def test_one_seed_gives_one_list() -> None:
    assert invented.write(3, 120) == invented.write(3, 120)
    assert invented.write(3, 120).text != invented.write(4, 120).text


@pytest.mark.parametrize("family", families.FAMILIES)
def test_an_invented_list_says_where_its_papers_stand(family: str) -> None:
    made = invented.write(5, 60, [family])
    lines = made.text.split("\n")
    assert len(made.records) == 60
    for record in made.records:
        entry = "\n".join(lines[record["line"] - 1 : record["end_line"]])
        assert record["title"] in entry
        assert record["venue"] is None or record["venue"] in entry
        assert all(link["url"] in entry for link in record["links"])


def test_no_two_invented_papers_share_a_title() -> None:
    titles = [record["title"] for record in invented.write(1, 3000).records]
    assert len(set(titles)) == len(titles)
