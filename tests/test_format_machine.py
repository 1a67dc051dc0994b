"""What programs read: every field of a finding, all levels, harmless."""

from __future__ import annotations

import json
from typing import Any

from listlint import formats
from listlint.finding import Edit, Fix, Related
from listlint.formats import Look
from listlint.lint.gather import lint
from made import papers, word_rule

LINE = "- Sorting Lists by Smell, ACL, 2022 [[Paper](https://arxiv.org/abs/2203.00001)]\n"


def rendered(text: str, name: str, **rule: Any) -> str:
    report = lint(papers(text), rules=[word_rule("ACL, 2022", "says so", **rule)])
    return formats.renderer(name)([report], Look())


def test_the_json_document_holds_files_and_findings() -> None:
    fix = Fix("write ACL, 2021", "suggested", (Edit(26, 35, "ACL, 2021"),))
    text = rendered(LINE, "json", level="note", fix=fix, related=[Related(2, 9, "see here")])
    assert json.loads(text) == {
        "version": 1,
        "files": [{"path": "README.md", "entries": 1, "unread": 0, "unchecked": {"offline": 1}}],
        "findings": [
            {
                "rule": "a-rule",
                "level": "note",
                "path": "README.md",
                "line": 1,
                "column": 27,
                "end_line": 1,
                "end_column": 36,
                "message": "says so",
                "key": "arxiv:2203.00001",
                "alike": "a-rule: says so",
                "entry": {"title": "Sorting Lists by Smell", "line": 1, "end_line": 1},
                "related": [{"path": "README.md", "line": 1, "column": 3, "message": "see here"}],
                "fix": {
                    "title": "write ACL, 2021",
                    "safety": "suggested",
                    "edits": [
                        {
                            "line": 1,
                            "column": 27,
                            "end_line": 1,
                            "end_column": 36,
                            "text": "ACL, 2021",
                        }
                    ],
                },
            }
        ],
    }


def test_what_a_finding_lacks_is_null_or_empty() -> None:
    finding = json.loads(rendered("# ACL, 2022\n", "json"))["findings"][0]
    assert (finding["entry"], finding["related"], finding["fix"]) == (None, [], None)


def test_columns_count_code_points_and_lines_end_at_lf_or_crlf() -> None:
    finding = json.loads(rendered("# a\r\n# 排\u2028👩‍🔬 ACL, 2022\r\n", "json"))["findings"][0]
    assert (finding["line"], finding["column"], finding["end_column"]) == (2, 9, 18)


def test_jsonl_is_one_finding_a_line() -> None:
    lines = rendered(LINE * 2, "jsonl").splitlines()
    assert [json.loads(line)["line"] for line in lines] == [1, 2]


def test_list_text_is_escaped_not_lost() -> None:
    text = rendered("- \u202eSorting ##[group] \x9b Lists 排 ACL, 2022\n", "json")
    assert not {"\u202e", "\x9b"} & set(text)
    assert "##[" not in text
    entry = json.loads(text)["findings"][0]["entry"]
    assert entry is None or "\u202e" in entry["title"] or "排" in entry["title"]


def test_formats_are_found_by_their_files() -> None:
    assert {"json", "jsonl", "text"} <= set(formats.names())
