"""A plain run of text cut into parts by what the parts say: "Title. Authors, Venue 2020".

Works on one run (one line, one cell, between links and marks) and gives ranges; from the right:
venue and year, names before them, the rest is the title. Every scan is linear.
"""

from __future__ import annotations

import re
from functools import cache

from listlint.knowledge.people import is_name, names
from listlint.reading.brackets import groups
from listlint.reading.edges import trim_text
from listlint.reading.evidence import feature, year_of_date
from listlint.reading.separators import separators
from listlint.reading.words import EDGE, QUOTES
from listlint.values import NamedTuple


class Part(NamedTuple):
    """A range of the run and the bracket or quotation mark it stands in ("(", "[", '"', or "")."""

    start: int
    end: int
    mark: str


@cache
def _tail() -> re.Pattern[str]:
    return re.compile(r"(?:['’]?\d{2,4}\W*|[A-Z]{3,}\W*)$")


def strip(text: str, start: int, end: int) -> tuple[int, int]:
    """The range without blanks and separators at its edges."""
    while start < end and (text[start] in EDGE or text[start] in "])}"):
        start += 1
    while end > start and (text[end - 1] in EDGE or text[end - 1] in "[({"):
        end -= 1
    if end > start and text[end - 1] in '"“”' and text.count(text[end - 1], start, end) == 1:
        return strip(text, start, end - 1)
    if end > start and text[start] in '"“”' and text.count(text[start], start, end) == 1:
        return strip(text, start + 1, end)
    return start, end


def split(text: str, vocabulary: object, titled: bool, led: bool = False) -> list[Part]:
    """The parts of a run; ``titled``: a marked title stands before it; ``led``: names lead here."""
    parts: list[Part] = []
    cursor = 0
    for start, end, mark in groups(text):
        inner = (start + len(mark), end - 1)
        if not _cuts(text, start, end, mark, vocabulary, titled):
            continue
        if mark in QUOTES and not parts and feature(text[cursor:start], vocabulary).names >= 2.5:
            parts.append(Part(*strip(text, cursor, start), ""))
        else:
            parts += plain_parts(text, cursor, start, vocabulary, titled, led)
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
    parts += plain_parts(text, cursor, len(text), vocabulary, titled, led)
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
    return not after and (
        f.words <= 3 or titled or f.venue > 1 or _tail().search(inner) is not None
    )


def _leads_with_date(inner: str, vocabulary: object) -> bool:
    """Whether a bracket begins with a venue and year, or a date, and a remark follows."""
    f = feature(inner.partition(",")[0].strip(EDGE), vocabulary)
    return f.date >= 4 or (f.venue >= 5 and f.year is not None)


def plain_parts(
    text: str, start: int, end: int, vocabulary: object, titled: bool, led: bool = False
) -> list[Part]:
    """A stretch without cut brackets, split at the separators that evidence speaks for."""
    start, end = strip(text, start, end)
    if text[start : start + 3] in ("by ", "By ") and (titled or names(text[start + 3 : end]) > 0):
        start += 3
    if start >= end or not any(c.isalnum() for c in text[start:end]):
        return []
    if text[start].isdigit() and (lead := _leading_date(text, start, end)):
        rest = plain_parts(text, lead, end, vocabulary, titled, led)
        return [Part(*strip(text, start, lead), ""), *rest]
    whole = feature(text[start:end].strip(EDGE), vocabulary)
    if whole.date >= 4 or (whole.venue >= 5 and whole.words < 14):
        return [Part(start, end, "")]
    cuts = separators(text, start, end)
    if whole.names >= 4 and all(_name_part(text[a:b]) for a, b in (cuts[0], *cuts[-2:])):
        return [Part(start, end, "")]
    if len(cuts) == 1:
        return _glued_tail(text, start, end, vocabulary)
    if titled:
        return _fields(text, cuts, vocabulary)
    return _from_the_right(text, cuts, vocabulary, led)


def _leading_date(text: str, start: int, end: int) -> int:
    """Where a date of six or eight digits that leads a run ends ("20181106 JMLR"); 0 for none."""
    stop = text.find(" ", start, min(end, start + 9))
    if stop - start in (6, 8) and year_of_date(text[start:stop]) is not None:
        return stop
    return 0


def _glued_tail(text: str, start: int, end: int, vocabulary: object) -> list[Part]:
    """A venue and year behind a title with nothing but a blank between them."""
    body = text[start:end]
    if " " in body and _may_end(body) and _tail().search(body):
        blanks = [n for n, c in enumerate(body) if c == " "][-4:]
        for blank in blanks:
            reading = feature(body[blank + 1 :].strip(EDGE), vocabulary)
            if reading.reading is not None and reading.year is not None and reading.venue >= 6:
                return [
                    Part(*strip(text, start, start + blank), ""),
                    Part(*strip(text, start + blank, end), ""),
                ]
    return [Part(start, end, "")]


def _may_end(body: str) -> bool:
    """A cheap look at the last sign of a word: a digit or a capital?"""
    last = next((c for c in reversed(body) if c.isalnum() or c == "_"), "")
    return last.isdigit() or "A" <= last <= "Z"


def _from_the_right(
    text: str, cuts: list[tuple[int, int]], vocabulary: object, led: bool
) -> list[Part]:
    """Title first, or names first, with venue, date and names at the end."""
    tail: list[Part] = []
    had_names = False
    while cuts:
        take = _tail_venue(text, cuts, vocabulary)
        if not take and not had_names and len(cuts) > 1:
            take = _tail_names(text, cuts)
            had_names = take > 0
        if not take and not had_names and not tail and _names_before(text, cuts):
            take = 1
        if not take or take >= len(cuts) + (not tail):
            break
        tail.insert(0, Part(cuts[-take][0], cuts[-1][1], ""))
        cuts = cuts[:-take]
    if not cuts:
        return tail
    head: list[Part] = []
    if not had_names:
        lead = _lead(text, cuts, vocabulary, led)
        if lead:
            head.append(Part(cuts[0][0], cuts[lead - 1][1], ""))
            cuts = cuts[lead:]
    middle = _glued_tail(text, cuts[0][0], cuts[-1][1], vocabulary) if cuts else []
    return head + middle + tail


