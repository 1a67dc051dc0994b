"""What is asked to find papers for a list, and what came of it, as candidates. Pure."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

from listlint.adding.spot import age_of
from listlint.facts import AGREES, NEWEST, RECOMMENDED, Answer, Question
from listlint.knowledge import titles
from listlint.paperlist import Entry, PaperList
from listlint.placement.evidence import STOP
from listlint.values import NamedTuple

MOST_IDS = 100  # papers of a section that recommendations are asked for
FEWEST_IDS = 3
MOST_SECTIONS = 40
PHRASES, FEWEST_USES = 12, 3
LONG = 6  # letters of a word that is telling by itself
SAID = ("id", "title", "authors", "year", "date")
LONGEST = 500  # letters of a title that is believed


class Candidate(NamedTuple):
    """A paper that somebody names for the list."""

    id: str
    title: str
    authors: tuple[str, ...] = ()
    year: int | None = None
    date: str = ""
    found: tuple[tuple[int, int], ...] = ()  # where: section, and place among what was recommended
    newest: bool = False  # found among arXiv's newest

    @property
    def folded(self) -> str:
        return titles.fold(self.title)


def questions(papers: PaperList) -> list[Question]:
    """One for each section with enough papers, and one for arXiv's newest."""
    asked = [Question(RECOMMENDED, "\n".join(ids)) for _, ids in _sections(papers)]
    words = phrases(papers)
    return [*asked, *([Question(NEWEST, "\n".join(words))] if words else [])]


def _sections(papers: PaperList) -> Iterator[tuple[int, list[str]]]:
    """The largest sections with the ids of their newest papers."""
    held: defaultdict[int, list[Entry]] = defaultdict(list)
    for entry in papers.entries:
        if entry.kind == "paper" and entry.ids:
            held[-1 if entry.section is None else entry.section].append(entry)
    largest = sorted(held.items(), key=lambda item: -len(item[1]))[:MOST_SECTIONS]
    for section, entries in largest:
        if len(entries) >= FEWEST_IDS or len(held) == 1:
            entries.sort(key=lambda entry: -(age_of(entry.ids, entry.year) or 0.0))
            yield section, [entry.ids[0] for entry in entries[:MOST_IDS]]


def phrases(papers: PaperList) -> list[str]:
    """Pairs of words that the list's titles share most, in their own order; of few pairs words."""
    counts: Counter[str] = Counter()
    single: Counter[str] = Counter()
    for entry in papers.entries:
        if entry.kind == "paper":
            words = titles.words(entry.title)
            pairs = {f"{a} {b}" for a, b in pairwise(words) if a not in STOP and b not in STOP}
            counts.update(pair for pair in pairs if not any(map(str.isdigit, pair)))
            single.update({word for word in words if word.isalpha() and len(word) >= LONG})
    common = [*counts.most_common(PHRASES)]
    found = [pair for pair, count in common if count >= FEWEST_USES]
    if len(found) < FEWEST_USES:
        found += [word for word, count in single.most_common(PHRASES) if count >= FEWEST_USES]
    return found


def candidates(papers: PaperList, known: Mapping[Question, Answer]) -> list[Candidate]:
    """Every paper that was named, once."""
    found: dict[str, Candidate] = {}
    by_title: dict[str, str] = {}
    for section, ids in _sections(papers):
        answer = known.get(Question(RECOMMENDED, "\n".join(ids)))
        for place, each in enumerate(_papers(answer)):
            _put(found, by_title, each._replace(found=((section, place),)))
    for each in _papers(known.get(Question(NEWEST, "\n".join(phrases(papers))))):
        _put(found, by_title, each._replace(newest=True))
    return list(found.values())


def _put(found: dict[str, Candidate], by_title: dict[str, str], new: Candidate) -> None:
    id = new.id if new.id in found else by_title.get(new.folded, new.id)
    old = found.get(id)
    by_title.setdefault(new.folded, id)
    if old is None:
        found[id] = new
    else:
        found[id] = old._replace(found=(*old.found, *new.found), newest=old.newest or new.newest)


def _papers(answer: Answer | None) -> Iterator[Candidate]:
    """What an answer holds; what isn't of the right shape isn't believed."""
    if answer is None or answer.state != AGREES:
        return
    try:
        said: Any = json.loads(answer.says.get("papers", "[]"))
    except ValueError:
        return
    for each in said if isinstance(said, list) else ():
        if isinstance(each, dict):
            told = {
                name: str(each.get(name) or "") for name in "id title authors year date".split()
            }
            if told["id"] and 0 < len(told["title"]) <= LONGEST and titles.fold(told["title"]):
                yield Candidate(
                    told["id"],
                    told["title"],
                    tuple(name for name in told["authors"].split("\n") if name),
                    int(told["year"]) if told["year"].isdecimal() else None,
                    told["date"],
                )
