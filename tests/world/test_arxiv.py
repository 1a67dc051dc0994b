"""arXiv's answers in the shapes that it documents, and in those in which it fails."""

from __future__ import annotations

import pytest

from listlint.facts import (
    ABSENT,
    AGREES,
    CODE,
    DIFFERS,
    LINK,
    PUBLISHED,
    RECORD,
    RETRACTED,
    UNCHECKED,
    WITHDRAWN,
    Question,
)
from listlint.world.asking import Reply, Request
from listlint.world.sources import arxiv, arxiv_oai

ATOM = {"content-type": "application/atom+xml; charset=utf-8"}
FEED = """<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom"
 xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">
<opensearch:totalResults>1</opensearch:totalResults>{}</feed>"""


def entry(
    id: str,
    title: str = "Learning to Lint Lists",
    comment: str = "",
    reference: str = "",
    doi: str = "",
) -> str:
    return f"""<entry><id>http://arxiv.org/abs/{id}</id><title>{title}</title>
    <summary> Lists are
 linted. </summary><published>2023-01-01T10:00:00Z</published>
    <updated>2024-03-20T10:00:00Z</updated>
    <author><name>Jane Doe</name></author><author><name>Rosa Roe</name></author>
    <arxiv:comment>{comment}</arxiv:comment><arxiv:journal_ref>{reference}</arxiv:journal_ref>
    <arxiv:doi>{doi}</arxiv:doi></entry>"""


def reply(*entries: str, status: int = 200) -> Reply:
    return Reply(status, ATOM, FEED.format("".join(entries)).encode())


def asked(*questions: Question) -> Request:
    (request,) = arxiv.requests(questions)
    return request


def error(named: str, status: int = 400) -> Reply:
    return reply(
        f"<entry><id>https://arxiv.org/api/errors#incorrect_id_format_for_{named}</id>"
        f"<title>Error</title><summary>incorrect id format for {named}</summary></entry>",
        status=status,
    )


PAPER = Question(RECORD, "arxiv:2301.00001")
PAGE = Question(LINK, "https://arxiv.org/abs/2301.00001v2")
PDF = Question(LINK, "http://www.arxiv.org/pdf/2301.00001.pdf")


def test_a_paper_linked_three_ways_is_asked_for_once_with_the_number_of_ids() -> None:
    request = asked(PAPER, PAGE, PDF, Question(LINK, "https://example.org/x"))
    assert request.url == "/api/query?id_list=2301.00001&max_results=1"
    assert request.questions == (PAPER, PAGE, PDF)


def test_of_a_version_that_is_not_known_the_page_is_looked_at() -> None:
    later = Question(LINK, "https://arxiv.org/abs/2301.00001v4")
    said = arxiv.read(asked(PAGE, later), reply(entry("2301.00001v3")))
    assert said.answers[PAGE].state == AGREES
    (page,) = said.more
    assert (page.service, page.questions) == ("", (later,))


def test_a_hundred_ids_make_a_request() -> None:
    questions = [Question(RECORD, f"arxiv:2301.{number:05}") for number in range(1, 202)]
    sizes = [request.url.count(",") + 1 for request in arxiv.requests(questions)]
    assert sizes == [100, 100, 1]


@pytest.mark.parametrize(
    "id", ["2313.00001", "2301.0001", "1412.00001", "abc", "0706.00001", "1501.0001", "cs/0513001"]
)
def test_an_id_that_cannot_be_one_stays_out_of_the_batch(id: str) -> None:
    assert not list(arxiv.requests([Question(RECORD, f"arxiv:{id}")]))


@pytest.mark.parametrize("id", ["0704.0001", "1412.9999", "1501.00001", "cs/0501001"])
def test_ids_of_every_age_are_asked(id: str) -> None:
    assert list(arxiv.requests([Question(RECORD, f"arxiv:{id}")]))


