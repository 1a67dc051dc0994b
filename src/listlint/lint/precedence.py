"""Two rules don't report the same characters: the one that knows more speaks; none is invented."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import accumulate

from listlint.finding import NOTE, Finding

# Who is silent -> who speaks instead, where both see the same characters.
OVER = {
    "dead-link": ("malformed-link", "closed-host"),
    "entry-style": ("malformed-link", "unclosed-markup"),
    "link-form": ("malformed-link",),
    "moved-host": ("renamed-repository",),
    "moved-link": ("dead-link", "closed-host", "moved-host", "renamed-repository"),
    "spacing": ("malformed-link", "entry-style"),
    "title-mismatch": ("dead-link", "shared-link", "title-repeat"),
    "trailing-blank": ("entry-style", "spacing"),
    "venue-differs": ("venue-mismatch",),
    "venue-mismatch": ("published-since",),
    "venue-spelling": ("venue-mismatch", "published-since", "venue-differs"),
    "venue-year": ("venue-mismatch", "published-since", "venue-differs"),
    "wrong-label": ("dead-link",),
    "year-mismatch": ("venue-mismatch", "published-since", "venue-differs"),
}
# What leaves room for both: another year or track says nothing of how a venue is spelt.
BESIDE = {
    "title-mismatch": ("shared-link: one link under two titles",),
    "venue-spelling": ("venue-mismatch: year", "venue-mismatch: track", "venue-differs: year"),
}


def settle(findings: list[Finding]) -> list[Finding]:
    """The findings without those that another one makes superfluous; their order is kept."""
    silent: set[int] = set()
    by_rule: dict[str, list[Finding]] = {}
    for each in findings:
        by_rule.setdefault(each.rule, []).append(each)
    for loser, winners in OVER.items():
        speaking = [
            each
            for winner in winners
            for each in by_rule.get(winner, ())
            if each.alike not in BESIDE.get(loser, ())
        ]
        silent.update(map(id, _covered(by_rule.get(loser, ()), speaking)))
    silent.update(map(id, _same_paper(by_rule)))
    rest = [each for each in findings if id(each) not in silent] if silent else findings
    return list(_one_a_place(rest))


def _covered(losers: Iterable[Finding], winners: list[Finding]) -> Iterator[Finding]:
    """Those of ``losers`` that share a character with one of ``winners``."""
    if not winners:
        return
    winners = sorted(winners, key=lambda each: each.start)
    starts = [each.start for each in winners]
    reach = list(accumulate((each.end for each in winners), max))
    for each in losers:
        before = bisect_left(starts, each.end)
        if before and reach[before - 1] > each.start:
            yield each


def _same_paper(by_rule: dict[str, list[Finding]]) -> Iterator[Finding]:
    """What two rules say of one paper: how its copies differ tells more than that there are two."""
    differing = {each.key for each in by_rule.get("copies-differ", ())}
    copies = by_rule.get("duplicate-paper", ())
    yield from (each for each in copies if each.level == NOTE and each.key in differing)
    doubled = {each.entry for each in copies if each.level != NOTE and each.entry}
    yield from (each for each in by_rule.get("venue-mismatch", ()) if each.entry in doubled)


def _one_a_place(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Of several rules that mark exactly the same place, the gravest speaks."""
    place: tuple[int, int] | None = None
    rule = ""
    for each in findings:  # in the order of the text, at one place the gravest first
        if (each.start, each.end) != place:
            place, rule = (each.start, each.end), each.rule
        if each.rule == rule:
            yield each
