"""HTML in a list is read like Markdown: links, images, headings, tables, lists."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listlint.markdown import parse
from listlint.markdown.nodes import Node

Shape = str | tuple[str, list["Shape"]]


def shape(nodes: list[Node]) -> list[Shape]:
    """Texts and images as what they say, breaks as ``/``, all else as its kind and children."""
    return [
        node.value
        if node.kind in ("text", "image", "comment", "codeblock")
        else "/" * (1 + node.level)
        if node.kind == "break"
        else (f"{node.kind} {node.name}".rstrip(), shape(node.children))
        for node in nodes
    ]


def in_block(text: str) -> list[Shape]:
    """What is found in a text that is one block of HTML."""
    (block,) = parse(text).blocks
    assert block.kind == "html"
    return shape(block.children)


def inline(text: str) -> list[Shape]:
    (paragraph,) = parse(f"`x`{text}\n").blocks
    return shape(paragraph.children)[1:]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("<b>a</b><strong>b</strong>", [("strong b", ["a"]), ("strong strong", ["b"])]),
        ("<i>a</i><em>b</em>", [("em i", ["a"]), ("em em", ["b"])]),
        ("<del>a</del><s>b</s>", [("strike del", ["a"]), ("strike s", ["b"])]),
        ("<ins>ACL, 2022</ins>", [("element ins", ["ACL, 2022"])]),
        ("<INS>a *b*</INS>", [("element ins", ["a ", ("em", ["b"])])]),
        ("<a href='u'>a</a>", [("link html", ["a"])]),
        ("<a name='n'>a</a>", [("element a", ["a"])]),
        ("<br>a<br/>b</br>", ["//", "a", "//", "b", ("tag /br", [])]),
        ("<img src=u alt='a &amp; b'>", ["a & b"]),
        ("<img src=u>", [""]),
        ("<!-- a -->", [" a "]),
        ("<b>a", [("tag b", []), "a"]),
        ("a</b>", ["a", ("tag /b", [])]),
        ("<sub><sup>a</sub></sup>", [("element sub", [("tag sup", []), "a"]), ("tag /sup", [])]),
        ("*<b>a*</b>", [("em", [("tag b", []), "a"]), ("tag /b", [])]),
        ("[<b>a](u)</b>", [("link inline", [("tag b", []), "a"]), ("tag /b", [])]),
        ("<b><b>a</b></b>", [("strong b", [("strong b", ["a"])])]),
        ("<hr>a<x-y/>", [("tag hr", []), "a", ("tag x-y", [])]),
    ],
)
def test_tags_in_a_line(text: str, found: list[Shape]) -> None:
    assert inline(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("<p>a <b>b</b> c</p>", [("element p", ["a ", ("strong b", ["b"]), " c"])]),
        ("<p>\n  a\n  b\n</p>", [("element p", ["a", "/", "b"])]),
        ("<p>\n<a href=u>a</a>\n<a href=v>b</a></p>",
         [("element p", [("link html", ["a"]), "/", ("link html", ["b"])])]),
        ("<p>a\n<p>b\n</p>", [("element p", ["a"]), ("element p", ["b"])]),
        ("<div><p>a</div>", [("element div", [("element p", ["a"])])]),
        ("<div>a<br>\nb</div>", [("element div", ["a", "//", "b"])]),
        ("<div>a &lt;&amp; b &nope; 1 < 2</div>", [("element div", ["a <& b &nope; 1 < 2"])]),
        ("<h2 align='center'> a <b>b</b></h2>", [("heading h2", [" a ", ("strong b", ["b"])])]),
        ("<ul>\n<li>a\n<li>b</li>\n</ul>", [("list ul", [("item li", ["a"]), ("item li", ["b"])])]),
        ("<ol><li>a<ul><li>b</ul><li>c</ol>",
         [("list ol", [
             ("item li", ["a", ("list ul", [("item li", ["b"])])]), ("item li", ["c"])
         ])]),
        ("<details><summary>a</summary>b</details>",
         [("element details", [("element summary", ["a"]), "b"])]),
        ("<details>\n<summary>a</summary>", [("tag details", []), ("element summary", ["a"])]),
        ("<table>\n<tr>\n<td>a</td>\n<td>b</td>\n</tr>\n</table>",
         [("table table", [("row tr", [("cell td", ["a"]), ("cell td", ["b"])])])]),
        ("<table><tr><td>a<td>b<tr><td>c</table>",
         [("table table", [
             ("row tr", [("cell td", ["a"]), ("cell td", ["b"])]), ("row tr", [("cell td", ["c"])])
         ])]),
        ("<table><thead><tr><th>a</thead><tbody><tr><td>b</tbody></table>",
         [("table table", [("row tr", [("cell th", ["a"])]), ("row tr", [("cell td", ["b"])])])]),
        ("<tr><td>a</td></tr>", [("row tr", [("cell td", ["a"])])]),
        ("<pre>\na <b>b</b>\n\n&lt;c</pre>", ["\na b\n\n<c"]),
        ("<script>\n'<b>a</b>'\n</script>", [("element script", [])]),
        ("<!-- a\n\nb -->", [" a\n\nb "]),
        ("<!-- a", [" a"]),
        ("<div title=\"a>b\" class='c\"d'>e</div>", [("element div", ["e"])]),
        ("<div><a href=\"u>a</a></div>", [("element div", [("link html", ["a"])])]),
        ("<div>a<b>b</div>", [("element div", ["a", ("tag b", []), "b"])]),
        ("</div>", [("tag /div", [])]),
    ],
)  # fmt: skip
def test_blocks(text: str, found: list[Shape]) -> None:
    assert in_block(text) == found


@pytest.mark.parametrize(
    ("tag", "url"),
    [
        ("<a href='u v'>", "u v"),
        ('<a class="x" href="u?a=1&amp;b=2" id=y>', "u?a=1&amp;b=2"),
        ("<a\nhref = u>", "u"),
        ("<a data-href='x' href='u'>", "u"),
        ("<a title='href=x' HREF=u/>", "u/"),
        ("<a href=''>", ""),
    ],
)
@pytest.mark.parametrize(
    "around", ["<div>{}</div>\n", "- x {}\n", "> <p>\n> {}</p>\n", "|{}|\n|-|\n"]
)
def test_addresses_in_tags(tag: str, url: str, around: str) -> None:
    if "\n" in tag and not around.startswith("<"):
        tag = tag.replace("\n", " ")
    text = around.format(f"{tag}a</a>")
    (link,) = (node for node in parse(text).walk() if node.kind == "link")
    assert link.url == url
    assert link.dest
    assert text[slice(*link.dest)] == url
    assert text[link.start : link.end] == f"{tag}a</a>"
    assert link.inner
    assert text[slice(*link.inner)] == "a"


def test_an_image_in_a_block_has_its_places() -> None:
    text = "<p align=center>\n <img alt='a &lt; b' src=\"i.png\"/></p>\n"
    (image,) = (node for node in parse(text).walk() if node.kind == "image")
    assert text[image.start : image.end] == "<img alt='a &lt; b' src=\"i.png\"/>"
    assert (image.url, image.value) == ("i.png", "a < b")
    assert image.dest
    assert text[slice(*image.dest)] == "i.png"
    assert image.inner
    assert text[slice(*image.inner)] == "a &lt; b"


def test_rows_say_whether_they_are_the_header() -> None:
    text = "<table><thead><tr><td>a</thead><tr><th>b<th>c<tr><th>d<td>e</table>\n"
    assert [node.level for node in parse(text).walk() if node.kind == "row"] == [0, 0, 1]


def test_what_a_link_can_lead_to_is_kept() -> None:
    text = "<a id='one'></a> <span name=two>x</span>\n\n<h2 id=\"three\">y</h2>\n<a name=four>\n"
    assert [node.value for node in parse(text).walk() if node.name and node.value] == [
        "one",
        "two",
        "three",
        "four",
    ]


def test_markdown_between_blocks_of_one_element_is_read() -> None:
    text = "<details><summary>a</summary>\n\n- [b](c)\n\n</details>\n"
    kinds = [node.kind for node in parse(text).blocks]
    assert kinds == ["html", "list", "html"]


def test_blocks_in_containers_keep_their_places() -> None:
    text = "> - <div>\n>   <a href='u'>a\n>   b</a>\n>   </div>\n"
    (link,) = (node for node in parse(text).walk() if node.kind == "link")
    assert text[link.start : link.end] == "<a href='u'>a\n>   b</a>"
    assert [text[n.start : n.end] for n in link.children if n.kind == "text"] == ["a", "b"]


PARTS = (
    "<a|<a href='u'>|</a>|<b>|</b>|<li>|</li>|<ul>|</ul>|<table>|<tr>|<td>|<th>|</table>|</td>|<p>"
    "|</p>|<div>|</div>|<h1>|</h1>|<pre>|</pre>|<br>|<img src=x>|<!--|-->|<|>|a| |\n|\n\n|&amp;"
    "|\"|'|<thead>|</thead>|<script>|</script>|<?p|<!d"
).split("|")


@given(st.lists(st.sampled_from(PARTS)).map("".join))
def test_any_tags_give_nodes_in_order_and_within_each_other(text: str) -> None:
    document = parse(f"<div>{text}\n")
    stack = [(0, len(document.text), document.blocks)]
    while stack:
        start, end, nodes = stack.pop()
        for node in nodes:
            assert start <= node.start <= node.end <= end
            start = node.end
            stack.append((node.start, node.end, node.children))
