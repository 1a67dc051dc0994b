"""What a person sees: findings, their lines with marks below, groups, and the last line."""

from __future__ import annotations

from typing import Any

import pytest

from listlint.finding import Edit, Fix, Related
from listlint.formats import Look
from listlint.formats.text import render
from listlint.lint.gather import lint
from listlint.rule import Rule
from made import entries, papers, word_rule

LINE = (
    "- Sorting Lists by Smell, <ins>ACL, 2022</ins> "
    "[[Paper](https://aclanthology.org/2021.acl-long.7)]\n"
)


def shown(text: str, *rules: Rule, **look: Any) -> str:
    return render([lint(papers(text), rules=rules)], Look(**look))


def test_a_finding_shows_its_place_its_line_and_the_fix() -> None:
    start = LINE.index("ACL") + 2
    fix = Fix("write ACL, 2021", "suggested", (Edit(start, start + 9, "ACL, 2021"),))
    rule = word_rule(
        "ACL, 2022",
        "says ACL 2022, but the link is a paper of ACL 2021: check which is right",
        name="venue-mismatch",
        level="error",
        fix=fix,
    )
    assert shown("\n\n" + LINE, rule) == (
        "README.md:3:32: error venue-mismatch: says ACL 2022, but the link is a paper of ACL 2021:"
        " check which is right\n"
        "    3 | - Sorting Lists by Smell, <ins>ACL, 2022</ins>"
        " [[Paper](https://aclanthology.org/2021.acl-long.7)]\n"
        "      |                                ^^^^^^^^^\n"
        "      = fix: ACL, 2021   (suggested)\n"
        "1 entry read (0 items not understood), 1 finding, 1 fixable;"
        " 1 link not checked (offline)\n"
    )


@pytest.mark.parametrize(
    ("edits", "safety", "line"),
    [
        ([(2, 9, "Weighing")], "safe", "Weighing   (safe)"),
        ([(2, 9, "")], "safe", "drop the word   (safe)"),
        ([(2, 10, "Weighing ")], "safe", "drop the word   (safe)"),
        ([(2, 9, "a\nb")], "suggested", "drop the word   (suggested)"),
        ([(2, 9, "a"), (20, 21, "b")], "safe", "drop the word   (safe)"),
        ([], "shown", "drop the word"),
    ],
)
def test_a_fix_shows_what_will_stand_there_or_says_what_it_does(
    edits: list[tuple[int, int, str]], safety: str, line: str
) -> None:
    fix = Fix("drop the word", safety, tuple(Edit(*edit) for edit in edits))
    assert f"      = fix: {line}\n" in shown(LINE, word_rule("Sorting", fix=fix))


def test_other_places_are_named_and_many_are_counted() -> None:
    related = [Related(2, 9, "also listed here")]
    text = shown(LINE, word_rule("ACL,", related=related))
    assert "      = README.md:1:3: also listed here\n" in text
    text = shown(LINE, word_rule("ACL,", related=related * 5))
    assert text.count("also listed here") == 3
    assert "      = and 2 more places\n" in text


def marked(text: str, word: str, **look: Any) -> list[str]:
    """The line of the snippet and the one with the mark."""
    return shown(text, word_rule(word), **look).splitlines()[1:3]


@pytest.mark.parametrize("before", ["- 排序列表 ", "- ⚡️ 👩‍🔬 ", "- é \u200d", "-\tTab "])
def test_marks_stand_below_what_they_mean_however_wide_it_is_shown(before: str) -> None:
    line, mark = marked(before + "ACL 排\n", "ACL 排")
    from rich.cells import cell_len

    assert cell_len(line[: line.index("ACL")]) == mark.index("^")
    assert mark.count("^") == 6


def test_a_long_line_is_cut_to_a_window_round_the_place() -> None:
    line, mark = marked("- " + "smell " * 100 + "ACL " + "taste " * 100, "ACL")
    assert len(line) <= 120
    assert line[8] == line[-1] == "…"
    assert line[mark.index("^") :].startswith("ACL")
    line, mark = marked("- " + "排序" * 200 + "ACL" + "列表" * 200, "ACL", width=60)
    assert len(line) < 60
    assert "ACL" in line


def test_a_place_longer_than_the_window_is_marked_as_far_as_it_is_seen() -> None:
    line, mark = marked("- " + "smell " * 100 + "end\n", "(smell )+")
    assert len(line) <= 120
    assert set(mark[8:].strip()) == {"^"}
    assert len(mark) <= 120


def test_a_place_of_several_lines_is_marked_to_the_end_of_the_first() -> None:
    line, mark = marked("- Sorting Lists\n  by Smell\n", "Lists\n  by")
    assert line == "    1 | - Sorting Lists"
    assert mark == "      |           ^^^^^"


