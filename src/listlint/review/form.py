"""The issue form by which anybody asks for a paper: what was filled in, as harmless values; pure.

Whatever stands in an issue is a stranger's text: fields are cut to a length and a line, addresses
must be the web's, and nothing is taken for more than words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from listlint.adding.records import Hand, Named, named
from listlint.adding.wanted import WantedLink
from listlint.knowledge import addresses, people
from listlint.values import NamedTuple

PAPER, TITLE, AUTHORS, VENUE, YEAR, LINKS, SECTION = LABELS = (
    "Paper",
    "Title",
    "Authors",
    "Venue",
    "Year",
    "Links",
    "Section",
)
NOTHING = "_No response_"  # what GitHub writes into a field that was left empty
LONGEST, MOST_TEXT, MOST_LINKS = 300, 20_000, 5


class Asked(NamedTuple):
    """What somebody asks for."""

    paper: Named | None
    hand: Hand
    section: str  # empty: they don't say


def asked(text: str) -> Asked | None:
    """What a form's issue says; None of an issue that is none of the form's."""
    fields = _fields(text[:MOST_TEXT])
    if PAPER not in fields:
        return None
    year = fields.get(YEAR, "")
    hand = Hand(
        title=_line(fields, TITLE),
        authors=people.people(_line(fields, AUTHORS)),
        venue=_line(fields, VENUE),
        year=int(year) if re.fullmatch(r"(?:19|20)\d\d", year) else None,
        links=_links(fields.get(LINKS, "")),
    )
    word = _line(fields, PAPER)
    return Asked(named(word) if word else None, hand, _line(fields, SECTION))


def _fields(text: str) -> Mapping[str, str]:
    """Each field once: who writes a heading into a field gains nothing by it."""
    found: dict[str, str] = {}
    label, lines = "", [""]
    for line in [*text.replace("\r\n", "\n").split("\n"), "### "]:
        if line.startswith("### ") and (line[4:].strip() in LABELS or line == "### "):
            value = "\n".join(lines).strip()
            if label:
                found.setdefault(label, "" if value == NOTHING else value)
            label, lines = line[4:].strip(), []
        else:
            lines.append(line)
    return found


def _line(fields: Mapping[str, str], name: str) -> str:
    """A field as one line of what can be seen."""
    text = "".join(c if c.isprintable() else " " for c in fields.get(name, ""))
    return " ".join(text.split())[:LONGEST]


def _links(text: str) -> tuple[WantedLink, ...]:
    """The first addresses of the web in a field."""
    found: dict[str, WantedLink] = {}
    for word in text.split():
        if re.fullmatch(r"https?://[\w.-]+\.[\w-]+(?:[/?#][\x21-\x7e]*)?", word, re.ASCII):
            found.setdefault(word[:LONGEST], WantedLink(word[:LONGEST], addresses.read(word).kind))
    return tuple(found.values())[:MOST_LINKS]
