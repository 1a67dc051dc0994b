"""Where an entry is written otherwise than its family: one deviation a place, with what is due.

Marks are put right only together: what opens and what closes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from listlint.finding import Edit
from listlint.paperlist import Entry, PaperList
from listlint.style.judging import Wrong, wrong_gaps
from listlint.style.votes import PARTS, Habit, Habits, Survey
from listlint.style.wraps import Bare, Wraps, bare_fields
from listlint.style.written import Written
from listlint.values import NamedTuple

MARKS = ("close", "open")
Due = dict[int, str]  # how gaps are to read


class Deviation(NamedTuple):
    """A place that differs, or several that only together can be put right."""

    entry: Entry
    places: tuple[Edit, ...]  # what is due there
    fields: tuple[str, str]  # those around the first place
    habit: Habit  # of what differs there
    text: str  # how the first place reads now
    due: str  # how the family writes it
    seen: bool  # whether the difference shows on the page
    uses: int  # how many write it so


def deviations(
    papers: PaperList, found: Survey, habits: Habits, wraps: Wraps
) -> Iterator[Deviation]:
    """All that differ, in the order of the entries."""
    wrong: defaultdict[int, list[Wrong]] = defaultdict(list)
    bare: defaultdict[int, list[Bare]] = defaultdict(list)
    for each in wrong_gaps(papers, found, habits):
        wrong[each.gap[0]].append(each)
    for field in bare_fields(papers, found, wraps):
        bare[field.gap[0]].append(field)
    for index in sorted({*wrong, *bare}):
        entry = papers.entries[index]
        if not _says_more(entry):
            continue  # a title alone may be anything
        gaps = Written(found.skeletons[index], entry, papers.text)
        yield from _of_entry(gaps, sorted(wrong[index], key=_where), bare[index])


def _says_more(entry: Entry) -> bool:
    """Whether an entry says more than its title."""
    venue = entry.venue is not None and "venue" not in entry.inherited
    if venue and entry.venue is not None:
        venue = not entry.title_span.start <= entry.venue.span.start < entry.title_span.end
    return bool(entry.links or entry.authors or venue)


def _where(wrong: Wrong) -> int:
    return wrong.gap[1]


def _of_entry(gaps: Written, wrong: list[Wrong], bare: list[Bare]) -> Iterator[Deviation]:
    """The deviations of one entry: each by itself, those of marks together."""
    marks = [each for each in wrong if any(part in each.due for part in MARKS)]
    due = _marked(gaps, marks)
    if due:
        yield _deviation(gaps, marks[0], due, any(gaps.seen(w.gap[1], w.due) for w in marks))
    else:
        yield from _wrapped(gaps, bare)
    for each in wrong:
        n = each.gap[1]
        if each not in marks and not gaps.excused(n, each.due):
            yield _deviation(gaps, each, {n: gaps.due(n, each.due)}, gaps.seen(n, each.due))


def _marked(gaps: Written, marks: list[Wrong]) -> Due:
    """Marks put right: all that differ, or one that opens and is closed behind its field."""
    if not marks:
        return {}
    due = {each.gap[1]: gaps.due(each.gap[1], each.due) for each in marks}
    if gaps.sound(due):
        return due
    for each in marks:
        n = each.gap[1]
        parts = gaps.parts[n]
        if parts is None or "open" not in each.due:
            continue
        missing = each.due["open"].form.removeprefix(parts.open)
        if missing != each.due["open"].form or not parts.open:
            due = gaps.around_field(n, missing)
            if gaps.sound(due):
                return due
    return {}


def _wrapped(gaps: Written, bare: list[Bare]) -> Iterator[Deviation]:
    """Fields without the marks that are set around them elsewhere."""
    lacking: tuple[int, tuple[str, ...]] | None = None
    for each in bare:
        n = each.gap[1]
        if lacking and n <= lacking[0] + 1 and each.missing == lacking[1]:
            continue  # the field before lacks the very same
        lacking = each.last, each.missing
        due = gaps.around_field(n, "".join(each.missing), each.last)
        if gaps.sound(due):
            wrong = Wrong(each.gap, {"open": each.wrap.habit}, each.uses)
            yield _deviation(gaps, wrong, due, True)


def _deviation(gaps: Written, wrong: Wrong, due: Due, seen: bool) -> Deviation:
    n = min(due)
    part = next(p for p in (*MARKS, *PARTS) if p in wrong.due)
    edits = tuple(Edit(*gaps.bones.place(at, gaps.entry), text) for at, text in due.items())
    around, now = gaps.around(n), gaps.bones.gaps[n]
    return Deviation(gaps.entry, edits, around, wrong.due[part], now, due[n], seen, wrong.uses)
