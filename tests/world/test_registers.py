"""Crossref, DataCite, doi.org, OpenAlex, DBLP and OpenReview in the shapes that they document."""

from __future__ import annotations

import json
from typing import Any

import pytest

from listlint.facts import (
    ABSENT,
    AGREES,
    DIFFERS,
    LINK,
    PUBLISHED,
    RECORD,
    RETRACTED,
    UNCHECKED,
    Question,
)
from listlint.world.asking import Reply, Request
from listlint.world.sources import crossref, datacite, dblp, doi, openalex, openreview
from listlint.world.sources import doi as doi_source

JSON = {"content-type": "application/json"}
XML = {"content-type": "application/xml"}
HTML = {"content-type": "text/html"}
ID = "doi:10.1000/example.1"
LINKED = Question(LINK, "https://dl.acm.org/doi/abs/10.1000/Example.1")
RECORDED = Question(RECORD, ID)


def said(value: Any, status: int = 200) -> Reply:
    return Reply(status, JSON, json.dumps(value).encode())


def asked(source: Any, *questions: Question) -> Request:
    (request,) = source.requests(questions)
    return request  # type: ignore[no-any-return]


# Crossref


def work(**more: Any) -> dict[str, Any]:
    return {
        "DOI": "10.1000/EXAMPLE.1",
        "type": "proceedings-article",
        "title": ["Learning to <i>Lint</i> Lists"],
        "container-title": ["Proceedings of the 1st Example Conference"],
        "issued": {"date-parts": [[2023, 7, 9]]},
        "author": [{"given": "Jane", "family": "Doe"}, {"family": "Roe"}],
        **more,
    }


def works(*items: Any) -> Reply:
    return said({"status": "ok", "message-type": "work-list", "message": {"items": list(items)}})


def crossref_says(topic: str, **more: Any) -> dict[str, str]:
    question = Question(topic, ID)
    return dict(
        crossref.read(asked(crossref, question), works(work(**more))).answers[question].says
    )


def test_fifty_dois_make_a_request_and_one_doi_is_asked_once() -> None:
    many = [Question(RECORD, f"doi:10.1000/{n}") for n in range(51)]
    assert [len(request.questions) for request in crossref.requests(many)] == [50, 1]
    request = asked(crossref, LINKED, RECORDED)
    assert request.url.startswith("/works?filter=doi:10.1000/example.1&rows=1&select=DOI,title")
    assert len(request.questions) == 2


@pytest.mark.parametrize("bad", ["10.1000/a,b", "10.1000/a b", "10.1000", "11.1000/x"])
def test_a_doi_that_would_break_the_filter_stays_out(bad: str) -> None:
    assert not list(crossref.requests([Question(RECORD, f"doi:{bad}")]))


def test_a_paper_of_the_anthology_is_asked_by_its_doi() -> None:
    question = Question(RECORD, "acl:2022.acl-long.331")
    request = asked(crossref, question)
    assert "doi:10.18653/v1/2022.acl-long.331" in request.url
    answer = crossref.read(request, works(work(DOI="10.18653/v1/2022.acl-long.331")))
    assert answer.answers[question].says["title"] == "Learning to Lint Lists"


@pytest.mark.parametrize(
    ("url", "doi"),
    [
        ("https://doi.org/10.18653/v1/2022.acl-long.331", "10.18653/v1/2022.acl-long.331"),
        ("https://doi.org/10.24963/ijcai.2021/12", "10.24963/ijcai.2021/12"),
        ("https://www.ijcai.org/proceedings/2021/0012.pdf", "10.24963/ijcai.2021/12"),
        ("https://dx.doi.org/10.1000/A(1)b", "10.1000/a(1)b"),
    ],
)
def test_a_doi_is_asked_however_it_is_linked(url: str, doi: str) -> None:
    question = Question(LINK, url)
    assert f"filter=doi:{doi}&" in asked(crossref, question).url
    there = crossref.read(asked(crossref, question), works(work(DOI=doi)))
    assert there.answers[question].state == AGREES
    if "doi.org" in url:
        assert asked(doi_source, question).url == f"/api/handles/{doi}?type=URL"


