"""A new entry in the list's style, by the template that its section is written by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from listlint.paperlist import PaperList
from listlint.style import style_of
from listlint.style.learning import Learnt, learn_templates
from listlint.style.printing import Printed, printed
from listlint.style.template import Template, parse, slug
from listlint.style.values import LinkValue, Values
from listlint.values import NamedTuple

JOINED = ("venue", "year")
NEAR = 3  # entries before and behind a place
Rank = tuple[int, int, int, bool, int, int]


def templates_of(papers: PaperList) -> list[Learnt]:
    """The templates that a list's entries are written by: pinned ones, else those it shows."""
    pinned = papers.pinned.entry if papers.pinned is not None else ()
    if pinned:
        return [Learnt(parse(text), 1, 1, frozenset(), frozenset()) for text in pinned]
    return learn_templates(papers, style_of(papers).survey)


def values_for(fields: Mapping[str, str | None], links: Iterable[tuple[str, str, str]]) -> Values:
    """What is to be said: fields by name, links as (label, address, kind)."""
    said = {name: [value] for name, value in fields.items() if value}
    made = [LinkValue(slug(label) or kind, label, url, kind) for label, url, kind in links]
    return Values(said, made, [])


class Place(NamedTuple):
    """Where an entry stands, or is to stand: its section, and the entries around it."""

    section: int | None
    near: frozenset[int] = frozenset()


def place_of(papers: PaperList, section: int | None, after: int | None) -> Place:
    """The place behind the entry ``after``; None: before all others of the section."""
    held = [entry.index for entry in papers.entries if entry.section == section]
    at = held.index(after) + 1 if after in held else 0
    return Place(section, frozenset(held[max(0, at - NEAR) : at + NEAR]))


def ranked(made: Printed, learnt: Learnt, place: Place, n: int) -> Rank:
    """How well a template suits: all is said, no link lacks its address, the entries around and
    the section are written so, most of the list is."""
    near = len(place.near & learnt.entries)
    return made.left, made.torn, -near, place.section not in learnt.sections, n, made.absent


def written(papers: PaperList, place: Place, values: Values) -> str | None:
    """The entry's text for a place; None where the list shows no way of writing."""
    rows = [entry.shape == "row" for entry in papers.entries if entry.section == place.section]
    row = sum(rows) * 2 > len(rows) if rows else None
    templates = templates_of(papers)
    fitted = [fitting(learnt.template, values) for learnt in templates]
    best: tuple[Rank, str] | None = None
    for n, (learnt, each) in enumerate(zip(templates, fitted, strict=True)):
        if row is not None and learnt.template.row is not row:
            continue
        made = printed(learnt.template, each)
        rank = ranked(made, learnt, place, n)
        if best is None or rank < best[0]:
            best = (rank, made.text)
    return best[1] if best else None


def fitting(template: Template, values: Values) -> Values:
    """The values as a template asks for them: the paper's address behind its title where that is a
    link, venue and year as one where the template has a place for the venue alone."""
    fields = {name: list(held) for name, held in values.fields.items()}
    links, addresses = list(values.links), list(values.addresses)
    for slot in template.slots:
        if slot.kind == "address" and not addresses:
            fit = [each for each in links if slot.name in (each.kind, each.name)] or links[:1]
            addresses += fit[:1]
            links = [each for each in links if each not in fit[:1]]
    names = {slot.name for slot in template.slots}
    if "venue" in names and "year" not in names and all(name in fields for name in JOINED):
        fields["venue"] = [" ".join(fields.pop(name)[0] for name in JOINED)]
    return Values(fields, links, addresses, values.signs)
