"""What sections teach, where that is worth saying, and where there is nothing to learn."""

from __future__ import annotations

import random

import pytest

from listlint.checks import crowded_section, misplaced_entry
from listlint.facts import EMPTY
from listlint.finding import Finding, apply
from listlint.placement import taught
from listlint.placement.fitting import fitting
from listlint.placement.places import is_catch_all, is_timely
from listlint.rule import NoOptions
from made import papers

TOPICS = {
    "Sorting": "socks drawers sorting smell gloves pairs merge stable order shelves",
    "Kettles": "kettle steam whistle boiling teapot lid spout pouring kitchen stove",
    "Umbrellas": "rain umbrella folding puddle drizzle handle canopy storm clouds wind",
}
STRAY = "- Whistling Kettle with a Teapot Lid, Boiling Steam, ICML 2022\n"


def entries(topic: str, count: int, seed: int = 1, venue: str = "ICML 2022") -> str:
    chance = random.Random(seed)
    words = TOPICS[topic].split()
    return "".join(
        f"- {' '.join(word.title() for word in chance.sample(words, 5))} {n}, {venue}\n"
        for n in range(count)
    )


def made(stray: str = "", heading: str = "## {}\n\n") -> str:
    parts = (heading.format(topic) + entries(topic, 14, n) for n, topic in enumerate(TOPICS))
    first, *rest = parts
    return "\n".join((first + stray, *rest))


def misplaced(text: str) -> list[Finding]:
    return list(misplaced_entry.check(papers(text), EMPTY, NoOptions()))


def test_an_entry_among_strangers_is_named_with_its_reasons() -> None:
    (finding,) = misplaced(made(STRAY))
    assert "*Kettles*" in finding.message
    assert "`kettle`" in finding.message
    assert len(finding.related) == 3


def test_a_list_in_order_is_left_alone() -> None:
    assert not misplaced(made())


def test_the_entry_is_moved_with_its_line_and_nothing_else() -> None:
    text = made(STRAY)
    (finding,) = misplaced(text)
    assert finding.fix is not None
    assert finding.fix.changes == ("sections", "order")
    mended = apply(text, finding.fix.edits)
    assert sorted(mended.split("\n")) == sorted(text.split("\n"))
    assert not misplaced(mended)


def test_it_goes_where_the_order_of_the_section_wants_it() -> None:
    text = made(STRAY.replace("2022", "2019"))
    years = iter([2023] * 5 + [2021] * 5 + [2018] * 4)
    head, kettles = text.split("## Kettles\n\n")
    own, rest = kettles.split("\n\n", 1)
    own = "\n".join(f"{each[:-4]}{next(years)}" for each in own.split("\n"))
    (finding,) = misplaced(text := f"{head}## Kettles\n\n{own}\n\n{rest}")
    assert finding.fix is not None
    lines = apply(text, finding.fix.edits).split("\n")
    at = lines.index(STRAY.replace("2022", "2019").strip())
    assert lines[at - 1].endswith("2021")
    assert lines[at + 1].endswith("2018")


def test_a_section_written_otherwise_gets_words_only() -> None:
    head, rest = made(STRAY).split("## Kettles\n\n")
    (finding,) = misplaced(f"{head}## Kettles\n\n{rest.replace('- ', '1. ')}")
    assert finding.fix is not None
    assert (finding.fix.safety, finding.fix.edits) == ("shown", ())


@pytest.mark.parametrize("heading", ["Others", "Survey", "Miscellaneous", "Top Conference Papers"])
def test_catch_alls_never_lose(heading: str) -> None:
    assert not misplaced(made(STRAY).replace("## Sorting", f"## {heading}"))


def test_catch_alls_never_receive() -> None:
    assert not misplaced(made(STRAY).replace("## Kettles", "## Others"))


def test_a_paper_in_two_sections_is_at_home_in_both() -> None:
    text = made(STRAY)
    head, rest = text.split("## Kettles\n\n")
    assert not misplaced(f"{head}## Kettles\n\n{STRAY}{rest}")