def test_a_record_has_its_title_with_and_without_the_subtitle() -> None:
    says = crossref_says(RECORD, subtitle=["A Study"])
    assert says["title"] == "Learning to Lint Lists: A Study"
    assert says["titles"] == "Learning to Lint Lists"
    assert (says["authors"], says["year"]) == ("Jane Doe\nRoe", "2023")
    whole = crossref_says(RECORD, title=["Learning: A Study"], subtitle=["A Study"])
    assert whole["title"] == "Learning: A Study"
    assert "titles" not in whole


def test_a_title_is_without_its_fate() -> None:
    assert crossref_says(RECORD, title=["RETRACTED: Lists"])["title"] == "Lists"


def test_what_it_lacks_may_be_registered_elsewhere() -> None:
    answers = crossref.read(asked(crossref, LINKED, RECORDED), works()).answers
    assert answers[RECORDED].state == AGREES
    assert not answers[RECORDED].says
    assert LINKED not in answers


@pytest.mark.parametrize("kind", ["retraction", "withdrawal", "removal"])
def test_a_retraction_stands_on_the_paper(kind: str) -> None:
    notice = {"DOI": "10.1000/example.2", "type": kind, "label": "Retraction"}
    question = Question(RETRACTED, ID)
    reply = works(work(**{"updated-by": [notice]}))
    answer = crossref.read(asked(crossref, question), reply).answers[question]
    assert answer.state == DIFFERS
    assert answer.says == {"words": "Retraction", "notice": "10.1000/example.2"}


@pytest.mark.parametrize(
    "more",
    [
        {"updated-by": [{"DOI": "10.1000/example.2", "type": "correction"}]},
        {"updated-by": [{"DOI": "10.1000/example.2", "type": "expression of concern"}]},
        {"update-to": [{"DOI": "10.1000/example.0", "type": "retraction"}]},
        {"updated-by": "retraction"},
    ],
)
def test_a_correction_or_a_notice_is_no_retraction(more: dict[str, Any]) -> None:
    question = Question(RETRACTED, ID)
    reply = works(work(**more))
    assert crossref.read(asked(crossref, question), reply).answers[question].state == AGREES


@pytest.mark.parametrize(
    ("more", "venue", "year", "track"),
    [
        (
            {"event": {"name": "KDD '23: The 29th ACM SIGKDD Conference on Knowledge Discovery"
                               " and Data Mining"}},
            "KDD", "2023", "",
        ),
        ({"event": {"name": "A Conference", "acronym": "KDD '23"}}, "KDD", "2023", ""),
        (
            {"container-title": ["2023 IEEE/CVF Conference on Computer Vision and Pattern"
                                 " Recognition Workshops (CVPRW)"]},
            "CVPR", "2023", "workshop",
        ),
        (
            {"type": "journal-article",
             "container-title": ["IEEE Transactions on Pattern Analysis and Machine Intelligence"]},
            "TPAMI", "2023", "",
        ),
    ],
)  # fmt: skip
def test_an_event_or_a_journal_names_venue_and_year(
    more: dict[str, Any], venue: str, year: str, track: str
) -> None:
    says = crossref_says(PUBLISHED, **more)
    assert (says["venue"], says["year"], says.get("track", "")) == (venue, year, track)


@pytest.mark.parametrize(
    "more",
    [
        {"container-title": ["Lecture Notes in Computer Science"]},
        {"container-title": ["Proceedings of the AAAI Conference on Artificial Intelligence"]},
        {"container-title": None, "event": []},
        {},
    ],
)
def test_a_series_an_unknown_event_or_no_year_proves_nothing(more: dict[str, Any]) -> None:
    assert crossref_says(PUBLISHED, **more).keys() == {"title", "authors"}


def test_a_question_of_another_source_is_answered_by_the_doi_that_it_told() -> None:
    question = Question(PUBLISHED, "arxiv:2301.00001")
    (request,) = crossref.following({question: "10.1000/Example.1"})
    event = {"name": "KDD '23: ACM SIGKDD Conference on Knowledge Discovery and Data Mining"}
    answer = crossref.read(request, works(work(event=event))).answers[question]
    assert answer.says["venue"] == "KDD"
    assert not list(crossref.following({question: "not a doi"}))


