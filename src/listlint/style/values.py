"""What an entry says, apart from how it is written: values by the names that a template has.

Values come from an entry, or from somebody who wants one printed. Marks and brackets around a field
are the template's; what stands inside one is its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from listlint.paperlist import Entry, Link
from listlint.style.fields import Field, Skeleton, link_form
from listlint.style.template import KINDS, Slot, column_name, slug
from listlint.style.votes import head_word
from listlint.values import NamedTuple

NO_SIGNS: Mapping[str, list[str]] = MappingProxyType({})
Headers = Mapping[int, tuple[str, ...]]  # where a row starts -> what its table's header says


class LinkValue(NamedTuple):
    """A link to print."""

    name: str  # its label as a template calls it, or what it is: paper, code
    label: str
    url: str
    kind: str = ""  # paper, code, …


class Values(NamedTuple):
    """All that an entry says."""

    fields: dict[str, list[str]]
    links: list[LinkValue]
    addresses: list[LinkValue]  # of links whose text is another field
    signs: Mapping[str, list[str]] = NO_SIGNS  # emoji alone in a cell: they may stand for nothing


class Named(NamedTuple):
    """A field of an entry with its place in a template."""

    slot: Slot
    value: str
    link: LinkValue | None = None
    sign: bool = False  # emoji, alone in its cell


def values_of(named: list[Named]) -> Values:
    """The values of an entry's fields."""
    signs: dict[str, list[str]] = {}
    made = Values({}, [], [], signs)
    for each in named:
        if each.sign:
            signs.setdefault(each.slot.name, []).append(each.value)
        elif each.link is None:
            made.fields.setdefault(each.slot.name, []).append(each.value)
        elif each.slot.kind == "address":
            made.addresses.append(each.link)
        else:
            made.links.append(each.link)
    return made


def named_fields(
    entry: Entry, bones: Skeleton, text: str, header: tuple[str, ...] = ()
) -> list[Named]:
    """The fields of an entry, each with a name that a template may have for it."""
    out: list[Named] = []
    title = next((n for n, f in enumerate(bones.fields) if f.name == "title"), 0)
    cell = -1
    title_cell = sum(gap.count("|") for gap in bones.gaps[: title + 1]) - 1
    for n, field in enumerate(bones.fields):
        cell += bones.gaps[n].count("|")
        value = text[field.start : field.end]
        if field.name in ("link", "address") and field.link is not None:
            link = entry.links[field.link]
            made = _link(field, link, value, text, bones.gaps[n])
            if made.slot.name != "badge" or made.link:
                out.append(made)
                continue
        name = field.name
        if name == "badge" and cell != title_cell and entry.shape == "row":
            name = _column(header, cell)
        if name in ("text", "mark"):
            before = "tag" if n < title else "note"
            name = _word(bones.gaps[n]) or (name if name == "mark" else before)
            alone = "|" in bones.gaps[n] and "|" in bones.gaps[n + 1]
            if alone and entry.shape == "row":
                sign = field.name == "mark"
                out.append(Named(Slot(_column(header, cell), "field"), value, sign=sign))
                continue
        out.append(Named(Slot(name, "field"), value))
    return out


def _word(gap: str) -> str:
    """The field word that a gap ends in, as a name."""
    line = gap[gap.rfind("\n") + 1 :] if "\n" in gap else ""
    return slug("".join(c if c.isalnum() else " " for c in line)) if head_word(line) else ""


def _column(header: tuple[str, ...], cell: int) -> str:
    name = slug(header[cell]) if 0 <= cell < len(header) else ""
    return column_name(name or f"column-{cell + 1}")


def _link(field: Field, link: Link, value: str, text: str, gap: str) -> Named:
    kind = link.kind if link.kind in KINDS else "link"
    if field.name == "address":
        return Named(Slot(kind, "address"), value, LinkValue(kind, "", link.url, link.kind))
    form = link_form(field, link, text)
    label = link.label if "{label}" in form else ""
    word = _word(gap)
    name = slug(label) or word or kind
    if form == "{url}":
        return Named(Slot(word or kind, "field"), value)
    if "{label}" not in form and "{url}" not in form:
        return Named(Slot("badge", "field"), value)
    url = text[link.dest.start : link.dest.end] if link.dest else link.url
    return Named(Slot(name, "link", form, label), value, LinkValue(name, label, url, link.kind))
