"""What a pull request causes: findings of the head that the base hasn't, each with its place.

Pure. A finding is the same as before when its rule said it of the same entry; an entry is the same
whatever was changed in it. Nothing is worded here.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from listlint.changes import Changes, compare
from listlint.finding import Finding
from listlint.lint.gather import Report
from listlint.paperlist import Entry, PaperList
from listlint.papers import lead_ins, repeated
from listlint.review.diff import Lines
from listlint.values import NamedTuple

# Groups and rules whose findings a change elsewhere may well cause: a heading renamed, say.
AT_A_DISTANCE = ("contents", "missing-file")
MOST_UNDER_ONE_LINK = 3  # entries; more of them share it on purpose
ANCHOR, ANCHORS = "anchor", ("missing-file", "toc-drift")  # one fault, whichever of them says it


class Cause(NamedTuple):
    """A finding that the change brings; ``first``-``last``: the changed lines it is said on."""

    finding: Finding
    first: int
    last: int
    entry: Entry | None  # the entry that is spoken to
    turned: bool = False  # the finding stands elsewhere, and the change is its other place
    placed: bool = True  # whether the change itself holds a place of it


class Repeat(NamedTuple):
    """An added entry of a paper that the list holds already."""

    added: Entry
    listed: Entry


class Caused(NamedTuple):
    """What the change brings, what stood before on entries it touches, what was listed already."""

    causes: tuple[Cause, ...]
    before: tuple[Finding, ...]
    repeats: tuple[Repeat, ...]
    touched: int  # entries
    added: int


def caused(base: Report | None, head: Report, lines: Lines, distant: Iterable[str]) -> Caused:
    """Compare two reports; ``distant``: rules whose findings a change elsewhere may cause."""
    papers = head.papers
    changes = compare(base.papers, papers) if base else _all_new(papers)
    place = _Places(papers, lines)
    old, new = _sorted_out(base, head, changes, place)
    causes = [cause for each in new if (cause := place.cause(each, frozenset(distant)))]
    touched = [entry for entry in papers.entries if lines.touches(*entry.lines)]
    return Caused(
        tuple(causes),
        tuple(each for each in old if place.on_touched(each)),
        tuple(_repeats(papers, changes)),
        len(touched),
        len(changes.added),
    )


def _all_new(papers: PaperList) -> Changes:
    return Changes({}, tuple(range(len(papers.entries))), ())


def _sorted_out(
    base: Report | None, head: Report, changes: Changes, place: _Places
) -> tuple[list[Finding], list[Finding]]:
    """Findings that the base has too, and those it hasn't; where it has some, the changed ones."""
    names = _names(base, head.papers, changes)
    left = Counter((each.rule, each.key) for each in base.findings) if base else Counter()
    old: set[int] = set()
    for each in sorted(head.findings, key=place.nearness):
        name = (each.rule, names.get(each.key, each.key))
        if left[name] > 0:
            left[name] -= 1
            old.add(id(each))
    if base and +left:
        old |= set(_under_other_names(base, head, left, old, place))
    return (
        [each for each in head.findings if id(each) in old],
        [each for each in head.findings if id(each) not in old],
    )


def _under_other_names(
    base: Report, head: Report, left: Counter[tuple[str, str]], old: set[int], place: _Places
) -> Iterator[int]:
    """Findings that only go by another name now: on a line that is as it was, though it belongs to
    another entry now, say; or on the same `#anchor`, though it's no line of the contents any more.
    """
    lost: Counter[tuple[str, str]] = Counter()
    lines: tuple[dict[int, str], dict[int, str]] = ({}, {})  # each is cut out once
    for each in base.findings:
        name = (each.rule, each.key)
        if left[name] > 0:
            left[name] -= 1
            lost[_written(base, each, lines[0])] += 1
    for each in head.findings:
        if id(each) not in old:
            name = _written(head, each, lines[1])
            stood = name[0] == ANCHOR or not place.lines.touches(*place.span(each))
            if stood and lost[name] > 0:
                lost[name] -= 1
                yield id(each)