def test_a_preprint_tells_what_it_was_printed_as() -> None:
    question = Question(PUBLISHED, "doi:10.1101/2021.10.04.1")
    relation = {"is-preprint-of": [{"id-type": "doi", "id": "10.1000/printed"}]}
    preprint = work(DOI="10.1101/2021.10.04.1", type="posted-content", relation=relation)
    outcome = crossref.read(asked(crossref, question), works(preprint))
    assert "venue" not in outcome.answers[question].says
    (follow,) = outcome.more
    journal = {"type": "journal-article", "container-title": ["Nature Methods"]}
    printed = works(work(DOI="10.1000/printed", relation=relation, **journal))
    told = crossref.read(follow, printed)
    assert told.answers[question].says["venue"] == "Nature Methods"
    assert not told.more


# The faults of all of them

NOTES = Question(RECORD, "openreview:AbCdEf1234")
KEY = Question(RECORD, "dblp:conf/nips/DoeR23")


@pytest.mark.parametrize(
    ("source", "question"),
    [
        (crossref, RECORDED),
        (datacite, RECORDED),
        (doi, LINKED),
        (openalex, RECORDED),
        (openreview, NOTES),
        (dblp, KEY),
    ],
)
@pytest.mark.parametrize(
    ("reply", "reason"),
    [
        (Reply(429, {"retry-after": "1"}, b""), "rate-limited"),
        (Reply(403, HTML, b"<html>Just a moment</html>"), "challenged"),
        (Reply(200, HTML, b"<!doctype html>Making sure you're not a bot!"), "challenged"),
        (Reply(403, JSON, b'{"name": "ChallengeRequiredError"}'), "refused"),
        (Reply(200, JSON, b'{"message": {"items": [{"DOI"'), "unparsable"),
        (Reply(200, JSON, b"[]"), "unparsable"),
        (Reply(200, JSON, b"[" * 100_000), "unparsable"),
        (Reply(404, {"content-type": "text/plain"}, b"Resource not found."), "unparsable"),
        (Reply(500, JSON, b"{}"), "unreachable"),
        (Reply(0, reason="timeout"), "timeout"),
    ],
)
def test_a_fault_is_no_answer(source: Any, question: Question, reply: Reply, reason: str) -> None:
    answer = source.read(asked(source, question), reply).answers[question]
    assert (answer.state, answer.reason) == (UNCHECKED, reason)


# doi.org


def handle(code: int, status: int, target: str = "https://example.org/p/1") -> Any:
    value = {"index": 1, "type": "URL", "data": {"format": "string", "value": target}}
    body = {"responseCode": code, "handle": "10.1000/example.1", "values": [value]}
    return doi.read(asked(doi, LINKED), said(body, status)).answers[LINKED]


def test_the_code_says_whether_a_doi_is_there() -> None:
    assert asked(doi, LINKED).url == "/api/handles/10.1000/example.1?type=URL"
    assert handle(1, 200).state == AGREES
    assert handle(200, 200).state == AGREES
    assert handle(100, 404).state == ABSENT
    assert "10.1000/example.1" in handle(100, 404).says["how"]
    assert handle(2, 500).state == UNCHECKED
    assert handle(100, 200).state == UNCHECKED


def test_a_deleted_doi_is_gone() -> None:
    answer = handle(1, 200, "https://www.crossref.org/deleted_DOI.html")
    assert answer.state == ABSENT
    assert "deleted" in answer.says["how"]


def test_the_dois_of_arxiv_are_left_to_arxiv() -> None:
    assert not list(doi.requests([Question(LINK, "https://doi.org/10.48550/arXiv.2301.00001")]))


# DataCite


def test_an_arxiv_paper_is_known_by_its_doi() -> None:
    question = Question(RECORD, "arxiv:2301.00001")
    request = asked(datacite, question)
    assert "10.48550%2Farxiv.2301.00001" in request.url
    attributes = {
        "doi": "10.48550/ARXIV.2301.00001",
        "titles": [{"title": "Learning to Lint Lists"}],
        "creators": [{"name": "Doe, Jane"}, {"name": "Rosa Roe"}],
        "publicationYear": 2023,
    }
    says = datacite.read(request, said({"data": [{"attributes": attributes}]})).answers[question]
    assert says.says == {
        "title": "Learning to Lint Lists",
        "authors": "Jane Doe\nRosa Roe",
        "year": "2023",
    }
    earlier = question._replace(claim="Sniffing Lists")  # may be an earlier version's
    reply = said({"data": [{"attributes": attributes}]})
    assert not datacite.read(asked(datacite, earlier), reply).answers[earlier].says