def test_an_empty_place_has_a_mark_too() -> None:
    assert marked("- Sorting Lists\n", "(?=Lists)")[1] == "      |           ^"


def test_list_text_reaches_no_terminal_raw() -> None:
    hostile = "- \x1b[2JSorting \u202e ##[group]Lists\n"
    text = shown(hostile, word_rule("Lists", "\x1b[2J::error::{word}"))
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "##[" not in text
    line, mark = text.splitlines()[1:3]
    assert line[mark.index("^") :] == "Lists"


def test_ten_alike_are_one_line_with_a_count_and_places() -> None:
    text = shown(entries(12), word_rule("ACL 2022", "write 2022"))
    assert text.splitlines()[0] == (
        "README.md:3:35: warning a-rule: write 2022 (12 alike: also on lines 4, 5, …)"
    )
    assert len(text.splitlines()) == 2
    assert "12 findings" in text
    assert len(shown(entries(9), word_rule("ACL 2022", "write 2022")).splitlines()) == 9 * 3 + 1


def test_notes_are_counted_and_shown_when_asked_for() -> None:
    rule = word_rule("Smell", level="note")
    assert shown(LINE, rule) == (
        "1 entry read (0 items not understood), 0 findings, 0 fixable,"
        " 1 note (--notes shows them); 1 link not checked (offline)\n"
    )
    text = shown(LINE, rule, notes=True)
    assert "README.md:1:20: note a-rule: says Smell\n" in text
    assert text.endswith("1 finding, 0 fixable; 1 link not checked (offline)\n")


def test_quiet_leaves_the_last_line_out() -> None:
    assert shown(LINE, quiet=True) == ""
    assert len(shown(LINE, word_rule("ACL"), quiet=True).splitlines()) == 3


def test_statistics_are_a_line_for_each_rule_and_level() -> None:
    rules = [word_rule("Smell"), word_rule("ACL|Paper", name="other", level="error")]
    assert shown(LINE, *rules, statistics=True).splitlines()[:-1] == [
        "     2  error    other                 0 fixable",
        "     1  warning  a-rule                0 fixable",
    ]


def test_several_lists_have_one_last_line() -> None:
    reports = [lint(papers(entries(2), path), rules=[]) for path in ("a.md", "b.md")]
    assert render(reports, Look()).startswith("4 entries read (0 items not understood) in 2 files")


def test_what_is_past_the_cap_is_counted_in_the_last_line() -> None:
    report = lint(papers(LINE), rules=[])._replace(more=7)
    assert render([report], Look()).endswith("(offline); 7 findings more not listed\n")


FLOOD = (
    word_rule("Sorting", "says so", level="error", name="many-facts"),
    word_rule("Part 7,", "says seven", level="error", name="one-fact"),
    word_rule("ACL", "says {word}", name="venue", fix=Fix("x", "safe", (Edit(0, 0, "x"),))),
)


def test_a_terminal_that_would_be_flooded_gets_facts_first_then_each_rule_in_short() -> None:
    text = shown(entries(40), *FLOOD, terminal=True)
    heads = [line for line in text.splitlines() if not line.startswith("  ") and line]
    assert heads == [
        "README.md:9:27: error one-fact: says seven",
        "many-facts: 40   listlint --select many-facts README.md",
        "README.md:3:3: error many-facts: says so",
        "venue: 40   listlint --select venue README.md",
        "README.md:3:35: warning venue: says ACL",
        "40 of 81 are safe to mend: listlint --fix README.md",
        "40 entries read (0 items not understood), 81 findings, 40 fixable;"
        " 40 links not checked (offline)",
    ]


def test_the_command_that_shows_a_rule_shows_all_of_it() -> None:
    distinct = word_rule(r"Part \d+", "says {word}")
    assert shown(entries(50), distinct, terminal=True).count("says Part") == 50


def test_the_command_quotes_paths_and_asks_for_notes() -> None:
    rules = [word_rule("Sorting", level="note", name="hint"), FLOOD[2]]
    report = lint(papers(entries(40), "my list.md"), rules=rules)
    text = render([report], Look(terminal=True, notes=True))
    assert "hint: 40   listlint --select hint --notes 'my list.md'\n" in text


def test_colours_are_ours_alone() -> None:
    text = shown("- \x1b[31mACL\n", word_rule("ACL"), colour=True)
    assert text.startswith("\x1b[1mREADME.md:1:8\x1b[0m: \x1b[1;33mwarning\x1b[0m")
    assert "\x1b[31m" not in text
    assert "\\u{1b}[31mACL" in text
