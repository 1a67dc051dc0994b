"""Who is asked what: by id before address, the registry before the page; nobody is asked from here.

A source's name is the service whose replies it reads; PAGE is ``sources/pages.py``.
"""

from __future__ import annotations

from collections.abc import Iterable
from fnmatch import fnmatchcase
from functools import cache
from importlib import import_module
from typing import cast

from listlint.facts import (
    ABSENT,
    CODE,
    DATASETS,
    LINK,
    NEWEST,
    PUBLISHED,
    RECOMMENDED,
    RECORD,
    REPOSITORY,
    RETRACTED,
    UNCHECKED,
    WITHDRAWN,
    Answer,
    Question,
)
from listlint.knowledge import addresses, hosts, subjects
from listlint.knowledge.rulebook import tables
from listlint.world.asking import PAGE, Source
from listlint.world.dois import doi_of

_RECORD = {
    "arxiv": ("arxiv", "semantic-scholar", "datacite"),
    "doi": ("crossref", "datacite", "semantic-scholar", "openalex"),
    "acl": ("crossref", "semantic-scholar"),
    "ijcai": ("crossref",),
    "openreview": ("openreview",),
    "dblp": ("dblp",),
    "s2": ("semantic-scholar",),
}
_PUBLISHED = {
    "arxiv": ("semantic-scholar", "arxiv"),
    "openreview": ("openreview",),
    "dblp": ("dblp",),
    "acl": ("semantic-scholar", "crossref"),
}
_RETRACTED = {"arxiv": ("arxiv",)}  # which tells the publisher's DOI
_TOPICS = {
    WITHDRAWN: ("arxiv",),
    REPOSITORY: ("github",),
    CODE: ("arxiv", "huggingface"),
    DATASETS: ("huggingface",),
    RECOMMENDED: ("semantic-scholar",),
    NEWEST: ("arxiv",),
}
_LINKS = {  # by host: an address with an id or a repository goes to who keeps the register of it
    "arxiv.org": ("arxiv",),
    "github.com": ("github",),
    "raw.githubusercontent.com": ("github",),
    "huggingface.co": ("huggingface",),
    "hf.co": ("huggingface",),
    "openreview.net": ("openreview",),
    "aclanthology.org": ("crossref", "semantic-scholar", PAGE),
    "semanticscholar.org": ("semantic-scholar",),
}
_HUBS = ("github.com", "raw.githubusercontent.com", "huggingface.co", "hf.co")
_DENIES = {  # who may say that an address is gone; from others that is no news
    "arxiv": ("arxiv.org", "doi.org"),
    "doi": ("doi.org",),
    "github": ("github.com", "raw.githubusercontent.com"),
}
_DATACITE = (  # what is registered there, and not at Crossref
    "10.5281",
    "10.6084",
    "10.57967",
    "10.17605",
    "10.7910",
    "10.4230",
    "10.5061",
    "10.17632",
    "10.48550",
)


TABLE = "listlint's table of hosts"


def known(question: Question) -> Answer | None:
    """What is known of a link without asking: that its host closed, or lets no program in."""
    if question.topic != LINK:
        return None
    url = question.subject
    told = addresses.read(url)
    closed = hosts.closed(url, told.subject)
    if closed is not None and not closed.doubtful:
        since = f" in {closed.since}" if closed.since else ""
        says = {"how": f"{closed.host} closed{since}", "to": closed.to or "", "hint": closed.hint}
        return Answer(ABSENT, {name: said for name, said in says.items() if said}, TABLE)
    host = subjects.host_of(told.subject)
    if (told.id or "").partition(":")[0] not in ("doi", "arxiv") and _is_walled(host):
        return Answer(UNCHECKED, source=TABLE, reason="challenged")
    return None


def is_single(question: Question, service: str) -> bool:
    """Whether it takes a request of its own, of a service that takes no batch; no link does."""
    return service == "huggingface" and question.topic in (CODE, DATASETS)


def ignored(question: Question, patterns: Iterable[str]) -> bool:
    """Whether a list's maintainer wants an address left alone."""
    return question.topic == LINK and any(
        fnmatchcase(question.subject, pattern) for pattern in patterns
    )


def _is_walled(host: str) -> bool:
    walled = tables()["hosts"]["walled"]
    parts = host.split(".")
    return any(".".join(parts[at:]) in walled for at in range(len(parts) - 1))


@cache
def source(service: str) -> Source | None:
    """The module that speaks a service's language, loaded when it is needed."""
    name = f"listlint.world.sources.{service.replace('-', '_') or 'pages'}"
    try:
        return cast(Source, import_module(name))
    except ModuleNotFoundError as missing:
        if missing.name != name:
            raise
        return None


def chain(question: Question) -> tuple[str, ...]:
    """Who is asked, the next one only if those before don't know."""
    if question.topic == LINK:
        return _of_link(question.subject)
    register = question.subject.partition(":")[0]
    if question.topic == RECORD:
        return _RECORD.get(register, ("semantic-scholar",))
    if question.topic == RETRACTED:
        return _RETRACTED.get(register, ("crossref",))
    if question.topic == PUBLISHED:
        return _PUBLISHED.get(register, ("crossref", "semantic-scholar"))
    return _TOPICS.get(question.topic, ())


def together(question: Question) -> bool:
    """Whether all of the chain are asked, since each knows a part and two prove more than one."""
    return question.topic == PUBLISHED


def may_deny(question: Question, service: str) -> bool:
    """Whether a service's word that there is no such thing counts: the registry's own does."""
    if question.topic != LINK or service in (PAGE, "wayback"):
        return True
    host = subjects.host_of(addresses.read(question.subject).subject)
    return host in _DENIES.get(service, ())


def _of_link(url: str) -> tuple[str, ...]:
    told = addresses.read(url)
    host, scheme = subjects.host_of(told.subject), (told.id or "").partition(":")[0]
    if host == "arxiv.org" and told.subject.startswith("arxiv.org/html/"):
        return (PAGE,)  # made for some papers only: the register doesn't say of which
    if host in _HUBS and scheme != "arxiv":
        return _LINKS[host]
    if told.id and host in _LINKS and host not in _HUBS:
        return _LINKS[host]
    if scheme == "arxiv":  # a mirror: a paper that is there is there as well
        return ("arxiv",) if host == "doi.org" else ("arxiv", PAGE)
    if scheme == "ijcai" and host != "doi.org":
        return ("crossref", PAGE)
    doi = doi_of(Question(LINK, url), made=False)
    if doi:  # behind a publisher's wall: the page comes last
        last = () if host == "doi.org" else (PAGE,)
        return (_register_of(doi), "doi", *last)
    return (PAGE,)


def _register_of(doi: str) -> str:
    return "datacite" if doi.partition("/")[0] in _DATACITE else "crossref"
