"""A piece's own scores: what its text says, with its marks, its link, the field it stands in.

Still before any vote: nothing is known here of other rows.
"""

from __future__ import annotations

from listlint.knowledge import addresses
from listlint.knowledge.people import is_name
from listlint.knowledge.venues import split
from listlint.reading.cut import Cut
from listlint.reading.evidence import A, Feature, L, T, V, X, Y, loose

ROLE_OF = {"T": T, "A": A, "V": V, "Y": Y, "L": L, "X": X}
Scores = list[float]


def weigh(piece: Cut, header: str) -> Scores:
    """Log-odds for the roles T, A, V, Y, L, X; ``header``: the role its column's header says."""
    f = piece.feature
    assert f is not None
    scores = [f.title, f.names, f.venue, f.date, -3.0, 0.0]
    if piece.kind == "link":
        _weigh_link(piece, scores)
    elif piece.kind == "image":
        _weigh_image(piece, scores)
    else:
        _weigh_text(piece, scores)
    if piece.titled:
        scores[T] -= 3.0
    _weigh_marks(piece, scores)
    _weigh_field(piece, header, scores)
    return scores


def weigh_chains(pieces: list[Cut]) -> None:
    """Names set one a line or one a link: three in a row make each surer."""
    chain: list[Cut] = []
    for piece in [*pieces, None]:
        if (
            piece is not None
            and piece.titled
            and piece.feature
            and piece.feature.words <= 4
            and is_name(piece.text)
        ):
            chain.append(piece)
            continue
        if len(chain) >= 3:
            for link in chain:
                own = link.own
                link.own = (own[T], own[A] + 4.0, own[V], own[Y], own[L], own[X])
        chain = []


def _weigh_text(piece: Cut, scores: Scores) -> None:
    f = piece.feature
    assert f is not None
    if f.label and f.words <= 4:
        scores[L] = 4.0
        scores[T] -= 3.0
    if f.words > 30:
        scores[X] += 2.0
    if piece.first:
        scores[T] += 1.0
    if piece.by:
        scores[A] += 4.0
    if piece.led and f.venue < 5 and f.date < 4:
        scores[T] += 4.0
    text = piece.text
    if text[:1] == "@" or "@" in text[:3]:
        scores[X] += 4.0
    if text.isdigit() or (len(text) <= 3 and not any(c.isupper() for c in text)):
        scores[X] += 5.0


def _weigh_link(piece: Cut, scores: Scores) -> None:
    f = piece.feature
    node = piece.node
    assert f is not None
    assert node is not None
    if node.name in ("bare", "auto"):
        scores[L] = 9.0
        return
    if "!" in piece.marks:
        scores[L] = 7.0
        scores[T] -= 5.0
        scores[A] -= 4.0
        return
    if f.label:
        scores[L] = 8.0 if f.reading is None else 2.0 if piece.first else 3.4
        if f.reading is not None and f.reading.year is None:
            scores[V] = min(scores[V], 2.2)
        scores[T] -= 5.0
        scores[A] -= 4.0
        return
    kind = addresses.read(node.url).kind
    if piece.text.startswith("10.") and "/" in piece.text:
        scores[L] = 8.0
        scores[V] = -5.0
        return
    _weigh_short(f, kind, scores)
    if f.words >= 3:
        scores[T] += 2.0 if kind == "paper" else 1.0
        scores[A] -= 2.0
    if piece.titled and kind in ("paper", "other") and f.words <= 10:
        scores[V] += 2.0
        if f.reading is None and loose(piece.text)[1] is not None:
            scores[V] += 4.0
    if piece.titled and kind in ("other", "project") and is_name(piece.text) and f.words <= 4:
        scores[A] = 4.0
        scores[L] = min(scores[L], 2.0)
    if f.words < 3 and kind == "paper":
        scores[T] += 0.5
    if node.url.startswith("#") or not node.url:
        scores[T] -= 1.0
    if piece.first:
        scores[T] += 1.0


def _weigh_short(f: Feature, kind: str, scores: Scores) -> None:
    """A link's text that is a venue, or too short for a title."""
    if f.venue >= 5 and kind in ("data", "model"):
        # "[WMT-16](…/datasets/wmt16)": data of an event, not where a paper appeared
        scores[L] = 8.0
        scores[V] = -2.0
    elif f.venue >= 5:
        scores[L] = 2.5 if f.year is None else 1.0
    elif f.words <= 2:
        scores[L] = 2.2
    elif f.words <= 4:
        scores[L] = 0.5


def _weigh_image(piece: Cut, scores: Scores) -> None:
    f = piece.feature
    assert f is not None
    scores[T] = scores[A] = -6.0
    scores[X] = 5.0
    if f.venue >= 5:
        scores[V] = 8.0 if f.year is not None else 4.0
        scores[X] = 1.0 if f.year is not None else 5.0
    elif f.year is None and f.words <= 4 and split(piece.text).year is not None:
        scores[V] = 6.0
        scores[X] = 3.0
    else:
        scores[V] = min(scores[V], 0.0)
        scores[Y] = min(scores[Y], 3.0)


def _weigh_marks(piece: Cut, scores: Scores) -> None:
    f = piece.feature
    marks = piece.marks
    assert f is not None
    if not marks:
        return
    if "b" in marks and f.words >= 3:
        scores[T] += 1.2
    elif "b" in marks and f.words == 2 and piece.first:
        scores[T] += 2.0
        scores[A] -= 1.0
    if '"' in marks:
        scores[T] += 3.0
    if "i" in marks:
        scores[A] += 0.5
        scores[V] += 0.5
    if "`" in marks:
        scores[X] += 1.0
        scores[V] += 0.5
    if "(" in marks or "[" in marks:
        scores[T] -= 0.5 if "[" in marks and _leads_bracketed(piece, f) else 4.5
        scores[V] += 0.8
        scores[X] += 0.8
        if f.words <= 3 and piece.kind == "text":
            scores[A] -= 1.0


def _leads_bracketed(piece: Cut, f: Feature) -> bool:
    """Whether a bracket that leads an entry holds its title: "[Title] [[Paper]](…)"."""
    return piece.first and f.words >= 3 and f.venue < 1 and loose(piece.text)[1] is None


def _weigh_field(piece: Cut, header: str, scores: Scores) -> None:
    role = header
    if role == "X":
        scores[X] += 3.5
        scores[T] -= 4.0
        scores[A] -= 2.0
    elif role == "L":
        scores[L] += 4.0
        scores[T] -= 2.0
        scores[A] -= 2.0
    elif role:
        scores[ROLE_OF[role]] += 5.0
        if role == "T":
            scores[A] -= 4.0  # "Berg et al." stands for a paper there
    if piece.field == "X":
        scores[X] += 5.0 if piece.kind == "text" else 0.0
        scores[T] -= 4.0
        scores[A] -= 4.0
    elif piece.field:
        scores[ROLE_OF[piece.field]] += 6.0
