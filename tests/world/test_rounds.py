"""Rounds: who is asked, who next, and what becomes of a question that nobody answers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from listlint.facts import CODE, LINK, PUBLISHED, RECORD, Answer, Question
from listlint.world import routes
from listlint.world.asking import Outcome, Reply, Request
from listlint.world.rounds import Rounds

ONE, TWO = Question(RECORD, "doi:10.1/one"), Question(RECORD, "doi:10.1/two")
TITLE = Answer("agrees", {"title": "Folding Maps"}, "Crossref")
Read = Callable[[Request, Reply], Outcome]


def batch(service: str, read: Read, takes: Callable[[Question], bool] = lambda _: True) -> object:
    """A source that asks for everything in one request."""

    def requests(questions: Iterable[Question]) -> Iterator[Request]:
        taken = tuple(question for question in questions if takes(question))
        if taken:
            yield Request(service, "/all", taken)

    return SimpleNamespace(requests=requests, read=read)


def knowing(answers: dict[Question, Answer]) -> Read:
    """Answers what it knows of what it was asked."""

    def read(request: Request, reply: Reply) -> Outcome:
        return Outcome({each: answers[each] for each in request.questions if each in answers})

    return read


@pytest.fixture
def sources(monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    """The only sources that there are."""
    held: dict[str, object] = {}
    monkeypatch.setattr(routes, "source", held.get)
    return held


def played(questions: Iterable[Question], reply: Reply = Reply(200)) -> tuple[Rounds, list[str]]:  # noqa: B008
    """A run in which every request gets one reply, and who was asked in which order."""
    rounds = Rounds()
    order, waiting = [], rounds.start(questions)
    while waiting:
        request = waiting.pop(0)
        order.append(f"{request.service} {len(request.questions)}")
        waiting += rounds.read(request, reply)
    return rounds, order


def test_the_next_is_asked_for_what_the_first_does_not_know(sources: dict[str, object]) -> None:
    sources["crossref"] = batch("crossref", knowing({ONE: TITLE}))
    sources["datacite"] = batch("datacite", knowing({TWO: TITLE}))
    rounds, order = played([ONE, TWO, ONE])
    assert order == ["crossref 2", "datacite 1"]
    assert rounds.answers == {ONE: TITLE, TWO: TITLE}
    assert rounds.progress() == (2, 2)


def test_knowing_nothing_leaves_the_question_to_the_next(sources: dict[str, object]) -> None:
    nothing = Answer("agrees", {}, "Crossref")
    sources["crossref"] = batch("crossref", knowing({ONE: nothing, TWO: nothing}))
    sources["datacite"] = batch("datacite", knowing({ONE: TITLE}))
    rounds, _ = played([ONE, TWO])
    assert rounds.answers == {ONE: TITLE, TWO: nothing}


@pytest.mark.parametrize(
    ("reply", "reason"),
    [
        (Reply(429), "rate-limited"),
        (Reply(200), "unparsable"),
        (Reply(500), "unreachable"),
        (Reply(0, reason="no-key"), "no-key"),
        (Reply(0), "unreachable"),
    ],
)
def test_what_nobody_answers_is_unchecked(
    sources: dict[str, object], reply: Reply, reason: str
) -> None:
    sources["crossref"] = batch("crossref", knowing({}))
    rounds, _ = played([ONE], reply)
    assert rounds.answers[ONE] == Answer("unchecked", reason=reason)


def test_where_nobody_can_be_asked_nothing_is_known(sources: dict[str, object]) -> None:
    link = Question(LINK, "https://example.org/maps")
    rounds, order = played([ONE, link])
    assert not order
    assert rounds.answers[ONE] == Answer("agrees")
    assert rounds.answers[link].state == "unchecked"


def test_one_batch_waits_for_all_that_may_join_it(sources: dict[str, object]) -> None:
    def singly(questions: Iterable[Question]) -> Iterator[Request]:
        return (Request("crossref", each.subject, (each,)) for each in questions)

    sources["crossref"] = SimpleNamespace(requests=singly, read=knowing({}))
    sources["datacite"] = batch("datacite", knowing({ONE: TITLE, TWO: TITLE}))
    _, order = played([ONE, TWO])
    assert order == ["crossref 1", "crossref 1", "datacite 2"]


def test_more_requests_of_a_source_come_before_the_next_is_asked(
    sources: dict[str, object],
) -> None:
    def read(request: Request, reply: Reply) -> Outcome:
        if request.note:
            return Outcome({ONE: TITLE})
        return Outcome(more=(request._replace(note="again"),))

    sources["crossref"] = batch("crossref", read)
    sources["datacite"] = batch("datacite", knowing({}))
    rounds, order = played([ONE])
    assert order == ["crossref 1", "crossref 1"]
    assert rounds.answers[ONE] == TITLE


def test_a_link_that_its_register_leaves_alone_is_followed(sources: dict[str, object]) -> None:
    link = Question(LINK, "https://github.com/blog/1234")
    sources["github"] = batch("github", knowing({}), lambda _: False)
    sources[""] = batch("", knowing({link: Answer("agrees")}))
    rounds, order = played([link])
    assert order == [" 1"]
    assert rounds.answers[link].state == "agrees"


def test_only_the_registry_says_that_there_is_no_such_thing(sources: dict[str, object]) -> None:
    gone = Answer("absent", {"how": "no such DOI"}, "doi.org")
    behind = Question(LINK, "https://dl.acm.org/doi/10.5555/12345")
    own = Question(LINK, "https://doi.org/10.5555/12345")
    sources["crossref"] = batch("crossref", knowing({}))
    sources["doi"] = batch("doi", knowing({behind: gone, own: gone}))
    sources[""] = batch("", knowing({behind: Answer("agrees", {}, "dl.acm.org")}))
    rounds, _ = played([behind, own])
    assert rounds.answers[own] == gone
    assert rounds.answers[behind].state == "agrees"


def test_all_are_asked_where_two_prove_more_than_one(sources: dict[str, object]) -> None:
    paper = Question(PUBLISHED, "arxiv:2301.00001")
    said = {"venue": "NeurIPS", "year": "2023"}
    sources["arxiv"] = batch("arxiv", knowing({paper: Answer("agrees", said, "arXiv")}))
    full = {**said, "venue": "Neural Information Processing Systems"}
    sources["semantic-scholar"] = batch(
        "semantic-scholar", knowing({paper: Answer("agrees", full, "Semantic Scholar")})
    )
    rounds, order = played([paper])
    assert sorted(order) == ["arxiv 1", "semantic-scholar 1"]
    answer = rounds.answers[paper]
    assert (answer.source, answer.says["also"]) == ("Semantic Scholar", "arXiv")


def test_where_two_differ_it_is_said(sources: dict[str, object]) -> None:
    paper = Question(PUBLISHED, "arxiv:2301.00001")
    one = Answer("agrees", {"venue": "NeurIPS", "year": "2023"}, "arXiv")
    other = Answer("agrees", {"venue": "ICML", "year": "2023"}, "Semantic Scholar")
    sources["arxiv"] = batch("arxiv", knowing({paper: one}))
    sources["semantic-scholar"] = batch("semantic-scholar", knowing({paper: other}))
    rounds, _ = played([paper])
    assert rounds.answers[paper].says["against"] == "arXiv"
    assert "also" not in rounds.answers[paper].says


def test_one_that_knows_nothing_contradicts_nobody(sources: dict[str, object]) -> None:
    paper = Question(PUBLISHED, "arxiv:2301.00001")
    one = Answer("agrees", {"venue": "NeurIPS", "year": "2023"}, "arXiv")
    sources["arxiv"] = batch("arxiv", knowing({paper: one}))
    nothing = Answer("agrees", {}, "Semantic Scholar")
    sources["semantic-scholar"] = batch("semantic-scholar", knowing({paper: nothing}))
    rounds, _ = played([paper])
    assert rounds.answers[paper] == one


def test_a_source_that_breaks_is_our_fault_and_spoils_no_other(
    sources: dict[str, object],
) -> None:
    def broken(request: Request, reply: Reply) -> Outcome:
        raise ZeroDivisionError("a shape that nobody thought of")

    sources["crossref"] = batch("crossref", broken)
    sources["datacite"] = batch("datacite", knowing({ONE: TITLE}))
    rounds, _ = played([ONE, TWO])
    assert rounds.answers[ONE] == TITLE
    assert rounds.answers[TWO].reason == "unparsable"
    assert "a shape that nobody thought of" in rounds.faults[0]


def test_what_is_open_when_a_run_ends_is_unchecked(sources: dict[str, object]) -> None:
    sources["crossref"] = batch("crossref", knowing({}))
    rounds = Rounds()
    rounds.start([ONE, TWO])
    rounds.give_up("over-budget")
    assert {answer.reason for answer in rounds.answers.values()} == {"over-budget"}


SUBJECTS = [
    Question(RECORD, "arxiv:2301.00001"),
    Question(RECORD, "doi:10.1/maps"),
    Question(PUBLISHED, "arxiv:2301.00001"),
    Question(PUBLISHED, "acl:2021.acl-long.7"),
    Question(LINK, "https://doi.org/10.1/maps"),
    Question(LINK, "https://dl.acm.org/doi/10.1145/1.2"),
    Question(LINK, "https://github.com/berg/maps"),
    Question(LINK, "https://example.org/maps"),
    Question(CODE, "arxiv:2301.00001"),
    Question("weather", "today"),
]
STATES = st.sampled_from(["agrees", "differs", "absent", "unchecked"])


@given(st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=80)
def test_whatever_sources_do_every_question_ends_with_an_answer(
    sources: dict[str, object], data: st.DataObject
) -> None:
    def requests(service: str) -> Callable[[Iterable[Question]], Iterator[Request]]:
        def made(questions: Iterable[Question]) -> Iterator[Request]:
            for question in questions:
                if data.draw(st.booleans()):
                    yield Request(service, "/", (question,))

        return made

    def read(request: Request, reply: Reply) -> Outcome:
        answers = {
            each: Answer(state := data.draw(STATES), {}, "x", "refused" * (state == "unchecked"))
            for each in request.questions
            if data.draw(st.booleans())
        }
        again = len(request.note) < 2 and data.draw(st.booleans())
        other = data.draw(st.sampled_from([request.service, *named]))
        return Outcome(
            answers, (request._replace(service=other, note=f"{request.note}+"),) if again else ()
        )

    named = ("", "arxiv", "crossref", "doi", "semantic-scholar", "datacite", "github")
    for name in named:
        sources[name] = SimpleNamespace(requests=requests(name), read=read)
    rounds = Rounds()
    waiting = rounds.start(SUBJECTS)
    while waiting:
        request = waiting.pop(data.draw(st.integers(0, len(waiting) - 1)))
        waiting += rounds.read(request, Reply(data.draw(st.sampled_from([200, 404, 429, 0]))))
    assert set(rounds.answers) == set(SUBJECTS) == set(rounds.fresh)
    assert rounds.progress() == (len(SUBJECTS), len(SUBJECTS))
    assert not rounds.faults
