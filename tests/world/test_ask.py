"""Asking and planning, as a command does: what is known, kept, ignored; whom it costs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from listlint.facts import CODE, DATASETS, FILE, LINK, RECORD, REPOSITORY, Answer, Question
from listlint.world import driving, routes, steps
from listlint.world.ask import Settings, ask, plan
from listlint.world.asking import Reply
from listlint.world.sources import pages

from .loopback import World

URL = "https://example.org/maps.pdf"
LIVE = Question(LINK, URL)
OK = Reply(200, {"content-type": "text/html"}, b"<title>Maps</title>")


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "AGAIN", 0.01)
    monkeypatch.setattr(steps, "AGAIN", 0.01)


@pytest.mark.parametrize(
    ("url", "state", "word"),
    [
        ("https://paperswithcode.com/sota/folding", "absent", "paperswithcode.com closed in"),
        ("https://academic.microsoft.com/paper/1", "absent", "closed"),
        ("https://www.linkedin.com/in/berg", "unchecked", ""),
        ("https://medium.com/@berg/maps", "unchecked", ""),
        ("https://blog.medium.com/maps", "unchecked", ""),
        ("https://ieeexplore.ieee.org/document/1234567", "unchecked", ""),
    ],
)
def test_what_is_known_beforehand_is_asked_of_nobody(url: str, state: str, word: str) -> None:
    world = World({})
    answer = ask([Question(LINK, url)], web=world).answers[Question(LINK, url)]
    assert (answer.state, answer.reason) == (state, "" if state == "absent" else "challenged")
    assert word in answer.says.get("how", "")
    assert not world.asked


def test_a_host_whose_end_was_only_announced_is_asked() -> None:
    url = "https://goo.gl/abc"
    world = World({url: OK})
    assert ask([Question(LINK, url)], web=world).answers[Question(LINK, url)].state == "agrees"


def test_a_closed_hosts_page_tells_where_it_went() -> None:
    question = Question(LINK, "https://www.arxiv-vanity.com/papers/2301.00001/")
    assert ask([question]).answers[question].says["to"] == "https://arxiv.org/abs/2301.00001"


def test_ignored_links_and_files_are_left_alone() -> None:
    world = World({URL: OK})
    ignored = Question(LINK, "https://intranet.example/maps")
    told = ask(
        [LIVE, ignored, Question(FILE, "maps.pdf")],
        Settings(ignore=("https://intranet.example/*",)),
        web=world,
    )
    assert list(told.answers) == [LIVE]
    assert told.answers[ignored].reason == "offline"


def test_nothing_to_ask_is_nothing_asked() -> None:
    assert ask([]).requests == 0


def test_what_was_kept_is_not_asked_again(tmp_path: Path) -> None:
    settings = Settings(cache=str(tmp_path / "answers"), networks=("10.0.0.0/8",))
    gone = Question(LINK, "https://example.org/gone.pdf")
    world = World({URL: OK, gone.subject: Reply(404)})
    first = ask([LIVE, gone], settings, web=world)
    assert (first.kept, first.requests) == (0, 3)
    world.asked.clear()
    second = ask([LIVE, gone], settings, web=world)
    assert second.answers == first.answers
    assert second.kept == 1
    assert world.urls == [gone.subject] * 2  # what was absent is looked at anew


def test_a_cache_that_cannot_be_used_is_said_and_the_run_goes_on(tmp_path: Path) -> None:
    spoilt = tmp_path / "answers"
    spoilt.write_bytes(b"no database" * 200)
    told = ask([LIVE], Settings(cache=str(spoilt)), web=World({URL: OK}))
    assert told.answers[LIVE].state == "agrees"
    assert len(told.remarks) == 1


def test_one_page_for_many_is_seen_over_kept_and_new_answers(tmp_path: Path) -> None:
    settings = Settings(cache=str(tmp_path / "answers"), intervals={"*": 0})
    end = "https://example.org/news/we-were-bought"
    urls = [f"https://example.org/blog/post-{name}" for name in "abc"]
    world = World({**{url: Reply(302, {"location": end}) for url in urls}, end: OK})
    questions = [Question(LINK, url) for url in urls]
    first = ask(questions[:2], settings, web=world)
    assert {answer.state for answer in first.answers.values()} == {"agrees"}
    second = ask(questions, settings, web=world)
    assert {answer.reason for answer in second.answers.values()} == {"soft-404"}


def test_a_plan_asks_nobody_and_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(driving, "Drive", None)
    questions = [Question(LINK, f"https://example.org/{at}") for at in range(11)]
    questions += [
        Question(LINK, "https://example.org/1#part"),
        Question(LINK, "https://x.com/berg"),
    ]
    made = plan(questions)
    (row,) = made.hosts
    assert (row.host, row.requests, made.requests, made.known) == ("example.org", 11, 11, 1)
    assert made.seconds == pytest.approx(0.5)
    assert plan([]).seconds == 0


def test_a_plan_says_how_many_may_follow() -> None:
    papers = [Question(CODE, f"arxiv:2301.{at:05}") for at in range(1, 150)]
    made = plan(papers, Settings(most_single=20))
    assert made.perhaps == 20
    assert made.requests < 20


def test_a_plan_says_who_is_left_out_for_want_of_a_key() -> None:
    questions = [Question(RECORD, "s2:" + "a" * 40)]
    if routes.source("semantic-scholar") is not None:
        assert plan(questions).keyless == ("semantic-scholar",)
        assert plan(questions, Settings(keys={"semantic-scholar": "x"})).requests == 1


def test_what_costs_a_request_each_is_asked_bit_by_bit(tmp_path: Path) -> None:
    papers = [Question(DATASETS, f"arxiv:2301.0000{at}") for at in range(1, 4)]
    paced = {"huggingface.co": 0.0}
    settings = Settings(cache=str(tmp_path / "answers"), most_single=2, intervals=paced)
    base = "https://huggingface.co/api/papers"
    body = b'{"id": "2301.00001", "title": "Folding Maps", "numTotalDatasets": 0}'
    reply = Reply(200, {"content-type": "application/json"}, body)
    world = World({f"{base}/{each.subject[6:]}": reply for each in papers})
    assert plan(papers, settings).requests == 2
    first = ask(papers, settings, web=world)
    assert [first.answers[each].reason for each in papers] == ["", "", "over-budget"]
    second = ask(papers, settings, web=world)
    assert [second.answers[each].reason for each in papers] == ["", "", ""]
    assert len(world.urls) == 3


def test_every_question_has_an_answer_even_if_nobody_can_be_asked() -> None:
    questions = [Question(RECORD, "pmlr:139/berg21a"), Question("weather", "today")]
    told = ask(questions, web=World({}))
    assert [told.answers[each] for each in questions] == [Answer("agrees")] * 2  # knows nothing


@pytest.mark.parametrize(
    ("question", "first"),
    [
        (Question(LINK, "https://arxiv.org/abs/2301.00001v2"), "arxiv"),
        (Question(LINK, "https://arxiv.org/pdf/2301.00001"), "arxiv"),
        (Question(LINK, "https://arxiv.org/html/2301.00001"), ""),
        (Question(LINK, "https://arxiv.org/list/cs.CL/recent"), ""),
        (Question(LINK, "https://doi.org/10.48550/arXiv.2301.00001"), "arxiv"),
        (Question(LINK, "https://doi.org/10.1145/1234.5678"), "crossref"),
        (Question(LINK, "https://dl.acm.org/doi/10.1145/1234.5678"), "crossref"),
        (Question(LINK, "https://github.com/berg/maps/tree/main/a"), "github"),
        (Question(LINK, "https://huggingface.co/papers/2301.00001"), "arxiv"),
        (Question(LINK, "https://huggingface.co/datasets/berg/maps"), "huggingface"),
        (Question(LINK, "https://openreview.net/forum?id=AbCdEf1234"), "openreview"),
        (Question(LINK, "https://gitlab.com/berg/maps"), ""),
        (Question(REPOSITORY, "berg/maps"), "github"),
    ],
)
def test_by_id_before_address(question: Question, first: str) -> None:
    assert routes.chain(question)[0] == first


def test_nothing_heavy_is_loaded_before_somebody_is_asked() -> None:
    code = (
        "import sys, listlint.world.ask\n"
        "from listlint.world.ask import plan\n"
        "from listlint.facts import Question\n"
        "plan([Question('link', 'https://example.org/')])\n"
        "print(sorted({'aiohttp', 'sqlite3', 'asyncio', 'yarl'} & set(sys.modules)))"
    )
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ended.stdout.strip() == "[]"
