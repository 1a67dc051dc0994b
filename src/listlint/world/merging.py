"""What several registries say of one thing, made one answer; pure, and it prefers nobody's wording.

``also`` names who says the same, ``against`` who says otherwise: two that agree prove more than
one, and where two differ nothing is proven.
"""

from __future__ import annotations

from collections.abc import Iterable

from listlint.facts import Answer
from listlint.knowledge import venues

_LINE = "\n"
COMMENT = "the authors' comment"


def merged(found: Iterable[Answer]) -> Answer:
    """The first answer that says something, and what the others think of it."""
    answers = list(found)
    telling = [answer for answer in answers if answer.says.get("venue")]
    first, *others = telling or [answer for answer in answers if answer.says] or answers
    if "venue" not in first.says:
        return first
    alike = [each.source for each in others if _said(each) == _said(first)]
    unlike = [each.source for each in others if _said(each) != _said(first)]
    if any(_hints(each, first) for each in answers):
        alike.append(COMMENT)
    says = dict(first.says)
    says.pop("hint", None)
    if alike:
        says["also"] = _LINE.join(alike)
    if unlike or "against" in says:
        says["against"] = _LINE.join([*filter(None, [says.get("against")]), *unlike])
    return first._replace(says=says)


def _hints(answer: Answer, first: Answer) -> bool:
    """Whether the authors' own comment says the same as the record does."""
    told = (first.says["venue"], first.says.get("year", ""), first.says.get("track", ""))
    return answer.says.get("hint") == " ".join(filter(None, told))


def _said(answer: Answer) -> tuple[str, str, str]:
    """Venue, year and track, the venue as it is understood."""
    venue = answer.says.get("venue", "")
    read = venues.read(venue)
    known = read.id if read is not None and read.id else venue.casefold()
    return known, answer.says.get("year", ""), answer.says.get("track", "")
