"""GitHub's answers by GraphQL and REST: there, renamed, archived, gone, or not to be had."""

from __future__ import annotations

import json
from typing import Any

import pytest
from graphql import build_schema, parse, validate

from listlint.facts import ABSENT, AGREES, DIFFERS, LINK, REPOSITORY, UNCHECKED, Question
from listlint.world.asking import PAGE as FOLLOWED
from listlint.world.asking import Reply, Request
from listlint.world.sources import github

JSON = {"content-type": "application/json; charset=utf-8"}
REPO = Question(REPOSITORY, "doe/lint")
PAGE = Question(LINK, "https://github.com/Doe/Lint")
FILE = Question(LINK, "https://github.com/doe/lint/blob/main/docs/List%20A.md#top")
OWNER = Question(LINK, "https://github.com/doe")


def asked(*questions: Question) -> Request:
    (request,) = github.requests(questions)
    return request


def reply(data: Any, errors: Any = None, status: int = 200) -> Reply:
    said = {"data": data, **({"errors": errors} if errors else {})}
    return Reply(status, JSON, json.dumps(said).encode())


def repository(name: str = "doe/lint", **more: Any) -> dict[str, Any]:
    return {"nameWithOwner": name, "isArchived": False, "archivedAt": None, **more}


def not_found(alias: str) -> dict[str, Any]:
    return {"type": "NOT_FOUND", "path": [alias], "message": "Could not resolve to a Repository"}


def test_names_go_into_variables_and_one_thing_is_asked_once() -> None:
    twice = Question(LINK, "https://github.com/doe/lint.git")
    request = asked(REPO, twice, FILE, OWNER, Question(LINK, "https://example.org"))
    said = json.loads(request.body)
    assert said["query"].count("repository(") == 2
    assert said["query"].count("repositoryOwner(") == 1
    assert set(said["variables"].values()) == {"doe", "lint", "main:docs/List A.md"}
    assert len(request.questions) == 4
    assert request.secret == "github"


def test_a_repository_in_two_cases_is_asked_once() -> None:
    said = json.loads(asked(REPO, PAGE).body)
    assert said["query"].count("repository(") == 1


@pytest.mark.parametrize("page", ["stargazers", "issues", "graphs/contributors", "releases/"])
def test_a_page_that_every_repository_has_is_its_repository(page: str) -> None:
    link = Question(LINK, f"https://github.com/doe/lint/{page}")
    request = asked(REPO, link)
    assert json.loads(request.body)["query"].count("repository(") == 1
    assert github.read(request, reply({"r0": repository()})).answers[link].state == AGREES


def test_the_query_is_one_that_githubs_schema_allows() -> None:
    query = json.loads(asked(REPO, FILE, OWNER).body)["query"]
    schema = build_schema(
        """type Query { repository(owner: String!, name: String!, followRenames: Boolean = true):
             Repository  repositoryOwner(login: String!): Owner  rateLimit: RateLimit }
           interface Owner { login: String! }  interface GitObject { id: ID! }
           type RateLimit { cost: Int! remaining: Int! resetAt: String! }
           type Repository { nameWithOwner: String! isArchived: Boolean! archivedAt: String
             object(expression: String): GitObject }"""
    )
    assert not validate(schema, parse(query))


def test_a_hundred_aliases_make_a_request() -> None:
    many = [Question(REPOSITORY, f"doe/lint{number}") for number in range(101)]
    assert [len(request.questions) for request in github.requests(many)] == [100, 1]


@pytest.mark.parametrize(
    "url",
    [
        "https://github.com/blog/1234",
        "https://github.com/topics/lists",
        "https://github.com/doe/lint/issues/3",
        "https://gist.github.com/doe/0123",
        'https://github.com/doe/li"nt',
        "https://github.com",
    ],
)
def test_other_pages_are_left_alone(url: str) -> None:
    assert not list(github.requests([Question(LINK, url)]))


def test_a_repository_that_is_there() -> None:
    answers = github.read(
        asked(REPO, PAGE), reply({"r0": repository(), "r1": repository()})
    ).answers
    assert answers[REPO].state == answers[PAGE].state == AGREES


def test_another_name_beyond_case_is_a_rename_and_its_link_lives() -> None:
    data = {"r0": repository("Doe-Lab/lint"), "r1": repository("doe-lab/lint")}
    answers = github.read(asked(REPO, PAGE), reply(data)).answers
    assert answers[REPO].state == DIFFERS
    assert answers[REPO].says["name"] == "Doe-Lab/lint"
    assert answers[PAGE].state == AGREES
    same = github.read(asked(REPO), reply({"r0": repository("DOE/Lint")})).answers
    assert same[REPO].state == AGREES


def test_an_archived_repository_says_so() -> None:
    held = repository(isArchived=True, archivedAt="2025-01-01T00:00:00Z")
    says = github.read(asked(REPO), reply({"r0": held})).answers[REPO].says
    assert says == {"archived": "2025-01-01"}


