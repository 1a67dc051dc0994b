"""hosts.yml -> patterns sorted into buckets by host, so that only an address's own are compiled."""

from __future__ import annotations

import re
from importlib import import_module
from typing import Any

from listlint.knowledge.strict_yaml import TableError

_RULE_KEYS = (
    "venue",
    "map",
    "same",
    "table",
    "key",
    "yymm",
    "year_base",
    "soft",
    "track",
    "track_if",
    "track_map",
    "mapped",
    "int",
)
ANYWHERE = "*"
_WILD = "\0"


def compiled(table: dict[str, Any], venues: dict[str, Any]) -> dict[str, Any]:
    """The compiled form of the table and of the venues' own patterns."""
    rules = [
        *_own_rules(venues),
        *map(_rule, table["hosts"]),
        *map(_doi_url, table["doi_urls"]),
        *map(_doi_prefixed, table["doi_prefixed"]),
    ]
    dois = [
        *({"re": r["re"], "url": r["url"]} for r in table["doi_rewrites"]),
        *map(_rule, table["dois"]),
    ]
    for rule in (*rules, *dois):
        _check(rule, venues, table["tables"])
    return {
        "rules": rules,
        "at": _buckets(rules),
        "dois": dois,
        "doi_at": _doi_buckets(dois),
        "kinds": _kinds(table["kinds"]),
        "not_owners": table["not_owners"],
        "closed": _placed(table["closed"]),
        "moved": _placed(table["moved"]),
        "https": table["https"],
        "pace": table["pace"],
        "walled": table["walled"],
        "tables": {
            name: {str(k): v for k, v in rows.items()} for name, rows in table["tables"].items()
        },
    }


def _own_rules(venues: dict[str, Any]) -> list[dict[str, Any]]:
    own = []
    for id, venue in venues.items():
        for url in venue.get("urls", ()):
            rule = {key: url[key] for key in ("int", "track", "year_base") if key in url}
            own.append(
                {
                    "re": url["re"],
                    "venue": id,
                    **rule,
                    **({"key": url["id"]} if "id" in url else {}),
                }
            )
    return own


def _rule(rule: dict[str, Any]) -> dict[str, Any]:
    return {"re": rule["re"], **{key: rule[key] for key in _RULE_KEYS if key in rule}}


def _doi_url(rule: str | dict[str, Any]) -> dict[str, Any]:
    return {"re": rule, "doi": "{doi}"} if isinstance(rule, str) else {**rule, "doi": "{doi}"}


def _doi_prefixed(rule: dict[str, Any]) -> dict[str, Any]:
    return {"re": rule["re"], "doi": rule["doi"], **({"map": rule["map"]} if "map" in rule else {})}


def _check(rule: dict[str, Any], venues: dict[str, Any], tables: dict[str, Any]) -> None:
    """Anchored, compiles, has the groups that it needs, names venues that there are."""
    pattern = rule["re"]
    if not pattern.startswith("^"):
        raise TableError(f"pattern isn't anchored: {pattern}")
    try:
        groups = re.compile(pattern).groupindex.keys()
    except re.error as error:
        raise TableError(f"pattern doesn't compile ({error}): {pattern}") from error
    for group in _groups_needed(rule):
        if group not in groups and not (group == "year" and "yy" in groups):
            raise TableError(f"pattern lacks the group {group!r}: {pattern}")
    known = {rule.get("venue"), *rule.get("map", {}).values()} - {None}
    if rule.get("table"):
        known |= {venue for venue, _ in tables[rule["table"]].values()}
    if missing := known - venues.keys():
        raise TableError(f"no venue {', '.join(sorted(missing))}: {pattern}")


def _groups_needed(rule: dict[str, Any]) -> set[str]:
    needed = set(
        re.findall(r"\{(\w+)\}", rule.get("key", "") + rule.get("doi", "") + rule.get("url", ""))
    )
    needed |= {rule[key] for key in ("yymm", "int") if key in rule}
    needed |= set(rule.get("track_if", ())) | set(rule.get("track_map", ()))
    needed |= ({"ev"} if "map" in rule else set()) | (
        {"vol"} if "table" in rule or "year_base" in rule else set()
    )
    return needed


def site(host: str) -> str:
    """The last two labels of a host: the name of its bucket."""
    return ".".join(host.rsplit(".", 2)[-2:])


def _buckets(rules: list[dict[str, Any]]) -> dict[str, list[int]]:
    """{site: numbers of the rules that may fit there}; rules of any host stand in every bucket."""
    at: dict[str, list[int]] = {}
    for number, rule in enumerate(rules):
        for name in {_bucket(head) for head in heads(rule["re"])}:
            at.setdefault(name, []).append(number)
    return at


def _bucket(host: str) -> str:
    name = site(host)
    return ANYWHERE if _WILD in name or "." not in name else name


def _doi_buckets(dois: list[dict[str, Any]]) -> dict[str, list[int]]:
    at: dict[str, list[int]] = {}
    for number, rule in enumerate(dois):
        for prefix in sorted(heads(rule["re"])):
            at.setdefault(prefix, []).append(number)
    return at


def _placed(rules: list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    at: dict[str, list[dict[str, Any]]] = {}
    for rule in rules:
        for name in sorted({_bucket(head) for head in heads(rule["re"])}):
            at.setdefault(name, []).append(rule)
    return at


def _kinds(kinds: dict[str, list[str]]) -> dict[str, list[list[str]]]:
    """{host: [[first part of the path, kind], the longest first]}."""
    at: dict[str, list[list[str]]] = {}
    for kind, places in kinds.items():
        for place in places:
            host, _, path = place.partition("/")
            at.setdefault(host, []).append([f"/{path}" if path else "", kind])
    return {host: sorted(rows, key=lambda row: -len(row[0])) for host, rows in at.items()}


def heads(pattern: str) -> set[str]:
    """What may stand before the first slash of a match, with ``\\0`` for what isn't fixed."""
    # The parser of regular expressions is the standard library's own; only its shape is used here,
    # at compile time, and a test holds what comes of it.
    parsed = import_module("re._parser").parse(pattern)
    done: set[str] = set()
    open_ = _walk(list(parsed), {""}, done)
    return done | open_


def _walk(nodes: list[Any], so_far: set[str], done: set[str]) -> set[str]:
    for op, value in nodes:
        if not so_far:
            break
        so_far = _step(str(op), value, so_far, done)
    return so_far


def _step(op: str, value: Any, so_far: set[str], done: set[str]) -> set[str]:
    if op == "LITERAL":
        if chr(value) == "/":
            done |= so_far
            return set()
        return {head + chr(value) for head in so_far}
    if op == "AT":
        return so_far
    if op == "IN" and all(str(kind) == "LITERAL" for kind, _ in value):
        return {head + chr(code) for head in so_far for _, code in value}
    if op == "SUBPATTERN":
        return _walk(list(value[3]), so_far, done)
    if op == "BRANCH":
        return set().union(*(_walk(list(branch), so_far, done) for branch in value[1]))
    if op in ("MAX_REPEAT", "MIN_REPEAT") and value[:2] == (0, 1):
        return so_far | _walk(list(value[2]), so_far, done)
    return {head + _WILD for head in so_far}
