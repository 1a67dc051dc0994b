"""What is known of a paper, written as another entry has it: names, venues, years, dates, badges.

Each function takes what is to be said and a model; None where the model can't be followed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from listlint.adding.wanted import Wanted, WantedLink, venue_id
from listlint.knowledge import people, titles, venues
from listlint.paperlist import Entry, Link, PaperList
from listlint.style.dates import MONTHS, form
from listlint.values import NamedTuple

INITIALS = 0.8  # names that are initials and a surname, where that is the way
MOST_NAMED = 0.9  # of the lists of names without it are no longer than what is written out
CUT = 0.5  # of the long author lists that are cut by "et al.", where that is the way


# Authors


class Manner(NamedTuple):
    """How a list writes its authors."""

    joint: str = ", "  # between names
    last: str = ", "  # before the last of three and more
    two: str = " and "  # between two
    etal: str = ""  # what stands for the others; empty: all are named
    named: int = 1  # how many are named before it
    most: int = 2  # so many are named all the same
    initials: bool = False


def manner_of(written: Iterable[str]) -> Manner:
    """How names are joined, as most of these texts do."""
    joints: Counter[str] = Counter()
    lasts: Counter[str] = Counter()
    twos: Counter[str] = Counter()
    cuts: Counter[tuple[str, int]] = Counter()
    whole: list[int] = []  # how many names stand where none is left out
    short = names_ = 0
    for text in written:
        names, gaps, end = taken_apart(text)
        names_ += len(names)
        short += sum(bool(_initial().match(name)) for name in names)
        if end:
            cuts[end, len(names)] += 1
        else:
            whole.append(len(names))
        if not end and len(names) == 2:
            twos[gaps[0]] += 1
        elif not end and len(names) > 2:
            joints.update(gaps[:-1])
            lasts[gaps[-1]] += 1
        if end and len(names) > 1:
            joints.update(gaps)
    best = Manner()
    joint = joints.most_common(1)[0][0] if joints else best.joint
    last = lasts.most_common(1)[0][0] if lasts else joint
    two = twos.most_common(1)[0][0] if twos else (last.replace(",", "") if "and" in last else last)
    (etal, named), _ = cuts.most_common(1)[0] if cuts else (("", 1), 0)
    if cuts.total() < CUT * (cuts.total() + sum(count > 2 for count in whole)):
        etal = ""
    whole.sort()
    most = max(whole[int(MOST_NAMED * len(whole))] if whole else 0, named)
    return Manner(joint, last, two, etal, named, most, short > INITIALS * names_ > 0)


def taken_apart(text: str) -> tuple[list[str], list[str], str]:
    """Names, what stands between them, and what stands for the others."""
    found = _etal().search(text)
    end = text[found.start() :] if found else ""
    body = text[: found.start()] if found else text
    names = [_dotted(name, body) for name in people.people(body) if name in body]
    gaps: list[str] = []
    at = 0
    for n, name in enumerate(names):
        start = body.find(name, at)
        if n:
            gaps.append(body[at:start])
        at = start + len(name)
    return names, gaps, end


def _dotted(name: str, body: str) -> str:
    """The name with the full stop of its last initial."""
    stopped = name[-1:].isupper() and name[-2:-1] in ("", " ", ".", "-") and f"{name}." in body
    return f"{name}." if stopped else name


@cache
def _etal() -> re.Pattern[str]:
    return re.compile(r"[\s,;]*(?:\*|_)*\b(?:et\.?\s*al\b\.?|and others\b)|\s*等", re.IGNORECASE)


@cache
def _initial() -> re.Pattern[str]:
    return re.compile(r"(?:[A-Z]\.[ -]?)+ ?[^\W\d_]{2,}")


def authors(names: Sequence[str], manner: Manner) -> str | None:
    """The names as a list writes them."""
    if not names:
        return None
    shown = [_shortened(name) for name in names] if manner.initials else list(names)
    if manner.etal and len(shown) > manner.most:
        return manner.joint.join(shown[: manner.named]) + manner.etal
    if len(shown) < 3:
        return manner.two.join(shown)
    return manner.joint.join(shown[:-1]) + manner.last + shown[-1]


def _shortened(name: str) -> str:
    """Given names as initials."""
    *given, family = name.split()
    return " ".join([*(f"{each[0]}." for each in given), family])


# Venues and years


def venue(wanted: Wanted, named: Mapping[str, str], model: Entry) -> str | None:
    """The venue as the list calls it; a preprint's as its model does."""
    known = venue_id(wanted.venue)
    own = model.venue
    if not wanted.published:
        known = known or _server(wanted)
        same = own is not None and own.id is not None and venues.kind_of(own.id) == "preprint"
        if own is None or not same or (known and own.id != known):
            return None
        return own.name
    if known is None:
        return wanted.venue
    return named.get(known) or venues.name_of(known) or known


def _server(wanted: Wanted) -> str | None:
    """Where a preprint lies, as its address says."""
    from listlint.knowledge import addresses

    own = [addresses.read(link.url).venue for link in wanted.links if link.kind == "paper"]
    return next((each for each in own if each and venues.kind_of(each) == "preprint"), None)


def names_of(papers: PaperList) -> dict[str, str]:
    """What the list calls each venue that it has, by id."""
    counts: Counter[tuple[str, str]] = Counter()
    for entry in papers.entries:
        if entry.venue and entry.venue.id and "venue" not in entry.inherited:
            counts[entry.venue.id, entry.venue.name] += 1
    out: dict[str, str] = dict(papers.vocabulary.prefer)
    for (known, name), _ in counts.most_common():
        out.setdefault(known, name)
    return out


