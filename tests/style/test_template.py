"""Templates as a maintainer writes them: read, written again, and refused with a remedy."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listlint.style.template import TemplateError, column_name, parse

TEMPLATES = [
    "- {title}, <ins>{venue}, {year}</ins> [[Paper]({paper})] [[Code]({code})]",
    "- {title} [[Paper]({paper})] [[{label}]({url})] …",
    "{number}. **[{title}.]({paper})**\n\n    *{authors}.* {venue}'{year}",
    "**{title}** \\\n*{authors}* \\\n{venue} {year}. [[{label}]({url})] … \\\n{date}",
    "- [{title}]({paper})\n  - {authors}\n  - Keyword: {keyword}\n  - Code: [{label}]({url}) …",
    "**{title}**\n\n- Paper: {paper}\n- Code: {code}",
    "| {date} | {title} | [[pdf]]({paper}) | [[{label}]]({code}) {code-cell} or ⚠️ |",
    "|{title}|{venue}|{year}|[[{label}]({url})] … or - |",
    "### {title} ({venue} {year})\n\n* [Paper]({paper})\n\n**Abstract:** {abstract}",
]


@pytest.mark.parametrize("text", TEMPLATES)
def test_what_is_read_is_written_again(text: str) -> None:
    assert parse(text).text == text
    assert parse(parse(text).text) == parse(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- {titel} [[Paper]({paper})]", "{titel} is no field: did you mean {title}?"),
        ("- {title} {zzz}", "{zzz} is no field: there is title, authors, venue"),
        ("- a title", "names no field: write {title}, and what stands around it"),
        ("", "names no field"),
    ],
)
def test_a_mistake_names_the_nearest_right_word(text: str, said: str) -> None:
    with pytest.raises(TemplateError) as wrong:
        parse(text)
    assert said in str(wrong.value)


def test_a_link_with_a_field_in_its_text_is_an_address() -> None:
    kinds = [(slot.name, slot.kind) for slot in parse("- [{title}]({paper}) [Code]({code})").slots]
    assert kinds == [("title", "field"), ("paper", "address"), ("code", "link")]


def test_a_column_is_called_as_in_its_header_unless_a_field_is() -> None:
    assert column_name("institute") == "institute"
    assert column_name("notes") == "notes-cell"


@given(st.text(alphabet="{}[]()|-*` titlepaper…\n", max_size=60))
def test_nonsense_is_read_or_refused(text: str) -> None:
    try:
        made = parse(text)
    except TemplateError:
        return
    assert made.slots
