"""Templates made from a list: the way of writing that prints most of its entries, then the rest's.

A list has one template for each shape that enough of its entries have. It is slower than counting
votes, and only run when somebody wants to see a template or have an entry printed.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from listlint.paperlist import Entry, PaperList
from listlint.style.labelling import COMMON, named_labels
from listlint.style.merging import merged_notes, merged_venue
from listlint.style.printing import printed
from listlint.style.rows import Row, learn_row, row_cells, unpadded
from listlint.style.template import Cell, Slot, Template, TemplateError, parse
from listlint.style.values import Named, Values, named_fields, values_of
from listlint.style.votes import ENOUGH, Survey
from listlint.style.widening import broken, gain, price, widen
from listlint.values import NamedTuple

TRIED, WEIGHED = 16, 250  # ways of writing that are tried as a template, and tried on
MOST = 4  # templates of one shape
SMALL = 0.03  # a further template prints this share of its shape's entries at least
WHOLE = 1.1  # a venue is one with its year where that prints so many times more


class Case(NamedTuple):
    """An entry as fields, and as it stands."""

    entry: Entry
    named: tuple[Named, ...]
    gaps: tuple[str, ...]
    values: Values
    text: str


class Learnt(NamedTuple):
    """A template, how many entries it prints as they stand, and of how many."""

    template: Template
    prints: int
    total: int  # entries of the shape
    sections: frozenset[int | None]  # those that are mostly written so
    entries: frozenset[int]  # those that it prints, by index


def learn_templates(papers: PaperList, found: Survey) -> list[Learnt]:
    """The templates of a list, the one that prints most first."""
    headers = table_headers(papers)
    shapes: defaultdict[tuple[str, ...], list[Case]] = defaultdict(list)
    for case in cases(papers, found, headers):
        entry = case.entry
        shape = (entry.shape, *headers.get(entry.span.start, ())) if entry.shape == "row" else ()
        shapes[shape or (found.family_of[entry.index][0],)].append(case)
    out: list[Learnt] = []
    for shape, held in shapes.items():
        if len(held) < ENOUGH:
            continue
        if shape[0] == "row":
            out += _of_rows(held)
        else:
            out += _of_texts(held)
    return sorted(filter(_readable, out), key=lambda learnt: -learnt.prints)


def _readable(learnt: Learnt) -> bool:
    """Whether the template is the same when it is read again."""
    try:
        return parse(learnt.template.text) == learnt.template
    except TemplateError:
        return False


def cases(papers: PaperList, found: Survey, headers: dict[int, tuple[str, ...]]) -> Iterator[Case]:
    """Every paper with what it says and how it stands."""
    for index, bones in found.skeletons.items():
        entry = papers.entries[index]
        named = named_fields(entry, bones, papers.text, headers.get(entry.span.start, ()))
        named, gaps = merged_notes(named, list(bones.gaps))
        text = papers.text[entry.span.start : entry.span.end].rstrip()
        yield Case(entry, tuple(named), tuple(gaps), values_of(named), text)


def table_headers(papers: PaperList) -> dict[int, tuple[str, ...]]:
    """What the header of its table says above each row, by where the row starts."""
    from listlint.markdown.nodes import plain

    out: dict[int, tuple[str, ...]] = {}
    stack = list(papers.document.blocks)
    while stack:
        node = stack.pop()
        if node.kind == "table":
            top = next((row for row in node.children if row.kind == "row" and row.level == 0), None)
            names = tuple(plain(cell.children).strip() for cell in top.children) if top else ()
            out.update((row.start, names) for row in node.children if row.kind == "row")
        elif node.kind in ("list", "item", "quote", "html", "element"):
            stack.extend(node.children)
    return out


def with_whole_venue(case: Case) -> Case:
    """The entry with its venue, year and track as one value."""
    named, gaps = merged_venue(list(case.named), list(case.gaps))
    return case._replace(named=tuple(named), gaps=tuple(gaps), values=values_of(named))


# Rows


def _of_rows(held: list[Case]) -> list[Learnt]:
    rows = [Row(row_cells(case.named, case.gaps), case.text) for case in held]
    template = learn_row(rows)
    if template is None:
        return []
    return [_counted(template, held, held)]


# Running text


def _of_texts(held: list[Case]) -> list[Learnt]:
    """Templates one after the other, each for what the others don't print."""
    apart, whole = _greedy(held), _greedy([with_whole_venue(case) for case in held])
    better = _printing(whole) > WHOLE * _printing(apart)
    return whole if better else apart


def _printing(templates: list[Learnt]) -> int:
    return sum(learnt.prints for learnt in templates)


