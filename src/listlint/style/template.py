"""A template as a maintainer writes it, and its parts: ``- {title}, {venue} [[Paper]({paper})]``.

What stands between two fields is written as in an entry. A field may be missing in an entry. A link
that has no place of its own goes where ``[[{label}]({url})]`` stands, one of code with any label
where ``[[{label}]({code})]`` does; ``…`` behind a part, with what separates two of them, says that
there may be several. In a row, `` or -`` at the end of a cell says what an empty one holds.
Nothing is learnt here and nothing printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from listlint.errors import close_to
from listlint.values import NamedTuple

FIELDS = (
    "title authors venue year date number tag note mark track badge comment".split()
)  # what may stand bare; a field word before it allows any other name
KINDS = "paper code project data model video post".split()
MORE = "…"
OR = " or "
NO_FIELD = "names no field: write {title}, and what stands around it"
CELL, ALIKE = "-cell", 0.8  # behind a column's name that a field has, or nearly


class Slot(NamedTuple):
    """A place for a value."""

    name: str  # title, …; what a link is called: paper, project-page; url: any other link
    kind: str  # field, link, links, address
    form: str = ""  # of a link: its text with {label} and {url}
    label: str = ""  # of a link
    again: str | None = None  # what separates two of them, if there may be several

    @property
    def text(self) -> str:
        """The slot as it is written in a template."""
        if self.kind == "link":
            one = self.form.replace("{label}", self.label).replace("{url}", f"{{{self.name}}}")
        else:
            one = self.form if self.kind == "links" else "{url}"
            one = one.replace("{url}", f"{{{self.name}}}")
        return one if self.again is None else f"{one}{self.again}{MORE}"


class Cell(NamedTuple):
    """Slots and the gaps around them: a cell of a row, or a whole entry that is none."""

    slots: tuple[Slot, ...]
    gaps: tuple[str, ...]  # one more than slots
    otherwise: str = ""  # what an empty cell holds, its padding included

    @property
    def text(self) -> str:
        out = [self.gaps[0]]
        for slot, gap in zip(self.slots, self.gaps[1:], strict=True):
            out += (slot.text, gap)
        return "".join(out)


class Template(NamedTuple):
    """How entries of one shape are written."""

    cells: tuple[Cell, ...]
    row: bool = False

    @property
    def slots(self) -> tuple[Slot, ...]:
        return tuple(slot for cell in self.cells for slot in cell.slots)

    @property
    def text(self) -> str:
        """The template as a maintainer writes it; read again it is the same."""
        if not self.row:
            return self.cells[0].text
        return f"|{'|'.join(map(_cell_text, self.cells))}|"


def _cell_text(cell: Cell) -> str:
    """A cell with what stands there instead when it is empty."""
    if not cell.slots:
        return cell.otherwise
    text, said = cell.text, cell.otherwise.strip()
    if not said:
        return text
    body = text.rstrip()
    return f"{body}{OR}{said}{text[len(body) :]}"


class TemplateError(ValueError):
    """What is wrong with a template, in words."""


def parse(text: str) -> Template:
    """The template that a text writes; an unknown field raises ``TemplateError``."""
    text = text.rstrip()
    if not text.lstrip().startswith("|"):
        return Template((_cell(text),))
    body = text.strip()[1:].removesuffix("|")
    made = Template(tuple(map(_row_cell, body.split("|"))), row=True)
    if not made.slots:
        raise TemplateError(NO_FIELD)
    return made


def _row_cell(text: str) -> Cell:
    """A cell; its fields may be called as its table's header calls them."""
    body, _, instead = text.partition(OR)
    if not instead or "{" in instead or "{" not in body:
        return _cell(text, row=True) if "{" in text else Cell((), (text,), text)
    cell = _cell(body + text[len(text.rstrip()) :], row=True)
    pad = text[: len(text) - len(text.lstrip())]
    return cell._replace(otherwise=f"{pad}{instead.strip()}{text[len(text.rstrip()) :]}")


@cache
def _placeholder() -> re.Pattern[str]:
    return re.compile(r"\{([^{}|\n]*)\}")


