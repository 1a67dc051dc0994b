"""Links that Markdown shows as text, because a bracket or parenthesis is wrong.

Only what stands next to an address or a link is judged: a bracket elsewhere is nobody's link.
It says what is wrong, where, and how it is mended; whether that is a fault it leaves to others.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from listlint.finding import Edit
from listlint.markdown.literal import LINK, Literal
from listlint.markdown.stray import Broken, beside, own
from listlint.values import NamedTuple

FAR = 400  # a label is no longer than that


class Place(NamedTuple):
    """An address that stands as text, and how it is joined to what stands before it."""

    text: str  # the literal text
    source: str  # the document's own
    start: int
    end: int
    joint: str  # brackets and blanks directly before it: "](", "] (", "])(", ...
    open: int | None  # where the label before it begins: its "["
    after: str  # the one sign behind it; empty at a line's end

    @property
    def shut(self) -> int:
        """Where the closing parenthesis stands or ought to."""
        return self.end + (self.after == ")")


def broken(seen: Literal) -> Iterator[Broken]:
    """Every broken link, in the order of the text; none overlaps another."""
    slips = sorted([*_addresses(seen), *own(seen)])
    rest = _without(seen.text, slips)
    yield from sorted(slips + list(beside(rest, seen)))


def _without(text: str, slips: list[Broken]) -> str:
    """The text with the broken links blanked as if they were right."""
    out: list[str] = []
    done = 0
    for slip in slips:
        start = max(done, slip.start)
        out += (text[done:start], LINK * (slip.end - start))
        done = max(done, slip.end)
    out.append(text[done:])
    return "".join(out)


def _addresses(seen: Literal) -> Iterator[Broken]:
    text = seen.text
    at = text.find("http")
    while at >= 0:
        url = None
        if (at and text[at - 1] in "([]（") or text[at - 2 : at] == "( ":
            url = _pattern("address").match(text, at)
        if url:
            place = _place(seen, at, url.end())
            slip = place and _judged(place)
            if slip:
                yield slip._replace(says=f"{slip.says}, so the page shows text, not a link")
        at = text.find("http", url.end() if url else at + 4)


def _place(seen: Literal, at: int, end: int) -> Place | None:
    text = seen.text
    found = _pattern("joint").search(text, max(0, at - 12), at)
    if not found or not found[0].strip():
        return None
    while text[end - 1] in ",.;:*":
        end -= 1
    after = text[end : end + 1]
    bracket = found.start() if found[0][0] == "]" else None
    start = None if bracket is None else _opening(text, bracket)
    return Place(text, seen.source, at, end, found[0], start, "" if after == "\n" else after)


def _opening(text: str, close: int) -> int | None:
    """Where the bracket opens that closes at ``close``, on the same line."""
    depth = 0
    for at in range(close, max(-1, close - FAR), -1):
        sign = text[at]
        if sign == "]":
            depth += 1
        elif sign == "[":
            depth -= 1
            if not depth:
                return at
        elif sign == "\n":
            return None
    return None


def _judged(place: Place) -> Broken | None:
    joint = "".join(place.joint.split())
    if joint[0] == "]":
        return _labelled(place, joint) if place.open is not None else _unopened(place, joint)
    if joint in ("(", "[("):
        return _unclosed(place, joint)
    return None


def _labelled(place: Place, joint: str) -> Broken | None:
    """``[label]`` stands right before the address."""
    text, start = place.text, place.open or 0
    at = place.start - len(place.joint)
    label = text[start + 1 : at]
    if not _pattern("worded").search(label) and not (joint == "][" and _is_year(label)):
        return None  # [1], [x]: a number or a box, no label
    shut = place.shut
    if joint == "](" and place.after == ")":
        if place.joint == joint:
            return _nested(place, start, label)
        gap = Edit(at + 1, place.start - 1, "")
        return Broken(start, shut, "a blank stands between label and address", (gap,))
    if joint == "](":
        return _open_ended(place, start)
    says, right = {
        "](": ("", "]("),
        "]((": ("a parenthesis is doubled", "]("),
        "])(": ("a `)` stands too many", "]("),
        "][": ("the address stands in brackets instead of parentheses", "]("),
        "](（": ("the parentheses are full-width", "]("),
        "]（": ("the parentheses are full-width", "]("),
        "]": ("the `(` before the address is missing", "]("),
    }.get(joint, ("", ""))
    if not says or (joint == "]" and (place.after != ")" or " " in place.joint)):
        return None
    edits = (Edit(at, place.start, right), *_closing(place))
    return Broken(start, max(shut, edits[-1].end), says, edits)


def _is_year(label: str) -> bool:
    return len(label) == 4 and label.isdecimal() and label[:2] in ("19", "20")


def _closing(place: Place) -> tuple[Edit, ...]:
    """What makes the address end in a parenthesis."""
    if place.after == ")":
        return ()
    wrong = place.after in ("）", "]") and place.joint[-1] in "（["
    return (Edit(place.end, place.end + wrong, ")"),)


def _nested(place: Place, start: int, label: str) -> Broken | None:
    """``[[label](image)](address)``: it can only be no link because its label holds one."""
    if label[:1] != LINK:
        return None
    says = "a link stands inside a link's label, where only an image can"
    image = _pattern("image").search(place.source, start, place.start)
    edits = (Edit(start + 1, start + 1, "!"),) if image else ()
    return Broken(start, place.shut, says, edits, sure=False)


def _open_ended(place: Place, start: int) -> Broken | None:
    """``[label](address`` and no parenthesis behind it."""
    blanks = _pattern("blanks").match(place.text, place.start)
    if blanks:
        squeezed = Edit(place.start, blanks.end() - 1, "".join(blanks[0][:-1].split()))
        says = "blanks stand inside the address"
        return Broken(start, blanks.end(), says, (squeezed,), sure=False)
    if not _pattern("ended").match(place.text, place.end):
        return None
    says = "the `)` behind the address is missing"
    return Broken(start, place.end, says, (Edit(place.end, place.end, ")"),))


def _unopened(place: Place, joint: str) -> Broken | None:
    """``label](address)`` without a bracket before the label."""
    at = place.start - len(place.joint)
    if joint != "](" or place.after != ")":
        return None
    if place.text[at - 1 : at] == "]":
        inner = _opening(place.text, at - 1)
        if inner is not None:
            says = "a `]` stands too many before the address"
            return Broken(inner, place.shut, says, (Edit(at, at + 1, ""),), sure=False)
    return Broken(at, place.shut, "no `[` opens the label of this link")


def _unclosed(place: Place, joint: str) -> Broken | None:
    """``[label(address)``: the bracket of the label doesn't close before the address."""
    text, at = place.text, place.start - len(place.joint)
    label = _pattern("unclosed").search(text, max(0, at - FAR), at)
    if not label or place.after != ")" or " " in place.joint:
        return None
    start = label.start()
    gap = Edit(at, place.start, "](")
    if joint == "[(" or text[start - 1 : start] == "[":
        return Broken(start, place.shut, "the label's `]` is missing", (gap,))
    if text[place.shut : place.shut + 1] == "]":
        says = "the label's `]` stands behind the address"
        return Broken(
            start, place.shut + 1, says, (gap, Edit(place.shut, place.shut + 1, "")), sure=False
        )
    return Broken(start, place.shut, "the label's `]` is missing", (gap,))


@functools.cache
def _pattern(name: str) -> re.Pattern[str]:
    """Compiled when a text first needs it: most lists need none."""
    return re.compile(_SOURCES[name], re.IGNORECASE)


_SIGN = r"[^\s<>()\[\]|\"（）\ufdd0-\ufdd2]"
_SOURCES = {
    "address": rf"https?:/{{1,2}}(?:{_SIGN}|\([^\s<>()\[\]|]{{0,300}}\))+",
    "joint": r"(?:\]\)?[ \t]{0,4}[\[(（]{0,2}|\[\(|\()[ \t]?\Z",
    "blanks": rf"{_SIGN}*(?:[ ]{{1,2}}{_SIGN}+){{1,5}}\)",
    "ended": r"[ \t]*(?:[\]|,;]|<|\n|\Z)|[ \t]+[\[\ufdd0\ufdd1]",
    "worded": r"[^\W\d_][\w.]|[\ufdd0\ufdd1]",
    "unclosed": r"\[[^\[\]()\n]{0,200}[^\[\]()\s]\Z",
    "image": r"shields\.io|badge|\.(?:svg|png|jpe?g|gif)\b",
}
