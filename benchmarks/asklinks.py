"""Asks for links as listlint does, and writes what came of it: a process that can be killed.

usage: asklinks.py FILE OUT [--interval SECONDS] [--cache FILE]   (one address a line)
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter

from listlint.facts import LINK, Question
from listlint.world.ask import Settings, ask

if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("file")
    parser.add_argument("out")
    parser.add_argument("--interval", type=float)
    parser.add_argument("--cache", default="")
    chosen = parser.parse_args()
    with open(chosen.file) as lines:
        questions = [Question(LINK, url) for url in lines.read().split()]
    intervals = {} if chosen.interval is None else {"*": chosen.interval}
    settings = Settings(networks=("127.0.0.0/8",), intervals=intervals, cache=chosen.cache)
    start = time.perf_counter()
    told = ask(questions, settings)
    seconds = time.perf_counter() - start
    answers = [
        (each.subject, told.answers[each].state, told.answers[each].reason) for each in questions
    ]
    found = {
        "seconds": seconds,
        "requests": told.requests,
        "kept": told.kept,
        "states": Counter(state for _, state, _ in answers),
        "answers": answers,
    }
    with open(chosen.out, "w") as out:
        json.dump(found, out)
