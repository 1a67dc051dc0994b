"""``listlint style``: what it shows, and what --write pins without touching anything else."""

from __future__ import annotations

from pathlib import Path

import pytest

from conftest import Command
from listlint.config.pinning import with_style
from listlint.errors import UserError

LIST = "# Papers\n\n" + "".join(
    f"- Sorting Lists by Smell, Part {n}, <ins>ACL, {2024 - n // 3}</ins> "
    f"[[Paper](https://arxiv.org/abs/2203.{n:05})]\n"
    for n in range(1, 31)
)
TEMPLATE = "- {title}, <ins>{venue}, {year}</ins> [[Paper]({paper})]"
MINE = "# my words\nrules: {link-form: off}  # and why\n\nvenues:\n    prefer: {}\n"


def test_it_shows_templates_votes_and_what_differs(listlint: Command, folder: Path) -> None:
    (folder / "README.md").write_text(
        LIST
        + "- Folding Maps in Rain <ins>ACL, 2010</ins> [[Paper](https://arxiv.org/abs/2001.00001)]\n"
    )
    ended = listlint("style")
    assert ended.code == 0
    assert f"    {TEMPLATE}\n  writes 30 of" in ended.out
    assert "title, venue" in ended.out
    assert "newest-first by year" in ended.out


def test_it_pins_and_what_is_pinned_is_obeyed(listlint: Command, folder: Path) -> None:
    (folder / "README.md").write_text(LIST)
    (folder / ".listlint.yml").write_text(MINE)
    assert listlint("style", "--write").code == 0
    pinned = f'{MINE}style:\n  entry: "{TEMPLATE}"\n  order: newest-first\n'
    assert (folder / ".listlint.yml").read_text() == pinned
    assert listlint("style", "--write").code == 0
    assert (folder / ".listlint.yml").read_text() == pinned
    (folder / "README.md").write_text(LIST.replace(", <ins>", ". <ins>"))
    assert "as its style is pinned" in listlint("check", "--select", "entry-style").out


@pytest.mark.parametrize(
    ("style", "said"),
    [
        (
            '{entry: "- {titel}"}',
            ".listlint.yml:1: style.entry: {titel} is no field: did you mean {title}?",
        ),
        ('{entry: "| {title} |"}', "style.entry: no entry of README.md is written so: its own way"),
    ],
)
def test_a_pinned_mistake_is_one_line(
    listlint: Command, folder: Path, style: str, said: str
) -> None:
    (folder / "README.md").write_text(LIST)
    (folder / ".listlint.yml").write_text(f"style: {style}\n")
    ended = listlint("check")
    assert ended.code == 2
    assert said in ended.err
    assert len(ended.err.splitlines()) == 1


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", 'style:\n  entry: "- {title}"\n'),
        ("# only words", '# only words\nstyle:\n  entry: "- {title}"\n'),
        (
            "style: {order: alphabet}\nfiles: [a.md]\n",
            'style:\n  entry: "- {title}"\nfiles: [a.md]\n',
        ),
        (
            "style:\n  entry: x\n\n# of files\nfiles: [a.md]\n",
            'style:\n  entry: "- {title}"\n\n# of files\nfiles: [a.md]\n',
        ),
    ],
)
def test_all_else_stays(before: str, after: str) -> None:
    assert with_style(before, ["- {title}"], None, "x.yml") == after


def test_line_ends_stay() -> None:
    made = with_style("files: [a.md]\r\n", ["- {title}"], "alphabet", "x.yml")
    assert made == 'files: [a.md]\r\nstyle:\r\n  entry: "- {title}"\r\n  order: alphabet\r\n'


def test_a_broken_file_is_left_alone() -> None:
    with pytest.raises(UserError, match=r"x.yml:2: isn't YAML"):
        with_style("files: [a\n", ["- {title}"], None, "x.yml")
