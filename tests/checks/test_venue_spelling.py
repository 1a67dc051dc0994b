"""Misspelt venues and other forms: how each is said, and what is never touched."""

from __future__ import annotations

import pytest

from listlint.checks import venue_spelling
from listlint.facts import EMPTY
from listlint.finding import Finding, apply
from listlint.rule import NoOptions
from made import papers


def entry(venue: str, number: int = 17, title: str = "Sorting Lists by Smell") -> str:
    return f"- {title} {number}, {venue} [[Paper](https://arxiv.org/abs/2401.{number:05})]\n"


def many(venue: str, count: int, first: int = 100) -> str:
    return "".join(entry(venue, number) for number in range(first, first + count))


def found(text: str) -> list[Finding]:
    return list(venue_spelling.check(papers(text), EMPTY, NoOptions()))


@pytest.mark.parametrize(("wrong", "right"), [("NeurlPS", "NeurIPS"), ("NACCL", "NAACL")])
def test_a_misspelling_is_a_fault_however_often_it_stands(wrong: str, right: str) -> None:
    text = many(f"{wrong} 2023", 12)
    findings = found(text)
    assert [each.level for each in findings] == ["error"] * 12
    edits = [edit for each in findings if each.fix for edit in each.fix.edits]
    assert apply(text, edits) == text.replace(wrong, right)


def test_a_form_used_throughout_is_one_note() -> None:
    text = many("Arxiv 2023", 20) + entry("arXiv 2023")
    (finding,) = found(text)
    assert (finding.level, len(finding.related)) == ("note", 2)
    assert finding.fix is not None
    assert len(finding.fix.edits) == 20
    assert finding.fix.safety == "suggested"
    assert apply(text, finding.fix.edits) == text.replace("Arxiv", "arXiv")


def test_other_forms_beside_the_usual_one_are_said_where_they_stand() -> None:
    text = many("Arxiv 2023", 20) + entry("ArXiv 2023") + entry("arxiV 2023", 18)
    notes, *others = sorted(found(text), key=lambda each: each.level)
    assert (notes.level, notes.message.split(";")[0]) == (
        "note",
        "This list writes `Arxiv` (20 of 22 times)",
    )
    assert [each.level for each in others] == ["warning"] * 2


def test_where_no_form_is_usual_each_is_said() -> None:
    findings = found(many("Arxiv 2023", 8) + many("ArXiv 2023", 8, 200))
    assert [each.level for each in findings] == ["warning"] * 16


def test_a_form_beside_the_right_one_is_said_where_it_stands() -> None:
    text = many("arXiv 2023", 20) + entry("Arxiv 2023")
    (finding,) = found(text)
    assert finding.level == "warning"
    assert finding.message == "`Arxiv` is written `arXiv`, as this list does 20 of 21 times."
    assert finding.fix is not None
    assert finding.fix.safety == "safe"


@pytest.mark.parametrize(
    "text",
    [
        entry("IEEE S&P 2023") + entry("S&P 2023", 18),
        entry("ACL-IJCNLP 2021"),
        entry("Preprint 2023"),
        entry("NIPS 2016"),
        entry("CVPR Workshop 2023") + entry("CVPRW 2023", 18),
        entry("Advances in Neural Information Processing Systems 2023"),
        entry("ICLR 2024", title="Mending Arxiv"),
        "- [NeurlPS in the Wild, Again](https://neurips.example/NeurlPS-2023), ICLR 2024\n",
    ],
)
def test_left_alone(text: str) -> None:
    assert not found(text)


def test_a_heading_is_said_once_for_all_that_stands_below() -> None:
    text = f"## Neurips 2023\n\n{entry('', 1).replace(',', '')}{entry('', 2).replace(',', '')}"
    assert len(found(text)) <= 1


def test_two_letters_swapped_of_a_name_that_the_list_uses() -> None:
    text = many("*ICML 2023*", 8) + entry("*ICLM 2023*")
    (finding,) = found(text)
    assert finding.level == "warning"
    assert finding.fix is not None
    assert finding.fix.safety == "suggested"
    assert apply(text, finding.fix.edits) == text.replace("ICLM", "ICML")


def test_an_unknown_name_that_the_list_never_uses_rightly_is_left_alone() -> None:
    assert not found(many("*CVPR 2023*", 8) + entry("*ICLM 2023*"))


def test_a_name_that_the_link_itself_proves() -> None:
    links = "[[Paper](https://proceedings.neurips.cc/paper_files/paper/2023/hash/{}-Abstract.html)]"
    text = f"- **Sorting Lists by Smell**, *NerIPPS 2023* {links.format('0' * 32)}\n"
    (finding,) = found(text)
    assert "`NeurIPS` is" in finding.message


def test_capitals_throughout_are_said_beside_the_name_only() -> None:
    assert not found(entry("INTERSPEECH 2023") + entry("INTERSPEECH 2022", 18))
    (finding,) = found(many("Interspeech 2023", 4) + entry("INTERSPEECH 2023"))
    assert "as this list does 4 of 5 times" in finding.message
