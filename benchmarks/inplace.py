"""Disguises that leave every line where it is: other separators, brackets, marks and label words.

Mechanical on purpose: they know where fields stand, not how they were recognised.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from random import Random
from typing import TypeVar

from listlint.finding import Edit, Span
from listlint.paperlist import Link
from parts import Parts, stated

T = TypeVar("T")
SEPARATORS = (", ", ". ", " - ", " | ", "; ")
# closing marks, a separator, opening marks
CLOSING, OPENING = r"""(?:</\w+>|[*_`"”’)\]])*""", r"""(?:<\w+>|[*_`"“‘(\[])*"""
GAP = re.compile(rf"({CLOSING})(, |\. | [-–—|] |; |: )({OPENING})")
WRAPS = (
    ("<ins>", "</ins>"),
    ("<b>", "</b>"),
    ("<i>", "</i>"),
    ("<u>", "</u>"),
    ("**", "**"),
    ("*", "*"),
    ("__", "__"),
    ("_", "_"),
    ("`", "`"),
    ("(", ")"),
    ("[", "]"),
    ('"', '"'),
    ("“", "”"),
)
VENUE_WRAPS = (("(", ")"), ("[", "]"), ("*", "*"), ("**", "**"), ("`", "`"), ("<ins>", "</ins>"))
TITLE_WRAPS = (("**", "**"), ("*", "*"), ('"', '"'), ("<b>", "</b>"))
LABEL_FORMS = ("[[{0}]({1})]", "[{0}]({1})", "([{0}]({1}))", "[\\[{0}\\]]({1})")
LABELS = {
    "paper": ("pdf", "article"),
    "pdf": ("paper",),
    "article": ("paper",),
    "link": ("paper",),
    "code": ("github", "repo", "implementation"),
    "github": ("code", "repo"),
    "repo": ("code",),
    "project": ("website", "project page"),
    "project page": ("website", "page"),
    "website": ("project page",),
    "homepage": ("website",),
    "page": ("website",),
    "dataset": ("data",),
    "data": ("dataset",),
    "video": ("talk",),
    "blog": ("post",),
}


def separators(text: str, items: list[Parts], random: Random) -> Iterator[Edit]:
    """One other separator between the fields of a whole list."""
    places = [place for item in items for place in _separators(text, item)]
    if not places:
        return
    usual = _usual(text[place.start : place.end] for place in places)
    new = random.choice([mark for mark in SEPARATORS if mark != usual])
    for place in places:
        yield Edit(place.start, place.end, new)


def _separators(text: str, item: Parts) -> Iterator[Span]:
    """Separators between neighbouring fields; within "venue, year" it's part of a form."""
    spots = sorted([*item.fields, *(link.span for link in item.links[:1])])
    for one, two in pairwise(spots):
        gap = GAP.fullmatch(text, one.end, two.start)
        if gap and (one, two) != (item.venue, item.year):
            yield Span(*gap.span(2))


def brackets(text: str, items: list[Parts], random: Random) -> Iterator[Edit]:
    """Other brackets or marks around venue and year, and around label links."""
    places = [span for item in items for span in stated(text, item)]
    usual = _usual(_pair(text, *span) for span in places)
    wrap = random.choice([w for w in VENUE_WRAPS if w != usual])
    for span in places:
        yield from _rewrapped(text, span, wrap)
    links = [link for item in items for link in item.links if _is_plain(text, link)]
    habit = _usual(_form(text, link) for link in links)
    form = random.choice([f for f in LABEL_FORMS if f != habit])
    for link in links:
        yield _relabelled(text, link, form)


def marks(text: str, items: list[Parts], random: Random) -> Iterator[Edit]:
    """Other marks around titles, or marks where there were none."""
    usual = _usual(_pair(text, *item.title) for item in items)
    free = [w for w in TITLE_WRAPS if w != usual and not _taken(text, items, w[0])]
    wrap = random.choice(free or [TITLE_WRAPS[0]])
    for item in items:
        if not item.title_link:  # inside a link the label's brackets would look like marks
            yield from _rewrapped(text, item.title, wrap, always=True)


def _outer(text: str, span: Span) -> Span:
    """The place with all pairs of marks around it."""
    start, end = span
    while pair := _pair(text, start, end):
        start, end = start - len(pair[0]), end + len(pair[1])
    return Span(start, end)


def _taken(text: str, items: list[Parts], mark: str) -> bool:
    """Whether something else than titles is marked so already in many lines."""
    used = 0
    for item in items:
        before = text[item.prefix.end : item.title.start].rstrip(mark)
        used += mark in before + text[item.title.end : item.line.end].lstrip(mark)
    return used * 5 > len(items)


def _pair(text: str, start: int, end: int) -> tuple[str, str] | None:
    fits = (w for w in WRAPS if text.endswith(w[0], 0, start) and text.startswith(w[1], end))
    return next(fits, None)


def _rewrapped(
    text: str, span: Span, wrap: tuple[str, str], always: bool = False
) -> Iterator[Edit]:
    outer = _outer(text, span)
    beside = text[outer.start - 1 : outer.start] + text[outer.end : outer.end + 1]
    inside = text[span.start : span.end]
    clear = not any(c.isalnum() or c in "*_" for c in beside) and wrap[0][0] not in inside
    link = wrap[0] == "[" and text.startswith(("(", "[", ":"), outer.end)
    if clear and not link and (always or outer != span):
        yield Edit(outer.start, outer.end, f"{wrap[0]}{inside}{wrap[1]}")


def _is_plain(text: str, link: Link) -> bool:
    """Whether a link is a label and an address in the usual brackets; linked images are not."""
    if not (link.inner and link.dest) or text[link.span.start] != "[" or ")" in link.url:
        return False
    return not set(_label(text, link)) & set("[]!<`\\")


def _label(text: str, link: Link) -> str:
    label = text[link.inner.start : link.inner.end] if link.inner else ""
    return label.removeprefix("\\[").removesuffix("\\]")


def _bracketed(text: str, link: Link) -> Span:
    """The link with a pair of brackets around it."""
    start, end = link.span
    for opening, closing in (("[", "]"), ("(", ")")):
        if text.endswith(opening, 0, start) and text.startswith(closing, end):
            return Span(start - 1, end + 1)
    return link.span


def _form(text: str, link: Link) -> str | None:
    span = _bracketed(text, link)
    written, label = text[span.start : span.end], _label(text, link)
    return next((f for f in LABEL_FORMS if f.format(label, link.url) == written), None)


def _relabelled(text: str, link: Link, form: str) -> Edit:
    return Edit(*_bracketed(text, link), form.format(_label(text, link), link.url))


def _usual(habits: Iterable[T]) -> T | None:
    """What occurs most."""
    return next((habit for habit, _ in Counter(habits).most_common(1)), None)


def labels(text: str, items: list[Parts], random: Random) -> Iterator[Edit]:
    """Other words for the same labels, the same word for the same word throughout a list."""
    words = {word: random.choice(others) for word, others in LABELS.items()}
    for link in _all_links(items):
        if not link.inner:
            continue
        old = text[link.inner.start : link.inner.end]
        new = words.get(old.strip("\\[] ").lower())
        if new:
            bare = old.strip("\\[] ")
            yield Edit(*link.inner, old.replace(bare, _cased(bare, new)))


def _all_links(items: Iterable[Parts]) -> Iterator[Link]:
    for item in items:
        yield from item.links


def _cased(old: str, new: str) -> str:
    if old.isupper() and len(old) > 1:
        return new.upper()
    proper = {"github": "GitHub", "pdf": "PDF"}.get(new, new.capitalize())
    return proper if old[:1].isupper() else new
