"""reStructuredText gives the nodes of Markdown, each at its place in the text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from listlint.errors import UserError
from listlint.markdown import parse
from listlint.markdown.nodes import Document, Node, plain

pytest.importorskip("docutils")


def rst(text: str) -> Document:
    return parse(text, "README.rst")


def shown(text: str) -> list[tuple[str, str]]:
    """Kinds of nodes, and the characters that each of them stands on."""
    return [(node.kind, text[node.start : node.end]) for node in rst(text).walk()]


def only(text: str, kind: str) -> Node:
    [node] = [node for node in rst(text).walk() if node.kind == kind]
    return node


def test_headings_by_the_order_of_their_lines() -> None:
    text = "====\nBook\n====\n\nOne\n---\n\nA\n~~~\n\nTwo\n---\n\ntext\n"
    headings = [node for node in rst(text).walk() if node.kind == "heading"]
    assert [(each.level, plain(each.children)) for each in headings] == [
        (1, "Book"), (2, "One"), (3, "A"), (2, "Two"),
    ]  # fmt: skip
    assert [text[each.start : each.end] for each in headings][1:] == [
        "One\n---", "A\n~~~", "Two\n---",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "url", "label", "dest"),
    [
        ("`Paper <https://a.example/x>`_", "https://a.example/x", "Paper", True),
        ("`Paper <https://a.example/x>`__", "https://a.example/x", "Paper", True),
        ("`[Paper] <https://a.example/x_>`_", "https://a.example/x_", "[Paper]", True),
        ("`A long\nlabel <https://a.example>`_", "https://a.example", "A long label", True),
        ("`Paper\n<https://a.example/\nx>`_", "https://a.example/x", "Paper", False),
        ("https://a.example/x", "https://a.example/x", "https://a.example/x", True),
        ("Paper_\n\n.. _Paper: https://a.example/x", "https://a.example/x", "Paper", False),
        ("`A Paper`_\n\n.. _a paper: https://a.example/x", "https://a.example/x", "A Paper", False),
        ("Paper__\n\n__ https://a.example/x", "https://a.example/x", "Paper", False),
        ("`Paper <that_>`_\n\n.. _that: https://a.example", "https://a.example", "Paper", False),
        ("`Sorting`_\n\nSorting\n-------", "#sorting", "Sorting", False),
        ("[Berg2022]_\n\n.. [Berg2022] Ada Berg", "#berg2022", "Berg2022", False),
    ],
)
def test_links_of_every_kind(text: str, url: str, label: str, dest: bool) -> None:
    source = f"See {text}\n"
    link = next(node for node in rst(source).walk() if node.kind == "link")
    assert (link.url, plain(link.children)) == (url, label)
    assert source[link.start : link.end] == text.split("\n\n")[0]
    assert (link.dest is not None) is dest
    if link.dest:
        assert source[slice(*link.dest)] == link.url
    if link.inner and "\n" not in label:
        assert " ".join(source[slice(*link.inner)].split()) in (label, f"[{label}]_")


def test_the_same_label_twice_has_two_places() -> None:
    text = "- A `[PDF] <https://a.example>`_, `[PDF] <https://b.example>`_\n- `[PDF] <https://c.example>`_\n"
    links = [node for node in rst(text).walk() if node.kind == "link"]
    assert [text[slice(*each.dest)] for each in links if each.dest] == [
        "https://a.example", "https://b.example", "https://c.example",
    ]  # fmt: skip


def test_marks() -> None:
    text = "A *b* **c** ``d`` `e` :sup:`f` \\*g* h\n"
    assert shown(text)[1:] == [
        ("text", "A "), ("em", "*b*"), ("text", "b"), ("text", " "), ("strong", "**c**"),
        ("text", "c"), ("text", " "), ("code", "``d``"), ("text", " "), ("em", "`e`"),
        ("text", "e"), ("text", " "), ("element", ":sup:`f`"), ("text", "f"),
        ("text", " \\*g* h"),
    ]  # fmt: skip
    assert plain(rst(text).blocks[0].children) == "A b c d e f *g* h"


def test_lists_with_what_stands_below() -> None:
    text = "* A paper,\n  by Ada\n\n  - a note\n\n* Another\n\n#. one\n#. two\n\n2) x\n3) y\n"
    lists = [node for node in rst(text).walk() if node.kind == "list"]
    assert [each.level for each in lists] == [0, 0, 1, 1]
    items = [node for node in rst(text).walk() if node.kind == "item"]
    assert [each.value for each in items] == ["*", "-", "*", "#.", "#.", "2)", "3)"]
    assert text[items[0].start : items[0].end] == "* A paper,\n  by Ada\n\n  - a note"


def test_line_blocks_and_definitions_are_blocks_of_lines() -> None:
    for text in ("| **A paper**\n| Ada Berg\n| ACL 2022\n", "**A paper**\n  Ada Berg\n"):
        [block] = rst(text).blocks
        assert block.kind == "paragraph"
        assert next(n.level for n in block.children if n.kind == "break") == 1
        assert plain(block.children).startswith("A paper Ada Berg")


SIMPLE = """\
=====  ==========  =========
Title  Venue       Link
=====  ==========  =========
A one  ACL 2022    `P <u>`_
B two              `P <v>`_
C      ACL         `P <w>`_
=====  ==========  =========
"""
GRID = """\
+--------+------------+----------+
| Title  | Venue      | Link     |
+========+============+==========+
| A one  | ACL 2022   | `P <u>`_ |
+--------+------------+----------+
| B two  |            | `P <v>`_ |
+--------+------------+----------+
| C      | ACL        | `P <w>`_ |
+--------+------------+----------+
"""


@pytest.mark.parametrize("text", [SIMPLE, GRID])
def test_rows_and_cells(text: str) -> None:
    table = only(text, "table")
    assert [row.level for row in table.children] == [0, 1, 1, 1]
    cells = [[text[cell.start : cell.end] for cell in row.children] for row in table.children]
    assert cells == [
        ["Title", "Venue", "Link"],
        ["A one", "ACL 2022", "`P <u>`_"],
        ["B two", "", "`P <v>`_"],
        ["C", "ACL", "`P <w>`_"],
    ]
    for row in table.children:
        assert text[row.start - 1 : row.start] in ("\n", "")
        assert "\n" not in text[row.start : row.end]
        assert row.end == text.index("\n", row.start)


def test_a_row_of_several_lines_keeps_its_cells_in_order() -> None:
    line = "| C      | ACL        | `P <w>`_ |\n"
    more = "| and so | 2023       | `Q <x>`_ |\n"
    text = GRID.replace(line, line + more)
    row = only(text, "table").children[-1]
    assert [plain(cell.children) for cell in row.children] == ["C and so", "ACL 2023", "P Q"]
    places = [(node.start, node.end) for node in row.walk() if not node.children]
    assert places == sorted(places)
    assert text[row.start : row.end].count("\n") == 1


def test_wide_characters_and_tabs_move_nothing() -> None:
    text = GRID.replace("A one ", "茶壶  ").replace("C     ", "C\t")
    links = [node for node in rst(text).walk() if node.kind == "link"]
    assert links[0].dest
    assert text[slice(*links[0].dest)] == "u"
    tabbed = "-\tA `P <u>`_ and\tB `Q <v>`_\n"
    links = [node for node in rst(tabbed).walk() if node.kind == "link"]
    assert [tabbed[each.start : each.end] for each in links] == ["`P <u>`_", "`Q <v>`_"]


def test_tables_made_of_lists() -> None:
    text = ".. list-table::\n   :header-rows: 1\n\n   * - Title\n     - Venue\n"
    text += "   * - A one\n     - ACL\n"
    table = only(text, "table")
    assert [[plain(c.children) for c in row.children] for row in table.children] == [
        ["Title", "Venue"],
        ["A one", "ACL"],
    ]
    assert [row.level for row in table.children] == [0, 1]


def test_a_table_out_of_shape_is_counted_as_unread() -> None:
    text = "Before\n\n" + SIMPLE.replace("A one  ACL", "A one long ACL") + "\nAfter `P <u>`_\n"
    document = rst(text)
    assert [text[start:end][:5] for start, end in document.unread] == ["====="]
    assert "After" in plain(document.blocks[-1].children)


def test_images_badges_and_what_they_stand_for() -> None:
    text = (
        ".. image:: https://i.example/x.svg\n   :target: https://a.example\n   :alt: Stars\n\n"
        "See |stars| and |stars|_.\n\n"
        ".. |stars| image:: https://i.example/y.svg\n   :alt: many\n.. _stars: https://b.example\n"
    )
    document = rst(text)
    images = [node for node in document.walk() if node.kind == "image"]
    assert [(each.url, each.value) for each in images] == [
        ("https://i.example/x.svg", "Stars"),
        ("https://i.example/y.svg", "many"),
        ("https://i.example/y.svg", "many"),
    ]
    links = [node for node in document.walk() if node.kind == "link"]
    assert [each.url for each in links] == ["https://a.example", "https://b.example"]
    assert text[images[1].start : images[1].end] == "|stars|"


def test_comments_and_what_is_no_text() -> None:
    text = "A\n\n.. listlint: ignore x\n\nB\n\n::\n\n  code `P <u>`_\n\n"
    text += ".. [#a] A note `P <u>`_\n\n----\n\nC\n"
    comment = only(text, "comment")
    assert (comment.value, text[comment.start : comment.end]) == (
        "listlint: ignore x",
        ".. listlint: ignore x",
    )
    assert [node.kind for node in rst(text).blocks] == [
        "paragraph", "html", "paragraph", "codeblock", "definition", "rule", "paragraph",
    ]  # fmt: skip
    assert not [node for node in rst(text).walk() if node.kind == "link"]


@pytest.mark.parametrize(
    "text",
    [
        ".. include:: /etc/hostname\n",
        ".. raw:: html\n   :file: /etc/hostname\n",
        ".. csv-table::\n   :file: /etc/hostname\n",
        ".. raw:: html\n\n   <b>x</b>\n",
        ".. role:: raw-html(raw)\n   :format: html\n\n:raw-html:`<b>`\n",
        ".. unknown:: x\n\n:nobody:`x` `open *open **open |open\n",
    ],
)
def test_nothing_that_a_text_names_is_opened(text: str) -> None:
    document = rst(text + "\nAn end.\n")
    assert plain(document.blocks[-1].children) == "An end."
    assert not any("localhost" in node.value for node in document.walk())


def test_one_text_leaves_nothing_behind_for_the_next() -> None:
    use = ":mine:`x`\n"
    before = shown(use)
    rst(".. role:: mine(strong)\n\n" + use)
    assert shown(use) == before


LINES = st.sampled_from(
    (
        "A paper", "=======", "---", "* item", "- `Paper <https://a.example>`_", "  more text",
        "#. one", "| line", "|", "", "", "+---+---+", "| a | b |", "+===+===+", "===== =====",
        "left  right", ".. image:: x.png", "   :alt: y", ".. _a: https://a.example", "a_ b__ |c|",
        "__ https://b.example", "**bold** *em* ``code`` `role`", "::", "    indented", "term",
        "  definition", ":field: body", "\ttabbed `P <u>`_\tx", "茶壶 *茶壶*", ".. x", "\\* x",
        "> quote", ">>> test", "[1]_ [#a]_ [Cit]_", ".. [1] note", ".. list-table::", "   * - a",
        "     - b", "\u2028x", "\x0c", "a\x0bb", "`open", "*open", "|open", "..", "`a <b_>`_",
    )
)  # fmt: skip
noise = st.text("`*|_<>:[]\\- .=\n\tab茶", max_size=12)
texts = st.lists(st.one_of(LINES, LINES, noise), max_size=14).map("\n".join)


@settings(deadline=None)
@given(texts)
def test_every_node_stands_in_the_text_and_in_its_parent(text: str) -> None:
    document = rst(text)
    for node in document.walk():
        assert 0 <= node.start <= node.end <= len(text), node
        for place in (node.inner, node.dest):
            assert place is None or 0 <= place[0] <= place[1] <= len(text)
        if node.dest is not None:
            assert text[slice(*node.dest)] == node.url
    for place in document.unread:
        assert 0 <= place[0] <= place[1] <= len(text)


@settings(deadline=None)
@given(texts)
def test_what_follows_stands_behind(text: str) -> None:
    for block in rst(text).blocks:
        starts = [node.start for node in block.walk() if node.kind in ("text", "code", "image")]
        assert starts == sorted(starts), block


LINK = "`P <https://a.example/x>`_"
WORDS = st.sampled_from(("word", "*em*", "**b**", "``c``", LINK, "https://b.example/y", "(z),"))


@settings(deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=8))
def test_inline_nodes_cover_their_text_to_the_letter(words: list[str]) -> None:
    text = " ".join(words) + "\n"
    [block] = rst(text).blocks
    assert "".join(text[node.start : node.end] for node in block.children) == text[:-1]


def test_hostile_texts_end() -> None:
    deep = rst("\n".join(" " * n + "* x\n" for n in range(300)))
    assert deep.blocks or deep.unread
    rst("*a " * 30_000)
    rst("`" * 20_000)
    rst("\n".join(f".. image:: x{n}" for n in range(2_000)))
    with pytest.raises(UserError, match="up to 1 MiB"):
        rst("x" * (1024 * 1024 + 1))
