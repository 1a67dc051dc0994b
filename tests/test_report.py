"""``listlint report``: what is counted and told; what a browser makes of it is in tests_pages/."""

from __future__ import annotations

import re
from importlib import util
from pathlib import Path

import pytest

from conftest import Command
from listlint.facts import ABSENT, AGREES, DIFFERS, LINK, Answer, Answers, Question
from listlint.lint.gather import Report, lint
from listlint.report.figures import Figures, figures
from listlint.report.growth import affordable, chosen
from listlint.report.health import health, link_states
from listlint.revisions import content, history
from listlint.world.cache import Cache
from made import papers as read
from test_since import git

LIST = """# Sorting

## By smell

- Sorting Lists by Smell, NeurIPS 2023 [[Paper](https://arxiv.org/abs/2311.00014)]
- Sorting Lists by Colour, ACL 2021 [[Paper](https://aclanthology.org/2021.acl-long.7)]
- Sorting Lists by Sound, ACL 2021 [[Paper](https://aclanthology.org/2021.acl-long.8)]

## By weight

### Tools

- A Sieve for Lists, arXiv 2019 [[Code](https://github.com/berg/sieve)]
"""


def counted(text: str) -> Figures:
    return figures(read(text))


def told(listlint: Command, *words: str) -> str:
    end = listlint("report", "README.md", *words)
    assert (end.code, end.err) == (0, "")
    return end.out


def test_years_have_no_gap_and_venues_their_own_name() -> None:
    figure = counted(LIST.replace("NeurIPS", "NIPS"))
    assert [tuple(each) for each in figure.years][-3:] == [("2021", 2), ("2022", 0), ("2023", 1)]
    assert ("ACL", 2) in figure.venues
    assert ("NeurIPS", 1) in figure.venues


def test_a_year_that_cannot_be_stretches_no_plot() -> None:
    many = LIST.replace("2019", "9999")
    assert len(counted(many).years) == 3


def test_sections_stand_under_those_around_them_with_their_own_entries() -> None:
    rows = counted(LIST).sections.rows
    assert [(row.title, row.depth, row.entries) for row in rows] == [
        ("By smell", 0, 3),
        ("By weight", 0, 0),
        ("Tools", 1, 1),
    ]


def test_many_years_share_the_first_column() -> None:
    lines = (f"- Sorting Lists {y} Times, ACL {y}\n" for y in range(2001, 2021))
    columns = counted("## A\n\n" + "".join(lines)).sections.columns
    assert columns[0] == "earlier"
    assert columns[1:] == tuple(map(str, range(2013, 2021)))


def test_every_part_of_the_health_figure_says_how_it_is_counted() -> None:
    report = lint(read(LIST.replace("NeurIPS", "NeurlPS")))
    state = health(report, link_states(report, Answers()))
    parts = {part.name: (part.good, part.all) for part in state.parts}
    assert parts["Understood"] == (4, 4)
    assert parts["No errors"] == (3, 4)
    assert "Links alive" not in parts
    assert "--online" in state.left_out[0]
    mean = sum(part.good / part.all for part in state.parts) / len(state.parts)
    assert state.figure == int(100 * mean)


def test_answered_links_are_a_part_of_it() -> None:
    report = lint(read(LIST))
    answers = Answers(
        {
            Question(LINK, "https://arxiv.org/abs/2311.00014"): Answer(AGREES),
            Question(LINK, "https://aclanthology.org/2021.acl-long.7"): Answer(DIFFERS),
            Question(LINK, "https://github.com/berg/sieve"): Answer(ABSENT),
        }
    )
    states = link_states(report, answers)
    assert states == (1, 1, 1, 1)
    state = health(report, states)
    assert (state.parts[-1].good, state.parts[-1].all, state.left_out) == (2, 3, ())


def test_a_list_without_entries_has_no_figure() -> None:
    report: Report = lint(read("Words.\n"))
    assert health(report, link_states(report, Answers())).figure is None


def test_revisions_are_spread_and_their_number_is_bounded() -> None:
    assert chosen(range(100), 5) == [0, 24, 49, 74, 99]
    assert chosen([1, 2], 5) == [1, 2]
    assert chosen(range(100), 1) == [99]
    assert chosen(range(100), 0) == []
    assert affordable(10_000) == 24
    assert affordable(2_000_000) == 5
    assert affordable(8_000_000) == 2


@pytest.fixture
def repository(folder: Path) -> Path:
    """A list that was called otherwise, was no text once, and grew."""
    git(folder, "init", "-q", "-b", "main")
    (folder / "LIST.md").write_text("\n".join(LIST.split("\n")[:5]) + "\n")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "one")
    git(folder, "mv", "LIST.md", "README.md")
    git(folder, "commit", "-qm", "renamed")
    for text in (b"\xff\xfe", LIST.encode()):
        (folder / "README.md").write_bytes(text)
        git(folder, "commit", "-qam", "more")
    return folder


