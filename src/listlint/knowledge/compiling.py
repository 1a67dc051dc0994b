"""rules/tables/*.yml -> the compiled form: checked, folded, and sorted into buckets by host.

Runs when a wheel is built, or in a checkout after a table changed. Whoever only reads the compiled
form never imports this, nor YAML.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from listlint.knowledge import compiling_hosts, compiling_venues
from listlint.knowledge.strict_yaml import TableError, load

__all__ = ["TableError", "compile_tables"]


def compile_tables(rules: Path) -> dict[str, Any]:
    """All tables as one value fit for JSON."""
    folder = rules / "tables"
    venues = load(folder / "venues.yml")
    hosts = load(folder / "hosts.yml")
    topics = load(folder / "topics.yml")
    return {
        "venues": compiling_venues.compiled(venues),
        "hosts": compiling_hosts.compiled(hosts, venues["venues"]),
        "topics": topics["topics"],
    }
