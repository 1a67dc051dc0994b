"""The proof that a round did no harm: two readings compared, but for what fixes declare.

An entry is the same if its title stands where the edits have shifted it to; nothing is looked for
by name, so a paper that is swallowed, split or made up is seen wherever it happens. A heading that
is a paper's own is looked at as a part of that entry.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator

from listlint.finding import Finding, Span
from listlint.fix.declared import ADDRESSES, COMING, ENTRIES, ORDER, SECTIONS, TITLES, Declared
from listlint.fix.shift import Shift
from listlint.paperlist import Entry, PaperList, Section
from listlint.values import NamedTuple

NOWHERE = Span(-1, -1)


class Harm(NamedTuple):
    """What changed though no fix declared it, and where that stood before."""

    why: str
    place: Span


def harms(before: PaperList, after: PaperList, made: Iterable[Finding]) -> list[Harm]:
    """Every change of an entry, a title, an address or a section that nobody declared."""
    return list(_Comparison(before, after, list(made)).harms())


class _Comparison:
    """Two readings of a list, and what its fixes say that they change where."""

    def __init__(self, before: PaperList, after: PaperList, made: list[Finding]) -> None:
        self.old, self.new = before, after
        self.shift = Shift(e for each in made if each.fix for e in each.fix.edits)
        self.titles = sorted((*entry.title_span, entry.index) for entry in after.entries)
        self.title_starts = [start for start, _, _ in self.titles]
        self.headings = [section.inner.start for section in after.sections]
        self.own, self.newly_own = _own_headings(before), _own_headings(after)
        self.declared = Declared(before, made)
        self.come = self._come_headings()  # headings that weren't there, and may be

    def harms(self) -> Iterator[Harm]:
        yield from self._changed_headings()
        kept: set[int] = set()
        gone: defaultdict[tuple[str, tuple[str, ...]], list[Span]] = defaultdict(list)
        for entry in self.old.entries:
            allowed = self.declared.of(entry)
            found = self._now(entry)
            if found is not None and found.index not in kept:
                kept.add(found.index)
                if said := self._difference(entry, found, allowed):
                    yield Harm(f"{said} of {entry.title!r} changed", entry.span)
            elif allowed.isdisjoint(COMING):
                yield Harm(f"the entry {entry.title!r} is gone", entry.span)
            elif allowed.isdisjoint((ENTRIES, TITLES, ADDRESSES)):
                gone[_same(entry)].append(entry.span)
        for entry in self.new.entries:
            if entry.index not in kept:
                yield from self._come(entry, gone[_same(entry)])
        for (title, _), places in gone.items():
            yield from (Harm(f"the entry {title!r} is lost on its way", each) for each in places)

    def _come(self, entry: Entry, gone: list[Span]) -> Iterator[Harm]:
        """An entry that wasn't there: one that was moved, or one that a fix says that it brings."""
        place = self._before(entry.span)
        if gone:
            gone.pop()
        if not self.declared.brings(place):
            yield Harm(f"there is a new entry {entry.title!r}", place)

    def _now(self, entry: Entry) -> Entry | None:
        """The entry in whose title this one's title stands now."""
        character = self.shift.kept(entry.title_span)
        if character is None:  # its title is written anew, or all of it is taken out
            character = self.shift.kept(entry.span)
            return None if character is None else self._around(self.shift.after(character))
        at = self.shift.after(character)
        index = bisect_right(self.title_starts, at) - 1
        if index < 0 or at >= self.titles[index][1]:
            return None
        return self.new.entries[self.titles[index][2]]

    def _around(self, at: int) -> Entry | None:
        index = bisect_right(self.new.entries, at, key=lambda each: each.span.start) - 1
        entry = self.new.entries[index] if index >= 0 else None
        return entry if entry is not None and at < entry.span.end else None

    def _difference(self, old: Entry, new: Entry, allowed: frozenset[str]) -> str:
        if old.title != new.title and TITLES not in allowed:
            return "the title"
        if ADDRESSES not in allowed and _addresses(old) != _addresses(new):
            return "the addresses"
        if not self._one_home(old, new) and allowed.isdisjoint((SECTIONS, ORDER)):
            return "the section"
        return ""

    def _one_home(self, old: Entry, new: Entry) -> bool:
        """Whether an entry stands below the same heading as before."""
        here, there = _section(self.old, old), _section(self.new, new)
        if there is not None and there.index in self.come:
            return True
        if here is None or there is None:
            return here is there
        if not self.declared.headings and not self.own and not self.come:
            return here.path == there.path
        character = self.shift.kept(here.inner)
        return character is None or _holds(there.inner, self.shift.after(character))

    def _come_headings(self) -> frozenset[int]:
        """The new headings that a fix says that it makes of what stood there."""
        if not self.declared.moving:
            return frozenset()
        met = {new.index for old in self.old.sections if (new := self._heading(old))}
        others = (new for new in self.new.sections if new.index not in met)
        return frozenset(new.index for new in others if self.declared.opens(self._before(new.span)))

    def _before(self, span: Span) -> Span:
        return Span(self.shift.before(span.start), self.shift.before(span.end))

    def _changed_headings(self) -> Iterator[Harm]:
        """Headings are the same in the same order, but for those that a fix means to change."""
        claimed: set[int] = set()
        for old in self.old.sections:
            new = self._heading(old)
            claimed.update([new.index] if new else [])
            if old.index in self.declared.headings or old.index in self.own:
                continue
            if new is None:
                yield Harm(f"the heading {old.title!r} is gone", old.span)
            elif (old.title, old.level) != (new.title, new.level):
                yield Harm(f"the heading {old.title!r} changed", old.span)
        known = claimed | self.newly_own | self.come
        for new in self.new.sections:
            if not self.declared.headings and new.index not in known:
                place = self.shift.before(new.span.start)
                yield Harm(f"there is a new heading {new.title!r}", Span(place, place))

    def _heading(self, old: Section) -> Section | None:
        """The heading in whose text an old one's text stands now."""
        character = self.shift.kept(old.inner)
        if character is None:  # it has none, or it is written anew
            return self.new.sections[old.index] if old.index < len(self.new.sections) else None
        at = self.shift.after(character)
        index = bisect_right(self.headings, at) - 1
        new = self.new.sections[index] if index >= 0 else None
        return new if new is not None and _holds(new.inner, at) else None


def _own_headings(papers: PaperList) -> set[int]:
    """Headings that are an entry's own, by index."""
    starts = {section.span.start: section.index for section in papers.sections}
    return {starts[e.span.start] for e in papers.entries if e.span.start in starts}


def _holds(span: Span, at: int) -> bool:
    return span.start <= at < span.end


def _same(entry: Entry) -> tuple[str, tuple[str, ...]]:
    return entry.title, _addresses(entry)


def _addresses(entry: Entry) -> tuple[str, ...]:
    return tuple(link.url for link in entry.links)


def _section(papers: PaperList, entry: Entry) -> Section | None:
    return None if entry.section is None else papers.sections[entry.section]