def test_history_follows_a_list_to_its_former_name(repository: Path) -> None:
    past = history("README.md")
    assert [each.name for each in past] == ["LIST.md", "README.md", "README.md", "README.md"][
        -len(past) :
    ]
    assert content(past[-1], "README.md") == LIST.encode()
    assert content(past[0], "README.md") != LIST.encode()
    assert content(past[0]._replace(name="gone.md"), "README.md") is None


def test_the_page_tells_how_the_list_grew(listlint: Command, repository: Path) -> None:
    page = told(listlint)
    assert "from 1 entry on" in page
    assert "to 4 on" in page
    assert "Entries over time: from 1 to 4" in page
    assert "--revisions is 0" in told(listlint, "--revisions", "0")


def test_without_git_the_page_says_so(listlint: Command, folder: Path) -> None:
    (folder / "README.md").write_text(LIST)
    page = told(listlint)
    assert "git knows fewer than two revisions" in page
    assert "Sorting Lists by Smell" not in page  # a list's own words are its own


def test_the_page_is_one_file_and_the_same_each_time(listlint: Command, folder: Path) -> None:
    (folder / "README.md").write_text(LIST)
    page = told(listlint)
    assert page == told(listlint)
    assert "default-src &#39;none&#39;" in page
    assert not re.search(r"<(link|img|iframe|object)\b|\bsrc=|@import|url\(", page)
    listlint("report", ".", "--output", "page.html")
    assert Path("page.html").read_text("utf-8").count("<html") == 1


def test_more_findings_than_anybody_reads_are_counted(listlint: Command, folder: Path) -> None:
    lines = (f"- Sorting Lists {n} Times , NeurlPS 2023\n" for n in range(2100))
    (folder / "README.md").write_text("## A\n\n" + "".join(lines))
    page = told(listlint)
    assert "The gravest 2,000 of " in page
    assert page.count("<li data-level") == 2000
    assert len(page) < 2_000_000


def test_items_that_were_not_understood_are_shown(listlint: Command, folder: Path) -> None:
    lines = "".join(
        f"- Sorting Lists {n} Times, ACL 2022 [[Paper](https://a.example/{n})]\n" for n in range(20)
    )
    (folder / "README.md").write_text(
        f"## A\n\n{lines}- [[Paper](https://arxiv.org/abs/2311.00014)]\n"
    )
    page = told(listlint)
    assert "1 item looks like an entry" in page
    assert "line 23" in page


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("missing.md",), "missing.md: no such file"),
        (("README.md", "--revisions", "501"), "write a number from 0 to 500"),
        (("README.md", "--revisions", "x"), "write a number from 0 to 500"),
        (("README.md", "--output", "README.md"), "that is a list to be read"),
        ((), "required"),
    ],
)
def test_wrong_use_is_one_plain_line(
    listlint: Command, folder: Path, words: tuple[str, ...], said: str
) -> None:
    (folder / "README.md").write_text(LIST)
    end = listlint("report", *words)
    assert (end.code, end.out) == (2, "")
    assert said in end.err
    assert end.err.count("\n") == 1


def test_several_lists_or_none_are_told_apart(listlint: Command, folder: Path) -> None:
    for name in ("a.md", "b.md"):
        (folder / name).write_text(LIST)
    (folder / ".listlint.yml").write_text("files: ['*.md']\n")
    assert "holds 2 lists (./a.md, ./b.md): name one" in listlint("report", ".").err.replace(
        "(a.md, b.md)", "(./a.md, ./b.md)"
    )
    (folder / "c.md").write_text("Words.\n")
    end = listlint("report", "c.md")
    assert end.code == 2
    assert "nothing was checked" in end.err
    assert "No entry was read" in end.out


def test_what_must_be_installed_is_named(
    listlint: Command, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "README.md").write_text(LIST)
    monkeypatch.setattr("listlint.commands.report.find_spec", lambda name: None)
    assert util.find_spec("jinja2")
    end = listlint("report", "README.md")
    assert (end.code, end.out) == (2, "")
    assert "pip install 'listlint[report]'" in end.err


def test_answers_that_are_kept_are_shown_and_nobody_is_asked(
    listlint: Command, folder: Path
) -> None:
    (folder / "README.md").write_text(LIST)
    cache = Cache(str(folder / "kept" / "answers.sqlite3"))
    where = "aclanthology.org/2021.acl-long.7"
    cache.keep(Question(LINK, f"https://{where}"), Answer(AGREES, source="aclanthology.org"))
    cache.close()
    page = told(listlint, "--cache-dir", "kept")
    assert "1 of 1 links checked that still lead on" in page
    assert "Left out: links" in told(listlint, "--cache-dir", "kept", "--no-cache")


def test_what_no_paper_states_is_said(listlint: Command, folder: Path) -> None:
    lines = (
        f"- Sorting Lists by {word} [Paper](https://arxiv.org/abs/2203.{n:05})\n"
        for n, word in enumerate(("Smell", "Sound", "Colour", "Weight"))
    )
    (folder / "README.md").write_text("## Sorting\n\n" + "".join(lines))
    page = told(listlint)
    assert "No paper states a year." in page
    assert "No paper states a venue." in page
