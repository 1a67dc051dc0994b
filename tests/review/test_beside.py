"""Files beside a list, in reviews: read only if an added link needs them; and the baseline."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from conftest import Command
from listlint.review.asked import OfChange
from listlint.review.seen import File, Tree
from listlint.review.settings import settings
from review.conftest import Run
from review.lists import BASE, FINE, MISSPELT, OLD_FAULT, added, paper
from review.runner import commands
from review.standin import StandIn
from review.state import Fault, State
from review.test_local import GIT

TREE = "git/get-tree"
OLD_LINK = BASE.replace(OLD_FAULT, OLD_FAULT.replace("\n", " [[Notes](notes/gone.md)]\n"))


def linking(path: str, number: int = 60) -> str:
    return paper(number, links=f" [[Notes]({path})]")


def test_without_a_new_relative_link_the_tree_is_not_read(run: Run, state: State) -> None:
    state.open({"README.md": OLD_LINK}, {"README.md": OLD_LINK.replace(OLD_FAULT[:6], "- Tidy", 1)})
    run()
    assert TREE not in state.asked


def test_a_new_link_to_a_file_that_is_not_there_is_said_and_no_old_one(
    run: Run, state: State
) -> None:
    head = OLD_LINK.replace(FOLDING, FOLDING + linking("notes/a.md") + linking("Notes/b.md", 61))
    state.open({"README.md": OLD_LINK}, {"README.md": head, "notes/b.md": "b"})
    assert run().code == 1
    said = [thread.comments[0].body for thread in state.threads]
    assert len(said) == 2
    assert "There is no `notes/a.md` beside this list" in said[0]
    assert "but `notes`: write it in the same case" in said[1]
    assert state.asked.count(TREE) == 1
    assert len(state.asked) <= 12


FOLDING = "## Folding\n\n"


def test_a_file_that_comes_with_the_change_is_there(run: Run, state: State) -> None:
    state.open({"README.md": BASE}, {"README.md": added(linking("docs/a.md")), "docs/a.md": "a"})
    assert run().code == 0
    assert not state.writes


def test_a_file_that_the_change_takes_away_is_missed(run: Run, state: State) -> None:
    held = {"README.md": added(linking("docs/a.md")), "docs/a.md": "a", "b": "b"}
    state.open(held, {"README.md": added(linking("docs/a.md"), FINE), "b": "b"})
    assert run().code == 1
    assert "docs/a.md" in state.comments[0].body


@pytest.mark.parametrize("fault", [Fault(TREE, 404), Fault(TREE, 409)])
def test_a_tree_that_cannot_be_had_leaves_it_unchecked(
    run: Run, state: State, fault: Fault
) -> None:
    state.open({"README.md": BASE}, {"README.md": added(linking("docs/a.md"))})
    state.faults = [fault]
    assert run().code == 0
    assert not state.writes


def test_a_tree_that_is_cut_off_leaves_it_unchecked() -> None:
    from listlint.facts import FILE, Question

    asked = frozenset([Question(FILE, "a.md")])
    change = OfChange(File("README.md", "modified", "", None, "README.md"), (), lambda: None)
    assert not change(frozenset(), asked).head


def test_behind_submodules_and_symbolic_links_nothing_is_known() -> None:
    from listlint.facts import ABSENT, AGREES, FILE, Question

    names = ["sub/a.md", "link/a.md", "sub", "docs/a.md", "docs/b.md", "../a.md", "docs/a.md/b"]
    asked = {name: Question(FILE, name) for name in names}
    tree = Tree(("README.md", "docs/a.md"), ("sub", "link"))
    change = OfChange(File("README.md", "modified", "", None, "README.md"), (), lambda: tree)
    known = change(frozenset(), frozenset(asked.values())).head
    states = {name: known[question].state for name, question in asked.items() if question in known}
    there = {"sub": AGREES, "docs/a.md": AGREES}
    assert states == {**there, "docs/b.md": ABSENT, "docs/a.md/b": ABSENT}


def test_services_are_asked_about_what_is_new_alone() -> None:
    from listlint.facts import AGREES, Answer, Question

    old, new = Question("link", "https://a.example"), Question("link", "https://b.example")
    asked: list[Question] = []

    def services(questions: object, links: object) -> dict[Question, Answer]:
        asked.extend(questions)  # type: ignore[call-overload]
        return {new: Answer(AGREES)}

    change = OfChange(File("a.md", "modified", "", None, "a.md"), (), lambda: None, services)
    found = change(frozenset([old]), frozenset([old, new]))
    assert asked == [new]
    assert found.base[new] == found.head[new] == Answer(AGREES)


# Here, without GitHub


@pytest.fixture
def repository(folder: Path) -> Path:
    (folder / "README.md").write_text(OLD_LINK)
    (folder / "docs").mkdir()
    (folder / "docs" / "a.md").write_text("a")
    for words in (["init", "-q", "-b", "main"], ["add", "."], ["commit", "-qm", "the list"]):
        subprocess.run([*GIT, *words], cwd=folder, check=True)
    return folder


def said(listlint: Command, *words: str) -> list[str]:
    done = listlint("review", "--dry-run", "--diff", "HEAD", "--format", "json", *words)
    return [each["body"] for each in json.loads(done.out)["comments"]]


def test_a_working_copy_is_asked_for_its_files(listlint: Command, repository: Path) -> None:
    text = added(linking("docs/a.md"), linking("docs/b.md", 61), linking("docs/c.md", 62))
    (repository / "README.md").write_text(text)
    (repository / "docs" / "c.md").write_text("new")
    [body] = said(listlint)
    assert "There is no `docs/b.md`" in body


def test_a_repository_of_a_list_alone_knows_no_files(listlint: Command, folder: Path) -> None:
    (folder / "README.md").write_text(BASE)
    for words in (["init", "-q", "-b", "main"], ["add", "."], ["commit", "-qm", "the list"]):
        subprocess.run([*GIT, *words], cwd=folder, check=True)
    (folder / "README.md").write_text(added(linking("docs/b.md")))
    assert said(listlint) == []


# What a baseline knows

KNOWN = "tidying/known.json"
CONFIG = f"baseline: {KNOWN}\n"


def baseline(*keys: str) -> str:
    lists = {"../README.md": {key: {"venue-spelling": 1} for key in keys}}
    return json.dumps({"version": 1, "lists": lists})


def test_what_the_base_knows_is_not_said(run: Run, state: State) -> None:
    base = {"README.md": BASE, ".listlint.yml": CONFIG, KNOWN: baseline("arxiv:2203.00051")}
    state.open(base, {**base, "README.md": added(MISSPELT)})
    run()
    assert not state.writes
    assert len(state.asked) <= 12


def test_a_baseline_of_the_change_has_no_force(run: Run, state: State) -> None:
    base = {"README.md": BASE, ".listlint.yml": CONFIG, KNOWN: baseline()}
    head = {**base, "README.md": added(MISSPELT), KNOWN: baseline("arxiv:2203.00051")}
    state.open(base, head)
    done = run()
    assert len(state.threads) == 1
    assert f"`{KNOWN}` changed here: this review went by the base's." in done.summary


def test_a_baseline_that_is_not_there_is_named(run: Run, state: State) -> None:
    base = {"README.md": BASE, ".github/listlint.yml": CONFIG}
    state.open(base, {**base, "README.md": added(MISSPELT)})
    done = run()
    assert done.code == 2
    assert f"no {KNOWN} in the base branch" in commands(done.out)[0].message
    assert not state.writes


# Where GitHub is


def test_graphql_is_asked_where_the_runner_says(
    run: Run, state: State, server: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    state.open({"README.md": BASE}, {"README.md": added(MISSPELT)})
    monkeypatch.setenv("GITHUB_GRAPHQL_URL", f"{server.url}/api/graphql")
    run()
    assert len(state.threads) == 1
    assert set(state.graphql_paths) == {"/api/graphql"}


@pytest.mark.parametrize(
    ("path", "starts"),
    [(".listlint.yml", ""), (".github/listlint.yml", ""), ("tidying/lists.yml", "tidying/")],
)
def test_what_a_configuration_names_starts_from_its_own_folder(path: str, starts: str) -> None:
    text = b"files: [a.md, 'docs/*.md']\nbaseline: known/all.json\n"
    found = settings({path: text}, path)
    assert found.lists == (f"{starts}a.md", f"{starts}docs/*.md")
    assert found.baseline_file == f"{starts}known/all.json"
