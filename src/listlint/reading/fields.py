"""Field words: what stands before a colon and says what follows, known ones and a list's own."""

from __future__ import annotations

from listlint.reading.edges import trim_text
from listlint.reading.items import Item
from listlint.reading.words import EDGE


def field_head(text: str, start: int, end: int) -> tuple[str, int]:
    """What may be a field word at the start of a text, and how far behind it the colon stands."""
    head = text[start : min(end, start + 40)]
    if ":" not in head and "：" not in head:
        return "", 0
    place = min((p for p in (head.find(":"), head.find("：")) if p > 0), default=-1)
    if place <= 0 or head.startswith("://", place) or head[place + 1 : place + 2].isdigit():
        return "", 0
    return trim_text(head[:place]).strip(EDGE + "[("), place


def _is_plain(head: str) -> bool:
    """Ordinary words: a nickname (SpadeFormer, v2Net) may come again and again, too."""
    words = (word.strip("()[]") for word in head.split())
    return all(w[1:].islower() or w.isupper() or not w[1:] for w in words)


def own_words(items: list[Item], text: str) -> frozenset[str]:
    """Field words of a list's own: heads of bullets and paragraphs that come again and again."""
    counts: dict[str, int] = {}
    for item in items:
        if item.kind in ("bullet", "para") and item.fields and item.fields[0]:
            first = item.fields[0][0]
            head = field_head(text, first.start, item.fields[0][-1].end)[0]
            if head and len(head.split()) <= 4 and _is_plain(head):
                head = head.lower()
                counts[head] = counts.get(head, 0) + 1
    return frozenset(head for head, n in counts.items() if n >= max(4, len(items) // 100))
