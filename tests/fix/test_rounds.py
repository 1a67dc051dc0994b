"""Mending in rounds: what overlaps waits, what harms is taken back, and then all is still."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest

from fix.planted import mended, replacing, reported, text_of
from listlint.facts import Answers
from listlint.finding import SAFE, SHOWN, SUGGESTED, Edit, Finding, Fix
from listlint.fix import trial
from listlint.fix.choice import Wish, apart, choose
from listlint.paperlist import PaperList
from listlint.rule import Rule, found
from made import PAGE, entries, word_rule

LIST = entries(30)


def test_without_fixes_nothing_happens() -> None:
    done = mended(LIST, [word_rule("Part 2")])
    assert (text_of(done), done.made, done.rounds) == (LIST, (), 0)


def test_what_is_reported_after_mending_is_what_is_left() -> None:
    done = mended(LIST, [replacing("ACL", "EMNLP"), word_rule("EMNLP", name="another")])
    assert text_of(done) == LIST.replace("ACL", "EMNLP")
    assert [each.rule for each in done.report.findings] == ["another"] * 30
    assert {each.rule for each in done.made} == {"a-rule"}


def test_of_two_fixes_at_one_place_the_second_comes_a_round_later() -> None:
    first = replacing(r"ACL(?= 2022)", "EMNLP", name="first")
    second = replacing(r"(ACL|EMNLP) 2022", r"\1 2023", name="second")
    done = mended(LIST, [first, second])
    assert text_of(done) == LIST.replace("ACL 2022", "EMNLP 2023")
    assert done.rounds == 2


def test_a_fix_of_much_of_the_list_waits_only_where_an_entry_is_taken() -> None:
    """All forms of a venue in one fix, and a copy that goes: the copy first, all else with it."""

    def check(papers: PaperList, answers: Answers, options: Any) -> Iterator[Finding]:
        edits = tuple(Edit(*m.span(), "EMNLP") for m in re.finditer("ACL", papers.text))
        if edits:
            yield found(edits[0][:2], "says ACL", fix=Fix("write EMNLP", SUGGESTED, edits))

    much = Rule("much", "venues", "note", check, lambda: PAGE)
    gone = replacing(r".*Part 4,.*\n", "", name="gone", changes=("entries",))
    renamed = replacing(r"Part 5,", "Part 55,", name="renamed", changes=("titles",))
    done = mended(LIST, [much, gone, renamed])
    left = re.sub(r".*Part 4,.*\n", "", LIST).replace("Part 5,", "Part 55,")
    assert (text_of(done), done.rounds) == (left.replace("ACL", "EMNLP"), 2)


def test_a_fix_that_undoes_itself_ends_all_the_same() -> None:
    done = mended(LIST, [replacing("ACL", "EMNLP"), replacing("EMNLP", "ACL", name="back")])
    assert done.rounds <= 10


def test_fixes_that_are_only_shown_are_never_made() -> None:
    rule = word_rule("ACL", fix=Fix("write EMNLP", SHOWN, (Edit(0, 1, "x"),)))
    assert text_of(mended(LIST, [rule])) == LIST


@pytest.mark.parametrize(("floor", "changed"), [(SAFE, False), (SUGGESTED, True)])
def test_suggested_fixes_are_made_only_when_they_are_asked_for(floor: str, changed: bool) -> None:
    rule = replacing("Part 7,", "Part 7;", safety=SUGGESTED, changes=("titles",))
    assert (text_of(mended(LIST, [rule], floor=floor)) != LIST) is changed


# -- what waits for its name


def test_a_safe_fix_of_much_of_a_list_waits_until_it_is_named() -> None:
    rule = replacing(r"ACL(?= 2022 .*0000[1-4])", "EMNLP")
    waits = mended(LIST, [rule], floor=SAFE)
    assert text_of(waits) == LIST
    assert [(each.rule, each.touched) for each in waits.waiting] == [("a-rule", 4)]
    named = mended(LIST, [rule], floor=SAFE, named=["a-rule"])
    assert text_of(named).count("EMNLP") == 4
    assert named.waiting == ()


def test_one_entry_in_ten_is_not_much() -> None:
    done = mended(LIST, [replacing(r"ACL(?= 2022 .*0000[1-3])", "EMNLP")], floor=SAFE)
    assert (text_of(done).count("EMNLP"), done.waiting) == (3, ())


def test_entries_are_counted_not_edits() -> None:
    rule = replacing(r"ACL|2022(?= )|\[Paper\]", "x")
    one = LIST.splitlines()[2] + "\n"
    papers = reported(LIST.replace(one, one.replace("2022", "2021")), [rule])
    choice = choose(papers.papers, papers.findings[:3], Wish())
    assert (len(choice.now), choice.waiting) == (3, ())


def test_other_rules_are_mended_while_one_waits() -> None:
    much = replacing("ACL", "EMNLP", name="much")
    little = replacing(r"Part 5,", "Part 5,", name="little")
    done = mended(LIST.replace("Part 5,", "Part 5 ,"), [much, replacing(" ,", ",")], floor=SAFE)
    assert text_of(done) == LIST
    assert [each.rule for each in done.waiting] == ["much"]
    assert little.name not in {each.rule for each in done.made}


# -- what is taken back

EXTRA = "- Counting Umbrellas, ICML 2021 [[Paper](https://arxiv.org/abs/2105.00009)]"

GOOD = replacing(r"ACL(?= 2022 .*0000[1-9])", "EMNLP", name="good")


@pytest.mark.parametrize(
    ("pattern", "text", "why"),
    [
        (r"- Sorting Lists by Smell, Part 4,.*\n", "", "the entry '.* Part 4' is gone"),
        (r"Part 4,", "Part 44,", "the title of '.* Part 4' changed"),
        (r"abs/2203.00004", "abs/2203.00044", "the addresses of '.* Part 4' changed"),
        (r"\n(?=- .*Part 4,)", "\n\n## More\n\n", "there is a new heading .More."),
        (r"(?=- .*Part 4,)", f"{EXTRA}\n", "there is a new entry 'Counting Umbrellas'"),
        (r"# Papers on sorting", "# Papers", "the heading 'Papers on sorting' changed"),
        (r"(?=- .*Part 4,)", "<!-- ", "is gone"),
    ],
)
def test_a_fix_that_does_harm_is_taken_back_and_the_others_stay(
    pattern: str, text: str, why: str
) -> None:
    done = mended(LIST, [GOOD, replacing(pattern, text, name="harmful")])
    assert text_of(done) == LIST.replace("ACL", "EMNLP", 9)
    assert {each.finding.rule for each in done.taken_back} == {"harmful"}
    assert re.search(why, done.taken_back[0].why)
    assert "harmful" in {each.rule for each in done.report.findings}


def test_what_it_declares_is_no_harm() -> None:
    rule = replacing(r"Part 4,", "Part 44,", changes=("titles",))
    done = mended(LIST, [rule])
    assert (text_of(done), done.taken_back) == (LIST.replace("Part 4,", "Part 44,"), ())


MORE = (r"(?<=00003\)\]\n)(?=- )", "\n## More\n\n")


def test_a_heading_that_a_fix_means_to_make_is_no_harm() -> None:
    done = mended(LIST, [replacing(*MORE, changes=("sections",))])
    assert (re.sub(*MORE, LIST), done.taken_back) == (text_of(done), ())


def test_a_heading_that_is_meant_hides_none_elsewhere() -> None:
    meant = replacing(*MORE, name="meant", changes=("sections",))
    other = replacing(r"(?<=00007\)\]\n)(?=- )", "\n## Others\n\n", name="harmful")
    done = mended(LIST, [meant, other])
    assert text_of(done) == re.sub(*MORE, LIST)
    assert [each.finding.rule for each in done.taken_back] == ["harmful"]


def test_a_declared_change_of_one_entry_hides_none_of_its_neighbour() -> None:
    declared = replacing(r".*Part 4,.*\n", "", name="declared", changes=("entries",))
    harmful = replacing(r".*Part 5,.*\n", "", name="harmful")
    done = mended(LIST, [declared, harmful])
    assert ("Part 4," in text_of(done), "Part 5," in text_of(done)) == (False, True)
    assert [each.finding.rule for each in done.taken_back] == ["harmful"]


def test_a_harmful_fix_of_the_same_entry_takes_no_good_one_with_it() -> None:
    harmful = replacing(r"abs/(?=2203)", "pdf/", name="harmful")
    done = mended(LIST, [GOOD, harmful])
    assert text_of(done) == LIST.replace("ACL", "EMNLP", 9)
    assert len(done.taken_back) == 30


def test_a_harmful_fix_gives_its_place_to_a_good_one() -> None:
    harmful = replacing(r"Part 4, ACL", "Part 44, ACL", name="harmful")
    good = replacing(r"ACL(?= 2022 .*00004)", "EMNLP", name="good")
    done = mended(LIST, [harmful, good])
    assert text_of(done) == LIST.replace("Part 4, ACL", "Part 4, EMNLP")


def test_a_harm_that_shows_elsewhere_is_laid_to_its_cause() -> None:
    text = LIST + "\nAn end.\n"
    fence = replacing(r"(?<=# Papers on sorting\n)", "\n```\n", name="harmful")
    done = mended(text, [fence, GOOD])
    assert text_of(done) == text.replace("ACL", "EMNLP", 9)
    assert [each.finding.rule for each in done.taken_back] == ["harmful"]


def test_many_harmful_fixes_take_few_readings(monkeypatch: pytest.MonkeyPatch) -> None:
    readings = 0
    look = trial._Sieve.look

    def counted(self: trial._Sieve, *given: object) -> object:
        nonlocal readings
        readings += 1
        return look(self, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(trial._Sieve, "look", counted)
    text = entries(300)
    done = mended(text, [GOOD, replacing(r"Part \d+", "Part 0", name="harmful")])
    assert len(done.taken_back) == 300
    assert "EMNLP" in text_of(done)
    assert readings < 30


def test_what_is_not_proven_by_then_is_taken_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trial, "MOST_READINGS", 1)
    done = mended(LIST, [GOOD, replacing(r"Part 4", "Part 44", name="harmful")])
    assert "Part 44" not in text_of(done)
    assert {each.finding.rule for each in done.taken_back} == {"good", "harmful"}


@pytest.mark.parametrize("edits", [(Edit(3, 6, "x"), Edit(5, 8, "y")), (Edit(0, 10**6, ""),)])
def test_edits_that_cannot_be_made_are_our_fault(edits: tuple[Edit, ...]) -> None:
    done = mended(LIST, [GOOD, word_rule("Part 30", fix=Fix("x", SAFE, edits), name="odd")])
    assert text_of(done) == LIST.replace("ACL", "EMNLP", 9)
    assert "overlap" in done.taken_back[0].why


# -- what is moved


def test_an_entry_may_be_moved_by_who_says_so() -> None:
    text = "## One\n\n" + "\n".join(LIST.splitlines()[2:12]) + "\n\n## Two\n\n"
    text += "\n".join(LIST.splitlines()[12:20]) + "\n"
    papers = reported(text, []).papers
    entry, goal = papers.entries[3], papers.entries[15]
    line = text[entry.span.start : entry.span.end] + "\n"
    cut = Edit(entry.span.start, entry.span.start + len(line), "")
    for changes, where in ((("order", "sections"), 1), ((), 0)):
        put = Edit(goal.span.start, goal.span.start, line)
        fix = Fix("move", SUGGESTED, (cut, put), changes)
        done = mended(text, [word_rule("Part 4,", fix=fix)])
        assert (text_of(done).index("Part 4,") > text_of(done).index("## Two")) is bool(where)
    other = Edit(*put[:2], line.replace("Smell", "Touch"))
    lossy = Fix("move", SUGGESTED, (cut, other), ("order",))
    done = mended(text, [word_rule("Part 4,", fix=lossy)])
    assert (text_of(done), "lost on its way" in done.taken_back[0].why) == (text, True)


# -- fixes apart


def test_fixes_that_touch_the_same_characters_are_not_made_together() -> None:
    rules = [replacing("Part 4, ACL", "x", name="a"), replacing("ACL 2022", "y", name="b")]
    report = reported(LIST, rules)
    chosen = apart(report.papers, report.findings)
    spans = sorted((e.start, e.end) for each in chosen if each.fix for e in each.fix.edits)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    assert {each.rule for each in chosen} == {"a", "b"}


def test_what_one_inserts_where_another_edits_waits() -> None:
    fixes = [(Edit(5, 5, "x"),), (Edit(5, 9, "y"),), (Edit(9, 9, "z"),), (Edit(12, 12, ""),)]
    rules = [
        word_rule("Papers", fix=Fix("x", SAFE, edits), name=f"r{n}")
        for n, edits in enumerate(fixes)
    ]
    findings = [f for rule in rules for f in reported(LIST, [rule]).findings]
    kept = apart(reported(LIST, []).papers, findings)
    assert [each.rule for each in kept] == ["r0", "r2", "r3"]


def test_what_one_rule_declares_excuses_no_other_in_the_same_entry() -> None:
    declared = replacing(r"/abs/(?=2203.00004)", "/pdf/", name="declared", changes=("addresses",))
    harmful = replacing(r"2203(?=.00004)", "2204", name="harmful")
    done = mended(LIST, [declared, harmful])
    assert text_of(done) == LIST.replace("abs/2203.00004", "pdf/2203.00004")
    assert [each.finding.rule for each in done.taken_back] == ["harmful"]
