"""Labels, brackets around links, and the page of arXiv that is linked."""

from __future__ import annotations

from types import ModuleType

from listlint.checks import label_spelling, link_form
from listlint.facts import EMPTY
from listlint.finding import Finding, apply
from listlint.paperlist import Pinned
from listlint.rule import NoOptions
from made import papers


def lines(count: int, link: str = "[[Paper]({u})]", first: int = 1, page: str = "abs") -> str:
    return "".join(
        f"- Sorting Lists by Smell, Part {n}, ACL {2010 + n % 12} "
        + link.format(u=f"https://arxiv.org/{page}/2203.{n:05}")
        + "\n"
        for n in range(first, first + count)
    )


def found(rule: ModuleType, text: str, pinned: Pinned | None = None) -> list[Finding]:
    made = papers(text)._replace(pinned=pinned)
    return list(rule.check(made, EMPTY, NoOptions()))


def mended(rule: ModuleType, text: str) -> str:
    return apply(text, [e for f in found(rule, text) if f.fix for e in f.fix.edits])


def test_a_label_in_another_case() -> None:
    text = lines(20) + lines(1, "[[paper]({u})]", 30)
    (finding,) = found(label_spelling, text)
    assert finding.message == "This list writes `Paper` (20 of 21 times)."
    assert mended(label_spelling, text) == lines(20) + lines(1, first=30)


def test_a_habit_never_makes_a_less_right_name_right() -> None:
    assert not found(label_spelling, lines(20, "[[Github]({u})]") + lines(1, "[[GitHub]({u})]", 30))
    assert found(label_spelling, lines(20, "[[GitHub]({u})]") + lines(1, "[[Github]({u})]", 30))


def test_a_section_with_labels_of_its_own_is_left_alone() -> None:
    text = "## A\n\n" + lines(80) + "\n## B\n\n" + lines(7, "[[paper]({u})]", 100)
    assert not found(label_spelling, text)


def test_brackets_are_put_where_the_list_has_them() -> None:
    for other in ("[[Paper]]({u})", "[Paper]({u})"):
        text = lines(30) + lines(1, other, 50)
        (finding,) = found(link_form, text)
        assert (finding.level, finding.fix and finding.fix.safety) == ("note", "safe")
        assert mended(link_form, text) == lines(30) + lines(1, first=50)


def test_a_reference_stays_one() -> None:
    refs = "".join(f"[p{n}]: https://arxiv.org/abs/2203.{n:05}\n" for n in range(1, 40))
    text = "".join(lines(1, f"[[Paper]][p{n}]", n) for n in range(1, 31))
    odd = lines(1, "[Paper][p35]", 35)
    assert mended(link_form, f"{text}{odd}\n{refs}") == (
        f"{text}{odd.replace('[Paper][p35]', '[[Paper]][p35]')}\n{refs}"
    )


def test_ninety_percent_are_not_enough_for_brackets() -> None:
    assert not found(link_form, lines(18) + lines(2, "[Paper]({u})", 50))


def test_a_bracket_that_closes_nothing_is_another_rules_matter() -> None:
    assert not found(link_form, lines(30) + lines(1, "[Paper]({u})]", 50))


def test_the_page_of_arxiv() -> None:
    text = lines(30) + lines(1, first=50, page="pdf")
    (finding,) = found(link_form, text)
    assert finding.fix is not None
    assert (finding.fix.safety, finding.fix.changes) == ("suggested", ("addresses",))
    assert mended(link_form, text) == lines(30) + lines(1, first=50)


def test_a_pinned_style_counts_instead_of_votes() -> None:
    pinned = Pinned(("- {title}, {venue} {year} [[PAPER]({paper})]",))
    said = found(label_spelling, lines(3), pinned)
    assert [each.message for each in said] == [
        "This list writes `PAPER`, as its style is pinned."
    ] * 3
