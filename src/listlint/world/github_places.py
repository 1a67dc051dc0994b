"""What an address at GitHub leads to: an owner, a repository, a file in one; nobody is asked."""

from __future__ import annotations

import re
from functools import cache

from listlint.facts import LINK, REPOSITORY, Question
from listlint.knowledge import addresses, subjects
from listlint.knowledge.rulebook import tables
from listlint.values import NamedTuple

EVERY = (  # pages that every repository has
    "stargazers",
    "watchers",
    "forks",
    "graphs",
    "network",
    "issues",
    "pulls",
    "releases",
    "tags",
    "branches",
    "commits",
    "pulse",
)
WITH_MORE = ("graphs", "network")  # of these also what stands below them
HOSTS = ("github.com", "raw.githubusercontent.com")
LONGEST = 500


class Place(NamedTuple):
    """``path`` is a revision and a path, as git writes them: ``main:docs/list.md``."""

    owner: str
    name: str = ""
    path: str = ""


def place_of(question: Question) -> Place | None:
    """What a question is about, if GitHub can be asked for it by name."""
    if question.topic == REPOSITORY:
        return _repository(question.subject.split("/"))
    return _place(question.subject) if question.topic == LINK else None


def _place(url: str) -> Place | None:
    subject = addresses.read(url).subject
    host = subjects.host_of(subject)
    if host not in HOSTS or len(subject) > LONGEST:
        return None
    path = subject[len(host) :].partition("?")[0]
    parts = [part for part in path.split("/") if part]
    if not parts or parts[0].lower() in tables()["hosts"]["not_owners"]:
        return None
    if host != HOSTS[0]:
        return _file(parts[:2], parts[2:])
    if len(parts) == 1:
        return Place(parts[0]) if _fit().fullmatch(parts[0]) else None
    if len(parts) == 2:
        return _repository(parts)
    if parts[2] in EVERY and (len(parts) == 3 or parts[2] in WITH_MORE):
        return _repository(parts[:2])
    if parts[2] in ("blob", "tree") and len(parts) > 3:
        return _file(parts[:2], parts[3:])
    return None  # an issue, a release, a wiki: the page is looked at


def _repository(parts: list[str]) -> Place | None:
    if len(parts) != 2:
        return None
    owner, name = parts[0], parts[1].removesuffix(".git")
    fit = _fit().fullmatch(owner) and _fit().fullmatch(name)
    return Place(owner, name) if fit else None


def _file(repository: list[str], rest: list[str]) -> Place | None:
    """A file at a revision; the first part is the branch, as in most addresses."""
    place = _repository(repository)
    if place is None or not rest or not all(part.isprintable() for part in rest):
        return None
    return place._replace(path=f"{rest[0]}:{'/'.join(rest[1:])}")


@cache
def _fit() -> re.Pattern[str]:
    return re.compile(r"[A-Za-z0-9._-]{1,100}")
