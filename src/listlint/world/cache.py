"""Answers kept between runs, in one SQLite file that processes share; it judges none of them.

What is alive is believed for weeks, what wasn't verified for hours, what was absent is looked at
anew. Answers are written as they come, so that a run that is killed goes on where it was. A file
that can't be used is said once, and the run does without it.
"""

from __future__ import annotations

import json
import os
import random
import sqlite3
import time
from collections.abc import Iterable, Mapping
from contextlib import suppress

from listlint.facts import (
    ABSENT,
    AGREES,
    CODE,
    DATASETS,
    LINK,
    NEWEST,
    PUBLISHED,
    RECOMMENDED,
    RECORD,
    UNCHECKED,
    Answer,
    Question,
)

FILE = "answers.sqlite3"
VERSION = 1
MOST_UNWRITTEN = 100
HOUR, DAY = 3600.0, 86400.0
_KEPT = {
    LINK: 21 * DAY,
    RECORD: 45 * DAY,
    PUBLISHED: 45 * DAY,
    RECOMMENDED: DAY,
    NEWEST: DAY / 2,
}
_OTHERWISE, _NOTHING_KNOWN, _UNVERIFIED = 10 * DAY, 4 * DAY, 3 * HOUR
_OF_THE_RUN = ("offline", "no-key", "over-budget")  # says nothing about the next one
_PATIENCE = 3000  # milliseconds that another process may take to write
_TABLE = """
CREATE TABLE IF NOT EXISTS answers (
  via TEXT, topic TEXT, subject TEXT, claim TEXT,
  state TEXT, says TEXT, source TEXT, reason TEXT, until REAL,
  PRIMARY KEY (via, topic, subject, claim)) WITHOUT ROWID
"""
_READ = """SELECT state, says, source, reason FROM answers
WHERE via = ? AND topic = ? AND subject = ? AND claim = ? AND until > ?"""
_WRITE = "INSERT OR REPLACE INTO answers VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"


class Cache:
    """The file at ``path``; one of no name keeps nothing. ``remarks``: what the user is told."""

    def __init__(self, path: str, via: Mapping[str, str] | None = None) -> None:
        self.remarks: list[str] = []
        self._via = json.dumps(sorted(via.items())) if via else ""  # a stand-in's words stay apart
        self._unwritten: list[tuple[str | float, ...]] = []
        self._path = path
        self._db = self._opened(path) if path else None

    def read(self, questions: Iterable[Question]) -> dict[Question, Answer]:
        """What is known of them, and still believed."""
        found: dict[Question, Answer] = {}
        now = time.time()
        for question in questions:
            row = self._row(question, now)
            if row is not None and (answer := _answer(row)) is not None:
                found[question] = answer
        return found

    def _row(self, question: Question, now: float) -> tuple[str, str, str, str] | None:
        if self._db is None or not _is_text(*question):
            return None
        try:
            found = self._db.execute(
                _READ, (self._via, question.topic, question.subject, question.claim, now)
            )
            row: tuple[str, str, str, str] | None = found.fetchone()
        except sqlite3.Error as error:
            self._without(error)
            return None
        return row

    def keep(self, question: Question, answer: Answer) -> None:
        """Remember an answer; it is written with the next hundred, or by ``write``."""
        seconds = kept_for(question, answer)
        if self._db is None or not seconds or not _is_text(*question, answer.source):
            return
        until = time.time() + seconds * random.uniform(0.7, 1.3)  # not all come due on one day
        said = (answer.state, json.dumps(dict(answer.says)), answer.source, answer.reason)
        self._unwritten.append((self._via, *question, *said, until))
        if len(self._unwritten) >= MOST_UNWRITTEN:
            self.write()

    def write(self) -> None:
        """Write what wasn't written yet."""
        rows, self._unwritten = self._unwritten, []
        if not rows or self._db is None:
            return
        try:
            with self._db:
                self._db.executemany(_WRITE, rows)
        except sqlite3.Error as error:
            self._without(error)

    def close(self) -> None:
        """Write the rest; what was believed too long goes."""
        self.write()
        if self._db is not None:
            with suppress(sqlite3.Error):
                with self._db:
                    self._db.execute("DELETE FROM answers WHERE until < ?", (time.time(),))
                self._db.close()

    def _opened(self, path: str) -> sqlite3.Connection | None:
        db = None
        try:
            os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
            db = sqlite3.connect(path, timeout=_PATIENCE / 1000)
            version = int(db.execute("PRAGMA user_version").fetchone()[0])
            if version > VERSION:
                db.close()
                self._say("it was written by a newer listlint")
                return None
            db.execute("PRAGMA journal_mode = WAL")
            db.execute("PRAGMA synchronous = NORMAL")
            with db:
                db.execute(_TABLE)
                db.execute(f"PRAGMA user_version = {VERSION}")
        except (sqlite3.Error, OSError, ValueError) as error:
            if db is not None:
                db.close()
            self._say(str(error))
            return None
        return db

    def _without(self, error: Exception) -> None:
        self._say(str(error))
        if self._db is not None:
            with suppress(sqlite3.Error):
                self._db.close()
        self._db = None

    def _say(self, why: str) -> None:
        self.remarks.append(f"answers aren't kept, {self._path} can't be used: {why}")


def kept_for(question: Question, answer: Answer) -> float:
    """Seconds for which an answer is believed, on average; 0: it is looked at anew."""
    if answer.state == ABSENT or answer.reason in _OF_THE_RUN:
        return 0.0
    if answer.state == UNCHECKED:
        return _UNVERIFIED
    if answer.state == AGREES and not answer.says and question.topic in (PUBLISHED, CODE, DATASETS):
        return _NOTHING_KNOWN
    return _KEPT.get(question.topic, _OTHERWISE)


def _is_text(*parts: str) -> bool:
    """Whether it can be written: an address may hold half of a character."""
    try:
        "".join(parts).encode()
    except UnicodeEncodeError:
        return False
    return True


def _answer(row: tuple[str, str, str, str]) -> Answer | None:
    state, says, source, reason = row
    with suppress(ValueError, TypeError):
        told = json.loads(says)
        if isinstance(told, dict):
            return Answer(state, told, source, reason)
    return None
