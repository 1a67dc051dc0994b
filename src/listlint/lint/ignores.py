"""Findings that a list's comments or its configuration keep quiet, and comments that hide none.

Whatever is hidden was found first, so that what is no longer needed can be seen. Nothing is printed
or opened here.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from listlint.checks.unused_ignore import idle, misunderstood, unknown, unopened
from listlint.comments import IGNORE, IGNORE_FILE, OFF, ON, Comment, comments, entry_at
from listlint.config import Config, Ignored
from listlint.facts import UNCHECKED, Answers
from listlint.finding import Finding
from listlint.knowledge import titles
from listlint.paperlist import Entry, PaperList
from listlint.rule import Rule
from listlint.values import NamedTuple

UNUSED = "unused-ignore"


class Kept(NamedTuple):
    """What is left to say, and which rules each comment kept quiet."""

    findings: list[Finding]
    comments: tuple[Comment, ...]
    used: frozenset[tuple[int, str]]  # where the comment starts, and the rule


def keep(papers: PaperList, config: Config, findings: list[Finding]) -> Kept:
    """The findings that nothing hides."""
    said = comments(papers)
    if not said and not config.ignored:
        return Kept(findings, (), frozenset())
    hiding = _Hiding(papers, said, config.ignored)
    kept: list[Finding] = []
    used: set[tuple[int, str]] = set()
    for each in findings:
        hiders = hiding.hiders(each)
        used.update((comment.start, each.rule) for comment in hiders)
        if not hiders and not hiding.is_decided(each):
            kept.append(each)
    return Kept(kept, said, frozenset(used))


class _Hiding:
    """Which comment hides a finding: by file, by stretch of text, by entry, by line."""

    def __init__(
        self, papers: PaperList, said: Sequence[Comment], decided: Iterable[Ignored]
    ) -> None:
        self.papers = papers
        self.in_file: dict[str, list[Comment]] = {}
        self.in_entry: dict[tuple[int, str], list[Comment]] = {}
        self.in_line: dict[tuple[int, str], list[Comment]] = {}
        self.off = list(_stretches(said, len(papers.text)))
        self.starts = [comment.start for comment, _ in self.off]
        self.decided = set(_decided(papers, decided))
        for comment in said:
            for rule in comment.rules:
                if comment.word == IGNORE_FILE:
                    self.in_file.setdefault(rule, []).append(comment)
                elif comment.word == IGNORE:
                    self.add(comment, rule)

    def add(self, comment: Comment, rule: str) -> None:
        if comment.entry is not None:
            self.in_entry.setdefault((comment.entry.index, rule), []).append(comment)
        line = self.papers.source.line(comment.start)
        self.in_line.setdefault((line, rule), []).append(comment)

    def hiders(self, finding: Finding) -> list[Comment]:
        hiders = [*self.in_file.get(finding.rule, ())]
        at = bisect_right(self.starts, finding.start) - 1
        if at >= 0 and finding.start < self.off[at][1]:
            hiders.append(self.off[at][0])
        if self.in_line:
            hiders += self.in_line.get((self.line(finding), finding.rule), ())
            for entry in _entries(self.papers, finding):
                hiders += self.in_entry.get((entry.index, finding.rule), ())
        return hiders

    def line(self, finding: Finding) -> int:
        return self.papers.source.line(finding.start)

    def is_decided(self, finding: Finding) -> bool:
        """Whether the configuration hides it."""
        if not self.decided:
            return False
        keys = {finding.key, *(entry.key for entry in _entries(self.papers, finding))}
        return any((finding.rule, key) in self.decided for key in keys)


def _stretches(said: Iterable[Comment], end: int) -> Iterator[tuple[Comment, int]]:
    """Each `off`, and where the next `on` or the text ends it."""
    opened: Comment | None = None
    for comment in said:
        if comment.rules:
            continue
        if comment.word == OFF:
            opened = opened or comment
        elif comment.word == ON and opened is not None:
            yield opened, comment.start
            opened = None
    if opened is not None:
        yield opened, end + 1


def _decided(papers: PaperList, decided: Iterable[Ignored]) -> Iterator[tuple[str, str]]:
    """Rule and key of what the configuration names by an id, a key or a title."""
    names: dict[str, list[str]] = {}
    for each in decided:
        names.setdefault(each.entry, []).append(each.rule)
        names.setdefault(titles.fold(each.entry), []).append(each.rule)
        yield each.rule, each.entry
    for entry in papers.entries if names else ():
        for name in (*entry.ids, entry.key, entry.folded):
            yield from ((rule, entry.key) for rule in names.get(name, ()))


def _entries(papers: PaperList, finding: Finding) -> Iterator[Entry]:
    """The entry that a finding is about, and the one it stands in."""
    places = {finding.start} | ({finding.entry.start} if finding.entry else set())
    for place in places:
        if entry := entry_at(papers, place):
            yield entry


# Comments that hide nothing


def unused(
    papers: PaperList, config: Config, answers: Answers, rules: Iterable[Rule], kept: Kept
) -> Iterator[Finding]:
    """What there is to say of the comments themselves; ``rules`` are those that ran in full."""
    known = [rule.name for rule in config.rules]
    ran = {rule.name: rule for rule in rules} if not config.select else {}
    off = False
    for comment in kept.comments:
        wrong = misunderstood(papers, comment)
        if wrong is not None:
            yield wrong
            continue
        if comment.word == ON and not off:
            yield unopened(papers, comment)
        off = comment.word == OFF or (off and comment.word != ON)
        idle_rules: list[str] = []
        for name in comment.rules:
            if name not in known:
                yield unknown(papers, comment, name, known)
            elif (
                (comment.start, name) not in kept.used
                and name in ran
                and _in_full(papers, config, answers, ran[name])
            ):
                idle_rules.append(name)
        if idle_rules:
            yield idle(papers, comment, tuple(idle_rules))


def _in_full(papers: PaperList, config: Config, answers: Answers, rule: Rule) -> bool:
    """Whether everything that the rule asks was answered."""
    if rule.asks is None:
        return not rule.online
    return all(
        answers[question].state != UNCHECKED for question in rule.asks(papers, config.options(rule))
    )
