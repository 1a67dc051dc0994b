"""What is known of the entry under the cursor, as Markdown in which list text is harmless."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol import types

from listlint.editor.places import Places
from listlint.editor.seeing import Seen
from listlint.facts import AGREES, DIFFERS, PUBLISHED, RECORD
from listlint.knowledge import venues
from listlint.paperlist import Entry
from listlint.papers import repeated
from listlint.plain import markdown

MOST_LINKS = 12


def hover(seen: Seen, places: Places, offset: int) -> types.Hover | None:
    """The entry at ``offset``; nothing elsewhere."""
    entry = entry_at(seen, offset)
    if entry is None:
        return None
    text = "\n\n".join(filter(None, (_paragraph(part) for part in _parts(seen, entry))))
    return types.Hover(
        types.MarkupContent(types.MarkupKind.Markdown, text), places.range(*entry.span)
    )


def entry_at(seen: Seen, offset: int) -> Entry | None:
    """The innermost entry around a place."""
    held = (e for e in reversed(seen.papers.entries) if e.span.start <= offset <= e.span.end)
    return next(held, None)


def _paragraph(lines: Iterator[str]) -> str:
    return "  \n".join(lines)


def _parts(seen: Seen, entry: Entry) -> Iterator[Iterator[str]]:
    yield _named(entry)
    yield _links(entry)
    yield _elsewhere(seen, entry)
    yield _answered(seen, entry)


def _named(entry: Entry) -> Iterator[str]:
    yield f"**{markdown(entry.title)}**"
    if entry.authors:
        yield markdown(entry.authors)
    said = [*_venue(entry), *([str(entry.year)] if entry.year else [])]
    if said:
        headed = " (from the heading)" if entry.inherited else ""
        yield f"{', '.join(said)}{headed}"


def _venue(entry: Entry) -> Iterator[str]:
    venue = entry.venue
    if venue is None:
        return
    full = venues.full_name(venue.id) if venue.id else None
    track = f" {venue.track}" if venue.track else ""
    yield markdown(f"{venue.name}{track}" + (f" ({full})" if full and full != venue.name else ""))


def _links(entry: Entry) -> Iterator[str]:
    for link in entry.links[:MOST_LINKS]:
        what = link.id or link.address.repo or link.address.subject
        proved = [link.address.venue and venues.name_of(link.address.venue), link.address.year]
        proof = " ".join(str(each) for each in proved if each)
        soft = "not before " if link.address.soft and not link.address.venue else ""
        yield markdown(f"{link.kind}: {what}" + (f" ({soft}{proof})" if proof else ""))


def _elsewhere(seen: Seen, entry: Entry) -> Iterator[str]:
    """Where else the list has this paper."""
    for paper in repeated(seen.papers):
        if entry.index in (each.index for each in paper.entries):
            others = [e.lines[0] for e in paper.entries if e.index != entry.index]
            yield f"Also listed on line {', '.join(map(str, others))}."


def _answered(seen: Seen, entry: Entry) -> Iterator[str]:
    """What services said of it, as far as somebody asked them."""
    for question, answer in seen.answers.items():
        if question.subject in entry.ids and answer.state in (AGREES, DIFFERS) and answer.says:
            if question.topic == PUBLISHED:
                said = [answer.says[key] for key in ("venue", "year") if key in answer.says]
                yield markdown(f"Published: {' '.join(said)} ({answer.source})") if said else ""
            elif question.topic == RECORD and "title" in answer.says:
                yield markdown(f"Registered: {answer.says['title']} ({answer.source})")
