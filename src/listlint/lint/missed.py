"""What stayed unchecked, and why: counted, so that nobody takes silence for a clean bill.

Pure. Where services are asked, it is what they couldn't tell; else every link that leads out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from listlint.facts import ABSENT, LINK, REPOSITORY, UNCHECKED, Answers
from listlint.paperlist import PaperList
from listlint.values import NamedTuple


class Missed(NamedTuple):
    """How many links weren't checked, and how many papers weren't looked up, each by reason."""

    links: Mapping[str, int]
    papers: Mapping[str, int]

    @property
    def by_reason(self) -> dict[str, int]:
        """Both together: reason -> how many."""
        return dict(Counter(self.links) + Counter(self.papers))

    @property
    def total(self) -> int:
        return sum(self.links.values()) + sum(self.papers.values())


NONE = Missed({}, {})


def unchecked(papers: PaperList, answers: Answers) -> Missed:
    """What isn't known of the things that the rules asked about, each of them counted once."""
    if not answers.online:
        addresses = {link.url for entry in papers.entries for link in entry.links}
        count = sum(1 for url in addresses if ":" in url)
        return Missed({"offline": count}, {}) if count else NONE
    links: dict[str, str] = {}
    looked: dict[str, str] = {}
    gone = {question.subject for question, answer in answers.items() if answer.state == ABSENT}
    for question, answer in answers.items():
        if answer.state != UNCHECKED or question.subject in gone:
            continue
        if question.topic != REPOSITORY:  # its link is counted
            held = links if question.topic == LINK else looked
            held.setdefault(question.subject, answer.reason)
    return Missed(Counter(links.values()), Counter(looked.values()))


def together(all_: Iterable[Missed]) -> Missed:
    """Of several lists."""
    links: Counter[str] = Counter()
    papers: Counter[str] = Counter()
    for each in all_:
        links.update(each.links)
        papers.update(each.papers)
    return Missed(dict(links), dict(papers))


def said(missed: Missed) -> list[str]:
    """``12 links not checked (8 challenged, 4 timeout)``, ``3 papers not looked up (no-key)``."""
    kinds = (
        (missed.links, "link", "links", "checked"),
        (missed.papers, "paper", "papers", "looked up"),
    )
    return [
        f"{(count := sum(held.values()))} {one if count == 1 else many} not {what} ({_why(held)})"
        for held, one, many, what in kinds
        if held
    ]


def _why(held: Mapping[str, int]) -> str:
    if len(held) == 1:
        return next(iter(held))
    return ", ".join(f"{count} {reason}" for reason, count in sorted(held.items()))
