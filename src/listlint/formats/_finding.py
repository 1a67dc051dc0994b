"""One finding, or a group of alike ones, as lines for people; which are shown is decided before."""

from __future__ import annotations

from collections.abc import Iterator

from listlint.finding import SHOWN, Finding, Fix
from listlint.formats import Look
from listlint.formats._groups import PLACES, Group
from listlint.formats._paint import Paint
from listlint.formats._snippet import GUTTER, snippet
from listlint.lint.gather import Report
from listlint.plain import terminal

MOST_RELATED = 3
LONGEST_FIX = 60
MARGIN = " " * (GUTTER + 1)


def one(report: Report, finding: Finding, look: Look) -> Iterator[str]:
    """A finding with its line, the mark below, other places and the fix."""
    paint = Paint(look.colour)
    yield _head(report, finding, paint) + terminal(finding.message)
    seen = snippet(report.papers.source, finding.start, finding.end, look.width)
    yield f"{paint.faint(f'{seen.number} |')} {seen.line}".rstrip()
    mark = paint.level(finding.level, seen.mark)
    yield f"{paint.faint(f'{MARGIN}|')} {' ' * seen.indent}{mark}"
    for each in finding.related[:MOST_RELATED]:
        yield f"{MARGIN}= {place(report, each.start)}: {terminal(each.message)}"
    if len(finding.related) > MOST_RELATED:
        yield f"{MARGIN}= and {len(finding.related) - MOST_RELATED} more places"
    if finding.fix is not None:
        yield f"{MARGIN}= fix: {_fix(report, finding, finding.fix)}"


def several(report: Report, group: Group, look: Look) -> str:
    """Alike findings in one line: the first speaks, the others are counted and some are placed."""
    others = [report.papers.source.line(each.start) for each in group.findings[1:]]
    lines = ", ".join(map(str, list(dict.fromkeys(others))[: PLACES - 1]))
    alike = f" ({len(group.findings)} alike: also on lines {lines}, …)"
    return _head(report, group.first, Paint(look.colour)) + terminal(group.first.message) + alike


def place(report: Report, offset: int) -> str:
    """A place as editors and terminals understand it."""
    line, column = report.papers.source.position(offset)
    return f"{terminal(report.papers.path)}:{line}:{column}"


def _head(report: Report, finding: Finding, paint: Paint) -> str:
    level = paint.level(finding.level, finding.level)
    return f"{paint.bold(place(report, finding.start))}: {level} {paint.bold(finding.rule)}: "


def _fix(report: Report, finding: Finding, fix: Fix) -> str:
    """What will stand there if the fix is one edit of the marked place; else the fix's title."""
    if fix.safety == SHOWN or not fix.edits:
        return terminal(fix.title)
    words = fix.title
    if len(fix.edits) == 1:
        edit = fix.edits[0]
        whole = (edit.start, edit.end) == (finding.start, finding.end)
        if whole and edit.text.strip() and "\n" not in edit.text and len(edit.text) <= LONGEST_FIX:
            words = edit.text
    return f"{terminal(words)}   ({fix.safety})"
