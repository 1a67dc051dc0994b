"""Where a comment that silences a rule does no harm: found by writing it and reading the list anew.

On a line of its own a comment ends a table or splits a list; behind the wrong sign it becomes text.
So each place is tried in turn, and taken only if the list still reads the same. Nothing is written
to a file here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from listlint.comments import IGNORE, Comment, comments, written
from listlint.config import Config
from listlint.errors import UserError
from listlint.finding import Edit
from listlint.lint.gather import lint
from listlint.paperlist import Entry, PaperList
from listlint.reading import read
from listlint.rule import Rule
from listlint.source import Source
from listlint.values import NamedTuple

CLOSING = r"(?:\s*</[A-Za-z][^<>]*>)+\s*$"


class Silenced(NamedTuple):
    """The list with the comment in it."""

    source: Source
    line: int
    comment: str


def silence(papers: PaperList, line: int, rules: list[Rule], why: str, config: Config) -> Silenced:
    """The list in which ``rules`` are silent about what stands at ``line``."""
    entry = entry_in(papers, line)
    _must_speak(papers, line, entry, rules, config)
    names = tuple(rule.name for rule in rules)
    for edit, comment in _ways(papers, line, entry, names, _harmless(why)):
        again = _with(papers, edit)
        if _reads_alike(papers, again) and _is_there(again, entry, names, comment):
            return Silenced(again.source, papers.source.line(edit.start), comment)
    raise UserError(
        f"{papers.path}:{line}: there is no place here where a comment would do no harm: "
        "name the entry under `ignore:` in .listlint.yml"
    )


def entry_in(papers: PaperList, line: int) -> Entry | None:
    """The entry that has ``line``; of one inside another the inner one."""
    held = (e for e in reversed(papers.entries) if e.lines[0] <= line <= e.lines[1])
    return next(held, None)


def _must_speak(
    papers: PaperList, line: int, entry: Entry | None, rules: list[Rule], config: Config
) -> None:
    """Refuse to silence a rule that says nothing there; what asks services can't be known here."""
    first, last = entry.lines if entry else (line, line)
    for rule in rules:
        if rule.online or rule.asks is not None:
            continue
        chosen = config._replace(select=frozenset([rule.name]), ignore=frozenset())
        findings = lint(papers, chosen, rules=[rule]).findings
        lines = {papers.source.line(each.start) for each in findings}
        lines |= {papers.source.line(each.entry.start) for each in findings if each.entry}
        if not any(first <= each <= last for each in lines):
            raise UserError(f"{papers.path}:{line}: {rule.name} says nothing here: name its line")


def _ways(
    papers: PaperList, line: int, entry: Entry | None, names: tuple[str, ...], why: str
) -> Iterator[tuple[Edit, str]]:
    """Edits that might do, the best first, each with the comment that it makes."""
    for old in comments(papers):
        if old.word == IGNORE and _is_at(papers, old, line, entry):
            rules = tuple(dict.fromkeys((*old.rules, *names)))
            comment = written(rules, "; ".join(filter(None, dict.fromkeys((old.why, why)))))
            yield Edit(old.start, old.end, comment), comment
    comment = written(names, why)
    first, last = entry.lines if entry else (line, line)
    for each in range(last, first - 1, -1):
        for place in _places(papers, each):
            yield Edit(place, place, f" {comment}"), comment
            yield Edit(place, place, comment), comment  # in a heading a blank is in its anchor


def _is_at(papers: PaperList, comment: Comment, line: int, entry: Entry | None) -> bool:
    if entry is not None:
        return comment.entry == entry
    return papers.source.line(comment.start) == line


def _places(papers: PaperList, line: int) -> Iterator[int]:
    """Where in a line a comment may stand: inside the last cell, at the end, before what closes."""
    start, end = papers.source.line_span(line)
    text = papers.text[start:end]
    bare = text.rstrip(" \t\\")
    if bare.endswith("|"):
        yield start + len(bare[:-1].rstrip())
    if closing := re.search(CLOSING, bare):
        yield start + closing.start()
    yield start + len(bare)
    if marks := re.search(r"\s+#+$", bare):
        yield start + marks.start()


def _with(papers: PaperList, edit: Edit) -> PaperList:
    source = Source(papers.source.edited([edit]), bom=papers.source.bom)
    return read(source, papers.path, papers.vocabulary)


def _reads_alike(papers: PaperList, again: PaperList) -> bool:
    """Whether two readings say the same, places aside."""
    return _said(papers) == _said(again)


def _said(papers: PaperList) -> tuple[Any, ...]:
    entries = [
        (
            *(each.kind, each.section, each.title, each.authors, each.year, each.inherited),
            each.venue and (each.venue.name, each.venue.id, each.venue.track),
            [(link.label, link.url, link.kind, link.id) for link in each.links],
            *(each.badges, each.key, each.lines),
        )
        for each in papers.entries
    ]
    sections = [(each.title, each.level, each.anchor) for each in papers.sections]
    return entries, sections, len(papers.unread), len(papers.contents)


def _is_there(again: PaperList, entry: Entry | None, names: tuple[str, ...], text: str) -> bool:
    """Whether the comment is understood, and stands where it should."""
    for each in comments(again):
        if each.word == IGNORE and again.text[each.start : each.end] == text:
            at = each.entry.index if each.entry else None
            if set(names) <= set(each.rules) and at == (entry.index if entry else None):
                return True
    return False


def _harmless(why: str) -> str:
    """A reason that ends neither the comment nor the cell that it stands in."""
    words = " ".join(why.split())
    return re.sub(r"-[-<>]+|[<>]", "-", words).replace("|", "/").strip(" -")
