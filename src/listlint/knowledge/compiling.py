"""rules/**/*.yml -> the compiled form: checked, folded, and sorted into buckets by host.

Runs when a wheel is built, or in a checkout after a table changed. Whoever only reads the compiled
form never imports this, nor YAML. It opens no file: ``rulebook`` does.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from listlint.knowledge import compiling_hosts, compiling_venues
from listlint.knowledge.strict_yaml import TableError, parse

NONE: Mapping[str, str] = MappingProxyType({})
TABLES = ("venues", "hosts", "topics", "spelling")


def compiled(texts: Mapping[str, str], patterns: Mapping[str, str] = NONE) -> dict[str, Any]:
    """Everything as one value fit for JSON, from YAML by name: of tables, and of pattern rules."""
    venues, hosts, topics, spelling = (_table(name, texts[name]) for name in TABLES)
    return {
        "venues": compiling_venues.compiled(venues),
        "hosts": compiling_hosts.compiled(hosts, venues["venues"]),
        "topics": topics["topics"],
        "spelling": spelling["spelling"],
        "patterns": {name: _read(name, text) for name, text in sorted(patterns.items())},
    }


def _table(name: str, text: str) -> dict[str, Any]:
    """The mapping that a table holds."""
    held = _read(name, text)
    if held.get("schema") != 1:
        raise TableError(f"{name}.yml: not a table of schema 1")
    return held


def _read(name: str, text: str) -> dict[str, Any]:
    try:
        held = parse(text)
    except TableError as error:
        raise TableError(f"{name}.yml:{error.line}: {error}") from None
    if not isinstance(held, dict):
        raise TableError(f"{name}.yml: holds no keys")
    return held
