"""``listlint review --dry-run --diff REV``: a review without GitHub, in a git repository."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import Command
from review.lists import AGAIN, BASE, BROKEN, FINE, HEAD, MENDED, MISSPELT, added, paper

GIT = (
    "git",
    "-c",
    "user.name=x",
    "-c",
    "user.email=x@localhost.invalid",
    "-c",
    "core.autocrlf=false",
)
EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture
def repository(folder: Path) -> Path:
    (folder / "README.md").write_bytes(BASE.encode())
    for words in (["init", "-q", "-b", "main"], ["add", "."], ["commit", "-qm", "the list"]):
        subprocess.run([*GIT, *words], cwd=folder, check=True)
    return folder


def test_it_prints_what_would_be_posted(listlint: Command, repository: Path) -> None:
    (repository / "README.md").write_text(added(FINE, MISSPELT))
    done = listlint("review", "--dry-run", "--diff", "HEAD", "--format", "json")
    review = json.loads(done.out)
    assert done.code == 0
    assert review["version"] == 1
    assert review["conclusion"] == "success"
    [comment] = review["comments"]
    assert {**comment, "body": ""} == {
        "path": "README.md",
        "line": 16,
        "start_line": None,
        "body": "",
        "suggestion": MENDED.rstrip("\n"),
        "findings": [{"rule": "venue-spelling", "level": "error", "key": "arxiv:2203.00051"}],
    }


def test_for_people_it_names_the_places(listlint: Command, repository: Path) -> None:
    (repository / "README.md").write_text(added(AGAIN))
    done = listlint("review", "--dry-run", "--diff", "HEAD", "README.md")
    assert "--- README.md:15\n" in done.out
    assert "Already on line 9" in done.out
    assert done.out.rstrip().splitlines()[-1].startswith("What this change brings: 1 fact")


def test_nothing_changed_is_nothing_to_say(listlint: Command, repository: Path) -> None:
    done = listlint("review", "--dry-run", "--diff", "HEAD")
    assert done.code == 0
    assert "Nothing to say" in done.out


def test_a_file_that_is_new_is_compared_with_nothing(listlint: Command, repository: Path) -> None:
    (repository / "more.md").write_text(HEAD + MISSPELT)
    done = listlint("review", "--dry-run", "--diff", "HEAD", "more.md")
    assert "--- more.md:5" in done.out


def test_a_list_in_a_folder_and_with_odd_names(listlint: Command, repository: Path) -> None:
    (repository / "so: many").mkdir()
    path = repository / "so: many" / "list*[1].md"
    path.write_text(BASE)
    for words in (["add", "."], ["commit", "-qm", "more"]):
        subprocess.run([*GIT, *words], cwd=repository, check=True)
    path.write_text(added(MISSPELT))
    done = listlint("review", "--dry-run", "--diff", "HEAD", "so: many/list*[1].md")
    assert "--- so: many/list*[1].md:15" in done.out


@pytest.mark.parametrize("revision", ["nowhere", "--help", "HEAD~7", ""])
def test_an_unknown_revision_is_wrong_use(
    listlint: Command, repository: Path, revision: str
) -> None:
    done = listlint("review", "--dry-run", f"--diff={revision}")
    assert done.code == 2
    assert done.err.startswith("listlint: ")


def test_outside_a_repository_it_says_so(listlint: Command, folder: Path) -> None:
    (folder / "README.md").write_text(BASE)
    done = listlint("review", "--dry-run", "--diff", "HEAD")
    assert done.code == 2
    assert "repository" in done.err


def test_outside_a_workflow_it_says_what_to_do(
    listlint: Command, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("GITHUB_EVENT_NAME", raising=False)
    done = listlint("review")
    assert done.code == 2
    assert "--dry-run --diff" in done.err


def test_a_missing_list_does_not_stop_the_others(listlint: Command, repository: Path) -> None:
    (repository / "README.md").write_text(added(MISSPELT))
    done = listlint("review", "--dry-run", "--diff", "HEAD", "README.md", "gone.md")
    assert done.code == 2
    assert "--- README.md:15" in done.out
    assert "gone.md" in done.err


# When it speaks


def reviewed(listlint: Command, folder: Path, text: str, *words: str) -> dict[str, object]:
    (folder / "README.md").write_bytes(text.encode())
    done = listlint("review", "--dry-run", "--diff", "HEAD", "--format", "json", *words)
    found: dict[str, object] = json.loads(done.out)
    return found


def comments(review: dict[str, object]) -> list[dict[str, object]]:
    found = review["comments"]
    assert isinstance(found, list)
    return found


def test_ten_that_say_the_same_are_one_line(listlint: Command, repository: Path) -> None:
    lines = [paper(100 + n, "NeurlPS, 2024") for n in range(12)]
    review = reviewed(listlint, repository, added(*lines))
    assert comments(review) == []
    assert str(review["summary"]).count("should read") == 1
    assert "(12 alike: also line 16, line 17, …)" in str(review["summary"])


def test_an_entry_above_its_copy_is_the_one_spoken_to(listlint: Command, repository: Path) -> None:
    text = BASE.replace(HEAD, HEAD + paper(9))
    [comment] = comments(reviewed(listlint, repository, text))
    assert comment["line"] == 5
    assert "line 14" in str(comment["body"])


def test_the_poorer_new_copy_can_be_deleted_with_a_click(
    listlint: Command, repository: Path
) -> None:
    [comment] = comments(reviewed(listlint, repository, added(AGAIN)))
    assert comment["suggestion"] == ""
    assert "deletes this line" in str(comment["body"])


def test_what_was_listed_in_another_section_is_named(listlint: Command, repository: Path) -> None:
    review = reviewed(listlint, repository, added(paper(91)))
    assert comments(review) == []
    assert str(review["summary"]).startswith("Something that this change lists is listed already")
    assert "Listed already" in str(review["summary"])


def test_moved_entries_bring_nothing_new(listlint: Command, repository: Path) -> None:
    from review.lists import OLD_FAULT

    text = BASE.replace(OLD_FAULT, "") + OLD_FAULT
    assert comments(reviewed(listlint, repository, text)) == []


def test_a_title_mended_keeps_the_old_fault_old(listlint: Command, repository: Path) -> None:
    from review.lists import OLD_FAULT

    text = BASE.replace(OLD_FAULT, OLD_FAULT.replace("2203.", "2204.").replace("part", "Part"))
    assert comments(reviewed(listlint, repository, text)) == []


def test_two_faults_of_an_entry_are_one_suggestion(listlint: Command, repository: Path) -> None:
    both = MISSPELT.replace(")]", ")")
    [comment] = comments(reviewed(listlint, repository, added(both)))
    assert comment["suggestion"] == MENDED.rstrip("\n")


def test_facts_come_first_when_there_is_little_room(listlint: Command, repository: Path) -> None:
    form = "".join(paper(60 + n, "Neurips, 2023") for n in range(3))
    text = added(form, BROKEN)
    [comment] = comments(reviewed(listlint, repository, text, "--max-comments", "1"))
    assert "malformed-link" in str(comment["body"])


def test_red_is_for_what_somebody_has_to_decide(listlint: Command, repository: Path) -> None:
    def ends(line: str, *words: str) -> object:
        return reviewed(listlint, repository, added(line), *words)["conclusion"]

    assert ends(MISSPELT) == "success"
    assert ends(AGAIN) == "failure"
    assert ends(MISSPELT, "--fail-on", "warning") == "failure"
    assert ends(AGAIN, "--fail-on", "never") == "success"


def test_the_example_shows_what_a_review_is() -> None:
    command = [sys.executable, str(EXAMPLES / "review.py"), "--format", "json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    review = json.loads(done.stdout)
    assert done.returncode == 1
    assert len(review["comments"]) >= 3
    assert "Listed already" in review["summary"]


def test_a_paper_listed_under_another_title_is_named(listlint: Command, repository: Path) -> None:
    title = paper(91).removeprefix("- ").partition(",")[0]
    link = "[[Paper](https://arxiv.org/abs/2203.00091)]"
    line = f"- Kettlebox for Everybody, <ins>ACL, 2022</ins> {link} as of {title}\n"
    review = reviewed(listlint, repository, added(line))
    assert comments(review) == []
    assert "Kettlebox for Everybody (line 15): already on line" in str(review["summary"])
    assert "same arXiv id" in str(review["summary"])
