"""What is written to a pull request, run after run: the stand-in's log of writes tells."""

from __future__ import annotations

import json
from typing import Any

import pytest

from review.conftest import Run
from review.lists import (
    AGAIN,
    BASE,
    BROKEN,
    FINE,
    HEAD,
    MENDED,
    MISSPELT,
    OLD_FAULT,
    UNBROKEN,
    added,
    paper,
)
from review.state import ME, NOT_IN_DIFF, THEM, Comment, Fault, State, Thread

REVIEW, EDIT, DELETE = (
    "pulls/create-review",
    "pulls/update-review-comment",
    "pulls/delete-review-comment",
)
SUMMARY, EDIT_SUMMARY = "issues/create-comment", "issues/update-comment"


def opened(state: State, *lines: str) -> None:
    state.open({"README.md": BASE}, {"README.md": added(*lines)})


def written(state: State) -> list[str]:
    return [name for name, _ in state.writes]


def test_four_new_entries_get_one_review_with_what_to_apply(run: Run, state: State) -> None:
    opened(state, FINE, MISSPELT, AGAIN, BROKEN)
    state.base = state.commit({"README.md": BASE.replace("# Awesome", "# Very awesome")})
    done = run()
    assert done.code == 1
    assert written(state) == [REVIEW]
    assert [(thread.first, thread.last) for thread in state.threads] == [
        (16, 16),
        (17, 17),
        (18, 18),
    ]
    misspelt, again, broken = state.threads
    assert state.applied(misspelt).decode() == added(FINE, MENDED, AGAIN, BROKEN)
    assert state.applied(broken).decode() == added(FINE, MISSPELT, AGAIN, UNBROKEN)
    assert "Already on line 9" in again.comments[0].body
    assert len(state.asked) <= 10
    assert done.outputs["errors"] == "3"
    assert done.out == ""


def test_a_clean_pull_request_is_left_in_peace(run: Run, state: State) -> None:
    opened(state, FINE)
    assert run().code == 0
    assert not state.writes


def test_a_second_run_writes_nothing(run: Run, state: State) -> None:
    opened(state, MISSPELT, BROKEN)
    run()
    state.writes.clear()
    run()
    assert not state.writes


def test_an_entry_inserted_above_writes_nothing(run: Run, state: State) -> None:
    opened(state, MISSPELT, AGAIN)
    run()
    state.writes.clear()
    state.push({"README.md": added(MISSPELT, AGAIN).replace(HEAD, HEAD + FINE)})
    run()
    assert not state.writes


def test_what_a_push_fixed_is_deleted(run: Run, state: State) -> None:
    opened(state, MISSPELT, BROKEN)
    run()
    state.writes.clear()
    state.push({"README.md": added(MENDED, BROKEN)})
    run()
    assert written(state) == [DELETE]
    assert [thread.last for thread in state.threads] == [16]


def test_what_was_answered_is_never_deleted(run: Run, state: State) -> None:
    opened(state, MISSPELT)
    state.may_resolve = True
    run()
    state.threads[0].comments.append(Comment(1, "Thanks!", THEM))
    state.writes.clear()
    state.push({"README.md": added(MENDED)})
    run()
    assert written(state) == [EDIT, "graphql:Mutation"]
    assert state.threads[0].comments[0].body.startswith(f"Fixed in {state.head[:7]}.")
    assert state.threads[0].resolved
    state.writes.clear()
    run()
    assert not state.writes


def test_a_token_that_may_not_resolve_still_says_that_it_is_fixed(run: Run, state: State) -> None:
    opened(state, MISSPELT)
    run()
    state.threads[0].comments.append(Comment(1, "Thanks!", THEM))
    state.push({"README.md": added(MENDED)})
    assert run().code == 0
    assert state.threads[0].comments[0].body.startswith("Fixed in")


def test_what_a_human_resolved_is_not_said_again(run: Run, state: State) -> None:
    opened(state, MISSPELT)
    run()
    state.threads[0].resolved = True
    state.writes.clear()
    state.push({"README.md": added(MISSPELT, FINE)})
    done = run()
    assert not state.writes
    assert "somebody resolved" in done.summary


def test_of_an_entry_only_what_is_new_is_said_beside_what_was_resolved(
    run: Run, state: State
) -> None:
    opened(state, MISSPELT)
    run()
    state.threads[0].resolved = True
    state.push({"README.md": added(MISSPELT.replace(")]", ")"))})
    run()
    assert len(state.threads) == 2
    assert "malformed-link" in state.threads[1].comments[0].body
    assert "venue-spelling" not in state.threads[1].comments[0].body


