"""What is known of a text at one moment: the reading and the findings; pure.

While somebody types, rules that learn from the whole list don't run: what they said last is carried
along, to where it stands now.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from listlint.config import Config
from listlint.facts import EMPTY, Answers
from listlint.finding import Edit, EntryRef, Finding, Fix, Related
from listlint.lint.gather import Fault, lint
from listlint.paperlist import PaperList
from listlint.reading import read
from listlint.rule import Rule
from listlint.source import from_bytes
from listlint.values import NamedTuple

SLOW_GROUPS = ("placement",)
SLOW_RULES = frozenset(
    """entry-order entry-style label-spelling link-form list-marker missing-field
    near-duplicate""".split()
)
FEWEST_PAPERS = 1  # of a document that no configuration names, for it to be a list

Know = Callable[[PaperList], Answers]


class Seen(NamedTuple):
    """A text, and what is said of it."""

    papers: PaperList
    findings: tuple[Finding, ...]
    faults: tuple[Fault, ...]
    config: Config
    answers: Answers = EMPTY


def see(text: str, path: str, config: Config, know: Know) -> Seen:
    """All that is to be said."""
    papers = _read(text, path, config)
    answers = know(papers)
    if not is_list(papers):
        return Seen(papers, (), (), config, answers)
    report = lint(papers, config, answers)
    return Seen(papers, report.findings, report.faults, config, answers)


def glance(text: str, before: Seen) -> Seen:
    """What changes while somebody types; nothing is asked, and slow rules don't run."""
    papers = _read(text, before.papers.path, before.config)
    if not is_list(papers):
        return before._replace(papers=papers, findings=(), faults=())
    quick = [rule for rule in before.config.rules if not _is_slow(rule)]
    report = lint(papers, before.config, before.answers, quick)
    slow = {rule.name for rule in before.config.rules if _is_slow(rule)}
    held = _carried(before, papers.text, slow)
    findings = sorted([*report.findings, *held], key=lambda each: (each.start, each.end, each.rule))
    return before._replace(papers=papers, findings=tuple(findings), faults=report.faults)


def is_list(papers: PaperList) -> bool:
    """An editor shows us any document of the language: only lists of papers are judged."""
    found = (entry for entry in papers.entries if entry.kind == "paper")
    return sum(1 for _ in found) >= FEWEST_PAPERS


def _read(text: str, path: str, config: Config) -> PaperList:
    data = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").encode()
    papers = read(from_bytes(data, path), path, config.vocabulary)
    return papers if config.pinned is None else papers._replace(pinned=config.pinned)


def _is_slow(rule: Rule) -> bool:
    return rule.group in SLOW_GROUPS or rule.name in SLOW_RULES


def _carried(before: Seen, text: str, rules: set[str]) -> Iterator[Finding]:
    """Findings that no change touches, where they stand now; fixes elsewhere are dropped."""
    old = before.papers.text
    first = _most(min(len(old), len(text)), lambda n: old.startswith(text[:n]))
    most = min(len(old), len(text)) - first
    last = len(old) - _most(most, lambda n: old.endswith(text[len(text) - n :]))
    by = len(text) - len(old)

    def moved(place: int) -> int:
        return place + by if place >= last else place

    for each in before.findings:
        if each.rule in rules and (each.end < first or each.start > last):
            yield _moved(each, moved, lambda start, end: end < first or start > last)


def _most(high: int, fits: Callable[[int], bool]) -> int:
    """The largest number up to ``high`` that fits, where all smaller ones do; by halving."""
    low = 0
    while low < high:
        middle = (low + high + 1) // 2
        if fits(middle):
            low = middle
        else:
            high = middle - 1
    return low


def _moved(
    finding: Finding, moved: Callable[[int], int], whole: Callable[[int, int], bool]
) -> Finding:
    entry, fix = finding.entry, finding.fix
    if fix is not None:
        sound = all(whole(edit.start, edit.end) for edit in fix.edits)
        edits = (Edit(moved(edit.start), moved(edit.end), edit.text) for edit in fix.edits)
        fix = Fix(fix.title, fix.safety, tuple(edits), fix.changes) if sound else None
    return finding._replace(
        start=moved(finding.start),
        end=moved(finding.end),
        entry=entry and EntryRef(entry.title, moved(entry.start), moved(entry.end)),
        related=tuple(Related(moved(r.start), moved(r.end), r.message) for r in finding.related),
        fix=fix,
    )
