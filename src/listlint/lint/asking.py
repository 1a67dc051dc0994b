"""What a change makes rules ask of services: only about links and papers that it adds or changes.

Pure. What the list held before was asked about when it came, or is the weekly look's business.
"""

from __future__ import annotations

from collections.abc import Iterable

from listlint.changes import compare
from listlint.config import DEFAULT, Config
from listlint.facts import FILE, LINK, Question
from listlint.followed import followed
from listlint.lint.gather import questions
from listlint.paperlist import Entry, PaperList


def of_services(papers: PaperList, config: Config = DEFAULT) -> frozenset[Question]:
    """Everything that services would be asked about a list."""
    asked = questions(papers, config, services=True)
    ignored = config.links.ignore
    return frozenset(
        question
        for question in asked
        if question.topic != FILE and not (ignored and _is_ignored(question, ignored))
    )


def _is_ignored(question: Question, patterns: Iterable[str]) -> bool:
    """Whether the configuration says that nobody asks for an address."""
    from fnmatch import fnmatchcase

    return question.topic == LINK and any(fnmatchcase(question.subject, each) for each in patterns)


def of_change(
    before: PaperList | None, papers: PaperList, config: Config = DEFAULT
) -> frozenset[Question]:
    """What services are asked about a list that was another one before."""
    if before is None:
        return of_services(papers, config)
    touched = _touched(before, papers)
    narrow = papers._replace(entries=tuple(touched), before=before)
    known = {each.url for each in followed(before)}
    own = {link.url for entry in touched for link in entry.links}
    return frozenset(
        question
        for question in of_services(narrow, config)
        if question.topic != LINK or question.subject in own or question.subject not in known
    )


def _touched(before: PaperList, papers: PaperList) -> list[Entry]:
    """Entries that are new, or don't read as they did."""
    origin = compare(before, papers).origin
    return [
        entry
        for entry in papers.entries
        if entry.index not in origin
        or _text(papers, entry) != _text(before, before.entries[origin[entry.index]])
    ]


def _text(papers: PaperList, entry: Entry) -> str:
    return papers.text[entry.span.start : entry.span.end]
