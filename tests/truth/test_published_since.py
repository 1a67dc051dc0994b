"""Preprints that were published: written as each list writes venue and year, or moved."""

from __future__ import annotations

import pytest

from truth.telling import ADA, BO, Known, judged, mended, published, record, said, unpublished

RULE = "published-since"
ID, TITLE = "arxiv:2305.00017", "Sorting Lists by Smell"
LINK = "[[Paper](https://arxiv.org/abs/2305.00017)]"
KNOWN = published(ID, "ICLR", 2024, title=TITLE, authors=f"{ADA}\n{BO}")
OTHERS = """
- Counting Umbrellas in the Dark, {0} [[Paper](https://arxiv.org/abs/2205.00018)]
- Folding Maps under Drift, {0} [[Paper](https://arxiv.org/abs/2205.00019)]
- Mending Kettles from Few Examples, {0} [[Paper](https://arxiv.org/abs/2205.00020)]
""".lstrip()


def line(stated: str) -> str:
    return f"- {TITLE}{stated} {LINK}\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (", arXiv 2023", ", ICLR 2024"),
        (", <ins>arXiv, 2023</ins>", ", <ins>ICLR, 2024</ins>"),
        (" (arXiv'23)", " (ICLR'24)"),
        (". *arXiv preprint*, 2023.", ". *ICLR*, 2024."),
        (", `arXiv 2023`", ", `ICLR 2024`"),
    ],
)
def test_venue_and_year_stand_where_the_preprint_stood(before: str, after: str) -> None:
    assert mended(RULE, line(before), KNOWN) == line(after)


def test_what_else_the_slot_said_of_the_preprint_goes_and_the_list_shows_how_it_reads() -> None:
    others = OTHERS.format("ICML, 2022")
    before = others + line(". arXiv preprint arXiv:2305.00017, 2023.")
    assert mended(RULE, before, KNOWN) == others + line(". ICLR, 2024.")
    assert mended(RULE, line(" (arXiv, Jan 2023)"), KNOWN) == line(" (ICLR 2024)")


def test_the_name_is_the_one_that_the_list_writes() -> None:
    others = OTHERS.format("TheWebConf 2022")
    known = published(ID, "WWW", 2024, title=TITLE)
    before = others + line(", arXiv 2023")
    assert mended(RULE, before, known) == others + line(", TheWebConf 2024")


def test_the_year_changes_wherever_it_stands_and_a_date_stays() -> None:
    row = "| 2023 | {} | arXiv 2023 | 2023-05-01 | " + LINK + " |\n"
    head = "| Year | Title | Venue | Out | Links |\n|---|---|---|---|---|\n"
    before = head + row.format(TITLE)
    after = before.replace("| 2023 |", "| 2024 |").replace("arXiv 2023", "ICLR 2024")
    assert mended(RULE, before, KNOWN) == after


def test_a_badge_that_states_the_venue_changes_with_it() -> None:
    badge = "- {} ![](https://img.shields.io/badge/{}-red) " + LINK + "\n"
    before = badge.format(TITLE, "arXiv-2023")
    assert mended(RULE, before, KNOWN) == badge.format(TITLE, "ICLR-2024")


def test_findings_are_told_from_the_conference() -> None:
    known = published(ID, "ACL", 2024, track="findings", title=TITLE)
    assert mended(RULE, line(", arXiv 2023"), known) == line(", ACL 2024 Findings")


def test_of_a_paper_without_a_venue_it_is_said_where_the_others_name_theirs() -> None:
    others = "".join(
        f"- Sorting Drawers by Touch, Part {n}, <ins>ICML, 2022</ins> "
        f"[[Paper](https://arxiv.org/abs/2205.0010{n})]\n"
        for n in range(8)
    )
    assert not said(RULE, line(""), KNOWN)
    before = others + line("")
    assert mended(RULE, before, KNOWN) == others + line(", <ins>ICLR, 2024</ins>")


def test_an_empty_cell_is_filled() -> None:
    head = "| Title | Venue | Year | Links |\n|---|---|---|---|\n"
    rows = "".join(
        f"| Sorting Drawers by Touch, Part {n} | ICML | 2022 "
        f"| [[Paper](https://arxiv.org/abs/2205.0010{n})] |\n"
        for n in range(8)
    )
    row = "| " + TITLE + " | {} | {} | " + LINK + " |\n"
    before = head + rows + row.format("-", 2023)
    assert mended(RULE, before, KNOWN) == head + rows + row.format("ICLR", 2024)


HEADINGS = """
## {0}

- Counting Umbrellas in the Dark [[Paper](https://arxiv.org/abs/2305.00018)]
- Folding Maps under Drift [[Paper](https://arxiv.org/abs/2305.00019)]

## {1}

- Mending Kettles from Few Examples [[Paper](https://arxiv.org/abs/2305.00020)]
""".lstrip()


