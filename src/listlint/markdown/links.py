"""Links and images with the places of their labels and addresses, and bare URLs as on GitHub.

Addresses are kept as they are written: nothing is decoded, nothing is refused. Of an address in
angle brackets, ``[a](<u v>)``, it's the part between them.
"""

from __future__ import annotations

import functools
import re

from markdown_it.common.utils import normalizeReference

from listlint.markdown.nodes import Place
from listlint.markdown.spans import Found, InlineState


def find_link(state: InlineState, opening: int, *, image: bool) -> Found | None:
    """The link or image whose label opens with the bracket at ``opening``."""
    found = state.links.get(opening)
    if found is not None and found.end <= state.posMax:
        return found
    src = state.src
    plain = _plain_label().match(src, opening + 1, state.posMax)
    close = plain.end() - 1 if plain else _label_end(state, opening, nested=image)
    if close < 0:
        return None
    label, found = (opening + 1, close), None
    if src.startswith("(", close + 1, state.posMax):
        simple = _simple_address().match(src, close + 1, state.posMax)
        if simple:
            found = Found(label, simple.end(), simple[1], simple.span(1))
        else:
            found = _address(state, label)
    if found is None and "references" in state.env:
        found = _referred(state, label)
    if found is not None:
        state.links[opening] = found
    return found


def _label_end(state: InlineState, opening: int, *, nested: bool) -> int:
    close: int = state.md.helpers.parseLinkLabel(state, opening, not nested)
    return close


@functools.cache
def _plain_label() -> re.Pattern[str]:
    """A label in which nothing can hold a bracket that doesn't count."""
    return re.compile(r"[^\[\]\\`<]*\]")


@functools.cache
def _simple_address() -> re.Pattern[str]:
    return re.compile(r"\(([^\x00-\x20\x7f()<\\]*)\)")


def _address(state: InlineState, label: Place) -> Found | None:
    """``(address "title")`` behind a label, in whatever form."""
    src, last, helpers = state.src, state.posMax, state.md.helpers
    start = _past_space(src, label[1] + 2, last)
    dest = (start, start)
    read = helpers.parseLinkDestination(src, start, last)
    end = start
    if read.ok:
        end = read.pos
        bracketed = src[start] == "<"
        dest = (start + bracketed, end - bracketed)
    blank = _past_space(src, end, last)
    title = helpers.parseLinkTitle(src, blank, last) if blank > end else None
    end = _past_space(src, title.pos, last) if title and title.ok else blank
    if not src.startswith(")", end, last):
        return None
    return Found(label, end + 1, src[slice(*dest)], dest)


def _past_space(src: str, pos: int, last: int) -> int:
    while pos < last and src[pos] in " \t\n":
        pos += 1
    return pos


def _referred(state: InlineState, label: Place) -> Found | None:
    """``[label][name]``, ``[label][]`` or ``[label]`` where such a definition stands somewhere."""
    src, name, end = state.src, "", label[1] + 1
    if src.startswith("[", end, state.posMax):
        close = state.md.helpers.parseLinkLabel(state, end)
        if close >= 0:
            name, end = src[end + 1 : close], close + 1
    known = state.env["references"].get(normalizeReference(name or src[slice(*label)]))
    return Found(label, end, known["href"], None) if known else None


# -- bare URLs -------------------------------------------------------------------------


def bare_url(state: InlineState, silent: bool) -> bool:
    """``https://…`` as GitHub links it, from the colon on; never inside a link.

    GitHub doesn't link it between square brackets, and lets it run on over ``[``, ``]``, ``|``,
    ``>`` and a backtick; in lists those set fields apart, so here it ends there.
    """
    if silent or state.linkLevel:
        return False
    scheme = _scheme().search(state.src, max(state.edge, state.pos - 8), state.pos)
    if not scheme:
        return False
    return _push_bare(state, scheme.start(1), state.pos + 3)


def bare_www(state: InlineState, silent: bool) -> bool:
    """``www.…`` where a word could begin."""
    start = state.pos
    if silent or state.linkLevel:
        return False
    if start > 0 and state.src[start - 1] not in " \t\n*_~(":
        return False
    return _push_bare(state, start, start + 4)


def _push_bare(state: InlineState, start: int, host: int) -> bool:
    match = _url_rest().match(state.src, host, state.posMax)
    if not match or "_" in _last_names(match[0]):
        return False
    state.pos = start
    mark = state.push("bare", "a", 0)
    state.pos = start + len(_without_tail(state.src[start : match.end()]))
    mark.end = state.pos
    return True


@functools.cache
def _scheme() -> re.Pattern[str]:
    return re.compile(r"(?<![A-Za-z])(https?|ftp)$", re.IGNORECASE)


@functools.cache
def _url_rest() -> re.Pattern[str]:
    return re.compile(r"(?=[^\W_])[^ \t\n\v\f\r<>\[\]`|]+")


def _last_names(rest: str) -> str:
    """The last two names of a host, in which GitHub allows no underscore."""
    if "_" not in rest:
        return ""
    host = _host().match(rest)
    return "".join(host[0].split(".")[-2:]) if host else ""


@functools.cache
def _host() -> re.Pattern[str]:
    return re.compile(r"[\w.\-]*")


def _without_tail(url: str) -> str:
    """Drop the punctuation that GitHub leaves outside."""
    unopened, end = url.count(")") - url.count("("), len(url)
    while True:
        last = url[end - 1]
        if last == ";":
            entity = _entity_at_end().search(url, max(0, end - 34), end)
            end = entity.start() if entity else end - 1
        elif last in "?!.,:*_~'\"":
            end -= 1
        elif last == ")" and unopened > 0:
            unopened -= 1
            end -= 1
        else:
            return url[:end]


@functools.cache
def _entity_at_end() -> re.Pattern[str]:
    return re.compile(r"&[A-Za-z]+;$")
