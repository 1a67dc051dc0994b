"""Findings that say the same but for the place, brought together; what people read uses it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from listlint.finding import Finding
from listlint.values import NamedTuple

MANY = 10
PLACES = 3


class Group(NamedTuple):
    """One finding, or many that are alike; the first of them speaks for all."""

    findings: list[Finding]

    @property
    def first(self) -> Finding:
        return self.findings[0]

    @property
    def many(self) -> bool:
        return len(self.findings) >= MANY


def grouped(findings: Iterable[Finding]) -> Iterator[Group]:
    """Ten and more alike as one group, where the first of them stands; fewer each for itself."""
    alike: dict[tuple[str, str], list[Finding]] = {}
    findings = list(findings)
    for each in findings:
        alike.setdefault((each.level, each.alike), []).append(each)
    for each in findings:
        group = Group(alike[each.level, each.alike])
        if not group.many:
            yield Group([each])
        elif each is group.first:
            yield group
