"""Entries printed from templates: what is absent takes its marks and separators along."""

from __future__ import annotations

import pytest

from listlint.style.printing import printed
from listlint.style.template import parse
from listlint.style.values import LinkValue, Values
from listlint.style.writing import fitting, values_for

LINE = (
    "- {title}, <ins>{venue}, {year}</ins> [[Paper]({paper})] [[Code]({code})] [[{label}]({url})] …"
)
BLOCK = "**{title}.** \\\n*{authors}* \\\n{venue} {year}. [[Paper]({paper})] \\\n{date}"
ROW = "| {date} | {title} | [[pdf]]({paper}) | [code]({code}) or - |"


def values(links: tuple[str, ...] = (), **fields: str) -> Values:
    kinds = {"Paper": "paper", "pdf": "paper", "Code": "code", "code": "code"}
    return values_for(
        fields, [(each, f"https://{each}.example", kinds.get(each, "other")) for each in links]
    )


@pytest.mark.parametrize(
    ("given", "text"),
    [
        (
            values(("Paper", "Code"), title="Sorting", venue="ACL", year="2022"),
            "- Sorting, <ins>ACL, 2022</ins> [[Paper](https://Paper.example)] [[Code](https://Code.example)]",
        ),
        (
            values(("Page", "Paper"), title="Sorting", year="2022"),
            "- Sorting, <ins>2022</ins> [[Paper](https://Paper.example)] [[Page](https://Page.example)]",
        ),
        (values(title="Sorting", venue="ACL"), "- Sorting, <ins>ACL</ins>"),
        (values(("Code",), title="Sorting"), "- Sorting [[Code](https://Code.example)]"),
    ],
)
def test_a_line(given: Values, text: str) -> None:
    made = printed(parse(LINE), given)
    assert (made.text, made.left) == (text, 0)


def test_a_block_leaves_out_lines_and_full_stops_behind_a_question() -> None:
    made = printed(
        parse(BLOCK),
        values(("Paper",), title="Where Is It?", authors="Ada Almqvist", date="1 May 2024"),
    )
    assert made.text == (
        "**Where Is It?** \\\n*Ada Almqvist* \\\n[[Paper](https://Paper.example)] \\\n1 May 2024"
    )


def test_an_empty_cell_says_what_the_list_says_there() -> None:
    made = printed(parse(ROW), values(("pdf",), title="Sorting", date="2024.05"))
    assert made.text == "| 2024.05 | Sorting | [[pdf]](https://pdf.example) | - |"


def test_what_has_no_place_is_counted() -> None:
    assert printed(parse("- {title}"), values(("Paper",), title="Sorting", venue="ACL")).left == 2


def test_et_al_needs_no_second_full_stop() -> None:
    template = parse("- **{title}**, {authors}. [[pdf]]({pdf})")
    assert (
        "Berg et al. [["
        in printed(template, values(("pdf",), title="T", authors="Berg et al.")).text
    )
    assert "Bo Berg. [[" in printed(template, values(("pdf",), title="T", authors="Bo Berg")).text


def test_values_are_made_to_fit() -> None:
    template = parse("**[{title}]({paper})** ({venue}) [[Code]({code})]")
    given = values(("Paper", "Code"), title="Sorting", venue="ACL", year="2022")
    made = printed(template, fitting(template, given))
    assert (
        made.text
        == "**[Sorting](https://Paper.example)** (ACL 2022) [[Code](https://Code.example)]"
    )
    assert made.left == 0


def test_a_link_without_a_label_is_found_by_what_it_is() -> None:
    link = LinkValue("code", "", "https://c.example", "code")
    made = printed(parse("- {title}\n  - Code: {code}"), Values({"title": ["T"]}, [link], []))
    assert made.text == "- T\n  - Code: https://c.example"
