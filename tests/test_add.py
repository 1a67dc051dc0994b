"""``listlint add``: papers in the list's own style, where they belong, nothing half-written."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import Command
from listlint.adding import forms
from listlint.adding.records import by_hand, named
from listlint.commands._world import World
from listlint.facts import ABSENT, AGREES, CODE, PUBLISHED, RECORD, Answer, Question
from listlint.reading import read
from listlint.source import from_bytes
from made import papers

SMELL = [
    ("Sorting Lists by Smell", "2203.00001"),
    ("Sorting Socks by Smell at Night", "2205.00001"),
    ("Noses that Sort What They Smell", "2207.00001"),
    ("Smell Sort: A Nose for Order", "2211.00001"),
    ("What Smells Sorts Itself", "2301.00001"),
]
WEIGHT = [
    ("Weighing Towels in Drawers", "2204.00002"),
    ("Weighing Ladders without Scales", "2206.00002"),
    ("Scales for Weighing Heavy Shelves", "2208.00002"),
    ("How Heavy Is a Shelf? Weighing at Home", "2302.00002"),
    ("Weighing Noisy Ladders", "2303.00002"),
]


def line(title: str, number: str, venue: str = "ACL 2022") -> str:
    code = f" [[Code](https://github.com/doe/{number[-5:]})]" if number.endswith("1") else ""
    return f"- **{title}**, {venue} [[Paper](https://arxiv.org/abs/{number})]{code}\n"


LIST = (
    "# Lists of lists\n\n- [Smell (5)](#smell-5)\n- [Weight](#weight)\n\n## Smell (5)\n\n"
    + "".join(line(*each) for each in SMELL)
    + "\n## Weight\n\n"
    + "".join(line(*each) for each in WEIGHT)
)
BY_HAND = ("--title", "A Heavy Scale for Weighing", "--venue", "NeurIPS", "--year", "2024")
LINK = ("--link", "https://arxiv.org/abs/2411.00009")
WRITTEN = (
    "- **A Heavy Scale for Weighing**, NeurIPS 2024 [[Paper](https://arxiv.org/abs/2411.00009)]\n"
)


@pytest.fixture
def file(folder: Path) -> Path:
    path = folder / "README.md"
    path.write_text(LIST)
    return path


@pytest.fixture
def registry(monkeypatch: pytest.MonkeyPatch) -> dict[Question, Answer]:
    """What services answer; a test fills it."""
    known: dict[Question, Answer] = {}

    def services(self: World, questions: Sequence[Question], links: object = None) -> object:
        return {each: known[each] for each in questions if each in known}

    monkeypatch.setattr(World, "services", services)
    return known


def tell(registry: dict[Question, Answer], id: str, topic: str, **says: str) -> None:
    registry[Question(topic, id)] = Answer(AGREES, says, "arXiv")


def added(text: str) -> list[str]:
    """The lines that a list has gained."""
    return [each for each in text.splitlines(keepends=True) if each not in LIST]


# By hand


def test_a_paper_is_written_as_the_list_writes_its_own(listlint: Command, file: Path) -> None:
    end = listlint("add", "README.md", *BY_HAND, *LINK)
    assert end.code == 0, end.err
    assert added(file.read_text()) == [WRITTEN]
    assert file.read_text().endswith(WRITTEN)
    assert "A Heavy Scale for Weighing in Weight" in end.err


def test_it_goes_into_the_section_that_is_named(listlint: Command, file: Path) -> None:
    end = listlint("add", "README.md", *BY_HAND, *LINK, "--section", "smell 5")
    assert end.code == 0, end.err
    lines = file.read_text().splitlines(keepends=True)
    assert WRITTEN in lines
    assert lines.index(WRITTEN) < lines.index("## Weight\n")


def test_counts_in_headings_and_contents_count_it(listlint: Command, file: Path) -> None:
    listlint("add", "README.md", *BY_HAND, *LINK, "--section", "Smell (5)")
    assert "\n## Smell (6)\n" in file.read_text()
    assert "- [Smell (6)](#smell-" in file.read_text()


def test_a_code_link_has_the_list_s_label_and_place(listlint: Command, file: Path) -> None:
    code = ("--link", "https://github.com/doe/heavy")
    listlint("add", "README.md", *BY_HAND, *LINK, *code)
    assert added(file.read_text()) == [WRITTEN[:-1] + " [[Code](https://github.com/doe/heavy)]\n"]


def test_diff_shows_it_and_writes_nothing(listlint: Command, file: Path) -> None:
    end = listlint("add", "README.md", *BY_HAND, *LINK, "--diff")
    assert end.code == 0
    assert f"+{WRITTEN}" in end.out
    assert file.read_text() == LIST


def test_a_list_from_standard_input_is_printed_with_it(listlint: Command, folder: Path) -> None:
    end = listlint("add", "-", *BY_HAND, *LINK, stdin=LIST.encode())
    assert added(end.out) == [WRITTEN]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "already on line 8 (same link)"),
        (("--title", "Sorting Lists, by Smell"), "already on line 8"),
    ],
)
def test_what_stands_there_is_refused_with_its_line(
    listlint: Command, file: Path, words: tuple[str, ...], said: str
) -> None:
    end = listlint("add", "README.md", "2203.00001", "--offline", *words)
    assert end.code == 2
    assert said in end.err
    assert file.read_text() == LIST


def test_what_could_be_updated_there_is_named(listlint: Command, file: Path) -> None:
    file.write_text(
        LIST.replace("2303.00002", "2303.00009").replace(
            "Noisy Ladders**, ACL 2022", "Noisy Ladders**, arXiv 2023"
        )
    )
    words = ("--title", "Weighing Noisy Ladders", "--venue", "ICML", "--year", "2024")
    end = listlint("add", "README.md", *words, "--link", "https://github.com/doe/noisy")
    assert "there, say that it appeared at ICML 2024, and that its code is" in end.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "no paper is named: give an id, an address, or --title"),
        (("nonsense",), "neither an id nor an address of a paper"),
        ((*BY_HAND, "--section", "Wieght"), "there is no section 'Wieght': did you mean Weight?"),
        ((*BY_HAND, "--section", ""), "--section is empty"),
        ((*BY_HAND, "--year", "24"), "--year 24: write four digits"),
        ((*BY_HAND, "--date", "May"), "--date May: write it as 2023-11"),
        ((*BY_HAND, "--set", "note"), "--set note: write FIELD=TEXT"),
        ((*BY_HAND, "--link", "Code="), "--link Code=: write an address"),
        (("2411.00009", "2411.00010", "--title", "Two"), "--title says what one paper is called"),
        (("2411.00009", "--offline"), "2411.00009: couldn't be asked (offline): try later, or say"),
        (("https://example.org/x",), "this address names no paper of a registry: say --title"),
        (("--from", "missing.txt"), "missing.txt: can't be read"),
    ],
)
def test_a_mistake_is_one_plain_line_and_nothing_is_written(
    listlint: Command, file: Path, words: tuple[str, ...], said: str
) -> None:
    end = listlint("add", "README.md", *words)
    assert (end.code, end.out) == (2, "")
    assert said in end.err
    assert len(end.err.splitlines()) == 1
    assert file.read_text() == LIST


def test_two_sections_of_one_name_are_told_apart_by_their_path(
    listlint: Command, file: Path
) -> None:
    file.write_text(
        LIST.replace("## Weight", "## All\n\n### Weight")
        + "\n## More\n\n### Weight\n\n"
        + line("Tables and Chairs at Rest", "2307.00004")
    )
    end = listlint("add", "README.md", *BY_HAND, *LINK, "--section", "Weight")
    assert "2 sections are called 'Weight'" in end.err
    end = listlint("add", "README.md", *BY_HAND, *LINK, "--section", "More / Weight")
    assert end.code == 0, end.err


def test_a_file_that_is_read_only_stays(listlint: Command, file: Path) -> None:
    file.chmod(0o444)
    end = listlint("add", "README.md", *BY_HAND, *LINK)
    assert end.code == 2
    assert "read-only: make it writable first" in end.err
    assert file.read_text() == LIST


def test_a_list_without_entries_shows_no_style(listlint: Command, folder: Path) -> None:
    (folder / "README.md").write_text("# Papers\n\n## Weight\n")
    end = listlint("add", "README.md", *BY_HAND, *LINK)
    assert end.code == 2
    assert "has no entry to follow: write the first ones by hand" in end.err


def test_restructuredtext_is_not_written(listlint: Command, folder: Path) -> None:
    (folder / "README.rst").write_text("Papers\n======\n")
    end = listlint("add", "README.rst", *BY_HAND)
    assert "lists in reStructuredText are read, not written" in end.err


# By id


def test_a_registry_tells_the_rest(
    listlint: Command, file: Path, registry: dict[Question, Answer]
) -> None:
    id = "arxiv:2411.00009"
    tell(registry, id, RECORD, title="A Heavy Scale for Weighing", authors="Ada Quill", year="2024")
    tell(registry, id, PUBLISHED, venue="neurips", year="2024")
    tell(registry, id, CODE, url="https://github.com/doe/heavy")
    end = listlint("add", "README.md", "2411.00009v2", "arXiv:2411.00009")
    assert "already on line" in end.err
    (text,) = added(file.read_text())
    assert text == (
        "- **A Heavy Scale for Weighing**, NeurIPS 2024 "
        "[[Paper](https://arxiv.org/abs/2411.00009v2)] [[Code](https://github.com/doe/heavy)]\n"
    )


def test_several_at_once_from_a_file_and_one_that_nobody_knows(
    listlint: Command, file: Path, registry: dict[Question, Answer]
) -> None:
    tell(registry, "arxiv:2411.00009", RECORD, title="A Heavy Scale for Weighing", year="2024")
    tell(registry, "arxiv:2411.00009", PUBLISHED, venue="neurips", year="2024")
    tell(registry, "doi:10.1234/smell.9", RECORD, title="Noses Sort by Smell Alone", year="2023")
    tell(registry, "doi:10.1234/smell.9", PUBLISHED, venue="acl", year="2023")
    registry[Question(RECORD, "arxiv:2411.99999")] = Answer(ABSENT, {}, "arXiv")
    Path("new.txt").write_text("# read in May\n2411.00009 # heavy\n\n10.1234/smell.9\n2411.99999\n")
    end = listlint("add", "README.md", "--from", "new.txt")
    assert end.code == 2
    assert "2411.99999: arXiv has no paper arxiv:2411.99999: check the id" in end.err
    assert len(added(file.read_text())) == 2 + 2  # the section's count changes twice


def test_what_a_maintainer_says_counts_more(
    listlint: Command, file: Path, registry: dict[Question, Answer]
) -> None:
    tell(registry, "arxiv:2411.00009", RECORD, title="Another Title", year="2024")
    listlint("add", "README.md", "2411.00009", *BY_HAND)
    assert added(file.read_text()) == [WRITTEN]


def test_titles_of_strangers_are_words_and_nothing_else(
    listlint: Command, file: Path, registry: dict[Question, Answer]
) -> None:
    title = "Weighing [Scales](https://evil.example) <img src=x>\n## Heading `x` *y* | z"
    tell(registry, "arxiv:2411.00009", RECORD, title=title, year="2024")
    tell(registry, "arxiv:2411.00009", PUBLISHED, venue="neurips", year="2024")
    listlint("add", "README.md", "2411.00009")
    made = papers(file.read_text())
    urls = {link.url for entry in made.entries for link in entry.links}
    assert len(made.sections) == 3
    assert "https://evil.example" not in urls


# Shapes


TABLE = "# A\n\n## Weight\n\n| Title | Venue | Links |\n|---|---|---|\n" + "".join(
    f"| {title} | ACL 2022 | [Paper](https://arxiv.org/abs/{number}) |\n"
    for title, number in WEIGHT * 2
)
BLOCKS = "# A\n\n## Weight\n\n" + "".join(
    f"**{title}** \\\n*Ada Quill, Roe Vane* \\\nACL 2022. [[Paper](https://arxiv.org/abs/{number})]\n\n"
    for title, number in [*SMELL, *WEIGHT]
)
NUMBERED = "# A\n\n## Weight\n\n" + "".join(
    f"{n}. **{title}**, ACL 2022. [paper](https://arxiv.org/abs/{number})\n"
    for n, (title, number) in enumerate([*SMELL, *WEIGHT], 1)
)
NESTED = "# A\n\n## Weight\n\n" + "".join(
    f"- [{title}](https://arxiv.org/abs/{number})\n  - Ada Quill et al.\n  - ACL 2022\n"
    for title, number in [*SMELL, *WEIGHT]
)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        (
            TABLE,
            "| A Heavy Scale for Weighing | NeurIPS 2024 "
            "| [Paper](https://arxiv.org/abs/2411.00009) |\n",
        ),
        (
            BLOCKS,
            "**A Heavy Scale for Weighing** \\\n*Ada Quill, Roe Vane* \\\n"
            "NeurIPS 2024. [[Paper](https://arxiv.org/abs/2411.00009)]\n",
        ),
        (
            NUMBERED,
            "11. **A Heavy Scale for Weighing**, NeurIPS 2024. [paper](https://arxiv.org/abs/2411.00009)\n",
        ),
        (
            NESTED,
            "- [A Heavy Scale for Weighing](https://arxiv.org/abs/2411.00009)\n"
            "  - Ada Quill et al.\n  - NeurIPS 2024\n",
        ),
    ],
)
def test_every_shape_is_followed(listlint: Command, folder: Path, text: str, written: str) -> None:
    (folder / "README.md").write_text(text)
    authors = ("--authors", "Ada Quill, Roe Vane")
    end = listlint("add", "README.md", *BY_HAND, *authors, *LINK, "--section", "Weight")
    assert end.code == 0, end.err
    after = (folder / "README.md").read_text()
    assert written in after
    assert len(papers(after).entries) == len(papers(text).entries) + 1


# Parts


@pytest.mark.parametrize(
    ("word", "id"),
    [
        ("2311.00014", "arxiv:2311.00014"),
        ("arXiv:2311.00014v2", "arxiv:2311.00014"),
        ("https://arxiv.org/pdf/2311.00014", "arxiv:2311.00014"),
        ("arxiv.org/abs/2311.00014", "arxiv:2311.00014"),
        ("doi:10.1145/1234.5678", "doi:10.1145/1234.5678"),
        ("2022.acl-long.7", "acl:2022.acl-long.7"),
        ("openreview:sOcKsRaNkD", "openreview:sOcKsRaNkD"),
        ("https://openreview.net/forum?id=sOcKsRaNkD", "openreview:sOcKsRaNkD"),
        ("https://proceedings.mlr.press/v139/radford21a.html", "pmlr:139/radford21a"),
        ("https://huggingface.co/papers/2311.00014", "arxiv:2311.00014"),
        ("https://github.com/doe/lint", None),
    ],
)
def test_ids_and_addresses_are_understood(word: str, id: str | None) -> None:
    found = named(word)
    assert found is not None
    assert found.id == id


def test_what_names_nothing_is_refused() -> None:
    assert named("a paper of mine") is None
    assert named("javascript:alert(1)") is None
    assert by_hand("javascript:alert(1)") is None


@pytest.mark.parametrize(
    ("written", "names", "made"),
    [
        (["A Doe and B Roe", "A Doe, B Roe, and C Vane"], 3, "Ada A, Ada B, and Ada C"),
        (["A Doe et al.", "B Roe et al."], 3, "Ada A et al."),
        (["A Doe; B Roe; C Vane"], 2, "Ada A; Ada B"),
    ],
)
def test_authors_are_joined_as_the_list_joins_them(
    written: list[str], names: int, made: str
) -> None:
    manner = forms.manner_of(written)
    assert forms.authors([f"Ada {letter}" for letter in "ABC"[:names]], manner) == made


@given(st.text(max_size=60), st.booleans())
def test_no_title_changes_anything_but_its_own_entry(title: str, code: bool) -> None:
    from listlint.adding.choosing import one
    from listlint.adding.wanted import Wanted, WantedLink
    from listlint.errors import UserError

    links = [WantedLink("https://arxiv.org/abs/2411.00009", "paper")]
    links += [WantedLink("https://github.com/doe/x", "code")] if code else []
    wanted = Wanted(f"Weighing {title}", venue="neurips", year=2024, links=tuple(links))
    before = papers(LIST)
    try:
        done = one(before, wanted, "Weight", lambda source: read(source, "README.md"))
    except UserError:
        return
    if done.added is not None:
        titles = [entry.title for entry in done.added.papers.entries]
        titles.remove(done.added.entry.title)
        assert titles == [entry.title for entry in before.entries]


def test_line_ends_of_the_file_are_kept() -> None:
    from listlint.adding.choosing import one
    from listlint.adding.wanted import Wanted, WantedLink

    source = from_bytes(LIST.replace("\n", "\r\n").encode(), "README.md")
    wanted = Wanted(
        "A Heavy Scale",
        venue="neurips",
        year=2024,
        links=(WantedLink("https://arxiv.org/abs/2411.00009", "paper"),),
    )
    done = one(
        read(source, "README.md"), wanted, "Weight", lambda source: read(source, "README.md")
    )
    assert done.added is not None
    raw = done.added.papers.source.raw
    assert raw.count("\n") == raw.count("\r\n")


def test_a_repository_goes_among_the_list_s_other_resources(listlint: Command, file: Path) -> None:
    tools = [("Scales", "doe/scales"), ("Balances", "doe/balances"), ("Weights", "roe/weights")]
    lines = "".join(f"- [{name} for all](https://github.com/{repo})\n" for name, repo in tools)
    file.write_text(f"{LIST}\n## Tools\n\n{lines}")
    words = ("https://github.com/vane/levers", "--title", "Levers for all")
    end = listlint("add", "README.md", *words)
    assert end.code == 0, end.err
    assert "- [Levers for all](https://github.com/vane/levers)\n" in file.read_text()
    assert "in Tools" in end.err
    again = listlint("add", "README.md", *words)
    assert "already on line" in again.err


def test_an_arxiv_number_tells_the_year_that_nobody_says(listlint: Command, file: Path) -> None:
    file.write_text(LIST.replace("ACL 2022", "arXiv 2022"))
    end = listlint("add", "README.md", "--title", "A Heavy Scale for Weighing", *LINK)
    assert end.code == 0, end.err
    assert "- **A Heavy Scale for Weighing**, arXiv 2024 [[Paper]" in file.read_text()
