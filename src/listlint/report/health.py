"""How well a list does, as parts that are each counted and told; the figure is their mean."""

from __future__ import annotations

from listlint.facts import ABSENT, LINK, UNCHECKED, Answers
from listlint.finding import ERROR, WARNING
from listlint.lint.gather import Report
from listlint.paperlist import Entry
from listlint.values import NamedTuple


class Part(NamedTuple):
    """One part of the figure: ``good`` of ``all``, and how that is counted."""

    name: str
    good: int
    all: int
    how: str

    @property
    def share(self) -> float:
        return self.good / self.all

    @property
    def percent(self) -> int:
        """Rounded down: 100 means all of them."""
        return 100 * self.good // self.all


class Health(NamedTuple):
    parts: tuple[Part, ...]
    left_out: tuple[str, ...]  # parts that can't be counted here, with the reason

    @property
    def figure(self) -> int | None:
        """The mean of the parts, in percent, rounded down."""
        if not self.parts:
            return None
        return int(100 * sum(part.share for part in self.parts) / len(self.parts) + 1e-9)


class LinkStates(NamedTuple):
    """What is known of the addresses that entries link."""

    alive: int
    moved: int
    dead: int
    unchecked: int

    @property
    def checked(self) -> int:
        return self.alive + self.moved + self.dead


def link_states(report: Report, answers: Answers) -> LinkStates:
    """Each address once; what nobody was asked about is unchecked."""
    known = {asked.subject: answer for asked, answer in answers.items() if asked.topic == LINK}
    counts = {"alive": 0, "moved": 0, "dead": 0, UNCHECKED: 0}
    for url in {link.url for entry in report.papers.entries for link in entry.links}:
        if ":" not in url:
            continue
        answer = known.get(url)
        counts[_state(answer.state) if answer else UNCHECKED] += 1
    return LinkStates(*counts.values())


def _state(state: str) -> str:
    if state == UNCHECKED:
        return UNCHECKED
    return {"agrees": "alive", "differs": "moved", ABSENT: "dead"}[state]


def health(report: Report, links: LinkStates) -> Health:
    """The parts that can be counted."""
    entries = report.papers.entries
    items = len(entries) + len(report.papers.unread)
    papers = [entry for entry in entries if entry.kind == "paper"]
    without = len(entries)
    parts = [
        Part("Understood", len(entries), items, "items that could be read as entries"),
        Part("No errors", without - _hit(report, ERROR), without, "entries without an error"),
        Part("No warnings", without - _hit(report, WARNING), without, "entries without a warning"),
        Part(
            "Paper linked",
            sum(map(_linked, papers)),
            len(papers),
            "papers with a link to the paper",
        ),
        Part(
            "Venue or year", sum(map(_dated, papers)), len(papers), "papers with a venue or a year"
        ),
        Part(
            "Links alive",
            links.alive + links.moved,
            links.checked,
            "links checked that still lead on",
        ),
    ]
    left_out = () if links.checked else ("links: none was checked; --online asks their hosts",)
    return Health(tuple(part for part in parts if part.all), left_out)


def _hit(report: Report, level: str) -> int:
    """Entries that a finding of this level is about."""
    about = (each.entry for each in report.findings if each.level == level)
    return len({entry.start for entry in about if entry})


def _linked(entry: Entry) -> bool:
    return any(link.kind == "paper" for link in entry.links)


def _dated(entry: Entry) -> bool:
    return entry.venue is not None or entry.year is not None
