"""A run: redirects, repeats, silences, keys, time that is up; on a world that is a dictionary."""

from __future__ import annotations

import asyncio
import itertools
import signal
import threading
import time
from collections.abc import Iterable, Iterator
from types import SimpleNamespace

import pytest

from listlint.facts import LINK, RECORD, Answer, Question
from listlint.world import driving, gate, routes, steps
from listlint.world.ask import Progress, Settings, Told, ask
from listlint.world.asking import Outcome, Reply, Request
from listlint.world.sources import pages

from .loopback import World

FAST = Settings(intervals={"*": 0.0}, networks=("10.0.0.0/8",))
URL = "https://example.org/maps.pdf"
OK = Reply(200, {"content-type": "text/html"}, b"<title>Maps</title>")


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "AGAIN", 0.01)
    monkeypatch.setattr(steps, "AGAIN", 0.01)
    monkeypatch.setattr(gate, "MARGIN", 0.0)
    monkeypatch.setattr(gate, "FIRST_BACKOFF", 0.01)


def run(world: World, *urls: str, settings: Settings = FAST) -> Told:
    return ask([Question(LINK, url) for url in urls], settings, web=world)


def to(where: str, status: int = 301) -> Reply:
    return Reply(status, {"location": where})


def only(told: Told) -> Answer:
    (answer,) = told.answers.values()
    return answer


def test_a_redirect_is_followed_and_its_end_is_told() -> None:
    world = World({URL: to("/new/maps.pdf"), "https://example.org/new/maps.pdf": OK})
    told = run(world, URL)
    assert only(told).says["to"] == "https://example.org/new/maps.pdf"
    assert told.requests == 2


@pytest.mark.parametrize(
    "where",
    [
        "file:///etc/passwd",
        "ftp://example.org/",
        "javascript:alert(1)",
        "gopher://example.org",
        "https://user:word@example.org/x",
        "",
        "https://[",
        "http://",
        "https://example.org/" + "a" * 9_000,
    ],
)
def test_a_redirect_leads_to_pages_of_the_web_only(where: str) -> None:
    world = World({URL: to(where)})
    assert only(run(world, URL)).reason == "refused"
    assert world.urls == [URL]


def test_redirects_in_a_ring_end() -> None:
    other = "https://example.org/b"
    world = World({URL: to(other), other: to(URL)})
    assert only(run(world, URL)).reason == "unreachable"
    assert len(world.urls) == 2


def test_redirects_without_end_are_given_up() -> None:
    class Endless(World):
        async def send(self, request: Request) -> Reply:
            await super().send(request)
            return to(f"https://example.org/{len(self.asked)}")

    world = Endless({})
    assert only(run(world, URL)).reason == "unreachable"
    assert len(world.urls) == steps.MOST_HOPS + 1


def test_what_is_gone_is_asked_twice() -> None:
    world = World({URL: Reply(404)})
    assert only(run(world, URL)).state == "absent"
    assert world.urls == [URL, URL]


@pytest.mark.parametrize("status", [500, 502, 503, 504, 0])
def test_what_broke_is_asked_again(status: int) -> None:
    world = World({URL: [Reply(status), OK]})
    assert only(run(world, URL)).state == "agrees"


@pytest.mark.parametrize(
    ("reply", "most", "reason"),
    [
        (Reply(500), 3, "unreachable"),
        (Reply(0, reason="timeout"), 2, "timeout"),
        (Reply(0, reason="refused"), 1, "refused"),
        (Reply(0, reason="unparsable"), 1, "unparsable"),
        (Reply(403), 1, "refused"),
    ],
)
def test_how_often_it_is_asked(reply: Reply, most: int, reason: str) -> None:
    world = World({URL: reply})
    assert only(run(world, URL)).reason == reason
    assert len(world.urls) == most


def test_a_host_that_limits_is_asked_again_after_its_silence() -> None:
    world = World({URL: [Reply(429, {"retry-after": "0.05"}), Reply(429), OK]})
    assert only(run(world, URL)).state == "agrees"
    assert len(world.urls) == 3


