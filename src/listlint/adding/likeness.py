"""Which entries of a list are most like a title: by the words that few entries share. Pure.

The same words as in ``placement.evidence``; what many entries share finds nothing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from math import log, sqrt

from listlint.paperlist import Entry
from listlint.placement import evidence
from listlint.placement.lesson import weigh

COMMON, FEW = 0.2, 30  # a word finds entries if so many of them have it at most


class Likeness:
    """The entries of a list, ready to be compared with titles."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.entries = entries
        told = [evidence.of_entry(entry) for entry in entries]
        self.uses = Counter(each for said in told for each in said)
        most = max(FEW, COMMON * len(entries))
        self.held: defaultdict[str, list[int]] = defaultdict(list)
        for n, said in enumerate(told):
            for each in said:
                if self.uses[each] <= most:
                    self.held[each].append(n)
        self.lengths = [self._length(said) for said in told]

    def _worth(self, each: str) -> float:
        return (weigh(each) * (log((len(self.entries) + 1) / (self.uses[each] + 0.5)) + 0.1)) ** 2

    def _length(self, told: Sequence[str]) -> float:
        return sqrt(sum(map(self._worth, told))) or 1.0

    def nearest(self, told: Sequence[str], most: int) -> list[tuple[float, Entry]]:
        """The entries that share most with what is told, from 0 to 1, the nearest first."""
        shared: defaultdict[int, float] = defaultdict(float)
        for each in told:
            for n in self.held.get(each, ()):
                shared[n] += self._worth(each)
        length = self._length(told)
        near = [(value / (length * self.lengths[n]), n) for n, value in shared.items()]
        near.sort(key=lambda pair: (-pair[0], pair[1]))
        return [(value, self.entries[n]) for value, n in near[:most]]
