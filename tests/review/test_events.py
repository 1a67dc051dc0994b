"""Every event is answered; none fails for want of a pull request; what is wrong is said plainly."""

from __future__ import annotations

from typing import Any

import pytest

from listlint.review.fetch import is_list
from review.conftest import Run
from review.lists import AGAIN, BASE, FINE, added
from review.runner import commands
from review.state import Fault, State


@pytest.fixture
def opened(state: State) -> State:
    state.open({"README.md": BASE}, {"README.md": added(AGAIN)})
    return state


@pytest.mark.parametrize("event", ["pull_request", "pull_request_target"])
def test_a_pull_request_is_reviewed(run: Run, opened: State, event: str) -> None:
    assert run(event).code == 1
    assert len(opened.threads) == 1


def second_stage(state: State, **more: Any) -> dict[str, Any]:
    head = {"owner": {"login": state.pull["owner"]}}
    facts = {"event": "pull_request", "head_branch": state.pull["branch"], "head_sha": state.head}
    return {"workflow_run": {**facts, "head_repository": head, "pull_requests": [], **more}}


def test_a_second_stage_finds_the_pull_request_by_its_head(run: Run, opened: State) -> None:
    assert run("workflow_run", second_stage(opened)).code == 1
    assert len(opened.threads) == 1


@pytest.mark.parametrize(
    "wrong", [{"head_branch": "other"}, {"head_sha": "a" * 40}, {"event": "push"}]
)
def test_a_second_stage_of_another_head_does_nothing(
    run: Run, opened: State, wrong: dict[str, str]
) -> None:
    assert run("workflow_run", second_stage(opened, **wrong)).code == 0
    assert not opened.writes


def test_a_push_is_told_what_is_new(run: Run, opened: State) -> None:
    done = run("push", {"before": opened.base, "after": opened.head})
    assert done.code == 1
    assert [each.properties["line"] for each in commands(done.out)] == ["15"]
    assert not opened.writes


@pytest.mark.parametrize("name", ["before", "after"])
def test_new_and_deleted_branches_are_no_fault(run: Run, opened: State, name: str) -> None:
    done = run("push", {"before": opened.base, "after": opened.head, name: "0" * 40})
    assert (done.code, done.out) == (0, "")
    assert "branch" in done.summary


def test_a_merge_group_is_answered(run: Run, opened: State) -> None:
    payload = {"merge_group": {"base_sha": opened.base, "head_sha": opened.head}}
    assert run("merge_group", payload).code == 1
    assert not opened.writes


def test_by_hand_a_pull_request_can_be_named(run: Run, opened: State) -> None:
    assert run("workflow_dispatch", {"inputs": {"pr": "#7"}}).code == 1
    assert len(opened.threads) == 1


@pytest.mark.parametrize("event", ["check_run", "watch", "no_such_event"])
def test_other_events_are_none_of_ours(run: Run, opened: State, event: str) -> None:
    done = run(event, {})
    assert (done.code, done.out) == (0, "")
    assert "Nothing to do" in done.summary
    assert done.outputs["findings"] == "0"


def test_a_change_that_touches_no_list_is_no_fault(run: Run, state: State) -> None:
    state.open({"README.md": BASE, "a": "b"}, {"README.md": BASE, "a": "c"})
    done = run()
    assert done.code == 0
    assert "touches no list" in done.summary


@pytest.mark.parametrize(
    ("pattern", "path", "meant"),
    [
        ("docs/*.md", "docs/a.md", True),
        ("docs/*.md", "docs/more/a.md", False),
        ("docs/**/*.md", "docs/more/a.md", True),
        ("./README.md", "README.md", True),
        ("README.md", "docs/README.md", False),
    ],
)
def test_lists_are_named_by_patterns(pattern: str, path: str, meant: bool) -> None:
    assert is_list(path, [pattern]) is meant


# Bad input


@pytest.mark.parametrize(
    ("inputs", "said"),
    [
        ({"token": ""}, "input token is empty"),
        ({"fail_on": "eror"}, "did you mean error?"),
        ({"comment": "loud"}, "inline, summary, none"),
        ({"max_comments": "many"}, "is no number"),
        ({"id": "a b"}, "letters, digits"),
        ({"online": "maybe"}, "true, false"),
        ({"sweep": "email"}, "issue, pull-request"),
    ],
)
def test_wrong_inputs_are_named(run: Run, opened: State, inputs: dict[str, str], said: str) -> None:
    done = run(**inputs)
    assert done.code == 2
    assert [each.name for each in commands(done.out)] == ["error"]
    assert said in commands(done.out)[0].message
    assert not opened.writes


@pytest.mark.parametrize(
    "payload", [[], {}, {"pull_request": {}}, {"pull_request": {"number": "7"}}]
)
def test_an_event_that_holds_nothing_is_named(run: Run, opened: State, payload: Any) -> None:
    done = run("pull_request", payload)
    assert done.code == 2
    assert "event" in commands(done.out)[0].message