def test_a_host_that_limits_for_ever_is_left_alone() -> None:
    urls = [f"https://example.org/{at}" for at in range(50)]
    world = World(dict.fromkeys(urls, Reply(429, {"retry-after": "0"})))
    told = run(world, *urls)
    assert {answer.reason for answer in told.answers.values()} == {"rate-limited"}
    assert len(world.urls) <= gate.MOST_MISSES + gate.UNPACED_AT_ONCE


def test_a_long_silence_ends_one_host_and_no_other() -> None:
    other = "https://example.com/maps.pdf"
    world = World({URL: Reply(429, {"retry-after": "7200"}), other: OK})
    told = run(world, URL, other)
    assert told.answers[Question(LINK, URL)].reason == "rate-limited"
    assert told.answers[Question(LINK, other)].state == "agrees"


def test_nobody_asks_inside_a_silence() -> None:
    class Strict(World):
        silent, rude = 0.0, 0

        async def send(self, request: Request) -> Reply:
            now = time.monotonic()
            self.rude += now < self.silent
            self.asked.append(request)
            if len(self.asked) % 5 == 1:
                self.silent = now + 0.05
                return Reply(429, {"retry-after": "0.06"})
            return OK

    urls = [f"https://example.org/{at}" for at in range(20)]
    world = Strict({})
    told = run(world, *urls, settings=Settings(intervals={"*": 0.005}))
    assert {answer.state for answer in told.answers.values()} == {"agrees"}
    assert world.rude == 0


def test_no_more_than_two_are_under_way_at_one_host() -> None:
    class Counting(World):
        now = most = 0

        async def send(self, request: Request) -> Reply:
            self.now += 1
            self.most = max(self.most, self.now)
            await asyncio.sleep(0.01)
            self.now -= 1
            return OK

    world = Counting({})
    run(
        world,
        *(f"https://{name}example.org/{at}" for at in range(10) for name in ("", "www.")),
        settings=Settings(intervals={"*": 0.001}),
    )
    assert world.most == 2


