"""The weekly look at the whole list: one issue, opened, updated, closed, silent when told to."""

from __future__ import annotations

import re

from review.conftest import Run
from review.lists import BASE, MENDED, MISSPELT, added
from review.state import State

CLEAN = BASE.replace("NeurlPS", "NeurIPS")


def swept(state: State, text: str) -> State:
    state.open({"README.md": text}, {"README.md": text})
    return state


def written(state: State) -> list[str]:
    names = [name for name, _ in state.writes]
    state.writes.clear()
    return names


def test_one_issue_is_opened_and_left_alone_while_nothing_changes(run: Run, state: State) -> None:
    swept(state, BASE)
    assert run("schedule", {}).code == 0
    assert written(state) == ["issues/create"]
    assert "NeurIPS" in state.issues[0]["body"]
    run("schedule", {})
    assert written(state) == []


def test_what_is_new_comes_first(run: Run, state: State) -> None:
    swept(state, BASE)
    run("schedule", {})
    state.writes.clear()
    swept(state, added(MISSPELT))
    run("schedule", {})
    assert written(state) == ["issues/update"]
    assert state.issues[0]["body"].startswith("**1 new since the last look**")


def test_a_clean_list_closes_it_and_the_next_fault_opens_it_again(run: Run, state: State) -> None:
    swept(state, BASE)
    run("schedule", {})
    swept(state, CLEAN)
    run("schedule", {})
    assert state.issues[0]["closed"]
    state.writes.clear()
    run("schedule", {})
    assert written(state) == []
    swept(state, BASE)
    run("schedule", {})
    assert [issue["closed"] for issue in state.issues] == [False]


def test_closed_by_hand_it_stays_closed_until_something_is_new(run: Run, state: State) -> None:
    swept(state, BASE)
    run("schedule", {})
    state.issues[0]["closed"] = True
    state.writes.clear()
    run("schedule", {})
    assert written(state) == []
    swept(state, added(MISSPELT))
    run("schedule", {})
    assert [issue["closed"] for issue in state.issues] == [False]


def test_a_clean_list_opens_nothing(run: Run, state: State) -> None:
    swept(state, CLEAN)
    assert run("workflow_dispatch", {"inputs": {}}).code == 0
    assert written(state) == []


def test_somebody_elses_issue_is_not_ours(run: Run, state: State) -> None:
    swept(state, BASE)
    run("schedule", {})
    state.issues[0]["author"] = "mallory"
    state.writes.clear()
    run("schedule", {})
    assert written(state) == ["issues/create"]


def test_safe_fixes_come_as_a_pull_request_once(run: Run, state: State) -> None:
    swept(state, BASE)
    run("schedule", {}, sweep="pull-request")
    assert "pulls/create" in written(state)
    assert state.branches["listlint/fixes"]
    head = state.commits[state.branches["listlint/fixes"]]
    assert head["README.md"].decode() == CLEAN
    run("schedule", {}, sweep="pull-request")
    assert "pulls/create" not in written(state)


def test_where_a_pull_request_is_not_allowed_the_issue_holds_a_patch(
    run: Run, state: State
) -> None:
    swept(state, BASE)
    state.no_branches = True
    run("schedule", {}, sweep="pull-request")
    body = state.issues[0]["body"]
    patch = re.search(r"```diff\n(.*?)```", body, re.S)
    assert patch
    assert f"+{MENDED.split(',')[0][:6]}" in patch[1] or "+- " in patch[1]


def test_a_repository_without_a_list_is_told(run: Run, state: State) -> None:
    state.open({"a": "b"}, {"a": "b"})
    done = run("schedule", {})
    assert done.code == 2
    assert "no list" in done.out


def test_more_than_anybody_reads_is_capped(run: Run, state: State) -> None:
    many = "".join(
        f"- Sorting Jars part {n}, <ins>NeurlPS, 2023</ins> [[Paper]](https://arxiv.org/abs/2306.{n:05}\n"
        for n in range(3000)
    )
    swept(state, "# L\n\n" + many)
    assert run("schedule", {}).code == 0
    assert len(state.issues[0]["body"]) < 65_536


def test_the_whole_list_is_looked_up_among_its_files_and_its_baseline(
    run: Run, state: State
) -> None:
    text = CLEAN.replace("# Awesome Tidying\n", "# Awesome Tidying\n\n![Map](img/map.png)\n")
    files = {"README.md": text, "img/Map.png": "map"}
    state.open(files, files)
    run("schedule", {})
    assert "but `Map.png`: write it in the same case" in state.issues[0]["body"]
    known = '{"version": 1, "lists": {"README.md": {"img/map.png": {"missing-file": 1}}}}'
    more = {**files, ".listlint.yml": "baseline: known.json\n", "known.json": known}
    state.open(more, more)
    run("schedule", {})
    assert state.issues[0]["closed"]


def test_a_list_in_reStructuredText_is_told_of_and_never_mended(  # noqa: N802
    run: Run, state: State
) -> None:
    line = "- Sorting Lists by Smell, NeurlPS 2023 `[Paper] <https://arxiv.org/abs/2305.00018>`_"
    files = {"README.rst": f"Tidying\n=======\n\n{line}\n"}
    state.open(files, files)
    run("schedule", {}, sweep="pull-request")
    assert written(state) == ["issues/create"]
    assert "`NeurlPS` should read `NeurIPS`" in state.issues[0]["body"]
    assert not state.branches