def test_entries_are_known_by_their_id_in_any_order() -> None:
    other = Question(RECORD, "arxiv:2302.00002")
    old = Question(RECORD, "arxiv:cs/0501001")
    said = arxiv.read(
        asked(PAPER, other, old),
        reply(
            entry("cs/0501001v1", "An Old One"),
            entry("2302.00002v1", "Sorting by\n  Smell"),
            entry("2301.00001v3"),
        ),
    )
    assert said.answers[PAPER].says["title"] == "Learning to Lint Lists"
    assert said.answers[other].says["title"] == "Sorting by Smell"
    assert said.answers[old].says["title"] == "An Old One"
    assert not said.more


def test_a_record_says_who_when_and_which_version() -> None:
    says = arxiv.read(asked(PAPER), reply(entry("2301.00001v3"))).answers[PAPER].says
    assert says["authors"] == "Jane Doe\nRosa Roe"
    assert (says["year"], says["updated"], says["version"]) == ("2023", "2024", "v3")
    assert says["abstract"] == "Lists are linted."


def test_titles_come_without_latex_and_entities() -> None:
    said = arxiv.read(asked(PAPER), reply(entry("2301.00001v1", r"$\alpha$-Lists &amp; {B}ERT")))
    assert said.answers[PAPER].says["title"] == "α-Lists & BERT"


def test_what_is_missing_is_asked_again_beside_an_id_that_is_there() -> None:
    gone = Question(LINK, "https://arxiv.org/abs/2301.09999")
    said = arxiv.read(asked(PAPER, gone), reply(entry("2301.00001v1")))
    assert gone not in said.answers
    (again,) = said.more
    assert again.url.endswith("id_list=2301.09999,2301.00001&max_results=2")
    assert again.after > 0
    assert again.questions == (gone,)
    sure = arxiv.read(again, reply(entry("2301.00001v1")))
    assert sure.answers[gone].state == ABSENT
    assert "2301.09999" in sure.answers[gone].says["how"]


def test_where_none_of_a_batch_is_there_an_old_paper_shows_that_the_answer_is_whole() -> None:
    (again,) = arxiv.read(asked(PAPER), reply()).more
    assert again.url.endswith("id_list=2301.00001,0704.0001&max_results=2")
    answers = arxiv.read(again, reply(entry("0704.0001v2", "The First"))).answers
    assert answers[PAPER].state == ABSENT


def test_an_empty_answer_is_an_outage_and_no_absence() -> None:
    (again,) = arxiv.read(asked(PAPER), reply()).more
    answer = arxiv.read(again, reply()).answers[PAPER]
    assert (answer.state, answer.reason) == (UNCHECKED, "unparsable")


def test_an_answer_that_has_what_the_first_lacked_proves_nothing() -> None:
    many = [Question(RECORD, f"arxiv:2301.{number:05}") for number in range(1, 21)]
    (again,) = arxiv.read(asked(*many), reply()).more
    cut = reply(entry("0704.0001v1"), *(entry(f"2301.{n:05}v1") for n in range(1, 10)))
    answers = arxiv.read(again, cut).answers
    assert {answers[each].state for each in many[:9]} == {AGREES}
    assert {answers[each].state for each in many[9:]} == {UNCHECKED}


@pytest.mark.parametrize("status", [400, 200])
def test_one_bad_id_spoils_the_batch_and_the_rest_is_asked_once_more(status: int) -> None:
    other = Question(RECORD, "arxiv:2302.00002")
    said = arxiv.read(asked(PAPER, other), error("2302.00002", status))
    assert said.answers[other].state == UNCHECKED
    (retry,) = said.more
    assert "2302.00002" not in retry.url
    assert retry.questions == (PAPER,)
    hopeless = arxiv.read(retry, error("nobody knows", status))
    assert hopeless.answers[PAPER].reason == "unparsable"
    assert not hopeless.more


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        (Reply(200, {"content-type": "text/plain"}, b"Rate exceeded."), "rate-limited"),
        (Reply(429, {"content-type": "text/plain"}, b"Rate exceeded."), "rate-limited"),
        (Reply(200, {"content-type": "text/html"}, b"<html>Are you a robot?</html>"), "challenged"),
        (Reply(403, {"content-type": "text/html"}, b"<html>Access denied</html>"), "challenged"),
        (Reply(406, {}, b""), "refused"),
        (Reply(503, {"content-type": "text/html"}, b"<html>busy</html>"), "unreachable"),
        (Reply(200, ATOM, b"<feed><entry>"), "unparsable"),
        (Reply(200, ATOM, b"", cut=True), "unparsable"),
        (Reply(0, reason="timeout"), "timeout"),
        (Reply(200, ATOM, b'<!DOCTYPE x [<!ENTITY a "b">]><feed>&a;</feed>'), "unparsable"),
    ],
)
def test_an_outage_is_no_answer(said: Reply, reason: str) -> None:
    outcome = arxiv.read(asked(PAPER, PAGE), said)
    assert {answer.reason for answer in outcome.answers.values()} == {reason}
    assert {answer.state for answer in outcome.answers.values()} == {UNCHECKED}
    assert not outcome.more


