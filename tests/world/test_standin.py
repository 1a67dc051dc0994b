"""The sources asked over real sockets: the whole way from a question to an answer."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from listlint.facts import (
    ABSENT,
    AGREES,
    CODE,
    DIFFERS,
    LINK,
    PUBLISHED,
    RECORD,
    REPOSITORY,
    RETRACTED,
    UNCHECKED,
    WITHDRAWN,
    Answers,
    Question,
)
from listlint.world.ask import Settings, ask
from standin import FAULTS, Doi, Paper, Repository, Standin, World, standing
from standin.gatherers import KEY
from standin.github import TOKEN

LINT = Paper(
    "2301.00001",
    "Learning to Lint Lists",
    earlier=("Sniffing Lists",),
    keys={"DBLP": "conf/nips/DoeR23"},
    comment="Accepted at NeurIPS 2023",
    code="https://github.com/doe/lint",
)
GONE = Paper("2302.00002", "Proving What Is Not So", comment="Withdrawn", withdrawn=True)
RETRACTION = {"updated-by": [{"DOI": "10.1000/notice", "type": "retraction"}]}
WORLD = World(
    papers=(LINT, GONE, Paper("2303.00003", "Lists for Others", doi="10.1000/gone")),
    dois=(Doi("10.1000/gone", "Lists for Others", more=RETRACTION), Doi("10.1000/a", "A")),
    repositories=(Repository("doe/lint", "doe-lab/lint"), Repository("roe/old", archived=True)),
)


@pytest.fixture(scope="module")
def here() -> Iterator[Standin]:
    with standing(WORLD) as there:
        yield there


def answers(here: Standin, *questions: Question) -> Answers:
    here.asked.clear()
    keys = {"github": TOKEN, "semantic-scholar": KEY}
    settings = Settings(endpoints=here.bases, keys=keys, timeout=1.0, intervals={"*": 0.0})
    return ask(questions, settings).answers


def test_a_paper_is_known_by_all_who_keep_something_of_it(here: Standin) -> None:
    record = Question(RECORD, "arxiv:2301.00001", "Sniffing Lists")
    published = Question(PUBLISHED, "arxiv:2301.00001")
    link = Question(LINK, "https://arxiv.org/pdf/2301.00001v1")
    code = Question(CODE, "arxiv:2301.00001")
    told = answers(here, record, published, link, code)
    assert told[record].says["title"] == "Learning to Lint Lists"
    assert told[record].says["titles"] == "Sniffing Lists"
    says = told[published].says
    assert (says["venue"], says["year"], says["also"]) == (
        "NeurIPS",
        "2023",
        "the authors' comment",
    )
    assert told[link].state == AGREES
    assert told[code].says["url"] == "https://github.com/doe/lint"
    assert len(here.asked["arxiv"]) == 2
    assert len(here.asked["semantic-scholar"]) == 1


def test_what_is_not_there(here: Standin) -> None:
    paper = Question(LINK, "https://arxiv.org/abs/2301.09999")
    doi = Question(LINK, "https://doi.org/10.1000/nothing")
    repository = Question(REPOSITORY, "doe/nothing")
    told = answers(here, paper, doi, repository)
    assert [told[each].state for each in (paper, doi, repository)] == [ABSENT] * 3


def test_withdrawn_retracted_renamed_archived(here: Standin) -> None:
    withdrawn = Question(WITHDRAWN, "arxiv:2302.00002")
    retracted = Question(RETRACTED, "arxiv:2303.00003")
    renamed, archived = Question(REPOSITORY, "doe/lint"), Question(REPOSITORY, "roe/old")
    told = answers(here, withdrawn, retracted, renamed, archived)
    assert told[withdrawn].state == told[retracted].state == told[renamed].state == DIFFERS
    assert told[renamed].says["name"] == "doe-lab/lint"
    assert told[archived].says["archived"] == "2025-01-01"


QUESTIONS = (
    Question(RECORD, "arxiv:2301.00001"),
    Question(PUBLISHED, "arxiv:2301.00001"),
    Question(WITHDRAWN, "arxiv:2302.00002"),
    Question(RETRACTED, "doi:10.1000/gone"),
    Question(REPOSITORY, "doe/nothing"),
    Question(LINK, "https://doi.org/10.1000/nothing"),
    Question(LINK, "https://arxiv.org/abs/2301.09999"),
    Question(CODE, "arxiv:2301.00001"),
)


@pytest.mark.parametrize("fault", [fault for fault in FAULTS if fault in ("403", "html", "cut")])
def test_whoever_fails_tells_nothing(here: Standin, fault: str) -> None:
    here.failing(fault)
    try:
        told = answers(here, *QUESTIONS)
    finally:
        here.faults = {}
    assert {answer.state for answer in told.values()} == {UNCHECKED}
    assert all(answer.reason for answer in told.values())


def test_a_mirror_is_asked_without_a_key(here: Standin) -> None:
    """It says itself whether it wants one; the services' own hosts aren't asked then."""
    here.asked.clear()
    published, repository = (
        Question(PUBLISHED, "arxiv:2301.00001"),
        Question(REPOSITORY, "doe/lint"),
    )
    told = ask([published, repository], Settings(endpoints=here.bases, intervals={"*": 0.0}))
    assert len(here.asked["semantic-scholar"]) == 1
    assert told.answers[published].reason == "refused"
    assert told.answers[repository].says["name"] == "doe-lab/lint"  # by REST
