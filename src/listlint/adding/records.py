"""From an id or an address to what is to be asked, and from the answers to a paper. Pure.

What a maintainer says counts more than what a registry says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

from listlint.adding.forms import safe_url
from listlint.adding.wanted import Wanted, WantedLink
from listlint.facts import (
    ABSENT,
    CODE,
    DATASETS,
    PUBLISHED,
    RECORD,
    UNCHECKED,
    Answer,
    Answers,
    Question,
)
from listlint.knowledge import addresses
from listlint.values import NamedTuple
from listlint.wording import plain

ASKED = (RECORD, PUBLISHED, CODE, DATASETS)
PAGES = {
    "arxiv": "https://arxiv.org/abs/{}",
    "doi": "https://doi.org/{}",
    "acl": "https://aclanthology.org/{}/",
    "openreview": "https://openreview.net/forum?id={}",
}
HUBS = ("code", "data", "model")
NOTHING: Mapping[str, str] = MappingProxyType({})


class Named(NamedTuple):
    """What somebody named: a paper by its id or address, or something else by its address."""

    word: str
    url: str
    id: str | None  # canonical
    kind: str  # of the link: paper, code, data, model, …


class Hand(NamedTuple):
    """What a maintainer says of a paper."""

    title: str = ""
    authors: tuple[str, ...] = ()
    venue: str = ""
    year: int | None = None
    track: str = ""
    date: str = ""
    links: tuple[WantedLink, ...] = ()
    words: Mapping[str, tuple[str, ...]] = MappingProxyType({})


def named(word: str, page: str = "abs") -> Named | None:
    """What a word names, None if nothing; ``page``: which one of arXiv is linked."""
    word = word.strip()
    url = _page_of(word, page)
    if url is None:
        return None
    address = addresses.read(url)
    if address.id is None and address.kind == "other" and not address.subject:
        return None
    hub = _paper_of_hub(url)
    if hub is not None:
        return named(hub, page)
    return Named(word, url, address.id, address.kind)


def address_of(id: str, page: str = "abs") -> str | None:
    """Where a paper of this canonical id stands, if its registry says so by the id alone."""
    scheme, _, number = id.partition(":")
    url = PAGES[scheme].format(number) if scheme in PAGES else None
    return url.replace("/abs/", f"/{page}/") if url and scheme == "arxiv" else url


def _page_of(word: str, page: str) -> str | None:
    """The address that a word is, or stands for."""
    if re.match(r"https?://[^\s/]+\S*$", word):
        return word
    for pattern, scheme in _ids():
        found = pattern.fullmatch(word)
        if found:
            url = PAGES[scheme].format(found[1])
            return url.replace("/abs/", f"/{page}/") if scheme == "arxiv" else url
    host = word.partition("/")[0]
    return f"https://{word}" if "." in host and "/" in word and " " not in word else None


@cache
def _ids() -> tuple[tuple[re.Pattern[str], str], ...]:
    """How ids are written."""
    return (
        (re.compile(r"(?:arxiv:)?(\d{4}\.\d{4,5}(?:v\d+)?)", re.IGNORECASE), "arxiv"),
        (re.compile(r"(?:arxiv:)?([a-z-]+(?:\.[A-Z]{2})?/\d{7})", re.IGNORECASE), "arxiv"),
        (re.compile(r"(?:doi:\s*)?(10\.\d{4,9}/\S+)", re.IGNORECASE), "doi"),
        (re.compile(r"(?:acl:)?(\d{4}\.[a-z0-9_]+-[a-z0-9]+\.\d+|[A-Z]\d{2}-\d{4})"), "acl"),
        (re.compile(r"openreview:([\w-]{6,20})"), "openreview"),
    )


def _paper_of_hub(url: str) -> str | None:
    """The arXiv number in a paper's page at Hugging Face."""
    found = re.match(r"https?://(?:huggingface\.co|hf\.co)/papers/(\d{4}\.\d{4,5})", url)
    return found[1] if found else None


def questions(each: Named) -> list[Question]:
    """What is asked about it."""
    return [Question(topic, each.id) for topic in ASKED] if each.id else []


