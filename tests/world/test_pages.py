"""What a page says of a link: dead only by strong evidence, moved only to the same thing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listlint.facts import LINK, REASONS, Answer, Question
from listlint.world.asking import Hop, Reply, Request
from listlint.world.rounds import reason_of
from listlint.world.sources import pages

from .loopback import page

URL = "https://example.org/~berg/maps.pdf"
HTML = {"content-type": "text/html; charset=utf-8"}


def asked(*urls: str) -> list[Request]:
    return list(pages.requests(Question(LINK, url) for url in urls))


def judged(reply: Reply, url: str = URL) -> Answer | None:
    """What a second look, with the same reply, leads to; None where the page says nothing."""
    (request,) = asked(url)
    reply = reply._replace(url=reply.hops[-1].to if reply.hops else url)
    outcome = pages.read(request, reply)
    if outcome.more:
        assert not outcome.answers
        assert outcome.more[0].after > 0
        assert outcome.more[0].note != request.note
        outcome = pages.read(outcome.more[0], reply)
    return outcome.answers.get(Question(LINK, url))


def state(reply: Reply, url: str = URL) -> str:
    answer = judged(reply, url)
    return reason_of(reply) if answer is None else answer.reason or answer.state


def moved(to: str, *between: tuple[int, str], status: int = 301, body: bytes = b"") -> Reply:
    hops = (*(Hop(code, url) for code, url in between), Hop(status, to))
    return Reply(200, HTML, body, hops=hops)


@pytest.mark.parametrize("status", [200, 203, 204, 206])
def test_a_page_that_answers_is_alive(status: int) -> None:
    assert judged(Reply(status, HTML, page("Folding Maps"))) == Answer("agrees", {}, "example.org")


@pytest.mark.parametrize("status", [404, 410])
def test_gone_is_what_says_so_twice(status: int) -> None:
    answer = judged(Reply(status, HTML, b"no"))
    assert answer is not None
    assert (answer.state, answer.says["how"]) == ("absent", f"{status} twice")


def test_a_page_that_is_back_at_the_second_look_is_alive() -> None:
    (request,) = asked(URL)
    (again,) = pages.read(request, Reply(404, url=URL)).more
    answers = pages.read(again, Reply(200, HTML, page("Maps"), url=URL)).answers
    assert answers[Question(LINK, URL)].state == "agrees"


def test_a_wall_at_the_second_look_leaves_it_unverified() -> None:
    (request,) = asked(URL)
    (again,) = pages.read(request, Reply(404, url=URL)).more
    outcome = pages.read(again, Reply(403, {"cf-mitigated": "challenge"}, url=URL))
    assert outcome.answers[Question(LINK, URL)].reason == "challenged"


@pytest.mark.parametrize(
    ("reply", "reason"),
    [
        (Reply(401), "refused"),
        (Reply(403), "refused"),
        (Reply(405), "refused"),
        (Reply(406), "refused"),
        (Reply(418), "refused"),
        (Reply(429), "rate-limited"),
        (Reply(451), "refused"),
        (Reply(500), "unreachable"),
        (Reply(503), "unreachable"),
        (Reply(999), "refused"),
        (Reply(202), "challenged"),
        (Reply(202, {"x-amzn-waf-action": "challenge"}), "challenged"),
        (Reply(403, {"cf-mitigated": "challenge"}), "challenged"),
        (Reply(404, {"cf-mitigated": "challenge"}), "challenged"),
        (Reply(200, HTML, page("Just a moment...")), "challenged"),
        (Reply(200, HTML, page("Making sure you&#39;re not a bot!")), "challenged"),
        (Reply(404, HTML, page("Access denied")), "challenged"),
        (Reply(403, HTML, page("Please solve this CAPTCHA")), "challenged"),
        (Reply(0, reason="timeout"), "timeout"),
        (Reply(0, reason="unreachable"), "unreachable"),
        (Reply(304), "refused"),
    ],
)
def test_walls_refusals_and_failures_prove_nothing(reply: Reply, reason: str) -> None:
    assert state(reply) == reason
    assert reason in REASONS


@pytest.mark.parametrize(
    "title",
    [
        "404",
        "404 Not Found",
        "Error 404",
        "404 - Page not found",
        "404: Page Not Found | Berg Lab",
        "Page not found",
        "Page Not Found &middot; Berg Lab",
        "Sorry, the page was not found",
        "The page you requested could not be found",
        "This page doesn't exist",
        "Berg Lab - Page not found",
        "Not Found",
        "File not found",
    ],
)
def test_a_title_that_says_so_twice_is_the_pages_own_word(title: str) -> None:
    answer = judged(Reply(200, HTML, page(title)))
    assert answer is not None
    assert (answer.state, answer.says["how"]) == ("absent", "its title says so, twice")


@pytest.mark.parametrize(
    "title",
    [
        "Folding Maps under Drift",
        "Lost and Not Found: Searching for Umbrellas",
        "What Is Not Found in Kettles",
        "Room 404",
        "404 Kettles and How to Mend Them",
        "Learning to Detect Page Not Found Errors",
        "",
        "A page is a page",
    ],
)
def test_a_title_about_lost_pages_is_no_lost_page(title: str) -> None:
    assert state(Reply(200, HTML, page(title))) == "agrees"


def test_a_file_that_holds_such_words_is_no_page() -> None:
    assert state(Reply(200, {"content-type": "application/pdf"}, page("404"))) == "agrees"


def test_a_papers_page_is_none_that_is_gone() -> None:
    body = page("Not Found", '<meta name="citation_title" content="Not Found">')
    assert state(Reply(200, HTML, body)) == "agrees"


@pytest.mark.parametrize(
    ("url", "to"),
    [
        ("https://example.org/~berg/maps.pdf", "https://berg.example.org/maps.pdf"),
        ("http://example.org/maps.pdf", "https://example.org/maps.pdf"),
        ("https://example.org/maps", "https://maps.example.net/maps"),
        ("https://example.org/old/maps.html", "https://example.org/new/maps"),
        ("https://old.example.org/", "https://new.example.org/"),
    ],
)
def test_a_permanent_redirect_to_the_same_thing_is_a_move(url: str, to: str) -> None:
    answer = judged(moved(to), url)
    assert answer is not None
    assert (answer.state, answer.says["to"]) == ("differs", to)


@pytest.mark.parametrize(
    ("url", "to"),
    [
        ("https://example.org/maps", "https://example.org/maps/"),
        ("https://www.example.org/maps", "https://example.org/maps"),
        ("https://example.org/maps?utm_source=list", "https://example.org/maps"),
        ("https://example.org/a7f3", "https://example.net/kettles"),
        ("https://example.org/maps", "https://example.net/maps?session=1"),
    ],
)
def test_what_only_drops_something_or_leads_elsewhere_is_no_move(url: str, to: str) -> None:
    assert state(moved(to), url) == "agrees"


def test_one_temporary_step_makes_no_move() -> None:
    to = "https://example.net/maps.pdf"
    assert state(moved(to, (302, "https://example.net/door"))) == "agrees"
    assert state(moved(to, (301, "https://example.net/x"), status=308)) == "differs"


@pytest.mark.parametrize(
    "to",
    [
        "https://example.org/",
        "https://example.org",
        "https://www.example.com/index.html",
        "https://example.org/404.html",
        "https://example.org/press",
        "https://example.org/en",
    ],
)
@pytest.mark.parametrize("status", [301, 302])
def test_a_front_page_in_a_pages_place_is_a_soft_404(to: str, status: int) -> None:
    assert state(moved(to, status=status)) == "soft-404"


def test_a_front_page_that_was_linked_may_lead_to_another() -> None:
    assert state(moved("https://example.org/en/"), "https://example.org/") == "agrees"


@pytest.mark.parametrize(
    "to", ["https://example.org/login?next=/maps.pdf", "https://accounts.example.org/o"]
)
def test_a_door_says_nothing_of_what_is_behind_it(to: str) -> None:
    assert state(moved(to, status=302)) == "refused"


def test_one_page_for_many_is_a_soft_404() -> None:
    to = "https://example.org/news/we-were-bought"
    many = {Question(LINK, f"https://example.org/blog/{name}"): to for name in "abc"}
    other = Question(LINK, "https://example.org/blog/d")
    answers = {each: Answer("agrees", {"at": at}, "example.org") for each, at in many.items()}
    found = pages.compared({**answers, other: Answer("agrees", {}, "example.org")})
    assert {found[each].reason for each in many} == {"soft-404"}
    assert found[other].state == "agrees"


def test_one_page_in_three_spellings_is_one_page() -> None:
    to = "https://example.org/maps"
    urls = ("http://example.org/maps", "http://www.example.org/maps/", "http://example.org/maps#a")
    answers = {
        Question(LINK, url): Answer("differs", {"to": to}, url.split("/")[2]) for url in urls
    }
    assert pages.compared(answers) == answers


ANCHORS = page(
    "Maps", '<a id="one"></a><h2 id="two">x</h2><a name=three></a><b id="user-content-four">'
)


@pytest.mark.parametrize(
    ("fragment", "missing"),
    [
        ("one", False),
        ("three", False),
        ("four", False),
        ("five", True),
        ("page=3", False),
        (":~:text=umbrellas", False),
        ("/route", False),
        ("", False),
    ],
)
def test_a_part_of_a_page_that_is_missing_is_said(fragment: str, missing: bool) -> None:
    answer = judged(Reply(200, HTML, ANCHORS), f"https://example.org/maps#{fragment}")
    assert answer is not None
    assert answer.state == "agrees"
    assert (answer.says.get("fragment") == "missing") is missing


def test_a_part_is_missed_only_in_a_page_that_was_read_to_its_end() -> None:
    url = "https://example.org/maps#five"
    for reply in (
        Reply(200, HTML, ANCHORS, cut=True),
        Reply(200, HTML, page("Made by a script")),
        Reply(200, HTML, ANCHORS + b'<div id="root"></div>'),
        Reply(200, {"content-type": "application/pdf"}, ANCHORS),
    ):
        answer = judged(reply, url)
        assert answer is not None
        assert not answer.says


def test_a_move_keeps_the_part_of_the_page() -> None:
    answer = judged(moved("https://example.net/maps"), "https://example.org/maps#two")
    assert answer is not None
    assert answer.says["to"] == "https://example.net/maps#two"


def test_a_page_is_asked_once_however_many_parts_are_linked() -> None:
    (request,) = asked("https://example.org/maps", "https://example.org/maps#a")
    assert len(request.questions) == 2
    assert request.url == "https://example.org/maps"
    assert request.most > asked("https://example.org/maps")[0].most


@pytest.mark.parametrize(
    "url",
    [
        "https://user:word@example.org/",
        "https://user@example.org/",
        "https://example.org/a\x00b",
        "https://example.org/a\r\nHost: b",
        "https://example.org/\x1b[31m",
        "https://example.org/a b",
        "https://example.org/" + "a" * 20_000,
        "ftp://example.org/maps.pdf",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "mailto:berg@example.org",
        "//example.org/maps",
        "https:///maps",
        "https://[maps",
        "https://example.org:port/",
        "https://",
        "maps.pdf",
        "",
    ],
)
def test_what_is_no_plain_address_is_not_asked(url: str) -> None:
    assert asked(url) == []


@given(st.text(max_size=60), st.binary(max_size=200), st.sampled_from([200, 404, 301, 403]))
def test_nothing_that_a_host_sends_breaks_it(to: str, body: bytes, status: int) -> None:
    for name in ("https://example.org/maps#a", "http://example.org"):
        (request,) = asked(name)
        reply = Reply(status, HTML, b"<title>" + body, url=f"https://x/{to}", hops=(Hop(301, to),))
        outcome = pages.read(request, reply)
        assert all(
            not answer.reason or answer.reason in REASONS for answer in outcome.answers.values()
        )
