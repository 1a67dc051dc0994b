"""What is printed of lists read in disguise: a line a disguise, then the lists that lose most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from scoring import Miss


class Result(NamedTuple):
    """What one disguise of one list came to."""

    path: str
    name: str
    counts: Counter[str]
    misses: list[tuple[str, str, Miss]]  # the line before, the line after


def percent(part: int, whole: int) -> float:
    return 100 * part / whole if whole else 100.0


def summary(count: Counter[str]) -> dict[str, Any]:
    before = percent(count["before"], count["described"])
    after = percent(count["after"], count["described"])
    return {
        "rewritten": count["rewritten"],
        "alike": percent(count["alike"], count["rewritten"]),
        "described": count["described"],
        "before": before,
        "after": after,
        "fall": before - after,
    }


def report(results: list[Result], names: Iterable[str], show: int) -> Iterator[str]:
    """A line a disguise, then the lists that lose most in it."""
    yield f"{'disguise':12} {'rewritten':>9} {'alike':>6} {'described':>9}  before  after   fall"
    for name in (*names, "ALL"):
        own = [r for r in results if name in (r.name, "ALL")]
        row = summary(sum((r.counts for r in own), Counter()))
        yield (
            f"{name:12} {row['rewritten']:9} {row['alike']:5.1f}% {row['described']:9}"
            f"  {row['before']:5.1f}% {row['after']:5.1f}%  {row['fall']:5.1f}"
        )
    if not show:
        return
    for name in names:
        lost = [r for r in results if r.name == name and r.misses]
        for result in sorted(lost, key=lambda r: r.counts["alike"] - r.counts["rewritten"])[:show]:
            alike = f"{result.counts['alike']} of {result.counts['rewritten']} alike"
            yield f"\n{name}: {result.path}: {alike}"
            for before, after, miss in result.misses[:3]:
                yield f"  - {before[:220]}\n  + {after[:220]}\n    {_told(miss)}"


def _told(miss: Miss) -> str:
    if miss.got is None:
        return "not found"
    told = (f"{name}: {_brief(miss.want[name])} -> {_brief(miss.got[name])}" for name in miss.wrong)
    return "; ".join(told)


def _brief(value: Any) -> str:
    return str(len(value)) if isinstance(value, list) else repr(value)[:70]
