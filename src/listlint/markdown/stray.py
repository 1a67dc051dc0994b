"""Brackets and parentheses too many or too few in a link or beside it, where one is still seen.

A bracket counts only if it touches a link: in running text it is nobody's business here.
"""

from __future__ import annotations

import functools
import re
from bisect import bisect_right
from collections.abc import Iterator

from listlint.finding import Edit
from listlint.markdown.literal import IMAGE, LINK, Literal
from listlint.markdown.nodes import Node
from listlint.values import NamedTuple

PAIRS = {"[": "]", "(": ")"}


class Broken(NamedTuple):
    """One broken link: ``sure`` if no other reading is possible."""

    start: int
    end: int
    says: str
    edits: tuple[Edit, ...] = ()
    sure: bool = True


# In the link itself


def own(seen: Literal) -> Iterator[Broken]:
    """Links whose own label or address shows that a bracket went astray."""
    for link in seen.links:
        if link.name != "inline" or not link.inner:
            continue
        if not link.url:
            slip = _emptied(link, seen)
        elif link.inner[0] == link.inner[1]:
            slip = _unlabelled(link, seen)
        elif link.url[0] in "([":
            slip = _doubled(link)
        else:
            slip = _long_label(link, seen.source)
        if slip:
            yield slip


def _emptied(link: Node, seen: Literal) -> Broken | None:
    """``[Paper]()https://…``: the address slid out of its parentheses."""
    url = _pattern(_ADDRESS).match(seen.text, link.end)
    if not url:
        return None
    edits = (Edit(link.end - 1, link.end, url[0] + ")"), Edit(url.start(), url.end(), ""))
    says = "the address stands behind its parentheses, so the link leads nowhere"
    return Broken(link.start, url.end(), says, edits)


def _unlabelled(link: Node, seen: Literal) -> Broken | None:
    """``[Paper][](https://…)``: a label, then brackets without one."""
    start = seen.text.rfind("[", max(0, link.start - 60), link.start)
    if start < 0 or seen.text[link.start - 1] != "]" or "]" in seen.text[start : link.start - 1]:
        return None
    cut = (Edit(link.start, link.start + 2, ""),)
    says = "empty brackets stand between label and address, so nobody sees the link"
    return Broken(start, link.end, says, cut)


def _doubled(link: Node) -> Broken | None:
    """``[Paper]((https://…))``, ``[Paper]([(https://…))``: Markdown takes them into the address."""
    inner = link.url.lstrip("([").rstrip(")]")
    if link.dest is None or not inner or link.url[-1] not in ")]":
        return None
    if any(sign in inner for sign in "()[]"):
        says = "a second link stands in the address of this one, so it leads nowhere"
        return Broken(link.start, link.end, says)
    says = "the address stands in brackets too many, so the link leads nowhere"
    return Broken(link.start, link.end, says, (Edit(*link.dest, inner),))


def _long_label(link: Node, source: str) -> Broken | None:
    """``[Paper)](https://…)``"""
    last = link.inner[1] - 1 if link.inner else 0
    if source[last] != ")" or source.find("(", *(link.inner or (0, 0))) >= 0:
        return None
    if not (source[last - 1].isalpha() and source[last - 2].isalpha()):
        return None  # "1)" and "a)" number something
    return Broken(
        link.start, link.end, "a `)` stands too many in the label", (Edit(last, last + 1, ""),)
    )


# Beside a link


def beside(text: str, seen: Literal) -> Iterator[Broken]:
    """Brackets that touch a link and have no other half; ``text``: what is left to judge."""
    share = None
    for run in seen.runs:
        start, end = run.start, run.end
        if _even(text, start, end, "[]") and _even(text, start, end, "()"):
            continue
        if share is None:
            share = _wrapped(seen)
        for first, last in _groups(_unmatched(text, start, end)):
            slip = _judged(text, first, last, seen, share)
            if slip:
                yield slip


def _even(text: str, start: int, end: int, pair: str) -> bool:
    return text.count(pair[0], start, end) == text.count(pair[1], start, end)


