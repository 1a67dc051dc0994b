"""Services in reviews and in the weekly look: asked about what is theirs, and apart from faults."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from listlint.review import github
from listlint.review.github import GitHub
from listlint.review.trouble import Trouble
from review.conftest import Run
from review.lists import HEAD, PAPERS
from review.standin import StandIn
from review.state import State
from standin import Paper, Standin, World, standing

SMELL = Paper(
    "2305.00017",
    "Sorting Lists by Smell",
    ("Ada Almqvist", "Bo Berg"),
    keys={"DBLP": "conf/iclr/AlmqvistB24"},
)
LINE = (
    "- Sorting Lists by Smell, <ins>arXiv, 2023</ins> [[Paper](https://arxiv.org/abs/2305.00017)]\n"
)
OTHER = LINE.replace("Sorting Lists by Smell", "Counting Umbrellas in the Dark")


@pytest.fixture(scope="module")
def there() -> Iterator[Standin]:
    with standing(World(papers=(SMELL,))) as here:
        yield here


@pytest.fixture
def services(there: Standin, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Options that lead to the stand-in of the services."""
    there.faults.clear()
    there.asked.clear()
    monkeypatch.setenv("SEMANTIC_SCHOLAR_API_KEY", there.environment()["S2_API_KEY"])
    return there.options()


def changed(state: State, before: str, after: str) -> None:
    settings = "links: {interval: {'*': 0.0, 127.0.0.1: 0.0}, timeout: 1}\n"
    base = {"README.md": before, ".listlint.yml": settings}
    state.open(base, {**base, "README.md": after})


def test_a_pull_request_is_asked_about_what_it_adds(
    run: Run, state: State, services: list[str], there: Standin
) -> None:
    before = HEAD + "".join(PAPERS)
    changed(state, before, before + LINE)
    done = run("pull_request", None, *services, online="true")
    assert done.code == 0
    (thread,) = state.threads
    assert "Published at ICLR 2024 (DBLP conf/iclr/AlmqvistB24" in thread.comments[0].body
    assert "<ins>ICLR, 2024</ins>" in thread.comments[0].body
    (asked,) = there.asked["arxiv"]
    assert "2305.00017" in asked
    assert "2203." not in asked


def test_a_link_to_another_paper_turns_the_check_red(
    run: Run, state: State, services: list[str]
) -> None:
    before = HEAD + "".join(PAPERS)
    changed(state, before, before + OTHER)
    assert run("pull_request", None, *services, online="true").code == 1
    (thread,) = state.threads
    assert 'arXiv 2305.00017 is "Sorting Lists by Smell"' in thread.comments[0].body


def test_what_was_not_verified_is_told_apart(
    run: Run, state: State, services: list[str], there: Standin
) -> None:
    there.failing("html")
    before = HEAD + "".join(PAPERS)
    changed(state, before, before + LINE)
    done = run("pull_request", None, *services, online="true")
    assert done.code == 0
    assert not state.threads
    assert "Not verified, and not counted as wrong: 1 link not checked" in done.summary
    assert done.outputs["unchecked"] == "2"


def test_offline_nobody_is_asked(
    run: Run, state: State, services: list[str], there: Standin
) -> None:
    before = HEAD + "".join(PAPERS)
    changed(state, before, before + LINE)
    done = run("pull_request", None, *services, online="false")
    assert "Not verified" not in done.summary
    run("pull_request", None, *services, "--offline", online="true")
    assert not any(there.asked.values())


def test_the_weekly_look_offers_what_was_published_since(
    run: Run, state: State, services: list[str]
) -> None:
    text = HEAD + LINE
    changed(state, text, text)
    run("schedule", {}, *services, online="true", sweep="pull-request")
    assert list(state.branches) == ["listlint/published"]
    held = state.commits[state.branches["listlint/published"]]["README.md"].decode()
    assert held == text.replace("arXiv, 2023", "ICLR, 2024")
    assert "Published at ICLR 2024" in state.issues[0]["body"]


def test_the_weekly_look_tells_what_was_not_verified(
    run: Run, state: State, services: list[str], there: Standin
) -> None:
    there.failing("403")
    text = HEAD + LINE.replace("arXiv", "NeurlPS")
    changed(state, text, text)
    run("schedule", {}, *services, online="true")
    assert "Not verified, and not counted as wrong: 1 link not checked" in state.issues[0]["body"]


def test_answers_are_kept_where_the_workflow_says(
    run: Run,
    state: State,
    services: list[str],
    there: Standin,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    folder = tmp_path_factory.mktemp("answers")
    before = HEAD + "".join(PAPERS)
    changed(state, before, before + LINE)
    run("pull_request", None, *services, online="true", cache_dir=str(folder))
    assert [each.name for each in folder.iterdir()] == ["answers.sqlite3"]
    there.asked.clear()
    run("pull_request", None, *services, online="true", cache_dir=str(folder))
    assert not there.asked["arxiv"]


def test_the_time_that_others_take_is_not_githubs(
    server: StandIn, state: State, monkeypatch: pytest.MonkeyPatch
) -> None:
    changed(state, HEAD, HEAD + LINE)
    hub = GitHub("a-token", "berg-lab/awesome-tidying", server.url)
    later = time.monotonic() + 3600
    with monkeypatch.context() as patched:
        patched.setattr(time, "monotonic", lambda: later)
        assert hub.pull(7).head == state.head
    monkeypatch.setattr(github, "DEADLINE", -1)
    with pytest.raises(Trouble, match="took longer"):
        hub.pull(7)
