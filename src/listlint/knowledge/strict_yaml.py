"""YAML of our own tables, read strictly: a key written twice is a fault, an alias too."""

from __future__ import annotations

from typing import Any

import yaml

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class TableError(ValueError):
    """A fault in a table, with the file and what is wrong."""


class _Strict(_Loader):  # type: ignore[misc]
    """Refuses what YAML would pass over in silence."""

    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(yaml.events.AliasEvent):
            raise TableError(f"an alias{_place(self.peek_event())}: write the value out")
        return super().compose_node(parent, index)

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Any, Any]:
        seen: set[Any] = set()
        for key_node, _ in node.value:
            key = self.construct_object(key_node, deep=True)
            if key in seen:
                raise TableError(f"the key {key!r} stands twice{_place(key_node)}")
            seen.add(key)
        made: dict[Any, Any] = super().construct_mapping(node, deep)
        return made


def parse(text: str) -> Any:
    """The value that a text of YAML holds."""
    try:
        return yaml.load(text, Loader=_Strict)
    except yaml.YAMLError as error:
        raise TableError(str(error)) from error


def _place(marked: Any) -> str:
    mark = marked.start_mark
    return f" (line {mark.line + 1}, column {mark.column + 1})"
