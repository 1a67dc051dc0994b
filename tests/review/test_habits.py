"""A large change doesn't vote for itself: what counts as a habit is the list before it."""

from __future__ import annotations

from collections import Counter

import pytest

from listlint.finding import Finding
from listlint.review.compared import compared
from listlint.source import Source
from review.lists import THINGS, WORDS

HEAD = "# Awesome Tidying\n\n"


def line(number: int, *, before: str = ", ", venue: str = "ACL, 2022", label: str = "Paper") -> str:
    return f"- {name(number)}{before}<ins>{venue}</ins> [[{label}]({address(number)})]\n"


def name(number: int) -> str:
    return f"{WORDS[number % 8]} {number} {THINGS[number % 11]} with Two Hands"


def address(number: int) -> str:
    return f"https://arxiv.org/abs/2203.{number:05}"


def lines(first: int, count: int, **more: str) -> str:
    return "".join(line(number, **more) for number in range(first, first + count))


def said(base: str, head: str, rule: str) -> list[Finding]:
    """What the rule says of the head, with the habits of the base."""
    found = compared(Source(base), "README.md", Source(head), "README.md")
    assert not found.head.faults
    return [each for each in found.head.findings if each.rule == rule]


OLD = HEAD + "## Sorting\n\n" + lines(1, 24)


@pytest.mark.parametrize("heading", ["", "\n## Folding\n\n"])
@pytest.mark.parametrize(
    ("rule", "more"),
    [
        ("entry-style", {"before": " "}),
        ("label-spelling", {"label": "paper"}),
        ("venue-spelling", {"venue": "Acl, 2022"}),
    ],
)
def test_forty_that_are_written_otherwise(rule: str, more: dict[str, str], heading: str) -> None:
    assert len(said(OLD, OLD + heading + lines(100, 40, **more), rule)) == 40


def test_a_venue_in_another_form() -> None:
    base = HEAD + lines(1, 12, venue="arXiv, 2022")
    found = said(base, base + lines(100, 60, venue="Arxiv, 2022"), "venue-spelling")
    assert Counter(each.level for each in found) == {"warning": 60}
    assert "as this list does 12 of 12 times" in found[0].message


def test_blanks_that_the_list_sets_and_doesnt_set() -> None:
    missing = lines(100, 40).replace("</ins> [[", "</ins>[[")
    assert len(said(OLD, OLD + missing, "spacing")) >= 40 or said(OLD, OLD + missing, "entry-style")
    doubled = lines(100, 40).replace(" with", "  with")
    assert len(said(OLD, OLD + doubled, "spacing")) == 40


def test_blanks_at_line_ends() -> None:
    ends = lines(100, 40).replace("\n", " \n")
    assert len(said(OLD, OLD + ends, "trailing-blank")) == 40


def test_fields_that_nearly_all_have() -> None:
    bare = "".join(f"- {name(n)} [[Paper]({address(n)})]\n" for n in range(100, 140))
    assert len(said(OLD, OLD + bare, "missing-field")) >= 40


def test_items_that_cannot_be_read() -> None:
    bad = "".join(f"- <ins>ACL, 2022</ins> [[Paper]({address(n)})]\n" for n in range(100, 110))
    assert len(said(OLD, OLD + bad, "unread-entry")) == 10


def test_papers_in_several_sections() -> None:
    base = OLD + "\n## Folding\n\n" + lines(60, 10)
    assert len(said(base, base + lines(1, 12), "duplicate-paper")) == 12


def test_an_order() -> None:
    def dated(first: int, years: range) -> str:
        text = "".join(line(n, venue=f"ACL, {year}") for n, year in enumerate(years, first))
        return text.replace("https://arxiv.org/abs/2203.", "https://berg.example/p")

    base = HEAD + dated(1, range(2024, 2004, -1))
    assert len(said(base, base + dated(100, range(2010, 2020)), "entry-order")) >= 8


def test_contents_that_name_all() -> None:
    names = [f"By {thing}" for thing in THINGS]
    toc = "".join(f"- [{each}](#{each.lower().replace(' ', '-')})\n" for each in names[:6])
    parts = [f"## {each}\n\n{lines(10 * n, 3)}\n" for n, each in enumerate(names)]
    base = HEAD + toc + "\n" + "".join(parts[:6])
    assert len(said(base, base + "".join(parts[6:]), "toc-drift")) == 5


def test_levels_of_headings() -> None:
    base = HEAD + "## Sorting\n\n### By Smell\n\n" + lines(1, 4)
    more = "".join(f"#### By {thing}\n\n{lines(100 * n, 3)}\n" for n, thing in enumerate(THINGS, 1))
    [found] = said(base, f"{base}\n## Folding\n\n{more}", "heading-increment")
    assert found.level == "warning"


def test_words_of_titles() -> None:
    slip = lines(200, 3).replace("Two Hands", "Cupbaords")
    base = HEAD + lines(1, 24).replace("Two Hands", "Cupboards")
    assert len(said(base, base + slip, "title-spelling")) == 3


def test_marks_of_items() -> None:
    assert len(said(OLD, OLD + lines(100, 40).replace("- ", "* ", 1), "list-marker")) == 1
    stars = "\n## Folding\n\n" + lines(100, 40).replace("- ", "* ")
    assert len(said(OLD, OLD + stars, "list-marker")) == 40


def test_brackets_of_links() -> None:
    other = lines(100, 40).replace("[[Paper](", "[[Paper]](").replace(")]\n", ")\n")
    assert len(said(OLD, OLD + other, "link-form")) == 40


def test_places_of_entries() -> None:
    topics = {
        "Socks": "Knitting Wool Heel Yarn Darning",
        "Kettles": "Boiling Whistle Steam Spout Teapot",
    }

    def about(topic: str, first: int, count: int) -> str:
        words = topics[topic].split()
        titles = (
            f"{words[n % 5]} {words[(n + 1) % 5]} and {words[(n + 2) % 5]} for {n}"
            for n in range(first, first + count)
        )
        return "".join(f"- {title}, ACL 2022\n" for title in titles)

    base = "".join(f"## {topic}\n\n{about(topic, 1, 20)}\n" for topic in topics)
    head = base + about("Socks", 100, 40)
    assert len(said(base, head, "misplaced-entry")) == 40
