"""An entry printed in a family's style: its fields in the family's order, its gaps between them."""

from __future__ import annotations

from listlint.style.skeleton import MAIN, Field, Skeleton
from listlint.style.votes import END, START, FamilyStyle, pairs


def reprint(bones: Skeleton, style: FamilyStyle, text: str) -> str:
    """The entry as the habit would write it, where there is one; else as it stands."""
    out = [text[0:0]]
    own = pairs(bones)
    for n, (pair, gap) in enumerate(own):
        known = style.gaps.get(pair)
        form = known.form if known is not None and known.learnt else gap
        if n == 0:
            form = _numbered(form, bones.gaps[0])
        out.append(form)
        if n < len(bones.fields):
            out.append(_value(bones.fields[n], style, text))
    return "".join(out)


def _numbered(form: str, gap: str) -> str:
    digits = gap.strip().rstrip(".)")
    return form.replace("{n}", digits if digits.isdigit() else "1")


def _value(field: Field, style: FamilyStyle, text: str) -> str:
    return text[field.start : field.end]


__all__ = ["END", "MAIN", "START", "reprint"]
