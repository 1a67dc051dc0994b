"""What the rows of one shape say together: own scores and the column's habit give the roles.

A slot is a column nobody named: kind of item, field, line, marks, then ordinal and first place.
posterior = own + w * min(1, n / 8) * log(6 * share), two rounds of soft counts, w = 1.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import exp, log

from listlint.reading.cut import Cut

Slot = tuple[object, ...]
ENOUGH = 5  # rows that a slot needs before it is asked
FULL = 8  # rows at which its word has full weight
MOST = 1500  # rows after which a slot has been heard


def slot(piece: Cut, kind: str) -> Slot:
    """The column of a piece; without its last two parts (ordinal, first place) the coarse one."""
    marks = piece.marks
    return (
        kind,
        min(piece.part, 4),
        piece.cell,
        min(piece.line, 3),
        marks if len(marks) < 2 else "".join(sorted(set(marks))),
        piece.kind,
        piece.field,
        min(piece.ordinal, 6),
        piece.first,
    )


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

    def add(self, shares: Sequence[float], n: int = 1) -> None:
        self.n += n
        counts = self.counts
        for role in range(6):
            counts[role] += shares[role]

    def prior(self) -> tuple[float, ...]:
        """What the column adds to a piece's own scores."""
        weight = min(1.0, self.n / FULL)
        total = self.n + 0.6
        return tuple(weight * log(6 * (c + 0.1) / total) for c in self.counts)


NONE = (0.0,) * 6
DECIDED = 7.0  # by how much one role must lead for a piece to need no vote
Priors = dict[Slot, tuple[float, ...]]


def vote(rows: Iterable[tuple[str, list[Cut], bool]]) -> None:
    """Give every piece its posterior and its role. ``rows``: (kind, pieces, whether it feeds)."""
    placed = [
        (piece, slot(piece, kind), feeds, decided(piece.own))
        for kind, pieces, feeds in rows
        for piece in pieces
    ]
    priors: Priors = {}
    for _ in range(2):
        columns = _count(placed, priors)
        priors = {column: c.prior() for column, c in columns.items() if c.n >= ENOUGH}
    for piece, column, _feeds, role in placed:
        if role >= L_AND_ON:
            piece.post, piece.role = piece.own, role
            continue
        piece.post = _add(piece.own, priors.get(column) or priors.get(column[:-2]) or NONE)
        piece.role = piece.post.index(max(piece.post))


L_AND_ON = 3  # dates, labels and the rest are told by themselves; titles are ranked by the vote


def decided(own: tuple[float, ...]) -> int:
    """The role that leads so far that no vote could change it; -1 where none does."""
    first, second = sorted(own)[:-3:-1]
    return own.index(first) if first - second >= DECIDED else -1


def _count(placed: list[tuple[Cut, Slot, bool, int]], priors: Priors) -> dict[Slot, Column]:
    columns: dict[Slot, Column] = {}
    for piece, place, feeds, role in placed:
        if not feeds:
            continue
        column = columns.get(place)
        if column is None:
            column = columns[place] = Column()
        if column.n >= MOST:
            continue
        if role >= 0:
            column.n += 1
            column.counts[role] += 1.0
            continue
        prior = priors.get(place) or priors.get(place[:-2])
        column.add(softmax(_add(piece.own, prior) if prior else piece.own))
    return _with_coarse(columns)


def _with_coarse(columns: dict[Slot, Column]) -> dict[Slot, Column]:
    """The fine columns, and the coarse ones that they add up to."""
    wide: dict[Slot, Column] = {}
    for place, column in columns.items():
        whole = wide.get(place[:-2])
        if whole is None:
            whole = wide[place[:-2]] = Column()
        whole.add(column.counts, column.n)
    return {**wide, **columns}


def _add(own: tuple[float, ...], prior: tuple[float, ...]) -> tuple[float, ...]:
    return (
        own[0] + prior[0],
        own[1] + prior[1],
        own[2] + prior[2],
        own[3] + prior[3],
        own[4] + prior[4],
        own[5] + prior[5],
    )