def _cell(text: str, *, row: bool = False) -> Cell:
    slots: list[Slot] = []
    gaps: list[str] = []
    at = 0
    for slot, start, end in _slots(text, row):
        if start < at:
            continue  # it stands inside a link that is a slot already
        gaps.append(text[at:start])
        again, at = _again(text, end)
        slots.append(slot._replace(again=again))
    gaps.append(text[at:])
    if not slots:
        raise TemplateError(NO_FIELD)
    return Cell(tuple(slots), tuple(gaps))


def _again(text: str, end: int) -> tuple[str | None, int]:
    """What separates several of a slot, and where the text goes on."""
    stop = text.find(MORE, end, end + 12)
    if stop < 0 or "{" in text[end:stop]:
        return None, end
    return text[end:stop], stop + len(MORE)


def _slots(text: str, row: bool) -> Iterator[tuple[Slot, int, int]]:
    """Each place of a template with where it stands, whole links before what is in them."""
    found: list[tuple[Slot, int, int]] = []
    for match in _placeholder().finditer(text):
        name = match[1]
        if name == "label":
            continue  # of a link that its address tells of
        link = _link(text, match.start(), match.end())
        if link is None:
            found.append((_bare(text, name, match.start(), row), match.start(), match.end()))
            continue
        start, end, label = link
        if "{" in label and label.strip("[]()*_` ") != "{label}":
            found.append((Slot(name, "address"), match.start(), match.end()))
            continue
        form = f"{text[start : match.start()]}{{url}}{text[match.end() : end]}"
        if "{label}" in label:
            found.append((Slot(name, "links", form), start, end))
        else:
            plain = _plain_label(label)
            found.append((Slot(name, "link", _labelled(form, plain), plain), start, end))
    return iter(sorted(found, key=lambda each: (each[1], -each[2])))


def _labelled(form: str, label: str) -> str:
    return form.replace(label, "{label}", 1) if label else form


def _plain_label(label: str) -> str:
    if label.startswith("!["):
        return ""
    return label.strip("[]()*_`\\ ")


def _link(text: str, start: int, end: int) -> tuple[int, int, str] | None:
    """Where the link stands whose address is the placeholder there, and its label."""
    if text[start - 2 : start] != "](" or text[end : end + 1] != ")":
        return None
    depth, at = 1, start - 3
    while at >= 0:
        depth += {"]": 1, "[": -1}.get(text[at], 0)
        if depth == 0:
            break
        at -= 1
    if at < 0:
        return None
    label = text[at + 1 : start - 2]
    stop = end + 1
    while at and text[at - 1 : at] + text[stop : stop + 1] in ("[]", "()"):
        at, stop = at - 1, stop + 1
    return at, stop, label


def _bare(text: str, name: str, start: int, row: bool) -> Slot:
    """A placeholder that is no link's address."""
    if name in FIELDS:
        return Slot(name, "field")
    word = _head(text, start)
    if name in KINDS:
        return Slot(name, "field")  # a link's bare address
    known = [*FIELDS, *KINDS]
    near = close_to(name, known)
    if word or (row and name and name == column_name(name)):
        return Slot(name, "field")
    hint = f"did you mean {{{near}}}?" if near else f"there is {', '.join(known)}"
    raise TemplateError(f"{{{name}}} is no field: {hint}")


@cache
def column_name(name: str) -> str:
    """What a column is called in a template: as in its header, if no field is called nearly so."""
    from difflib import SequenceMatcher

    if name.endswith(CELL):
        return name
    near = close_to(name, [*FIELDS, *KINDS])
    alike = near is not None and SequenceMatcher(None, name, near).ratio() >= ALIKE
    return f"{name}{CELL}" if alike else name


@cache
def _before() -> re.Pattern[str]:
    return re.compile(r"([^\W\d_][\w /&-]{0,30}?)[*_ ]{0,3}[:：][*_]{0,3}[ \t]*$")


def _head(text: str, start: int) -> str:
    """The field word before a placeholder, as in "Keyword: "."""
    line = text[text.rfind("\n", 0, start) + 1 : start]
    found = _before().search(line)
    return found[1] if found else ""


@cache
def slug(label: str) -> str:
    """What a link is called in a template: "Project Page" is project-page."""
    words = "".join(c.lower() if c.isalnum() else " " for c in label).split()
    return "-".join(words)
