"""Contents beside headings: what GitHub finds, what is said, and what mending makes of it."""

from __future__ import annotations

import pytest

from listlint.checks import toc_drift
from listlint.facts import EMPTY
from listlint.finding import Finding, apply
from listlint.rule import NoOptions
from made import papers


def found(text: str) -> list[Finding]:
    return list(toc_drift.check(papers(text), EMPTY, NoOptions()))


def entry(number: int) -> str:
    return (
        f"- Sorting {number} Lists by Smell, ICLR 2024 "
        f"[[Paper](https://arxiv.org/abs/2401.{number:05})]\n"
    )


def listed(contents: str, *headings: str) -> str:
    sections = (f"{heading}\n\n{entry(n)}\n" for n, heading in enumerate(headings, 17))
    return f"## Contents\n\n{contents}\n{''.join(sections)}"


def mended(text: str, findings: list[Finding]) -> str:
    return apply(text, [edit for each in findings if each.fix for edit in each.fix.edits])


@pytest.mark.parametrize(
    "heading",
    [
        "## Sorting & Folding",
        "## `Sorting` *and* Folding!",
        "## 🧦 Sorting",
        "## Sorting/Folding",
        "## 3.1. Sorting Things",
        "## 整理 (Sorting)",
        "## Sorting ![logo](logo.png)",
        "## Sorting [things](https://example.org)",
        "Sorting\n-------",
        '<h2 align="center">Sorting Socks</h2>',
    ],
)
def test_the_anchor_that_github_makes_is_found(heading: str) -> None:
    text = listed("- [A](#wrong-one)\n- [B](#b)\n", heading, "## B")
    anchor = papers(text).sections[1].anchor
    assert not found(listed(f"- [A](#{anchor})\n- [B](#b)\n", heading, "## B"))


@pytest.mark.parametrize("anchor", ["By-Smell", "by-smell", "user-content-by-smell", "by%2Dsmell"])
def test_case_prefix_and_escapes_say_nothing(anchor: str) -> None:
    assert not found(listed(f"- [By Smell](#{anchor})\n- [B](#b)\n", "## By Smell", "## B"))


def test_a_renamed_heading_is_the_one_that_the_label_names() -> None:
    text = listed("- [By Smell](#smell)\n- [B](#b)\n", "## By Smell", "## B")
    (finding,) = found(text)
    assert "that of *By Smell* is `#by-smell`" in finding.message
    assert finding.fix is not None
    assert finding.fix.safety == "safe"
    assert "(#by-smell)" in mended(text, [finding])


def test_an_id_that_the_text_sets_is_preferred_to_an_anchor() -> None:
    text = listed("- [By Smell](#nose)\n- [B](#b)\n", '## By Smell <a name="smell"></a>', "## B")
    assert "(#smell)" in mended(text, found(text))


def test_what_nobody_can_mean_is_only_said() -> None:
    (finding,) = found(listed("- [A](#a)\n- [B](#b)\n- [Gone](#gone)\n", "## A", "## B"))
    assert finding.fix is None
    assert "`#gone`" in finding.message


def test_blanks_in_an_anchor_make_no_link() -> None:
    text = listed("- [By Smell](#by smell)\n- [B](#b)\n- [C](#c)\n", "## By Smell", "## B", "## C")
    (finding,) = found(text)
    assert "blanks" in finding.message
    assert "[By Smell](#by-smell)" in mended(text, [finding])


def test_a_label_that_is_another_heading_leads_there() -> None:
    text = listed("- [A](#b)\n- [B](#b)\n", "## A", "## B")
    wrong = [each for each in found(text) if each.alike == "leads to another heading"]
    assert "[A](#a)" in mended(text, wrong)
    assert [each.fix.safety for each in wrong if each.fix] == ["suggested"]


def test_twins_have_anchors_of_their_own() -> None:
    text = listed(
        "- [A](#a)\n  - [Others](#others)\n- [B](#b)\n  - [Others](#others)\n",
        "## A",
        "### Others",
        "## B",
        "### Others",
    )
    assert mended(text, found(text)) == text.replace("(#others)\n\n", "(#others-1)\n\n", 1)


def test_a_heading_left_out_goes_where_it_stands_in_the_list() -> None:
    text = listed("- [A](#a)\n- [C](#c)\n", "## A", "## B [1]", "## C")
    (finding,) = found(text)
    assert finding.level == "warning"
    assert "- [A](#a)\n- [B \\[1\\]](#b-1)\n- [C](#c)\n" in mended(text, [finding])


def test_the_first_heading_left_out_goes_before_the_others() -> None:
    text = listed("  * [B](#b)\n  * [C](#c)\n  * [D](#d)\n", "## A", "## B", "## C", "## D")
    assert "\n  * [A](#a)\n  * [B](#b)\n" in mended(text, found(text))


def test_numbered_contents_get_no_line_of_their_own() -> None:
    (finding,) = found(listed("1. [A](#a)\n2. [C](#c)\n", "## A", "## B", "## C"))
    assert finding.fix is None


@pytest.mark.parametrize(
    "text",
    [
        listed("- [A](#a)\n- [B](#b)\n", "## A", "### Old ones", "### New ones", "## B"),
        listed("- [A](#a)\n- [B](#b)\n", "## A", "## B", "## C", "## D", "## E"),
        listed("- [A](#a)\n- [B](#b)\n", "## A", "## B") + "\n## License\n\nMIT\n",
        listed("- [A](#a)\n  - [C](#c)\n- [B](#b)\n", "## A", "### C", "## B", "### D"),
        "## Intro\n\nSome words.\n\n" + listed("- [A](#a)\n- [B](#b)\n", "## A", "## B"),
        listed("- [A](#a)\n- [B](#b)\n- [Top](#top)\n- [Up](#)\n", "## A", "## B"),
    ],
)
def test_contents_need_not_name_everything(text: str) -> None:
    assert not found(text)


def test_contents_that_are_a_plan_are_said_once() -> None:
    lines = "".join(f"- [To Come {n}](#to-come-{n})\n" for n in range(12))
    (finding,) = found(listed(f"- [A](#a)\n- [B](#b)\n{lines}", "## A", "## B"))
    assert finding.message.startswith("12 of 14 links of the contents lead nowhere")
    assert len(finding.related) == 11


def test_a_label_that_reads_otherwise_where_all_others_are_headings() -> None:
    names = [f"Sorting by Way {n}" for n in range(9)]
    lines = "".join(f"- [{name}](#{name.lower().replace(' ', '-')})\n" for name in names)
    headings = [f"## {name}" for name in names]
    text = listed(f"{lines}- [Foldign Maps](#folding-maps)\n", *headings, "## Folding Maps")
    (finding,) = found(text)
    assert "[Folding Maps](#folding-maps)" in mended(text, [finding])
    assert not found(text.replace("Foldign Maps", "Folding Maps (FM)"))


def test_a_link_in_a_sentence_is_no_line_of_the_contents() -> None:
    assert not found(listed("- [A](#a)\n- [B](#b)\n", "## A", "## B") + "\nSee more in [A](#x).\n")
