"""The weekly look at whole lists: what the one issue shall say, and whether it is open; pure.

The issue holds in its marker which findings it has told of. Closed by hand, it stays closed until
there is one that it hasn't; closed because the list was clean, it opens again with the first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from listlint.finding import ERROR, LEVELS, NOTE, Finding
from listlint.lint.gather import Report
from listlint.lint.missed import together
from listlint.plain import fenced, markdown
from listlint.review.bodies import Where
from listlint.review.markers import fingerprint, gist, read_marker, signed
from listlint.review.plan import FLOOD
from listlint.review.seen import Issue
from listlint.review.summary import not_verified
from listlint.values import NamedTuple

ABOUT, LABEL = "sweep", "listlint"
TITLE = "What listlint found in this list"
MOST_LINES = 100
MOST_KNOWN = 2_000  # fingerprints that the marker keeps
MOST_TEXT, MOST_PATCH = 22_000, 15_000  # characters: with the marker GitHub takes 65,536
CLEAN = "The list is clean."


class Told(NamedTuple):
    """A finding with its list and its fingerprint."""

    report: Report
    finding: Finding
    print: str


class Moves(NamedTuple):
    """What to do: open an issue with this body, or change the one there is; or nothing."""

    body: str = ""
    number: int | None = None
    changes: dict[str, Any] = {}  # noqa: RUF012 - never changed
    new: int = 0


def moves(
    reports: Sequence[Report], issues: Iterable[Issue], owner: str, blob: str, patch: str = ""
) -> Moves:
    """Compare what there is with what the issue says."""
    told = list(_told(reports))
    issue = _ours(issues, owner)
    known = _known(issue)
    new = [each for each in told if each.print not in known]
    body = signed(_text(told, new if issue else [], reports, blob, patch), owner, ABOUT, _few(told))
    if issue is None:
        return Moves(body=body, new=len(told)) if told else Moves()
    if not told:
        return _closed(issue, owner) if issue.open else Moves()
    if not issue.open and not new:
        return Moves()
    return _told_again(issue, body, len(new))


def _told_again(issue: Issue, body: str, new: int) -> Moves:
    """The issue edited in place, if it says anything else than before."""
    marker = read_marker(issue.body)
    same = marker is not None and marker.text == gist(body.rpartition("\n\n")[0])
    if same and issue.open:
        return Moves()
    changes: dict[str, Any] = {"body": body}
    if not issue.open:
        changes["state"] = "open"
    return Moves(number=issue.number, changes=changes, new=new)


def _closed(issue: Issue, owner: str) -> Moves:
    body = signed(CLEAN, owner, ABOUT)
    changes = {"body": body, "state": "closed", "state_reason": "completed"}
    return Moves(number=issue.number, changes=changes)


def _ours(issues: Iterable[Issue], owner: str) -> Issue | None:
    """The newest issue of ours with our marker; an open one before a closed one."""
    found = [
        each
        for each in issues
        if each.own
        and (marker := read_marker(each.body))
        and (marker.owner, marker.about) == (owner, ABOUT)
    ]
    return max(found, key=lambda each: (each.open, each.number), default=None)


def _known(issue: Issue | None) -> frozenset[str]:
    marker = read_marker(issue.body) if issue else None
    return frozenset(marker.findings) if marker else frozenset()


def _few(told: Sequence[Told]) -> list[str]:
    return [each.print for each in told[:MOST_KNOWN]]


def _told(reports: Iterable[Report]) -> Iterator[Told]:
    """Facts first; notes are counted and nothing else."""
    found = [
        Told(report, each, fingerprint(report.papers.path, *each.identity))
        for report in reports
        for each in report.findings
        if each.level != NOTE
    ]
    yield from sorted(found, key=lambda each: -LEVELS.index(each.finding.level))


def _text(
    told: Sequence[Told], new: Sequence[Told], reports: Sequence[Report], blob: str, patch: str
) -> str:
    parts = []
    if new and len(new) < len(told):
        parts.append(f"**{len(new)} new since the last look**\n")
        parts += _lines(new, blob)
        parts.append(f"\n**All {len(told)}**\n")
    facts = [each for each in told if each.finding.level == ERROR]
    others = [each for each in told if each.finding.level != ERROR]
    parts += _lines(facts, blob)
    parts += _lines(others, blob)
    notes = sum(each.level == NOTE for report in reports for each in report.findings)
    if notes:
        parts.append(f"\nAnd {notes} notes: `listlint check --notes` shows them.")
    if unverified := not_verified(together(report.unchecked for report in reports)):
        parts.append(f"\n{unverified}")
    text = _capped("\n".join(parts))
    return f"{text}\n\nThe safe fixes as a patch:\n\n{fenced(patch, 'diff')}" if patch else text


def _capped(text: str) -> str:
    if len(text) <= MOST_TEXT:
        return text
    return text[:MOST_TEXT].rpartition("\n")[0] + "\n- and more: `listlint check` shows all"


def _lines(told: Sequence[Told], blob: str) -> list[str]:
    groups: dict[str, list[Told]] = {}
    for each in told:
        groups.setdefault(each.finding.alike, []).append(each)
    lines: list[str] = []
    for group in groups.values():
        shown = group if len(group) < FLOOD else group[:1]
        more = f" ({len(group)} alike)" if len(group) >= FLOOD else ""
        lines += (f"- {_line(each, blob)}{more}" for each in shown)
    if len(lines) > MOST_LINES:
        lines[MOST_LINES:] = [f"- and {len(lines) - MOST_LINES} more"]
    return lines


def _line(told: Told, blob: str) -> str:
    papers, finding = told.report.papers, told.finding
    line = papers.source.line(finding.start)
    place = Where(papers, blob).line(line, f"{markdown(papers.path)} line {line}")
    return f"{place}: {markdown(finding.message)} `{finding.rule}`"


def patch_of(path: str, old: str, new: str) -> str:
    """A patch that `git apply` takes; nothing where it would be too long."""
    from difflib import unified_diff

    lines = unified_diff(
        old.splitlines(keepends=True),
        new.splitlines(keepends=True),
        f"a/{path}",
        f"b/{path}",
    )
    last = "\n\\ No newline at end of file\n"
    text = "".join(line if line.endswith("\n") else line + last for line in lines)
    return text if len(text) <= MOST_PATCH else ""