def test_a_finding_more_on_one_entry_edits_its_comment(run: Run, state: State) -> None:
    opened(state, MISSPELT)
    run()
    state.writes.clear()
    both = MISSPELT.replace(")]", ")")
    state.push({"README.md": added(both)})
    run()
    assert written(state) == [EDIT]
    assert len(state.threads) == 1
    assert "malformed-link" in state.threads[0].comments[0].body


def test_a_forged_marker_hides_nothing_and_is_not_touched(run: Run, state: State) -> None:
    opened(state, MISSPELT)
    run()
    forged = state.threads.pop().comments[0].body
    state.threads = [Thread("PRRT_1", "README.md", 15, 15, Comment(1, forged, THEM))]
    state.comments = [Comment(2, forged.replace("about=", "about=summary x="), THEM)]
    state.writes.clear()
    run()
    assert written(state) == [REVIEW]
    assert [thread.comments[0].author for thread in state.threads] == [THEM, ME]


def test_another_job_keeps_its_comments(run: Run, state: State) -> None:
    opened(state, MISSPELT)
    run(id="one")
    run(id="two")
    state.push({"README.md": added(MENDED)})
    run(id="two")
    assert len(state.threads) == 1
    assert "id=one" in state.threads[0].comments[0].body


def test_all_of_many_comments_are_found_and_deleted(run: Run, state: State) -> None:
    lines = [paper(100 + n, "NeurlPS, 2024") for n in range(31)]
    opened(state, *lines)
    mine = (
        "x\n\n<!-- listlint:v1 id=listlint about=0123456789ab fp=0123456789ab text=0123456789ab -->"
    )
    state.threads = [
        Thread(f"PRRT_{n}", "README.md", 15 + n, 15 + n, Comment(1000 + n, mine, ME))
        for n in range(31)
    ]
    state.push({"README.md": BASE + "\nMore soon.\n"})
    run()
    assert written(state) == [DELETE] * 31
    assert not state.threads


def test_more_than_a_hundred_threads_and_comments_are_all_seen(run: Run, state: State) -> None:
    opened(state, MISSPELT)
    run()
    ours = state.threads[0]
    state.threads = [
        Thread(f"PRRT_x{n}", "README.md", 20, 20, Comment(5000 + n, "Hm?", THEM))
        for n in range(120)
    ]
    state.threads.append(ours)
    state.comments = [Comment(6000 + n, "Me too", THEM) for n in range(230)]
    state.writes.clear()
    run()
    assert not state.writes
    assert state.asked.count("graphql:Standing") == 1 + 3


def test_a_list_on_the_second_page_of_files_is_found(run: Run, state: State) -> None:
    others = {f".{n:03}": "x" for n in range(420)}
    state.open({"README.md": BASE}, {**others, "README.md": added(MISSPELT)})
    run()
    assert [thread.path for thread in state.threads] == ["README.md"]


def test_two_lists_get_one_review(run: Run, state: State) -> None:
    old = {"README.md": BASE, "docs/more.md": BASE}
    state.open(old, {name: added(MISSPELT) for name in old})
    run(files="README.md docs/*.md")
    assert written(state) == [REVIEW]
    assert {thread.path for thread in state.threads} == {"README.md", "docs/more.md"}


def test_no_more_comments_than_agreed_and_the_rest_in_a_summary(run: Run, state: State) -> None:
    opened(state, MISSPELT, BROKEN, AGAIN)
    run(max_comments="1")
    assert written(state) == [REVIEW, SUMMARY]
    assert len(state.threads) == 1
    said = state.comments[0].body
    assert said.split("<details>")[0].count("\n- ") == 2
    state.writes.clear()
    run(max_comments="1")
    assert not state.writes
    state.push({"README.md": added(MISSPELT, UNBROKEN)})
    run(max_comments="1")
    assert EDIT_SUMMARY in written(state)
    assert len(state.comments) == 1


def test_what_stands_there_keeps_its_place(run: Run, state: State) -> None:
    opened(state, AGAIN)
    run(max_comments="1")
    state.writes.clear()
    state.push({"README.md": added(AGAIN).replace(HEAD, HEAD + paper(7, "ICML, 2024"))})
    run(max_comments="1")
    assert written(state) == [SUMMARY]
    assert [thread.last for thread in state.threads] == [16]


def test_a_missing_patch_says_so_and_comments_nowhere(run: Run, state: State) -> None:
    opened(state, MISSPELT)
    state.patchless.add("README.md")
    done = run()
    assert written(state) == [SUMMARY]
    assert "changed lines couldn't be had" in done.summary
    assert "NeurIPS" in state.comments[0].body


