"""Lists as data: CSV for spreadsheets, BibTeX and CSL-JSON for reference managers."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import bibtexparser
import pytest
from bibtexparser.middlewares import LatexDecodingMiddleware
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from conftest import Command
from listlint.formats.data import names, renderer
from listlint.formats.data._record import named
from made import papers

LIST = """# Sorting

## By smell

- **BERTa Sorts: 100% of _All_ Lists & More**, Jöran Ünal, Ada Quill et al., ACL 2022 \
[[Paper](https://aclanthology.org/2022.acl-long.7)] [[Code](https://github.com/doe/sort)]
- **Nets that Fold Socks**, Roe Vane, Ada Quill, NeurIPS Workshop 2023 \
[[Paper](https://arxiv.org/abs/2311.00014)]
- **On the Weight of Towels in Drawers**, Ada Quill, Roe Vane, JMLR 2021 \
[[Paper](https://doi.org/10.1234/towels.7)]

## CVPR 2024

- **Looking for Shelves in the Dark** [[Paper](https://arxiv.org/abs/2402.00011)]
- **Looking for Drawers in the Dark** [[Paper](https://arxiv.org/abs/2402.00012)]
"""

TEXTS = "title container-title DOI URL archive archive_location keyword".split()
# What the schema of CSL 1.0.2's input data says of the fields that are used.
ITEM: dict[str, Any] = {
    "type": "object",
    "required": ["type", "id"],
    "additionalProperties": False,
    "properties": {
        "id": {"type": ["string", "number"]},
        "type": {"enum": "article article-journal paper-conference document webpage".split()},
        **{name: {"type": "string"} for name in TEXTS},
        "author": {
            "type": "array",
            "items": {
                "type": "object",
                "additionalProperties": False,
                "properties": {name: {"type": "string"} for name in ("family", "given", "literal")},
            },
        },
        "issued": {
            "type": "object",
            "additionalProperties": False,
            "properties": {
                "date-parts": {
                    "type": "array",
                    "minItems": 1,
                    "maxItems": 2,
                    "items": {
                        "type": "array",
                        "minItems": 1,
                        "maxItems": 3,
                        "items": {"type": ["string", "number"]},
                    },
                }
            },
        },
    },
}
CSL = Draft7Validator({"type": "array", "items": ITEM})


def exported(listlint: Command, format: str, text: str = LIST) -> str:
    end = listlint("export", "-", "--format", format, stdin=text.encode())
    assert (end.code, end.err) == (0, "")
    return end.out


def in_bibtex(text: str) -> list[bibtexparser.model.Entry]:
    parsed = bibtexparser.parse_string(text, append_middleware=[LatexDecodingMiddleware()])
    assert parsed.failed_blocks == []
    return parsed.entries


def test_the_formats_that_there_are() -> None:
    assert names() == ["bibtex", "csl-json", "csv", "jsonl"]


def test_bibtex_says_what_the_entry_says(listlint: Command) -> None:
    first, second, third, *_ = in_bibtex(exported(listlint, "bibtex"))
    assert (first.entry_type, first.key) == ("inproceedings", "acl:2022.acl-long.7")
    title = first["title"].replace("{", "").replace("}", "")
    assert title == "BERTa Sorts: 100% of All Lists & More"
    assert first["author"] == "Jöran Ünal and Ada Quill and others"
    assert (first["booktitle"], first["year"]) == ("ACL", "2022")
    assert first["url"] == "https://aclanthology.org/2022.acl-long.7"
    assert second["booktitle"] == "NeurIPS Workshop"
    assert (second["eprint"], second["archiveprefix"]) == ("2311.00014", "arXiv")
    assert (third.entry_type, third["journal"]) == ("article", "JMLR")
    assert third["doi"] == "10.1234/towels.7"


def test_words_with_capitals_inside_are_held_and_signs_of_latex_are_written_out(
    listlint: Command,
) -> None:
    text = exported(listlint, "bibtex")
    assert r"title = {{BERTa} Sorts: 100{\%} of All Lists {\&} More}" in text
    assert r"author = {J{\"o}ran {\"U}nal and Ada Quill and others}" in text


def test_what_only_a_heading_states_is_left_out(listlint: Command) -> None:
    entry = in_bibtex(exported(listlint, "bibtex"))[3]
    assert entry.entry_type == "misc"
    assert {"year", "booktitle", "author"}.isdisjoint(entry.fields_dict)
    item = json.loads(exported(listlint, "csl-json"))[3]
    assert {"issued", "container-title", "author"}.isdisjoint(item)
    row = list(csv.DictReader(io.StringIO(exported(listlint, "csv"))))[3]
    assert (row["venue"], row["year"], row["section"]) == ("", "", "CVPR 2024")


def test_csl_json_is_what_its_schema_allows(listlint: Command) -> None:
    items = json.loads(exported(listlint, "csl-json"))
    assert list(CSL.iter_errors(items)) == []
    assert items[0] == {
        "id": "acl:2022.acl-long.7",
        "type": "paper-conference",
        "title": "BERTa Sorts: 100% of All Lists & More",
        "author": [{"literal": "Jöran Ünal"}, {"literal": "Ada Quill"}, {"literal": "others"}],
        "container-title": "ACL",
        "issued": {"date-parts": [[2022]]},
        "URL": "https://aclanthology.org/2022.acl-long.7",
        "keyword": "By smell",
    }


def test_csv_has_a_row_an_entry(listlint: Command) -> None:
    rows = list(csv.DictReader(io.StringIO(exported(listlint, "csv"))))
    assert len(rows) == 5
    assert rows[0]["authors"] == "Jöran Ünal; Ada Quill; et al."
    assert rows[0]["code"] == "https://github.com/doe/sort"


def test_no_cell_is_a_formula(listlint: Command) -> None:
    text = LIST.replace("Nets that Fold", "=cmd\\|' /C calc'!A0 Fold")
    rows = list(csv.DictReader(io.StringIO(exported(listlint, "csv", text))))
    assert rows[1]["title"].startswith("'=cmd")


def test_keys_stay_when_others_are_added_and_differ_from_one_another() -> None:
    twice = LIST.replace("## CVPR 2024", "- **Nets that Fold Socks** [[A](https://a.example)]")
    titled = "- **Ünïque Lists of Nothing at All**, ACL 2021\n- **排序列表的研究方法**, ACL 2021\n"
    keys = [e.key for e in in_bibtex(renderer("bibtex")([papers(twice + "\n" + titled)]))]
    assert len({key.lower() for key in keys}) == len(keys)
    before = [e.key for e in in_bibtex(renderer("bibtex")([papers(LIST)]))]
    assert set(before) <= set(keys)
    two = renderer("bibtex")([papers(LIST), papers(LIST)])
    assert [e.key for e in in_bibtex(two)][5:] == [f"{key}-2" for key in before]


def test_latex_in_a_title_is_shown_and_never_run() -> None:
    text = LIST.replace("Nets that", r"Nets \input{/etc/passwd} $x$ \} that")
    made = renderer("bibtex")([papers(text)])
    assert r"\input" not in made
    assert len(in_bibtex(made)) == 5


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (None, ((), False)),
        ("Jane Doe, Rosa Roe", (("Jane Doe", "Rosa Roe"), False)),
        ("Jane Doe et al.", (("Jane Doe",), True)),
        ("Doe, J., Roe, R. Q.", (("Doe, J.", "Roe, R. Q."), False)),
        ("the people of a very long project", (("the people of a very long project",), False)),
    ],
)
def test_authors_one_by_one(written: str | None, told: object) -> None:
    assert named(written) == told


@given(st.text(alphabet=st.sampled_from("ab {}\\\"$%&#_^~,@='\n|中é–"), min_size=1, max_size=40))
def test_whatever_a_title_holds_it_parses_again(title: str) -> None:
    made = papers(f"- **{title}**, ACL 2022 [[Paper](https://arxiv.org/abs/2203.00001)]\n")
    parsed = in_bibtex(renderer("bibtex")([made]))
    assert len(parsed) == len(made.entries)
