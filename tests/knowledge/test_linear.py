"""Hostile input costs no more than in proportion: four times the length, about four times the work.

Work is the processor's time of this thread alone, which a busy machine doesn't lengthen, and only
relations are asserted, between linear (4) and quadratic (16). What is hardly noticed at full length
is not looked at again: nothing that small can be quadratic at 20,000 characters.
"""

import re
from collections.abc import Callable
from time import thread_time

import pytest

from listlint.knowledge import addresses, subjects, titles, venues
from listlint.knowledge.compiling_hosts import heads
from listlint.knowledge.rulebook import tables

FULL, NOTICEABLE, FACTOR, TRIES = 20_000, 0.05, 8, 3
HOSTS = tables()["hosts"]
PATTERNS = sorted({rule["re"] for rule in (*HOSTS["rules"], *HOSTS["dois"])})
PLACED = sorted(
    {r["re"] for at in ("closed", "moved") for rules in HOSTS[at].values() for r in rules}
)
PATHS = (
    "",
    "/",
    "/a",
    "/paper/2020/",
    "/content/CVPR2020/papers/",
    "/forum?",
    "/doi/10.1109/x",
    "/x?a=",
)
FILLERS = ("a", "0", "/", "-", "a-", "1.", "a/", "&id=", "a&", "_v1", "%", "=", "2020/", "pdf.")


def spent(work: Callable[[str], object], text: str) -> float:
    start = thread_time()
    work(text)
    return thread_time() - start


def is_linear(
    work: Callable[[str], object], head: str, filler: str, end: str = "\n!", length: int = FULL
) -> bool:
    count = length // len(filler)
    full, quarter = (head + filler * many + end for many in (count, count // 4))
    long = spent(work, full)
    if long < NOTICEABLE:
        return True
    for _ in range(TRIES):
        if long <= FACTOR * max(spent(work, quarter), NOTICEABLE / FACTOR):
            return True
        long = min(long, spent(work, full))
    return False


@pytest.mark.parametrize("pattern", PATTERNS + PLACED)
def test_every_pattern_of_the_tables_is_linear(pattern):
    search = re.compile(pattern, re.IGNORECASE).match
    for head in sorted(heads(pattern))[:3]:
        for path in PATHS:
            for filler in FILLERS:
                assert is_linear(search, head.replace("\0", "a") + path, filler), (path, filler)


WORKS = {
    "address": addresses.read.__wrapped__,
    "subject": subjects.subject,
    "doi": subjects.doi,
    "title": titles.fold.__wrapped__,
    "title words": titles.words.__wrapped__,
    "venue name": venues.match.__wrapped__,
    "look-alike": venues.alike,
    "venue slot": venues.read.__wrapped__,
    "split": venues.split.__wrapped__,
    "heading": venues.find_in_heading.__wrapped__,
    "nearest": venues.nearest,
}


@pytest.mark.parametrize("name", WORKS)
def test_whatever_reads_text_is_linear(name):
    heads_ = (
        "",
        "https://",
        "https://github.com/",
        "ICML Workshop on ",
        "Proceedings of the ",
        "'",
    )
    fillers = (
        "a",
        "1",
        " ",
        "(",
        "*",
        "workshop ",
        "ICML ",
        "2020 ",
        "é",
        "/",
        "%2f",
        "-supp",
        "/pdf",
    )
    for head in heads_:
        for filler in fillers:
            assert is_linear(WORKS[name], head, filler), (head, filler)


def test_what_is_not_linear_would_be_seen():
    assert not is_linear(re.compile(r"a+\d").search, "", "a", length=FULL // 2)