def test_a_link_that_datacite_knows_lives_and_another_is_left() -> None:
    zenodo = Question(LINK, "https://zenodo.org/records/123")
    request = asked(datacite, zenodo)
    there = said({"data": [{"attributes": {"doi": "10.5281/zenodo.123"}}]})
    assert datacite.read(request, there).answers[zenodo].state == AGREES
    assert zenodo not in datacite.read(request, said({"data": []})).answers


# OpenAlex, DBLP, OpenReview


def test_openalex_is_believed_under_the_very_doi_only() -> None:
    held = {
        "doi": "https://doi.org/10.1000/example.1",
        "title": "Learning to Lint Lists",
        "publication_year": 2023,
        "authorships": [{"author": {"display_name": "Jane Doe"}}],
    }
    request = asked(openalex, RECORDED)
    answer = openalex.read(request, said({"results": [held]})).answers[RECORDED]
    assert answer.says["title"] == "Learning to Lint Lists"
    held["doi"] = "https://doi.org/10.65215/copy"
    assert not openalex.read(request, said({"results": [held]})).answers[RECORDED].says


def test_a_record_of_dblp_by_its_key() -> None:
    body = b"""<?xml version="1.0"?><dblp><inproceedings key="conf/nips/DoeR23">
    <author pid="1/1">Jane Doe 0003</author><title>Learning to <i>Lint</i> Lists.</title>
    <year>2023</year><booktitle>NeurIPS</booktitle></inproceedings></dblp>"""
    where = Question(PUBLISHED, KEY.subject)
    answers = dblp.read(asked(dblp, KEY, where), Reply(200, XML, body)).answers
    assert answers[KEY].says["authors"] == "Jane Doe"
    assert answers[KEY].says["title"] == "Learning to Lint Lists"
    assert (answers[where].says["venue"], answers[where].says["year"]) == ("NeurIPS", "2023")


@pytest.mark.parametrize(
    ("group", "says"),
    [
        ("ICLR.cc/2024/Conference", ("ICLR", "2024", "")),
        ("NeurIPS.cc/2023/Track/Datasets_and_Benchmarks", ("NeurIPS", "2023", "datasets")),
        ("ICML.cc/2023/Workshop/Tidy", ("ICML", "2023", "workshop")),
        ("ICLR.cc/2024/Conference/Rejected_Submission", None),
        ("ICLR.cc/2024/Conference/Submission", None),
        ("Nobody.org/2024/Conference", None),
        ("dblp.org/journals/CORR/2023", None),
    ],
)
@pytest.mark.parametrize("wrapped", [True, False])
def test_only_what_was_accepted_is_published(
    group: str, says: tuple[str, str, str] | None, wrapped: bool
) -> None:
    content: dict[str, Any] = {"title": "Lists", "authors": ["Jane Doe"], "venueid": group}
    if wrapped:
        content = {name: {"value": value} for name, value in content.items()}
    question = Question(PUBLISHED, "openreview:AbCdEf1234")
    link = Question(LINK, "https://openreview.net/forum?id=AbCdEf1234")
    request = asked(openreview, question, link)
    assert request.secret == "openreview"
    reply = said(
        {"notes": [{"id": "AbCdEf1234", "forum": "AbCdEf1234", "content": content}], "count": 1}
    )
    answers = openreview.read(request, reply).answers
    told = answers[question].says
    got = (told.get("venue"), told.get("year"), told.get("track", "")) if "venue" in told else None
    assert got == says
    assert answers[link].state == AGREES
    assert told["authors"] == "Jane Doe"


def test_what_openreview_does_not_show_may_be_there() -> None:
    link = Question(LINK, "https://openreview.net/forum?id=AbCdEf1234")
    answers = openreview.read(asked(openreview, link, NOTES), said({"notes": []})).answers
    assert link not in answers
    assert not answers[NOTES].says
