"""The one text beside the comments: what had no place among them, notes, what was listed already.

Pure. It is the job's summary on every run, and a comment only where it says what no other one does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from listlint.finding import Finding
from listlint.lint.missed import Missed
from listlint.lint.missed import said as counts
from listlint.plain import markdown
from listlint.review.bodies import COPIES, SHARED, Where, repeat_line, said
from listlint.review.causes import Cause
from listlint.review.placing import placings
from listlint.review.plan import FLOOD, Part, Review
from listlint.review.quieted import named

MOST_LINES = 40  # of one kind; the rest is counted
MOST_TEXT = 60_000  # characters; GitHub refuses more than 65,536
MORE = "(More than fits in here: the job's own summary has all of it.)"
FOLD_ENDS = "\n</details>\n"
MISPLACED = "misplaced-entry"
PLACES = 3  # lines named of those that say the same
AGAIN = "Something that this change lists is listed already."
CLEAN = "Nothing to say about this change."


def summary(review: Review, remarks: Iterable[str] = (), *, inline: bool = False) -> str:
    """The text; ``remarks`` are sentences of our own, ``inline`` repeats what comments say."""
    lines = [_headline(review)]
    for part in review.parts:
        lines += _part(part, review, inline)
    lines += [f"\n{remark}" for remark in remarks]
    if unverified := not_verified(review.missed):
        lines.append(f"\n{unverified}")
    return "\n".join(lines)


def capped(text: str, most: int = MOST_TEXT) -> str:
    """As many whole lines as a comment takes; what was folded open is closed."""
    if _length(text) <= most:
        return text
    kept: list[str] = []
    for line in text.split("\n"):
        most -= _length(line) + 1
        if most < 0:
            break
        kept.append(line)
    shown = "\n".join(kept)
    folded = shown.count("<details>") > shown.count("</details>")
    return f"{shown}\n{FOLD_ENDS if folded else ''}\n{MORE}"


def _length(text: str) -> int:
    """As GitHub counts it."""
    return len(text.encode("utf-16-le", "replace")) // 2


def not_verified(missed: Missed) -> str:
    """What services couldn't tell, apart from what is wrong; nothing where nobody was asked."""
    if set(missed.by_reason) <= {"offline"}:
        return ""
    return f"Not verified, and not counted as wrong: {'; '.join(counts(missed))}."


def speaks(review: Review) -> bool:
    """Whether the summary says what no comment does, so that it is worth one of its own."""
    return any(
        part.rest or part.comments or (_unsaid(part) and not _by_habit(part))
        for part in review.parts
    )


def _headline(review: Review) -> str:
    causes = [cause for part in review.parts for cause in part.caused.causes]
    said = len(review.comments) + sum(len(part.rest) for part in review.parts)
    if not said:
        return AGAIN if any(map(_unsaid, review.parts)) else CLEAN
    counted = ", ".join(
        _count(sum(cause.finding.level == level for cause in causes), word)
        for level, word in (("error", "fact"), ("warning", "remark"), ("note", "note"))
    )
    return f"What this change brings: {counted}."


def _part(part: Part, review: Review, inline: bool) -> Iterator[str]:
    """What is said of one list."""
    where = part.where
    if len(review.parts) > 1:
        yield f"\n**{markdown(where.papers.path)}**"
    if not part.known:
        yield "\nThe changed lines couldn't be had, so nothing is said inline."
    commented = [
        cause
        for each in review.comments
        if inline and each.path == where.papers.path
        for cause in each.causes
    ]
    if part.rest or commented:
        yield ""
        yield from _listed(_lines([*commented, *part.rest], where))
    if part.dismissed:
        yield f"\n{_count(part.dismissed, 'remark')} that somebody resolved: not said again."
    unsaid = _unsaid(part)
    if unsaid:
        yield "\nListed already:\n"
        yield from _listed(unsaid)
    notes = [cause for cause in part.notes if not (unsaid and cause.finding.rule in COPIES)]
    yield from _folded("note", _lines(notes, where))
    if part.comments:
        yield "\nComments to listlint that this change adds:\n"
        yield from _listed(named(part.comments, where))
    told = [cause.entry.index for cause in notes if cause.finding.rule == MISPLACED and cause.entry]
    yield from _folded("added paper", placings(where, told), " whose section may be another")
    yield from _folded("older fault", _stood(part.caused.before, where), " on entries touched here")


def _lines(causes: Sequence[Cause], where: Where) -> list[str]:
    """A line for each; ten and more that say the same are one, with their number."""
    groups: dict[str, list[Cause]] = {}
    for cause in causes:
        groups.setdefault(cause.finding.alike, []).append(cause)
    lines: list[str] = []
    for group in groups.values():
        if len(group) < FLOOD:
            lines += (_line(each, where) for each in group)
        else:
            others = ", ".join(where.line(each.first) for each in group[1:PLACES])
            lines.append(f"{_line(group[0], where)} ({len(group)} alike: also {others}, …)")
    return lines


def _line(cause: Cause, where: Where) -> str:
    return f"{where.line(cause.first)}: {said(cause, where)} `{cause.finding.rule}`"


def _stood(findings: Sequence[Finding], where: Where) -> list[str]:
    source = where.papers.source
    return [
        f"{where.line(source.line(each.start))}: {markdown(each.message)} `{each.rule}`"
        for each in findings
    ]


def _unsaid(part: Part) -> list[str]:
    """Added papers that were listed already and that no finding above speaks of."""
    spoken = {cause.entry.index for cause in _about_copies(part) if cause.entry}
    return [
        repeat_line(each, part.where)
        for each in part.caused.repeats
        if each.added.index not in spoken
    ]


def _about_copies(part: Part) -> list[Cause]:
    quiet = {id(cause) for cause in part.notes}
    return [
        each
        for each in part.caused.causes
        if each.finding.rule in (*COPIES, SHARED) and id(each) not in quiet
    ]


def _by_habit(part: Part) -> bool:
    """Whether the list puts papers into several sections: then no rule remarks on it."""
    return not any(cause.finding.rule in COPIES for cause in part.notes)


def _folded(what: str, lines: list[str], where: str = "") -> Iterator[str]:
    if not lines:
        return
    yield f"\n<details><summary>{_count(len(lines), what)}{where}</summary>\n"
    yield from _listed(lines)
    yield "\n</details>"


def _listed(lines: list[str]) -> Iterator[str]:
    yield from (f"- {line}" for line in lines[:MOST_LINES])
    if len(lines) > MOST_LINES:
        yield f"- and {len(lines) - MOST_LINES} more"


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"
