"""Where a run of text may be cut: at commas, bars, dashes, and full stops that end no initial."""

from __future__ import annotations

import re
from functools import cache

from listlint.knowledge.people import is_name
from listlint.reading.words import DASHES, EDGE


@cache
def _separator() -> re.Pattern[str]:
    return re.compile(
        r"\s*(?:[,;|•·，；、。]|\.(?=\s|$|arXiv)|[?!](?=\s)|(?<=\s)[" + DASHES + r"]{1,2}(?=\s))\s*"
    )


@cache
def _initial() -> re.Pattern[str]:
    return re.compile(
        r"(?:^|[\s,.\-(])[A-Z]\.?$|\b(?:vs|etc|cf|Trans|Softw|Technol|Chem|Sci|Rev|Phys|Commun|Syst|Netw|Secur|Artif|Intell|Lett|Surv|Methodol|Appl|Natl|Acad|Theor|Bioinform|Genet|Inf|Eng|Inform|Heal|Program|e\.g|i\.e|No|Vol|pp|Dr|St|Jr|Proc|Conf|Int|Trans|Comput|Biol)$"
    )


def separators(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The ranges between separators."""
    out: list[tuple[int, int]] = []
    cursor = start
    for match in _separator().finditer(text, start, end):
        sign = match[0].strip()
        if sign == "." and _ends_initial(text, cursor, match.start(), match.end(), end):
            continue
        if sign and sign in "?!" and not _fields_follow(text, match.end(), end):
            continue
        stop = match.end() if sign in "?!" and sign else match.start()
        if match.start() > cursor:
            out.append((cursor, stop))
        cursor = match.end()
    if cursor < end:
        out.append((cursor, end))
    return out or [(start, end)]


@cache
def _surname() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]{2,}(?:[ -][^\W\d_]{2,})? (?:[A-Z][ .-]?){1,3}$")


def _ends_initial(text: str, cursor: int, stop: int, after: int, end: int) -> bool:
    """Whether a full stop belongs to an initial or an abbreviation, and ends no field."""
    if not _initial().search(text, max(cursor, stop - 12), stop):
        return False
    alone = len(text[cursor:stop].strip()) == 1 and cursor > 0
    return not (alone or _is_surname_first(text, cursor, stop)) or not _field_follows(
        text, after, end
    )


def _fields_follow(text: str, after: int, end: int) -> bool:
    """Whether names or a year stand behind a question: else it goes on with a subtitle."""
    nearest = min((p for p in (text.find(c, after, end) for c in ",.;") if p > 0), default=end)
    follow = text[after:nearest].strip(EDGE)
    if any(c.isdigit() for c in follow):
        return True
    return is_name(follow) and nearest < end


def _is_surname_first(text: str, cursor: int, stop: int) -> bool:
    """Whether an initial ends a name such as "Sandholm T"."""
    return _surname().search(text, max(cursor, stop - 40), stop) is not None


def _field_follows(text: str, after: int, end: int) -> bool:
    """Whether no surname follows."""
    nearest = min(
        (p for p in (text.find(",", after, end), text.find(".", after, end)) if p > 0), default=end
    )
    follow = text[after:nearest].strip(EDGE)
    return bool(follow) and not is_name(follow)
