"""Walks over the words beside a name and says whether all of them were understood.

It knows words (``slot_words``) and no venue but the one that it is told.
"""

from __future__ import annotations

from listlint.knowledge.slot_words import (
    Rest,
    before,
    behind,
    is_ordinal,
    months,
    series,
    track_at,
    tracks,
)
from listlint.knowledge.slot_years import (
    find_year,
    is_bracketed,
    is_numbered,
    same_venue,
    short_year,
)
from listlint.knowledge.venue_facts import kind_of, parent_of
from listlint.knowledge.venue_names import table
from listlint.knowledge.venue_spelling import Word

_PAGED = ("journal", "preprint", "repository", "series")
_ON = ("on", "for", "in", "of")
_MOST_WORDS_OF_A_WORKSHOP = 16


class Walk:
    """The words of one slot around the name ``parts[first:last]``, taken one after another."""

    def __init__(
        self, text: str, parts: tuple[Word, ...], first: int, last: int, id: str | None, long: bool
    ) -> None:
        self.text, self.parts, self.first, self.last = text, parts, first, last
        self.id, self.long = id, long
        self.paged = id is not None and kind_of(id) in _PAGED
        self.month = self.wordy = False
        self.free = False  # words of any kind were taken for a workshop's own name
        self.open_workshop = -1  # the word behind "Workshop", where its own name may begin
        self.tracks: list[tuple[int, int]] = []
        self.year, self.at_year = find_year(text, parts, first, last, id if long else None)
        if self.year is None and id is not None and not self.paged:
            self.year, self.at_year = short_year(parts, last)

    def rest(self) -> Rest:
        if self.year is None:
            return Rest(month=self.month, tracks=tuple(self.tracks), wordy=self.wordy)
        part = self.parts[self.at_year]
        return Rest(self.year, part.start, part.end, self.month, tuple(self.tracks), self.wordy)

    def all_understood(self) -> bool:
        """Whether every word before and behind the name is one that may stand there."""
        return self._through(0, self.first, before()) and self._through(
            self.last, len(self.parts), behind()
        )

    def _through(self, at: int, stop: int, fillers: frozenset[str]) -> bool:
        while at < stop:
            after = self.step(at, stop, fillers)
            if after == at:
                return False
            at = after
        return True

    def step(self, at: int, stop: int, fillers: frozenset[str]) -> int:
        """The place behind what stands at a word; the same place if it isn't understood."""
        if at == self.at_year:
            return self._date_behind(at + 1, stop)
        if self.parts[at].fold.isdigit():
            return self._number(at, stop)
        if self.parts[at].fold in months():
            return self._month(at, stop)
        if count := track_at(self.parts, at, stop):
            after = self._track(at, at + count, stop)
        elif self.parts[at].fold == "top" and at + 1 < stop and self.parts[at + 1].fold.isdigit():
            after = self._top(at, stop)
        else:
            after = self._word(at, stop, fillers)
        self.wordy |= after > at
        return after

    def _word(self, at: int, stop: int, fillers: frozenset[str]) -> int:
        """A word that may stand here, the venue's name once more, or a workshop's own name."""
        if count := same_venue(self.parts, at, self.id) or self._its_event(at):
            return at + count
        fold = self.parts[at].fold
        if fold in fillers or fold == "*" or self._is_medium(at) or self._is_subject(at):
            return at + 1
        if at == self.open_workshop and at >= self.last:
            after, end = self._workshop_on(at, stop)
            self.tracks[-1] = (self.tracks[-1][0], end)
            return after
        return self._named_workshop(at, stop)

    def _its_event(self, at: int) -> int:
        """``EuroMLSys@EuroSys``: the event that a workshop belongs to, behind it."""
        parent = parent_of(self.id) if self.id is not None and at >= self.last else None
        return same_venue(self.parts, at, parent) if parent else 0

    def _is_subject(self, at: int) -> bool:
        """``[cs.CL]`` behind an arXiv number."""
        part = self.parts[at]
        return (
            self.id == "arxiv"
            and part.end - part.start <= 8
            and self.text[part.start - 1 : part.start] in ("[", ".", "-")
        )

    def _top(self, at: int, stop: int) -> int:
        """``top 5%``, ``Top 3.5%``."""
        after = at + 2
        while after < stop and self.parts[after].fold.isdigit() and self._between(after) == ".":
            after += 1
        end = self.parts[after - 1].end
        self.tracks.append((self.parts[at].start, end + (self.text[end : end + 1] == "%")))
        return after

    def _date_behind(self, at: int, stop: int) -> int:
        """``2023.05`` and ``2023-05-12``, and the number of a dated identifier behind it."""
        while at < stop and self.parts[at].fold.isdigit() and self._between(at) in (".", "-", "/"):
            if self.parts[at].end - self.parts[at].start > 2 and self._between(at) != ".":
                break
            self.month = True
            at += 1
        return at

    def _month(self, at: int, stop: int) -> int:
        """``May`` and ``May 12``."""
        self.month = True
        after = at + 1
        if after < stop and self._is_short(after) and after != self.at_year:
            after += 2 if is_ordinal(self.parts, after) else 1
        return after

    def _number(self, at: int, stop: int) -> int:
        """A day, an ordinal, a volume, a page; any number behind a journal or a preprint server."""
        if is_ordinal(self.parts, at):
            return min(at + 2, stop)
        if at + 1 < stop and self.parts[at + 1].fold in months() and self._is_short(at):
            return at + 1
        if at + 1 == self.at_year and self._is_month_number(at):
            self.month = True
            return at + 1
        if (
            self.paged
            or self.long
            or self._follows_number(at)
            or (self._is_short(at) and is_bracketed(self.text, self.parts[at]))
        ):
            self.wordy = True
            return at + 1
        return at

    def _is_month_number(self, at: int) -> bool:
        """``05/2023``."""
        gap = self.text[self.parts[at].end : self.parts[at + 1].start]
        return gap in ("/", ".", "-") and self._is_short(at) and 1 <= int(self.parts[at].fold) <= 12

    def _follows_number(self, at: int) -> bool:
        """Whether a number belongs to a word such as "vol." before it, or to such a number."""
        while at > 0 and self.parts[at - 1].fold.isdigit() and at - 1 != self.at_year:
            at -= 1
        after_series = at > 0 and self.parts[at - 1].fold in series()
        return after_series or is_numbered(self.parts, at, self.first, self.last)

    def _is_short(self, at: int) -> bool:
        return self.parts[at].fold.isdigit() and self.parts[at].end - self.parts[at].start <= 2

    def _between(self, at: int) -> str:
        return self.text[self.parts[at - 1].end : self.parts[at].start].strip()

    def _is_medium(self, at: int) -> bool:
        return self.paged and self.parts[at].fold in table()["media"]

    def _track(self, at: int, after: int, stop: int) -> int:
        """A track; behind "Workshop" what it is on belongs to it."""
        start, end = self.parts[at].start, self.parts[after - 1].end
        if end - start <= 2 and not self.text[start:end].isupper():
            return at
        kind = tracks()["".join(part.fold for part in self.parts[at:after])]
        if (
            kind == "workshop"
            and after < stop
            and self.parts[after].fold in _ON
            and after != self.first - 1
        ):
            after, end = self._workshop_on(after, stop)
        elif after < stop and self.parts[after].fold == "track":
            after, end = after + 1, self.parts[after].end
        if self.text[end : end + 1] == "%":
            end += 1
        self.tracks.append((start, end))
        self.open_workshop = after if kind == "workshop" else -1
        return after

    def _workshop_on(self, at: int, stop: int) -> tuple[int, int]:
        """To where the workshop's own name goes: a year, an @, a bracket's end, or the name."""
        self.free = True
        start = at
        while at < stop and at != self.at_year and not (at > start and self._ends_workshop(at)):
            at += 1
        end = at
        if at == stop and stop == self.first:
            while end > start and self.parts[end - 1].fold in ("at", "in", "of", "the"):
                end -= 1
        return at, self.parts[end - 1].end

    def _ends_workshop(self, at: int) -> bool:
        return any(
            sign in self.text[self.parts[at - 1].end : self.parts[at].start] for sign in "@)("
        )

    def _named_workshop(self, at: int, stop: int) -> int:
        """``Foo Bar Workshop``: words of any kind, if "Workshop" ends them."""
        for ahead in range(at, min(at + _MOST_WORDS_OF_A_WORKSHOP, stop)):
            if ahead == self.at_year:
                return at
            if self.parts[ahead].fold in ("workshop", "workshops"):
                if stop == self.first and not self._leads_to_name(ahead + 1):
                    return at
                self.tracks.append((self.parts[at].start, self.parts[ahead].end))
                self.free = True
                return ahead + 1
        return at

    def _leads_to_name(self, at: int) -> bool:
        """Behind a workshop before the name: "@", "at", a comma or a bracket."""
        if at >= len(self.parts):
            return False
        gap = self.text[self.parts[at - 1].end : self.parts[at].start]
        return bool(gap.strip()) or self.parts[at].fold in ("at", "in", "of")
