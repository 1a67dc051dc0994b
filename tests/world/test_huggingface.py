"""Hugging Face's answers about what is linked there, and about a paper's code and data sets."""

from __future__ import annotations

import json
from typing import Any

import pytest

from listlint.facts import AGREES, CODE, DATASETS, DIFFERS, LINK, UNCHECKED, Question
from listlint.world.asking import Hop, Outcome, Reply, Request
from listlint.world.sources import huggingface

JSON = {"content-type": "application/json"}
MODEL = Question(LINK, "https://huggingface.co/doe/lint")
WHERE = Question(CODE, "arxiv:2301.00001")
WHICH = Question(DATASETS, "arxiv:2301.00001")


def asked(*questions: Question) -> Request:
    (request,) = huggingface.requests(questions)
    return request


def read(request: Request, value: Any, status: int = 200, hops: tuple[Hop, ...] = ()) -> Outcome:
    return huggingface.read(request, Reply(status, JSON, json.dumps(value).encode(), hops=hops))


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("https://huggingface.co/doe/lint", "/api/models/doe/lint"),
        ("https://hf.co/datasets/doe/lists", "/api/datasets/doe/lists"),
        ("https://huggingface.co/datasets/lists", "/api/datasets/lists"),
        ("https://huggingface.co/spaces/doe/demo/", "/api/spaces/doe/demo"),
    ],
)
def test_what_is_asked_for_by_its_name(url: str, path: str) -> None:
    assert asked(Question(LINK, url)).url == path


@pytest.mark.parametrize(
    "url",
    [
        "https://huggingface.co",
        "https://huggingface.co/doe",
        "https://huggingface.co/blog/lists",
        "https://huggingface.co/collections/doe/lists",
        "https://huggingface.co/doe/lint/blob/main/README.md",
        "https://huggingface.co/papers/2301.00001",
        "https://example.org/doe/lint",
    ],
)
def test_other_pages_are_left_alone(url: str) -> None:
    assert not list(huggingface.requests([Question(LINK, url)]))


def test_a_model_that_is_there_or_goes_by_another_name() -> None:
    assert read(asked(MODEL), {"id": "doe/lint"}).answers[MODEL].state == AGREES
    assert read(asked(MODEL), {"id": "Doe/Lint"}).answers[MODEL].state == AGREES
    hop = (Hop(307, "/api/models/doe-lab/lint"),)
    moved = read(asked(MODEL), {"id": "doe-lab/lint"}, hops=hop).answers[MODEL]
    assert moved.state == DIFFERS
    assert moved.says["to"] == "https://huggingface.co/doe-lab/lint"
    data = Question(LINK, "https://huggingface.co/datasets/doe/lists")
    moved = read(asked(data), {"id": "roe/lists"}, hops=hop).answers[data]
    assert moved.says["to"] == "https://huggingface.co/datasets/roe/lists"


@pytest.mark.parametrize("status", [401, 403, 404])
def test_what_cannot_be_seen_may_be_private_or_gated(status: int) -> None:
    answer = read(asked(MODEL), {"error": "Repository not found"}, status).answers[MODEL]
    assert (answer.state, answer.reason) == (UNCHECKED, "refused")


@pytest.mark.parametrize("question", [MODEL, WHERE])
@pytest.mark.parametrize(
    ("reply", "reason"),
    [
        (Reply(429, JSON, b'{"error": "x"}'), "rate-limited"),
        (Reply(200, {"content-type": "text/html"}, b"<html>"), "challenged"),
        (Reply(200, JSON, b'{"id'), "unparsable"),
        (Reply(200, JSON, b"[]"), "unparsable"),
        (Reply(503, JSON, b"{}"), "unreachable"),
    ],
)
def test_a_fault_is_no_answer(question: Question, reply: Reply, reason: str) -> None:
    answer = huggingface.read(asked(question), reply).answers[question]
    assert (answer.state, answer.reason) == (UNCHECKED, reason)


# Papers

PAPER = {
    "id": "2301.00001",
    "title": "LintBench: Learning to Lint Lists",
    "githubRepo": "https://github.com/Doe-Lab/lint",
    "numTotalDatasets": 3,
}


def test_code_and_data_sets_of_a_paper_are_asked_for_together() -> None:
    request = asked(WHERE, WHICH)
    assert request.url == "/api/papers/2301.00001"
    outcome = read(request, PAPER)
    assert outcome.answers[WHERE].says["url"] == "https://github.com/Doe-Lab/lint"
    (more,) = outcome.more
    assert more.url == "/api/arxiv/2301.00001/repos"
    held = [{"id": "doe-lab/anything"}, {"id": "roe/LintBench"}, {"id": "zoe/uses-it"}, {}]
    says = read(more, {"models": [], "datasets": held}).answers[WHICH].says
    assert says["urls"].split("\n") == [
        "https://huggingface.co/datasets/doe-lab/anything",
        "https://huggingface.co/datasets/roe/LintBench",
    ]


def test_a_paper_without_a_page_or_without_code_proves_nothing() -> None:
    outcome = read(asked(WHERE, WHICH), {"error": "Paper not found"}, 404)
    assert {answer.state for answer in outcome.answers.values()} == {AGREES}
    assert not any(answer.says for answer in outcome.answers.values())
    bare = read(asked(WHERE, WHICH), {"id": "2301.00001", "numTotalDatasets": 0})
    assert not bare.more
    assert not bare.answers[WHERE].says


@pytest.mark.parametrize("code", ["https://example.org/doe/lint", "https://github.com/doe", 5])
def test_code_is_a_repository_at_github(code: Any) -> None:
    assert not read(asked(WHERE), {**PAPER, "githubRepo": code}).answers[WHERE].says


def test_only_arxiv_papers_have_a_page() -> None:
    assert not list(huggingface.requests([Question(CODE, "doi:10.1000/x")]))
