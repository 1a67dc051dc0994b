"""What several registries say of one thing, made one answer; pure, and it prefers nobody's wording.

``also`` names who says the same, ``against`` who says otherwise: two that agree prove more than
one, and where two differ nothing is proven.
"""

from __future__ import annotations

from collections.abc import Iterable

from listlint.facts import Answer
from listlint.knowledge import venues

_LINE = "\n"


def merged(found: Iterable[Answer]) -> Answer:
    """The first answer that says something, and what the others think of it."""
    answers = list(found)
    telling = [answer for answer in answers if answer.says.get("venue")]
    first, *others = telling or [answer for answer in answers if answer.says] or answers
    if not others or "venue" not in first.says:
        return first
    alike = [each.source for each in others if _said(each) == _said(first)]
    unlike = [each.source for each in others if _said(each) != _said(first)]
    says = dict(first.says)
    if alike:
        says["also"] = _LINE.join(alike)
    if unlike:
        says["against"] = _LINE.join(unlike)
    return first._replace(says=says)


def _said(answer: Answer) -> tuple[str, str, str]:
    """Venue, year and track, the venue as it is understood."""
    venue = answer.says.get("venue", "")
    read = venues.read(venue)
    known = read.id if read is not None and read.id else venue.casefold()
    return known, answer.says.get("year", ""), answer.says.get("track", "")
