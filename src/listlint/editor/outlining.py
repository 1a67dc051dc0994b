"""The outline of a list: sections, and in them their entries."""

from __future__ import annotations

from lsprotocol import types

from listlint.editor.places import Places
from listlint.paperlist import Entry, PaperList, Section
from listlint.plain import shown

LONGEST = 200  # characters of a name
NAMELESS = "(without a title)"


def outline(papers: PaperList, places: Places) -> list[types.DocumentSymbol]:
    """Sections nested as their headings are, each with its own entries."""
    top: list[types.DocumentSymbol] = []
    open_: list[tuple[Section, list[types.DocumentSymbol]]] = []
    entries = iter([*papers.entries, None])
    entry = next(entries)
    for section in (*papers.sections, None):
        here = section.span.start if section else len(papers.text) + 1
        while entry is not None and entry.span.start < here:
            while open_ and open_[-1][0].end <= entry.span.start:
                open_.pop()
            (open_[-1][1] if open_ else top).append(_of_entry(entry, places))
            entry = next(entries)
        if section is None:
            break
        while (open_ and open_[-1][0].end < section.end) or (open_ and open_[-1][0].end <= here):
            open_.pop()
        made = _of_section(section, places)
        (open_[-1][1] if open_ else top).append(made)
        open_.append((section, made.children))  # type: ignore[arg-type]
    return top


def flat(
    symbols: list[types.DocumentSymbol], uri: str, around: str | None = None
) -> list[types.SymbolInformation]:
    """The same for editors that know no nesting."""
    made: list[types.SymbolInformation] = []
    for each in symbols:
        place = types.Location(uri, each.range)
        made.append(types.SymbolInformation(place, each.name, each.kind, container_name=around))
        made += flat(list(each.children or ()), uri, each.name)
    return made


def _of_section(section: Section, places: Places) -> types.DocumentSymbol:
    return types.DocumentSymbol(
        name=_name(section.title),
        kind=types.SymbolKind.Namespace,
        range=places.range(section.span.start, section.end),
        selection_range=places.range(*section.span),
        children=[],
    )


def _of_entry(entry: Entry, places: Places) -> types.DocumentSymbol:
    said = [entry.venue.name if entry.venue else "", str(entry.year or "")]
    start = max(entry.span.start, min(entry.title_span.start, entry.span.end))
    end = max(start, min(entry.title_span.end, entry.span.end))
    return types.DocumentSymbol(
        name=_name(entry.title),
        kind=types.SymbolKind.String,
        range=places.range(*entry.span),
        selection_range=places.range(start, end),
        detail=shown(" ".join(filter(None, said))) or None,
    )


def _name(title: str) -> str:
    return shown(title)[:LONGEST].strip() or NAMELESS
