"""Which block rules are asked at a line: markdown-it's own, chosen by the line's first character.

markdown-it asks every rule at every line. Each rule begins by looking at one character, so the
answer is the same if only those are asked that can begin with it, and most lines ask one.
"""

from __future__ import annotations

from collections.abc import Callable

from markdown_it import MarkdownIt
from markdown_it.rules_block import (
    StateBlock,
    blockquote,
    code,
    fence,
    heading,
    hr,
    html_block,
    lheading,
    list_block,
    paragraph,
    reference,
    table,
)

from listlint.markdown.places import (
    place_cells,
    place_definition,
    place_heading,
    place_html,
    place_lines,
)
from listlint.markdown.spans import BlockState, Mark

DEEPEST_BLOCK = 60  # levels; a list takes two, a quote one
BlockRule = Callable[[StateBlock, int, int, bool], bool]
Chosen = dict[str, tuple[BlockRule, ...]]

BEGINS: dict[BlockRule, str] = {
    fence: "`~",
    blockquote: ">",
    hr: "-*_",
    list_block: "-+*0123456789",
    reference: "[",
    html_block: "<",
    heading: "#",
}


def choose_blocks(md: MarkdownIt) -> None:
    """Let the block rules of ``md`` be asked by first character."""
    ruler = md.block.ruler
    ends = {chain: _by_character(ruler.getRules(chain)) for chain in ("paragraph", "reference")}
    quote, items = (_by_character(ruler.getRules(chain)) for chain in ("blockquote", "list"))
    begins = _by_character(ruler.getRules(""))
    ruler.enableOnly(["code"])  # the state asks for this name before it sees indented code
    ruler.at("code", _beginner(begins))
    ruler.push("ends_text", _ender(ends["paragraph"], tables=True), {"alt": ["paragraph"]})
    ruler.push("ends_reference", _ender(ends["reference"], tables=True), {"alt": ["reference"]})
    ruler.push("ends_quote", _ender(quote, tables=False), {"alt": ["blockquote"]})
    ruler.push("ends_item", _ender(items, tables=False), {"alt": ["list"]})


def _by_character(rules: list[BlockRule]) -> Chosen:
    characters = {character for begins in BEGINS.values() for character in begins}
    return {
        character: tuple(rule for rule in rules if character in BEGINS.get(rule, ""))
        for character in characters
    }


def _ender(rules: Chosen, *, tables: bool) -> BlockRule:
    """Whether a block that ends the one before it begins at a line."""

    def ends(state: StateBlock, line: int, end: int, silent: bool) -> bool:
        start = state.bMarks[line] + state.tShift[line]
        if tables and _may_be_table(state, line) and table(state, line, end, silent):
            return True
        if start >= len(state.src):
            return False
        asked = rules.get(state.src[start], ())
        return any(rule(state, line, end, silent) for rule in asked)

    return ends


def _may_be_table(state: StateBlock, line: int) -> bool:
    below = state.bMarks[line + 1] + state.tShift[line + 1]
    return (
        state.src[below : below + 1] in ("|", "-", ":")
        and "|" in state.src[state.bMarks[line] : state.eMarks[line]]
    )


def _beginner(rules: Chosen) -> BlockRule:
    """The block that begins at a line, with its place."""

    def begin(state: StateBlock, line: int, end: int, silent: bool) -> bool:
        assert isinstance(state, BlockState)
        start = state.here = state.bMarks[line] + state.tShift[line]
        if state.level >= DEEPEST_BLOCK:
            state.unread.append((start, state.eMarks[end - 1]))
            state.line = end
            return True
        if state.sCount[line] - state.blkIndent >= 4:
            return code(state, line, end, False)
        count = len(state.tokens)
        if _may_be_table(state, line) and table(state, line, end, False):
            place_cells(state, _since(state, count))
            return True
        for rule in rules.get(state.src[start], ()):
            if rule(state, line, end, False):
                _place(state, rule, count)
                return True
        if not (state.underlined[line] and lheading(state, line, end, False)):
            paragraph(state, line, end, False)
        place_lines(state, _mark(state, count + 1))
        return True

    return begin


def _place(state: BlockState, rule: BlockRule, count: int) -> None:
    if rule is heading:
        place_heading(state, _mark(state, count), _mark(state, count + 1))
    elif rule is html_block:
        place_html(state, _mark(state, count))
    elif rule is reference:
        place_definition(state, _mark(state, count))


def _mark(state: BlockState, index: int) -> Mark:
    mark = state.tokens[index]
    assert isinstance(mark, Mark)
    return mark


def _since(state: BlockState, count: int) -> list[Mark]:
    return [mark for mark in state.tokens[count:] if isinstance(mark, Mark)]
