"""What shall stand on a pull request: comments, the summary, the colour; pure.

It decides when the bot speaks: on what the change causes, once an entry, facts first, and no more
often than agreed. Who posts it, and what stands there already, is not decided here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from listlint.comments import Comment as Said
from listlint.facts import EMPTY, Answers
from listlint.finding import ERROR, LEVELS, NOTE, SAFE, Finding, at_least
from listlint.lint.gather import Report
from listlint.lint.missed import NONE, Missed, together
from listlint.review.bodies import Where, comment_body
from listlint.review.causes import Cause, Caused, caused
from listlint.review.diff import Lines
from listlint.review.markers import fingerprint
from listlint.review.suggest import offered, suggest
from listlint.values import NamedTuple

SPOKEN_NOTES = ("missing-code-link",)  # notes that are comments, if there is something to apply
FLOOD = 10  # alike ones are one line of the summary
SUCCESS, FAILURE = "success", "failure"
INLINE, SUMMARY, NOTHING = "inline", "summary", "none"


class Wishes(NamedTuple):
    """How a maintainer wants it: the action's inputs as far as they decide what is said."""

    fail_on: str = ERROR
    comment: str = INLINE
    most: int = 10
    min_level: str = "warning"
    distant: frozenset[str] = frozenset()  # rules whose findings a change elsewhere may cause
    dismissed: frozenset[str] = frozenset()  # fingerprints of what somebody resolved
    known: frozenset[str] = frozenset()  # fingerprints of what stands there already


class Reviewed(NamedTuple):
    """One list of the pull request: what it is now, what it was, and its changed lines."""

    head: Report
    base: Report | None
    lines: Lines
    blob: str = ""  # where its lines can be looked at
    comments: tuple[Said, ...] = ()  # to listlint, that the change adds to the list
    answers: Answers = EMPTY  # that the head was judged with


class Comment(NamedTuple):
    """What is said on one entry, on lines of the head that may carry it."""

    path: str
    first: int
    last: int
    body: str
    words: str  # the same without a suggestion, for lines that can't carry one
    suggestion: str | None
    causes: tuple[Cause, ...]
    about: str  # the entry's fingerprint
    findings: tuple[str, ...]  # the findings' fingerprints

    @property
    def start_line(self) -> int | None:
        return self.first if self.first < self.last else None


class Part(NamedTuple):
    """What is said of one list beside the comments."""

    where: Where
    caused: Caused
    rest: tuple[Cause, ...]  # findings that would be comments, but for room or place
    notes: tuple[Cause, ...]
    known: bool  # whether its changed lines are known
    dismissed: int = 0  # findings that somebody resolved
    comments: tuple[Said, ...] = ()  # to listlint, that the change adds to the list


class Review(NamedTuple):
    """All that shall be said."""

    conclusion: str
    comments: tuple[Comment, ...]
    parts: tuple[Part, ...]
    missed: Missed = NONE  # what nobody could say anything about


def plan(lists: Sequence[Reviewed], wishes: Wishes) -> Review:
    """The review of a pull request that touches these lists."""
    drafts: list[Comment] = []
    parts: list[Part] = []
    for each in lists:
        found = caused(each.base, each.head, each.lines, wishes.distant)
        where = Where(each.head.papers, each.blob)
        said = [one for one in found.causes if not _dismissed(one, each, wishes)]
        speaking, rest, notes = _split(said, wishes, each)
        made = [_comment(group, where, each) for group in _by_entry(speaking)]
        drafts += made
        silent = len(found.causes) - len(said)
        known = each.lines.known
        parts.append(Part(where, found, tuple(rest), tuple(notes), known, silent, each.comments))
    kept, left = _gravest(drafts, wishes)
    red = any(_fails(part.caused.causes, wishes.fail_on) for part in parts)
    placed = tuple(_with(part, left) for part in parts)
    missed = together(each.head.unchecked for each in lists)
    return Review(FAILURE if red else SUCCESS, tuple(kept), placed, missed)


def _dismissed(cause: Cause, each: Reviewed, wishes: Wishes) -> bool:
    return fingerprint(each.head.papers.path, *cause.finding.identity) in wishes.dismissed


