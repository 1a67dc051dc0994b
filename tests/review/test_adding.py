"""An issue that asks for a paper: answered with the entry or its line; a stranger's text."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from listlint.commands._recipes import FORM
from listlint.review.events import AddPaper, Nothing, job
from listlint.review.form import LABELS, LINKS, LONGEST, PAPER, SECTION, TITLE, asked
from review.conftest import Run
from review.lists import BASE
from review.state import State

SHA = "a" * 40


def form(**fields: str) -> str:
    """The text of an issue as GitHub makes it of the form."""
    values = {label: fields.get(label, "_No response_") for label in LABELS}
    return "\n\n".join(f"### {label}\n\n{value}" for label, value in values.items())


def issue(text: str, action: str = "opened", kind: str = "User") -> dict[str, Any]:
    return {"action": action, "issue": {"number": 7, "body": text, "user": {"type": kind}}}


NEW = form(
    Paper="https://arxiv.org/abs/2411.00009",
    Title="Weighing Umbrellas by Their Shadows",
    Venue="NeurIPS",
    Year="2024",
)


@pytest.fixture
def there(state: State) -> State:
    state.open({"README.md": BASE}, {"README.md": BASE})
    return state


def bodies(state: State) -> list[str]:
    return [body["body"] for name, body in state.writes if name == "issues/create-comment"]


def test_the_answer_holds_the_entry_and_its_section(run: Run, there: State) -> None:
    there.no_branches = True
    done = run("issues", issue(NEW))
    assert done.code == 0, done.out
    (body,) = bodies(there)
    assert "This list would have it so, in **" in body
    assert "Weighing Umbrellas by Their Shadows" in body
    assert "https://arxiv.org/abs/2411.00009" in body
    assert [name for name, _ in there.writes] == ["issues/create-comment"]


def test_where_the_token_may_write_it_comes_as_a_pull_request(run: Run, there: State) -> None:
    done = run("issues", issue(NEW))
    assert done.code == 0, done.out
    assert "pulls/create" in [name for name, _ in there.writes]
    head = there.commits[there.branches["listlint/add-7"]]["README.md"].decode()
    gained = [line for line in head.splitlines() if line not in BASE.splitlines()]
    assert len(gained) == 1
    assert "Weighing Umbrellas by Their Shadows" in gained[0]
    assert "As a pull request: " in bodies(there)[0]


def test_a_paper_that_stands_there_is_answered_with_its_line(run: Run, there: State) -> None:
    run("issues", issue(form(Paper="2203.00003")))
    (body,) = bodies(there)
    assert body.startswith("Already on line ")
    assert [name for name, _ in there.writes] == ["issues/create-comment"]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"Paper": "2411.00009"}, "Nothing to add yet: couldn't be asked (offline)"),
        ({"Paper": "nonsense"}, "The form names no paper"),
        (
            {"Paper": "2411.00009", "Title": "A New Thing", "Section": "No Such"},
            "there is no section",
        ),
    ],
)
def test_what_cannot_be_added_is_answered_with_why(
    run: Run, there: State, fields: dict[str, str], said: str
) -> None:
    done = run("issues", issue(form(**fields)))
    assert done.code == 0
    assert said in bodies(there)[0]


def test_a_dry_run_writes_nothing(run: Run, there: State) -> None:
    run("issues", issue(NEW), "--dry-run")
    assert there.writes == []


def test_other_issues_are_left_alone(run: Run, there: State) -> None:
    run("issues", issue("The third link is dead."))
    assert there.writes == []
    assert isinstance(job("issues", issue(NEW, action="closed"), SHA), Nothing)
    assert isinstance(job("issues", issue(NEW, kind="Bot"), SHA), Nothing)
    assert job("issues", issue(NEW), SHA) == AddPaper(7, NEW, SHA)


HOSTILE = (
    "x](https://evil.example) @everyone <script>alert(1)</script>\n\n"
    "### Section\n\n# `$(id)` ::error::"
)


def test_hostile_words_reach_neither_answer_nor_list_as_more_than_words(
    run: Run, there: State
) -> None:
    text = form(
        Paper="https://arxiv.org/abs/2411.00009",
        Title=HOSTILE,
        Links="javascript:alert(1) https://a.example/x](y",
    )
    done = run("issues", issue(text))
    assert "::error::" not in done.out.replace("::error title", "")
    body = "\n".join(bodies(there))
    assert "@everyone" not in body.split("```")[0]
    assert "javascript:" not in body
    for name, written in there.writes:
        if name in ("pulls/create", "issues/create-comment"):
            assert "@everyone" not in str(written.get("title", ""))


def test_every_field_of_the_form_is_read() -> None:
    made = yaml.safe_load(FORM)
    assert tuple(each["attributes"]["label"] for each in made["body"]) == LABELS
    assert made["body"][0]["validations"] == {"required": True}
    found = asked(
        form(**{PAPER: "2411.00009", TITLE: "T", LINKS: "https://github.com/doe/x", SECTION: "S"})
    )
    assert found is not None
    assert found.paper is not None
    assert (found.paper.id, found.hand.title, found.section) == ("arxiv:2411.00009", "T", "S")
    assert [link.kind for link in found.hand.links] == ["code"]


@given(st.text(max_size=400))
def test_whatever_stands_in_a_field_it_stays_one_short_line(text: str) -> None:
    found = asked(form(Paper="2411.00009", Title=text, Links=text))
    assert found is not None
    assert len(found.hand.title) <= LONGEST
    assert found.hand.title.isprintable()
    assert all(link.url.startswith("http") for link in found.hand.links)
