"""A plain run of text cut into parts by what the parts say: "Title. Authors, Venue 2020".

Works on one run (one line, one cell, between links and marks) and gives ranges; from the right:
venue and year, names before them, the rest is the title. Every scan is linear.
"""

from __future__ import annotations

from listlint.knowledge.people import names
from listlint.reading.brackets import groups
from listlint.reading.edges import trim_text, worded
from listlint.reading.evidence import feature, year_of_date
from listlint.reading.naming import Naming, before_colon
from listlint.reading.parts import Part, strip, tail
from listlint.reading.separators import separators
from listlint.reading.untitled import from_the_right, glued_tail, name_part
from listlint.reading.words import EDGE, QUOTES

UNKNOWN = Naming()


def split(text: str, vocabulary: object, titled: bool, naming: Naming = UNKNOWN) -> list[Part]:
    """The parts of a run; ``titled``: a marked title stands before it."""
    parts: list[Part] = []
    cursor = 0
    for start, end, mark in groups(text):
        inner = (start + len(mark), end - 1)
        if not _cuts(text, start, end, mark, vocabulary, titled):
            continue
        if mark in QUOTES and not parts and feature(text[cursor:start], vocabulary).names >= 2.5:
            parts.append(Part(*strip(text, cursor, start), ""))
        else:
            parts += plain_parts(text, cursor, start, vocabulary, titled, naming)
        if mark in QUOTES:
            parts.append(Part(*inner, '"'))
            titled = True
        else:
            inside = _inside(text[inner[0] : inner[1]], vocabulary)
            if len(inside) > 1:
                parts += [Part(inner[0] + p.start, inner[0] + p.end, mark) for p in inside]
            else:
                parts.append(Part(*strip(text, *inner), mark))
        cursor = end
    parts += plain_parts(text, cursor, len(text), vocabulary, titled, naming)
    return [p for p in parts if p.end > p.start]


def _inside(text: str, vocabulary: object) -> list[Part]:
    """The fields of a bracket that holds more than one: "(OpenPane, ICLR 2024)"."""
    if len(text) <= 60:
        whole = feature(text.strip(EDGE), vocabulary)
        if "," not in text or whole.reading is not None or whole.date >= 4:
            return []
    return split(text, vocabulary, True)


def _cuts(text: str, start: int, end: int, mark: str, vocabulary: object, titled: bool) -> bool:
    """Whether a bracket or quotation is a field of its own and no part of a running text."""
    inner = text[start + 1 : end - 1].strip(EDGE)
    if mark in QUOTES and text[:start].rstrip()[-1:].isalnum():
        return False  # words quoted inside a running title
    if mark in QUOTES:
        words = len(inner.split())
        closed = words >= 2 and text[end - 2 : end - 1] in ".,?!"
        return closed or words >= 3 or feature(inner, vocabulary).title > 1.5
    if not inner:
        return False
    f = feature(inner, vocabulary)
    before = trim_text(text[max(0, start - 80) : start]).strip(EDGE + "][()")
    after = trim_text(text[end : end + 80]).strip(EDGE + "][()")
    if f.venue >= 3 or f.date >= 4 or f.names >= 4:
        return True
    if not after and "," in inner and _leads_with_date(inner, vocabulary):
        return True
    if mark == "(" and before and after:
        return False
    if not before and (mark != "(" or titled):
        return True
    return not after and (f.words <= 3 or titled or f.venue > 1 or tail().search(inner) is not None)


def _leads_with_date(inner: str, vocabulary: object) -> bool:
    """Whether a bracket begins with a venue and year, or a date, and a remark follows."""
    f = feature(inner.partition(",")[0].strip(EDGE), vocabulary)
    return f.date >= 4 or (f.venue >= 5 and f.year is not None)


def plain_parts(
    text: str, start: int, end: int, vocabulary: object, titled: bool, naming: Naming = UNKNOWN
) -> list[Part]:
    """A stretch without cut brackets, split at the separators that evidence speaks for."""
    start, end = strip(text, start, end)
    if text[start : start + 3] in ("by ", "By ") and (titled or names(text[start + 3 : end]) > 0):
        start += 3
    if start >= end or not worded(text[start:end]):
        return []
    if lead := _leading_date(text, start, end):
        date = Part(*strip(text, start, lead), "")
        return [date, *_undated_parts(text, *strip(text, lead, end), vocabulary, titled, naming)]
    return _undated_parts(text, start, end, vocabulary, titled, naming)


def _undated_parts(
    text: str, start: int, end: int, vocabulary: object, titled: bool, naming: Naming
) -> list[Part]:
    if start >= end:
        return []
    head = before_colon(text, start, end) if naming.colon and not titled else ""
    if head and names(head) > 0:
        rest = strip(text, start + len(head), end)
        behind = _undated_parts(text, *rest, vocabulary, False, naming.behind())
        return [Part(*strip(text, start, start + len(head)), ""), *behind]
    whole = feature(text[start:end].strip(EDGE), vocabulary)
    if whole.date >= 4 or (whole.venue >= 5 and whole.words < 14):
        return [Part(start, end, "")]
    cuts = separators(text, start, end)
    if whole.names >= 4 and all(name_part(text[a:b]) for a, b in (cuts[0], *cuts[-2:])):
        return [Part(start, end, "")]
    if len(cuts) == 1:
        return glued_tail(text, start, end, vocabulary)
    if titled:
        return _fields(text, cuts, vocabulary)
    return from_the_right(text, cuts, vocabulary, naming)


def _leading_date(text: str, start: int, end: int) -> int:
    """Where a date of six or eight digits that leads a run ends ("20181106 JMLR"); 0 for none."""
    stop = text.find(" ", start, min(end, start + 9))
    if stop < 0 or not text[start].isdigit():
        return 0
    date = text[start:stop]
    return stop if date.isdigit() and year_of_date(date) is not None and len(date) > 4 else 0


def _fields(text: str, cuts: list[tuple[int, int]], vocabulary: object) -> list[Part]:
    """Behind a marked title: every part is a field; neighbouring names are one."""
    out: list[Part] = []
    at = 0
    while at < len(cuts):
        take = 1
        while at + take < len(cuts) and name_part(text[cuts[at + take][0] : cuts[at + take][1]]):
            take += 1
        if not (take > 1 and name_part(text[cuts[at][0] : cuts[at][1]])):
            take = _venue_run(text, cuts, at, vocabulary)
        out.append(Part(*strip(text, cuts[at][0], cuts[at + take - 1][1]), ""))
        at += take
    return out


def _venue_run(text: str, cuts: list[tuple[int, int]], at: int, vocabulary: object) -> int:
    """How many parts from ``at`` on are one venue with its year ("ICLR, May 2023"); at least 1."""
    best = 1
    for take in range(2, min(4, len(cuts) - at) + 1):
        f = feature(text[cuts[at][0] : cuts[at + take - 1][1]].strip(EDGE), vocabulary)
        if f.venue >= 5 or f.date >= 4:
            best = take
    return best
