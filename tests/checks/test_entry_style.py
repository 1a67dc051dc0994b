"""What stands between two fields: what is said, what is left alone, and what mending does."""

from __future__ import annotations

import pytest

from listlint.checks import entry_style
from listlint.errors import UserError
from listlint.facts import EMPTY
from listlint.finding import Finding, apply
from listlint.paperlist import Pinned
from listlint.rule import NoOptions
from made import papers

FORM = "- {t}, <ins>{v}, {y}</ins> [[Paper](https://arxiv.org/abs/{a})]\n"
BLOCK = "**{t}** \\\n*Ada Almqvist, Bo Berg* \\\n{v} {y}. [[Paper](https://arxiv.org/abs/{a})]\n\n"
TITLES = "Sorting Lists by Smell|Folding Maps in Rain|Mending Kettles|Weighing Noisy Ladders".split(
    "|"
)


def entry(n: int, form: str = FORM) -> str:
    title = f"{TITLES[n % 4]} {n}"
    venue = ["ACL", "ICML", "NeurIPS"][n % 3]
    return form.format(t=title, v=venue, y=2018 + n % 6, a=f"2{n % 5}0{n % 9 + 1}.0{n:04}")


def many(count: int = 20, form: str = FORM, first: int = 1) -> str:
    return "".join(entry(n, form) for n in range(first, first + count))


def found(text: str, pinned: Pinned | None = None) -> list[Finding]:
    made = papers(text)._replace(pinned=pinned)
    return list(entry_style.check(made, EMPTY, NoOptions()))


def mended(text: str, pinned: Pinned | None = None) -> str:
    return apply(text, [e for f in found(text, pinned) if f.fix for e in f.fix.edits])


@pytest.mark.parametrize(
    "form",
    [
        FORM.replace(", <ins>", " <ins>"),
        FORM.replace(", {y}", " {y}"),
        FORM.replace("</ins> ", "</ins>"),
        FORM.replace("- {t}", "-  {t}"),
        FORM.replace("<ins>", "").replace("</ins>", ""),
        FORM.replace("</ins> [", "</ins>. ["),
        FORM.replace(")]", ")]."),
    ],
)
def test_what_differs_is_said_and_mended(form: str) -> None:
    text = many() + entry(30, form)
    (finding,) = found(text)
    assert finding.fix is not None
    assert finding.fix.safety == "safe"
    assert mended(text) == many() + entry(30)


@pytest.mark.parametrize(
    "form",
    [
        FORM.replace("{v},", "{v} Workshop,"),
        FORM.replace(")]", ")] (best paper)"),
        FORM.replace(")]", ")] :fire:"),
        FORM.replace(")]", ")] <!-- listlint: ignore spacing -->"),
        FORM.replace("{t}, ", "{t}? "),
        FORM.replace("<ins>{v}, {y}</ins>", "<ins>{v}, {y}</ins>/<ins>arXiv, {y}</ins>"),
    ],
)
def test_notes_tracks_and_questions_are_no_deviation(form: str) -> None:
    assert not found(many() + entry(30, form))


def test_a_section_with_a_way_of_its_own_is_left_alone() -> None:
    other = FORM.replace(", <ins>", " <ins>")
    assert not found("## A\n\n" + many(80) + "\n## B\n\n" + many(7, other, first=100))


def test_what_eight_entries_write_is_a_second_habit() -> None:
    other = FORM.replace("</ins> ", "</ins>, ")
    mixed = "".join(entry(n, other if n % 12 == 0 else FORM) for n in range(1, 121))
    assert not found(mixed)


def test_few_entries_have_no_habit() -> None:
    assert not found(many(6) + entry(30, FORM.replace(", <ins>", " <ins>")))


def test_often_is_a_remark_once_a_warning() -> None:
    other = FORM.replace("</ins> ", "</ins>")
    once = found(many(40) + entry(50, other))
    often = found(many(60) + "".join(entry(n, other) for n in (71, 72, 73, 74)))
    assert [each.level for each in once] == ["warning"]
    assert {each.level for each in often} == {"note"}


