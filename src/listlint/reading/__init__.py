"""Nodes become a PaperList: items, pieces, own scores, a vote, belonging, a second vote, values.

Pure: a source and a vocabulary go in, values come out.
"""

from __future__ import annotations

import gc

from listlint import markdown
from listlint.finding import Span
from listlint.knowledge.vocabulary import EMPTY, Vocabulary
from listlint.markdown.nodes import Document
from listlint.paperlist import Entry, PaperList, Section, Unread
from listlint.reading import pieces, votes
from listlint.reading.belonging import Belonging
from listlint.reading.candidate import Candidate
from listlint.reading.contents import anchors, heading_text
from listlint.reading.entries import Builder
from listlint.reading.fields import own_words
from listlint.reading.items import Item, collect
from listlint.reading.look import is_anchor
from listlint.reading.naming import Naming, colon_leads, doubtful, names_lead
from listlint.reading.stated import Stated, states
from listlint.reading.weigh import weigh, weigh_chains
from listlint.source import Source


def read(source: Source, path: str = "README.md", vocabulary: Vocabulary = EMPTY) -> PaperList:
    """Read a list. The collector is paused: a reading makes many values and no garbage cycles."""
    pausing = gc.isenabled()
    gc.disable()
    try:
        return _read(source, path, vocabulary)
    finally:
        if pausing:
            gc.enable()


def _read(source: Source, path: str, vocabulary: Vocabulary) -> PaperList:
    document = markdown.parse(source.text, path)
    items = collect(document)
    words = own_words(items, source.text)
    naming = Naming(names_lead(items, source.text), colon=colon_leads(items, source.text))
    for item in items:
        _cut(item, source.text, vocabulary, words, naming)
    for item in doubtful(items, source.text):
        _cut(item, source.text, vocabulary, words, naming._replace(stopped=True))
    votes.vote((_kind(item), item.pieces, _feeds(item)) for item in items)
    belonging = Belonging(items)
    candidates = belonging.run()
    votes.vote(
        (_kind(part) if n else "*" + _kind(part), part.pieces, True)
        for c in candidates
        for n, part in enumerate((c.item, *c.parts))
    )
    sections = _sections(items, source.text)
    stated = [states(s.title, vocabulary, source.text, s.span) for s in sections]
    return _values(source, path, document, vocabulary, sections, stated, candidates, belonging)


def _cut(
    item: Item, text: str, vocabulary: Vocabulary, words: frozenset[str], naming: Naming
) -> None:
    """Cuts an item and weighs its pieces."""
    item.pieces = pieces.cut(item, text, vocabulary, words, naming)
    for piece in item.pieces:
        piece.own = tuple(
            weigh(piece, item.headers[piece.cell] if piece.cell < len(item.headers) else "")
        )
    weigh_chains(item.pieces)


def _values(
    source: Source,
    path: str,
    document: Document,
    vocabulary: Vocabulary,
    sections: list[Section],
    stated: list[Stated],
    candidates: list[Candidate],
    belonging: Belonging,
) -> PaperList:
    builder = Builder(source, sections, stated, vocabulary)
    entries: list[Entry] = []
    unread = [_unread(source, None, Span(*place), "nested too deep") for place in document.unread]
    for candidate in sorted(candidates, key=lambda c: c.item.start):
        entry = builder.build(candidate, len(entries)) if candidate.sure else None
        if entry is None:
            span = builder.span_of(candidate)
            unread.append(_unread(source, builder.section_of(candidate.item), span, "no title"))
        else:
            entries.append(entry)
    contents = tuple(
        Span(i.start, i.end) for i in belonging.scene.items if i.order in belonging.scene.contents
    )
    return PaperList(
        path, source, document, tuple(sections), tuple(entries), tuple(unread), contents, vocabulary
    )


def _unread(source: Source, section: int | None, span: Span, why: str) -> Unread:
    return Unread(
        span, (source.line(span.start), source.line(max(span.start, span.end - 1))), section, why
    )


def _kind(item: Item) -> str:
    return f"{item.kind}{min(item.depth, 3)}" if item.kind == "bullet" else item.kind


def _feeds(item: Item) -> bool:
    """Rows with a link or a venue teach the columns."""
    return any(
        (p.kind == "link" and p.node is not None and p.node.url and not is_anchor(p.node.url))
        or (p.feature is not None and p.feature.reading is not None)
        for p in item.pieces
    )


def _sections(items: list[Item], text: str) -> list[Section]:
    headings = [item for item in items if item.kind == "heading"]
    texts = [heading_text(item.node) for item in headings]
    names = anchors(texts)
    made: list[Section] = []
    open_: list[int] = []
    ends = [len(text)] * len(headings)
    for n, item in enumerate(headings):
        while open_ and headings[open_[-1]].level >= item.level:
            ends[open_.pop()] = item.start
        open_.append(n)
    open_ = []
    for n, item in enumerate(headings):
        while open_ and headings[open_[-1]].level >= item.level:
            open_.pop()
        first = 0 if made and not open_ else None  # the document's own title is above everything
        parent = open_[-1] if open_ else (first if n and headings[0].level == 1 else None)
        title = " ".join(texts[n].split())
        above = (
            made[parent].path
            if parent is not None and not (parent == 0 and headings[0].level == 1)
            else ()
        )
        path = (*above, title)
        nodes = item.node.children
        inner = Span(nodes[0].start, nodes[-1].end) if nodes else Span(item.end, item.end)
        made.append(
            Section(
                n,
                title,
                item.level,
                Span(item.start, item.end),
                inner,
                ends[n],
                parent,
                path,
                names[n],
            )
        )
        open_.append(n)
    return made
