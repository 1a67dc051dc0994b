"""The action's inputs, from the environment as the runner sets them; pure.

A runner keeps hyphens (`INPUT_FAIL-ON`) and sets an input that wasn't given to nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from listlint.errors import UserError, nearest
from listlint.finding import ERROR, LEVELS, WARNING
from listlint.review.plan import INLINE, NOTHING, SUMMARY
from listlint.values import NamedTuple

NEVER = "never"
ISSUE, PULL_REQUEST = "issue", "pull-request"


class Inputs(NamedTuple):
    """What the workflow's author asked for."""

    token: str = ""
    files: tuple[str, ...] = ()
    config: str = ""
    fail_on: str = ERROR
    online: bool = True
    comment: str = INLINE
    max_comments: int = 10
    min_level: str = WARNING
    skip_label: str = ""
    id: str = "listlint"
    sweep: str = ISSUE
    cache_dir: str = ""
    discover: bool = False


def inputs(env: Mapping[str, str]) -> Inputs:
    """Every input read and checked; a wrong one is named with what would be right."""
    given = _Given(env)
    return Inputs(
        token=given.text("token"),
        files=tuple(given.text("files").split()),
        config=given.text("config"),
        fail_on=given.one_of("fail-on", (*LEVELS, NEVER), ERROR),
        online=given.one_of("online", ("true", "false"), "true") == "true",
        comment=given.one_of("comment", (INLINE, SUMMARY, NOTHING), INLINE),
        max_comments=given.number("max-comments", 10),
        min_level=given.one_of("min-level", LEVELS, WARNING),
        skip_label=given.text("skip-label"),
        id=given.name("id", "listlint"),
        sweep=given.one_of("sweep", (ISSUE, PULL_REQUEST), ISSUE),
        cache_dir=given.text("cache-dir"),
        discover=given.one_of("discover", ("true", "false"), "false") == "true",
    )


class _Given:
    """Inputs by name."""

    def __init__(self, env: Mapping[str, str]) -> None:
        self.env = env

    def text(self, name: str) -> str:
        return self.env.get(f"INPUT_{name.upper()}", "").strip()

    def one_of(self, name: str, words: tuple[str, ...], default: str) -> str:
        word = self.text(name).lower() or default
        if word not in words:
            hint = nearest(word, words, f": write one of {', '.join(words)}")
            raise UserError(f"input {name}: {word!r} isn't known{hint}")
        return word

    def number(self, name: str, default: int) -> int:
        word = self.text(name)
        if not re.fullmatch(r"\d{0,3}", word, re.ASCII):
            raise UserError(f"input {name}: {word!r} is no number from 0 to 999")
        return int(word) if word else default

    def name(self, name: str, default: str) -> str:
        word = self.text(name) or default
        if not re.fullmatch(r"[\w.-]{1,60}", word, re.ASCII):
            raise UserError(f"input {name}: {word!r}: use letters, digits, '.', '-' and '_' only")
        return word
