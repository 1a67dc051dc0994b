"""A patch to lines of the new file: which may carry a comment, which are new; nothing is fetched.

GitHub refuses a whole review for one comment on a line outside the hunks, so what can't be made out
of a patch counts as no line at all.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter

from listlint.values import NamedTuple

HEADER = "--- a/list\n+++ b/list\n"  # GitHub's `patch` begins at the first hunk


class Lines(NamedTuple):
    """Lines of a file's head, from 1: ``hunks`` may carry comments, ``added`` stand on a plus."""

    hunks: tuple[tuple[int, int], ...] = ()  # first and last, in order
    added: frozenset[int] = frozenset()
    known: bool = True  # whether there was a patch to read

    def hunk(self, line: int) -> tuple[int, int] | None:
        """The hunk that a comment on ``line`` would stand in."""
        at = bisect_right(self.hunks, line, key=_first) - 1
        return self.hunks[at] if at >= 0 and line <= self.hunks[at][1] else None

    def carries(self, first: int, last: int) -> bool:
        """Whether one comment may span these lines: both ends in one hunk."""
        hunk = self.hunk(first)
        return hunk is not None and last <= hunk[1]

    def touches(self, first: int, last: int) -> bool:
        """Whether one of these lines is new."""
        if last - first > len(self.added):
            return any(first <= line <= last for line in self.added)
        return any(line in self.added for line in range(first, last + 1))


UNKNOWN = Lines(known=False)


def read_patch(patch: str | None) -> Lines:
    """The lines of a patch; of none, or of one cut short, no line is known."""
    if patch is None:
        return UNKNOWN
    from unidiff.errors import UnidiffParseError
    from unidiff.patch import PatchSet

    text = patch if patch.startswith(("diff ", "---")) else HEADER + patch
    try:
        files = PatchSet.from_string(text if text.endswith("\n") else text + "\n")
    except UnidiffParseError:
        return UNKNOWN
    hunks = [hunk for file in files for hunk in file if hunk.target_length]
    return Lines(
        tuple((hunk.target_start, hunk.target_start + hunk.target_length - 1) for hunk in hunks),
        frozenset(line.target_line_no or 0 for hunk in hunks for line in hunk if line.is_added),
    )


def whole_file(text: str) -> Lines:
    """What a patch says of a file that is new: every line."""
    lines = text.count("\n") + (not text.endswith("\n"))  # what follows the last end is no line
    return Lines(((1, lines),), frozenset(range(1, lines + 1))) if text else Lines()


def by_text(before: str, after: str) -> Lines:
    """Where GitHub gives no patch: lines that weren't there before are new, and none carries."""
    left = Counter(before.split("\n"))
    added = set()
    for number, line in enumerate(after.split("\n"), 1):
        left[line] -= 1
        if left[line] < 0:
            added.add(number)
    return Lines((), frozenset(added), known=False)


def _first(hunk: tuple[int, int]) -> int:
    return hunk[0]
