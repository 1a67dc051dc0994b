"""A copy of a page that is gone: only of this very page, only where nothing private is told."""

from __future__ import annotations

import json
from urllib.parse import quote

import pytest

from listlint.facts import LINK, Answer, Question
from listlint.world import steps
from listlint.world.ask import Settings, ask
from listlint.world.asking import Reply, Request
from listlint.world.sources import pages, wayback

from .loopback import World

URL = "https://example.org/~berg/maps.pdf?v=2&lang=en"
LOOKED_UP = "https://archive.org/wayback/available?url=" + quote(URL[8:], safe="")
COPY = "https://web.archive.org/web/20220102030405/"
FAST = Settings(intervals={"*": 0.0, "archive.org": 0.0})


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "AGAIN", 0.01)
    monkeypatch.setattr(steps, "AGAIN", 0.01)


def copied(url: str, status: str = "200") -> Reply:
    closest = {"available": True, "url": url, "timestamp": "20220102030405", "status": status}
    body = json.dumps({"archived_snapshots": {"closest": closest}}).encode()
    return Reply(200, {"content-type": "application/json"}, body)


def judged(reply: Reply, settings: Settings = FAST) -> tuple[Answer, World]:
    world = World({URL: Reply(404), LOOKED_UP: reply})
    question = Question(LINK, URL)
    return ask([question], settings, web=world).answers[question], world


@pytest.mark.parametrize(
    "copy",
    [
        f"http://web.archive.org/web/20220102030405/{URL}",
        f"{COPY}{URL}",
        f"{COPY}http://www.example.org/~berg/maps.pdf?v=2&lang=en",
    ],
)
def test_a_copy_of_the_page_is_named(copy: str) -> None:
    answer, world = judged(copied(copy))
    assert answer.state == "absent"
    assert answer.says["how"] == "404 twice"
    assert answer.says["archived"] == COPY + URL
    assert world.urls == [URL, URL, LOOKED_UP]


@pytest.mark.parametrize(
    "reply",
    [
        copied(f"{COPY}{URL}", status="404"),
        copied(f"{COPY}{URL}", status="302"),
        copied(f"{COPY}https://example.org/~berg/kettles.pdf"),
        copied(f"{COPY}https://example.org/"),
        copied("https://evil.example.org/web/20220102030405/" + URL),
        copied("javascript:alert(1)"),
        copied(""),
        Reply(200, {"content-type": "application/json"}, b'{"archived_snapshots": {}}'),
        Reply(200, {"content-type": "application/json"}, b'{"archived_snapshots": []}'),
        Reply(200, {"content-type": "application/json"}, b"[1"),
        Reply(200, {"content-type": "text/html"}, b"<html>"),
        Reply(403),
        Reply(500),
        Reply(0, reason="timeout"),
    ],
)
def test_without_a_copy_the_page_is_gone_all_the_same(reply: Reply) -> None:
    answer, _ = judged(reply)
    assert (answer.state, dict(answer.says)) == ("absent", {"how": "404 twice"})


def test_nobody_hears_of_links_that_may_be_private() -> None:
    answer, world = judged(copied(f"{COPY}{URL}"), FAST._replace(networks=("10.0.0.0/8",)))
    assert answer.says == {"how": "404 twice"}
    assert world.urls == [URL, URL]


def test_a_page_whose_title_says_so_has_no_better_copy() -> None:
    (request,) = pages.requests([Question(LINK, URL)])
    gone = Reply(200, {"content-type": "text/html"}, b"<title>Page not found</title>", url=URL)
    (again,) = pages.read(request, gone).more
    assert not pages.read(again, gone).more


def test_a_copy_is_not_looked_for_unasked() -> None:
    assert list(wayback.requests([Question(LINK, URL)])) == []
    odd = Request("wayback", "/wayback/available?url=x", (Question(LINK, URL),), note="410 twice")
    assert wayback.read(odd, Reply(200)).answers[Question(LINK, URL)].says["how"] == "410 twice"
