"""YAML of our own tables, read strictly: a key written twice is a fault, an alias too."""

from __future__ import annotations

from typing import Any

import yaml

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class TableError(ValueError):
    """A fault in a table, with the place and what is wrong."""


def parse(text: str) -> Any:
    """The value that a text of YAML holds."""
    loader = _Loader(text)
    try:
        root = loader.get_single_node()
        if root is None:
            return None
        _check(root, set())
        return loader.construct_document(root)
    except yaml.YAMLError as error:
        raise TableError(str(error)) from error
    finally:
        loader.dispose()


def _check(node: yaml.Node, seen: set[int]) -> None:
    """A node that is met twice stands behind an alias."""
    if id(node) in seen:
        raise TableError(f"an alias of what stands at {_place(node)}: write it out")
    seen.add(id(node))
    if isinstance(node, yaml.MappingNode):
        keys = set()
        for key, value in node.value:
            if (key.tag, str(key.value)) in keys:
                raise TableError(f"the key {key.value!r} stands twice ({_place(key)})")
            keys.add((key.tag, str(key.value)))
            _check(value, seen)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            _check(value, seen)


def _place(node: yaml.Node) -> str:
    return f"line {node.start_mark.line + 1}, column {node.start_mark.column + 1}"