def test_windows_line_ends_are_kept_by_what_is_applied(run: Run, state: State) -> None:
    crlf = [text.replace("\n", "\r\n") for text in (BASE, added(MISSPELT), added(MENDED))]
    state.open({"README.md": crlf[0]}, {"README.md": crlf[1]})
    run()
    assert "\r" not in state.writes[0][1]["comments"][0]["body"]
    assert state.applied(state.threads[0]) == crlf[2].encode()


def test_a_new_list_is_reviewed_whole(run: Run, state: State) -> None:
    state.open({"a": "b"}, {"a": "b", "README.md": HEAD + MISSPELT})
    run()
    assert [thread.last for thread in state.threads] == [5]


def test_a_renamed_list_is_compared_with_what_it_was(run: Run, state: State) -> None:
    state.open({"list.md": BASE}, {"README.md": added(MISSPELT)})
    state.renamed["README.md"] = "list.md"
    run()
    assert [thread.last for thread in state.threads] == [15]


def test_a_deleted_list_is_no_fault(run: Run, state: State) -> None:
    state.open({"README.md": BASE, "a": "b"}, {"a": "b"})
    done = run()
    assert done.code == 0
    assert "gone" in done.summary
    assert not state.writes


def test_changed_settings_are_named_and_have_no_force(run: Run, state: State) -> None:
    config = "rules: {venue-spelling: off}\n"
    state.open({"README.md": BASE}, {"README.md": added(MISSPELT), ".listlint.yml": config})
    done = run()
    assert len(state.threads) == 1
    assert ".listlint.yml" in done.summary
    assert "0 findings instead of 2" in done.summary


def test_the_base_decides(run: Run, state: State) -> None:
    config = {".listlint.yml": "rules: {venue-spelling: off}\n"}
    state.open({"README.md": BASE, **config}, {"README.md": added(MISSPELT)})
    assert run().code == 0
    assert not state.threads


def test_the_base_names_the_lists(run: Run, state: State) -> None:
    config = {".github/listlint.yml": "files: [lists/*.md]\n"}
    old = {"README.md": BASE, "lists/a.md": BASE, **config}
    state.open(old, {"README.md": added(MISSPELT), "lists/a.md": added(MISSPELT), **config})
    run()
    assert {thread.path for thread in state.threads} == {"lists/a.md"}


def test_a_mistake_in_the_base_is_named(run: Run, state: State) -> None:
    config = {".listlint.yml": "rulez: {}\n"}
    state.open({"README.md": BASE, **config}, {"README.md": added(MISSPELT), **config})
    done = run()
    assert done.code == 2
    assert ".listlint.yml:1" in done.out


def test_a_mistake_in_the_change_is_told(run: Run, state: State) -> None:
    config = {".listlint.yml": "rulez: {}\n"}
    state.open({"README.md": BASE}, {"README.md": added(MISSPELT), **config})
    done = run()
    assert len(state.threads) == 1
    assert "As it stands it can't be read" in done.summary


def test_rules_of_the_base_speak_and_those_of_the_change_do_not(run: Run, state: State) -> None:
    rule = (
        "summary: No shouting.\nmatch: ' LOUD '\nmessage: Say it quietly.\n"
        "examples:\n  - bad: '- A LOUD paper'\n  - good: '- A quiet paper'\n"
    )
    loud = {"README.md": added(FINE.replace(" with", " LOUD with"))}
    own = {".listlint/rules/no-shouting.yml": rule}
    state.open({"README.md": BASE}, {**loud, **own})
    run()
    assert not state.threads
    state.open({"README.md": BASE, **own}, {**loud, **own})
    run()
    assert "Say it quietly" in state.threads[0].comments[0].body


def test_an_ignore_that_is_added_is_named(run: Run, state: State) -> None:
    line = MISSPELT.replace("\n", " <!-- listlint: ignore venue-spelling -- so they say -->\n")
    state.open({"README.md": BASE}, {"README.md": added(line)})
    done = run()
    assert done.code == 0
    assert not state.threads
    assert "so they say" in done.summary


@pytest.mark.parametrize("word", ["off", "ignore-file venue-spelling"])
def test_silence_for_the_whole_list_has_no_force(run: Run, state: State, word: str) -> None:
    text = added(MISSPELT).replace(HEAD, f"<!-- listlint: {word} -->\n\n{HEAD}")
    state.open({"README.md": BASE}, {"README.md": text})
    done = run()
    assert [thread.last for thread in state.threads] == [17]
    assert "no force" in done.summary


# GitHub says no


def test_after_a_502_that_did_it_there_is_one_review(run: Run, state: State) -> None:
    opened(state, MISSPELT)
    state.faults = [Fault(REVIEW, 502, "<html>Bad gateway</html>", after=True)]
    run()
    assert written(state) == [REVIEW]
    assert len(state.threads) == 1


