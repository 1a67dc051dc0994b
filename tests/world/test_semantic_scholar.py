"""Semantic Scholar's answers in the shapes that it documents; what of them proves a publication."""

from __future__ import annotations

import json
from typing import Any

import pytest

from listlint.facts import AGREES, LINK, PUBLISHED, RECORD, UNCHECKED, Question
from listlint.world.asking import Outcome, Reply, Request
from listlint.world.sources import semantic_scholar as source

JSON = {"content-type": "application/json"}
QUESTION = Question(PUBLISHED, "arxiv:2301.00001")


def paper(**ids: str) -> dict[str, Any]:
    return {
        "paperId": "0" * 40,
        "externalIds": {"ArXiv": "2301.00001", "CorpusId": 1234567, **ids},
        "title": "Learning to Lint Lists.",
        "year": 2022,
        "venue": "Neural Information Processing Systems",
        "publicationVenue": {"name": "Neural Information Processing Systems"},
        "authors": [{"authorId": "1", "name": "Jane Doe"}, {"name": "Rosa Roe"}],
    }


def asked(*questions: Question) -> Request:
    (request,) = source.requests(questions)
    return request


def read(*papers: Any, questions: tuple[Question, ...] = (QUESTION,)) -> Outcome:
    return source.read(asked(*questions), Reply(200, JSON, json.dumps(papers).encode()))


def test_ids_of_every_register_go_in_one_batch_with_the_key() -> None:
    request = asked(
        QUESTION,
        Question(RECORD, "doi:10.1000/x"),
        Question(RECORD, "acl:2022.acl-long.331"),
        Question(RECORD, "acl:p19-1001"),
        Question(LINK, f"https://www.semanticscholar.org/paper/Learning/{'a' * 40}"),
        Question(RECORD, "openreview:AbC"),
    )
    ids = json.loads(request.body)["ids"]
    assert ids == ["ARXIV:2301.00001", "DOI:10.1000/x", "ACL:2022.acl-long.331", "ACL:P19-1001",
                   "a" * 40]  # fmt: skip
    assert request.secret == "semantic-scholar"
    assert request.method == "POST"
    assert "externalIds" in request.url
    assert len(request.questions) == 5


def test_five_hundred_ids_make_a_request() -> None:
    questions = [Question(RECORD, f"doi:10.1000/{number}") for number in range(501)]
    assert [len(json.loads(r.body)["ids"]) for r in source.requests(questions)] == [500, 1]


def test_a_key_of_dblp_is_venue_and_year_whatever_the_year_says() -> None:
    says = read(paper(DBLP="conf/nips/DoeR23")).answers[QUESTION].says
    assert (says["venue"], says["year"]) == ("NeurIPS", "2023")
    assert says["record"] == "DBLP conf/nips/DoeR23"
    assert says["title"] == "Learning to Lint Lists"
    assert says["authors"] == "Jane Doe\nRosa Roe"


def test_an_anthology_id_and_a_doi_are_venue_year_and_track() -> None:
    says = read(paper(ACL="2022.findings-acl.12", DBLP="conf/acl/DoeR22")).answers[QUESTION].says
    assert (says["venue"], says["year"], says["track"]) == ("ACL", "2022", "findings")
    says = read(paper(DOI="10.1109/CVPR52688.2022.00001")).answers[QUESTION].says
    assert (says["venue"], says["year"]) == ("CVPR", "2022")
    assert "track" not in says


@pytest.mark.parametrize(
    "ids",
    [
        {"DBLP": "journals/corr/abs-2301-00001"},
        {"DBLP": "conf/nobodyknows/DoeR23"},
        {"DBLP": "conf/nips"},
        {"DOI": "10.48550/arXiv.2301.00001"},
        {},
    ],
)
def test_a_preprint_an_unknown_stream_or_a_name_alone_proves_nothing(ids: dict[str, str]) -> None:
    outcome = read(paper(**ids))
    answer = outcome.answers[QUESTION]
    assert answer.state == AGREES
    assert "venue" not in answer.says
    assert not outcome.more


