"""Hosts that closed, addresses that have a lasting form now, hosts that serve https.

What the table says of an address as it is written; nothing is asked.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from listlint.knowledge import subjects
from listlint.knowledge.rulebook import tables
from listlint.values import NamedTuple

_HTTP = "http://"
_ARCHIVE = "web.archive.org/"


class Closed(NamedTuple):
    """A host that closed. ``to``: where the page is now, if the address tells; else ``hint``."""

    host: str
    since: str  # "2025-07", or nothing
    to: str | None
    hint: str
    doubtful: bool  # announced, and later softened: some pages may still lead on


class Moved(NamedTuple):
    """A lasting form of an address, and why: host (another one serves it), scheme (https)."""

    to: str
    why: str
    host: str


def closed(url: str, subject: str) -> Closed | None:
    """What is known of the host, if it closed; an archived copy is none of it.

    ``subject`` is the address as ``addresses.read`` normalises it.
    """
    if _ARCHIVE in url:
        return None
    for rule, found in _fitting("closed", subject):
        to = rule["to"].format(**found.groupdict()) if "to" in rule else None
        host = subjects.host_of(subject)
        doubt = bool(rule.get("doubtful"))
        return Closed(host, str(rule.get("since", "")), to, str(rule.get("hint", "")), doubt)
    return None


def moved(url: str, subject: str) -> Moved | None:
    """The address in its lasting form, where it has another one."""
    if _ARCHIVE in url:
        return None
    host = subjects.host_of(subject)
    for rule, found in _fitting("moved", subject):
        groups = {name: value or "" for name, value in found.groupdict().items()}
        to = rule["to"].format(**groups)
        _, mark, fragment = url.partition("#")
        return Moved(f"{to}{mark}{fragment}", "host", host)
    if url.lower().startswith(_HTTP) and host in _secure():
        return Moved(f"https://{url[len(_HTTP) :]}", "scheme", host)
    return None


def _fitting(kind: str, subject: str) -> list[tuple[dict[str, Any], re.Match[str]]]:
    """The first rule of a kind that fits, as a list of none or one."""
    host = subjects.host_of(subject)
    for rule in _rules(kind).get(".".join(host.rsplit(".", 2)[-2:]), ()):
        if found := _pattern(rule["re"]).match(subject):
            return [(rule, found)]
    return []


@cache
def _rules(kind: str) -> dict[str, list[dict[str, Any]]]:
    held: dict[str, list[dict[str, Any]]] = tables()["hosts"][kind]
    return held


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


@cache
def _secure() -> frozenset[str]:
    return frozenset(tables()["hosts"]["https"])
