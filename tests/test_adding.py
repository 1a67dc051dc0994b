"""What an added paper's parts look like, and where it goes: dates, badges, numbers, sections."""

from __future__ import annotations

import pytest

from listlint.adding import forms
from listlint.adding.choosing import one
from listlint.adding.spot import ranked, spot, until
from listlint.adding.wanted import Wanted, WantedLink
from listlint.adding.ways import Ways, words_of
from listlint.errors import UserError
from listlint.paperlist import PaperList
from listlint.reading import read
from made import papers

TITLES = (
    "Sorting Lists by Smell",
    "Folding Maps without Creases",
    "Finding Keys in the Dark",
    "Mending Kettles with Patience",
    "Weighing Umbrellas at Home",
    "Counting Drawers by Touch",
    "Stacking Boats in Gardens",
    "Naming Socks after Rivers",
    "Turning Clocks for Profit",
)


def written(text: str, wanted: Wanted, section: str) -> str:
    """The line or lines that the list gains."""
    before = papers(text)
    done = one(before, wanted, section, lambda source: read(source, "README.md"))
    assert done.added is not None
    return done.added.text


def many(form: str, head: str = "# A\n\n## Tidying\n\n", apart: str = "\n") -> str:
    rows = (
        form.format(title=title, n=n, number=f"22{n:02}.0000{n}", month=f"{n:02}", repo=f"doe/r{n}")
        for n, title in enumerate(TITLES, 1)
    )
    return head + apart.join(rows) + "\n"


NEW = Wanted(
    "Polishing Spoons by Moonlight",
    ("Ada Quill", "Roe Vane", "Jo Lind"),
    "neurips",
    2024,
    date="2024-11-05",
    links=(
        WantedLink("https://arxiv.org/abs/2411.00009", "paper"),
        WantedLink("https://github.com/Quill/Spoons", "code"),
    ),
    ids=("arxiv:2411.00009",),
)


@pytest.mark.parametrize(
    ("model", "padded", "made"),
    [
        ("2023.05", True, "2024.11"),
        ("2023/05/17", True, "2024/11/05"),
        ("17 May 2023", False, "5 Nov 2024"),
        ("17 May 2023", True, "05 Nov 2024"),
        ("3rd Feb., 2021", False, "5th Nov., 2024"),
        ("October 2023", True, "November 2024"),
        ("20230517", True, "20241105"),
        ("2023", True, "2024"),
        ("some time ago", True, None),
    ],
)
def test_a_date_follows_its_model(model: str, padded: bool, made: str | None) -> None:
    assert forms.date(NEW, model, padded) == made


def test_a_date_that_is_not_known_is_not_made_up() -> None:
    bare = NEW._replace(date="2024-11")
    assert forms.date(bare, "17 May 2023") is None
    assert forms.date(Wanted("T"), "2023.05") is None
    assert forms.year(Wanted("T"), "2023") is None
    assert forms.year(NEW, "'23") == "'24"


@pytest.mark.parametrize(("day", "made"), [(1, "1st"), (2, "2nd"), (3, "3rd"), (11, "11th")])
def test_days_are_counted_as_they_are_said(day: int, made: str) -> None:
    wanted = NEW._replace(date=f"2024-11-{day:02}")
    assert forms.date(wanted, "4th Feb., 2021", False) == f"{made} Nov., 2024"


def test_names_as_initials_where_the_list_has_them() -> None:
    manner = forms.manner_of(["J. Doe, R. Q. Roe", "A. Vane"])
    assert forms.authors(["Ada May Quill"], manner) == "A. M. Quill"


def test_badges_show_the_new_repository_and_number() -> None:
    badge = "![Stars](https://img.shields.io/github/stars/{repo})"
    paper = "[[Paper](https://arxiv.org/abs/{number})]"
    text = many(f"- {{title}} {paper} [[Code](https://github.com/{{repo}})] {badge}")
    assert written(text, NEW, "Tidying") == (
        "- Polishing Spoons by Moonlight [[Paper](https://arxiv.org/abs/2411.00009)] "
        "[[Code](https://github.com/Quill/Spoons)] "
        "![Stars](https://img.shields.io/github/stars/Quill/Spoons)"
    )


