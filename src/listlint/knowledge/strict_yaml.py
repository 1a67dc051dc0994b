"""YAML read strictly, with the line of every key: for our own tables and for what a list brings.

A key written twice is a fault, and so are aliases, tags and what is nested too deep: none of them
is needed, and each can surprise or exhaust whoever reads the file. It opens nothing.
"""

from __future__ import annotations

from typing import Any

import yaml

from listlint.values import NamedTuple

DEEPEST = 30
Place = tuple[str | int, ...]
PLAIN = ("bool", "int", "float", "null")  # what a scalar may be besides text
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class TableError(ValueError):
    """A fault in a file of YAML: what is wrong, and in which line."""

    def __init__(self, what: str, line: int = 1) -> None:
        super().__init__(what)
        self.line = line


class Tree(NamedTuple):
    """A value, and the line on which each part of it stands."""

    value: Any
    lines: dict[Place, int]

    def line(self, path: Place) -> int:
        """Where ``path`` stands, or the nearest thing around it that stands anywhere."""
        while path not in self.lines and path:
            path = path[:-1]
        return self.lines.get(path, 1)


def parse(text: str) -> Any:
    """The value that a text of YAML holds."""
    return read(text).value


def read(text: str) -> Tree:
    """The value that a text of YAML holds, with lines; a fault raises ``TableError``."""
    try:
        _guard(text)
        loader = _Loader(text)
        try:
            return _Reading(loader).tree()
        finally:
            loader.dispose()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        raise TableError(f"isn't YAML: {error.problem}", line) from None
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise TableError("holds a character that YAML doesn't allow", line) from None


def _guard(text: str) -> None:
    """Refuse what is costly or surprising before anything is built from it."""
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        mark: Any = event.start_mark
        line = mark.line + 1
        if isinstance(event, yaml.AliasEvent):
            raise TableError(f"an alias (*{event.anchor}) isn't allowed: write it out", line)
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > DEEPEST:
                raise TableError(f"nested deeper than {DEEPEST} levels", line)
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        tag = getattr(event, "tag", None)
        if tag not in (None, "!"):
            raise TableError(f"a tag ({tag}) isn't allowed: leave it out", line)


class _Reading:
    """Builds values out of nodes, and notes where each stood."""

    def __init__(self, loader: Any) -> None:
        self.loader = loader
        self.lines: dict[Place, int] = {}

    def tree(self) -> Tree:
        root = self.loader.get_single_node()
        value = None if root is None else self.value(root, ())
        return Tree(value, self.lines)

    def value(self, node: yaml.Node, path: Place) -> Any:
        self.lines.setdefault(path, node.start_mark.line + 1)
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(each, (*path, at)) for at, each in enumerate(node.value)]
        if node.tag.rpartition(":")[2] in PLAIN:
            return self.loader.construct_object(node)
        return node.value  # a date too is what was written

    def mapping(self, node: yaml.MappingNode, path: Place) -> dict[str, Any]:
        """Keys are text as written, a `no` or a number too."""
        made: dict[str, Any] = {}
        for key, value in node.value:
            line = key.start_mark.line + 1
            if not isinstance(key, yaml.ScalarNode):
                raise TableError("a key must be a word", line)
            if key.value in made:
                raise TableError(f"the key {key.value!r} stands twice", line)
            self.lines[*path, key.value] = line
            made[key.value] = self.value(value, (*path, key.value))
        return made
