"""The list's own house style: what stands between its fields, how its labels and links look.

Pure: a list goes in, votes come out, each counted once a list and only if somebody asks. Nothing
here demands a style that a list doesn't have.
"""

from __future__ import annotations

from functools import cached_property

from listlint.paperlist import PaperList
from listlint.style.dates import Kind, Other, learn_dates, other_dates
from listlint.style.deviations import Deviation, deviations
from listlint.style.links import Links, learn_links
from listlint.style.votes import Habit, Habits, Survey, habits, survey
from listlint.style.wraps import Wraps, learn_wraps

__all__ = ["Deviation", "Other", "Style", "style_of"]
MOST_KEPT = 3  # of a list, of one before it, of that which both are parts of


class Style:
    """The style of a list, learnt from the list that is its model."""

    def __init__(self, papers: PaperList) -> None:
        self.papers = papers

    @cached_property
    def model(self) -> Style:
        """The style that holds: of the list before a change, or of all its files."""
        return self if self.papers.model is self.papers else style_of(self.papers.model)

    @cached_property
    def survey(self) -> Survey:
        """The list's own entries, taken apart with the words that its model knows."""
        return survey(self.papers, None if self.model is self else self.model.survey.own)

    @cached_property
    def habits(self) -> Habits:
        """What stands between two fields."""
        return habits(self.survey) if self.model is self else self.model.habits

    @cached_property
    def links(self) -> Links:
        """How this list's own links are written."""
        return learn_links(self.papers, self.survey)

    @cached_property
    def wraps(self) -> Wraps:
        """Marks that are set around a field wherever it stands."""
        return learn_wraps(self.survey) if self.model is self else self.model.wraps

    @cached_property
    def dates(self) -> dict[Kind, Habit]:
        """How dates are written."""
        return learn_dates(self.papers, self.survey) if self.model is self else self.model.dates

    def other_dates(self) -> list[Other]:
        """Dates that are written otherwise."""
        return list(other_dates(self.papers, self.survey, self.dates))

    def deviations(self) -> list[Deviation]:
        """Where entries are written otherwise than their family, or than what is pinned."""
        if self.papers.pinned is not None and self.papers.pinned.entry:
            from listlint.style.pinned import pinned_deviations

            return list(pinned_deviations(self.papers, self.survey))
        return list(deviations(self.papers, self.survey, self.habits, self.wraps))


_kept: list[Style] = []


def style_of(papers: PaperList) -> Style:
    """The style of this very list: several rules ask, it is learnt once."""
    for n, style in enumerate(_kept):
        if style.papers is papers:
            _kept[:] = [*_kept[:n], *_kept[n + 1 :], style]  # the last one asked for stays
            return style
    style = Style(papers)
    _kept.append(style)
    del _kept[:-MOST_KEPT]
    return style
