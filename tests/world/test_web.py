"""What hosts may do to whoever asks them: bounded in bytes and time, and nothing leaks."""

from __future__ import annotations

import gzip
import resource
import signal
import socket
import threading
import time
import zlib
from collections.abc import Iterator

import pytest

from listlint.facts import LINK, Answer, Question
from listlint.world import steps, web
from listlint.world.ask import Settings, ask
from listlint.world.sources import pages

from .loopback import LOOPBACK, Host, host, http, page

MIB = 1 << 20


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "AGAIN", 0.01)
    monkeypatch.setattr(steps, "AGAIN", 0.01)


def judged(url: str, settings: Settings = LOOPBACK) -> Answer:
    question = Question(LINK, url)
    return ask([question], settings).answers[question]


def zeros(size: int) -> bytes:
    """A small body that stands for a large one."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    block = bytes(MIB)
    return b"".join(packer.compress(block) for _ in range(size // MIB)) + packer.flush()


def endless(head: bytes, piece: bytes, pause: float = 0.0) -> Iterator[bytes]:
    yield head
    while True:
        yield piece
        if pause:
            time.sleep(pause)


def test_a_page_is_asked_as_what_we_are() -> None:
    with host(lambda path: http(200, page("Maps"))) as here:
        assert judged(f"{here.url}/maps%20of/berg?a=b&c=%2F#part").state == "agrees"
    (head,) = here.heads
    assert head.startswith("GET /maps%20of/berg?a=b&c=%2F HTTP/1.1")
    assert "User-Agent: listlint/" in head
    assert "(+https://" in head
    assert "cookie" not in head.lower()
    assert "authorization" not in head.lower()


def test_a_connection_is_used_again_and_closed_in_the_end() -> None:
    with host(lambda path: http(200, page("Maps"))) as here:
        urls = [f"{here.url}/{at}" for at in range(20)]
        told = ask([Question(LINK, url) for url in urls], LOOPBACK._replace(intervals={"*": 0.01}))
    assert {each.state for each in told.answers.values()} == {"agrees"}
    assert here.connections <= 3
    assert any("connection: close" in head for head in here.heads)


def test_cookies_are_not_kept() -> None:
    with host(lambda path: http(200, page("Maps"), Set_Cookie="a=b; Path=/")) as here:
        ask([Question(LINK, f"{here.url}/{at}") for at in range(3)], LOOPBACK)
    assert not any("cookie" in head.lower() for head in here.heads)


@pytest.mark.parametrize("packing", ["gzip", "deflate"])
def test_a_packed_page_is_read(packing: str) -> None:
    gone = page("Page not found")
    packed = gzip.compress(gone) if packing == "gzip" else zlib.compress(gone)
    with host(lambda path: http(200, packed, Content_Encoding=packing)) as here:
        assert judged(f"{here.url}/maps").says["how"] == "its title says so, twice"


@pytest.mark.parametrize("packing", ["br", "zstd", "gzip, gzip", "gzip"])
def test_a_packing_that_is_unknown_or_broken_hides_the_page(packing: str) -> None:
    with host(lambda path: http(200, b"\x1f\x8b nonsense", Content_Encoding=packing)) as here:
        assert judged(f"{here.url}/maps").state == "agrees"


def test_a_bomb_is_unpacked_no_further_than_needed() -> None:
    bomb = zeros(512 * MIB)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with host(lambda path: http(200, bomb, Content_Encoding="gzip")) as here:
        assert judged(f"{here.url}/bomb#part").state == "agrees"
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 64 * 1024


@pytest.mark.parametrize("length", ["10737418240", "", "9" * 40])
def test_a_body_without_end_is_left(length: str) -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
    head += f"Content-Length: {length}\r\n\r\n".encode() if length else b"\r\n"
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with host(lambda path: endless(head, bytes(65_536))) as here:
        answer = judged(f"{here.url}/large")
    assert answer.state == "agrees" or answer.reason == "unparsable"
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 64 * 1024


@pytest.mark.parametrize(
    "piece", [b"X-A: b\r\n", b"X-" + b"a" * 60_000 + b": b\r\n", b"a" * 60_000]
)
def test_headers_without_end_are_left(piece: bytes) -> None:
    with host(lambda path: endless(b"HTTP/1.1 200 OK\r\n", piece)) as here:
        assert judged(f"{here.url}/headers").reason in ("unparsable", "unreachable")


@pytest.mark.parametrize(
    ("head", "piece"),
    [
        (b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5000\r\n\r\n", b"a"),
        (b"HTTP/1.1 200 OK\r\n", b"a"),
        (b"", b"H"),
    ],
)
def test_a_host_that_trickles_is_left(
    head: bytes, piece: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(web, "CONNECT", 0.1)
    with host(lambda path: endless(head, piece, 0.05)) as here:
        assert judged(f"{here.url}/slow", LOOPBACK._replace(timeout=0.2)).reason in (
            "timeout",
            "unparsable",
        )


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"nonsense\r\n\r\n",
        b"HTTP/1.1 two hundred\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: minus\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n",
        b"\x16\x03\x01\x02\x00\x01",
        b"HTTP/1.1 200 OK\r\nA\x00B: c\r\n\r\n",
    ],
)
def test_what_is_no_answer_is_unverified(answer: bytes) -> None:
    with host(lambda path: iter([answer])) as here:
        found = judged(f"{here.url}/odd")
    assert found.reason in ("unparsable", "unreachable") or found.state == "agrees"


def test_a_body_that_breaks_off_is_judged_by_what_came() -> None:
    whole = http(200, page("Maps") + b" " * 5000)
    with host(lambda path: iter([whole[:-100]])) as here:
        assert judged(f"{here.url}/maps").state == "agrees"


def test_nobody_there_is_unreachable() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert judged(f"http://127.0.0.1:{port}/").reason == "unreachable"
    assert judged("http://no-such-host.invalid/").reason == "unreachable"
    assert judged("http://" + "a" * 80 + ".invalid/").reason in ("unreachable", "unparsable")


def test_a_host_that_speaks_no_tls_is_unreachable() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:

        def answer() -> None:
            while True:
                try:
                    asked, _ = server.accept()
                except OSError:
                    return
                with asked:
                    asked.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")

        threading.Thread(target=answer, daemon=True).start()
        url = f"https://127.0.0.1:{server.getsockname()[1]}/"
        assert judged(url).reason == "unreachable"
        server.shutdown(socket.SHUT_RDWR)


@pytest.mark.parametrize(
    "name",
    [
        "127.0.0.1",
        "localhost",
        "127.1",
        "0x7f.0.0.1",
        "2130706433",
        "0177.0.0.1",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "0.0.0.0",
        "LOCALHOST.",
    ],
)
def test_a_private_address_is_not_reached_however_it_is_written(name: str) -> None:
    private: list[Host] = []
    with host(lambda path: http(200, page("Secrets"))) as here:
        private.append(here)
        url = f"http://{name}:{here.url.rpartition(':')[2]}/secrets"
        assert judged(url, Settings()).reason in ("refused", "unparsable", "unreachable")
    assert not here.heads


def test_a_redirect_into_a_private_network_is_not_followed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with host(lambda path: http(200, page("Secrets"))) as secret:
        inside = secret.url.replace("127.0.0.1", "127.0.0.9")
        with host(lambda path: http(302, Location=f"{inside}/secrets")) as here:
            settings = LOOPBACK._replace(networks=("127.0.0.1/32",))
            assert judged(f"{here.url}/maps", settings).reason == "refused"
    assert not secret.heads


def test_a_name_that_leads_into_a_private_network_is_not_reached(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looked_up = socket.getaddrinfo

    def lookup(name: str, port: int, *more: object, **named: object) -> object:
        return looked_up(
            "127.0.0.1" if name == "rebind.example.org" else name, port, *more, **named
        )  # type: ignore[call-overload]

    monkeypatch.setattr(socket, "getaddrinfo", lookup)
    with host(lambda path: http(200, page("Secrets"))) as here:
        port = here.url.rpartition(":")[2]
        url = f"http://rebind.example.org:{port}/"
        assert judged(url, Settings()).reason == "refused"
        assert not here.heads
        assert judged(url, LOOPBACK).state == "agrees"


def test_no_proxy_is_taken_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    with host(lambda path: http(200, page("Proxy"))) as proxy:
        for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
            monkeypatch.setenv(name, proxy.url)
        with host(lambda path: http(200, page("Maps"))) as here:
            assert judged(f"{here.url}/maps").state == "agrees"
    assert not proxy.heads


def test_a_list_of_every_kind_has_no_false_alarm() -> None:
    seen: dict[str, int] = {}
    kinds = {
        "/ok": [http(200, page("Maps"))],
        "/moved": [http(301, Location="/new/moved")],
        "/new/moved": [http(200, page("Maps"))],
        "/missing": [http(404)],
        "/gone": [http(410)],
        "/flaky": [http(503), http(200, page("Maps"))],
        "/limited": [http(429, Retry_After="0"), http(200, page("Maps"))],
        "/bot": [http(403, cf_mitigated="challenge")],
        "/waf": [http(202, x_amzn_waf_action="challenge")],
        "/soft404": [http(200, page("Page not found"))],
        "/front": [http(302, Location="/")],
        "/": [http(200, page("Berg Lab"))],
    }

    def answer(path: str) -> bytes:
        seen[path] = seen.get(path, 0) + 1
        held = kinds[path]
        return held[min(seen[path], len(held)) - 1]

    with host(answer) as here:
        questions = [Question(LINK, here.url + path) for path in kinds]
        told = ask(questions, LOOPBACK)
    said = {
        each.subject.removeprefix(here.url): told.answers[each].reason or told.answers[each].state
        for each in questions
    }
    assert said == {
        **dict.fromkeys(("/ok", "/new/moved", "/flaky", "/limited", "/"), "agrees"),
        **dict.fromkeys(("/missing", "/gone", "/soft404"), "absent"),
        **dict.fromkeys(("/bot", "/waf"), "challenged"),
        "/moved": "differs",
        "/front": "soft-404",
    }


def test_ctrl_c_in_the_middle_ends_in_peace() -> None:
    def answer(path: str) -> bytes:
        if path == "/20":
            signal.raise_signal(signal.SIGINT)
        return http(200, page("Maps"))

    with host(answer) as here:
        questions = [Question(LINK, f"{here.url}/{at}") for at in range(200)]
        told = ask(questions, LOOPBACK._replace(intervals={"*": 0.01}))
    assert told.interrupted
    states = [told.answers[each].state for each in questions]
    assert states.count("agrees") >= 19
    assert states.count("unchecked") > 100


def test_time_that_is_up_in_the_middle_ends_in_peace() -> None:
    with host(lambda path: http(200, page("Maps"))) as here:
        questions = [Question(LINK, f"{here.url}/{at}") for at in range(200)]
        told = ask(questions, LOOPBACK._replace(intervals={"*": 0.02}, deadline=0.5))
    assert {each.reason for each in told.answers.values()} == {"", "over-budget"}
    assert not told.interrupted
