"""Lists that teach nothing, or in scripts of their own: no crash, and silence."""

from __future__ import annotations

import random
from importlib import import_module

import pytest

from listlint.commands.place import _lines
from listlint.finding import Finding
from listlint.lint.gather import lint
from made import papers

RULES = ("misplaced-entry", "crowded-section", "near-duplicate", "duplicate-paper", "copies-differ")
WORDS = "Sorting Folding Mending Weighing Counting Stacking Naming Tuning".split()
THINGS = "Lists Maps Keys Kettles Lids Umbrellas Drawers Boats Socks Jars Clocks".split()
SIGNS = "排序折叠称重计数命名地图钥匙茶壶雨伞抽屉小船袜子瓶罐时钟"


def title(n: int) -> str:
    return f"{WORDS[n % 8]} {THINGS[n % 11]} with {WORDS[n // 8 % 8]} {THINGS[n // 11 % 11]} {n}"


def chinese(n: int) -> str:
    return "".join(SIGNS[(n * 7 + k * k) % len(SIGNS)] for k in range(9)) + f"第{n}"


def mixed(n: int) -> str:
    return f"{title(n)} für 排序 и карты שלום {chinese(n)} \u202e🙂"


def sections(titles: list[list[str]], named: str = "Cupboard {}") -> str:
    text = "# Things\n"
    for n, each in enumerate(titles):
        lines = "".join(f"- {one}, ICML 2023\n" for one in each)
        text += f"\n## {named.format(n)}\n\n{lines}"
    return text


def topics() -> str:
    """Two that titles tell apart, and one entry among strangers."""
    chance = random.Random(3)
    kettles = "Kettles Steam Teapots Boiling Kitchens Stoves Lids Whistles".split()
    socks = "Socks Sorting Drawers Gloves Smell Pairing Wool Mittens".split()

    def lines(words: list[str]) -> list[str]:
        return [f"{' '.join(chance.sample(words, 3))} {n}" for n in range(40)]

    return sections([lines(kettles), [*lines(socks), " ".join(kettles[:5])]])


LISTS = {
    "one section": sections([[title(n) for n in range(60)]]),
    "no section": "".join(f"- {title(n)}, ICML 2023\n" for n in range(60)),
    "400 sections": sections([[title(6 * n + k) for k in range(6)] for n in range(400)]),
    "400 sections of one name": sections(
        [[title(6 * n + k) for k in range(6)] for n in range(400)], "Kettles"
    ),
    "sections of one entry": sections([[title(n)] for n in range(120)]),
    "empty sections": sections([[] for _ in range(50)]) + sections([[title(1)]]),
    "Chinese": sections([[chinese(30 * n + k) for k in range(30)] for n in range(4)], "主题 {}"),
    "mixed scripts": sections([[mixed(30 * n + k) for k in range(30)] for n in range(4)]),
    "headings of signs": sections([[title(9 * n + k) for k in range(9)] for n in range(5)], "🙂"),
    "years alone": sections([[title(9 * n + k) for k in range(9)] for n in range(9)], "201{}"),
}


def said(text: str) -> list[Finding]:
    report = lint(papers(text))
    assert not report.faults
    return [each for each in report.findings if each.rule in RULES]


@pytest.mark.parametrize("name", LISTS)
def test_where_nothing_is_taught_nothing_is_said(name: str) -> None:
    assert said(LISTS[name]) == []


@pytest.mark.parametrize("name", LISTS)
def test_a_title_is_placed_or_it_is_said_that_none_can_be(name: str) -> None:
    assert list(_lines(papers(LISTS[name]), "Mending Kettles 排序"))


@pytest.mark.parametrize(("name", "found"), [("400 sections", 0), ("topics", 1)])
def test_of_a_very_long_list_some_entries_show_whether_it_teaches(
    name: str, found: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_module("listlint.placement.misplaced"), "SAMPLE", 30)
    assert (
        len(
            [
                each
                for each in said(topics() if name == "topics" else LISTS[name])
                if each.rule == "misplaced-entry"
            ]
        )
        == found
    )


def test_a_chinese_title_twice_is_one_paper() -> None:
    text = sections([[chinese(1), chinese(2), chinese(1)]])
    assert [each.rule for each in said(text)] == ["duplicate-paper"]
