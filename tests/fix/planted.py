"""Rules with planted fixes, and a list mended by them: what the tests of mending share."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from listlint.config import Config
from listlint.facts import Answers
from listlint.finding import SAFE, SUGGESTED, Edit, Finding, Fix
from listlint.fix.choice import Wish
from listlint.fix.rounds import Mended, mend
from listlint.lint.gather import Report, lint
from listlint.paperlist import PaperList
from listlint.reading import read
from listlint.rule import Rule, found
from listlint.source import Source
from made import PAGE

PATH = "README.md"


def replacing(
    pattern: str,
    text: str,
    *,
    name: str = "a-rule",
    safety: str = SAFE,
    changes: tuple[str, ...] = (),
) -> Rule:
    """A rule whose fix writes ``text`` (groups as in ``re.sub``) wherever ``pattern`` stands."""

    def check(papers: PaperList, answers: Answers, options: Any) -> Iterator[Finding]:
        for match in re.finditer(pattern, papers.text):
            start, end = match.span()
            inside = (e for e in papers.entries if e.span.start <= start < e.span.end)
            fix = Fix(f"write {text}", safety, (Edit(start, end, match.expand(text)),), changes)
            yield found((start, end), f"says {match[0]}", entry=next(inside, None), fix=fix)

    return Rule(name, "formatting", "warning", check, lambda: PAGE)


def again(source: Source) -> PaperList:
    return read(source, PATH)


def reported(text: str, rules: Iterable[Rule] | None = None) -> Report:
    return lint(again(Source(text)), Config(), rules=rules)


def mended(
    text: str, rules: Iterable[Rule] | None = None, *, floor: str = SUGGESTED, **more: Any
) -> Mended:
    """The list after its fixes were made; ``more``: rules ``named`` one by one, ``watch``."""
    rules = None if rules is None else list(rules)
    wish = Wish(floor, frozenset(more.pop("named", ())))
    return mend(
        reported(text, rules),
        wish,
        again,
        lambda papers: lint(papers, Config(), rules=rules),
        **more,
    )


def text_of(done: Mended) -> str:
    return done.report.papers.source.raw
