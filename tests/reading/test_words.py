"""What single words say: dates, headings without papers, field words, signs at a title's edges.

Told through whole lists, as far as a reader would notice them there.
"""

from __future__ import annotations

import pytest

from listlint.reading.edges import trim_text
from listlint.reading.evidence import year_of_date
from made import papers

LINK = "[[Paper](https://arxiv.org/abs/2203.0000{})]"
ROWS = "".join(
    f"- **{title}**, ACL 2022 {LINK.format(n)}\n"
    for n, title in enumerate(("Sorting Lists by Smell", "Folding Maps by Touch"))
)

DATES = {
    "2024": 2024,
    "Jan 2024": 2024,
    "January, 2024": 2024,
    "2023.10": 2023,
    "2023-10-05": 2023,
    "2023/10/05": 2023,
    "05/10/2023": 2023,
    "[28th April, 2021]": 2021,
    "Summer 2019": 2019,
    "202310": 2023,
    "1968": 1968,
    "late 2020": 2020,
    "28 April": None,
    "12": None,
    "": None,
    "ACL 2022": None,
    "2021 and 2022": None,
    "2021-2022": None,
    "2203.00001": None,
    "1066": None,
    "2077": None,
    "202399": None,
    "Sorting Lists": None,
    "2024, a year that is told of at too great a length": None,
}
NOISE = """
News
Latest News
What's in the Updates
Updates
🔥 News 🔥
Citation
Citing this repo
How to Cite
Contributing
Contribution Guidelines
Contributors
Our Contributors
Acknowledgements
License
Licence
Star History
Table of Contents
Contents
目录
更新
Contact Us
Sponsors
TODO
Changelog
"""
PAPERS = """
Papers
News Recommendation
Citation Recommendation
Contributing Factors of Drift
Contact-Rich Manipulation
Licence Plates
Star Tracking
Surveys (todo)
Content Moderation
2022
"""
TRIMMED = {
    "🔥 Sorting Lists": "Sorting Lists",
    "Sorting Lists :star:": "Sorting Lists",
    "⭐️⭐️ Sorting Lists ⭐": "Sorting Lists",
    "- Sorting Lists,": "Sorting Lists",
    "**Sorting Lists.**": "Sorting Lists",
    "· Sorting Lists ·": "Sorting Lists",
    "👩‍🔬 Sorting Lists": "Sorting Lists",
    ": Sorting Lists :": "Sorting Lists",
    "Sorting: Lists": "Sorting: Lists",
    "Lists 10:30": "Lists 10:30",
    "Sorting Lists?": "Sorting Lists?",
    "Sorting Lists!": "Sorting Lists!",
    "🔥": "",
    " \u3000": "",
}


@pytest.mark.parametrize("text", DATES)
def test_the_year_of_a_date(text: str) -> None:
    assert year_of_date(text) == DATES[text]


@pytest.mark.parametrize("heading", NOISE.strip().splitlines())
def test_below_such_a_heading_stand_no_papers(heading: str) -> None:
    read_ = papers(f"# Awesome Kettles\n\n## {heading}\n\n{ROWS}\n## Papers\n\n{ROWS}")
    assert {read_.sections[e.section or 0].title for e in read_.entries} == {"Papers"}


@pytest.mark.parametrize("heading", PAPERS.strip().splitlines())
def test_below_such_a_heading_stand_papers(heading: str) -> None:
    assert len(papers(f"# Awesome Kettles\n\n## {heading}\n\n{ROWS}").entries) == 2


@pytest.mark.parametrize("text", TRIMMED)
def test_signs_at_an_edge_are_none_of_the_words(text: str) -> None:
    assert trim_text(text) == TRIMMED[text]


FIELDS = {
    "Authors": "authors",
    "Author(s)": "authors",
    "**Authors**": "authors",
    "👥 Authors": "authors",
    "作者": "authors",
    "Venue": "venue",
    "Published in": "venue",
    "Conference": "venue",
    "会议": "venue",
}
VALUES = {"authors": "Ada Berg, Bo Dorn", "venue": "ACL"}


@pytest.mark.parametrize("word", FIELDS)
@pytest.mark.parametrize("colon", [": ", "："])
def test_a_field_word_says_what_follows(word: str, colon: str) -> None:
    role = FIELDS[word]
    row = f"- **Sorting Lists by Smell** {LINK.format(1)}\n  - {word}{colon}{VALUES[role]}\n"
    (entry,) = papers(row).entries
    said = entry.authors if role == "authors" else entry.venue and entry.venue.name
    assert said == VALUES[role]


@pytest.mark.parametrize("word", ["Keywords", "TL;DR", "Institution", "Task", "Summary", "机构"])
def test_what_follows_any_other_field_word_is_no_value(word: str) -> None:
    rows = f"- **Sorting Lists by Smell** {LINK.format(1)}\n  - {word}: Grete Gupta, Bo Dorn\n"
    (entry,) = papers(rows).entries
    assert (entry.title, entry.authors) == ("Sorting Lists by Smell", None)


@pytest.mark.parametrize("word", ["Whistle", "Lid type"])
def test_a_list_has_field_words_of_its_own(word: str) -> None:
    below = f"  - {word}: Grete Gupta, Bo Dorn\n"
    rows = (f"- **Sorting Lists by Smell {n}** {LINK.format(n)}\n{below}" for n in range(5))
    entries = papers("".join(rows)).entries
    assert [e.title for e in entries] == [f"Sorting Lists by Smell {n}" for n in range(5)]
    assert [e.authors for e in entries] == [None] * 5


def test_titles_that_begin_with_a_nickname_hold_no_field_word() -> None:
    rows = "".join(
        f"- **{nick}: Sorting Long Lists by Smell**, ACL 2022 {LINK.format(n)}\n"
        for n, nick in enumerate(("FedKettle", "Paper", "Data", "Code", "Task"))
    )
    entries = papers(rows).entries
    assert [e.title.partition(": ")[2] for e in entries] == ["Sorting Long Lists by Smell"] * 5
