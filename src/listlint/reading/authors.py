"""Which pieces of an entry are its authors, and the names as written."""

from __future__ import annotations

from listlint.finding import Span
from listlint.reading.cut import Cut
from listlint.reading.evidence import A, T, X


def find_authors(pieces: list[Cut], title: tuple[int, int]) -> tuple[str | None, Span | None]:
    """The best run of neighbouring pieces that hold names, none of them in the title."""
    runs = _runs([p for p in pieces if not (title[0] <= p.start and p.end <= title[1])])
    if not runs:
        return None, None
    best = max(runs, key=_surety)
    said = ", ".join(p.text.strip(" ,.;") for p in best)
    return said, Span(best[0].start, best[-1].end)


def _runs(pieces: list[Cut]) -> list[list[Cut]]:
    """Pieces of names that nothing but separators, marks and short signs sets apart."""
    runs: list[list[Cut]] = []
    previous: Cut | None = None
    for piece in pieces:
        if piece.role == A:
            if previous is not None and previous.role == A and _side_by_side(previous, piece):
                runs[-1].append(piece)
            else:
                runs.append([piece])
        if piece.feature is not None and (piece.role != X or piece.feature.words > 2):
            previous = piece
    return runs


def _side_by_side(one: Cut, other: Cut) -> bool:
    return one.cell == other.cell and (one.part == other.part or one.line == other.line)


def _surety(run: list[Cut]) -> float:
    return sum(max(p.post[A] - max(p.post[T], p.post[X]), 0.1) for p in run)
