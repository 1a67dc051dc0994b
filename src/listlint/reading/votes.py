"""What the rows of one shape say together: own scores and the column's habit give the roles.

A slot is a column nobody named: kind of item, field, line, marks, then ordinal and first place.
posterior = own + w * min(1, n / 8) * log(6 * share), two rounds of soft counts, w = 1.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import exp, log

from listlint.reading.cut import Cut

Slot = tuple[object, ...]
ENOUGH = 5  # rows that a slot needs before it is asked
FULL = 8  # rows at which its word has full weight
MOST = 1500  # rows after which a slot has been heard


def slots(piece: Cut, kind: str) -> tuple[Slot, Slot]:
    """The coarse and the fine column of a piece."""
    marks = "".join(sorted(set(piece.marks)))
    link = piece.kind[0]
    coarse = (
        kind,
        piece.part if piece.part < 4 else 4,
        piece.cell,
        min(piece.line, 3),
        marks,
        link,
        piece.field,
    )
    return coarse, (*coarse, min(piece.ordinal, 6), piece.first)


def softmax(scores: tuple[float, ...]) -> tuple[float, ...]:
    """Shares of the roles; memoised, since scores repeat."""
    known = _SHARES.get(scores)
    if known is None:
        top = max(scores)
        raised = [exp(s - top) for s in scores]
        total = sum(raised)
        known = tuple(r / total for r in raised)
        if len(_SHARES) < 50000:
            _SHARES[scores] = known
    return known


_SHARES: dict[tuple[float, ...], tuple[float, ...]] = {}


class Column:
    """Soft counts of one slot."""

    __slots__ = ("counts", "n")

    def __init__(self) -> None:
        self.n = 0
        self.counts = [0.0] * 6

    def add(self, shares: tuple[float, ...]) -> None:
        self.n += 1
        counts = self.counts
        for role in range(6):
            counts[role] += shares[role]

    def prior(self) -> tuple[float, ...]:
        """What the column adds to a piece's own scores."""
        weight = min(1.0, self.n / FULL)
        total = self.n + 0.6
        return tuple(weight * log(6 * (c + 0.1) / total) for c in self.counts)


NONE = (0.0,) * 6


def vote(rows: Iterable[tuple[str, list[Cut], bool]]) -> None:
    """Give every piece its posterior and its role. ``rows``: (kind, pieces, whether it feeds)."""
    placed = [
        (piece, *slots(piece, kind), feeds) for kind, pieces, feeds in rows for piece in pieces
    ]
    priors: dict[Slot, tuple[float, ...]] = {}
    for _ in range(2):
        columns = _count(placed, priors)
        priors = {slot: column.prior() for slot, column in columns.items() if column.n >= ENOUGH}
    for piece, coarse, fine, _feeds in placed:
        piece.post = _add(piece.own, priors.get(fine) or priors.get(coarse) or NONE)
        piece.role = piece.post.index(max(piece.post))


def _count(
    placed: list[tuple[Cut, Slot, Slot, bool]], priors: dict[Slot, tuple[float, ...]]
) -> dict[Slot, Column]:
    columns: dict[Slot, Column] = {}
    for piece, coarse, fine, feeds in placed:
        if not feeds:
            continue
        column = columns.get(fine)
        if column is None:
            column = columns[fine] = Column()
        if column.n >= MOST:
            continue
        prior = priors.get(fine) or priors.get(coarse)
        shares = softmax(_add(piece.own, prior) if prior else piece.own)
        column.add(shares)
        wide = columns.get(coarse)
        if wide is None:
            wide = columns[coarse] = Column()
        wide.add(shares)
    return columns


def _add(own: tuple[float, ...], prior: tuple[float, ...]) -> tuple[float, ...]:
    return (
        own[0] + prior[0],
        own[1] + prior[1],
        own[2] + prior[2],
        own[3] + prior[3],
        own[4] + prior[4],
        own[5] + prior[5],
    )
