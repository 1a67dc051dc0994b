"""One entry's gaps, read one after the other, and how they would be written: no votes in here."""

from __future__ import annotations

from listlint.paperlist import Entry
from listlint.style.fields import Skeleton
from listlint.style.gaps import Parts, closing, read, tokens
from listlint.style.votes import Habit
from listlint.style.words import END, START

ENDED = "?!…？！"  # after such an end of a field no comma or full stop is due


class Written:
    """The gaps of one entry, read one after the other."""

    __slots__ = ("bones", "entry", "parts", "text")

    def __init__(self, bones: Skeleton, entry: Entry, text: str) -> None:
        self.bones = bones
        self.entry = entry
        self.text = text
        self.parts: list[Parts | None] = []
        stack: tuple[str, ...] = ()
        for n, gap in enumerate(bones.gaps):
            reading = read(gap, stack, n == 0)
            self.parts.append(reading.parts)
            stack = reading.open

    def around(self, n: int) -> tuple[str, str]:
        fields = self.bones.fields
        return (
            fields[n - 1].name if n else START,
            fields[n].name if n < len(fields) else END,
        )

    def due(self, n: int, wrong: dict[str, Habit]) -> str:
        """How gap ``n`` would be written: indents and the padding of cells stay."""
        parts = self.parts[n]
        assert parts is not None
        new = parts._replace(**{part: habit.form for part, habit in wrong.items()})
        if "brk" in wrong and not (parts.brk and new.brk):  # a line joined or cut
            joint = " " if n < len(self.bones.fields) else ""
            return "".join(new._replace(sep="", lead="", brk=new.brk or joint))
        if "\n" in parts.brk and "\n" not in new.brk:  # an indent is none in the middle of a line
            new = new._replace(lead=" " + new.lead.lstrip(" \t"))
        if "lead" in wrong:
            indent = parts.lead[: len(parts.lead) - len(parts.lead.lstrip(" \t"))]
            new = new._replace(lead=indent + wrong["lead"].form)
        return "".join(new)

    def around_field(self, n: int, marks: str, last: int | None = None) -> dict[int, str]:
        """How gaps would read with marks set around field ``n``, or the fields up to ``last``."""
        behind = (n if last is None else last) + 1
        before, after = self.bones.gaps[n], self.bones.gaps[behind]
        opened = tuple(token for _, token, _ in tokens(marks, ()))
        return {n: before + marks, behind: closing(opened) + after}

    def sound(self, due: dict[int, str]) -> bool:
        """Whether all marks still close when these gaps read so."""
        stack: tuple[str, ...] = ()
        for n, gap in enumerate(self.bones.gaps):
            reading = read(due.get(n, gap), stack, n == 0)
            if reading.parts is None or (n not in due and reading.parts != self.parts[n]):
                return False
            stack = reading.open
        return not stack

    def excused(self, n: int, wrong: dict[str, Habit]) -> bool:
        """Whether the end of the field before makes the difference: no comma is due behind a
        question mark, no second full stop behind an abbreviation."""
        parts = self.parts[n]
        if n == 0 or parts is None:
            return False
        field = self.bones.fields[n - 1]
        last = self.text[field.end - 1]
        return all(
            _excused(field.name, last, getattr(parts, part), habit.form)
            if part in ("inner", "sep")
            else part == "after" and bool((parts.after + habit.form).strip())
            for part, habit in wrong.items()
        )

    def seen(self, n: int, wrong: dict[str, Habit]) -> bool:
        """Whether the difference shows on the page: blanks before a break don't, nor does a
        second one beside another."""
        parts = self.parts[n]
        assert parts is not None
        return any(
            _kind(parts.brk) != _kind(habit.form)
            if part == "brk"
            else _shown(getattr(parts, part), part) != _shown(habit.form, part)
            for part, habit in wrong.items()
        )


def _shown(written: str, part: str) -> str:
    """A part as the page shows it; the blanks of what begins a line never tell."""
    words = " ".join(written.split())
    if part == "lead" or not written:
        return words
    return " " * written[0].isspace() + words + " " * (written[-1].isspace() and bool(words))


def _kind(brk: str) -> str:
    """What the page shows of a break: nothing, another line, another paragraph, another cell."""
    if "|" in brk:
        return "cell"
    if brk.count("\n") > 1:
        return "paragraph"
    return "line" if brk.strip() or brk.startswith("  ") else ""


def _excused(name: str, last: str, now: str, due: str) -> bool:
    if last in ENDED or (last == "." and due[:1] == "."):
        return now.strip() == due[1:].strip()
    return name in ("authors", "venue") and now == f".{due}"  # others end in "et al."
