"""A run with no marked title before it, cut from the right: venue and year, names, the title last.

Whether a comma or a full stop ends the names is told from the words and the list's habit.
"""

from __future__ import annotations

from listlint.knowledge.people import is_name, names
from listlint.reading.evidence import feature
from listlint.reading.naming import Naming
from listlint.reading.parts import Part, strip, tail
from listlint.reading.words import EDGE


def from_the_right(
    text: str, cuts: list[tuple[int, int]], vocabulary: object, naming: Naming
) -> list[Part]:
    """Title first, or names first, with venue, date and names at the end."""
    behind: list[Part] = []
    had_names = False
    while cuts:
        take = _tail_venue(text, cuts, vocabulary)
        if not take and not had_names and len(cuts) > 1:
            take = _tail_names(text, cuts)
            if take and naming.stopped and _behind_comma(text, cuts, take):
                take = 0
            had_names = take > 0
        if not take and not had_names and not behind and _names_before(text, cuts):
            take = 1
        if not take or take >= len(cuts) + (not behind):
            break
        behind.insert(0, Part(cuts[-take][0], cuts[-1][1], ""))
        cuts = cuts[:-take]
    if not cuts:
        return behind
    head: list[Part] = []
    if not had_names:
        lead = _lead(text, cuts, vocabulary, naming.led)
        if lead:
            head.append(Part(cuts[0][0], cuts[lead - 1][1], ""))
            cuts = cuts[lead:]
    middle = glued_tail(text, cuts[0][0], cuts[-1][1], vocabulary) if cuts else []
    return head + middle + behind


def glued_tail(text: str, start: int, end: int, vocabulary: object) -> list[Part]:
    """A venue and year behind a title with nothing but a blank between them."""
    body = text[start:end]
    if " " in body and _may_end(body) and tail().search(body):
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


def _behind_comma(text: str, cuts: list[tuple[int, int]], take: int) -> bool:
    """Whether nothing but a comma says that the last parts are names and not the title's end."""
    start = cuts[-take][0]
    return not _sentence_before(text, start) and "et al" not in text[start : cuts[-1][1]]


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
        if not name_part(text[start:end]):
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


def name_part(text: str) -> bool:
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
        if not name_part(text[start:end]):
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
    rest = text[cuts[run][0] : cuts[run][1]]
    titled = feature(rest.strip(EDGE), None).title >= 2.5 and not rest.startswith("and ")
    return full and len(people) >= (2 if " and " in row else 3) and titled
