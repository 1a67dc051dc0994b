"""What is new between two reports on one list: findings that the older one hasn't, by identity.

A finding is the same if its rule said it of the same entry, whatever was changed in that entry and
wherever it has moved to. What a change causes elsewhere in the list is new as well.
"""

from __future__ import annotations

from collections import Counter

from listlint.changes import Changes, compare
from listlint.finding import Finding
from listlint.lint.gather import Report
from listlint.paperlist import PaperList

ASKS_FOR_ALL = ("unused-ignore",)  # it can't tell what part of a list needs


def news(base: Report | None, head: Report) -> Report:
    """``head`` without what ``base`` says too; without a base all of it is new."""
    said = [each for each in head.findings if each.rule not in ASKS_FOR_ALL]
    if base is None:
        return head._replace(findings=tuple(said))
    changes = compare(base.papers, head.papers)
    names = _names(base.papers, head.papers, changes)
    touched = _Touched(base.papers, head.papers, changes)
    before = Counter((each.rule, each.key) for each in base.findings)
    new: set[int] = set()
    for each in sorted(said, key=touched.by):  # of several alike the untouched ones are the old
        name = (each.rule, names.get(each.key, each.key))
        if before[name]:
            before[name] -= 1
        else:
            new.add(id(each))
    findings = tuple(each for each in said if id(each) in new)
    return head._replace(findings=findings, known=head.known + len(said) - len(findings))


def _names(base: PaperList, head: PaperList, changes: Changes) -> dict[str, str]:
    """The key that a changed entry had, by the one it has now."""
    entries = ((head.entries[new], base.entries[old]) for new, old in changes.origin.items())
    return {now.key: then.key for now, then in entries if now.key != then.key}


class _Touched:
    """Whether a change has a part in what a finding is about."""

    def __init__(self, base: PaperList, head: PaperList, changes: Changes) -> None:
        self.starts: dict[int, bool] = {}
        for entry in head.entries:
            old = changes.origin.get(entry.index)
            same = old is not None and base.text[slice(*base.entries[old].span)]
            self.starts[entry.span.start] = head.text[slice(*entry.span)] != same
        self.titles = {
            entry.title_span.start: self.starts[entry.span.start] for entry in head.entries
        }

    def by(self, finding: Finding) -> tuple[bool, bool]:
        own = finding.entry is not None and self.starts.get(finding.entry.start, True)
        return own, any(self.titles.get(each.start, False) for each in finding.related)
