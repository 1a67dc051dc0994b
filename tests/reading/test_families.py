"""Made lists of every family, and what a reader of each says by hand that stands in it.

`families/NAME.md` is a list of invented papers, `families/NAME.txt` what `listlint export` has to
give for it: written from what the list says, never from what was printed.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from conftest import Command

FAMILIES = Path(__file__).parent / "families"
NAMES = sorted(path.stem for path in FAMILIES.glob("*.md"))


def told(entries: list[dict[str, Any]]) -> Iterator[str]:
    """Entries in the form of the `.txt` files; what an entry lacks isn't mentioned."""
    section = None
    for entry in entries:
        if entry["section"] != section:
            section = entry["section"]
            yield f"## {' > '.join(section)}"
        first, last = entry["line"], entry["end_line"]
        yield f"{first if first == last else f'{first}-{last}'} {entry['kind']} {entry['title']}"
        if entry["authors"]:
            yield f"  authors: {entry['authors']}"
        facts = {name: entry[name] for name in ("venue", "track", "year") if entry[name]}
        facts |= {"above": ", ".join(entry["inherited"])} if entry["inherited"] else {}
        if facts:
            yield "  " + "; ".join(f"{name}: {value}" for name, value in facts.items())
        if entry["links"]:
            yield "  links: " + ", ".join(link["label"] or link["url"] for link in entry["links"])


@pytest.mark.parametrize("name", NAMES)
def test_a_list_is_read_as_a_person_reads_it(name: str, listlint: Command) -> None:
    ended = listlint("export", "--format", "jsonl", str(FAMILIES / f"{name}.md"))
    entries = [json.loads(line) for line in ended.out.splitlines()]
    expected = (FAMILIES / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    assert list(told(entries)) == expected
    assert ended.code == (0 if expected else 2)
