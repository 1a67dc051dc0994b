"""Does a paper that is added come back as the list's maintainer wrote it?

    python benchmarks/adding.py [--lists FILE|FOLDER ...] [--papers 4] [--seed 1] [--bare] [--show]

Of every list some of its own papers, drawn by chance among those with an id, are taken out, and
each is added again by the address that the list has, what registries would say (title, authors,
venue, year, date, code, data) answered by a stand-in that knows what the list says. What none
tells (a remark, a tag, a project page) is given by hand; ``--bare`` leaves it out.

One line a list: entries that come back byte for byte; in the right section, and among the first
three (a paper that the list has in several is right in each); refused when they stand in the list;
not written at all.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from functools import partial
from pathlib import Path
from typing import NamedTuple

import lists
from listlint.adding import forms
from listlint.adding.insertion import NotWrittenError, add
from listlint.adding.known import listed
from listlint.adding.records import Hand, named, paper
from listlint.adding.spot import ranked
from listlint.adding.wanted import WantedLink
from listlint.adding.ways import Ways, words_of
from listlint.copies import cut_of
from listlint.facts import AGREES, CODE, DATASETS, PUBLISHED, RECORD, Answer, Answers, Question
from listlint.knowledge import venues
from listlint.paperlist import Entry, PaperList
from listlint.papers import repeated
from listlint.reading import read
from listlint.source import from_bytes, read_source
from listlint.style.learning import Case
from listlint.style.order import date_of

OTHERS = tuple(f"Further Author{letter}" for letter in "ABCDEFGHIJKL")  # whom "et al." stands for
COUNTS = "papers same section three refused unwritten".split()


class Tried(NamedTuple):
    """What came of one list."""

    counts: Counter[str]
    misses: list[tuple[str, str]]  # as it stood, as it was written


def attempt(path: Path, name: str, most: int, seed: int, bare: bool) -> Tried:
    whole = read(read_source(str(path)), name)
    homes = {e.index: {o.section for o in p.entries} for p in repeated(whole) for e in p.entries}
    cases = {case.entry.index: case for case in Ways(whole).cases if case.entry.ids}
    alone = [index for index in cases if cut_of(whole, whole.entries[index])]
    chosen = sorted(random.Random(seed).sample(alone, min(most, len(alone))))
    cuts = [cut_of(whole, whole.entries[index]) for index in chosen]
    text = whole.source.edited(sorted(cut for cut in cuts if cut))
    rest = read(from_bytes(whole.source.encode(text), name), name)
    counts: Counter[str] = Counter()
    misses: list[tuple[str, str]] = []
    for index in chosen:
        case, answers = cases[index], world(cases[index])
        word = next(link.url for link in case.entry.links if link.id == case.entry.ids[0])
        hand = Hand() if bare else by_hand(case)
        wanted = paper(named(word), answers, hand)
        counts["papers"] += 1
        there = listed(whole, wanted)
        counts["refused"] += there is not None and there.entry.index in twins(homes, whole, index)
        places = [path_of(rest, each.section) for each in ranked(rest, wanted)]
        right = {path_of(whole, s) for s in homes.get(index, {case.entry.section})}
        counts["section"] += bool(places and places[0] in right)
        counts["three"] += bool(right & set(places[:3]))
        try:
            section = next(iter(ranked(rest, wanted))).section
            made = add(rest, wanted, section, partial(read, path=name)).text
        except NotWrittenError as why:
            made = f"({why})"
            counts["unwritten"] += 1
        counts["same"] += made == case.text
        if made != case.text:
            misses.append((case.text, made))
    return Tried(counts, misses)


def twins(homes: dict[int, set[int | None]], papers: PaperList, index: int) -> set[int]:
    """The entries that are this paper."""
    own = papers.entries[index]
    return {e.index for e in papers.entries if e.folded == own.folded or set(e.ids) & set(own.ids)}


def path_of(papers: PaperList, section: int | None) -> tuple[str, ...]:
    return () if section is None else papers.sections[section].path


def world(case: Case) -> Answers:
    """A registry that knows what the list says of a paper."""
    entry, fields = case.entry, case.values.fields
    names, _, cut = forms.taken_apart(fields.get("authors", [""])[0])
    record = {
        "title": entry.title,
        "authors": "\n".join([*names, *(OTHERS if cut else ())]),
        "year": str(entry.year or ""),
        "date": written_date(case),
        "abstract": fields.get("abstract", [""])[0],
    }
    published = {"year": record["year"]} if entry.year else {}
    if entry.venue and not is_preprint(entry):
        published["venue"] = entry.venue.id or entry.venue.name
        track = fields.get("track", [""])[0]
        if track and not any(track in link.url for link in entry.links):
            published["track"] = track
    told = {
        RECORD: record,
        PUBLISHED: published,
        CODE: {"url": next((link.url for link in entry.links if link.kind == "code"), "")},
        DATASETS: {"urls": next((link.url for link in entry.links if link.kind == "data"), "")},
    }
    return Answers(
        {Question(topic, entry.ids[0]): Answer(AGREES, says) for topic, says in told.items()}
    )


def is_preprint(entry: Entry) -> bool:
    venue = entry.venue
    return venue is not None and venue.id is not None and venues.kind_of(venue.id) == "preprint"


def written_date(case: Case) -> str:
    for name in ("date", "year"):
        for text in case.values.fields.get(name, []):
            if date := date_of(text):
                return "-".join(f"{part:02}" for part in date if part)
    return ""


def by_hand(case: Case) -> Hand:
    """What only the maintainer knows."""
    first = case.entry.ids[0]
    own = next(link.url for link in case.entry.links if link.id == first)
    seen: Counter[str] = Counter()
    links = []
    for link in case.entry.links:
        seen[link.kind] += 1
        told = link.kind in ("code", "data") and seen[link.kind] == 1
        if link.url != own and not told:
            links.append(WantedLink(link.url, link.kind, link.label))
    code = [WantedLink(x.url, "code") for x in case.entry.links if x.kind == "code"]
    data = [WantedLink(x.url, "data") for x in case.entry.links if x.kind == "data"]
    more = [*(code if len(code) > 1 else ()), *(data if len(data) > 1 else ())]
    return Hand(links=tuple(dict.fromkeys([*links, *more])), words=words_of(case))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    lists.add_option(parser)
    parser.add_argument("--papers", type=int, default=4, help="of each list")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--bare", action="store_true", help="nothing is given by hand")
    parser.add_argument("--show", action="store_true", help="entries that came back otherwise")
    args = parser.parse_args()
    total: Counter[str] = Counter()
    print(f"{'list':36} " + " ".join(f"{name:>9}" for name in COUNTS))
    for path, name in lists.named(lists.chosen(args.lists)):
        tried = attempt(path, name, args.papers, args.seed, args.bare)
        total += tried.counts
        print(f"{name[:36]:36} " + " ".join(f"{tried.counts[each]:9}" for each in COUNTS))
        for stood, made in tried.misses if args.show else ():
            print(f"    - {stood[:300]!r}\n    + {made[:300]!r}")
    papers = max(1, total["papers"])
    shares = [f"{each} {100 * total[each] / papers:.0f}" for each in COUNTS[1:]]
    print(f"of 100 papers ({papers} tried): {', '.join(shares)}")


if __name__ == "__main__":
    main()
