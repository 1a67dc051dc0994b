"""``across-files: true``: one list in several files; duplicates and habits over all of them."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import Command, Ended
from listlint.joining import whole
from listlint.paperlist import PaperList
from listlint.style import style_of
from made import entries, papers

GIT = ("git", "-c", "user.name=x", "-c", "user.email=x@localhost.invalid")
SMELL = "- Sorting Lists by Smell, ACL 2022 [[Paper](https://arxiv.org/abs/2203.00001)]\n"
DARK = "- Counting Umbrellas in the Dark, ACL 2022 [[Paper](https://arxiv.org/abs/2203.00002)]\n"
KETTLES = "- Mending Kettles Again, ICML 2023 [[Paper](https://arxiv.org/abs/2303.00003)]\n"
MAPS = "- Folding Maps under Drift, ICML 2023 [[Paper](https://arxiv.org/abs/2303.00004)]\n"
LADDERS = "- Ladders That Remember, ICML 2023 [[Paper](https://arxiv.org/abs/2303.00005)]\n"
CONFIG = 'files: [README.md, "docs/*.md"]\nacross-files: true\n'


def write(folder: Path, **texts: str) -> None:
    """A README and pages below docs, with the configuration that makes them one list."""
    (folder / "docs").mkdir(exist_ok=True)
    (folder / ".listlint.yml").write_text(CONFIG)
    for name, text in texts.items():
        path = folder / ("README.md" if name == "readme" else f"docs/{name}.md")
        path.write_text(text)


def said(end: Ended) -> list[tuple[str, str, int, str]]:
    """Rule, file, line and level of what was found."""
    findings = json.loads(end.out)["findings"]
    return [(each["rule"], each["path"], each["line"], each["level"]) for each in findings]


def test_a_paper_of_an_earlier_file_is_said_in_the_later_one(
    folder: Path, listlint: Command
) -> None:
    write(folder, readme=f"## Sorting\n\n{KETTLES}{SMELL}", maps=f"## Maps\n\n{MAPS}{SMELL}")
    end = listlint("--format", "json")
    assert said(end) == [("duplicate-paper", "docs/maps.md", 4, "note")]
    finding = json.loads(end.out)["findings"][0]
    assert finding["message"] == (
        "Already in README.md, line 4, *Sorting*: same arXiv id. "
        "If this is newer, edit that entry instead."
    )
    assert finding["fix"]["safety"] == "shown"
    assert listlint("check", ".", "--format", "json") == end


def test_the_order_is_that_of_the_configuration(folder: Path, listlint: Command) -> None:
    write(folder, readme=KETTLES + SMELL, maps=MAPS + SMELL)
    (folder / ".listlint.yml").write_text('files: ["docs/*.md", README.md]\nacross-files: true\n')
    assert said(listlint("--format", "json")) == [("duplicate-paper", "README.md", 2, "note")]


def test_a_file_that_is_named_and_a_list_without_the_key_are_judged_alone(
    folder: Path, listlint: Command
) -> None:
    write(folder, readme=KETTLES + SMELL, maps=MAPS + SMELL)
    assert said(listlint("--format", "json", "docs/maps.md", "README.md")) == []
    (folder / ".listlint.yml").write_text('files: [README.md, "docs/*.md"]\n')
    assert said(listlint("--format", "json")) == []


def test_each_later_file_says_it_of_the_first(folder: Path, listlint: Command) -> None:
    write(folder, readme=SMELL, a=KETTLES + SMELL, b=MAPS + SMELL)
    end = listlint("--notes")
    assert "docs/a.md:2:3: note duplicate-paper: Already in README.md, line 1: same" in end.out
    assert "docs/b.md:2:3: note duplicate-paper: Already in README.md, line 1: same" in end.out


def test_copies_in_two_files_that_disagree(folder: Path, listlint: Command) -> None:
    other = SMELL.replace("ACL 2022", "EMNLP 2023")
    write(folder, readme=KETTLES + SMELL, maps=f"## Maps\n\n{MAPS}{other}")
    end = listlint("--format", "json")
    assert said(end) == [("copies-differ", "docs/maps.md", 4, "warning")]
    assert json.loads(end.out)["findings"][0]["message"].startswith(
        "Also in README.md, line 2, with other facts: EMNLP 2023 here, ACL 2022 there."
    )


def test_one_title_and_two_numbers_in_two_files(folder: Path, listlint: Command) -> None:
    title = "Weighing Quiet Ladders with One Ruler"
    one = f"- {title}, ACL 2022 [[Paper](https://arxiv.org/abs/2203.00011)]\n"
    write(folder, readme=one, maps=MAPS + one.replace("00011", "00012"))
    end = listlint("--select", "copies-differ")
    assert "docs/maps.md:2:" in end.out
    assert (
        "Same title as in README.md, line 1, but another paper: arXiv 2203.00012 here, "
        "arXiv 2203.00011 there."
    ) in end.out


def test_a_link_of_another_title_in_another_file(folder: Path, listlint: Command) -> None:
    wrong = DARK.replace("00002", "00001")
    write(folder, readme=KETTLES + SMELL, maps=MAPS + wrong)
    end = listlint("--format", "json")
    assert said(end) == [("shared-link", "docs/maps.md", 2, "warning")]
    assert json.loads(end.out)["findings"][0]["message"].startswith(
        'This line and README.md, line 2 ("Sorting Lists by Smell") both link arXiv 2203.00001.'
    )


def test_a_link_that_many_share_belongs_to_none(folder: Path, listlint: Command) -> None:
    shared = [
        each.replace(each[-8:-3], "00001").replace("2303.", "2203.")
        for each in (DARK, KETTLES, MAPS)
    ]
    write(folder, readme=SMELL + shared[0], a=shared[1], b=shared[2])
    found = said(listlint("--format", "json", "--select", "shared-link"))
    assert ("shared-link", "docs/a.md", 1, "warning") in found
    assert ("shared-link", "docs/b.md", 1, "warning") not in found


def test_who_lists_in_several_files_by_habit_is_left_alone(folder: Path, listlint: Command) -> None:
    same = entries(8).partition("\n\n")[2]
    write(folder, readme=f"## Surveys\n\n{same}{LADDERS}", maps=f"## Surveys\n\n{same}{MAPS}")
    assert said(listlint("--format", "json", "--select", "duplicate-paper")) == []
    (folder / ".listlint.yml").write_text(
        CONFIG + "rules: {duplicate-paper: {cross-listing: warning}}\n"
    )
    found = said(listlint("--format", "json", "--select", "duplicate-paper"))
    assert found == [("duplicate-paper", "docs/maps.md", n, "warning") for n in range(3, 11)]
    (folder / ".listlint.yml").write_text(
        CONFIG + "rules: {duplicate-paper: {cross-listing: allow}}\n"
    )
    assert said(listlint("--format", "json", "--select", "duplicate-paper")) == []


def test_a_translation_is_no_copy(folder: Path, listlint: Command) -> None:
    rows = entries(6)
    write(folder, readme=rows, maps=MAPS)
    (folder / "README.zh-CN.md").write_text("# 论文\n\n" + rows.partition("\n\n")[2])
    (folder / ".listlint.yml").write_text(
        'files: ["README*.md", "docs/*.md"]\nacross-files: true\n'
    )
    assert said(listlint("--format", "json")) == []


@pytest.mark.parametrize(
    ("rule", "habit", "slip"),
    [
        ("label-spelling", SMELL, MAPS.replace("[Paper]", "[paper]")),
        ("list-marker", SMELL, MAPS.replace("- F", "* F")),
        ("entry-style", SMELL, MAPS.replace(", ICML", " - ICML")),
        ("missing-field", SMELL, MAPS.replace(", ICML 2023", ", 2023")),
    ],
)
def test_a_short_file_is_judged_by_the_habits_of_all(
    folder: Path, listlint: Command, rule: str, habit: str, slip: str
) -> None:
    many = "".join(
        habit.replace("00001", f"1{n:04}").replace("Smell", f"Smell {n}") for n in range(60)
    )
    write(folder, readme=f"## Sorting\n\n{many}", maps=f"## Maps\n\n{KETTLES}{LADDERS}{slip}")
    select = ("--format", "json", "--select", rule)
    found = said(listlint(*select))
    assert [each[:3] for each in found] == [(rule, "docs/maps.md", 5)]
    assert said(listlint(*select, "docs/maps.md")) == []


def test_a_name_that_other_files_use_often_is_the_lists_own(
    folder: Path, listlint: Command
) -> None:
    own = [
        f"- Sorting Lists by Smell {n}, PANS 2023 "
        f"[[Paper](https://www.pnas.org/doi/10.1073/pnas.000000001{n})]\n"
        for n in range(6)
    ]
    write(folder, readme="".join(own[1:]) + KETTLES, maps=own[0] + MAPS + LADDERS)
    select = ("--format", "json", "--select", "unknown-venue")
    assert said(listlint(*select)) == []
    assert [each[2] for each in said(listlint(*select, "docs/maps.md"))] == [1]


def test_contents_and_headings_stay_each_files_own(folder: Path, listlint: Command) -> None:
    contents = "- [Sorting](#sorting)\n- [Maps](#maps)\n\n"
    write(
        folder,
        readme=f"# Papers\n\n{contents}## Sorting\n\n{SMELL}\n## Maps\n\n{MAPS}",
        more=f"# More\n\n## Kettles\n\n{KETTLES}\n## Maps\n\n{LADDERS}",
    )
    assert said(listlint("--format", "json")) == []


def test_mending_touches_no_other_file(folder: Path, listlint: Command) -> None:
    many = "".join(
        SMELL.replace("00001", f"1{n:04}").replace("Smell", f"Smell {n}") for n in range(30)
    )
    readme = f"## Sorting\n\n{many}"
    write(folder, readme=readme, maps=f"## Maps\n\n{MAPS}{many.splitlines()[3]}\n{LADDERS}")
    slip = (
        (folder / "docs/maps.md")
        .read_text()
        .replace(
            "[[Paper](https://arxiv.org/abs/2303.00005", "[[paper](https://arxiv.org/abs/2303.00005"
        )
    )
    (folder / "docs/maps.md").write_text(slip)
    end = listlint("--unsafe-fixes", "--notes")
    assert "Already in README.md, line 6" in end.out
    assert (folder / "README.md").read_text() == readme
    assert (folder / "docs/maps.md").read_text() == slip.replace("[paper]", "[Paper]")


def test_several_at_a_time_say_the_same(folder: Path, listlint: Command) -> None:
    write(folder, readme=KETTLES + SMELL, a=MAPS + SMELL, b=LADDERS + SMELL + DARK)
    assert listlint("--jobs", "2", "--notes") == listlint("--notes")


def test_each_file_is_read_once(
    folder: Path, listlint: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    from listlint.commands import _lists

    asked: list[str] = []
    reading = _lists.read_source
    monkeypatch.setattr(
        _lists,
        "read_source",
        lambda path: asked.append(path) or reading(path),  # type: ignore[func-returns-value]
    )
    write(folder, readme=KETTLES + SMELL, a=MAPS + SMELL, b=LADDERS)
    listlint()
    assert sorted(asked) == ["README.md", "docs/a.md", "docs/b.md"]


def test_a_file_that_cannot_be_read_stops_no_other(folder: Path, listlint: Command) -> None:
    write(folder, readme=KETTLES + SMELL, a=MAPS + SMELL)
    (folder / "docs/b.md").write_bytes(b"\xff\xfe bytes")
    end = listlint("--notes")
    assert end.code == 2
    assert "docs/b.md" in end.err
    assert "Already in README.md, line 2" in end.out


def test_since_a_revision_only_the_new_copy_is_said(folder: Path, listlint: Command) -> None:
    write(folder, readme=KETTLES + SMELL, maps=MAPS + SMELL)
    for words in (("init", "-q"), ("add", "."), ("commit", "-qm", "the list")):
        subprocess.run([*GIT, *words], cwd=folder, check=True, capture_output=True)
    assert said(listlint("--since", "HEAD", "--format", "json")) == []
    write(folder, maps=MAPS + SMELL + KETTLES)
    found = said(listlint("--since", "HEAD", "--format", "json"))
    assert found == [("duplicate-paper", "docs/maps.md", 3, "note")]


# What stands behind it: the files as one list


def spans_say(papers: PaperList) -> list[object]:
    """Everything that values point at, as the text has it there."""
    text = papers.text
    said: list[object] = []
    for entry in papers.entries:
        spans = [entry.span, entry.title_span, entry.authors_span, entry.year_span]
        spans += [piece.span for piece in entry.pieces]
        spans += [place for link in entry.links for place in (link.span, link.inner, link.dest)]
        spans += [entry.venue.span] if entry.venue else []
        said.append([span and text[slice(*span)] for span in spans])
        said.append(papers.source.line(entry.span.start) == entry.lines[0])
    said += [text[slice(*each.span)] for each in papers.sections]
    said += [text[slice(*each.inner)] for each in papers.sections]
    said += [text[slice(*each.span)] for each in papers.unread]
    said += [text[slice(*span)] for span in papers.contents]
    said += [(node.kind, text[node.start : node.end]) for node in papers.document.walk()]
    return said


LINES = st.sampled_from(
    [SMELL, DARK, KETTLES, "## Maps\n", "\n", "| a | b |\n", "> said\n", "- \n", "<br>\n", "é—\n"]
)
TEXTS = st.lists(LINES, max_size=12).map("".join)


@given(st.lists(TEXTS, min_size=2, max_size=4))
def test_everything_stands_where_it_stood(texts: list[str]) -> None:
    parts = [papers(text, f"{n}.md") for n, text in enumerate(texts)]
    joined = whole(parts).joined
    apart = [spans_say(part) for part in parts]
    together = spans_say(joined)
    assert sorted(map(repr, together)) == sorted(repr(each) for part in apart for each in part)
    assert [entry.index for entry in joined.entries] == list(range(len(joined.entries)))
    assert [section.index for section in joined.sections] == list(range(len(joined.sections)))


def test_what_is_learnt_from_all_is_learnt_once() -> None:
    parts = [papers(entries(9), f"{n}.md") for n in range(5)]
    all_ = whole(parts)
    files = [part._replace(whole=all_) for part in parts]
    models = {id(style_of(each).model) for each in files}
    assert len(models) == 1
    total = sum(len(part.entries) for part in parts)
    assert sum(len(style_of(each).survey.skeletons) for each in files) == total
    assert len(style_of(files[0]).model.survey.skeletons) == total