def test_whoever_waits_for_a_place_keeps_the_pace_of_its_host(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Timed(World):
        def __init__(self) -> None:
            super().__init__({})
            self.times: list[float] = []

        async def send(self, request: Request) -> Reply:
            if "slow" in request.url:
                await asyncio.sleep(0.1)
            else:
                self.times.append(time.monotonic())
            return OK

    monkeypatch.setattr(driving, "room", lambda: 1)
    urls = [f"https://slow{at}.example.org/" for at in range(3)]
    urls += [f"https://example.org/{at}" for at in range(4)]
    world = Timed()
    run(world, *urls, settings=Settings(intervals={"*": 0.04}))
    times = world.times
    assert len(times) == 4
    assert min(later - sooner for sooner, later in itertools.pairwise(times)) > 0.03


def test_time_that_is_up_leaves_the_rest_unchecked() -> None:
    other = "https://slow.example.org/"

    class Slow(World):
        async def send(self, request: Request) -> Reply:
            if request.url == other:
                await asyncio.sleep(60)
            return OK

    told = run(Slow({}), URL, other, settings=FAST._replace(deadline=0.5))
    assert told.answers[Question(LINK, URL)].state == "agrees"
    assert told.answers[Question(LINK, other)].reason == "over-budget"


def test_ctrl_c_keeps_what_was_learnt() -> None:
    other = "https://slow.example.org/"

    class Interrupted(World):
        async def send(self, request: Request) -> Reply:
            if request.url == other:
                signal.raise_signal(signal.SIGINT)
                await asyncio.sleep(60)
            return OK

    assert threading.current_thread() is threading.main_thread()
    told = run(Interrupted({}), URL, other, settings=FAST)
    assert told.interrupted
    assert told.answers[Question(LINK, URL)].state == "agrees"
    assert told.answers[Question(LINK, other)].reason == "over-budget"


def test_a_fault_of_ours_is_not_hidden() -> None:
    class Broken(World):
        async def send(self, request: Request) -> Reply:
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        run(Broken({}), URL)


def test_progress_is_told_while_it_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(driving, "TOLD_EVERY", 0.01)
    said: list[Progress] = []
    world = World({URL: [Reply(429, {"retry-after": "1.8"}), OK]})
    ask([Question(LINK, URL)], FAST, said.append, web=world)
    assert (said[0].done, said[0].total) == (0, 1)
    assert any(each.waits.get("example.org", 0) >= 1 for each in said)


# Services


@pytest.fixture
def crossref(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """A source whose requests a test lays down."""

    def requests(questions: Iterable[Question]) -> Iterator[Request]:
        for question in questions:
            yield made.request._replace(questions=(question,))

    def read(request: Request, reply: Reply) -> Outcome:
        made.replies.append(reply)
        return Outcome({each: Answer("agrees", {"title": "Maps"}) for each in request.questions})

    made = SimpleNamespace(request=Request("crossref", "/works"), replies=[])
    made.requests, made.read = requests, read
    monkeypatch.setattr(routes, "source", {"crossref": made}.get)
    return made


DOI = Question(RECORD, "doi:10.1/maps")
WORKS = "https://api.crossref.org/works"


def test_a_key_is_put_in_and_goes_to_the_services_own_host(crossref: SimpleNamespace) -> None:
    crossref.request = Request("crossref", "/works", secret="semantic-scholar")
    world = World({WORKS: to("https://evil.example.org/works"), "https://evil.example.org/": OK})
    ask([DOI], Settings(keys={"semantic-scholar": "word"}), web=world)
    assert world.urls == [WORKS]
    assert ("x-api-key", "word") in world.asked[0].headers
    assert crossref.replies[0].status == 301


def test_a_redirect_within_a_service_keeps_the_key(crossref: SimpleNamespace) -> None:
    crossref.request = Request("crossref", "/works", secret="github")
    world = World({WORKS: to("/v2/works"), "https://api.crossref.org/v2/works": OK})
    ask([DOI], Settings(keys={"github": "word"}, intervals={"api.crossref.org": 0}), web=world)
    assert [("authorization", "Bearer word") in each.headers for each in world.asked] == [True] * 2
    assert crossref.replies[0].url == "https://api.crossref.org/v2/works"


def test_a_key_follows_to_the_endpoint_that_the_user_names(crossref: SimpleNamespace) -> None:
    crossref.request = Request("crossref", "/works", secret="github")
    world = World({"http://127.0.0.1:9/works": OK})
    settings = Settings(endpoints={"crossref": "http://127.0.0.1:9/"}, keys={"github": "word"})
    ask([DOI], settings, web=world)
    assert world.urls == ["http://127.0.0.1:9/works"]


def test_a_post_without_its_key_is_not_sent(crossref: SimpleNamespace) -> None:
    crossref.request = Request("crossref", "/works", method="POST", secret="github")
    world = World({})
    ask([DOI], web=world)
    assert not world.asked
    assert crossref.replies == [Reply(0, url=WORKS, reason="no-key")]


def test_a_get_without_its_key_is_sent(crossref: SimpleNamespace) -> None:
    crossref.request = Request("crossref", "/works", secret="github")
    world = World({WORKS: OK})
    ask([DOI], web=world)
    assert not any(name == "authorization" for name, _ in world.asked[0].headers)


def test_a_link_never_carries_a_key() -> None:
    world = World({URL: OK})
    run(world, URL, settings=FAST._replace(keys={"github": "word", "": "word"}))
    assert "word" not in repr(world.asked)


def test_a_post_that_broke_is_left_to_its_source(crossref: SimpleNamespace) -> None:
    crossref.request = Request("crossref", "/works", method="POST")
    world = World({WORKS: Reply(502)})
    ask([DOI], web=world)
    assert len(world.asked) == 1


def test_hosts_of_one_pace_are_asked_in_one_lane() -> None:
    world = World({})
    drive = driving.Drive(SimpleNamespace(), Settings(), None, world, SimpleNamespace())  # type: ignore[arg-type]
    assert drive._lane("oaipmh.arxiv.org") is drive._lane("export.arxiv.org")
    assert drive._lane("www.example.org") is drive._lane("example.org")
    assert drive._lane("example.org") is not drive._lane("example.org:8080")


def test_a_post_whose_connection_broke_is_sent_once_more(crossref: SimpleNamespace) -> None:
    crossref.request = Request("crossref", "/works", method="POST")
    world = World({WORKS: [Reply(0, reason="unreachable"), OK]})
    ask([DOI], Settings(intervals={"api.crossref.org": 0}), web=world)
    assert len(world.asked) == 2
    assert crossref.replies[0].status == 200
