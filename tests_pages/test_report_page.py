"""The report in a browser: for keyboard and screen reader, light, dark and phone, hostile lists."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

Opened = Callable[..., Page]

PAPERS = """# Sorting, a list

## By smell

- Sorting Lists by Smell, NeurlPS 2023 [[Paper](https://arxiv.org/abs/2311.00014)]
- Sorting Lists by Colour, ACL 2022 [[Paper](https://aclanthology.org/2022.acl-long.7)]
- Sorting Lists by Colour, ACL 2022 [[Paper](https://aclanthology.org/2022.acl-long.7)]

## By weight

- Weighing Lists before Sorting Them, ICLR 2021 [[Paper](https://arxiv.org/abs/2101.00014)] [[Code](https://github.com/berg/weigh)]
- 用气味给列表排序, ICML 2020 [[Paper](http://www.arxiv.org/abs/2001.00014)]
"""
HOSTILE = """# <script>document.title="taken"</script> <img src=x onerror="document.title='taken'">

## "><script>document.title='taken'</script>

- `<b onclick=x>` Sorting Lists "by" <script>document.title="taken"</script> Smell, NeurlPS 2023 [[Paper](javascript:alert(1))] [[Code](https://evil.example/"><script>alert(1)</script>)]
- Sorting \u202elists\u202c by \x1b[31mColour, <style>*{display:none}</style> 2022 [[Paper](data:text/html,x)]
- Sorting Lists by Colour, `</li></ol></main>` 2022 [[Paper](vbscript:x)]
"""  # noqa: E501


def seriously(page: Page) -> list[str]:
    """What axe-core finds serious or critical, with where."""
    found = Axe().run(page).response["violations"]
    grave = [each for each in found if each["impact"] in ("serious", "critical")]
    return [f"{each['id']}: {each['nodes'][0]['html'][:200]}" for each in grave]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("phone", [False, True], ids=["wide", "phone"])
def test_everybody_can_use_it(opened: Opened, phone: bool, dark: bool) -> None:
    page = opened(PAPERS, phone=phone, dark=dark)
    for details in page.locator("summary").all():
        details.click()
    page.get_by_label("notes").check()
    assert seriously(page) == []


@pytest.mark.parametrize("phone", [False, True], ids=["wide", "phone"])
def test_nothing_sticks_out_at_the_side(opened: Opened, phone: bool) -> None:
    page = opened(PAPERS + f"\n## {'Sorting' * 40}\n\n- {'Smell' * 60}, ACL 2022\n", phone=phone)
    wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert wide <= 0


def test_a_plot_fits_the_page_or_the_phone(opened: Opened) -> None:
    for phone in (False, True):
        page = opened(PAPERS, phone=phone)
        plots = page.locator("#years ~ svg.plot")
        seen = [each for each in plots.all() if each.is_visible()]
        assert len(seen) == 1
        assert "Papers by year" in (seen[0].get_attribute("aria-label") or "")


def test_findings_are_filtered_by_words_rule_and_level(opened: Opened) -> None:
    page = opened(PAPERS)
    rows = page.locator("#rows > li:visible")
    everything = rows.count()
    assert everything >= 2
    page.get_by_label("Words").fill("NeurlPS smell")
    assert rows.count() == 1
    assert page.locator("#state").inner_text().startswith("1 of ")
    page.get_by_label("Words").fill("")
    page.get_by_label("Rule").select_option("duplicate-paper")
    assert rows.count() == 1
    page.get_by_label("Rule").select_option("")
    page.get_by_label("errors").uncheck()
    assert rows.count() < everything


def test_what_is_shown_is_copied(opened: Opened) -> None:
    page = opened(PAPERS)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_label("Rule").select_option("venue-spelling")
    page.get_by_role("button", name="Copy these").click()
    page.get_by_text("1 copied").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "README.md:5: error venue-spelling: `NeurlPS` should read" in copied
    assert copied.count("\n") == 1


def test_the_keyboard_reaches_everything(opened: Opened) -> None:
    page = opened(PAPERS)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
    reached = set()
    for _ in range(40):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.id || document.activeElement.localName"))
    assert {"summary", "words", "rule", "copy", "input", "a"} <= reached


def test_a_hostile_list_is_text_and_nothing_else(opened: Opened) -> None:
    page = opened(HOSTILE)
    assert page.title() != "taken"
    assert page.locator("script").count() == 1
    assert page.locator("style").count() == 1
    assert page.locator("main").is_visible()
    kinds = page.evaluate("[...document.links].map(link => link.protocol)")
    assert set(kinds) <= {"http:", "https:", "file:"}
    assert "\u202e" not in page.content()
    assert "\x1b" not in page.content()


def test_printing_shows_what_is_folded(opened: Opened) -> None:
    page = opened(PAPERS)
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.get_by_role("rowheader", name="2023").first.is_visible()
    assert not page.locator("#filter").is_visible()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert not page.get_by_role("rowheader", name="2023").first.is_visible()
