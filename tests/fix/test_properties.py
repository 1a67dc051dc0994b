"""What holds of mending whatever the list: nothing but what fixes declare differs, and it ends."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from fix.planted import again, mended, replacing, reported, text_of
from listlint.finding import SAFE, SUGGESTED, Finding
from listlint.fix.patch import patch
from listlint.paperlist import PaperList
from listlint.rule import all_rules
from listlint.source import Source
from reading.test_properties import lists

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))
import invented
from families import FAMILIES
from witness import differences

FAULTS = (
    (r"\]\(http", "] (http"),
    (r"\]\(http", "](htps"),
    (r"\)\]", "]"),
    (r"NeurIPS|ICML|CVPR", "NeurlPS"),
    (r"arXiv", "Arxiv"),
    (r", ", ",  "),
    (r"\[\[Paper\]", "[[paper]"),
    (r"$", "  "),
    (r"$", " "),
    (r"^- ", "* "),
    (r"/abs/", "//abs/"),
    (r"(.*)", r"\1\n\1"),
    (r"\[Code\]\([^)]*\)", "[Code]()"),
    (r"(?<=\))(?=.*$)", ")"),
)


def damaged(text: str, faults: list[tuple[int, int]]) -> str:
    """An invented list with a fault planted on some lines."""
    lines = text.split("\n")
    rows = [n for n, line in enumerate(lines) if "http" in line] or [0]
    for row, fault in faults:
        n = rows[row % len(rows)]
        pattern, new = FAULTS[fault % len(FAULTS)]
        lines[n] = re.sub(pattern, new, lines[n], count=1)
    return "\n".join(lines)


faults = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=12)
families = st.lists(st.sampled_from(sorted(FAMILIES)), max_size=2)
tidy = st.builds(
    lambda seed, only: invented.write(seed, 40, only, section=12).text,
    st.integers(0, 10_000),
    families,
)
faulty = st.builds(damaged, tidy, faults)
floors = st.sampled_from((SAFE, SUGGESTED))
steady = settings(deadline=None, max_examples=25)  # the first reading loads tables


def witnessed(text: str, floor: str, **more: Any) -> tuple[str, list[str]]:
    """The mended text, and what a witness saw that no fix had declared."""
    seen: list[str] = []

    def watch(before: PaperList, made: list[Finding], after: PaperList) -> None:
        seen.extend(differences(before, made, after))

    done = mended(text, floor=floor, watch=watch, **more)
    return text_of(done), seen


@steady
@given(st.one_of(faulty, lists), floors)
def test_nothing_differs_but_where_it_is_declared(text: str, floor: str) -> None:
    _, seen = witnessed(text, floor)
    assert seen == []


@steady
@given(st.one_of(faulty, lists), floors)
def test_a_second_run_changes_nothing(text: str, floor: str) -> None:
    once = text_of(mended(text, floor=floor))
    assert text_of(mended(once, floor=floor)) == once


@steady
@given(faulty, floors)
def test_line_ends_of_windows_stay_and_change_nothing_else(text: str, floor: str) -> None:
    there = text_of(mended(text.replace("\n", "\r\n"), floor=floor))
    assert there == text_of(mended(text, floor=floor)).replace("\n", "\r\n")


@steady
@given(faulty)
def test_what_is_reported_at_last_is_what_a_fresh_check_reports(text: str) -> None:
    done = mended(text)
    assert done.report.findings == reported(text_of(done)).findings


HARMFUL = (
    replacing(r"(?<=[a-z]) by (?=Smell)", " beside ", name="harmful"),
    replacing(r"arxiv\.org/abs/(?=2)", "arxiv.org/abs/1", name="harmful"),
    replacing(r"\n- (?=[A-Z]{2})", "\n<!-- -->", name="harmful"),
    replacing(r"\n## (?=[A-L])", "\n### ", name="harmful"),
    replacing(r"\n- (?=[D-F])", "\n\n## - ", name="harmful"),
)


@steady
@given(faulty, st.sampled_from(HARMFUL))
def test_a_harmful_fix_is_taken_back_and_the_others_stay(text: str, harmful: Any) -> None:
    alone, _ = witnessed(text, SUGGESTED)
    together = mended(text, [*all_rules(), harmful])
    assert {each.finding.rule for each in together.taken_back} <= {"harmful"}
    before, after = again(Source(text_of(together))), again(Source(alone))
    assert [e.title for e in before.entries] == [e.title for e in after.entries]
    assert [s.path for s in before.sections] == [s.path for s in after.sections]
    assert [e.links for e in before.entries] == [e.links for e in after.entries]


@steady
@given(tidy, faults)
def test_a_patch_turns_one_text_into_the_other(text: str, planted: list[tuple[int, int]]) -> None:
    there = damaged(text, planted)
    assert applied(text, patch("README.md", text, there)) == there


def applied(text: str, said: str) -> str:
    """The text with a patch applied, by the book and by nobody's library."""
    old = text.split("\n")
    new: list[str] = []
    at = 0
    lines = said.split("\n")[2:-1] if said else []
    for line in lines:
        if match := re.match(r"@@ -(\d+),(\d+) ", line):
            start = int(match[1]) - (match[2] != "0")
            new += old[at:start]
            at = start
        elif line[0] == "+":
            new.append(line[1:])
        elif line[0] in " -":
            assert old[at] == line[1:]
            new += [line[1:]] * (line[0] == " ")
            at += 1
    return "\n".join(new + old[at:])