@pytest.mark.parametrize("text", ["", "{", "[" * 100_000, "7", '{"pull_request": 7}'])
def test_an_unreadable_event_is_named(run: Run, opened: State, text: str) -> None:
    done = run("pull_request", text)
    assert done.code == 2
    assert [each.name for each in commands(done.out)] == ["error"]
    assert not opened.writes


def test_a_missing_event_file_is_named(
    run: Run, opened: State, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("listlint.commands._runner.BIGGEST_EVENT", 3)
    assert run().code == 2


def test_a_pull_request_that_is_not_there_is_wrong_use(run: Run, opened: State) -> None:
    done = run("workflow_dispatch", {"inputs": {"pr": "8"}})
    assert done.code == 2
    assert "404" in done.out


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"# L\0ist", "binary"),
        ("# List".encode("utf-16"), "UTF-16"),
        (b"x" * 9_000_000, "8 MiB"),
        (b"# \xff", "isn't UTF-8"),
    ],
)
def test_a_list_that_cannot_be_read_posts_nothing(
    run: Run, state: State, data: bytes, said: str
) -> None:
    state.open({"README.md": BASE}, {"README.md": data})
    done = run()
    assert done.code == 2
    assert said in commands(done.out)[-1].message
    assert not state.writes


def test_a_broken_base_is_nothing_to_compare_with(run: Run, state: State) -> None:
    state.open({"README.md": b"# \xff\n"}, {"README.md": added(FINE)})
    assert run().code in (0, 1)


def test_a_list_in_which_nothing_is_read_is_no_clean_list(run: Run, state: State) -> None:
    state.open({"README.md": BASE}, {"README.md": "Moved to another place.\n"})
    done = run()
    assert done.code == 0
    assert "nothing was checked" in done.summary


RST = """\
Tidying
=======

- Sorting Socks by Smell, ACL 2022 `[Paper] <https://arxiv.org/abs/2203.00001>`_
- Folding Maps with Care, ACL 2022 `[Paper] <https://arxiv.org/abs/2203.00002>`_ [#maps]_

.. [#maps] As told by Almqvist.
"""


def test_reStructuredText_is_reviewed_in_words(run: Run, state: State) -> None:  # noqa: N802
    line = "- Mending Kettles in Public, NeurlPS 2023 `[Paper] <https://arxiv.org/abs/2303.00003>`_"
    head = RST.replace("\n- Folding", f"\n{line}\n- Folding")
    state.open({"README.rst": RST}, {"README.rst": head})
    assert run().code == 1
    [thread] = state.threads
    assert thread.first == 5
    assert "`NeurlPS` should read `NeurIPS`" in thread.comments[0].body
    assert "```suggestion" not in thread.comments[0].body
    assert "`.. listlint: ignore venue-spelling` below the entry" in thread.comments[0].body


TABLE = """\
Tidying
=======

=======================  ========  =====  =========================================
Title                    Venue     Year   Materials
=======================  ========  =====  =========================================
Sorting Socks by Smell   ACL       2022   `[PDF] <https://arxiv.org/abs/2203.00001>`_
Folding Maps with Care   ACL       2022   `[PDF] <https://arxiv.org/abs/2203.00002>`_
=======================  ========  =====  =========================================
"""


def test_in_a_table_of_reStructuredText_the_configuration_silences(  # noqa: N802
    run: Run, state: State
) -> None:
    row = "Mending Kettles Gently   NeurlPS   2023   `[PDF] <https://arxiv.org/abs/2303.00003>`_\n"
    state.open({"README.rst": TABLE}, {"README.rst": TABLE.replace("Folding", f"{row}Folding")})
    run()
    [thread] = state.threads
    said = '`ignore: [{rule: venue-spelling, entry: "arxiv:2303.00003"}]` in `.listlint.yml`'
    assert said in thread.comments[0].body


@pytest.mark.parametrize(
    "fault",
    [
        Fault("pulls/get", 500, "<html>Oops</html>"),
        Fault("pulls/get", 200, '{"number": 7, "head": {"sha": "ab'),
        Fault("pulls/get", 200, "[]"),
        Fault("git/get-blob", 503, ""),
        Fault("repos/compare-commits", 502, "<html>"),
    ],
)
def test_answers_that_make_no_sense_end_plainly(run: Run, opened: State, fault: Fault) -> None:
    opened.faults = [fault] * 5
    done = run()
    assert done.code == 3
    assert len(commands(done.out)) == 1
    assert "GitHub" in done.summary
    assert not opened.writes


def test_a_bad_token_is_wrong_use(run: Run, opened: State) -> None:
    opened.faults = [Fault("pulls/get", 401, '{"message": "Bad credentials"}')]
    done = run()
    assert done.code == 2
    assert "Bad credentials" in commands(done.out)[0].message


def test_nothing_but_a_summary_or_nothing_at_all(run: Run, opened: State) -> None:
    run(comment="summary")
    assert [name for name, _ in opened.writes] == ["issues/create-comment"]
    opened.writes.clear()
    done = run(comment="none", id="other")
    assert not opened.writes
    assert commands(done.out)[0].properties["line"] == "15"