def test_a_workshop_in_a_conferences_stream_is_a_workshop() -> None:
    held = paper(DBLP="conf/cvpr/DoeR23")
    held["venue"] = "2023 IEEE/CVF Conference on Computer Vision Workshops (CVPRW)"
    assert read(held).answers[QUESTION].says["track"] == "workshop"


def test_two_proofs_that_differ_are_both_told() -> None:
    held = paper(DBLP="conf/icml/DoeR23", DOI="10.1109/CVPR52688.2022.00001")
    says = read(held).answers[QUESTION].says
    assert says["venue"] == "CVPR"
    assert says["against"] == "DBLP conf/icml/DoeR23"


def test_a_doi_that_no_table_knows_is_followed_up() -> None:
    outcome = read(paper(DOI="10.1000/example.1"))
    (follow,) = outcome.more
    assert follow.service == "crossref"
    assert follow.questions == (QUESTION,)


def test_null_is_nothing_known_and_never_absence() -> None:
    record = Question(RECORD, "doi:10.1000/x")
    link = Question(LINK, f"https://www.semanticscholar.org/paper/{'a' * 40}")
    answers = read(None, None, None, questions=(QUESTION, record, link)).answers
    assert answers[QUESTION] == answers[record]
    assert not answers[record].says
    assert link not in answers


def test_a_record_bears_the_list_out_and_accuses_nobody() -> None:
    same = Question(RECORD, "arxiv:2301.00001", "Learning to lint lists")
    other = Question(RECORD, "arxiv:2301.00001", "Another Paper of This Number")
    answers = read(paper(), questions=(same, other)).answers
    assert answers[same].says["title"] == "Learning to Lint Lists"
    assert not answers[other].says


def test_a_paper_that_is_there_is_a_link_that_lives() -> None:
    link = Question(LINK, f"https://www.semanticscholar.org/paper/{'a' * 40}")
    assert read(paper(), questions=(link,)).answers[link].state == AGREES


@pytest.mark.parametrize(
    ("status", "body", "reason"),
    [
        (429, b'{"message":"Too Many Requests","code":"429"}', "rate-limited"),
        (403, b'{"message":"Forbidden"}', "refused"),
        (400, b'{"error":"Unrecognized or unsupported fields: [x]"}', "refused"),
        (500, b'{"message":"Internal Server Error"}', "unreachable"),
        (200, b"<html>Just a moment</html>", "challenged"),
        (200, b'[{"paperId": "0"', "unparsable"),
        (200, b"[]", "unparsable"),
        (200, b'{"data": []}', "unparsable"),
        (0, b"", "no-key"),
    ],
)
def test_a_refusal_is_no_answer(status: int, body: bytes, reason: str) -> None:
    headers = {"content-type": "text/html"} if body.startswith(b"<") else JSON
    said = Reply(status, headers, body, reason="no-key" if not status else "")
    answer = source.read(asked(QUESTION), said).answers[QUESTION]
    assert (answer.state, answer.reason) == (UNCHECKED, reason)


def test_if_no_id_is_valid_nothing_is_known() -> None:
    said = Reply(400, JSON, b'{"error":"No valid paper ids given"}')
    assert source.read(asked(QUESTION), said).answers[QUESTION].state == AGREES


def test_a_batch_on_which_it_chokes_is_halved_twice_at_most() -> None:
    questions = [Question(RECORD, f"doi:10.1000/{number}") for number in range(8)]
    (request,) = source.requests(questions)
    said = Reply(500, JSON, b'{"message":"Internal Server Error"}')
    halves = source.read(request, said).more
    assert [len(half.questions) for half in halves] == [4, 4]
    quarters = source.read(halves[0], said).more
    assert [len(each.questions) for each in quarters] == [2, 2]
    assert not source.read(quarters[0], said).more


@pytest.mark.parametrize(
    "odd",
    [
        {"title": None, "externalIds": None, "authors": None},
        {"title": 5, "externalIds": {"DBLP": ["x"], "DOI": {}}, "authors": "Jane"},
        [],
        "x",
    ],
)
def test_odd_shapes_say_nothing(odd: Any) -> None:
    assert "venue" not in read(odd).answers[QUESTION].says