def _split(
    causes: Sequence[Cause], wishes: Wishes, each: Reviewed
) -> tuple[list[Cause], list[Cause], list[Cause]]:
    """Causes that are comments, those that only the summary names, and notes."""
    speaking: list[Cause] = []
    rest: list[Cause] = []
    notes: list[Cause] = []
    alike = Counter(cause.finding.alike for cause in causes)
    for cause in causes:
        if not _loud(cause.finding, wishes.min_level):
            notes.append(cause)
        elif wishes.comment == INLINE and _may_stand(cause, each.lines, alike):
            speaking.append(cause)
        else:
            rest.append(cause)
    return speaking, rest, notes


def _loud(finding: Finding, floor: str) -> bool:
    if finding.level == NOTE and floor != NOTE:
        return finding.rule in SPOKEN_NOTES and bool(offered(finding))
    return at_least(finding.level, floor)


def _may_stand(cause: Cause, lines: Lines, alike: Counter[str]) -> bool:
    if not cause.placed or lines.hunk(cause.first) is None:
        return False
    return alike[cause.finding.alike] < FLOOD


def _by_entry(causes: Iterable[Cause]) -> list[list[Cause]]:
    """Causes that one comment carries: those of one entry, else of one line."""
    groups: dict[tuple[str, int], list[Cause]] = {}
    for cause in causes:
        place = ("entry", cause.entry.index) if cause.entry else ("line", cause.first)
        groups.setdefault(place, []).append(cause)
    return list(groups.values())


def _comment(causes: list[Cause], where: Where, each: Reviewed) -> Comment:
    papers, entry = each.head.papers, causes[0].entry
    within = entry.lines if entry else (causes[0].first, causes[0].last)
    findings = [cause.finding for cause in causes]
    made = suggest(papers.source, [*findings, *_riding(each, causes)], within, each.lines)
    if made and not any(one is done for one in findings for done in made.fixed):
        made = None  # nothing but what is never a comment of its own
    first, last = (made.first, made.last) if made else (causes[0].first, causes[0].first)
    key = entry.key if entry else findings[0].key
    return Comment(
        papers.path,
        first,
        last,
        comment_body(causes, made, where),
        comment_body(causes, None, where),
        made.text if made else None,
        tuple(causes),
        fingerprint(papers.path, key),
        tuple(fingerprint(papers.path, *one.identity) for one in findings),
    )


def _riding(each: Reviewed, causes: list[Cause]) -> list[Finding]:
    """Blanks at line ends of the same entry: never a comment, mended along."""
    entry = causes[0].entry
    if entry is None:
        return []
    start, end = entry.span
    return [
        one
        for one in each.head.findings
        if one.rule == "trailing-blank" and start <= one.start and one.end <= end + 2
    ]


def _gravest(drafts: Sequence[Comment], wishes: Wishes) -> tuple[list[Comment], list[Cause]]:
    """No more comments than agreed, facts first, and of equals those that stand there already;
    in the order of the text. And what is left."""

    def rank(each: Comment) -> tuple[int, bool, str, int]:
        return -_gravity(each), wishes.known.isdisjoint(each.findings), each.path, each.last

    ranked, most = sorted(drafts, key=rank), max(wishes.most, 0)
    kept, left = ranked[:most], ranked[most:]
    kept.sort(key=lambda each: (each.path, each.last))
    return kept, [cause for each in left for cause in each.causes]


def _gravity(comment: Comment) -> int:
    return max(LEVELS.index(cause.finding.level) for cause in comment.causes)


def demoted(review: Review, comments: Iterable[Comment]) -> Review:
    """The review with these comments moved into the summary: nothing is lost."""
    fallen = {id(each) for each in comments}
    left = [cause for each in review.comments if id(each) in fallen for cause in each.causes]
    return review._replace(
        comments=tuple(each for each in review.comments if id(each) not in fallen),
        parts=tuple(_with(part, left) for part in review.parts),
    )


def _with(part: Part, left: Sequence[Cause]) -> Part:
    """The part with what had no room among the comments."""
    own = {id(cause) for cause in part.caused.causes}
    more = [cause for cause in left if id(cause) in own]
    return part._replace(rest=(*part.rest, *more)) if more else part


def _fails(causes: Iterable[Cause], fail_on: str) -> bool:
    return fail_on in LEVELS and any(_colours(cause.finding, fail_on) for cause in causes)


def _colours(finding: Finding, fail_on: str) -> bool:
    """Whether a finding turns the check red. By default that is kept for facts that somebody has to
    decide about: what a click mends, and can't mend wrongly, holds up nobody."""
    if fail_on == ERROR and finding.fix is not None and finding.fix.safety == SAFE:
        return False
    return at_least(finding.level, fail_on)