def test_an_entry_that_says_its_own_heading_stays() -> None:
    assert not misplaced(made(STRAY.replace("Whistling", "Sorting Whistling")))


def test_years_below_a_topic_are_one_place() -> None:
    text = made(STRAY)
    for topic in TOPICS:
        whole = text.split(f"## {topic}\n\n")[1].split("\n\n")[0]
        lines = whole.split("\n")
        parted = "\n".join(("### 2023\n", *lines[:6], "\n### 2022\n", *lines[6:]))
        text = text.replace(whole, parted)
    places = taught(papers(text)).places
    assert [place.title for place in places] == list(TOPICS)
    (finding,) = misplaced(text)
    assert finding.fix is not None
    mended = papers(apply(text, finding.fix.edits))
    moved = next(e for e in mended.entries if e.title.startswith("Whistling"))
    assert moved.section is not None
    assert mended.sections[moved.section].path == ("Kettles", "2022")


@pytest.mark.parametrize("title", ["2023", "2022 and before", "CVPR 2023", "ICML", "A", "1."])
def test_headings_that_say_only_when_or_where(title: str) -> None:
    assert is_timely(title)


@pytest.mark.parametrize("title", ["Kettles", "Sorting 2023", "3D Vision", "量化"])
def test_headings_that_name_a_topic(title: str) -> None:
    assert not is_timely(title)
    assert not is_catch_all(title)


# Where there is nothing to learn


@pytest.mark.parametrize(
    "text",
    [
        "# L\n\n" + entries("Sorting", 40),
        "# L\n\n" + "".join(f"## Topic {n}\n\n{entries('Kettles', 1, n)}\n" for n in range(400)),
        "# L\n\n" + "".join(f"## Topic {n}\n\n{entries('Kettles', 6, n)}\n" for n in range(40)),
        "# L\n",
        "",
    ],
    ids=["one section", "400 of one entry", "all alike", "no entry", "empty"],
)
def test_silence_where_nothing_is_to_learn(text: str) -> None:
    assert not misplaced(text)
    assert not list(crowded_section.check(papers(text), EMPTY, NoOptions()))
    fitting(taught(papers(text)), "Whistling Kettles")


def test_titles_without_blanks_teach_too() -> None:
    def lines(words: str, count: int) -> str:
        chance = random.Random(3)
        return "".join(
            f"- [{''.join(chance.sample(words.split(), 4))}](https://arxiv.org/abs/2401.{n:05})\n"
            for n in range(count)
        )

    kettles, socks = "水壶 蒸汽 茶壶 沸腾 厨房 炉子", "袜子 排序 抽屉 手套 气味 配对"
    stray = "- [水壶蒸汽茶壶沸腾厨房](https://arxiv.org/abs/2402.00001)\n"
    text = f"## 袜子\n\n{lines(socks, 14)}{stray}\n## 水壶\n\n{lines(kettles, 14)}"
    (finding,) = misplaced(text)
    assert "*水壶*" in finding.message


# Crowded sections


def test_a_group_that_stands_apart_gets_a_name_and_a_heading() -> None:
    text = "# L\n\n## Sorting\n\n" + entries("Sorting", 40)
    text += "".join(
        f"- Teapot Segmentation in {word} Attics, ICML 2022\n"
        for word in "dark cold warm long quiet narrow".split()
    )
    (finding,) = crowded_section.check(papers(text), EMPTY, NoOptions())
    assert "6 of the 46 entries" in finding.message
    assert finding.fix is not None
    assert finding.fix.title.startswith("`### Teapot Segmentation`, with lines 45, 46")


def test_what_a_heading_names_already_is_no_group() -> None:
    text = "# L\n\n## Sorting\n\n" + entries("Sorting", 40)
    text += "".join(
        f"- Teapot Segmentation in {word} Attics, ICML 2022\n"
        for word in "dark cold warm long quiet narrow".split()
    )
    text += "\n## Teapot Segmentation\n\n" + entries("Kettles", 6)
    assert not list(crowded_section.check(papers(text), EMPTY, NoOptions()))
