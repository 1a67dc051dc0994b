"""Where a second copy is a fault, a remark, or meant."""

from __future__ import annotations

from listlint.checks import copies_differ, duplicate_paper
from listlint.checks.duplicate_paper import Options
from listlint.facts import EMPTY
from listlint.finding import Finding, apply
from listlint.lint.gather import lint
from made import papers

PAPER = "- Sorting Lists by Smell, ICLR 2024 [[Paper](https://arxiv.org/abs/2401.00017)]\n"


def others(first: int, count: int) -> str:
    return "".join(
        f"- Counting {number} Umbrellas in the Dark, ICLR 2024 "
        f"[[Paper](https://arxiv.org/abs/2402.{number:05})]\n"
        for number in range(first, first + count)
    )


def found(text: str, options: Options | None = None) -> list[Finding]:
    return list(duplicate_paper.check(papers(text), EMPTY, options or Options()))


def test_across_sections_a_note_for_each_paper() -> None:
    text = f"## A\n\n{PAPER}\n## B\n\n{PAPER}\n## C\n\n{PAPER}{others(1, 30)}"
    (finding,) = found(text)
    assert finding.level == "note"
    assert len(finding.related) == 2
    assert "line 3, *A*" in finding.message


def test_years_below_one_heading_are_one_section() -> None:
    (finding,) = found(f"## Sorting\n\n### 2024\n\n{PAPER}\n### 2023\n\n{PAPER}")
    assert finding.level == ""


def test_a_list_that_lists_across_by_habit_is_left_alone() -> None:
    text = f"## A\n\n{others(1, 10)}\n## B\n\n{others(1, 8)}"
    assert not found(text)
    assert len(found(text, Options(cross_listing="note"))) == 8


def test_no_habit_explains_a_paper_in_a_section_and_in_one_within_it_or_in_others() -> None:
    habit = f"# Lists\n\n## A\n\n{others(1, 10)}\n## B\n\n{others(1, 8)}"
    (within,) = found(f"{habit}\n## C\n\n{PAPER}\n### D\n\n#### E\n\n{PAPER}")
    (besides,) = found(f"{habit}\n## C\n\n{PAPER}\n## 3. Other Works\n\n{PAPER}")
    assert within.level == besides.level == "note"
    assert not found(f"{habit}\n## C\n\n{PAPER}\n## Interactions with Other Things\n\n{PAPER}")
    assert not found(f"{habit}\n## C\n\n{PAPER}\n## Others\n\n{PAPER}", Options("allow"))


def test_only_the_entries_that_no_habit_explains_are_named() -> None:
    habit = f"## A\n\n{others(1, 10)}\n## B\n\n{others(1, 8)}"
    (finding,) = found(f"{habit}\n## C\n\n{PAPER}\n## D\n\n{PAPER}\n### E\n\n{PAPER}")
    assert len(finding.related) == 1
    assert "*D*" in finding.message


def test_what_stands_below_the_document_s_title_is_what_is_new() -> None:
    habit = f"## A\n\n{others(1, 10)}\n## B\n\n{others(1, 8)}"
    assert not found(f"# Lists\n\n{PAPER}\n{habit}\n## C\n\n{PAPER}")


def test_allowed_across_is_still_a_fault_within() -> None:
    text = f"## A\n\n{PAPER}\n## B\n\n{PAPER}{PAPER}"
    (finding,) = found(text, Options(cross_listing="allow"))
    assert finding.level == ""


def test_copies_that_differ_are_told_as_such_across_sections() -> None:
    text = f"## A\n\n{PAPER}\n## B\n\n{PAPER.replace('ICLR 2024', 'arXiv 2024')}"
    report = lint(papers(text))
    assert [each.rule for each in report.findings] == ["copies-differ"]
    assert len(found(text)) == 1  # and as duplicates where that rule is off
    assert len(list(copies_differ.check(papers(text), EMPTY, copies_differ.NoOptions()))) == 1


def test_the_message_tells_what_each_copy_says() -> None:
    other = PAPER.replace("ICLR 2024", "arXiv 2023")
    (finding,) = found(f"## A\n\n{other}{PAPER}")
    assert finding.message == (
        "Already on line 3: same arXiv id. This one says ICLR 2024, that one arXiv 2023. "
        "If this is newer, edit line 3 instead."
    )


def test_the_poorer_copy_goes_and_every_other_line_stays() -> None:
    rows = "| Title | Venue |\n|---|---|\n"
    row = "| [Sorting Lists by Smell](https://arxiv.org/abs/2401.00017) | {} |\n"
    text = f"# L\n\n{rows}{row.format('arXiv 2023')}{row.format('ICLR 2024')}\nThe end.\n"
    (finding,) = found(text)
    assert finding.fix is not None
    assert apply(text, finding.fix.edits) == text.replace(row.format("arXiv 2023"), "")


def test_a_copy_that_holds_other_entries_is_not_cut() -> None:
    text = f"## A\n\n{PAPER}{PAPER}  Notes on it.\n"
    (finding,) = found(text)
    assert finding.fix is not None
    assert apply(text, finding.fix.edits).count("Sorting Lists by Smell") == 1


def test_a_resource_twice_in_a_section_with_title_and_link_alike() -> None:
    tool = "- [sockmatch, a matcher of socks](https://github.com/berg-lab/sockmatch)\n"
    (finding,) = found(f"## Tools\n\n{tool}{tool}\n## More\n\n{tool}")
    assert "same title and link" in finding.message


def test_two_data_sets_of_one_paper_are_no_copies() -> None:
    paper = "[Sorting Lists by Smell](https://arxiv.org/abs/2401.00017)"
    rows = "".join(f"| **{name}** | {paper} | ICLR 2024 |\n" for name in ("Socks-A", "Lids-B"))
    assert not found(f"## Data\n\n| Name | Paper | Venue |\n|---|---|---|\n{rows}")


def test_links_that_cannot_be_carried_leave_it_to_the_reader() -> None:
    line = "- Sorting Lists by Smell, ICLR 2024 [[Paper](https://arxiv.org/abs/2401.00017)]\n"
    bare = "- Sorting Lists by Smell, ICLR 2024 ([Code](https://github.com/berg-lab/smell))\n"
    (finding,) = found(f"## A\n\n{line}{bare}")
    assert finding.fix is not None
    assert (finding.fix.safety, finding.fix.edits) == ("shown", ())


LEAD = "- **Detailed information (Images):** [[Paper](https://arxiv.org/abs/2401.000{:02})]\n"


def test_a_lead_in_before_several_papers_is_no_title() -> None:
    assert not found("## Data\n\n" + "".join(LEAD.format(number) for number in (11, 12, 13)))
    assert len(found("## Data\n\n" + "".join(LEAD.format(11) for _ in range(3)))) == 2


def test_where_both_link_another_paper_none_is_removed() -> None:
    title, page = "- Sorting Lists by Smell, ACL 2022", "https://aclanthology.org/2022.acl-long."
    (finding,) = found(f"## A\n\n{title} [[Paper]({page}7)]\n{title} [[Paper]({page}8)]\n")
    assert finding.fix is not None
    assert (finding.fix.safety, finding.fix.edits) == ("shown", ())