def _unmatched(text: str, start: int, end: int) -> list[int]:
    """Brackets and parentheses of a run that have no other half."""
    waiting: dict[str, list[int]] = {"]": [], ")": []}
    lone: list[int] = []
    for found in _pattern(_BRACKET).finditer(text, start, end):
        sign, at = found[0], found.start()
        if sign in PAIRS:
            waiting[PAIRS[sign]].append(at)
        elif waiting[sign]:
            waiting[sign].pop()
        else:
            lone.append(at)
    return sorted(lone + waiting["]"] + waiting[")"])


def _groups(places: list[int]) -> Iterator[tuple[int, int]]:
    """Places that touch one another, together."""
    first = last = -2
    for at in places:
        if at != last + 1:
            if last >= 0:
                yield first, last + 1
            first = at
        last = at
    if last >= 0:
        yield first, last + 1


def _wrapped(seen: Literal) -> float:
    """The share of links that stand in brackets of their own."""
    links = [link for link in seen.links if link.name == "inline"]
    held = sum(seen.text[link.start - 1 : link.start] == "[" for link in links)
    return held / max(1, len(links))


def _judged(text: str, first: int, last: int, seen: Literal, share: float) -> Broken | None:
    signs = text[first:last]
    before = text[first - 1] if first else ""
    if signs[0] in "])" and (before == LINK or (before == "]" and text[first - 2] == LINK)):
        return _closing(text, first, last, seen, share)
    if signs[-1] in "[(" and text[last : last + 1] == LINK:
        return _opening(text, last, signs[-1], seen, share)
    if signs[-1] == "[" and text[last : last + 1] == IMAGE:
        end = _run_end(text, last)
        return Broken(last - 1, end, "the `[` before this image doesn't close")
    return None


def _closing(text: str, first: int, last: int, seen: Literal, share: float) -> Broken:
    signs = text[first:last]
    link = seen.links[_link_at(seen, first - 1)]
    start = link.start if link.start < first <= link.end + 1 else _run_start(text, first)
    wrapped = text[first - 1] == "]"  # the link has its own pair of brackets
    if signs == "]" and not wrapped and share >= 0.5 and not seen.source.startswith("[[", start):
        says = "no `[` opens before this link, but a `]` closes behind it"
        return Broken(start, last, says, (Edit(start, start, "["),), sure=False)
    says = f"`{signs}` stands too many behind this link"
    return Broken(start, last, says, (Edit(first, last, ""),), sure=signs == ")" or wrapped)


def _opening(text: str, at: int, sign: str, seen: Literal, share: float) -> Broken:
    link = seen.links[_link_at(seen, at)]
    right = link.start == at
    end = link.end if right else _run_end(text, at)
    if right and sign == "[" and link.inner and seen.source.endswith("\\]", 0, link.inner[1]):
        escape = link.inner[1] - 2
        says = "the `]` of this label is escaped, so the `[` doesn't close"
        return Broken(at - 1, end, says, (Edit(escape, escape + 1, ""),))
    if sign == "[" and share < 0.5:
        return Broken(
            at - 1, end, "`[` stands too many before this link", (Edit(at - 1, at, ""),), sure=False
        )
    says = f"the `{sign}` before this link doesn't close"
    return Broken(at - 1, end, says, (Edit(end, end, PAIRS[sign]),), sure=False)


def _run_end(text: str, at: int) -> int:
    mark, end = text[at], at
    while text[end : end + 1] == mark:
        end += 1
    return end


def _run_start(text: str, at: int) -> int:
    at = text.rfind(LINK, 0, at)
    while text[at - 1] == LINK and at:
        at -= 1
    return at


def _link_at(seen: Literal, at: int) -> int:
    """The last link that begins at ``at`` or before it."""
    return bisect_right(seen.links, at, key=lambda link: link.start) - 1


@functools.cache
def _pattern(source: str) -> re.Pattern[str]:
    """Compiled when a text first needs it: most lists need none."""
    return re.compile(source)


_BRACKET = r"[\[\]()]"
_ADDRESS = r"https?://[^\s<>()\[\]|\"]+"
