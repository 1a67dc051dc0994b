"""The last line of what people read: what was and what wasn't seen, of a clean list too."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from listlint.finding import NOTE, SHOWN, Finding
from listlint.formats import Look
from listlint.lint.gather import Report
from listlint.lint.missed import said, together


def closing(reports: Sequence[Report], findings: Iterable[Finding], look: Look) -> str:
    """``116 entries read (3 items not understood), 41 findings, 36 fixable; 12 links …``."""
    findings = list(findings)
    entries = sum(len(report.papers.entries) for report in reports)
    unread = sum(len(report.papers.unread) for report in reports)
    files = f" in {len(reports)} files" if len(reports) > 1 else ""
    parts = [
        f"{counted(entries, 'entry', 'entries')} read"
        f" ({counted(unread, 'item', 'items')} not understood){files}",
        counted(len(findings), "finding", "findings"),
        f"{sum(map(fixable, findings))} fixable",
        *_notes(reports, look),
    ]
    return "; ".join([", ".join(parts), *_missed(reports)])


def counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def fixable(finding: Finding) -> bool:
    """Whether mending it is a matter of applying edits."""
    return finding.fix is not None and finding.fix.safety != SHOWN and bool(finding.fix.edits)


def _notes(reports: Sequence[Report], look: Look) -> list[str]:
    notes = sum(each.level == NOTE for report in reports for each in report.findings)
    hidden = not look.notes and notes
    return [f"{counted(notes, 'note', 'notes')} (--notes shows them)"] if hidden else []


def _missed(reports: Sequence[Report]) -> list[str]:
    """What isn't said: of links that nobody asked about, findings known before or past the cap."""
    missed = said(together(report.unchecked for report in reports))
    more = sum(report.more for report in reports)
    known = sum(report.known for report in reports)
    if known:
        missed.append(f"{counted(known, 'finding', 'findings')} known from before")
    return [*missed, f"{counted(more, 'finding', 'findings')} more not listed"] if more else missed
