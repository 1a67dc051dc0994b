"""What registries say of a paper beside what an entry says: is it the same paper, and what of it.

Never by title alone: a record is the entry's own by an id, and its title or an author bears it out.
Values only: whether that is a fault is for the rules, and nobody is asked from here.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from listlint.facts import AGREES, RECORD, Answers, Question
from listlint.knowledge import titles
from listlint.paperlist import Entry, Link, PaperList
from listlint.papers import KINDS, SHORTEST
from listlint.values import NamedTuple
from listlint.wording import plain, stem

ASIDE = ("survey", "review", "slides", "poster", "proceedings", "workshop", "dataset", "benchmark")
EQUAL, PART, SLIP, DIFFERENT = "equal", "part", "slip", "different"
SAME, CHANGED, OTHER, UNSURE = "same", "changed", "other", "unsure"
FEWEST_WORDS = 4  # of a title that names one paper
MOST_SLIPS, MOST_CUTS = 2, 4
LONGEST = 200  # letters of what a registry says
UNLIKE = 1 / 3  # of the words that tell, shared by titles that have nothing to do with each other
SMALL = frozenset(
    "a an the of for in on with via by from to and or using towards toward at as through under over"
    " into is are be its their".split()
)
NO_NAMES = frozenset("and et al others anonymous authors author jr sr".split())


class Record(NamedTuple):
    """A paper as a registry has it."""

    title: str
    authors: tuple[str, ...]
    source: str
    before: tuple[str, ...] = ()  # titles of other versions


def own_links(entry: Entry) -> dict[str, Link]:
    """The entry's paper links by id, without those that lead to something beside the paper."""
    return {
        link.id: link
        for link in reversed(entry.links)
        if link.id and link.kind == "paper" and not any(w in link.label.lower() for w in ASIDE)
    }


def own_papers(papers: PaperList) -> Iterator[tuple[Entry, dict[str, Link]]]:
    """The papers of a list that have ids, with their links."""
    for entry in papers.entries:
        if entry.kind == "paper" and (links := own_links(entry)):
            yield entry, links


SOURCES = {"arxiv": "arXiv", "openreview": "OpenReview", "doi": "DOI", "acl": "ACL Anthology"}


def named(id: str) -> str:
    """An id as people say it: "arXiv 2205.00017"."""
    scheme, _, rest = id.partition(":")
    return f"{SOURCES[scheme]} {rest}" if scheme in SOURCES else "the linked page"


def asked(entry: Entry, id: str) -> Question:
    """The question what a registry has under one of the entry's ids."""
    return Question(RECORD, id, entry.title)


def record(answers: Answers, entry: Entry, id: str) -> Record | None:
    """What a registry has under an entry's id; nothing where nobody knows."""
    question = asked(entry, id)
    answer = answers[question if question in answers else question._replace(claim="")]
    title = answer.says.get("title", "") if answer.state == AGREES else ""
    if not title:
        return None
    authors = lines_of(answer.says.get("authors", ""))
    return Record(title, authors, answer.source, lines_of(answer.says.get("titles", "")))


def lines_of(said: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in said.splitlines() if line.strip())


def verdict(entry: Entry, known: Record) -> str:
    """same: one paper; changed: by the same authors, otherwise called; other: another paper."""
    titles_of = (known.title, *known.before)
    if any(likeness(entry.title, title) != DIFFERENT for title in titles_of):
        return SAME
    kin = akin(entry.authors or "", known.authors)
    if kin is not None:
        return CHANGED if kin else OTHER
    apart = shared(entry.title, known.title) < UNLIKE and not _one_name(entry.title, known.title)
    return OTHER if apart and len(titles.words(entry.title)) >= FEWEST_WORDS else UNSURE


def akin(named: str, authors: tuple[str, ...]) -> bool | None:
    """Whether names and a record's authors share one; None where one of them isn't known."""
    words = {word for word in titles.words(bare(named)) if word not in NO_NAMES}
    if not words or not authors:
        return None
    return any(_surname(author) & words for author in authors)