def year(wanted: Wanted, model: str, padded: bool = True) -> str | None:
    """The year with as many digits as the model has."""
    digits = re.findall(r"\d+", model)
    if len(digits) > 1 or len(model) > len("'2023 "):
        return date(wanted, model, padded)
    if wanted.year is None or len(digits) != 1 or len(digits[0]) not in (2, 4):
        return None
    return model.replace(digits[0], str(wanted.year)[-len(digits[0]) :])


def date(wanted: Wanted, model: str, padded: bool = True) -> str | None:
    """The date in the model's form, as far as it is known; ``padded``: 05, not 5."""
    said = [int(part) for part in wanted.date.split("-") if part.isdigit()]
    if model.isdigit() and len(model) == 4:
        return year(wanted, model)
    if not said and not wanted.year:
        return None
    shape = form(model)
    if shape is None:
        shape = form(model.replace("May", "Jun"))  # long or short: it can't be told
    if not shape or "{?}" in shape or "{slip}" in shape:
        return None
    return _dated(said, shape, model, padded)


def _dated(said: list[int], shape: str, model: str, padded: bool) -> str | None:
    numbers = iter(re.findall(r"\d+", model))
    worded = "{mon}" in shape or "{month}" in shape
    rest = said[2:3] if worded else said[1:3]
    out = shape
    for name in re.findall(r"\{(\w+)\}", shape):
        digits = next(numbers) if name in ("year", "number", "day") else ""
        if name == "number" and len(digits) == 8 and len(said) == 3:
            made: str | None = "{:04}{:02}{:02}".format(*said)
        elif name == "year":
            made = str(said[0]) if said else None
        elif name in ("mon", "month"):
            full = MONTHS[said[1] - 1] if len(said) > 1 else None
            made = full and (full if name == "month" else full[:3])
        elif not rest:
            made = None
        else:
            number = rest.pop(0)
            made = f"{number:02}" if padded else str(number)
            made += _ordinal(number) if name == "day" else ""
        if made is None:
            return None
        out = out.replace("{" + name + "}", made, 1)
    return out


def _ordinal(number: int) -> str:
    if 10 < number < 14:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


# What an entry's own links say once more


def counterparts(links: Sequence[Link], wanted: Sequence[WantedLink]) -> dict[str, WantedLink]:
    """The paper's link that stands where the model has one, by the model's address: one of its
    kind, at its host if there is one, and each but once."""
    found: dict[str, WantedLink] = {}
    left = list(wanted)
    for same_host in (True, False):
        for link in links:
            if link.url in found:
                continue
            for other in left:
                if other.kind == link.kind and (not same_host or host(other.url) == host(link.url)):
                    found[link.url] = other
                    left.remove(other)
                    break
    return found


def derived(value: str, links: Sequence[Link], others: Mapping[str, WantedLink]) -> str | None:
    """A badge, or a cell of links, with the paper's own addresses instead of the model's."""
    made, changed = value, False
    for link in links:
        other = others.get(link.url)
        for old, new in _pairs(link, other):
            if old and old in made:
                if not new:
                    return None
                made, changed = made.replace(old, new), True
    return made if changed else None


def _pairs(link: Link, other: WantedLink | None) -> list[tuple[str, str]]:
    """What stands for a link in a badge: its address, its repository, its number."""
    from listlint.knowledge import addresses

    new = safe_url(other.url) or "" if other else ""
    read = addresses.read(new) if new else None
    pairs = [(link.url, new)]
    if link.address.repo:
        pairs.append((repository(link.url), repository(new) if read and read.repo else ""))
    if link.id:
        old, own = link.id.partition(":")[2], (read.id or "").partition(":")[2] if read else ""
        pairs += [(old, own), (old.rpartition("/")[2], own.rpartition("/")[2])]
    return pairs


def is_repository(label: str, url: str) -> bool:
    """Whether a link is called by its repository's name."""
    name = repository(url).rpartition("/")[2]
    return len(name) > 1 and titles.fold(label) == titles.fold(name)


def is_cut(text: str) -> bool:
    """Whether not all authors are named."""
    return _etal().search(text) is not None


def repository(url: str) -> str:
    """Owner and name as the address writes them."""
    parts = url.partition("://")[2].split("/")
    return "/".join(parts[1:3]).removesuffix(".git") if len(parts) > 2 else ""


def host(url: str) -> str:
    return url.partition("://")[2].partition("/")[0].lower().removeprefix("www.")


# Text of strangers


def safe_text(text: str, *, row: bool = False) -> str:
    """Words from a registry or a form as plain words of Markdown, in one line."""
    plain = "".join(c if c.isprintable() else " " for c in text)
    plain = " ".join(plain.split())
    made = _special().sub(lambda found: f"\\{found[0]}", plain)
    if plain.count("[") != plain.count("]"):
        made = made.replace("[", "\\[").replace("]", "\\]")
    return made.replace("|", "\\|") if row else made


@cache
def _special() -> re.Pattern[str]:
    return re.compile(r"[\\`*<>]|(?<![^\W_])_|_(?![^\W_])")


def safe_url(url: str) -> str | None:
    """An address that can stand in a link: of the web, or of a file beside the list."""
    web = re.match(r"https?://[^\s/]", url) and url.isprintable()
    if not web and not re.fullmatch(r"(?:\./)?[\w.-]+(?:/[\w.-]+)*(?:#[\w.-]+)?", url):
        return None
    return "".join(f"%{ord(c):02X}" if c in ' <>"|\\`' else c for c in url)
