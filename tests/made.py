"""What many tests need: a list read from text, and rules that find a given word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from listlint.facts import Answers
from listlint.finding import Finding, Fix
from listlint.paperlist import PaperList
from listlint.reading import read
from listlint.rule import Rule, found
from listlint.source import from_bytes

PAGE = "Says nothing of use.\n\n```md bad\nbad\n```\n"


def papers(text: str, path: str = "README.md") -> PaperList:
    """A list as it is read from a file."""
    return read(from_bytes(text.encode(), path), path)


def entries(count: int) -> str:
    """A list of that many invented papers."""
    lines = (
        f"- Sorting Lists by Smell, Part {number}, ACL 2022 "
        f"[[Paper](https://arxiv.org/abs/2203.{number:05})]\n"
        for number in range(1, count + 1)
    )
    return "# Papers on sorting\n\n" + "".join(lines)


def word_rule(
    word: str,
    message: str = "says {word}",
    *,
    name: str = "a-rule",
    level: str = "warning",
    fix: Fix | None = None,
    **more: Any,
) -> Rule:
    """A rule that finds every place where ``word`` stands."""

    def check(papers: PaperList, answers: Answers, options: Any) -> Iterator[Finding]:
        for match in re.finditer(word, papers.text):
            inside = (
                entry
                for entry in papers.entries
                if entry.span.start <= match.start() < entry.span.end
            )
            said = message.format(word=match[0])
            yield found(match.span(), said, entry=next(inside, None), fix=fix, **more)

    return Rule(name, "formatting", level, check, lambda: PAGE)


def broken_rule(name: str = "broken-rule") -> Rule:
    """A rule with a fault of ours."""

    def check(papers: PaperList, answers: Answers, options: Any) -> Iterator[Finding]:
        raise KeyError("what was sought")
        yield

    return Rule(name, "formatting", "error", check, lambda: PAGE)
