"""Where a list's own sections would put the papers that a change adds: for the summary alone.

Pure. It is a ranking and no finding: nothing is counted, and no comment is made of it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from listlint.changes import compare
from listlint.paperlist import Entry, PaperList
from listlint.placement import Lesson, taught, tells
from listlint.placement.fitting import Fit, fitting
from listlint.plain import code_span, markdown
from listlint.review.bodies import Where

MOST_SECTIONS, MOST_WORDS = 3, 3


def placings(where: Where, but: Collection[int] = ()) -> list[str]:
    """A line for each added paper that stands elsewhere than in the section that suits it best, or
    that none suits; ``but`` (indices of entries) is spoken of already."""
    papers = where.papers
    if papers.before is None:
        return []
    added = (papers.entries[index] for index in compare(papers.before, papers).added)
    new = [each for each in added if each.kind == "paper" and each.index not in but]
    if not new:
        return []
    lesson = taught(papers)
    return list(_lines(where, lesson, new)) if tells(papers, lesson) else []


def _lines(where: Where, lesson: Lesson, new: list[Entry]) -> Iterator[str]:
    for entry in new:
        found = fitting(lesson, entry.title, entry)
        fits = found.fits[:MOST_SECTIONS]
        line = where.line(entry.lines[0])
        if fits and not _stands_in(where.papers, entry, fits[0]):
            first, *others = fits
            words = ", ".join(map(code_span, first.words[:MOST_WORDS]))
            then = "".join(f", then {_name(other)}" for other in others)
            yield f"{line}: {_name(first)} ({words}){then}"
        elif not fits and found.strange:
            words = ", ".join(map(code_span, found.strange[:MOST_WORDS]))
            yield f"{line}: nothing here is like it; no section is about {words}"


def _stands_in(papers: PaperList, entry: Entry, fit: Fit) -> bool:
    """In the section itself, or in one within it: its years, say."""
    at = entry.section
    while at is not None:
        if at == fit.place.section.index:
            return True
        at = papers.sections[at].parent
    return False


def _name(fit: Fit) -> str:
    return f"*{markdown(fit.place.title)}*"
