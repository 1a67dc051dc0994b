"""``listlint init``: what a repository gets, shown before it is written, and what it keeps."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
import yaml

from conftest import Command
from listlint.commands._proposed import patterns, with_hook
from listlint.commands._recipes import HOME, OF_FORKS, RECIPES, SHOWN
from made import entries

CONFIG, HOOKS = ".listlint.yml", ".pre-commit-config.yaml"
REVIEWS, SWEEP = ".github/workflows/listlint.yml", ".github/workflows/listlint-sweep.yml"
FORM, ANSWERS = ".github/ISSUE_TEMPLATE/add-paper.yml", ".github/workflows/listlint-add.yml"
ALL = [CONFIG, REVIEWS, SWEEP, FORM, ANSWERS, HOOKS]


@pytest.fixture
def repository(folder: Path) -> Path:
    """A repository with a list in it."""
    (folder / ".git").mkdir()
    (folder / "README.md").write_text(entries(12))
    return folder


def there(folder: Path) -> list[str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return sorted(path.relative_to(folder).as_posix() for path in files)


def test_it_writes_what_a_list_needs_and_shows_each(listlint: Command, repository: Path) -> None:
    end = listlint("init", "--yes")
    assert end.code == 0
    assert there(repository) == sorted([*ALL, "README.md"])
    assert "README.md: 12 entries in 1 sections\n" in end.out
    assert all(f"+++ b/{path}\n" in end.out for path in ALL)
    assert (repository / CONFIG).read_text().endswith("files: [README.md]\n")
    assert (repository / REVIEWS).read_text() == OF_FORKS
    assert listlint("README.md").code == 0


def test_twice_is_the_same_as_once(listlint: Command, repository: Path) -> None:
    listlint("init", "--yes")
    before = {path: (repository / path).stat().st_mtime_ns for path in ALL}
    end = listlint("init", "--yes")
    assert "nothing to write" in end.err
    assert {path: (repository / path).stat().st_mtime_ns for path in ALL} == before


def test_a_dry_run_shows_all_and_writes_nothing(listlint: Command, repository: Path) -> None:
    end = listlint("init", "--dry-run")
    assert end.code == 0
    assert all(f"+++ b/{path}\n" in end.out for path in ALL)
    assert there(repository) == ["README.md"]
    assert listlint("init", "--dry-run", "--yes").code == 2


def test_it_asks_of_each_file(listlint: Command, repository: Path) -> None:
    end = listlint("init", stdin=b"y\nn\n\nN\nno\nyes\n")
    assert end.err.count("? [y/N] ") == 6
    assert there(repository) == sorted([CONFIG, HOOKS, "README.md"])


def test_nobody_who_answers_means_nothing_written(listlint: Command, repository: Path) -> None:
    end = listlint("init", stdin=b"y\n")
    assert end.code == 2
    assert "nobody answers: --yes writes all" in end.err
    assert there(repository) == ["README.md"]


def test_what_is_there_and_differs_is_never_overwritten_unasked(
    listlint: Command, repository: Path
) -> None:
    (repository / REVIEWS).parent.mkdir(parents=True)
    (repository / REVIEWS).write_text("name: mine\n")
    end = listlint("init", "--yes")
    assert "-name: mine\n" in end.out
    assert f"{REVIEWS} is there and differs" in end.err
    assert (repository / REVIEWS).read_text() == "name: mine\n"
    assert "overwrite" in listlint("init", stdin=b"y\n").err
    assert (repository / REVIEWS).read_text() == OF_FORKS


def test_a_workflow_that_uses_the_action_is_enough(listlint: Command, repository: Path) -> None:
    lint = repository / ".github" / "workflows" / "lint.yml"
    lint.parent.mkdir(parents=True)
    lint.write_text("on: pull_request\njobs: {a: {steps: [{uses: listlint/listlint@v0}]}}\n")
    end = listlint("init", "--yes")
    assert ".github/workflows/lint.yml reviews with listlint already" in end.err
    assert not (repository / REVIEWS).exists()


@pytest.mark.parametrize("recipe", RECIPES)
def test_other_recipes_are_written_when_they_are_named(
    listlint: Command, repository: Path, recipe: str
) -> None:
    assert listlint("init", "--yes", "--recipe", recipe).code == 0
    for file in RECIPES[recipe]:
        assert (repository / file.path).read_text() == file.text


def test_every_recipe_is_a_workflow_without_a_checkout() -> None:
    for text in SHOWN.values():
        made = yaml.safe_load(text)
        assert made["permissions"] == {}
        assert "checkout" not in str(made["jobs"])
        assert "pull_request_target" not in text or "# zizmor: ignore[dangerous-triggers]" in text


def test_lists_beside_the_readme_are_found_and_other_pages_are_not(
    listlint: Command, repository: Path
) -> None:
    (repository / "CONTRIBUTING.md").write_text(entries(9))
    (repository / "notes.md").write_text("# Notes\n\nNothing to list.\n")
    (repository / "more [old].md").write_text(entries(9))
    folder = repository / "topics"
    folder.mkdir()
    for name in "abcd":
        (folder / f"{name}.md").write_text(entries(9))
    listlint("init", "--yes")
    text = (repository / CONFIG).read_text()
    assert 'files: [README.md, "more [[]old].md", "topics/*.md"]\n' in text
    assert listlint().err == ""
    hooks = yaml.safe_load((repository / HOOKS).read_text())
    assert hooks["repos"][0]["hooks"][0]["files"].startswith("^(README\\.md|more")


def test_a_folder_with_other_pages_is_not_taken_whole(repository: Path) -> None:
    (repository / "docs").mkdir()
    names = [f"docs/{n}.md" for n in range(5)]
    for name in [*names, "docs/other.md"]:
        (repository / name).write_text("x")
    assert patterns(str(repository), names) == names


def test_without_a_list_nothing_is_written(listlint: Command, folder: Path) -> None:
    (folder / "README.md").write_text("# A tool\n\nIt does things.\n")
    end = listlint("init", "--yes")
    assert (end.code, there(folder)) == (2, ["README.md"])
    assert "no list of papers found here" in end.err
    assert listlint("init", "missing").code == 2


def test_what_cannot_be_written_is_one_plain_line(
    listlint: Command, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    end = listlint("init", "--yes")
    assert (end.code, there(repository)) == (2, ["README.md"])
    assert "is read-only: make it writable first; nothing was written" in end.err


# The hook among others


OTHERS = """# ours
repos:
- repo: local
  hooks: [{id: a, name: a, entry: a, language: system}]
# the end
default_stages: [pre-commit]
"""


def test_the_hook_goes_behind_the_others_indented_as_they_are() -> None:
    made = with_hook(OTHERS)
    assert made is not None
    assert all(line in made for line in OTHERS.splitlines(keepends=True))
    assert f"\n- repo: {HOME}\n  rev: v" in made
    assert list(yaml.safe_load(made)) == ["repos", "default_stages"]


def test_hooks_that_are_not_a_line_each_are_left_to_the_maintainer() -> None:
    assert with_hook("repos: [{repo: local}]\n") is None
    assert with_hook("repos: *x\n") is None
    assert with_hook("other: 1\n") is None
    assert with_hook("repos:\n  - repo: [\n") is None
    crlf = with_hook(OTHERS.replace("\n", "\r\n"))
    assert crlf is not None
    assert crlf.count("\n") == crlf.count("\r\n")
