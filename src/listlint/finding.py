"""What is said about a list, and how it could be mended: values only, no file, no clock, no net.

Every place is a half-open range of offsets into ``Source.text`` (code points, ``\\n`` line ends).
Lines and columns are made from offsets at the edge, by ``Source``.
"""

from __future__ import annotations

from collections.abc import Iterable

from listlint.values import NamedTuple

ERROR, WARNING, NOTE = "error", "warning", "note"
LEVELS = (NOTE, WARNING, ERROR)
SAFE, SUGGESTED, SHOWN = "safe", "suggested", "shown"


class Span(NamedTuple):
    """Offsets ``[start, end)`` into the text."""

    start: int
    end: int


class Edit(NamedTuple):
    """Replace ``text[start:end]`` by ``text``."""

    start: int
    end: int
    text: str


class Fix(NamedTuple):
    """How to mend a finding; ``changes`` names what besides layout it means to change.

    ``changes`` holds words out of: entries, titles, addresses, sections, order. A fix that
    changes one of these without saying so is taken back by the fixer.
    """

    title: str
    safety: str
    edits: tuple[Edit, ...] = ()
    changes: tuple[str, ...] = ()


class Related(NamedTuple):
    """Another place that belongs to a finding."""

    start: int
    end: int
    message: str


class EntryRef(NamedTuple):
    """The entry that a finding is about: enough to name it, whatever becomes of the list."""

    title: str
    start: int
    end: int


class Finding(NamedTuple):
    """One fault at one place.

    ``key`` is the entry's canonical key (or what the finding names), ``ordinal`` counts findings
    of one rule and key in the order of the text: together with ``rule`` they are its identity.
    Findings that share ``alike`` say the same thing but for the place.
    """

    rule: str
    level: str
    start: int
    end: int
    message: str
    key: str = ""
    alike: str = ""
    entry: EntryRef | None = None
    related: tuple[Related, ...] = ()
    fix: Fix | None = None
    ordinal: int = 0

    @property
    def identity(self) -> tuple[str, str, int]:
        """What stays the same when lines above are added or removed."""
        return (self.rule, self.key, self.ordinal)


def at_least(level: str, floor: str) -> bool:
    """Whether ``level`` is as grave as ``floor`` or graver."""
    return LEVELS.index(level) >= LEVELS.index(floor)


def apply(text: str, edits: Iterable[Edit]) -> str:
    """The text with all edits made; overlapping edits are a fault of the caller."""
    out: list[str] = []
    done = 0
    for edit in sorted(edits):
        if edit.start < done:
            raise ValueError(f"edits overlap at offset {edit.start}")
        out += (text[done : edit.start], edit.text)
        done = edit.end
    out.append(text[done:])
    return "".join(out)
