"""What a list itself says to listlint, in comments: which findings to keep quiet, and why.

It only reads them; what they hide is decided where findings are.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from listlint.paperlist import Entry, PaperList
from listlint.values import NamedTuple

MARK = "listlint:"
MOST_RULES = 200  # that one comment may name; there are fewer, and each is looked for
IGNORE, IGNORE_FILE, OFF, ON = WORDS = ("ignore", "ignore-file", "off", "on")


class Comment(NamedTuple):
    """`<!-- listlint: WORD RULE, RULE -- WHY -->`."""

    word: str
    rules: tuple[str, ...]
    why: str
    start: int
    end: int
    entry: Entry | None  # the one it stands in


def comments(papers: PaperList) -> tuple[Comment, ...]:
    """The comments that speak to listlint, in the order of the text."""
    if MARK not in papers.text:  # nearly always: no node is looked at
        return ()
    return tuple(_comments(papers))


def _comments(papers: PaperList) -> Iterator[Comment]:
    for node in papers.document.walk():
        if node.kind == "comment" and node.value.lstrip().startswith(MARK):
            said, *why = re.split("--|—", node.value.strip().removeprefix(MARK), maxsplit=1)
            word, *rules = said.replace(",", " ").split() or [""]
            reason = why[0].strip() if why else ""
            entry = entry_at(papers, node.start)
            names = tuple(dict.fromkeys(rules))[:MOST_RULES]
            yield Comment(word, names, reason, node.start, node.end, entry)


def entry_at(papers: PaperList, offset: int) -> Entry | None:
    """The entry that holds ``offset``, or ends there."""
    at = bisect_right(papers.entries, offset, key=lambda entry: entry.span.start) - 1
    entry = papers.entries[at] if at >= 0 else None
    return entry if entry is not None and offset <= entry.span.end else None


def written(rules: tuple[str, ...], why: str = "") -> str:
    """The comment that silences ``rules``."""
    reason = f" -- {why}" if why else ""
    return f"<!-- {MARK} {IGNORE} {', '.join(rules)}{reason} -->"