def _greedy(held: list[Case]) -> list[Learnt]:
    out: list[Learnt] = []
    rest = held
    while len(out) < MOST and len(rest) >= ENOUGH:
        best = _best(rest)
        if best is None:
            break
        learnt = _counted(best, rest, held)
        if learnt.prints < max(ENOUGH, SMALL * len(held)):
            break
        out.append(learnt)
        rest = [case for case in rest if not prints(best, case)]
    return out


def _counted(template: Template, rest: list[Case], held: list[Case]) -> Learnt:
    right = [case for case in rest if prints(template, case)]
    all_ = Counter(case.entry.section for case in held)
    mine = Counter(case.entry.section for case in right)
    sections = frozenset(s for s, count in mine.items() if count >= 3 and 2 * count > all_[s])
    entries = frozenset(case.entry.index for case in right)
    return Learnt(template, len(right), len(held), sections, entries)


def prints(template: Template, case: Case) -> bool:
    """Whether the template prints the entry as it stands."""
    said = {slot.name for slot in template.slots if slot.kind == "field"}
    if not said.issuperset(case.values.fields):
        return False
    made = printed(template, case.values)
    if template.row:
        return not made.left and unpadded(made.text) == unpadded(case.text)
    return not made.left and made.text == case.text


def _best(rest: list[Case]) -> Template | None:
    """The template that prints most of these."""
    ways: defaultdict[tuple[object, ...], list[Case]] = defaultdict(list)
    for case in rest:
        ways[tuple(n.slot for n in case.named), case.gaps].append(case)
    often = sorted(ways.values(), key=len, reverse=True)
    weighed = [(way[0], len(way)) for way in often[:WEIGHED]]
    total = sum(count for _, count in weighed)
    usual = _joint(rest)
    tried = [
        (_score(template, weighed) - price(len(template.slots), total), template)
        for way in often[:TRIED]
        if not broken(way[0].gaps)
        for template in _candidates(way[0], rest, usual)
    ]
    if not tried:
        return None
    best = max(tried, key=lambda each: each[0])[1]
    best = _completed((_score(best, weighed), best), weighed)
    links = [case.values.links for case in rest]
    cell = named_labels(best.cells[0], links, lambda cell: _score(Template((cell,)), weighed))
    return Template((cell,))


def _score(template: Template, weighed: Iterable[tuple[Case, int]]) -> int:
    return sum(count for case, count in weighed if prints(template, case))


def _joint(rest: Iterable[Case]) -> str:
    """What mostly stands between two links."""
    joints: Counter[str] = Counter()
    for case in rest:
        kinds = [each.slot.kind for each in case.named]
        pairs = zip(kinds, kinds[1:], case.gaps[1:], strict=False)
        joints.update(gap for one, two, gap in pairs if one == two == "link")
    return joints.most_common(1)[0][0] if joints else " "


def _candidates(case: Case, rest: Sequence[Case], usual: str) -> Iterator[Template]:
    """An entry as a template: its links by their names, with room for others, or for any."""
    slots = [each.slot for each in case.named]
    links = [n for n, slot in enumerate(slots) if slot.kind == "link" and slot.label]
    gaps = list(case.gaps)
    labels = Counter(name for each in rest for name in {link.name for link in each.values.links})
    common = [n for n in links if labels[slots[n].name] >= COMMON * len(rest)]
    if common == links or not links:
        yield Template((Cell(tuple(slots), tuple(gaps)),))
    if not links:
        return
    first, last = links[0], links[-1]
    if links != list(range(first, last + 1)) or len({slots[n].form for n in links}) > 1:
        return
    between = gaps[first + 1 : last + 1]
    joint = between[0] if between else usual
    if any(gap != joint for gap in between):
        return
    more = Slot("url", "links", slots[last].form, again=joint)
    for kept in ([n for n in links if n in common], []):
        run = [slots[n] for n in kept] + [more]
        made = (*slots[:first], *run, *slots[last + 1 :])
        gap = (*gaps[: first + 1], *[joint] * len(kept), *gaps[last + 1 :])
        yield Template((Cell(made, gap),))


def _completed(best: tuple[int, Template], weighed: list[tuple[Case, int]]) -> Template:
    """The template with further places, taken from entries that have more."""
    score, template = best
    for case, _ in weighed[: 4 * TRIED]:
        if prints(template, case):
            continue
        wider = widen(template.cells[0], case.named, case.gaps)
        if wider is not None:
            made = Template((wider,))
            more = _score(made, weighed)
            if more >= score + gain(sum(count for _, count in weighed)):
                score, template = more, made
    return template
