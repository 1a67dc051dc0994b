"""Entries held against pinned templates: what stands elsewhere than the template says.

Layout alone is judged: a label or a word that differs is another rule's matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from listlint.errors import UserError
from listlint.finding import Edit
from listlint.paperlist import Entry, PaperList
from listlint.style.deviations import Deviation
from listlint.style.fields import Skeleton
from listlint.style.learning import Case, cases, table_headers, with_whole_venue
from listlint.style.printing import printed
from listlint.style.template import Template, parse
from listlint.style.values import LinkValue, Named, values_of
from listlint.style.votes import Habit, Survey
from listlint.style.words import END, START
from listlint.values import NamedTuple

MARKER = "\ue000"  # stands for a value; a number and another follow
PINNED = Habit("", 0, 0)  # no vote: the configuration says so


class Part(NamedTuple):
    """What stands between two values of an entry, and what is due there."""

    start: int
    end: int
    now: str
    due: str
    fields: tuple[str, str]
    links: bool = False  # a link stands at one of its ends
    asked: bool = False  # a question stands before it


@cache
def templates(texts: tuple[str, ...]) -> tuple[Template, ...]:
    """Pinned templates, read."""
    return tuple(map(parse, texts))


def pinned_deviations(papers: PaperList, found: Survey) -> Iterator[Deviation]:
    """Where entries differ from the pinned templates."""
    assert papers.pinned is not None
    known = templates(papers.pinned.entry)
    fitting = 0
    total = 0
    for case in cases(papers, found, table_headers(papers)):
        total += 1
        template = suits(known, case)
        if template is None:
            continue
        fitting += 1
        bones = found.skeletons[case.entry.index]
        yield from _deviations(papers.text, template, case, bones)
    if total and not fitting:
        raise UserError(_no_fit(papers, found))


def _no_fit(papers: PaperList, found: Survey) -> str:
    from listlint.style.learning import learn_templates

    assert papers.pinned is not None
    learnt = learn_templates(papers, found)
    own = learnt[0].template.text.replace("\n", "\\n") if learnt else ""
    where = papers.pinned.where or "the configuration"
    nearest = f": its own way of writing is `{own}`" if own else ": write one of its entries"
    return f"{where}: style.entry: no entry of {papers.path} is written so{nearest}"


def suits(known: Sequence[Template], case: Case) -> Template | None:
    """The template that has a place for all that an entry says, and fewest it leaves empty."""
    best: tuple[tuple[int, int], Template] | None = None
    for template in known:
        if template.row != (case.entry.shape == "row"):
            continue
        each = _whole(template, case)
        made = printed(template, each.values)
        rank = (made.torn, made.absent)
        if not made.left and (best is None or rank < best[0]):
            best = (rank, template)
    return best[1] if best else None


def _whole(template: Template, case: Case) -> Case:
    """The entry with its venue as one value, if the template has no place for its year."""
    names = {slot.name for slot in template.slots}
    return with_whole_venue(case) if "venue" in names and "year" not in names else case


def _deviations(text: str, template: Template, case: Case, bones: Skeleton) -> Iterator[Deviation]:
    parts = _parts(text, template, _whole(template, case), bones)
    wrong = [part for part in parts if part.now != part.due and _judged(part)]
    marks = [part for part in wrong if _marks(part.now) != _marks(part.due)]
    if marks and _balanced(marks):
        yield _deviation(case.entry, marks)
    for part in wrong:
        if part not in marks:
            yield _deviation(case.entry, [part])


def _parts(text: str, template: Template, case: Case, bones: Skeleton) -> list[Part]:
    """What stands between the values of an entry, if the template has them in the same order."""
    spans = _places(text, case, bones)
    if spans is None:
        return []
    named = [_marked(each, n) for n, each in enumerate(case.named)]
    made = printed(template, values_of(named)).text
    edges = [case.entry.span.start, *(p for span in spans for p in span), _end(text, case.entry)]
    due = [made]
    for n in range(len(spans)):
        before, mark, behind = due[-1].partition(_mark(n))
        if not mark:
            return []
        due[-1:] = [before, behind]
    names = [START, *(each.slot.name for each in case.named), END]
    linked = [False, *(each.slot.kind in ("link", "links") for each in case.named), False]
    return [
        Part(
            start,
            end,
            text[start:end],
            due[n],
            (names[n], names[n + 1]),
            linked[n] or linked[n + 1],
            text[start - 1 : start] in ("?", "!"),
        )
        for n, (start, end) in enumerate(zip(edges[::2], edges[1::2], strict=True))
    ]


def _mark(n: int) -> str:
    return f"{MARKER}{n}{MARKER}"


def _marked(named: Named, n: int) -> Named:
    """The field with a sign in place of its value, or of its address."""
    if named.link is None:
        return named._replace(value=_mark(n), sign=False)
    link = named.link
    return named._replace(link=LinkValue(link.name, link.label, _mark(n), link.kind))


def _places(text: str, case: Case, bones: Skeleton) -> list[tuple[int, int]] | None:
    """Where each value stands in the text."""
    at = case.entry.span.start
    out = []
    for each in case.named:
        said = each.link.url if each.link is not None else each.value
        start = text.find(said, at, case.entry.span.end)
        if start < 0:
            return None
        at = start + len(said)
        out.append((start, at))
    return out


def _end(text: str, entry: Entry) -> int:
    return entry.span.start + len(text[entry.span.start : entry.span.end].rstrip())


def _judged(part: Part) -> bool:
    """Whether layout differs, and no word, padding of a cell or a link's brackets."""
    if _letters(part.now) != _letters(part.due):
        return False
    if "|" in part.now + part.due and (
        part.now.split() == part.due.split() or part.now.count("|") != part.due.count("|")
    ):
        return False
    if part.asked and part.due[:1] in (",", ".") and part.now.strip() == part.due[1:].strip():
        return False  # behind a question mark none is due
    return not part.links or _unbracketed(part.now) != _unbracketed(part.due)


def _unbracketed(text: str) -> str:
    return "".join(c for c in text if c not in "[]()")


def _letters(text: str) -> str:
    """The words of a gap; tags are none."""
    text = re.sub(r"</?[a-zA-Z][^<>]*>", "", text) if "<" in text else text
    return "".join(c for c in text if c.isalnum())


def _marks(text: str) -> str:
    return "".join(c for c in text if c in '*_`"“”[](){}<>')


def _balanced(parts: list[Part]) -> bool:
    """Whether marks that come are as many as marks that go, or come in pairs."""
    return len(parts) > 1 or len(_marks(parts[0].now + parts[0].due)) % 2 == 0


def _deviation(entry: Entry, parts: list[Part]) -> Deviation:
    first = parts[0]
    edits = tuple(Edit(part.start, part.end, part.due) for part in parts)
    seen = any(part.now.split() != part.due.split() or "\n" not in part.now for part in parts)
    return Deviation(entry, edits, first.fields, PINNED, first.now, first.due, seen, 1)
