"""The small commands: what was read, the catalogue, a rule's page, its examples."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from conftest import Command
from listlint import config
from listlint.rule import all_rules
from made import word_rule

LIST = """## Sorting

### By smell

- Sorting Lists by Smell, <ins>ACL, 2022</ins> [[Paper](https://aclanthology.org/2022.acl-long.7)]
"""


def test_export_prints_an_entry_a_line(listlint: Command, folder: Path) -> None:
    (folder / "README.md").write_text(LIST)
    end = listlint("export", "README.md")
    assert (end.code, end.err) == (0, "")
    assert json.loads(end.out) == {
        "path": "README.md",
        "line": 5,
        "end_line": 5,
        "kind": "paper",
        "title": "Sorting Lists by Smell",
        "authors": None,
        "venue": "ACL",
        "venue_id": "acl",
        "track": None,
        "year": 2022,
        "inherited": [],
        "links": [
            {
                "label": "Paper",
                "url": "https://aclanthology.org/2022.acl-long.7",
                "kind": "paper",
                "id": "acl:2022.acl-long.7",
            }
        ],
        "badges": 0,
        "section": ["Sorting", "By smell"],
        "key": "acl:2022.acl-long.7",
    }


def test_export_goes_on_after_a_file_that_is_missing(listlint: Command, folder: Path) -> None:
    (folder / "README.md").write_text(LIST)
    end = listlint("export", "missing.md", "README.md", "--output", "list.jsonl")
    assert (end.code, end.out) == (2, "")
    assert len(Path("list.jsonl").read_text().splitlines()) == 1


def test_the_catalogue_for_people_and_for_programs(listlint: Command) -> None:
    rules = json.loads(listlint("rules", "--format", "json").out)
    assert [rule["name"] for rule in rules] == [rule.name for rule in all_rules()]
    assert set(rules[0]) == {"name", "group", "level", "summary", "fixable", "online"}
    text = listlint("rules").out
    assert all(f"  {rule['name']} " in text and rule["summary"] in text for rule in rules)


def test_explain_prints_the_page(listlint: Command) -> None:
    told = listlint("explain", "venue-spelling").out
    assert told.startswith("venue-spelling (venues, error")
    assert "```md bad" in told


def test_test_counts_how_examples_did(listlint: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    assert listlint("test", "shared-link").code == 0
    page = "Says so.\n\n```md bad\n- Sorting\n```\n\n```md good\n- Smell\x1b[2J\n```\n"
    odd = word_rule("Smell")._replace(page_text=lambda: page)
    bare = word_rule("x", name="bare")._replace(page_text=lambda: "Says so.")
    monkeypatch.setattr(config, "all_rules", lambda: (odd, bare))
    monkeypatch.setattr(config, "local_rules", lambda: (odd, bare))
    end = listlint("test")
    assert end.code == 1
    assert end.out.splitlines() == [
        "missing    a-rule, line 3 of its page: a finding was due",
        "noisy      a-rule, line 7 of its page: said: says Smell",
        "bare: has no examples",
        "1 missing, 1 noisy",
    ]