# Titles of other versions


def test_a_title_that_reads_otherwise_is_sought_in_the_other_versions() -> None:
    mine = Question(RECORD, "arxiv:2301.00001", "Sniffing Lists")
    said = arxiv.read(asked(mine), reply(entry("2301.00001v3")))
    (versions,) = said.more
    assert "2301.00001v1,2301.00001v2,2301.00001v3" in versions.url
    answer = arxiv.read(
        versions,
        reply(
            entry("2301.00001v1", "Sniffing Lists"),
            entry("2301.00001v3"),
            entry("2301.00001v2", "Smelling Lists"),
        ),
    ).answers[mine]
    assert answer.says["title"] == "Learning to Lint Lists"
    assert answer.says["titles"] == "Smelling Lists\nSniffing Lists"


def test_no_version_is_sought_where_the_title_agrees_or_there_is_one_version() -> None:
    same = Question(RECORD, "arxiv:2301.00001", "Learning to lint lists.")
    only = Question(RECORD, "arxiv:2302.00002", "Something else")
    said = arxiv.read(asked(same, only), reply(entry("2301.00001v3"), entry("2302.00002v1")))
    assert not said.more
    assert len(said.answers) == 2


# Publication


def published(**what: str) -> dict[str, str]:
    question = Question(PUBLISHED, "arxiv:2301.00001")
    said = arxiv.read(asked(question), reply(entry("2301.00001v1", **what)))
    return dict(said.answers[question].says)


def test_a_reference_names_venue_and_year() -> None:
    says = published(reference="Advances in Neural Information Processing Systems 36 (2023)")
    assert (says["venue"], says["year"]) == ("NeurIPS", "2023")
    assert "reference" in says["record"]


def test_a_doi_that_the_tables_know_names_venue_and_year() -> None:
    says = published(doi="10.1109/CVPRW59228.2023.00001")
    assert (says["venue"], says["year"], says["track"]) == ("CVPR", "2023", "workshop")


@pytest.mark.parametrize(
    "comment",
    ["Submitted to ICLR 2024", "Extended version of our NeurIPS 2022 paper", "12 pages, ICML 2023"],
)
def test_a_comment_that_tells_of_no_acceptance_says_nothing(comment: str) -> None:
    assert published(comment=comment).keys() == {"title", "authors"}


def test_a_comment_is_a_hint_and_no_proof() -> None:
    says = published(comment="Accepted at NeurIPS 2023 (spotlight)")
    assert says["hint"] == "NeurIPS 2023"
    assert "venue" not in says
    assert published(comment="Accepted to the Tidy AI workshop at ICML 2023")["hint"] == (
        "ICML 2023 workshop"
    )


@pytest.mark.parametrize("reference", ["PMLR 202 (2023)", "Phys. Rev. X 1 (2023)", "NeurIPS"])
def test_a_series_or_an_unknown_venue_or_no_year_proves_nothing(reference: str) -> None:
    assert "venue" not in published(reference=reference)


def test_a_doi_that_the_tables_do_not_know_is_followed_up_at_crossref() -> None:
    question = Question(PUBLISHED, "arxiv:2301.00001")
    retracted = Question(RETRACTED, "arxiv:2301.00001")
    said = arxiv.read(
        asked(question, retracted), reply(entry("2301.00001v1", doi="10.1000/example.1"))
    )
    (follow,) = said.more
    assert follow.service == "crossref"
    assert "doi:10.1000/example.1" in follow.url
    assert set(follow.questions) == {question, retracted}
    assert retracted not in said.answers


