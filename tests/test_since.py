"""``--since REV``: what a change causes, here and elsewhere, and nothing that stood before."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from conftest import Command, Ended
from review.lists import AGAIN, BASE, FINE, MENDED, MISSPELT, OLD_FAULT, PAPERS, added, paper

GIT = ("git", "-c", "user.name=x", "-c", "user.email=x@localhost.invalid")


def git(folder: Path, *words: str) -> None:
    subprocess.run([*GIT, *words], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def repository(folder: Path) -> Path:
    (folder / "README.md").write_bytes(BASE.encode())
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "the list")
    return folder


def found(end: Ended) -> list[tuple[str, int]]:
    """What is said but for notes: rule and line."""
    findings = json.loads(end.out)["findings"]
    return [(each["rule"], each["line"]) for each in findings if each["level"] != "note"]


def since(listlint: Command, text: str, *words: str, revision: str = "HEAD") -> Ended:
    Path("README.md").write_bytes(text.encode())
    return listlint("--since", revision, "--format", "json", *words)


def test_what_stood_before_is_counted_and_not_said(listlint: Command, repository: Path) -> None:
    assert listlint("README.md").code == 1
    end = listlint("--since", "HEAD", "README.md")
    assert (end.code, end.err) == (0, "")
    assert end.out.endswith(
        "0 findings, 0 fixable; 43 links not checked (offline); 1 finding known from before\n"
    )


def test_lines_above_make_nothing_new(listlint: Command, repository: Path) -> None:
    assert found(since(listlint, added(FINE, paper(53), paper(54)))) == []
    assert found(since(listlint, BASE.replace("\n", "\r\n"))) == []


def test_a_new_fault_is_said(listlint: Command, repository: Path) -> None:
    end = since(listlint, added(MISSPELT))
    assert end.code == 1
    assert found(end) == [("venue-spelling", 15)]


def test_what_a_change_causes_elsewhere_is_said(listlint: Command, repository: Path) -> None:
    text = BASE.replace(PAPERS[0], AGAIN + PAPERS[0])  # the copy that stands below is the second
    assert found(since(listlint, text)) == [("duplicate-paper", 10)]


def test_an_entry_moved_or_touched_keeps_its_fault(listlint: Command, repository: Path) -> None:
    moved = BASE.replace(OLD_FAULT, "").replace(PAPERS[0], OLD_FAULT + PAPERS[0])
    assert found(since(listlint, moved)) == []
    touched = BASE.replace("part 77,", "part 78,")
    assert found(since(listlint, touched)) == []


def test_of_two_faults_alike_the_touched_one_is_new(listlint: Command, repository: Path) -> None:
    text = BASE.replace(
        OLD_FAULT, OLD_FAULT.replace("77", "76").replace("00077", "00076") + OLD_FAULT
    )
    line = BASE.split("\n").index(OLD_FAULT.strip()) + 1
    assert found(since(listlint, text)) == [("venue-spelling", line)]


def test_another_revision_may_be_named(listlint: Command, repository: Path) -> None:
    (repository / "README.md").write_text(added(MISSPELT))
    git(repository, "commit", "-qam", "a paper")
    assert found(since(listlint, added(MISSPELT))) == []
    assert found(since(listlint, added(MISSPELT), revision="HEAD~1")) == [("venue-spelling", 15)]
    end = listlint("--since", "no-such-branch")
    assert (end.code, end.out) == (2, "")
    assert end.err.startswith("listlint: no-such-branch: no such revision: name a branch, a tag")


def test_only_what_is_new_is_mended(listlint: Command, repository: Path) -> None:
    (repository / "README.md").write_text(added(MISSPELT))
    assert listlint("--fix", "--since", "HEAD").code == 0
    assert (repository / "README.md").read_text() == added(MENDED)


def test_a_new_list_is_new_as_a_whole(listlint: Command, repository: Path) -> None:
    (repository / "more.md").write_text(BASE)
    assert "1 finding, 1 fixable" in listlint("--since", "HEAD", "more.md").out


def test_a_renamed_list_and_a_linked_one_are_known(listlint: Command, repository: Path) -> None:
    git(repository, "mv", "README.md", "papers.md")
    (repository / "README.md").symlink_to("papers.md")
    for name in ("papers.md", "README.md"):
        assert "1 finding known from before" in listlint("--since", "HEAD", name).out


def test_before_the_first_commit_all_is_new(listlint: Command, folder: Path) -> None:
    (folder / "README.md").write_text(BASE)
    git(folder, "init", "-q")
    assert "1 finding, 1 fixable" in listlint("--since", "HEAD").out


def test_outside_a_repository_it_is_said(listlint: Command, folder: Path) -> None:
    (folder / "README.md").write_text(BASE)
    end = listlint("--since", "HEAD")
    assert (end.code, end.err.count("\n")) == (2, 1)


def test_standard_input_is_compared_under_its_name(listlint: Command, repository: Path) -> None:
    words = ("--since", "HEAD", "-", "--stdin-filename", "README.md")
    end = listlint(*words, stdin=added(MISSPELT).encode())
    assert "1 finding, 1 fixable" in end.out
    assert "1 finding known from before" in end.out


@pytest.mark.parametrize("revision", ["", "^HEAD", "--output=written", "HEAD:README.md"])
def test_what_names_no_commit_is_wrong_use(
    listlint: Command, repository: Path, revision: str
) -> None:
    for words in (["check", f"--since={revision}"], ["review", "--dry-run", f"--diff={revision}"]):
        end = listlint(*words, "README.md")
        assert end.code == 2
        assert "name a branch, a tag or a commit of this repository" in end.err


def test_a_branch_called_as_an_option_is_a_branch(listlint: Command, repository: Path) -> None:
    git(repository, "update-ref", "refs/heads/--output=written", "HEAD")
    (repository / "README.md").write_bytes(added(MISSPELT).encode())
    assert listlint("check", "--since=--output=written", "README.md").code == 1
    done = listlint("review", "--dry-run", "--diff=--output=written", "README.md")
    assert "venue-spelling" in done.out
    git(repository, "mv", "README.md", "LIST.md")
    assert listlint("check", "--since=--output=written", "LIST.md").code == 1
    assert not (repository / "written").exists()


def test_settings_of_the_repository_run_nothing(listlint: Command, repository: Path) -> None:
    mark = repository / "ran"
    runs = f"touch {mark}; cat"
    hook = repository / ".git" / "hooks" / "post-index-change"
    (repository / ".gitattributes").write_text("*.md filter=x diff=y\n")
    (repository / "README.md").write_bytes(added(MISSPELT).encode())
    git(repository, "mv", "README.md", "LIST.md")
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f"#!/bin/sh\n{runs}\n")
    hook.chmod(0o755)
    names = ("filter.x.clean", "filter.x.process", "diff.y.textconv", "diff.y.command")
    for name in (*names, "diff.external", "core.fsmonitor"):
        git(repository, "config", name, runs)
    mark.unlink(missing_ok=True)  # setting them up may run some
    assert listlint("check", "--since", "HEAD", "LIST.md").code == 1
    assert "venue-spelling" in listlint("review", "--dry-run", "--diff", "HEAD", "LIST.md").out
    assert not mark.exists()


def test_what_a_clone_left_out_is_not_fetched(listlint: Command, repository: Path) -> None:
    mark = repository / "ran"
    objects = repository / ".git" / "objects"
    blob = subprocess.run(
        [*GIT, "rev-parse", "HEAD:README.md"], cwd=repository, check=True, capture_output=True
    )
    name = blob.stdout.decode().strip()
    for key, value in {
        "core.repositoryformatversion": "1",
        "extensions.partialClone": "origin",
        "remote.origin.url": str(repository),
        "remote.origin.promisor": "true",
        "remote.origin.uploadpack": f"touch {mark}; git-upload-pack",
    }.items():
        git(repository, "config", key, value)
    (objects / name[:2] / name[2:]).unlink()
    end = listlint("check", "--since", "HEAD", "README.md")
    assert (end.code, end.err) == (
        2,
        "listlint: HEAD: this clone holds no text of README.md there (it was cloned with "
        "--filter): run `git show HEAD:README.md` once, which fetches it\n",
    )
    assert listlint("review", "--dry-run", "--diff", "HEAD", "README.md").code == 2
    assert not mark.exists()
