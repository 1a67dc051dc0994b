"""Comments to listlint that a change adds: those for one entry are named, wider ones have no force.

Pure. A stranger may say that one entry is meant as it stands; nobody switches the rules off for a
whole list by way of a pull request.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from listlint.comments import IGNORE, Comment, comments
from listlint.paperlist import PaperList
from listlint.plain import code_span, markdown
from listlint.review.bodies import Where
from listlint.source import Source


def added(before: PaperList | None, papers: PaperList) -> list[Comment]:
    """Comments that the list hadn't before."""
    known = Counter(_words(each, before) for each in comments(before)) if before else Counter()
    found = []
    for each in comments(papers):
        words = _words(each, papers)
        known[words] -= 1
        if known[words] < 0:
            found.append(each)
    return found


def without_force(source: Source, wide: Sequence[Comment]) -> Source:
    """The same text to the letter, but that these comments speak to nobody."""
    text = source.text
    for each in wide:
        said = text[each.start : each.end].replace("listlint:", "listlint;", 1)
        text = text[: each.start] + said + text[each.end :]
    return Source(text, bom=source.bom)


def is_wide(comment: Comment) -> bool:
    return comment.word != IGNORE


def named(found: Sequence[Comment], where: Where) -> list[str]:
    """A line of the summary for each."""
    line = where.papers.source.line
    return [f"{where.line(line(each.start))}: {_named(each)}" for each in found]


def _named(comment: Comment) -> str:
    said = code_span(" ".join([comment.word, *comment.rules]))
    why = f" ({markdown(comment.why)})" if comment.why else ""
    force = "has no force in this pull request" if is_wide(comment) else "keeps its entry quiet"
    return f"{said}{why} {force}"


def _words(comment: Comment, papers: PaperList) -> str:
    return papers.text[comment.start : comment.end]