# Withdrawals


def withdrawal(comment: str) -> tuple[Question, Reply]:
    return Question(WITHDRAWN, "arxiv:2301.00001"), reply(entry("2301.00001v2", comment=comment))


def test_the_withdrawal_phrase_is_enough() -> None:
    question, said = withdrawal("This paper has been withdrawn by the authors: Lemma 2 fails")
    answer = arxiv.read(asked(question), said).answers[question]
    assert answer.state == DIFFERS
    assert answer.says["version"] == "v2"
    assert "Lemma 2" in answer.says["words"]


def test_no_word_of_it_is_no_withdrawal() -> None:
    question, said = withdrawal("12 pages")
    assert arxiv.read(asked(question), said).answers[question].state == AGREES


RAW = """<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><GetRecord><record><metadata>
<arXivRaw xmlns="http://arxiv.org/OAI/arXivRaw/"><id>2301.00001</id>
<version version="v1"><size>310kb</size></version>
<version version="v2"><size>0kb</size>{flag}</version>
<comments>{words}</comments></arXivRaw></metadata></record></GetRecord></OAI-PMH>"""
XML = {"content-type": "text/xml"}


@pytest.mark.parametrize(
    ("flag", "words", "state"),
    [
        ("<source_type>I</source_type>", "Withdrawn: Lemma 2 fails", DIFFERS),
        ("<source_type>D</source_type>", "Withdrawn from another venue, under revision", AGREES),
        ("", "v1 was withdrawn; this is the mended version", AGREES),
        ("", "This paper has been withdrawn from the workshop", AGREES),
        ("", "This submission has been withdrawn by arXiv", DIFFERS),
    ],
)
def test_other_words_are_confirmed_by_the_flag(flag: str, words: str, state: str) -> None:
    question, said = withdrawal("Withdrawn?")
    outcome = arxiv.read(asked(question), said)
    assert not outcome.answers
    (confirm,) = outcome.more
    assert "oai:arXiv.org:2301.00001" in confirm.url
    assert "arXivRaw" in confirm.url
    raw = RAW.format(flag=flag, words=words).encode()
    answer = arxiv_oai.read(confirm, Reply(200, XML, raw)).answers[question]
    assert answer.state == state
    if state == DIFFERS:
        assert answer.says == {"words": words, "version": "v2"}


@pytest.mark.parametrize(
    "said",
    [
        Reply(503, {"retry-after": "5"}, b""),
        Reply(200, XML, b'<OAI-PMH><error code="idDoesNotExist">no</error></OAI-PMH>'),
        Reply(200, {"content-type": "text/html"}, b"<html></html>"),
        Reply(200, XML, b"<OAI"),
    ],
)
def test_without_the_record_a_withdrawal_is_unchecked(said: Reply) -> None:
    question = Question(WITHDRAWN, "arxiv:2301.00001")
    (confirm,) = arxiv_oai.requests([question, Question(RECORD, "arxiv:2301.00001")])
    assert arxiv_oai.read(confirm, said).answers[question].state == UNCHECKED


# Code


@pytest.mark.parametrize(
    ("comment", "url"),
    [
        ("12 pages, code at https://github.com/doe-lab/lint.", "https://github.com/doe-lab/lint"),
        ("github.com/doe/lint.git and https://github.com/doe/lint", "https://github.com/doe/lint"),
        ("https://github.com/doe/lint and https://github.com/roe/other", None),
        ("https://github.com/doe", None),
        ("https://github.com/topics/lists", None),
        ("", None),
    ],
)
def test_code_is_what_the_authors_name_themselves(comment: str, url: str | None) -> None:
    question = Question(CODE, "arxiv:2301.00001")
    said = arxiv.read(asked(question), reply(entry("2301.00001v1", comment=comment)))
    assert said.answers[question].says.get("url") == url
