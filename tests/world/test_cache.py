"""Answers kept between runs: what is believed how long, and files that can't be used."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from listlint.facts import CODE, LINK, RECORD, Answer, Question
from listlint.world import cache as room
from listlint.world.cache import DAY, HOUR, Cache, kept_for

LIVE = Question(LINK, "https://example.org/maps.pdf")
ALIVE = Answer("agrees", {"at": "https://example.org/x"}, "example.org")


@pytest.fixture
def path(tmp_path: Path) -> str:
    return str(tmp_path / "kept" / room.FILE)


def kept(path: str, *answers: tuple[Question, Answer]) -> None:
    cache = Cache(path)
    for question, answer in answers:
        cache.keep(question, answer)
    cache.close()


def read(path: str, *questions: Question) -> dict[Question, Answer]:
    cache = Cache(path)
    found = cache.read(questions)
    cache.close()
    assert not cache.remarks
    return found


def test_an_answer_is_found_again_as_it_was(path: str) -> None:
    kept(path, (LIVE, ALIVE))
    assert read(path, LIVE, Question(LINK, "https://example.org/other")) == {LIVE: ALIVE}


def test_another_claim_is_another_question(path: str) -> None:
    one, other = Question(RECORD, "doi:10.1/a", "Maps"), Question(RECORD, "doi:10.1/a", "Kettles")
    kept(path, (one, Answer("agrees", {"title": "Maps"})))
    assert list(read(path, one, other)) == [one]


def test_what_a_stand_in_says_is_believed_of_nobody_else(path: str) -> None:
    cache = Cache(path, {"arxiv": "http://127.0.0.1:1"})
    cache.keep(LIVE, ALIVE)
    cache.close()
    assert read(path, LIVE) == {}


@pytest.mark.parametrize(
    ("question", "answer", "least", "most"),
    [
        (LIVE, ALIVE, 14 * DAY, 60 * DAY),
        (LIVE, Answer("differs", {"to": "x"}), 14 * DAY, 60 * DAY),
        (LIVE, Answer("absent", {"how": "404 twice"}), 0, 0),
        (LIVE, Answer("unchecked", reason="timeout"), HOUR, DAY),
        (LIVE, Answer("unchecked", reason="offline"), 0, 0),
        (LIVE, Answer("unchecked", reason="no-key"), 0, 0),
        (LIVE, Answer("unchecked", reason="over-budget"), 0, 0),
        (Question(CODE, "arxiv:2301.00001"), Answer("agrees"), DAY, 7 * DAY),
    ],
)
def test_how_long_an_answer_is_believed(
    question: Question, answer: Answer, least: float, most: float
) -> None:
    assert least <= kept_for(question, answer) <= most


def test_what_was_believed_too_long_is_asked_anew(
    path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept(path, (LIVE, ALIVE))
    now = room.time.time()
    monkeypatch.setattr(room.time, "time", lambda: now + 90 * DAY)
    assert read(path, LIVE) == {}


def test_a_hundred_answers_are_written_before_anybody_says_so(path: str) -> None:
    cache = Cache(path)
    for at in range(room.MOST_UNWRITTEN):
        cache.keep(LIVE._replace(subject=f"https://example.org/{at}"), ALIVE)
    other = Cache(path)
    assert len(other.read([LIVE._replace(subject="https://example.org/7")])) == 1
    other.close()
    cache.close()


def test_two_processes_share_a_file(path: str) -> None:
    one, other = Cache(path), Cache(path)
    one.keep(LIVE, ALIVE)
    other.keep(LIVE._replace(subject="https://example.org/b"), ALIVE)
    one.write()
    other.write()
    for cache in (one, other):
        assert len(cache.read([LIVE, LIVE._replace(subject="https://example.org/b")])) == 2
        cache.close()
        assert not cache.remarks


def test_a_file_that_is_none_is_said_once(tmp_path: Path) -> None:
    path = tmp_path / "kept"
    path.write_bytes(b"this is no database, nor was it ever one" * 100)
    cache = Cache(str(path))
    cache.keep(LIVE, ALIVE)
    assert cache.read([LIVE]) == {}
    cache.close()
    (said,) = cache.remarks
    assert "can't be used" in said
    assert path.read_bytes().startswith(b"this is no database")


def test_a_file_of_a_newer_version_is_left_alone(path: str) -> None:
    kept(path, (LIVE, ALIVE))
    base = sqlite3.connect(path)
    base.execute(f"PRAGMA user_version = {room.VERSION + 1}")
    base.close()
    cache = Cache(path)
    assert cache.read([LIVE]) == {}
    cache.close()
    assert "newer listlint" in cache.remarks[0]


def test_a_place_that_cannot_be_written_is_said_once(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    cache = Cache(str(tmp_path / "file" / room.FILE))
    cache.keep(LIVE, ALIVE)
    cache.close()
    assert len(cache.remarks) == 1


def test_a_file_that_breaks_in_the_middle_is_said_once(path: str) -> None:
    cache = Cache(path)
    base = sqlite3.connect(path)
    base.execute("DROP TABLE answers")
    base.close()
    cache.keep(LIVE, ALIVE)
    cache.write()
    assert cache.read([LIVE]) == {}
    cache.close()
    assert len(cache.remarks) == 1


def test_a_row_that_somebody_spoilt_is_asked_anew(path: str) -> None:
    kept(path, (LIVE, ALIVE))
    base = sqlite3.connect(path)
    with base:
        base.execute("UPDATE answers SET says = '[1'")
    base.close()
    assert read(path, LIVE) == {}


def test_an_address_that_is_no_text_is_not_kept(path: str) -> None:
    odd = LIVE._replace(subject="https://example.org/\udc80")
    cache = Cache(path)
    cache.keep(odd, ALIVE)
    cache.keep(LIVE, ALIVE)
    assert cache.read([odd]) == {}
    cache.close()
    assert not cache.remarks
    assert read(path, LIVE) == {LIVE: ALIVE}


def test_without_a_file_nothing_is_kept() -> None:
    cache = Cache("")
    cache.keep(LIVE, ALIVE)
    assert cache.read([LIVE]) == {}
    cache.close()
    assert not cache.remarks
