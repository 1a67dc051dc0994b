"""Disguises that write an entry anew from its fields: other order, title link, table, one line.

Mechanical on purpose: field values are copied as they stand, what else the line held comes behind.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from random import Random

from listlint.finding import Edit, Span
from listlint.paperlist import Link, PaperList
from parts import Parts, stated

Values = dict[str, str]
Template = tuple[tuple[str, str, str], ...]  # what stands before, which field, what stands behind
ORDERS: tuple[Template, ...] = (
    (("[", "venue", "] "), ("", "title", ""), (", ", "authors", ""), (" ", "links", "")),
    (("", "authors", ". "), ("", "title", ". "), ("", "venue", ". "), ("", "links", "")),
    (("", "links", " "), ("**", "title", "**"), (", ", "authors", ""), (" (", "venue", ")")),
    (("*", "venue", "* - "), ("", "title", ""), (" - ", "authors", ""), (" ", "links", "")),
)
LABELLED: Template = (
    ("", "title", ""),
    (", ", "authors", ""),
    (", ", "venue", ""),
    (" ", "links", ""),
)
LINKED: Template = (
    ("", "linked", ""),
    (", ", "authors", ""),
    (", ", "venue", ""),
    (" ", "others", ""),
)
LINES: tuple[Template, ...] = (
    LABELLED,
    LINKED,
    (("**", "title", "**"), (" (", "venue", ")"), (", ", "authors", ""), (" ", "links", "")),
    (("", "title", ". "), ("", "authors", ". "), ("", "venue", ". "), ("", "links", "")),
)
TITLES = ("title", "linked")
HEADS = {
    "lead": ("Name", "Method"),
    "title": ("Title", "Paper", "Paper Title"),
    "linked": ("Title", "Paper"),
    "authors": ("Authors", "Author(s)"),
    "venue": ("Venue", "Publication", "Conference"),
    "name": ("Venue", "Conference"),
    "year": ("Year",),
    "links": ("Links", "Resources"),
    "others": ("Code", "Links"),
    "rest": ("Notes", "Remarks"),
}
COLUMNS = (
    ("lead", "title", "authors", "venue", "links", "rest"),
    ("lead", "title", "authors", "name", "year", "links", "rest"),
    ("lead", "year", "name", "linked", "authors", "others", "rest"),
    ("lead", "linked", "venue", "others", "authors", "rest"),
    ("lead", "venue", "title", "links", "authors", "rest"),
)


def values(text: str, item: Parts) -> Values:
    """What a template may name, as it stands in the text; absent fields are empty."""
    name, year = _cut(text, item.venue), str(item.entry.year) if item.year else ""
    track = item.entry.venue.track if item.entry.venue and item.venue else None
    together = " ".join(_cut(text, span) for span in stated(text, item))
    title = _cut(text, item.title)
    links = [_written(text, link) for link in item.links]
    papers = [link for link in item.links if link.kind == "paper" and ")" not in link.url]
    own = item.title_link or next(iter(papers), None)
    others = [_written(text, link) for link in item.links if link is not own]
    paper = [f"[[Paper]({item.title_link.url})]"] if item.title_link else []
    linked = f"[{title}]({own.url})" if own else title
    return {
        "title": title,
        "linked": linked,
        "authors": _cut(text, item.authors).rstrip("."),
        "venue": " ".join(part for part in (together, track) if part),
        "name": " ".join(part for part in (name, track) if part),
        "year": year,
        "links": " ".join(paper + links),
        "others": " ".join(others if own else links),
        "lead": f"**{item.lead}** " if item.lead else "",
        "rest": item.rest or "",
    }


def _cut(text: str, span: Span | None) -> str:
    return text[span.start : span.end] if span else ""


def _written(text: str, link: Link) -> str:
    """A link as it stands, in brackets of its own."""
    raw = text[link.span.start : link.span.end]
    label = _cut(text, link.inner)
    if raw.startswith("[") and not set(label) & set("[]!"):
        return f"[{raw}]" if not raw.startswith("[[") else raw
    return raw


def printed(template: Template, fields: Values) -> str:
    """The fields that are there, each with what the template puts around it."""
    line = ""
    for before, name, behind in template:
        if fields[name]:
            lead = fields["lead"] if name in TITLES else ""
            line = _joined(_joined(line, before) + lead + fields[name], behind)
    return f"{line.strip()} - {fields['rest']}" if fields["rest"] else line.strip()


def _joined(line: str, mark: str) -> str:
    """A mark behind a text; behind a question mark or a full stop no other one is due."""
    if line.endswith(("?", "!")) and mark.startswith((",", ".")):
        return line + mark[1:]
    return line + (mark[1:] if line.endswith(".") and mark.startswith(".") else mark)


def order(text: str, items: list[Parts], random: Random) -> Iterator[Edit]:
    """Fields in another order."""
    templates = random.sample(ORDERS, len(ORDERS))
    changed = (list(_lines(text, items, template)) for template in templates)
    yield from max(changed, key=lambda edits: 2 * len(edits) >= len(items))


def title_link(text: str, items: list[Parts], random: Random) -> Iterator[Edit]:
    """The title as the link where a label was it, and the other way round."""
    linked = sum(item.title_link is not None for item in items)
    yield from _lines(text, items, LABELLED if linked * 2 > len(items) else LINKED)


def _lines(text: str, items: Sequence[Parts], template: Template) -> Iterator[Edit]:
    for item in items:
        written = printed(template, values(text, item))
        if item.rest is not None and written != text[item.prefix.end : item.line.end].rstrip():
            yield Edit(item.prefix.end, item.line.end, written)


def table(papers: PaperList, items: list[Parts], random: Random) -> Iterator[Edit]:
    """Neighbouring bullets as the rows of a table; a lone bullet stays."""
    columns = random.choice(COLUMNS)
    heads = {name: random.choice(words) for name, words in HEADS.items()}
    fit = [i for i in items if i.rest is not None and i.entry.span.start == i.line.start]
    fit = [item for item in fit if item.prefix.end > item.line.start]
    for run in _runs(papers, fit):
        if len(run) > 1:
            yield from _tabled(papers, run, columns, heads)


def _tabled(
    papers: PaperList, run: list[Parts], columns: Sequence[str], heads: Values
) -> Iterator[Edit]:
    every = [values(papers.text, item) for item in run]
    used = [name for name in columns if any(fields[name] for fields in every)]
    head = f"\n{_row(heads[name] for name in used)}\n{_row('---' for _ in used)}\n"
    for item, fields in zip(run, every, strict=True):
        cells = (fields[name].strip().replace("\\|", "|").replace("|", "\\|") for name in used)
        before = head if item is run[0] else ""
        behind = "\n" if item is run[-1] else ""
        yield Edit(*item.line, f"{before}{_row(cells)}{behind}")
    for one, two in pairwise(run):  # empty lines between bullets would end it
        if two.line.start > one.line.end + 1:
            yield Edit(one.line.end + 1, two.line.start, "")


def _row(cells: Iterator[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _runs(papers: PaperList, items: list[Parts]) -> Iterator[list[Parts]]:
    """Items with nothing but empty lines between them."""
    run: list[Parts] = []
    for item in items:
        if run and papers.text[run[-1].line.end : item.line.start].strip():
            yield run
            run = []
        run.append(item)
    if run:
        yield run


def lines(papers: PaperList, items: list[Parts], random: Random) -> Iterator[Edit]:
    """The rows of a table as bullets, if every row is a paper that can be taken apart."""
    template = random.choice(LINES)
    for place, group in groupby(_tables(papers, items), key=lambda pair: pair[0]):
        run = [item for _, item in group]
        top, body = _frame(papers.text, place)
        if body == len(run) and all(item.rest is not None for item in run):
            yield Edit(place.start, top, "")
            for item in run:
                yield Edit(*item.line, "- " + printed(template, values(papers.text, item)))


def _tables(papers: PaperList, items: list[Parts]) -> Iterator[tuple[Span, Parts]]:
    """Each item with the table around it."""
    places = [Span(n.start, n.end) for n in papers.document.walk() if n.kind == "table"]
    for item in items:
        for place in places:
            if place.start <= item.line.start < place.end:
                yield place, item
                break


def _frame(text: str, place: Span) -> tuple[int, int]:
    """Where the rows below header and dashes begin, and how many there are."""
    block = text[place.start : place.end].rstrip("\n").split("\n")
    return place.start + sum(len(line) + 1 for line in block[:2]), len(block) - 2