class UnknownPaperError(Exception):
    """Why nothing can be said about what was named, in words."""


def paper(each: Named | None, answers: Answers, hand: Hand) -> Wanted:
    """The paper that was named; raises ``UnknownPaperError``."""
    said = {topic: _answer(each, topic, answers) for topic in ASKED}
    record, published = said[RECORD].says, said[PUBLISHED].says
    title = hand.title or plain(record.get("title", "") or published.get("title", ""))
    if not title:
        raise UnknownPaperError(_why(each, said[RECORD]))
    names = record.get("authors", "") or published.get("authors", "")
    links = tuple(_links(each, hand, said))
    ids = _ids_of(each, links)
    date = hand.date or record.get("date", "") or _date(ids)
    year = published.get("year") or record.get("year") or date[:4]
    return Wanted(
        title=title,
        authors=hand.authors or tuple(plain(name) for name in names.split("\n") if name),
        venue=hand.venue or published.get("venue", ""),
        year=hand.year or (int(year) if year.isdigit() else None),
        track=hand.track or published.get("track", ""),
        date=date,
        links=links,
        ids=ids,
        kind="paper" if each is None or each.kind not in HUBS else "resource",
        abstract=plain(record.get("abstract", "")),
        words=hand.words,
    )


def bare(each: Named | None) -> Wanted:
    """What is known of a paper before anybody is asked."""
    links = (WantedLink(each.url, each.kind),) if each else ()
    return Wanted("", links=links, ids=_ids_of(each, links))


def _answer(each: Named | None, topic: str, answers: Answers) -> Answer:
    return answers[Question(topic, each.id)] if each and each.id else Answer(UNCHECKED)


def _why(each: Named | None, answer: Answer) -> str:
    if each is None:
        return "name a paper, or say --title"
    if each.id is None:
        return "this address names no paper of a registry: say --title and the rest by hand"
    if answer.state == ABSENT:
        who = answer.source or "its registry"
        return f"{who} has no paper {each.id}: check the id"
    if answer.state == UNCHECKED:
        return f"couldn't be asked ({answer.reason or 'offline'}): try later, or say --title"
    return "no registry knows it: say --title and the rest by hand"


def _date(ids: tuple[str, ...]) -> str:
    """The month that an arXiv number tells."""
    found = (re.match(r"arxiv:(\d\d)(\d\d)\.", id) for id in ids)
    return next((f"20{each[1]}-{each[2]}" for each in found if each), "")


def _links(each: Named | None, hand: Hand, said: Mapping[str, Answer]) -> Iterator[WantedLink]:
    """Its own page, what a maintainer names, its code and data."""
    seen = set()
    own = [WantedLink(each.url, each.kind if each.id is None else "paper")] if each else []
    code = said[CODE].says.get("url", "")
    found = [WantedLink(code, "code")] if code else []
    project = said[RECORD].says.get("project", "") or said[CODE].says.get("project", "")
    found += [WantedLink(project, "project")] if project else []
    urls = said[DATASETS].says.get("urls", "").split("\n")
    found += [WantedLink(url, "data") for url in urls[:1] if url]
    kinds = {link.kind for link in hand.links}
    for link in (*own, *hand.links, *(link for link in found if link.kind not in kinds)):
        if link.url not in seen:
            seen.add(link.url)
            yield link


def _ids_of(each: Named | None, links: tuple[WantedLink, ...]) -> tuple[str, ...]:
    ids = [each.id] if each and each.id else []
    ids += [id for link in links if link.kind == "paper" and (id := addresses.read(link.url).id)]
    return tuple(dict.fromkeys(ids))


def by_hand(word: str) -> WantedLink | None:
    """A link as a maintainer gives it: an address, or LABEL=ADDRESS."""
    label, mark, url = word.partition("=")
    if not mark or "/" in label or ":" in label:
        label, url = "", word
    url = url.strip()
    if safe_url(url) is None:
        return None
    kind = addresses.read(url).kind
    return WantedLink(url, kind, label.strip())
