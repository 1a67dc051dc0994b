"""What headings, group bullets and bold lines state for the papers below them, and what not."""

from __future__ import annotations

import pytest

from listlint.knowledge.vocabulary import Vocabulary
from listlint.reading import read
from listlint.source import from_bytes
from made import papers

TITLES = ("Digging Deep Gardens by Touch", "Can Tulips Count to Ten?", "Ponds under Drift")
ROWS = [f"- [{title}](https://arxiv.org/abs/2305.9000{n})\n" for n, title in enumerate(TITLES)]

Said = tuple[str | None, str | None, int | None]  # venue, track, year
HEADINGS: dict[str, Said] = {
    "CVPR 2023": ("CVPR", None, 2023),
    "CVPR'23": ("CVPR", None, 2023),
    "ICCV2023": ("ICCV", None, 2023),
    "2022 KDD": ("KDD", None, 2022),
    "[ICML 2023]": ("ICML", None, 2023),
    "[ICCV 2023](https://iccv.example/)": ("ICCV", None, 2023),
    ":star: KDD 2022": ("KDD", None, 2022),
    "ACL 2023 (12 papers)": ("ACL", None, 2023),
    "Accepted at ICCV 2023": ("ICCV", None, 2023),
    "Top-tier 2021 (ICML)": ("ICML", None, 2021),
    "NeurIPS 2022 Workshop": ("NeurIPS", "Workshop", 2022),
    "ICLR 2023 Oral": ("ICLR", "Oral", 2023),
    "EMNLP 2023 Findings": ("EMNLP", "Findings", 2023),
    "Findings of EMNLP 2023": ("EMNLP", "Findings", 2023),
    "arXiv": ("arXiv", None, None),
    "arXiv 2023": ("arXiv", None, 2023),
    "🔥 2023": (None, None, 2023),
    "Year 2023": (None, None, 2023),
    "2023.05": (None, None, 2023),
    "May 2023": (None, None, 2023),
    "2022年": (None, None, 2022),
    "Published in 2021": (None, None, 2021),
    "Q1 2024": (None, None, 2024),
    "Papers (2018-2020)": (None, None, None),
    "2020 ~ 2022": (None, None, None),
    "2020-present": (None, None, None),
    "2022 - now": (None, None, None),
    "2020/2021": (None, None, None),
    "Since 2020": (None, None, None),
    "Until 2020": (None, None, None),
    "Before 2022": (None, None, None),
    "After 2020": (None, None, None),
    "2020 and before": (None, None, None),
    "Pre-2020": (None, None, None),
    "Journals": (None, None, None),
    "Vision": (None, None, None),
    "Fast Inference": (None, None, None),
    "Chi": (None, None, None),
}


def stated(text: str) -> tuple[int, set[Said]]:
    entries = papers("# Awesome Gardens\n\n## Some papers\n\n" + text).entries
    assert all("venue" in e.inherited for e in entries if e.venue)
    assert all("year" in e.inherited for e in entries if e.year)
    return len(entries), {
        (e.venue and e.venue.name, e.venue and e.venue.track, e.year) for e in entries
    }


@pytest.mark.parametrize("heading", HEADINGS)
@pytest.mark.parametrize("marks", ["### {}", "{}\n---"])
def test_a_heading(heading: str, marks: str) -> None:
    assert stated(marks.format(heading) + "\n\n" + "".join(ROWS)) == (3, {HEADINGS[heading]})


@pytest.mark.parametrize("said", ["ICCV 2023", "ICCV", "2023"])
@pytest.mark.parametrize("line", ["**{}**", "**{}:**", "__{}__", "<h3>{}</h3>"])
def test_a_line_set_apart(said: str, line: str) -> None:
    venue, year = "ICCV" if "ICCV" in said else None, 2023 if "2023" in said else None
    assert stated(line.format(said) + "\n\n" + "".join(ROWS)) == (3, {(venue, None, year)})


@pytest.mark.parametrize("said", ["ICCV 2023", "ICCV", "2023"])
@pytest.mark.parametrize("bullet", ["- {}", "- **{}**", "1. **{}**", "- <b>{}</b>"])
def test_a_bullet_above_bullets(said: str, bullet: str) -> None:
    venue, year = "ICCV" if "ICCV" in said else None, 2023 if "2023" in said else None
    rows = "".join("    " + row for row in ROWS)
    assert stated(bullet.format(said) + "\n" + rows) == (3, {(venue, None, year)})


def test_the_nearest_one_counts() -> None:
    text = "### 2021\n\n- **ICML 2022**\n  " + ROWS[0] + "\n### KDD\n\n" + ROWS[1]
    found = [(e.venue and e.venue.name, e.year) for e in papers(text).entries]
    assert found == [("ICML", 2022), ("KDD", None)]


def test_what_the_entry_says_itself_counts_more() -> None:
    text = "### ICML 2022\n\n" + "".join(row.rstrip() + ", ACL 2020\n" for row in ROWS)
    assert [(e.venue and e.venue.name, e.year, e.inherited) for e in papers(text).entries] == [
        ("ACL", 2020, ())
    ] * 3


def test_a_summary_is_no_heading() -> None:
    text = "<details>\n<summary>ICML 2022</summary>\n\n" + "".join(ROWS) + "\n</details>\n"
    assert stated(text) == (3, {(None, None, None)})


def test_a_line_set_apart_ends_with_the_next_heading() -> None:
    text = "**ICML 2022**\n\n" + "".join(ROWS[:2]) + "\n### More\n\n" + ROWS[2]
    assert [e.year for e in papers(text).entries] == [2022, 2022, None]


def test_a_title_of_the_document_stands_above_all() -> None:
    text = "# ICCV-2023-Papers\n\n## Ponds\n\n### Deep ones\n\n" + "".join(ROWS)
    found = {(e.venue and e.venue.name, e.year, e.inherited) for e in papers(text).entries}
    assert found == {("ICCV", 2023, ("venue", "year"))}


def test_a_venue_of_the_configuration_is_known_in_headings_and_entries() -> None:
    rows = "### KettleConf 2021\n\n" + ROWS[0] + ROWS[1].rstrip() + ", KettleConf 2022\n"
    known = Vocabulary({"kettleconf": ("kettle", "KettleConf")})
    there = read(from_bytes(rows.encode(), "README.md"), vocabulary=known).entries
    assert [(e.venue and e.venue.id, e.year) for e in there] == [("kettle", 2021), ("kettle", 2022)]
    here = papers(rows).entries
    assert [e.venue and e.venue.id for e in here] == [None, None]
