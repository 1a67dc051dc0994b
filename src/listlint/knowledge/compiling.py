"""rules/tables/*.yml -> the compiled form: checked, folded, and sorted into buckets by host.

Runs when a wheel is built, or in a checkout after a table changed. Whoever only reads the compiled
form never imports this, nor YAML. It opens no file: ``rulebook`` does.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from listlint.knowledge import compiling_hosts, compiling_venues
from listlint.knowledge.strict_yaml import TableError, parse

TABLES = ("venues", "hosts", "topics")


def compiled(texts: Mapping[str, str]) -> dict[str, Any]:
    """All tables as one value fit for JSON; ``texts`` holds the YAML of each by name."""
    venues, hosts, topics = (_table(name, texts[name]) for name in TABLES)
    return {
        "venues": compiling_venues.compiled(venues),
        "hosts": compiling_hosts.compiled(hosts, venues["venues"]),
        "topics": topics["topics"],
    }


def _table(name: str, text: str) -> dict[str, Any]:
    """The mapping that a table holds."""
    try:
        held = parse(text)
    except TableError as error:
        raise TableError(f"{name}.yml: {error}") from None
    if not isinstance(held, dict) or held.get("schema") != 1:
        raise TableError(f"{name}.yml: not a table of schema 1")
    return held
