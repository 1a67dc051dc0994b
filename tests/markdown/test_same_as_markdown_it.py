"""What is read is what markdown-it reads: rules are chosen, and some are ours, but none differs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import pytest
from hypothesis import given
from markdown_it import MarkdownIt
from markdown_it.common.utils import unescapeAll
from markdown_it.token import Token

from listlint.markdown import parse
from listlint.markdown.nodes import Document, Node
from marked import DOCUMENTS, documents

Event = tuple[str, ...]
NAMES = {"bullet_list": "list", "ordered_list": "list", "th": "cell", "td": "cell", "tr": "row"}
MARKS = {"strike": "s", "quote": "blockquote", "item": "list_item"}


class Plain(MarkdownIt):
    """markdown-it as it is, but for addresses: they stay as they are written."""

    def normalizeLink(self, url: str) -> str:  # noqa: N802
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802
        return link

    def validateLink(self, url: str) -> bool:  # noqa: N802
        return True


def plain() -> MarkdownIt:
    md = Plain("commonmark").enable(["table", "strikethrough"])
    md.options["strikethrough_single_tilde"] = True
    return md


def joined(events: Iterable[Event]) -> Iterator[Event]:
    """Neighbouring texts are one."""
    text = ""
    for event in events:
        if event[0] == "text":
            text += event[1]
            continue
        if text:
            yield "text", text
            text = ""
        yield event
    if text:
        yield "text", text


# -- markdown-it's


def theirs(text: str) -> list[Event]:
    return list(joined(event for token in plain().parse(text) for event in of_block(token)))


def of_block(token: Token) -> Iterator[Event]:
    kind = token.type
    if kind == "inline":
        for child in token.children or []:
            yield of_inline(child)
    elif kind in ("fence", "code_block"):
        yield "codeblock", token.content
    elif kind == "heading_open":
        yield "heading_open", token.tag[1]
    elif kind == "list_item_open":
        yield "list_item_open", token.info + token.markup
    elif not kind.startswith(("thead", "tbody")):
        name, _, end = kind.rpartition("_")
        yield (f"{NAMES.get(name, name)}_{end}" if end in ("open", "close") else kind,)


def of_inline(token: Token) -> Event:
    kind = token.type
    if kind == "link_open":
        return "link_open", str(token.attrGet("href"))
    if kind == "image":
        return "image", str(token.attrGet("src")), alternative(token.children or [])
    if kind in ("text", "code_inline", "html_inline"):
        return kind, token.content
    return (kind,)


def alternative(children: list[Token]) -> str:
    return "".join(
        "\n" if child.type.endswith("break") else alternative(child.children or []) or child.content
        for child in children
        if child.type != "html_inline"
    )


# -- ours


def ours(document: Document) -> list[Event]:
    events = (event for node in document.blocks for event in of_node(node, document.text))
    return list(joined(events))


def of_node(node: Node, text: str) -> Iterator[Event]:
    kind = node.kind
    if kind == "text" or (kind == "link" and node.name == "bare"):
        yield "text", node.value or node.url
    elif kind == "code":
        yield "code_inline", node.value
    elif kind == "codeblock":
        yield "codeblock", node.value
    elif kind == "html":
        yield ("html_block",)
    elif kind == "rule":
        yield ("hr",)
    elif kind == "image" and node.name != "html":
        yield "image", unescapeAll(node.url), node.value
    elif kind == "break" and not text.startswith("<", node.start):
        yield ("hardbreak" if node.level else "softbreak",)
    elif kind in ("tag", "comment", "image", "break"):
        yield "html_inline", text[node.start : node.end]
    elif kind != "definition":
        yield from around(node, text)


def around(node: Node, text: str) -> Iterator[Event]:
    name = MARKS.get(node.kind, node.kind)
    inner = [event for child in node.children for event in of_node(child, text)]
    if node.kind in ("link", "em", "strong", "strike", "element") and from_html(node):
        assert node.inner
        yield "html_inline", text[node.start : node.inner[0]]
        yield from inner
        yield "html_inline", text[text.index("<", node.inner[1]) : node.end]
        return
    if node.kind == "link":
        yield "link_open", address(node)
    else:
        said = {"heading": str(node.level), "item": node.value}.get(node.kind)
        yield (f"{name}_open", said) if said else (f"{name}_open",)
    yield from inner
    if node.kind == "table":
        return
    yield (f"{name}_close",)


def from_html(node: Node) -> bool:
    return node.name not in ("", "inline", "reference", "auto")


def address(link: Node) -> str:
    if link.name != "auto":
        return unescapeAll(link.url)
    return (
        link.url if re.match(r"[A-Za-z][A-Za-z0-9+.-]{1,31}:", link.url) else f"mailto:{link.url}"
    )


def without_padding(events: list[Event]) -> list[Event]:
    """Cells that a row lacks are no nodes of ours; tables are told by their rows."""
    out: list[Event] = []
    for event in events:
        if event == ("row_close",):
            while out[-2:] == [("cell_open",), ("cell_close",)]:
                del out[-2:]
        if event != ("table_close",):
            out.append(event)
    return out


def comparable(text: str) -> str:
    """Where we mean to differ: URLs without brackets, and a backslash before blanks at an end."""
    text = text.replace("\r", "\n").replace("://", ":/").replace("www.", "ww.")
    return re.sub(r"\\ +\n", "\\\\\n", text)


def check(text: str) -> None:
    text = comparable(text)
    assert without_padding(ours(parse(text))) == without_padding(theirs(text))


@pytest.mark.parametrize("text", DOCUMENTS)
def test_every_construct_is_read_as_markdown_it_reads_it(text: str) -> None:
    check(text)


@given(documents())
def test_any_document_is_read_as_markdown_it_reads_it(text: str) -> None:
    check(text)
