"""``listlint place`` and ``listlint venues`` as a user has them."""

from __future__ import annotations

import json
from pathlib import Path

from conftest import Command

LIST = """# Kettles and Socks

## Kettles

- Whistle Detection for Kettles, CVPR 2022
- Listening to Kettles in Noisy Kitchens, CVPR 2023
- Mending Teapot Lids, ICML 2021
- Steam Maps of Kettles, NeurlPS 2022
- Pouring from Teapots, arXiv 2022

## Socks

- Sorting Socks by Smell, ICML 2022
- Pairing Odd Socks, ICML 2023
- Socks in Drawers, Journal of Odd Socks 2020
- Where Socks Go, ICML 2021
- Merging Drawers of Socks
"""


def test_sections_are_ranked_with_reasons(listlint: Command, folder: Path) -> None:
    (folder / "README.md").write_text(LIST)
    ended = listlint("place", "README.md", "Counting Kettles by Whistle")
    first, *rest = ended.out.splitlines()
    assert ended.code == 0
    assert first.startswith("1. Kettles and Socks / Kettles (5 entries): ") or first.startswith(
        "1. Kettles (5 entries): "
    )
    assert "`kettles`" in first
    assert any("line 5: Whistle Detection for Kettles" in each for each in rest)


def test_what_fits_nowhere_is_told_with_what_is_missing(listlint: Command, folder: Path) -> None:
    (folder / "README.md").write_text(LIST)
    ended = listlint("place", "README.md", "Folding Umbrellas")
    assert "no section fits" in ended.out
    assert "`folding`, `umbrellas`" in ended.out


def test_a_paper_that_stands_there_already(listlint: Command, folder: Path) -> None:
    (folder / "README.md").write_text(LIST)
    ended = listlint("place", "README.md", "pairing odd socks")
    assert ended.out.startswith("already on line 14, in Socks\n1. ")


def test_too_little_to_learn_from(listlint: Command, folder: Path) -> None:
    (folder / "README.md").write_text(LIST.split("## Socks")[0])
    ended = listlint("place", "README.md", "Odd Socks")
    assert (ended.code, ended.out.count("\n")) == (0, 1)
    assert "too few sections" in ended.out


def test_wrong_use_of_place(listlint: Command, folder: Path) -> None:
    (folder / "README.md").write_text(LIST)
    (folder / "empty.md").write_text("")
    for words in (("README.md",), ("README.md", " "), ("none.md", "Socks"), (".", "Socks")):
        ended = listlint("place", *words)
        assert (ended.code, ended.out) == (2, "")
        assert ended.err.count("\n") == 1
    assert listlint("place", "empty.md", "Socks").code == 2
    assert listlint("place", "-", "Odd Socks", stdin=LIST.encode()).code == 0


def test_every_form_of_a_venue_with_how_it_was_understood(listlint: Command, folder: Path) -> None:
    (folder / "README.md").write_text(LIST)
    ended = listlint("venues", "README.md")
    head, first, *rest = ended.out.splitlines()
    assert head == "README.md: 5 forms; 1 entries without a venue"
    assert first.split() == ["4", "ICML", "ICML"]
    assert any(each.split() == ["1", "NeurlPS", "NeurIPS,", "misspelt"] for each in rest)
    assert any("Journal of Odd Socks" in each and "unknown" in each for each in rest)


def test_venues_as_data(listlint: Command, folder: Path) -> None:
    (folder / "README.md").write_text(LIST)
    ended = listlint("venues", "--format", "jsonl")
    first = json.loads(ended.out.splitlines()[0])
    assert first == {
        "path": "README.md",
        "name": "ICML",
        "venue_id": "icml",
        "form": "name",
        "count": 4,
        "inherited": 0,
    }
