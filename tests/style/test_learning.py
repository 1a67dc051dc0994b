"""Templates learnt from lists of every shape, and what is printed from them."""

from __future__ import annotations

import pytest

from listlint.style import style_of
from listlint.style.learning import Learnt, learn_templates
from listlint.style.writing import place_of, values_for, written
from made import papers


def learnt(text: str) -> list[Learnt]:
    made = papers(text)
    return learn_templates(made, style_of(made).survey)


WORDS = (
    ["Sorting", "Folding", "Mending", "Weighing"],
    ["Lists", "Maps", "Kettles"],
    ["by Smell", "by Touch", "by Ear", "at Night", "by Hand"],
)


def many(form: str, count: int = 12) -> str:
    """Entries of a form; what stands between two ~ stands in every other one."""
    out = []
    for n in range(1, count + 1):
        title = " ".join(words[n % len(words)] for words in WORDS) + f" {n}"
        first, odd, last = (*form.split("~"), "", "")[:3]
        out.append(
            (first + (odd if n % 2 else "") + last).format(
                t=title,
                a=f"arxiv.org/abs/24{n % 12 + 1:02}.0{n:04}",
                c=f"github.com/almqvist/p{n}",
                y=2014 + n % 10,
            )
        )
    return "".join(out)


LINE = many("- {t}, <ins>ACL, {y}</ins> [[Paper](https://{a})]~ [[Code](https://{c})]~\n")
BLOCK = many(
    "**{t}** \\\n*Ada Almqvist, Bo Berg* \\\nICLR {y}. [[Paper](https://{a})]~ [[Code](https://{c})]~\n\n"
)
SUB = many(
    "- [{t}](https://{a})\n  - Ada Almqvist, Bo Berg, Carla Castellano\n  - Code: [official](https://{c})\n"
)
ROWS = "| Title | Venue | Year | Links |\n|---|---|---|---|\n" + many(
    "| {t} | ACL | {y} | [[Paper](https://{a})]~ [[Code](https://{c})]~ |\n"
)


@pytest.mark.parametrize(
    ("text", "template"),
    [
        (
            LINE,
            "- {title}, <ins>{venue}, {year}</ins> [[Paper]({paper})] [[Code]({code})]",
        ),
        (SUB, "- [{title}]({paper})\n  - {authors}\n  - Code: [official]({official})"),
        (ROWS, "| {title} | {venue} | {year} | [[Paper]({paper})] [[Code]({code})] |"),
    ],
)
def test_one_template_writes_the_whole_list(text: str, template: str) -> None:
    (only,) = learnt(text)
    assert only.template.text == template
    assert (only.prints, only.total) == (12, 12)


def test_a_block_of_lines() -> None:
    (only,) = learnt(BLOCK)
    assert only.template.text.startswith(
        "**{title}** \\\n*{authors}* \\\n{venue} {year}. [[Paper]({paper})]"
    )
    assert only.prints == 12


def test_a_second_shape_has_a_template_of_its_own() -> None:
    both = learnt("# A\n\n" + LINE + "\n# B\n\n" + ROWS)
    assert [each.template.row for each in both] == [False, True]


def test_few_entries_teach_nothing() -> None:
    assert not learnt(many("- {t}, ACL {y} [[Paper](https://{a})]\n", 7))


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        (LINE, "- Naming Drawers, <ins>EMNLP, 2024</ins> [[Paper](https://p.example)]"),
        (ROWS, "| Naming Drawers | EMNLP | 2024 | [[Paper](https://p.example)] |"),
        (SUB, "- [Naming Drawers](https://p.example)\n  - Grete Haraldsen"),
    ],
)
def test_a_new_entry_is_written_as_the_others(text: str, entry: str) -> None:
    made = papers(text)
    fields = {"title": "Naming Drawers", "venue": "EMNLP", "year": "2024"}
    if text is SUB:
        fields = {"title": "Naming Drawers", "authors": "Grete Haraldsen"}
    given = values_for(fields, [("Paper", "https://p.example", "paper")])
    assert written(made, place_of(made, None, 3), given) == entry
