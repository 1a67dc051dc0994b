"""Which number beside a venue's name is its year, and which a page, a volume, an arXiv number."""

from __future__ import annotations

from listlint.knowledge.slot_words import numbered
from listlint.knowledge.venue_names import table
from listlint.knowledge.venue_spelling import Word

_FIRST_YEAR, _LAST_YEAR = 1950, 2039
_QUOTES = "'’‘`´′"
Words = tuple[Word, ...]


def find_year(
    text: str, parts: Words, first: int, last: int, long: str | None
) -> tuple[int | None, int]:
    """(year, its word) outside ``parts[first:last]``: in brackets before others, then the nearest.

    ``long`` is the venue's id where its long name is written.
    """
    name_end = parts[last - 1].end if last else -1
    best: tuple[bool, int, int, int] | None = None
    for at in (*range(first), *range(last, len(parts))):
        year = year_at(text, parts, at, name_end)
        if year is None or _is_page(text, parts, at) or is_numbered(parts, at, first, last):
            continue
        near = min(abs(at - first), abs(at - last))
        rank = (not is_bracketed(text, parts[at]), near, at, year)
        best = rank if best is None else min(rank, best)
    if best is not None:
        return best[3], best[2]
    return _year_of_acronym(text, parts, last, long) if long else (None, -1)


def _year_of_acronym(text: str, parts: Words, last: int, id: str) -> tuple[int | None, int]:
    """``… Security Symposium (USENIX Security 22)``."""
    at = len(parts) - 1
    part = parts[at]
    closing = text[part.end : part.end + 1] == ")"
    short = part.fold.isdigit() and part.end - part.start == 2
    if at > last and closing and short and same_venue(parts, at - 1, id, backward=True):
        return _century(int(part.fold)), at
    return None, -1


def same_venue(parts: Words, at: int, id: str | None, backward: bool = False) -> int:
    """How many words from here (or up to here) name the same venue once more."""
    if id is None:
        return 0
    forms = table()["forms"]
    for count in (4, 3, 2, 1):
        words = parts[max(at + 1 - count, 0) : at + 1] if backward else parts[at : at + count]
        held = forms.get("".join([part.fold for part in words]))
        if held is not None and held[0] == id:
            return len(words)
    return 0


def is_bracketed(text: str, part: Word) -> bool:
    return text[part.start - 1 : part.start] == "(" and text[part.end : part.end + 1] == ")"


def is_numbered(parts: Words, at: int, first: int, last: int) -> bool:
    """Whether "vol." or its like stands right before; never a word of the name."""
    return at > 0 and not first < at <= last and parts[at - 1].fold in numbered()


def _is_page(text: str, parts: Words, at: int) -> bool:
    """``1929-1958``: one of two numbers of three digits and more with a dash between them."""
    return any(
        one >= 0 and one + 1 < len(parts) and _is_range(text, parts[one], parts[one + 1])
        for one in (at - 1, at)
    )


def _is_range(text: str, one: Word, two: Word) -> bool:
    if not (one.fold.isdigit() and two.fold.isdigit()) or min(len(one.fold), len(two.fold)) < 3:
        return False
    return text[one.end : two.start].strip() in ("-", "–", "—", "--")


def year_at(text: str, parts: tuple[Word, ...], at: int, name_end: int = -1) -> int | None:
    """The year that a word is, if it is one; two digits count behind a quote or glued to a name."""
    part = parts[at]
    if not part.fold.isdigit() or not part.fold.isascii():
        return None
    if part.end - part.start == 4:
        year = int(part.fold)
        return (
            year if _FIRST_YEAR <= year <= _LAST_YEAR and not _is_arxiv(text, parts, at) else None
        )
    if part.end - part.start != 2:
        return None
    before = text[part.start - 1 : part.start]
    if before == " ":  # ``ICCV' 15``
        before = text[part.start - 2 : part.start - 1]
    if before in _QUOTES and before:
        return _century(int(part.fold))
    if part.start == name_end or (part.start == name_end + 1 and before in "-_"):
        return _century(int(part.fold))
    return None


def short_year(parts: Words, last: int) -> tuple[int | None, int]:
    """``AAAI 17``: two digits that end a conference's slot, unless no list would mean a year."""
    if last != len(parts) - 1:
        return None, -1
    fold = parts[last].fold
    if len(fold) != 2 or not (fold.isascii() and fold.isdigit()) or 30 <= int(fold) < 90:
        return None, -1
    return _century(int(fold)), last


def _century(short: int) -> int | None:
    """Two digits as a year; 40 to 79 are none that a list of papers would shorten."""
    if short < 40:
        return 2000 + short
    return 1900 + short if short >= 80 else None


def _is_arxiv(text: str, parts: tuple[Word, ...], at: int) -> bool:
    """``2002.00149``: four digits, a dot, four or five more."""
    part = parts[at]
    if text[part.end : part.end + 1] != "." or at + 1 == len(parts):
        return False
    after = parts[at + 1]
    return (
        after.start == part.end + 1 and after.fold.isdigit() and after.end - after.start in (4, 5)
    )
