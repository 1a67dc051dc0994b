"""Many findings so that a person can read them: facts first, then each rule in short."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from listlint.finding import ERROR, LEVELS, NOTE, SAFE, Finding
from listlint.formats import Look
from listlint.formats._closing import fixable
from listlint.formats._finding import one
from listlint.formats._groups import MANY
from listlint.formats._paint import Paint
from listlint.lint.gather import Report

Pair = tuple[Report, Finding]


def in_short(pairs: Sequence[Pair], look: Look) -> Iterator[str]:
    """Facts one by one, unless one rule has many; of all else a count and a sample a rule."""
    errors = Counter(each.rule for _, each in pairs if each.level == ERROR)
    rest: dict[str, list[Pair]] = {}
    for report, each in pairs:
        if each.level == ERROR and errors[each.rule] < MANY:
            yield from one(report, each, look)
        else:
            rest.setdefault(each.rule, []).append((report, each))
    for found in sorted(rest.values(), key=_weight, reverse=True):
        yield ""
        yield from _rule(found, look)
    yield ""
    fixes = [each.fix for _, each in pairs if each.fix and fixable(each)]
    safe = sum(fix.safety == SAFE for fix in fixes)
    command = f": listlint --fix {_paths(pairs)}" if safe else ""
    yield f"{safe} of {len(pairs)} are safe to mend{command}"


def _rule(found: Sequence[Pair], look: Look) -> Iterator[str]:
    """One rule: how many findings, the command that shows them, and one of them."""
    report, sample = max(found, key=lambda pair: LEVELS.index(pair[1].level))
    paint = Paint(look.colour)
    notes = " --notes" if any(each.level == NOTE for _, each in found) else ""
    count = paint.level(sample.level, f"{sample.rule}: {len(found)}")
    command = f"   listlint --select {sample.rule}{notes} {_paths(found)}"
    yield f"{count}{command}" if len(found) > 1 else count
    yield from one(report, sample, look)


def _weight(found: Sequence[Pair]) -> tuple[int, int]:
    return max(LEVELS.index(each.level) for _, each in found), len(found)


def _paths(pairs: Sequence[Pair]) -> str:
    """The lists as somebody would name them on a command line."""
    return " ".join(_quoted(path) for path in dict.fromkeys(r.papers.path for r, _ in pairs))


def _quoted(path: str) -> str:
    from shlex import quote

    from listlint.plain import terminal

    return quote(terminal(path))
