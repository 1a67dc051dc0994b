"""A rule's page, written once: what is printed, listed and tested is all read from it.

A page opens with one sentence, then says what, why and what a fix changes, in Markdown. Its fenced
blocks ``md bad``, ``md good`` and ``md fixed`` (after the bad one it mends) are lists that are
linted as tests; a block ``yaml answers`` says what the world answers to the lists after it, a block
``md original`` which list they translate.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from listlint.plain import fenced
from listlint.values import NamedTuple

BAD, GOOD, FIXED = "bad", "good", "fixed"
_SAID = {
    "match": "What: an entry in which this matches:",
    "unless": "but not where this does:",
    "under": "and only under headings with this:",
    "replace": "What the fix changes: what was found becomes, as a suggestion:",
}


class Example(NamedTuple):
    """A small list that must give a finding, or none; ``fixed`` is what mending makes of it."""

    kind: str  # bad, good
    text: str
    line: int  # of the page, from 1
    fixed: str | None = None
    answers: str = ""
    original: str = ""  # the list that it translates


class Page(NamedTuple):
    """What a rule says of itself."""

    summary: str
    body: str
    examples: tuple[Example, ...]

    @property
    def fixable(self) -> bool:
        """Whether the rule offers to mend what it finds: an example shows it."""
        return any(example.fixed is not None for example in self.examples)


def read_page(text: str) -> Page:
    """The page that ``text`` holds."""
    summary, _, body = text.strip().partition("\n")
    return Page(summary.strip(), body.strip(), tuple(_examples(text)))


def pattern_page(said: Mapping[str, Any]) -> str:
    """The page of a rule that is a pattern, as a Python rule would have written it."""
    parts = [said["summary"], f"Why: {said['why']}" if said.get("why") else ""]
    for key, words in _SAID.items():
        if said.get(key):
            parts.append(f"{words}\n\n{fenced(said[key], 'text')}")
    for shown in said.get("examples", ()):
        parts += [
            fenced(shown[kind].rstrip("\n"), f"md {kind}")
            for kind in (BAD, FIXED, GOOD)
            if shown.get(kind)
        ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _examples(text: str) -> Iterator[Example]:
    waiting: Example | None = None  # a bad one, whose fixed text may follow
    answers = original = ""
    for words, inner, line in _blocks(text):
        if words == ["md", FIXED]:
            if waiting is None:
                raise ValueError(f"line {line}: `md fixed` must follow the `md bad` that it mends")
            yield waiting._replace(fixed=inner)
            waiting = None
            continue
        if waiting is not None:
            yield waiting
            waiting = None
        if words == ["yaml", "answers"]:
            answers = inner
        elif words == ["md", "original"]:
            original = inner
        elif words == ["md", GOOD]:
            yield Example(GOOD, inner, line, None, answers, original)
        elif words == ["md", BAD]:
            waiting = Example(BAD, inner, line, None, answers, original)
    if waiting is not None:
        yield waiting


def _blocks(text: str) -> Iterator[tuple[list[str], str, int]]:
    """Fenced blocks: the words behind the fence, what stands inside, and the line of the fence."""
    lines = text.split("\n")
    at = 0
    while at < len(lines):
        fence = re.match(r"(`{3,})(.*)", lines[at])
        if not fence:
            at += 1
            continue
        end = at + 1
        while end < len(lines) and lines[end].rstrip() != fence[1]:
            end += 1
        yield fence[2].split(), "\n".join(lines[at + 1 : end]) + "\n", at + 1
        at = end + 1