def test_blanks_before_a_break_are_a_remark() -> None:
    (finding,) = found(many(20, BLOCK) + entry(30, BLOCK.replace("** \\", "**\\")))
    assert finding.level == "note"


def test_a_break_that_is_none_any_more_is_said() -> None:
    text = many(20, BLOCK) + entry(30, BLOCK.replace("Berg* \\\n", "Berg* \\ \n"))
    assert mended(text) == many(20, BLOCK) + entry(30, BLOCK)


def test_a_title_that_lost_its_bold_is_set_in_bold_again() -> None:
    form = "- [**{t}**](https://arxiv.org/abs/{a}), {v} {y}\n"
    text = many(20, form) + entry(30, form.replace("**", ""))
    assert mended(text) == many(20, form) + entry(30, form)


def test_padding_of_cells_is_never_style() -> None:
    head = "| Title | Venue | Year | Link |\n|---|---|---|---|\n"
    row = "| {t} | {v} | {y} | [[Paper](https://arxiv.org/abs/{a})] |\n"
    assert not found(head + many(20, row) + entry(30, row.replace(" | ", "|")))


def test_a_date_in_another_form() -> None:
    form = "- {t}, {v} ({y}.05) [[Paper](https://arxiv.org/abs/{a})]\n"
    text = many(20, form) + entry(30, form.replace("{y}.05", "May {y}"))
    assert not [each for each in found(text) if "written" in each.message]  # May says nothing
    slip = f"{BLOCK[:-2]} \\\n1 Feb {{y}}\n\n"
    text = many(20, slip) + entry(30, slip.replace("Feb", "FEb"))
    assert mended(text) == many(20, slip) + entry(30, slip)


def test_habits_are_the_base_s_own() -> None:
    base, added = (
        many(20),
        "".join(entry(n, FORM.replace(", <ins>", " <ins>")) for n in range(30, 90)),
    )
    head = papers(base + added)._replace(before=papers(base))
    said = list(entry_style.check(head, EMPTY, NoOptions()))
    assert not said or all("`, <ins>`" in each.message for each in said)


def test_a_pinned_style_is_obeyed_instead_of_the_vote() -> None:
    pinned = Pinned(("- {title} ({venue} {year}) [[Paper]({paper})]",))
    text = many(3)
    assert mended(text, pinned) == many(3, "- {t} ({v} {y}) [[Paper](https://arxiv.org/abs/{a})]\n")


def test_a_pinned_style_that_no_entry_fits_is_said_with_the_list_s_own() -> None:
    with pytest.raises(UserError, match=r"no entry of README.md is written so: its own way"):
        found(many(), Pinned(("| {title} | {venue} |",), where=".listlint.yml"))


def test_a_blank_between_two_links_is_never_too_many() -> None:
    joined = FORM.replace(")]", ")][[Code](https://github.com/almqvist/{a})]")
    text = many(form=joined) + entry(30, joined.replace(")][[", ")] [["))
    assert found(text) == []


def test_a_title_that_is_read_with_its_quotation_marks_lacks_none() -> None:
    quoted = FORM.replace("{t}", '"{t}"')
    text = many(form=quoted) + quoted.format(t="Sort It", v="ACL", y=2022, a="2201.00031")
    assert found(text) == []


def test_lines_that_hang_on_a_mark_make_its_fix_a_suggestion() -> None:
    form = FORM.rstrip("\n") + "\n  - Ada Almqvist, Bo Berg\n"
    (finding,) = found(many(form=form) + entry(30, form.replace("- {t}", "-  {t}", 1)))
    assert finding.fix is not None
    assert finding.fix.safety == "suggested"


def test_a_line_that_is_joined_leaves_no_indent_behind() -> None:
    form = "- {t} <br> {v} {y} [[Paper](https://arxiv.org/abs/{a})]\n"
    text = many(form=form) + entry(30, form.replace(" <br> ", "\n\n  "))
    assert mended(text) == many(form=form) + entry(30, form)