def test_an_entry_below_a_heading_moves_to_the_heading_of_its_venue() -> None:
    before = HEADINGS.format("ICLR 2024", "arXiv 2023") + line("")
    after = HEADINGS.format("ICLR 2024", "arXiv 2023").replace(
        "\n## arXiv", line("") + "\n## arXiv"
    )
    assert mended(RULE, before, KNOWN) == after


def test_where_no_heading_names_the_venue_the_move_is_told_in_words() -> None:
    before = HEADINGS.format("ICML 2024", "arXiv 2023") + line("")
    (finding,) = judged(RULE, before, KNOWN)
    assert finding.fix is not None
    assert not finding.fix.edits
    assert mended(RULE, before, KNOWN) == before


def test_a_section_of_a_year_gives_the_entry_to_the_next_and_the_venue_changes_on_the_way() -> None:
    years = """
## 2024

- Counting Umbrellas in the Dark, ICML [[Paper](https://arxiv.org/abs/2305.00018)]

## 2023

- Sorting Lists by Smell, arXiv [[Paper](https://arxiv.org/abs/2305.00017)]
- Mending Kettles from Few Examples, CVPR [[Paper](https://arxiv.org/abs/2305.00020)]
""".lstrip()
    done = mended(RULE, years, KNOWN)
    assert done.index("Sorting Lists by Smell, ICLR [[Paper]") < done.index("## 2023")


def test_the_message_names_the_record_and_what_shows_that_it_is_the_same_paper() -> None:
    known = record(ID, TITLE, ADA, BO)
    assert said(RULE, line(", arXiv 2023"), KNOWN, known) == [
        "Published at ICLR 2024 (DBLP ICLR/2024, same title and first author); "
        "this line says arXiv 2023."
    ]


@pytest.mark.parametrize(
    "known",
    [
        published(ID, "ICLR", 2024, title="Sorting Lists by Touch"),  # another paper's record
        published(ID, "ICML", 2024, track="workshop", title=TITLE),
        published(ID, "PMLR", 2024, title=TITLE),  # a series
        published(ID, "arXiv", 2024, title=TITLE),
        published(ID, "ICLR", 2024, title=TITLE, against="Crossref"),
        published(ID, "ICLR", 1980, title=TITLE),  # never held then
        published(ID, "Gazette of Drawers", 2024, title=TITLE),
        unpublished(ID),
    ],
)
def test_what_is_not_sure_is_not_said(known: Known) -> None:
    assert not said(RULE, line(", arXiv 2023"), known)


def test_another_first_author_is_another_paper() -> None:
    known = published(ID, "ICLR", 2024, title=TITLE, authors="Carla Castellano")
    assert not said(RULE, line(", arXiv 2023"), known, record(ID, TITLE, ADA, BO))
    named = f"- {TITLE}. Dmitri Dorn, Bo Berg. arXiv 2023. {LINK}\n"
    assert not said(RULE, named, known)


def test_nothing_is_said_of_a_paper_that_states_its_venue() -> None:
    assert not said(RULE, line(", NeurIPS 2023"), KNOWN)


def test_a_whole_season_is_mended_at_once() -> None:
    count = 40
    text = "".join(
        f"- Sorting Drawers by Touch, Part {n}, arXiv 2023 "
        f"[[Paper](https://arxiv.org/abs/2305.{n:05})]\n"
        for n in range(1, count)
    )
    known = [
        published(f"arxiv:2305.{n:05}", "ICLR", 2024, title=f"Sorting Drawers by Touch, Part {n}")
        for n in range(1, count)
    ]
    assert mended(RULE, text, *known) == text.replace("arXiv 2023", "ICLR 2024")


def test_a_line_that_names_the_venue_beside_the_preprint_lacks_nothing() -> None:
    both = f"- {TITLE}. [arXiv 2023](https://arxiv.org/abs/2305.00017)/[ICLR (2024)](https://example.org/x)\n"
    assert not said(RULE, both, KNOWN)
    proceedings = line(", arXiv 2023").replace(
        "]\n", "] [[ACL](https://aclanthology.org/2024.acl-long.7)]\n"
    )
    assert not said(RULE, proceedings, KNOWN)


def test_a_heading_that_is_not_understood_may_name_the_venue() -> None:
    named = "## ICML\n\n" + "".join(
        f"- Sorting Drawers by Touch, Part {n}, ICML 2022 [[Paper](https://arxiv.org/abs/2205.0010{n})]\n"
        for n in range(8)
    )
    bare = "\n## MM\n\n" + "".join(
        f"- Sorting Drawers by Sound, Part {n} [[Paper](https://arxiv.org/abs/2205.0020{n})]\n"
        for n in range(4)
    )
    assert not said(RULE, named + bare + line(""), KNOWN)
