"""Every place is exact: a slice of the text is the thing itself, and can be replaced alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from listlint.finding import Edit
from listlint.markdown import parse
from listlint.markdown.nodes import Document, Node
from listlint.source import Source, from_bytes
from marked import DOCUMENTS, INLINE, URLS, documents

BLOCKS = ("list", "item", "quote", "table", "row", "cell", "html")


def slices(text: str, kind: str) -> list[str]:
    return [text[node.start : node.end] for node in parse(text).walk() if node.kind == kind]


def inner(text: str, kind: str) -> list[str]:
    return [
        text[slice(*node.inner)] for node in parse(text).walk() if node.kind == kind and node.inner
    ]


def links(document: Document) -> list[Node]:
    return [node for node in document.walk() if node.kind == "link"]


# -- one by one


def test_a_link_has_a_label_and_an_address() -> None:
    text = "- see [the *paper*]( <a b> 'title') now\n"
    (link,) = links(parse(text))
    assert text[link.start : link.end] == "[the *paper*]( <a b> 'title')"
    assert link.inner
    assert text[slice(*link.inner)] == "the *paper*"
    assert link.dest
    assert text[slice(*link.dest)] == link.url == "a b"


@pytest.mark.parametrize(
    ("written", "name", "url"),
    [
        ("[a](b)", "inline", "b"),
        ("[a](b&amp;c\\_)", "inline", "b&amp;c\\_"),
        ("[a]()", "inline", ""),
        ("[a](<>)", "inline", ""),
        ("<https://a.example>", "auto", "https://a.example"),
        ("<me@a.example>", "auto", "me@a.example"),
        ("https://a.example/b", "bare", "https://a.example/b"),
        ("www.a.example", "bare", "www.a.example"),
        ("<a class=x href='b&amp;c'>d</a>", "html", "b&amp;c"),
        ("<A HREF=b>d</A>", "html", "b"),
    ],
)
def test_an_address_is_kept_as_it_is_written(written: str, name: str, url: str) -> None:
    text = f"> x {written} y\n"
    (link,) = links(parse(text))
    assert (link.name, link.url) == (name, url)
    assert text[link.start : link.end] == written
    assert link.dest
    assert text[slice(*link.dest)] == url


def test_a_reference_has_its_definitions_address_and_no_place_of_its_own() -> None:
    text = "[a][b] [b] ![c][b]\n\n> [b]:\n> <u&amp; v>\n> 'title'\n"
    document = parse(text)
    for node in document.walk():
        if node.name == "reference":
            assert (node.url, node.dest) == ("u&amp; v", None)
    (definition,) = (node for node in document.walk() if node.kind == "definition")
    assert (definition.value, definition.url) == ("b", "u&amp; v")
    assert definition.dest
    assert text[slice(*definition.dest)] == "u&amp; v"


def test_only_the_first_definition_of_a_label_counts() -> None:
    first, second = links(parse("[a] [A]\n\n[a]: one\n[a]: two\n"))
    assert first.url == second.url == "one"


def test_an_image_has_alternative_text() -> None:
    text = "[![a *b* `c` [d](e)](f)](g)\n"
    (image,) = (node for node in parse(text).walk() if node.kind == "image")
    assert image.value == "a b c d"
    assert text[image.start : image.end] == "![a *b* `c` [d](e)](f)"
    assert image.inner
    assert text[slice(*image.inner)] == "a *b* `c` [d](e)"


def test_cells_end_at_what_they_hold() -> None:
    text = "> | a | [b](c\\|d) |\n> |---|---|\n> |  e\\|f  | `g` |\n"
    assert slices(text, "cell") == ["a", "[b](c\\|d)", "e\\|f", "`g`"]
    assert slices(text, "row") == ["| a | [b](c\\|d) |", "|  e\\|f  | `g` |"]
    assert [node.level for node in parse(text).walk() if node.kind == "row"] == [0, 1]
    assert [node.value for node in parse(text).walk() if node.kind == "text"][-1] == "e|f"


def test_a_row_tells_what_the_header_has_no_cell_for() -> None:
    text = "| a | b |\n|---|---|\n| c |\n| d | e | f | g |\n"
    _, short, long = (node for node in parse(text).walk() if node.kind == "row")
    assert len(short.children) == 1
    assert short.inner is None
    assert len(long.children) == 2
    assert long.inner
    assert text[slice(*long.inner)] == "f | g |"


def test_items_begin_at_their_marker_and_end_with_what_they_hold() -> None:
    text = "- a\n\n  b\n* c\n\n  12. d\n      e\n\n+\n"
    assert slices(text, "item") == ["- a\n\n  b", "* c\n\n  12. d\n      e", "12. d\n      e", "+"]
    assert [n.value for n in parse(text).walk() if n.kind == "item"] == ["-", "*", "12.", "+"]
    assert [n.level for n in parse(text).walk() if n.kind == "list"] == [0, 0, 1, 0]


def test_items_and_quotes_on_one_line() -> None:
    text = "- > 1. a\n  > b\n"
    assert slices(text, "item") == ["- > 1. a\n  > b", "1. a\n  > b"]
    assert slices(text, "quote") == ["> 1. a\n  > b"]
    assert slices(text, "text") == ["a", "b"]


def test_headings_hold_their_text() -> None:
    text = "#  A b  ## \n> ## [c](d)\n\nE\nf\n===  \n\n#\n"
    assert slices(text, "heading") == ["#  A b  ##", "## [c](d)", "E\nf\n===", "#"]
    assert inner(text, "heading") == ["A b", "[c](d)", "E\nf", ""]
    assert [n.level for n in parse(text).walk() if n.kind == "heading"] == [1, 2, 1, 1]


def test_a_heading_of_marks_alone_holds_the_second() -> None:
    text = "## # #\n"
    (heading,) = parse(text).blocks
    assert heading.inner == (3, 4)


def test_a_lone_carriage_return_ends_a_line_and_moves_nothing() -> None:
    text = "a\rb\r\r- [c](d)\r\r# e\r"
    assert [(node.kind, node.start, node.end) for node in parse(text).walk()] == [
        (node.kind, node.start, node.end) for node in parse(text.replace("\r", "\n")).walk()
    ]


def test_blocks_without_inline_nodes() -> None:
    text = "> ```x\n> a\n> ```\n\n    b\n\n    c\n\n- - -  \n\n[d]: e 'f' \n"
    assert slices(text, "codeblock") == ["```x\n> a\n> ```", "b\n\n    c"]
    assert [n.value for n in parse(text).walk() if n.kind == "codeblock"] == ["a\n", "b\n\nc\n"]
    assert slices(text, "rule") == ["- - -"]
    assert slices(text, "definition") == ["[d]: e 'f'"]


def test_marks_are_part_of_the_node_and_not_of_its_inside() -> None:
    text = "***a** b* ~~c~~ __d__\n"
    assert slices(text, "em") == ["***a** b*"]
    assert slices(text, "strong") == ["**a**", "__d__"]
    assert inner(text, "strong") == ["a", "d"]
    assert slices(text, "strike") == ["~~c~~"]


def test_text_is_one_node_where_it_stands_in_one_piece() -> None:
    text = "a \\* b &amp; c \\d *e `f\n"
    (node,) = (node for node in parse(text).walk() if node.kind == "text")
    assert text[node.start : node.end] == text[:-1]
    assert node.value == "a * b & c \\d *e `f"


def test_breaks_take_the_blanks_before_them() -> None:
    text = "> a  \n> b \n> c\\\n>   d<br>e\n"
    assert slices(text, "break") == ["  \n", " \n", "\\\n", "<br>"]
    assert [n.level for n in parse(text).walk() if n.kind == "break"] == [1, 0, 1, 1]
    assert slices(text, "text") == ["a", "b", "c", "d", "e"]


# -- any document


def check_nesting(document: Document) -> None:
    """Children lie in their parent, one behind the other; nothing is empty that shows something."""
    stack = [(0, len(document.text), document.blocks)]
    while stack:
        start, end, nodes = stack.pop()
        for node in nodes:
            assert start <= node.start <= node.end <= end, node
            start = node.end
            bounds = node.inner if node.inner and node.kind not in ("row", "image") else None
            first, last = bounds or (node.start, node.end)
            assert node.start <= first <= last <= node.end, node
            if node.dest:
                assert document.text[slice(*node.dest)] == node.url, node
            stack.append((first, last, node.children))


def check_slices(document: Document) -> None:
    text = document.text
    for node in document.walk():
        piece = text[node.start : node.end]
        if node.kind == "text" and not re.search(r"[\\&]", piece):
            assert piece == node.value
        elif node.kind == "link" and node.name == "inline":
            assert node.inner
            assert piece.startswith("[")
            assert piece.endswith(")")
            assert text[node.start + 1 : node.inner[1] + 2].endswith("](")
        elif node.kind == "code":
            assert piece[0] == piece[-1] == "`"
        elif node.kind == "quote":
            assert piece[0] == ">"
        elif node.kind == "item" and node.name != "li":
            assert piece.startswith(node.value)


def check_alone(document: Document) -> None:
    """A link, cut out and parsed alone, is that link."""
    for link in links(document):
        if link.name in ("reference", "bare"):
            continue
        piece = re.sub(r"\n[ \t>]*", "\n", document.text[link.start : link.end])
        again = [node for node in parse(f"x {piece}\n").walk() if node.kind == "link"]
        same = [(node.start, node.end) for node in again][:1]
        barred = [n for n in parse(f"x {piece}\n".replace("\\|", "|")).walk() if n.kind == "link"]
        assert same == [(2, 2 + len(piece))] or barred, link


@pytest.mark.parametrize("text", DOCUMENTS)
def test_places_in_every_construct(text: str) -> None:
    document = parse(text)
    check_nesting(document)
    check_slices(document)


@given(documents(INLINE + URLS))
def test_places_in_any_document(text: str) -> None:
    document = parse(text)
    check_nesting(document)
    check_slices(document)
    check_alone(document)


def dests(text: str) -> Iterator[Node]:
    return (node for node in parse(text).walk() if node.dest and node.name in ("inline", "html"))


@given(documents(INLINE + URLS), st.sampled_from(["\n", "\r\n"]))
@example("- [a](b)\r\n> [c](<d>\r\n> 't')\n", "\r\n")
def test_every_address_can_be_replaced_alone(text: str, newline: str) -> None:
    source = Source(text.replace("\r\n", "\n").replace("\n", newline))
    before = list(dests(source.text))
    edits = [Edit(*n.dest, f"new{k}") for k, n in enumerate(before) if n.dest]
    after = source.edited(edits)
    again = from_bytes(source.encode(after), "list")
    assert [n.url for n in dests(again.text)] == [f"new{k}" for k in range(len(before))]
    assert re.sub(r"new\d+", "", after).count("\r") == source.raw.count("\r")


@given(documents())
def test_a_document_reads_the_same_whatever_its_last_line_ends_with(text: str) -> None:
    whole, cut = parse(text), parse(text.rstrip("\n"))
    assert [(n.kind, n.start, n.end, n.value.rstrip("\n")) for n in whole.walk()] == [
        (n.kind, n.start, n.end, n.value.rstrip("\n")) for n in cut.walk()
    ]