def one_first(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool | None:
    """Whether two records have one first author; None where one of them names none."""
    if not ours or not theirs:
        return None
    return bool(_surname(ours[0]) & _surname(theirs[0]))


def _surname(author: str) -> set[str]:
    """The word that is the surname, whichever way the name is written."""
    last, comma, _ = author.partition(",")
    words = [word for word in titles.words(bare(author)) if not word.isdigit()]
    if comma:
        return {titles.words(bare(last))[-1]} if titles.words(bare(last)) else set()
    return {word for word in words[-1:] if word not in NO_NAMES}


# Titles


def likeness(one: str, other: str) -> str:
    """Equal but for marks, a part of one another, a slip apart, or different."""
    one, other = plain(one), plain(other)
    ours, theirs = titles.fold(bare(one)), titles.fold(bare(other))
    if not ours or not theirs:
        return DIFFERENT
    if ours == theirs:
        return EQUAL
    if _is_part(one, ours, other, theirs) or _is_part(other, theirs, one, ours):
        return PART
    left, right = _left(one, other), _left(other, one)
    if "".join(left) == "".join(right):
        return SLIP
    if len(left) == len(right) <= MOST_SLIPS and all(map(_slip, left, right)):
        return SLIP
    return DIFFERENT


def shared(one: str, other: str) -> float:
    """How many of the words that tell two titles share, of the shorter one's."""
    ours, theirs = set(_telling(one)), set(_telling(other))
    return len(ours & theirs) / max(1, min(len(ours), len(theirs)))


def _is_part(title: str, ours: str, whole: str, theirs: str) -> bool:
    """A nickname alone, a title without its nickname or subtitle, a title that is cut.

    A word more or less in the middle, or at the end, makes another title: it may be another paper.
    """
    if not theirs.startswith(ours) and not theirs.endswith(ours):
        return False
    if title.rstrip().endswith(("…", "...")):
        return len(ours) >= SHORTEST
    if len(ours) < 4 or ours in KINDS:
        return False
    return any(
        ours in (titles.fold(bare(whole[:at])), titles.fold(bare(whole[at:])))
        for at in _cuts(whole)
    )


def _cuts(title: str) -> list[int]:
    """Where a title's parts begin: behind a colon, a dash, a question mark, before a bracket."""
    marks = (": ", " - ", " – ", " — ", "? ", "! ", "：", "(", "（", "[")
    return [at for mark in marks if (at := title.find(mark)) > 0][:MOST_CUTS]


def _one_name(one: str, other: str) -> bool:
    """ "KunServe: …" and "KunServe Technical Report: …" are one work under two titles."""
    heads = [title.partition(":")[0].split() for title in (one, other) if ":" in title]
    if len(heads) < 2 or not heads[0] or not heads[1]:
        return False
    if heads[0] == heads[1]:
        return titles.fold(" ".join(heads[0])) not in KINDS
    return heads[0][0] == heads[1][0] and is_coined(heads[0][0])


def is_coined(word: str) -> bool:
    """Whether a word is a name that somebody made up: it has a digit, or capitals inside."""
    return any(c.isupper() or c.isdigit() for c in word[1:])


def _telling(title: str) -> tuple[str, ...]:
    return tuple(stem(word) for word in titles.words(bare(title)) if word not in SMALL)


def _left(one: str, other: str) -> list[str]:
    """Words that tell and that the other title lacks, in order."""
    held = set(_telling(other))
    return [word for word in _telling(one) if word not in held]


def _slip(one: str, other: str) -> bool:
    """One long word mistyped; a word with a digit is another one."""
    if min(len(one), len(other)) < 5 or any(c.isdigit() for c in one + other):
        return False
    if one.endswith(other) or other.endswith(one):  # supervised, unsupervised
        return False
    from rapidfuzz.distance import OSA

    return OSA.distance(one, other, score_cutoff=1) <= 1


@lru_cache(maxsize=8192)
def bare(title: str) -> str:
    """A title without accents, for comparing."""
    if title.isascii():
        return title
    from unicodedata import combining, normalize

    return "".join(c for c in normalize("NFKD", title) if not combining(c))


# Words for messages


def quoted(words: str) -> str:
    """A registry's own words behind a colon, or nothing."""
    words = " ".join(words.split()).rstrip(".")
    if not words:
        return ""
    return f': "{words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"}"'


def says_so(papers: PaperList, entry: Entry, words: tuple[str, ...]) -> bool:
    """Whether the entry's own text says it already; a title may hold the word for itself."""
    text = papers.text[entry.span.start : entry.span.end].lower()
    title = entry.title.lower()
    return any(
        f"({word}" in text or f"[{word}" in text or (word in text and word not in title)
        for word in words
    )
