"""Where a paper was published, read out of what services hold: keys, DOIs, references, comments.

A key or a DOI that the tables know proves venue and year; a reference has to name both. A preprint
server, a repository and a series aren't venues; a workshop is never its conference; what a venue
is called elsewhere is written as the table writes it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from listlint.knowledge import addresses, venues
from listlint.values import NamedTuple
from listlint.wording import plain

WORKSHOP = "workshop"
NO_VENUES = ("preprint", "repository", "series")
LONGEST = 600  # characters of a reference or a comment that are read
_COMPANIONS = {"workshop": WORKSHOP, "findings": "findings", "companion": "companion",
               "extended abstract": "extended", "system demonstrations": "demo",
               "student research": "srw", "datasets and benchmarks": "datasets"}  # fmt: skip


_BESIDE = frozenset(
    """workshop workshops companion datasets track oral spotlight poster posters demo demos findings
    proceedings proc conference annual the in of at to by advances ieee acm cvf ieee/cvf usenix pmlr
    lncs springer volume vol pages pp part short long main accepted published appear presented
    camera-ready camera best paper awards award highlight highlights nature international journal
    transactions extended abstracts late-breaking jan feb mar apr may jun jul aug sep oct nov
    dec""".split()
)
_ORDINALS = frozenset(
    """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
    fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth fortieth
    fiftieth sixtieth""".split()
)


class Publication(NamedTuple):
    """``record`` is what says so, in words: "DBLP conf/nips/DoeR23"."""

    venue: str  # as the table writes it
    year: str
    track: str
    record: str

    def says(self) -> dict[str, str]:
        """As an answer says it; what isn't known is left out."""
        told = {"venue": self.venue, "year": self.year, "track": self.track, "record": self.record}
        return {name: value for name, value in told.items() if value}


def by_key(key: str, called: str = "") -> Publication | None:
    """What a DBLP key says: ``conf/nips/DoeR23`` is NeurIPS 2023; ``called``: the venue's name as
    the service has it, which tells workshops and companions that share the stream."""
    stream, _, name = key.rpartition("/")
    id = venues.of_stream(stream)
    found = _digits().search(name)
    if id is None or found is None or not _is_venue(id):
        return None
    short = int(found[1])
    year = str(short + (1900 if short >= 80 else 2000))
    return Publication(_name(id), year, track_of(called), f"DBLP {key}")


def by_doi(doi: str) -> Publication | None:
    """What a DOI says by the tables: an Anthology id or a code of the venue; a soft year isn't."""
    told = addresses.read(f"https://doi.org/{doi}")
    if told.venue is None or not _is_venue(told.venue):
        return None
    year = str(told.year) if told.year and not told.soft else ""
    return Publication(_name(told.venue), year, told.track or "", f"DOI {doi}")


def by_anthology(id: str) -> Publication | None:
    """What an id of the ACL Anthology says."""
    told = addresses.read(f"https://aclanthology.org/{id}")
    if told.venue is None or not _is_venue(told.venue):
        return None
    year = str(told.year) if told.year and not told.soft else ""
    return Publication(_name(told.venue), year, told.track or "", f"ACL Anthology {id}")


def by_reference(text: str, record: str) -> Publication | None:
    """What a reference in words says, if it names one known venue and its year."""
    text = plain(text)[:LONGEST]
    named = in_words(text)
    if named is None or not named[1]:
        return None
    return Publication(_name(named[0]), named[1], track_of(text), record)


def by_comment(text: str) -> Publication | None:
    """What the authors' own comment says: accepted or published, at a known venue, in a year.

    Submitted, under review, or an extended version of another paper says nothing.
    """
    for part in _parts(plain(text)[:LONGEST]):
        low = part.lower()
        if any(word in low for word in ("submi", "under review", "extended version", "our ")):
            continue
        if not any(word in low for word in ("accept", "publish", "appear", "camera", "present")):
            continue
        if found := by_reference(part, "the authors' comment at arXiv"):
            return found
    return None


def in_words(text: str) -> tuple[str, str] | None:
    """(venue id, year or nothing) that a text names, if it is one venue and no series."""
    read = venues.read(text)
    if read is None:
        read = venues.find_in_heading(text)[0]
        if read is None or not _stands_alone(text, read.start, read.end):
            return None
    if read.id is None or read.form == "joint" or not _is_venue(read.id):
        return None
    year = str(read.year) if read.year else ""
    return read.id, year or _only_year(text)


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a name isn't a part of another one: "Machine Learning and Cybernetics"."""
    after = _after().match(text, end)
    if after is not None and _goes_on(after[1]):
        return False
    before = _before().search(text[max(0, start - 60) : start])
    return before is None or not _goes_on(before[1])


def _goes_on(word: str) -> bool:
    """Whether a word beside a name is a part of it: a capital, or "and", and no word of those
    that stand beside names."""
    low = word.lower().strip(".")
    if low.rpartition("-")[2] in _ORDINALS:
        return False
    return low in ("and", "&") or (word[:1].isupper() and low not in _BESIDE)


def track_of(text: str) -> str:
    """The track that words tell: a workshop, findings, a companion volume."""
    low = text.lower()
    return next((track for word, track in _COMPANIONS.items() if word in low), "")


def agree(one: Publication, other: Publication) -> bool:
    """Whether two say the same; a track that one doesn't know is no difference."""
    same_track = not (one.track and other.track) or one.track == other.track
    return one.venue == other.venue and one.year == other.year and same_track


def first_sure(found: Iterable[Publication | None]) -> Publication | None:
    """The first that has a year; its track out of the others, should they know one."""
    known = [each for each in found if each is not None]
    sure = next((each for each in known if each.year), None)
    if sure is None or sure.track:
        return sure
    tracks = [each.track for each in known if each.track and each.venue == sure.venue]
    return sure._replace(track=tracks[0]) if tracks else sure


def _is_venue(id: str) -> bool:
    return venues.kind_of(id) not in NO_VENUES


def _name(id: str) -> str:
    return venues.name_of(id) or id


def _parts(text: str) -> list[str]:
    return [part.strip() for part in re.split(r"[;\n]|\.\s", text) if part.strip()]


def _only_year(text: str) -> str:
    years = set(_year().findall(text))
    return years.pop() if len(years) == 1 else ""


@cache
def _after() -> re.Pattern[str]:
    """The word that follows a name with a blank alone between them."""
    return re.compile(r"[ -](&|[^\W\d_][^\s,;:()\[\]]*)")


@cache
def _before() -> re.Pattern[str]:
    return re.compile(r"(&|[^\W\d_][^\s,;:()\[\]]*)[ -]$")


@cache
def _digits() -> re.Pattern[str]:
    return re.compile(r"(\d\d)[a-z]{0,3}$")


@cache
def _year() -> re.Pattern[str]:
    return re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
