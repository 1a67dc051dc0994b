"""An entry printed from a template and values: what is absent takes its marks and separators along.

Pure: nothing is learnt here, and an entry's own text is never looked at.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from listlint.style.gaps import BLANKS, tokens
from listlint.style.template import Cell, Slot, Template, slug
from listlint.style.values import LinkValue, Values
from listlint.values import NamedTuple

OPEN, CLOSE, SEP, BREAK, FIELD = "o", "c", "s", "b", "f"
ANY = "url"  # what a place for any link is called
QUESTION = "?!？！"


class Item(NamedTuple):
    """A piece of a template: a mark, a separator, a break, or a slot."""

    kind: str
    text: str
    gap: int  # the gap it stands in; of a slot its number


class Printed(NamedTuple):
    """A printed entry, and how well the template suits it."""

    text: str
    left: int  # values that found no place
    absent: int  # places for a field that stayed empty
    torn: int  # links whose address is absent


def printed(template: Template, values: Values) -> Printed:
    """The entry that says ``values``, written as the template says."""
    fields = {name: list(held) for name, held in (*values.signs.items(), *values.fields.items())}
    links, addresses = list(values.links), list(values.addresses)
    filled = [_taken(cell.slots, fields, links, addresses) for cell in template.cells]
    unsaid = sum(len(held) for name, held in fields.items() if name not in values.signs)
    left = unsaid + len(links) + len(addresses)
    empty = [
        slot.kind
        for cell, held in zip(template.cells, filled, strict=True)
        for slot, value in zip(cell.slots, held, strict=True)
        if value is None
    ]
    cells = [_cell(cell, held) for cell, held in zip(template.cells, filled, strict=True)]
    text = f"|{'|'.join(cells)}|" if template.row else cells[0].rstrip()
    return Printed(text, left, empty.count("field"), empty.count("address"))


def _taken(
    slots: Sequence[Slot],
    fields: dict[str, list[str]],
    links: list[LinkValue],
    addresses: list[LinkValue],
) -> list[str | None]:
    """What each slot holds, in the template's order; taken values are gone from the others."""
    made: list[str | None] = [None] * len(slots)
    for named in (True, False):  # links with a place of their own come first
        for n, slot in enumerate(slots):
            if (slot.kind == "links") is named:
                continue
            made[n] = _value(slot, fields, links, addresses)
    return made


def _value(
    slot: Slot,
    fields: dict[str, list[str]],
    links: list[LinkValue],
    addresses: list[LinkValue],
) -> str | None:
    if slot.kind == "field":
        held = fields.get(slot.name) or _addressed(slot.name, links)
        took = len(held) if slot.again is not None else 1
        said, held[:] = held[:took], held[took:]
        return (slot.again or "").join(said) if said else None
    if slot.kind == "address":
        return addresses.pop(0).url if addresses else None
    if slot.kind == "links":
        fit = [each for each in links if slot.name in (ANY, each.kind)]
        several = fit if slot.again is not None else fit[:1]
        links[:] = [each for each in links if each not in several]
        return (slot.again or "").join(_form(slot, each) for each in several) or None
    for each in links:
        own = each.name in (slot.name, slug(slot.label))
        if own or (not each.label and each.kind == slot.name):
            links.remove(each)
            return _form(slot, each)
    return None


def _addressed(name: str, links: list[LinkValue]) -> list[str]:
    """The bare address of a link that is called so."""
    for each in links:
        if name in (each.name, each.kind) and not each.label:
            links.remove(each)
            return [each.url]
    return []


def _form(slot: Slot, link: LinkValue) -> str:
    label = slot.label or link.label
    return slot.form.replace("{label}", label).replace("{url}", link.url)


def _cell(cell: Cell, held: Sequence[str | None]) -> str:
    if not any(each is not None for each in held):
        return cell.otherwise or (cell.gaps[0] if not cell.slots else " ")
    present = [each is not None for each in held]
    items = _without_empty_marks(_items(cell), present)
    return "".join(_lines(items, held))


@cache
def _items(cell: Cell) -> tuple[Item, ...]:
    out: list[Item] = []
    stack: tuple[str, ...] = ()
    for n, gap in enumerate(cell.gaps):
        if n == 0:
            lead = _first().match(gap)
            end = lead.end() if lead else 0
            if end:
                out.append(Item(BREAK, gap[:end], 0))
            gap = gap[end:]
        for part in _breaks().split(gap):
            if "\n" in part or part.startswith("<br"):
                out.append(Item(BREAK, part, n))
                continue
            for kind, text, behind in tokens(part, stack):
                out.append(Item(kind if kind in "oc" else SEP, text, n))
                stack = behind
        if n < len(cell.slots):
            out.append(Item(FIELD, "", n))
    return tuple(out)


@cache
def _first() -> re.Pattern[str]:
    return re.compile(r"[ \t]*(?:(?:[-*+•–]|#{1,6}|\d+[.)])[ \t]+)?")