def _written(report: Report, finding: Finding, known: dict[int, str]) -> tuple[str, str]:
    """A finding by what is written where it stands: its line, or the fragment that is missing."""
    source = report.papers.source
    if finding.rule in ANCHORS:
        said = source.text[finding.start : finding.end]
        if "#" in said:
            return ANCHOR, said.partition("#")[2].rstrip(")").lower()
    line = source.line_span(source.line(finding.start))
    if line.start not in known:
        known[line.start] = source.text[line.start : line.end]
    return finding.rule, known[line.start]


def _names(base: Report | None, papers: PaperList, changes: Changes) -> dict[str, str]:
    """The key that a changed entry had in the base, by the one it has now."""
    if base is None:
        return {}
    pairs = (
        (papers.entries[ours].key, base.papers.entries[theirs].key)
        for ours, theirs in changes.origin.items()
    )
    return {now: then for now, then in pairs if now != then}


class _Places:
    """Where in the change a finding has a place."""

    def __init__(self, papers: PaperList, lines: Lines) -> None:
        self.papers, self.lines = papers, lines
        self.source = papers.source
        self.by_start = {entry.span.start: entry for entry in papers.entries}
        self.by_line = {line: entry for entry in papers.entries for line in _few(entry)}

    def cause(self, finding: Finding, distant: frozenset[str]) -> Cause | None:
        """The finding with the lines to say it on; nothing where the change has no part in it."""
        own = self.own(finding)
        if own is not None:
            return Cause(finding, *own, self.entry(finding))
        for related in finding.related:
            line = self.source.line(related.start)
            entry = self.by_line.get(line)
            if self.lines.touches(line, line):
                return Cause(finding, line, line, entry, turned=True)
        if finding.rule in distant:
            return Cause(finding, *self.span(finding), self.entry(finding), placed=False)
        return None

    def own(self, finding: Finding) -> tuple[int, int] | None:
        """Lines of the finding that are new, or else of its entry."""
        first, last = self.span(finding)
        if self.lines.touches(first, last):
            return (first, last) if self.lines.hunk(first) else self._first_new(first, last)
        entry = self.entry(finding)
        return self._first_new(*entry.lines) if entry else None

    def _first_new(self, first: int, last: int) -> tuple[int, int] | None:
        line = next((each for each in range(first, last + 1) if self.new(each)), None)
        return None if line is None else (line, line)

    def new(self, line: int) -> bool:
        return self.lines.touches(line, line)

    def span(self, finding: Finding) -> tuple[int, int]:
        last = max(finding.start, finding.end - 1)
        return self.source.line(finding.start), self.source.line(last)

    def entry(self, finding: Finding) -> Entry | None:
        return self.by_start.get(finding.entry.start) if finding.entry else None

    def on_touched(self, finding: Finding) -> bool:
        return self.own(finding) is not None

    def nearness(self, finding: Finding) -> tuple[int, int]:
        """Of several alike, those far from the change stood before, late ones first."""
        if self.own(finding) is not None:
            return 2, -finding.start
        near = any(self.new(self.source.line(each.start)) for each in finding.related)
        return int(near), -finding.start


def _few(entry: Entry) -> range:
    return range(entry.lines[0], entry.lines[1] + 1)


def _repeats(papers: PaperList, changes: Changes) -> Iterator[Repeat]:
    """Added entries whose paper another entry, that was there before, already lists."""
    added, told = set(changes.added), set()
    for paper in repeated(papers):
        listed = [entry for entry in paper.entries if entry.index not in added]
        if listed:
            told |= {each.index for each in paper.entries}
            yield from (Repeat(each, listed[0]) for each in paper.entries if each.index in added)
    yield from _under_one_link(papers, added, told)


def _under_one_link(papers: PaperList, added: set[int], told: set[int]) -> Iterator[Repeat]:
    """Added entries that link the paper of another one, under whatever title."""
    held: defaultdict[str, list[Entry]] = defaultdict(list)
    leading = lead_ins(papers)
    for entry in papers.entries if added else ():
        if entry.kind == "paper" and entry.ids and entry.index not in leading:
            held[entry.ids[0]].append(entry)
    for same in held.values():
        listed = [entry for entry in same if entry.index not in added]
        if listed and len(same) <= MOST_UNDER_ONE_LINK:
            new = (each for each in same if each.index in added and each.index not in told)
            yield from (Repeat(each, listed[0]) for each in new)
