"""Where the sections would put what a change adds: folded in the summary, and no finding."""

from __future__ import annotations

import pytest

from listlint.review.bodies import Where
from listlint.review.compared import compared
from listlint.review.diff import by_text
from listlint.review.placing import placings
from listlint.review.plan import Review, Reviewed, Wishes, plan
from listlint.review.summary import CLEAN, speaks, summary
from listlint.source import Source

TOPICS = {
    "Kettles": ["Kettle Whistle", "Teapot Lid", "Boiling Kettle", "Steam Teapot"],
    "Maps": ["Folded Map", "Harbour Chart", "Map Compass", "Chart Legend"],
    "Socks": ["Odd Sock", "Woolen Glove", "Sock Drawer", "Mitten Glove"],
}
WAYS = ["Detection", "Counting", "Mending", "Ranking", "Naming", "Sketching"]


def section(topic: str) -> str:
    words = TOPICS[topic]
    lines = [f"- {words[n % 4]} {WAYS[n % 6]} Part {n}, ICML 2023\n" for n in range(12)]
    return f"## {topic}\n\n{''.join(lines)}"


BASE = "# Things\n\n" + "\n".join(map(section, TOPICS))


def said(head: str, base: str = BASE) -> list[str]:
    found = compared(Source(base), "README.md", Source(head), "README.md")
    return placings(Where(found.head.papers))


def below(topic: str, *titles: str) -> str:
    lines = "".join(f"- {title}, ICML 2024\n" for title in titles)
    return BASE.replace(f"## {topic}\n\n", f"## {topic}\n\n{lines}")


def test_an_added_paper_is_told_the_section_that_suits_it() -> None:
    (line,) = said(below("Maps", "Teapot and Kettle Repair in Noisy Kitchens"))
    assert line.startswith("line 20: *Kettles* (`")
    assert "teapot" in line


def test_where_it_suits_nothing_is_said() -> None:
    assert said(below("Maps", "Harbour Map Repair without a Compass")) == []
    assert said(BASE) == []


def test_years_within_a_section_are_that_section() -> None:
    new = "### 2024\n\n- Harbour Map Repair without a Compass, ICML 2024\n\n"
    assert said(BASE.replace("## Socks", f"{new}## Socks")) == []


def test_a_category_that_is_missing_is_named() -> None:
    (line,) = said(below("Maps", "Volcanic Umbrella Photosynthesis"))
    assert line == (
        "line 20: nothing here is like it; no section is about "
        "`volcanic`, `umbrella`, `photosynthesis`"
    )


@pytest.mark.parametrize("base", ["# Things\n\n" + section("Maps"), "# Things\n\n"])
def test_a_list_that_teaches_nothing_puts_nothing_anywhere(base: str) -> None:
    assert said(f"{base}- Teapot and Kettle Repair, ICML 2024\n", base) == []


def reviewed(head: str) -> Review:
    found = compared(Source(BASE), "README.md", Source(head), "README.md")
    return plan([Reviewed(found.head, found.base, by_text(BASE, head))], Wishes())


def test_what_a_note_says_is_not_said_twice() -> None:
    text = summary(reviewed(below("Maps", "Teapot and Kettle Repair in Noisy Kitchens")))
    assert "`misplaced-entry`" in text
    assert "may be another" not in text


def test_the_summary_folds_it_and_does_not_speak_for_its_sake() -> None:
    review = reviewed(below("Maps", "Volcanic Umbrella Photosynthesis"))
    text = summary(review)
    assert "<summary>1 added paper whose section may be another</summary>" in text
    assert text.startswith(CLEAN)
    assert review.comments == ()
    assert not speaks(review)