@cache
def _breaks() -> re.Pattern[str]:
    mark = r"[ \t]*(?:[-*+•–][ \t]+)?"
    head = r"(?:[*_]{0,3}[^\W\d_][\w /&-]{0,30}?[*_ ]{0,3}[:：][*_]{0,3}[ \t]*)?"
    return re.compile(rf"({BLANKS}(?:(?:\\|<br ?/?>)[ \t]*+)?\n(?:[ \t>]*\n)*{mark}{head})")


def _without_empty_marks(items: tuple[Item, ...], present: list[bool]) -> list[Item]:
    """Marks that would hold nothing are left out, and what stands between them."""
    if all(present):
        return list(items)
    drop: set[int] = set()
    stack: list[int] = []
    for n, item in enumerate(items):
        if item.kind == OPEN:
            stack.append(n)
        elif item.kind == CLOSE and stack:
            start = stack.pop()
            inside = items[start + 1 : n]
            if not any(i.kind == FIELD and present[i.gap] for i in inside):
                drop.update(i for i in range(start, n + 1) if items[i].kind != BREAK)
    return [
        item
        for n, item in enumerate(items)
        if (n not in drop or item.kind == FIELD)
        and not (item.kind == FIELD and not present[item.gap])
    ]


def _lines(items: list[Item], held: Sequence[str | None]) -> list[str]:
    """The text line by line; a line without a field is left out, with the break before it."""
    groups: list[tuple[Item | None, list[Item]]] = [(None, [])]
    for item in items:
        if item.kind == BREAK:
            groups.append((item, []))
        else:
            groups[-1][1].append(item)
    out: list[str] = []
    mark = ""
    for n, (brk, body) in enumerate(groups):
        if not any(item.kind == FIELD for item in body):
            if brk and "\n" not in brk.text and not out:
                mark = brk.text  # the list's mark stays though the first field is absent
            continue
        lead = brk.text if brk and (out or "\n" not in brk.text) else ""
        behind = groups[n + 1][0] if n + 1 < len(groups) else None
        out.append(mark or lead)
        out.append(_line(body, held, brk.gap if brk else 0, behind.gap if behind else len(held)))
        mark = ""
    return out


def _line(items: list[Item], held: Sequence[str | None], start: int, end: int) -> str:
    """One line, which begins in gap ``start`` and ends in gap ``end``: its fields with what stands
    between them."""
    out: list[str] = []
    between: list[Item] = []
    for item in items:
        if item.kind != FIELD:
            between.append(item)
            continue
        whole = bool(out) or item.gap == start
        joint = _joined(between, item.gap) if whole else _opening(between, item.gap)
        twice = out and out[-1].endswith(".") and joint.startswith(".")  # "et al.", "Inc."
        out += (joint[1:] if twice else joint, held[item.gap] or "")
        between = []
    behind = _behind(between, end)
    if out[-1][-1:] in (*QUESTION, ".") and behind.startswith("."):
        behind = behind[1:]
    return _stop().sub("", "".join([*out, behind]))


@cache
def _stop() -> re.Pattern[str]:
    return re.compile(rf"(?<=[{QUESTION}])\.(?=[*_\"”\])])")


def _opening(items: list[Item], field: int) -> str:
    """Marks that open, and what stands between them and the field."""
    opened = [n for n, item in enumerate(items) if item.kind == OPEN]
    if not opened:
        return ""
    last = opened[-1]
    behind = items[last + 1 :] if items[last].gap == field else ()
    return "".join(i.text for i in (*(items[n] for n in opened), *behind))


def _closing(items: list[Item]) -> tuple[str, list[Item]]:
    """Marks that close, with what stands between the field and the first of them; and the rest."""
    closes = [n for n, item in enumerate(items) if item.kind == CLOSE]
    if not closes:
        return "", items
    own = [i for i in items[: closes[0]] if i.gap == items[closes[0]].gap == items[0].gap]
    marks = [i for i in items[: closes[-1] + 1] if i.kind == CLOSE]
    return "".join(i.text for i in (*own, *marks)), items[closes[-1] + 1 :]


def _joined(items: list[Item], field: int) -> str:
    """What stands between two fields, of which others between them may be absent."""
    if all(item.gap == field for item in items):
        return "".join(item.text for item in items)
    closed, rest = _closing(items)
    until = next((n for n, i in enumerate(rest) if i.kind == OPEN and i.gap == field), len(rest))
    seps = [item.text for item in rest[:until] if item.kind == SEP]
    return closed + (seps[-1] if seps else "") + _opening(rest, field)


def _behind(items: list[Item], end: int) -> str:
    """What stands behind the last field of a line that is there."""
    if all(item.gap == end for item in items):
        return "".join(item.text for item in items)
    closed, rest = _closing(items)
    return closed + "".join(item.text for item in rest if item.gap == end)
