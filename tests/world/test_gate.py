"""How fast a host is asked, and when it isn't: hosts are heard, whichever way they say it."""

from __future__ import annotations

from email.utils import formatdate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listlint.world import gate
from listlint.world.asking import Reply

WALL = 1_800_000_000.0


def paced(interval: float = 0.0) -> gate.Pace:
    return gate.Pace(interval)


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"retry-after": "7"}, 7),
        ({"retry-after": "1.5"}, 1.5),
        ({"retry-after": formatdate(WALL + 30, usegmt=True)}, 30),
        ({"retry-after": formatdate(WALL - 30, usegmt=True)}, 0),
        ({"retry-after": str(int(WALL) + 12)}, 12),
        ({"x-ratelimit-remaining": "0", "x-ratelimit-reset": str(int(WALL) + 40)}, 40),
        ({"x-ratelimit-remaining": "0", "x-ratelimit-reset": str((int(WALL) + 40) * 1000)}, 40),
        ({"x-ratelimit-remaining": "0", "x-ratelimit-reset": "20"}, 20),
        ({"ratelimit-remaining": "0", "ratelimit-reset": "20"}, 20),
        ({"ratelimit": '"api";r=0;t=55'}, 55),
        ({"ratelimit": '"pages";r=12;t=3, "api";r=0;t=55'}, 55),
        ({"ratelimit": "limit=100, remaining=0, reset=12"}, 12),
        ({"ratelimit": '"api";r=3;t=55'}, None),
        ({"x-ratelimit-remaining": "3", "x-ratelimit-reset": "20"}, None),
        ({"x-ratelimit-remaining": "0"}, None),
        ({"retry-after": "soon"}, None),
        ({"retry-after": "9" * 400}, None),
        ({}, None),
    ],
)
def test_the_silence_that_a_host_asks_for(headers: dict[str, str], seconds: float | None) -> None:
    assert gate.silence(Reply(429, headers), WALL) == seconds


def test_retry_after_beside_a_page_closes_nothing() -> None:
    assert gate.silence(Reply(200, {"retry-after": "600"}), WALL) is None


@given(
    st.dictionaries(
        st.sampled_from(
            [
                "retry-after",
                "ratelimit",
                "x-ratelimit-reset",
                "x-ratelimit-remaining",
                "x-rate-limit-limit",
                "x-rate-limit-interval",
            ]
        ),
        st.text(),
    )
)
def test_no_header_breaks_it(headers: dict[str, str]) -> None:
    pace = paced()
    pace.heard(Reply(429, headers), 0.0, WALL)
    assert pace.wait(0.0) > 0 or pace.given_up


def test_requests_go_one_by_one() -> None:
    pace = paced(0.5)
    assert pace.wait(10.0) <= 0
    pace.take(10.0)
    assert pace.wait(10.1) == pytest.approx(0.4)
    assert pace.wait(10.5) <= 0


def test_nobody_asks_inside_a_silence_and_then_one_at_a_time() -> None:
    pace = paced(0.05)
    pace.heard(Reply(429, {"retry-after": "2"}), 10.0, WALL)
    assert pace.wait(11.9) > 0
    assert pace.silent(11.0) > 1
    assert pace.wait(12.1) <= 0
    assert pace.at_once == 1


def test_a_silence_that_is_too_long_ends_the_host() -> None:
    pace = paced()
    pace.heard(Reply(429, {"retry-after": "3600"}), 10.0, WALL)
    assert pace.given_up == "rate-limited"


def test_an_empty_window_is_heard_on_a_good_answer_too() -> None:
    pace = paced()
    pace.heard(Reply(200, {"x-ratelimit-remaining": "0", "x-ratelimit-reset": "9"}), 10.0, WALL)
    assert not pace.given_up
    assert pace.wait(18.0) > 0


def test_a_refusal_that_names_no_time_doubles_the_wait() -> None:
    pace = paced()
    waits = []
    for _ in range(3):
        pace.heard(Reply(429), 10.0, WALL)
        waits.append(round(pace.wait(10.0) - gate.MARGIN, 1))
    assert waits == [1, 2, 4]


@pytest.mark.parametrize(
    ("reply", "why"),
    [
        (Reply(0, reason="timeout"), "timeout"),
        (Reply(0, reason="unreachable"), "unreachable"),
        (Reply(429), "rate-limited"),
    ],
)
def test_a_host_that_only_fails_is_left_alone(reply: Reply, why: str) -> None:
    pace = paced()
    for _ in range(gate.MOST_MISSES):
        assert not pace.given_up
        pace.heard(reply, 10.0, WALL)
    assert pace.given_up == why


def test_an_answer_between_failures_shows_that_somebody_is_there() -> None:
    pace = paced()
    for _ in range(3 * gate.MOST_MISSES):
        pace.heard(Reply(0, reason="timeout"), 10.0, WALL)
        pace.heard(Reply(404), 10.0, WALL)
    assert not pace.given_up


def test_crossref_says_how_many_it_takes() -> None:
    pace = paced(0.1)
    said = {"x-rate-limit-limit": "2", "x-rate-limit-interval": "1s"}
    pace.heard(Reply(200, said), 10.0, WALL)
    assert pace.interval == 0.5


def test_more_go_at_once_only_where_the_interval_was_lifted() -> None:
    lifted, usual = paced(0.0), paced(0.05)
    for _ in range(100):
        lifted.heard(Reply(200), 10.0, WALL)
        usual.heard(Reply(200), 10.0, WALL)
    assert (lifted.at_once, usual.at_once) == (gate.UNPACED_AT_ONCE, gate.AT_ONCE)
    lifted.heard(Reply(429), 10.0, WALL)
    for _ in range(100):
        lifted.heard(Reply(200), 10.0, WALL)
    assert lifted.at_once == 1


def test_the_table_says_how_a_service_may_be_asked() -> None:
    arxiv = gate.pace("export.arxiv.org", {})
    assert (arxiv.interval, arxiv.at_once) == (3, 1)
    assert gate.gate_of("oaipmh.arxiv.org") == "export.arxiv.org"
    assert gate.gate_of("example.org") == "example.org"


def test_a_configuration_says_it_better() -> None:
    assert gate.pace("arxiv.org", {"arxiv.org": 5}).interval == 5
    assert gate.pace("example.org", {"*": 0.2}).interval == 0.2
    assert gate.pace("export.arxiv.org", {"*": 0.2}).interval == 3
    assert gate.pace("example.org", {}).interval == gate.INTERVAL


def test_two_runs_of_one_process_keep_one_pace() -> None:
    one = gate.shared("one.example.org", {}, 10.0)
    one.take(10.0)
    other = gate.shared("one.example.org", {"one.example.org": 2}, 10.1)
    assert other is one
    assert other.interval == 2
    assert other.wait(10.0) > 0


def test_a_host_that_was_given_up_is_tried_again_much_later() -> None:
    pace = gate.shared("two.example.org", {}, 10.0)
    pace.take(10.0)
    pace.heard(Reply(429, {"retry-after": "600"}), 10.0, WALL)
    assert gate.shared("two.example.org", {}, 500.0) is pace
    assert not gate.shared("two.example.org", {}, 700.0).given_up


def test_a_host_is_left_alone_where_every_page_is_broken_and_not_for_one() -> None:
    pace = paced()
    for _ in range(3 * gate.MOST_BROKEN):
        for status in (503, 503, 503, 200):
            pace.heard(Reply(status), 10.0, WALL)
    assert not pace.given_up
    for _ in range(gate.MOST_BROKEN):
        pace.heard(Reply(500), 10.0, WALL)
    assert pace.given_up == "unreachable"
