"""What is seen while somebody types: the same as a full look, but for rules that wait."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from listlint.config import DEFAULT
from listlint.editor.mending import changed
from listlint.editor.outlining import outline
from listlint.editor.places import Places
from listlint.editor.seeing import Seen, glance, see
from listlint.facts import EMPTY
from listlint.finding import Edit, EntryRef, Finding, Fix, Related, apply
from listlint.papers import repeated
from made import entries

LIST = entries(12) + "\n## More\n\n" + entries(3).partition("\n\n")[2]


def full(text: str) -> Seen:
    return see(text, "README.md", DEFAULT, lambda papers: EMPTY)


def slow(start: int, end: int, fix: Fix | None = None) -> Finding:
    """As a rule that waits would say it."""
    entry = EntryRef("A", start, end)
    related = (Related(start, end, "here"),)
    return Finding(
        "near-duplicate", "note", start, end, "alike", entry=entry, related=related, fix=fix
    )


def test_a_glance_says_what_a_full_look_says() -> None:
    typed = LIST.replace("ACL 2022", "NeurlPS 2022", 3)
    assert glance(typed, full(LIST)).findings == full(typed).findings
    assert repeated(glance(typed, full(LIST)).papers)


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("# Papers", "# More papers", 5),  # before it
        ("## More", "## Most", 0),  # behind it
        ("Part 5", "Part 50", None),  # in it
    ],
)
def test_what_waiting_rules_said_goes_along(old: str, new: str, place: int | None) -> None:
    start = LIST.index("Part 5")
    fix = Fix("x", "safe", (Edit(start, start + 1, "p"),))
    before = full(LIST)._replace(findings=(slow(start, start + 6, fix),))
    typed = LIST.replace(old, new, 1)
    carried = [each for each in glance(typed, before).findings if each.rule == "near-duplicate"]
    if place is None:
        assert carried == []
        return
    (each,) = carried
    assert (each.start, each.end) == (start + place, start + 6 + place)
    assert typed[each.start : each.end] == "Part 5"
    assert each.entry is not None
    assert each.fix is not None
    assert (each.entry.start, each.related[0].start) == (each.start, each.start)
    assert each.fix.edits[0].start == each.start


def test_a_fix_that_a_change_touches_is_dropped() -> None:
    start, other = LIST.index("Part 5"), LIST.index("Part 9")
    fix = Fix("x", "safe", (Edit(other, other + 6, "p"),))
    before = full(LIST)._replace(findings=(slow(start, start + 6, fix),))
    typed = LIST.replace("Part 9", "Part 90")
    (each,) = (e for e in glance(typed, before).findings if e.rule == "near-duplicate")
    assert each.fix is None


def test_what_is_no_list_any_more_is_left_alone() -> None:
    assert glance("Words.\n", full(LIST)).findings == ()


@settings(deadline=None)
@given(st.text(alphabet="ab\r\n", max_size=20), st.text(alphabet="ab\r\n", max_size=20))
def test_changed_lines_make_the_one_text_of_the_other(one: str, other: str) -> None:
    assert apply(one, changed(one, other)) == other


def test_an_outline_holds_what_is_in_it() -> None:
    """A second title, entries above the first heading, headings that skip levels."""
    text = (
        entries(2).partition("\n\n")[2] + "\n# A\n\n### B\n\n## C\n\n" + LIST + "\n# D\n\n" + LIST
    )
    papers = full(text).papers
    places = Places(text)
    seen = 0
    waiting = [(None, outline(papers, places))]
    while waiting:
        around, symbols = waiting.pop()
        for each in symbols:
            seen += 1
            if around is not None:
                assert around.start.line <= each.range.start.line
                assert each.range.end.line <= around.end.line
            assert each.range.start.line <= each.selection_range.start.line
            waiting.append((each.range, list(each.children or ())))  # type: ignore[arg-type]
    assert seen == len(papers.entries) + len(papers.sections)
