"""Findings that a maintainer knows and doesn't want to hear again, kept by entry in a file.

Line numbers aren't kept, so the file holds whatever is added above. Pure: the text of the file
comes from the caller, and a mistake in it is one plain line.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from listlint.errors import UserError
from listlint.finding import Finding
from listlint.lint.gather import Report
from listlint.values import NamedTuple

VERSION = 1
Known = Mapping[str, Mapping[str, int]]  # an entry's key -> rule -> how many findings


class Baseline(NamedTuple):
    """What is known of each list, by the path it has from the file's folder."""

    lists: Mapping[str, Known]

    def unknown(self, path: str, report: Report) -> Report:
        """The report on the list at ``path`` without what is known; each known one hides one."""
        left = _counted(self.lists.get(path, {}))
        new: list[Finding] = []
        for each in report.findings:
            name = (each.key, each.rule)
            if left[name]:
                left[name] -= 1
            else:
                new.append(each)
        hidden = len(report.findings) - len(new)
        return report._replace(findings=tuple(new), known=report.known + hidden)

    def with_all(self, path: str, report: Report) -> Baseline:
        """The baseline in which everything that is said of the list at ``path`` is known."""
        known: dict[str, dict[str, int]] = {}
        for each in report.findings:
            rules = known.setdefault(each.key, {})
            rules[each.rule] = rules.get(each.rule, 0) + 1
        return Baseline({**self.lists, path: known})

    def text(self) -> str:
        """As the file holds it: in an order of its own, so that a change shows as one."""
        document = {"version": VERSION, "lists": self.lists}
        return json.dumps(document, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


EMPTY = Baseline({})


def baseline(data: bytes, name: str) -> Baseline:
    """What a file called ``name`` holds."""
    try:
        document = json.loads(data)
    except (ValueError, RecursionError):
        raise _wrong(name, "isn't JSON") from None
    version = document.get("version") if isinstance(document, dict) else None
    if version != VERSION:
        raise _wrong(name, "isn't a baseline, or of another version")
    lists = document.get("lists")
    if not isinstance(lists, dict) or not all(map(_is_known, lists.values())):
        raise _wrong(name, "doesn't hold counts by list, entry and rule")
    return Baseline(lists)


def _wrong(name: str, what: str) -> UserError:
    return UserError(f"{name}: {what}: name another file, or remove it and --write-baseline again")


def _is_known(value: Any) -> bool:
    return isinstance(value, dict) and all(
        isinstance(rules, dict) and all(type(count) is int for count in rules.values())
        for rules in value.values()
    )


def _counted(known: Known) -> Counter[tuple[str, str]]:
    pairs: Iterable[tuple[tuple[str, str], int]] = (
        ((key, rule), count) for key, rules in known.items() for rule, count in rules.items()
    )
    return Counter(dict(pairs))
