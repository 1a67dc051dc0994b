"""Brackets and quotations of a run, at the top level; found in one pass going forward."""

from __future__ import annotations

from listlint.reading.words import QUOTES

OPEN = {"(": ")", "[": "]", "（": "）", "【": "】", "{": "}"}
LONGEST_GROUP = 220


def groups(text: str) -> list[tuple[int, int, str]]:
    """Brackets and quotations at the top level, in order; unclosed ones are none."""
    if not any(c in text for c in '(["“「《«（【{'):
        return []
    found: list[tuple[int, int, str]] = []
    at = 0
    nearest = dict.fromkeys(QUOTES, 0)  # where no closing mark follows any more
    while at < len(text):
        sign = text[at]
        end = -1
        if sign in OPEN:
            end = _closing(text, at, sign)
        elif sign in QUOTES and nearest[sign] >= 0:
            end = text.find(QUOTES[sign], at + 1) + 1
            if end == 0:
                nearest[sign] = end = -1
            elif end - at < 10:
                end = -1
        if end > 0:
            found.append((at, end, "(" if sign == "（" else "[" if sign == "【" else sign))
            at = end
        else:
            at += 1
    return found


def _closing(text: str, at: int, sign: str) -> int:
    """Where the bracket at ``at`` closes, plus one; -1 where it doesn't within reach."""
    close, depth = OPEN[sign], 0
    for place in range(at, min(len(text), at + LONGEST_GROUP)):
        if text[place] == sign:
            depth += 1
        elif text[place] == close:
            depth -= 1
            if depth == 0:
                return place + 1
    return -1