def test_what_only_a_maintainer_knows_is_given_by_hand() -> None:
    text = many("- **{title}**, *note {n}*, ACL 2022 [[Paper](https://arxiv.org/abs/{number})]")
    case = Ways(papers(text)).cases[0]
    assert [*words_of(case).values()] != []
    words = dict.fromkeys(words_of(case), ("a fine spoon",))
    made = written(text, NEW._replace(links=NEW.links[:1], words=words), "Tidying")
    assert "a fine spoon" in made


def test_a_link_that_no_entry_has_beside_the_others_joins_their_row() -> None:
    line = "- {title}, ACL 2022 [[Paper](https://arxiv.org/abs/{number})]"
    text = many(line) + "- Telling Spoons Apart, ACL 2022 [[Code](https://github.com/a/b)]\n"
    assert written(text, NEW, "Tidying") == (
        "- Polishing Spoons by Moonlight, NeurIPS 2024 [[Paper](https://arxiv.org/abs/2411.00009)] "
        "[[Code](https://github.com/Quill/Spoons)]"
    )


def test_numbers_behind_it_count_on() -> None:
    line = "{n}. {title}, ACL 20{month} [[Paper](https://arxiv.org/abs/{number})]"
    before = papers(many(line))
    old = NEW._replace(year=2004, venue="acl", date="", ids=(), links=NEW.links[:1])
    done = one(before, old, "Tidying", lambda source: read(source, "README.md"))
    assert done.added is not None
    lines = done.added.papers.text.splitlines()
    numbers = [int(each.partition(".")[0]) for each in lines if each[:1].isdigit()]
    assert numbers == list(range(1, 11))


def test_a_list_that_nobody_can_follow_is_said() -> None:
    text = "# A\n\n## Tidying\n\n- Sorting Lists by Smell, a tale of long ago\n"
    with pytest.raises(UserError, match="has no entry to follow"):
        written(text, NEW, "Tidying")


# Sections


def sections(found: PaperList, wanted: Wanted) -> list[str]:
    return [found.sections[each.section or 0].title for each in ranked(found, wanted)]


def yearly(*heads: str) -> PaperList:
    line = "- {title} of {n}, ACL 2022 [[Paper](https://arxiv.org/abs/{number})]"
    return papers(
        "".join(many(line.replace("of", head), f"## {head}\n\n") + "\n" for head in heads)
    )


def test_a_paper_goes_below_its_own_year_or_venue() -> None:
    assert sections(yearly("2022", "2023", "2024"), NEW)[0] == "2024"
    assert sections(yearly("ICML 2024", "NeurIPS 2024", "NeurIPS 2023"), NEW)[0] == "NeurIPS 2024"
    assert (
        sections(yearly("Before 2021", "Before 2023"), NEW._replace(year=2020))[0] == "Before 2021"
    )
    assert until("Before 2021") == 2021
    assert until("2021") is None


def test_an_empty_section_takes_its_first_entry_below_its_heading() -> None:
    line = "- {title}, ACL 2022 [[Paper](https://arxiv.org/abs/{number})]"
    text = many(line) + "\n## Polishing\n"
    before = papers(text)
    wanted = NEW._replace(links=NEW.links[:1])
    done = one(before, wanted, "Polishing", lambda source: read(source, "README.md"))
    assert done.added is not None
    assert "## Polishing\n\n- Polishing Spoons" in done.added.papers.text


def test_among_entries_of_its_time_where_they_mostly_stand_so() -> None:
    line = "- {title}, ACL [[Paper](https://arxiv.org/abs/{number})]"
    found = papers(many(line))
    early = NEW._replace(ids=("arxiv:2204.00001",), year=2022, date="")
    assert spot(found, found.entries[0].section, early).after in (3, 4)
    turned = papers("# A\n\n## Tidying\n\n" + "\n".join(many(line, "").splitlines()[::-1]) + "\n")
    assert spot(turned, turned.entries[0].section, NEW).after is None


def test_an_entry_whose_brackets_do_not_close_is_nobody_s_model() -> None:
    line = "- {title}, ACL 2022 [[Paper](https://arxiv.org/abs/{number})]"
    broken = (
        "- Telling Spoons Apart, NeurIPS 2024 [[Paper] (https://arxiv.org/abs/2410.00001)\n" * 3
    )
    made = written(many(line) + broken, NEW._replace(links=NEW.links[:1]), "Tidying")
    assert made.endswith(" [[Paper](https://arxiv.org/abs/2411.00009)]")
