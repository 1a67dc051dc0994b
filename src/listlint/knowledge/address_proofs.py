"""What paper, venue and year an address proves, by the patterns of its host alone."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from listlint.knowledge import subjects
from listlint.knowledge.rulebook import tables
from listlint.values import NamedTuple

_KEEP_CASE = ("openreview", "ieee", "s2", "dblp")


class Address(NamedTuple):
    """``soft``: the year is when a preprint was handed in, a lower bound of the venue's."""

    kind: str  # paper, code, project, data, model, video, post, other
    id: str | None = None  # canonical id of the paper
    venue: str | None = None
    year: int | None = None
    soft: bool = False
    track: str | None = None
    version: str | None = None  # of an arXiv paper: "v2"
    subject: str = ""  # host and path, normalised
    repo: str | None = None  # "owner/name", lower case


def proof(subject: str, host: str) -> Address | None:
    """The first rule that fits an address."""
    hosts = tables()["hosts"]
    numbers = hosts["at"].get(".".join(host.rsplit(".", 2)[-2:]))
    if numbers is None:
        numbers = hosts["at"].get("*", ()) if "bmvc" in subject else ()
    for number in numbers:
        if found := _rule_pattern(number).match(subject):
            rule = hosts["rules"][number]
            return _by_doi(found, rule) if "doi" in rule else _told(found, rule)
    return None


@cache
def _rule_pattern(number: int) -> re.Pattern[str]:
    return re.compile(tables()["hosts"]["rules"][number]["re"], re.IGNORECASE)


@cache
def _doi_pattern(number: int) -> re.Pattern[str]:
    return re.compile(tables()["hosts"]["dois"][number]["re"], re.IGNORECASE)


def _by_doi(found: re.Match[str], rule: dict[str, Any]) -> Address:
    """What a DOI inside an address says."""
    doi = subjects.doi(rule["doi"].format(**found.groupdict()))
    venue = _mapped(found, rule)  # some hosts tell more than the DOI
    hosts = tables()["hosts"]
    for number in hosts["doi_at"].get(doi.partition("/")[0], ()):
        doi_rule = hosts["dois"][number]
        said = _doi_pattern(number).match(doi)
        if said is None or ("mapped" in doi_rule and _mapped(said, doi_rule) is None):
            continue
        if "url" in doi_rule:
            return _rewritten(doi_rule["url"].format(**said.groupdict()))
        told = _told(said, doi_rule)
        return told._replace(id=told.id or f"doi:{doi}", venue=told.venue or venue)
    return Address("paper", id=f"doi:{doi}", venue=venue)


def _rewritten(subject: str) -> Address:
    """A DOI that is the id of a landing page is judged as that page's address."""
    return proof(subject, subject.partition("/")[0]) or Address("paper")


def _told(found: re.Match[str], rule: dict[str, Any]) -> Address:
    """Id, venue, year and track as a rule reads them from its groups."""
    groups = found.groupdict()
    venue, year = rule.get("venue") or _mapped(found, rule), _year(groups, rule)
    if "table" in rule:
        venue, year = tables()["hosts"]["tables"][rule["table"]].get(groups["vol"], (None, None))
    if (number := rule.get("int")) and groups[number].isdigit():
        groups[number] = str(int(groups[number]))
    if same := rule.get("same"):  # an event's two spellings in addresses
        groups["ev"] = same.get(groups["ev"].lower(), groups["ev"])
    groups["year"] = str(year) if year and not groups.get("year") else groups.get("year")
    id = _canonical(rule["key"].format(**groups)) if "key" in rule else None
    version = groups.get("ver")
    return Address(
        "paper",
        id,
        venue,
        year,
        bool(rule.get("soft")),
        _track(groups, rule),
        version and version.lower(),
    )


def _mapped(found: re.Match[str], rule: dict[str, Any]) -> str | None:
    if "map" not in rule:
        return None
    event: str | None = rule["map"].get((found["ev"] or "").lower())
    return event


def _track(groups: dict[str, Any], rule: dict[str, Any]) -> str | None:
    for group, track in rule.get("track_if", {}).items():
        if groups.get(group):
            return str(track)
    for group, tracks in rule.get("track_map", {}).items():
        if track := tracks.get((groups.get(group) or "").lower()):
            return str(track)
    track = rule.get("track")
    return None if track is None else str(track)


def _year(groups: dict[str, Any], rule: dict[str, Any]) -> int | None:
    """The year that groups state: in full, in two digits, by volume, by an arXiv number."""
    if year := groups.get("year"):
        return int(year)
    if short := groups.get("yy") or groups.get("yy2"):
        return _century(int(short), 80)
    if "year_base" in rule:
        return int(rule["year_base"]) + int(groups["vol"])
    if "yymm" in rule:
        number = groups[rule["yymm"]]
        return _century(int(number.rpartition("/")[2][:2]), 90)
    return None


def _century(short: int, pivot: int) -> int:
    return short + (1900 if short >= pivot else 2000)


def _canonical(id: str) -> str:
    """Ids differ by case at a few hosts only; an old arXiv id goes without its subject class."""
    scheme, _, key = id.partition(":")
    if scheme in _KEEP_CASE:
        return id
    key = key.lower()
    if scheme == "arxiv" and "/" in key:
        archive, _, number = key.partition("/")
        key = f"{archive.partition('.')[0]}/{number}"
    return f"{scheme}:{key}"
