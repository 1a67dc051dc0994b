"""Which inline rules are asked at a character: markdown-it's own, and some of ours.

Ours are the rules that need to know more than markdown-it's tell (where a marker lies, where an
address) or that GitHub has and markdown-it hasn't (see links.py). Only what isn't text is noted.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from typing import cast

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline, backtick, entity, escape, html_inline
from markdown_it.rules_inline.autolink import EMAIL_RE
from markdown_it.rules_inline.state_inline import Delimiter
from markdown_it.utils import EnvType

from listlint.markdown.links import bare_url, bare_www, find_link
from listlint.markdown.spans import Found, InlineState, Mark

DEEPEST_INLINE = 20  # brackets within brackets: markdown-it's own limit
ESCAPABLE = frozenset("\n!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
InlineRule = Callable[[InlineState, bool], bool]


def choose_inlines(md: MarkdownIt) -> None:
    """Let the inline rules of ``md`` be asked by character."""
    md.inline.ruler.enableOnly([])
    md.inline.ruler.push("skip", _skip)
    md.inline.ruler2.enableOnly(["balance_pairs", "strikethrough", "emphasis"])


def tokens_of(content: str, md: MarkdownIt, env: EnvType) -> InlineState:
    """The tokens of a block's content, in a state that knows about them."""
    state = InlineState(content, md, env)
    state.stops = stops_www() if "www." in content else stops()
    read_inline(state)
    if state.has_markers:
        for rule in md.inline.ruler2.getRules(""):
            rule(state)
    return state


def is_plain(content: str) -> bool:
    """Whether there is nothing but text."""
    return stops().search(content) is None and "www." not in content


def read_inline(state: InlineState) -> None:
    """Note the tokens from the state's position to its end."""
    src, last, tokens = state.src, state.posMax, state.tokens
    search = state.stops.search
    pos = state.pos
    while stop := search(src, pos, last):
        pos = state.pos = stop.start()
        count = len(tokens)
        if RULES[src[pos]](state, False):
            pos = state.pos
            if len(tokens) > count:
                mark = cast(Mark, tokens[-1])
                state.edge = mark.end = pos
        else:
            pos += 1
    state.pos = last


def _skip(inline: StateInline, silent: bool) -> bool:
    """Pass over one token of a label whose end is sought; markdown-it asks only silently."""
    state = cast(InlineState, inline)
    if state.level > DEEPEST_INLINE:
        if state.too_deep is None or state.pos < state.too_deep:
            state.too_deep = state.pos
        state.pos = state.posMax
        return True
    rule = SILENT.get(state.src[state.pos])
    if rule is not None:
        return rule(state, True)
    stop = _silent_stops().search(state.src, state.pos + 1, state.posMax)
    state.pos = stop.start() if stop else state.posMax
    return True


# A character is a stop only where a token may begin: "!" before "[", ":" before "//".
@functools.cache
def stops() -> re.Pattern[str]:
    return re.compile(r"[\n\\`*_~\[<&!:](?<!!(?!\[))(?<!:(?!//))")


@functools.cache
def stops_www() -> re.Pattern[str]:
    return re.compile(r"[\n\\`*_~\[<&!:w](?<!!(?!\[))(?<!:(?!//))(?<!w(?!ww\.))")


@functools.cache
def _silent_stops() -> re.Pattern[str]:
    return re.compile(r"[\\`\[\]<!]")


def link(state: InlineState, silent: bool) -> bool:
    """``[label](address)`` and its kin."""
    found = find_link(state, state.pos, image=False)
    if found is None:
        return False
    if not silent:
        _push_link(state, found)
    state.pos = found.end
    return True


def _push_link(state: InlineState, found: Found) -> None:
    opener = state.push("link_open", "a", 1)
    opener.end, opener.found = found.label[0], found
    last = state.posMax
    state.pos, state.posMax = found.label
    state.edge = state.pos
    state.linkLevel += 1
    read_inline(state)
    state.linkLevel -= 1
    state.posMax = last
    state.push("link_close", "a", -1)


def image(state: InlineState, silent: bool) -> bool:
    """``![label](address)`` and its kin."""
    if not state.src.startswith("[", state.pos + 1, state.posMax):
        return False
    found = find_link(state, state.pos + 1, image=True)
    if found is None:
        return False
    if not silent:
        state.push("image", "img", 0).found = found
    state.pos = found.end
    return True


def newline(state: InlineState, silent: bool) -> bool:
    """A line's end with the blanks around it; two blanks before it make it a hard break."""
    pos = start = state.pos
    src = state.src
    while start > state.edge and src[start - 1] == " ":
        start -= 1
    state.pos = start
    state.push("hardbreak" if pos - start >= 2 else "softbreak", "br", 0)
    pos += 1
    while pos < state.posMax and src[pos] in " \t":
        pos += 1
    state.pos = pos
    return True


def markers(state: InlineState, silent: bool) -> bool:
    """Each ``*``, each ``_``, and a run of one or two ``~``: whether they pair is seen later."""
    if silent:
        return False
    start, src = state.pos, state.src
    marker = src[start]
    scanned = state.scanDelims(start, marker != "_")
    length = scanned.length
    state.pos = start + length
    if marker == "~" and length > 2:
        return True
    state.has_markers = True
    if start > state.edge:
        state.tokens.append(_text())  # neighbours by number are neighbours in the text
    step = length if marker == "~" else 1
    for place in range(start, start + length, step):
        mark = Mark("text", 0, place)
        mark.content = src[place : place + step]
        mark.end = place + step
        state.tokens.append(mark)
        state.delimiters.append(
            Delimiter(
                marker=ord(marker),
                length=0 if marker == "~" else length,
                token=len(state.tokens) - 1,
                end=-1,
                open=scanned.can_open,
                close=scanned.can_close,
            )
        )
    return True


@functools.cache
def _text() -> Mark:
    return Mark("text", 0, 0)


def escaped(state: InlineState, silent: bool) -> bool:
    """A backslash before what it can escape; before anything else it is text like any other."""
    following = state.src[state.pos + 1 : state.pos + 2]
    return following in ESCAPABLE and escape(state, silent)


def angle(state: InlineState, silent: bool) -> bool:
    """``<https://…>``, ``<mail@address>`` or an HTML tag."""
    src, start = state.src, state.pos
    address = _angle_address().match(src, start, state.posMax)
    if address and (address[2] or EMAIL_RE.search(address[1])):
        if not silent:
            state.push("auto", "a", 0).content = address[1]
        state.pos = address.end()
        return True
    if html_inline(state, silent):
        state.has_tags = True
        return True
    return False


@functools.cache
def _angle_address() -> re.Pattern[str]:
    return re.compile(
        r"<(([A-Za-z][A-Za-z0-9+.\-]{1,31}):[^<>\x00-\x20]*|[^<>\x00-\x20@]+@[^<>\x00-\x20]+)>"
    )


SILENT: dict[str, InlineRule] = {
    "\\": escaped,
    "`": cast(InlineRule, backtick),
    "[": link,
    "!": image,
    "<": angle,
}
RULES: dict[str, InlineRule] = {
    **SILENT,
    "\n": newline,
    "*": markers,
    "_": markers,
    "~": markers,
    "&": cast(InlineRule, entity),
    ":": bare_url,
    "w": bare_www,
}
