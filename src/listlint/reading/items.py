"""What may be an entry: the rows of a list, whatever their shape, in the order of the text.

A bullet with its children, a table row, a paragraph, a heading. Nothing is judged here.
"""

from __future__ import annotations

from collections.abc import Iterator

from listlint.markdown.nodes import Document, Node, plain
from listlint.reading.words import header_role, names_things

BLOCKS = frozenset(
    """heading paragraph list item quote table codeblock html rule definition""".split()
)
CONTAINERS = frozenset(
    """div details center section article blockquote p summary tbody thead main body dl dd
    dt""".split()
)


class Item:
    """A candidate: its inline nodes by field (one, or one a cell), and where it stands."""

    __slots__ = (
        "children",
        "depth",
        "end",
        "fields",
        "group",
        "headers",
        "kind",
        "level",
        "marker",
        "node",
        "order",
        "parent",
        "pieces",
        "section",
        "start",
    )

    def __init__(self, kind: str, node: Node, fields: list[list[Node]], section: int) -> None:
        self.kind = kind  # bullet, row, para, heading, code, quote
        self.node = node
        self.fields = fields
        self.section = section  # index of the innermost heading above, -1 for none
        self.start = node.start
        self.end = node.end
        self.parent: Item | None = None  # the bullet around it
        self.children: list[Item] = []  # what stands inside a bullet, in order
        self.depth = 0
        self.marker = ""
        self.level = 0  # of a heading
        self.headers: tuple[
            str, ...
        ] = ()  # of a row: what each column's header says, a role letter or ""
        self.group = 0  # the list or table it stands in
        self.order = 0
        self.pieces: list = []  # type: ignore[type-arg]  # filled by pieces.cut


class Walk:
    """Collects the items of a document; one use."""

    def __init__(self) -> None:
        self.items: list[Item] = []
        self.section = -1
        self.section_count = 0
        self.groups = 0

    def blocks(self, nodes: list[Node], parent: Item | None) -> None:
        inline: list[Node] = []
        for node in nodes:
            if node.kind in BLOCKS or (node.kind == "element" and node.name in CONTAINERS):
                self.loose(inline, parent)
                inline = []
                self.block(node, parent)
            else:
                inline.append(node)
        self.loose(inline, parent)

    def block(self, node: Node, parent: Item | None) -> None:
        kind = node.kind
        if kind == "paragraph":
            self.loose(node.children, parent, node)
        elif kind == "list":
            self.groups += 1
            group = self.groups
            for child in node.children:
                self.bullet(child, parent, group)
        elif kind == "heading":
            item = self.add("heading", node, [node.children], None)
            item.level = node.level
            self.section = item.section = self.section_count
            self.section_count += 1
        elif kind == "table":
            self.table(node, parent)
        elif kind == "codeblock":
            self.add("code", node, [], parent)
        elif kind == "item":
            self.groups += 1
            self.bullet(node, parent, self.groups)
        elif kind != "definition":
            self.blocks(node.children, parent)

    def bullet(self, node: Node, parent: Item | None, group: int) -> None:
        if node.kind != "item":
            self.block(node, parent)
            return
        inline, rest = own_inline(node)
        item = self.add("bullet", node, [inline], parent)
        item.marker = node.value
        item.group = group
        item.depth = parent.depth + 1 if parent else 0
        self.blocks(rest, item)

    def table(self, node: Node, parent: Item | None) -> None:
        self.groups += 1
        headers: tuple[str, ...] = ()
        for n, row in enumerate(rows(node)):
            first = n == 0
            cells = [cell.children for cell in row.children]
            if (row.level == 0 or (first and _reads_as_header(cells))) and not headers:
                headers = column_roles([plain(cell).strip() for cell in cells])
                continue
            item = self.add("row", row, cells, parent)
            item.headers = headers
            item.group = self.groups

    def loose(self, inline: list[Node], parent: Item | None, node: Node | None = None) -> None:
        """Inline nodes that stand as a block: a paragraph, or what an HTML block holds."""
        if any(
            n.kind not in ("comment", "tag", "break") and (n.kind != "text" or n.value.strip())
            for n in inline
        ):
            if node is None:
                node = Node("paragraph", inline[0].start, inline[-1].end, inline)
            self.add("para", node, [inline], parent)

    def add(self, kind: str, node: Node, fields: list[list[Node]], parent: Item | None) -> Item:
        item = Item(kind, node, fields, self.section)
        item.order = len(self.items)
        item.parent = parent
        if parent:
            parent.children.append(item)
        self.items.append(item)
        return item


def own_inline(node: Node) -> tuple[list[Node], list[Node]]:
    """A bullet's own line, and the blocks that stand below it."""
    children = node.children
    if children and children[0].kind == "paragraph":
        return children[0].children, children[1:]
    if children and children[0].kind not in BLOCKS:
        own: list[Node] = []
        for n, child in enumerate(children):
            if child.kind in BLOCKS:
                return own, children[n:]
            own.append(child)
        return own, []
    return [], children


def _reads_as_header(cells: list[list[Node]]) -> bool:
    """A first row of plain cells that are words for columns."""
    texts = [plain(cell).strip() for cell in cells]
    known = sum(1 for text in texts if text and header_role(text))
    return len(texts) > 1 and known >= 2 and known * 2 > len(texts)


def column_roles(headers: list[str]) -> tuple[str, ...]:
    """What a table's headers say of its columns; beside a title's column an unknown one is none."""
    roles = [header_role(h) for h in headers]
    if "T" not in roles and headers and names_things(headers[0]):
        roles[0] = "T"
    if "T" in roles:
        return tuple(
            role or ("X" if text else "") for role, text in zip(roles, headers, strict=True)
        )
    first = next((n for n, role in enumerate(roles) if role), 0)  # it may hold the titles
    return tuple("" if role == "X" and n == first else role for n, role in enumerate(roles))


def rows(node: Node) -> Iterator[Node]:
    """The rows of a table, also where thead and tbody stand between."""
    for child in node.children:
        if child.kind == "row":
            yield child
        else:
            yield from rows(child)


def collect(document: Document) -> list[Item]:
    """All items of a document, in the order of the text."""
    walk = Walk()
    walk.blocks(document.blocks, None)
    return walk.items