def _tail_venue(text: str, cuts: list[tuple[int, int]], vocabulary: object) -> int:
    """How many parts at the end are a venue or a date; 0 for none."""
    best = 0
    for count in range(1, min(4, len(cuts)) + 1):
        piece = text[cuts[-count][0] : cuts[-1][1]].strip(EDGE)
        f = feature(piece, vocabulary)
        if f.venue >= 5 or f.date >= 4:
            best = count
    if best == 0 and len(cuts) > 1:
        f = feature(text[cuts[-1][0] : cuts[-1][1]].strip(EDGE), vocabulary)
        if f.venue >= 2.4 and f.names < 1:
            best = 1
    return best


def _names_before(text: str, cuts: list[tuple[int, int]]) -> bool:
    """Whether names stand before the last part: then it is a field behind them, known or not."""
    if len(cuts) < 3 or len(text[cuts[-1][0] : cuts[-1][1]].split()) > 8:
        return False
    take = _tail_names(text, cuts[:-1])
    if not take:
        return False
    joined = text[cuts[-1 - take][0] : cuts[-2][1]]
    return names(joined) >= 4 and _sentence_before(text, cuts[-1 - take][0])


def _tail_names(text: str, cuts: list[tuple[int, int]]) -> int:
    """How many parts at the end are names, an odd one among many allowed."""
    return max(_plain_names(text, cuts), _mostly_names(text, cuts))


def _mostly_names(text: str, cuts: list[tuple[int, int]]) -> int:
    """Names from a full stop or dash on, though one of them is written oddly."""
    for count in range(4, min(len(cuts), 40)):
        start = cuts[-count][0]
        if _sentence_before(text, start):
            return count if names(text[start : cuts[-1][1]]) >= 4 else 0
    return 0


def _plain_names(text: str, cuts: list[tuple[int, int]]) -> int:
    """How many parts at the end are names."""
    count = 0
    for start, end in reversed(cuts):
        if not _name_part(text[start:end]):
            break
        count += 1
    if count == len(cuts):  # a title may look like a name: the first part is it
        count -= 1
        while count and not _sentence_before(text, cuts[-count][0]):
            count -= 1
    if count == 0:
        return 0
    joined = text[cuts[-count][0] : cuts[-1][1]]
    if names(joined) >= 2.5 or (
        count == 1 and names(joined) > 0 and _sentence_before(text, cuts[-1][0])
    ):
        return count
    return 0


def _name_part(text: str) -> bool:
    bare = text.strip(EDGE)
    if bare[-1:].isdigit() and bare[-2:-1].isalpha():
        bare = bare[:-1]  # a footnote's mark
    bare = bare[4:] if bare.startswith("and ") else bare
    if bare.isupper() and 2 < len(bare) <= 8 and feature(bare, None).venue >= 5:
        return False
    return is_name(bare) or names(bare) >= 2.5


def _sentence_before(text: str, place: int) -> bool:
    """Whether a full stop, or a dash set apart, stands before a place."""
    before = text[max(0, place - 6) : place].rstrip()
    return before.endswith((".", "?", "!", "。", " -", " –", " —", "|"))


def _lead(text: str, cuts: list[tuple[int, int]], vocabulary: object, led: bool) -> int:
    """How many parts at the beginning are names, or a venue, before the title."""
    count = run = 0
    for n, (start, end) in enumerate(cuts[:-1], 1):
        if not _name_part(text[start:end]):
            break
        run = n
        if _sentence_before(text, cuts[n][0]):
            count = n
        if text[start:end].rstrip(" .").endswith("et al"):
            break
    if not count and run and (led or _row_of_names(text, cuts, run)):
        return run
    if count:
        joined = text[cuts[0][0] : cuts[count - 1][1]]
        rest = text[cuts[count][0] : cuts[-1][1]]
        if names(joined) > 0 and _sentence_before(text, cuts[count][0]) and len(rest.split()) >= 3:
            return count
        count = 0
    first = feature(text[cuts[0][0] : cuts[0][1]].strip(EDGE), vocabulary)
    return 1 if len(cuts) > 1 and (first.venue >= 5.5 or first.date >= 4) else count


def _row_of_names(text: str, cuts: list[tuple[int, int]], run: int) -> bool:
    """Whether the first ``run`` parts are so surely names that a comma ends them as well.

    Each is a full name, there are three of them or an "and" between them, and a title follows.
    """
    row = text[cuts[0][0] : cuts[run - 1][1]]
    people = [part for part in row.replace(" and ", ",").split(",") if part.strip()]
    full = all(len(part.replace(".", ". ").split()) > 1 for part in people)
    rest = text[cuts[run][0] : cuts[run][1]].split()
    return full and len(people) >= (2 if " and " in row else 3) and len(rest) >= 4


def _fields(text: str, cuts: list[tuple[int, int]], vocabulary: object) -> list[Part]:
    """Behind a marked title: every part is a field; neighbouring names are one."""
    out: list[Part] = []
    at = 0
    while at < len(cuts):
        take = 1
        while at + take < len(cuts) and _name_part(text[cuts[at + take][0] : cuts[at + take][1]]):
            take += 1
        if not (take > 1 and _name_part(text[cuts[at][0] : cuts[at][1]])):
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