def test_a_file_that_is_there_and_one_that_only_the_page_can_tell() -> None:
    there = reply({"r0": repository(object={"__typename": "Blob"})})
    assert github.read(asked(FILE), there).answers[FILE].state == AGREES
    outcome = github.read(asked(FILE), reply({"r0": repository(object=None)}))
    assert not outcome.answers
    (page,) = outcome.more
    assert (page.service, page.url) == (FOLLOWED, FILE.subject.partition("#")[0])


def test_what_is_not_found_is_gone_only_if_rest_says_so_too() -> None:
    outcome = github.read(asked(REPO), reply({"r0": None}, [not_found("r0")]))
    assert not outcome.answers
    (rest,) = outcome.more
    assert rest.url == "/repos/doe/lint"
    assert rest.after > 0
    gone = github.read(rest, Reply(404, JSON, b'{"message": "Not Found"}')).answers[REPO]
    assert gone.state == ABSENT
    assert "doe/lint" in gone.says["how"]
    moved = Reply(200, JSON, b'{"full_name": "roe/lint", "archived": true}')
    answer = github.read(rest, moved).answers[REPO]
    assert answer.state == DIFFERS
    assert answer.says == {"name": "roe/lint", "archived": "yes"}


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        (Reply(404, {"content-type": "text/html"}, b"<html></html>"), "challenged"),
        (Reply(451, JSON, b'{"message": "Repository access blocked"}'), "refused"),
        (Reply(403, {**JSON, "x-ratelimit-remaining": "0"}, b'{"message": "x"}'), "rate-limited"),
        (Reply(500, JSON, b'{"message": "x"}'), "unreachable"),
        (Reply(200, JSON, b"{}"), "unparsable"),
    ],
)
def test_an_unsure_word_of_rest_is_no_death(said: Reply, reason: str) -> None:
    (rest,) = github.read(asked(REPO), reply({"r0": None}, [not_found("r0")])).more
    answer = github.read(rest, said).answers[REPO]
    assert (answer.state, answer.reason) == (UNCHECKED, reason)


def test_null_without_its_own_error_is_no_absence() -> None:
    limited = [{"type": "RATE_LIMITED", "message": "API rate limit exceeded"}]
    outcome = github.read(asked(REPO), reply({"r0": None}, limited))
    assert outcome.answers[REPO].reason == "rate-limited"
    assert not outcome.more
    other = github.read(asked(REPO), reply({"r0": None}, [not_found("r7")]))
    assert other.answers[REPO].reason == "refused"
    assert not other.more


def test_an_owner_who_is_not_there_is_confirmed_too() -> None:
    (rest,) = github.read(asked(OWNER), reply({"r0": None})).more
    assert rest.url == "/users/doe"
    assert github.read(rest, Reply(404, JSON, b'{"message":"Not Found"}')).answers[OWNER].state == (
        ABSENT
    )
    there = Reply(200, JSON, b'{"login": "doe"}')
    assert github.read(rest, there).answers[OWNER].state == AGREES


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        (Reply(200, JSON, b'{"errors": [{"type": "graphql_rate_limit"}]}'), "rate-limited"),
        (Reply(403, JSON, b'{"message": "secondary rate limit"}'), "refused"),
        (Reply(429, JSON, b"{}"), "rate-limited"),
        (Reply(200, {"content-type": "text/html"}, b"<html>"), "challenged"),
        (Reply(200, JSON, b'{"data": {"r0"'), "unparsable"),
        (Reply(502, {"content-type": "text/html"}, b"<html>"), "unreachable"),
        (Reply(0, reason="timeout"), "timeout"),
    ],
)
def test_a_refusal_is_no_answer(said: Reply, reason: str) -> None:
    answer = github.read(asked(REPO), said).answers[REPO]
    assert (answer.state, answer.reason) == (UNCHECKED, reason)


def test_a_query_that_takes_too_long_is_halved() -> None:
    many = [Question(REPOSITORY, f"doe/lint{number}") for number in range(8)]
    (request,) = github.requests(many)
    halves = github.read(request, Reply(502, {}, b"")).more
    assert [len(half.questions) for half in halves] == [4, 4]
    assert json.loads(halves[1].body)["variables"]["n0"] == "lint4"


@pytest.mark.parametrize("said", [Reply(401, JSON, b"{}"), Reply(0, reason="no-key")])
def test_without_a_token_rest_is_asked_for_a_few(said: Reply) -> None:
    many = [Question(REPOSITORY, f"doe/lint{number}") for number in range(130)]
    first, second = github.requests([FILE, *many])
    outcome = github.read(first, said)
    assert len(outcome.more) == 10
    assert outcome.more[0].url == "/repos/doe/lint0"
    assert outcome.more[-1].questions == (FILE,)
    assert outcome.answers[many[55]].reason == "no-key"
    there = github.read(outcome.more[0], Reply(200, JSON, b'{"full_name": "doe/lint0"}'))
    assert there.answers[many[0]].state == AGREES
    later = github.read(second, said)
    assert not later.more
    assert {answer.reason for answer in later.answers.values()} == {"no-key"}
