"""A gap taken apart: what closes behind the field before it, what separates, what opens.

``.** *`` behind a title in bold is a full stop, the end of the bold, a blank and the start of an
emphasis. It knows no field and no list.
"""

from __future__ import annotations

import re
from functools import cache

from listlint.values import NamedTuple

CLOSES = dict(zip("[({“‘«「『【（《", "])}”’»」』】）》", strict=True))
EVEN = ("***", "**", "*", "___", "__", "_", "``", "`", "~~", '"')  # open and close alike
NO_END = ("br", "hr", "img")
DEEPEST = 20  # marks open at once; nobody means more, and each is noted with all around it
BLANKS = r"(?:(?<![ \t])[ \t]++)?+"  # all of a run or none: each is looked at once
PLAIN = r"(?:(s?)(c(?:s?c)*))?(s?)(?:(o(?:s?o)*)(s?))?"  # closes, separates, opens
HEAD = r"[*_]{0,3}[^\W\d_][\w /&-]{0,30}?[*_ ]{0,3}[:：][*_]{0,3}[ \t]*"  # "**Code:** "


class Parts(NamedTuple):
    """A gap's parts; put together they are the gap. Without a break ``lead`` is empty."""

    inner: str = ""  # between the field and the first mark that closes: the dot of "Title.**"
    close: str = ""
    sep: str = ""
    brk: str = ""  # a break, with the blanks before it: " \\\n", "<br>\n", "|"
    lead: str = ""  # behind it: "- ", "Code: "; before the first field the list's mark
    open: str = ""
    after: str = ""  # between the last mark that opens and the field


class Reading(NamedTuple):
    """A gap read: its parts, None where they aren't in this order, and the marks open behind it."""

    parts: Parts | None
    alike: Parts  # the same without what isn't style: padding of cells, indents
    open: tuple[str, ...]


NOTHING = Parts()


@cache
def read(gap: str, open_: tuple[str, ...], first: bool) -> Reading:
    """Take a gap apart; ``open_``: the marks open before it; ``first``: it begins the entry."""
    left, brk, lead, right = _broken(gap, first)
    one = _side(left, open_)
    stack = _behind(left, open_)
    if not (brk or first):
        plain = Parts(one[0], one[1], one[2], "", "", one[3], one[4]) if one else None
        return _reading(plain, stack)
    other = _side(right, stack)
    stack = _behind(right, stack)
    if one is None or other is None or one[3] or other[1]:
        return _reading(None, stack)
    parts = Parts(one[0], one[1], one[2], brk, lead + other[2], other[3], other[4])
    return _reading(parts, stack)


def _reading(parts: Parts | None, stack: tuple[str, ...]) -> Reading:
    return Reading(parts, _alike(parts) if parts else NOTHING, stack)


def _broken(gap: str, first: bool) -> tuple[str, str, str, str]:
    """What stands before a break, the break, the mark or field word behind it, and the rest."""
    breaks = list(_break().finditer(gap)) if "\n" in gap or "|" in gap or "<br" in gap else []
    if breaks:
        start, end = breaks[0].start(), breaks[-1].end()
        left, brk, rest = gap[:start], gap[start:end], gap[end:]
    else:
        left, brk, rest = ("", "", gap) if first else (gap, "", "")
    lead = _lead().match(rest)
    end = lead.end() if lead else 0
    return left, brk, rest[:end], rest[end:]


@cache
def _break() -> re.Pattern[str]:
    br = "<br ?/?>"
    line = rf"{BLANKS}(?:(?:\\|{br})[ \t]*+)?\n(?:[ \t>]*\n)*"
    return re.compile(rf"{line}|{BLANKS}(?:\|[ \t]*|{br})")


@cache
def _lead() -> re.Pattern[str]:
    return re.compile(rf"[ \t>]*(?:(?:[-*+•–]|#{{1,6}}|\d+[.)])[ \t]+)?(?:{HEAD})?")


@cache
def _mark() -> re.Pattern[str]:
    even = "|".join(map(re.escape, EVEN))
    edges = "".join(map(re.escape, (*CLOSES, *CLOSES.values())))
    return re.compile(rf"<!--.*?(?:-->|\Z)|</?[a-zA-Z][^<>\n]*>|{even}|[{edges}]", re.DOTALL)


def tokens(text: str, open_: tuple[str, ...]) -> list[tuple[str, str, tuple[str, ...]]]:
    """What closes, separates and opens, in order, each with the marks open behind it."""
    out: list[tuple[str, str, tuple[str, ...]]] = []
    at = 0
    for match in _mark().finditer(text):
        token = match[0]
        kind = _kind(token, open_[-1] if open_ else "")
        if kind != "s":
            if match.start() > at:
                out.append(("s", text[at : match.start()], open_))
            open_ = (*open_[1 - DEEPEST :], token) if kind == "o" else open_[:-1]
            out.append((kind, token, open_))
            at = match.end()
    if at < len(text):
        out.append(("s", text[at:], open_))
    return out


def closing(marks: tuple[str, ...]) -> str:
    """What closes marks that were opened in this order."""
    return "".join(
        CLOSES.get(mark, f"</{mark.strip('<>').split()[0]}>" if mark[0] == "<" else mark)
        for mark in reversed(marks)
    )


def _kind(token: str, top: str) -> str:
    """Whether a mark opens, closes the one on top, or is only a sign."""
    if token.startswith("<!"):
        return "s"
    if token[0] == "<":
        name = token.strip("</>").split()[0].lower() if token.strip("</> ") else ""
        if token[1] == "/":
            return "c" if top[1:].lower().startswith(name) and top[:1] == "<" else "s"
        return "s" if token.endswith("/>") or name in NO_END else "o"
    if token in CLOSES:
        return "o"
    if token in EVEN:
        return "c" if top == token else "o"
    return "c" if CLOSES.get(top) == token else "x"  # it closes nothing: no plain gap


def _side(text: str, open_: tuple[str, ...]) -> tuple[str, ...] | None:
    """Inner, close, sep, open, after; None where they stand in another order."""
    if not text:
        return ("", "", "", "", "")
    found = tokens(text, open_)
    order = _order().fullmatch("".join(kind for kind, _, _ in found))
    if order is None:
        return None
    return tuple(
        "".join(t for _, t, _ in found[slice(*order.span(group))]) if order[group] else ""
        for group in range(1, 6)
    )


@cache
def _order() -> re.Pattern[str]:
    return re.compile(PLAIN)


def _behind(text: str, open_: tuple[str, ...]) -> tuple[str, ...]:
    found = tokens(text, open_) if text else []
    return found[-1][2] if found else open_


def _alike(parts: Parts) -> Parts:
    brk, sep, lead = parts.brk, parts.sep, parts.lead.lstrip(" \t")
    if "|" in brk:
        return parts._replace(brk="|", sep=sep.rstrip(), lead=lead)
    return parts._replace(brk=_break_alike(brk), lead=lead)


def _break_alike(brk: str) -> str:
    """Without what nobody sees: a lone blank at the line's end, blanks in an empty line."""
    if "\n" not in brk:
        return brk
    first, _, rest = brk.partition("\n")
    empty = "\n" if "\n" in rest else ""
    if "\\" in first or "<" in first:
        broken = " " if first.endswith(("\\ ", "\\\t")) else ""  # no line break any more
        return f"{first.rstrip()}{broken}\n{empty}"
    return "\n\n" if empty else "  \n" if len(first) > 1 else "\n"