def test_after_a_502_that_did_not_it_is_sent_again(run: Run, state: State) -> None:
    opened(state, MISSPELT)
    state.faults = [Fault(REVIEW, 502, "<html>Bad gateway</html>")]
    run()
    assert len(state.threads) == 1


def test_a_summary_that_may_have_been_posted_is_not_posted_twice(run: Run, state: State) -> None:
    opened(state, MISSPELT)
    state.faults = [Fault(SUMMARY, 502, after=True)]
    run(comment="summary")
    assert written(state) == [SUMMARY]


def test_a_comment_that_github_refuses_takes_no_other_with_it(run: Run, state: State) -> None:
    opened(state, MISSPELT, BROKEN)
    text = json.dumps({"message": "Unprocessable Entity", "errors": [NOT_IN_DIFF]})
    state.faults = [Fault(REVIEW, 422, text)]
    run()
    assert written(state) == [REVIEW]
    assert len(state.threads) == 2


def test_what_github_refuses_twice_stands_in_the_summary(run: Run, state: State) -> None:
    opened(state, MISSPELT)
    state.faults = [Fault(REVIEW, 422), Fault(REVIEW, 422)]
    run()
    assert written(state) == [SUMMARY]
    assert "NeurIPS" in state.comments[0].body


def test_a_token_that_may_only_read_loses_nothing(run: Run, state: State) -> None:
    opened(state, MISSPELT, BROKEN)
    state.read_only = True
    done = run()
    assert done.code == 1
    assert not state.writes
    assert "::error file=README.md,line=15" in done.out
    assert "::error file=README.md,line=16" in done.out
    assert "NeurIPS" in done.summary
    assert "pull_request_target" in done.summary


def test_a_pushed_head_stops_the_run(run: Run, state: State) -> None:
    opened(state, MISSPELT)
    newer = {"README.md": added(FINE)}
    state.hooks["graphql:Standing"] = lambda: state.push(newer)
    assert run().code == 0
    assert not state.writes


@pytest.mark.parametrize("status", [403, 429])
def test_a_secondary_limit_is_waited_for(run: Run, state: State, status: int) -> None:
    opened(state, MISSPELT)
    text = '{"message": "You have exceeded a secondary rate limit."}'
    state.faults = [Fault(REVIEW, status, text, headers={"Retry-After": "3"})]
    run()
    assert len(state.threads) == 1


def test_a_limit_of_an_hour_is_not_waited_for(run: Run, state: State) -> None:
    opened(state, MISSPELT)
    text = '{"message": "You have exceeded a secondary rate limit."}'
    state.faults = [Fault(REVIEW, 403, text, headers={"Retry-After": "3600"})]
    done = run()
    assert not state.writes
    assert "::error file=README.md,line=15" in done.out


@pytest.mark.parametrize("operation", ["pulls/get", "graphql:Standing", "git/get-blob"])
def test_a_read_is_repeated(run: Run, state: State, operation: str) -> None:
    opened(state, MISSPELT)
    state.faults = [Fault(operation, 502, "<html>", after=False)]
    run()
    assert len(state.threads) == 1


# What is left alone


@pytest.mark.parametrize(
    ("field", "value"),
    [("draft", True), ("type", "Bot"), ("state", "closed"), ("labels", ["no lint"])],
)
def test_some_pull_requests_are_left_alone(run: Run, state: State, field: str, value: Any) -> None:
    opened(state, MISSPELT)
    state.pull[field] = value
    assert run(skip_label="no lint").code == 0
    assert not state.writes


def test_nothing_is_said_of_what_stood_before(run: Run, state: State) -> None:
    touched = OLD_FAULT.replace("[[Paper]", "[[Code](https://github.com/berg/x)] [[Paper]")
    state.open({"README.md": BASE}, {"README.md": BASE.replace(OLD_FAULT, touched)})
    done = run()
    assert done.code == 0
    assert not state.writes
    assert "older fault" in done.summary


def test_a_summary_that_is_too_long_is_cut_at_a_line(run: Run, state: State) -> None:
    names = [f"docs/{n}.md" for n in range(60)]
    base = {**dict.fromkeys(names, BASE), ".listlint.yml": 'files: ["docs/*.md"]\n'}
    long = "of very many things " * 40
    lines = [
        MISSPELT.replace(" part", f" {long}{n} part").replace("/2203.", f"/22{n:02}.")
        for n in range(3, 12)
    ]
    state.open(base, {**base, **dict.fromkeys(names, added(*lines))})
    run(max_comments="0")
    [comment] = state.comments
    assert len(comment.body) > 50_000
    assert "(More than fits in here" in comment.body
    assert comment.body.count("<details>") == comment.body.count("</details>")
