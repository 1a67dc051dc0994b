"""What may stand at the cursor: labels of links behind a bracket, names of venues elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from lsprotocol import types

from listlint.editor.places import Places
from listlint.knowledge import venues
from listlint.paperlist import PaperList

LONGEST_LABEL = 30
MOST = 200  # of each kind; the editor filters them by what is typed
TRIGGERS = ["["]


def complete(papers: PaperList, places: Places, offset: int) -> types.CompletionList:
    """The list's own words first, the most frequent of them at the top."""
    line = places.position(offset).line
    start, _ = places.line_span(line)
    before = places.text[start:offset]
    opened, closed = before.rfind("["), before.rfind("]")
    items = _labels(papers) if opened > closed else _venues(papers)
    return types.CompletionList(is_incomplete=False, items=list(items))


def _labels(papers: PaperList) -> Iterator[types.CompletionItem]:
    counts = Counter(link.label for e in papers.entries for link in e.links)
    fit = {
        label: count
        for label, count in counts.items()
        if 0 < len(label) <= LONGEST_LABEL and "\n" not in label
    }
    yield from _ranked(fit.items(), types.CompletionItemKind.Reference, "label")


def _venues(papers: PaperList) -> Iterator[types.CompletionItem]:
    own: Counter[str] = Counter()
    known: set[str] = set()
    for entry in papers.entries:
        if entry.venue is not None:
            own[entry.venue.name] += 1
            known.add(entry.venue.id or "")
    yield from _ranked(own.items(), types.CompletionItemKind.EnumMember, "venue")
    for id in venues.ids():
        name = papers.vocabulary.prefer.get(id) or venues.name_of(id)
        if name and id not in known:
            yield types.CompletionItem(
                label=name,
                kind=types.CompletionItemKind.EnumMember,
                detail=venues.full_name(id),
                sort_text=f"1{name.casefold()}",
            )


def _ranked(
    counts: Iterable[tuple[str, int]], kind: types.CompletionItemKind, what: str
) -> Iterator[types.CompletionItem]:
    ranked = sorted(counts, key=lambda each: (-each[1], each[0]))
    for place, (word, count) in enumerate(ranked[:MOST]):
        times = "once" if count == 1 else f"{count} times"
        yield types.CompletionItem(
            label=word, kind=kind, detail=f"{what}, here {times}", sort_text=f"0{place:04}"
        )
