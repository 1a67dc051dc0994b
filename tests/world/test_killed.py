"""A run that is killed leaves what it learnt, and the next one goes on from there."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

from listlint.facts import LINK, Question
from listlint.world.ask import ask

from .loopback import LOOPBACK, host, http, page

CODE = """
import sys
from listlint.facts import LINK, Question
from listlint.world.ask import Settings, ask
base, count, cache = sys.argv[1], int(sys.argv[2]), sys.argv[3]
settings = Settings(networks=("127.0.0.0/8",), intervals={"*": 0.005}, cache=cache)
ask([Question(LINK, f"{base}/{at}") for at in range(count)], settings)
"""
COUNT = 400


def test_no_answer_that_was_written_is_asked_again(tmp_path: Path) -> None:
    cache = tmp_path / "answers"
    with host(lambda path: http(200, page("Maps"))) as here:
        command = [sys.executable, "-c", CODE, here.url, str(COUNT), str(cache)]
        with subprocess.Popen(command) as process:
            while len(here.heads) < COUNT // 2 and process.poll() is None:
                time.sleep(0.01)
            process.send_signal(signal.SIGKILL)
        assert process.returncode == -signal.SIGKILL
        asked = len(here.heads)
        written = _written(cache)
        assert written
        here.heads.clear()
        questions = [Question(LINK, f"{here.url}/{at}") for at in range(COUNT)]
        told = ask(questions, LOOPBACK._replace(cache=str(cache)))
    assert not written & {here.url + path for path in here.paths}
    assert asked - len(written) < 200
    assert {told.answers[each].state for each in questions} == {"agrees"}
    assert told.kept == len(written)


def _written(cache: Path) -> set[str]:
    base = sqlite3.connect(cache)
    rows = base.execute("SELECT subject FROM answers").fetchall()
    base.close()
    return {url for (url,) in rows}
