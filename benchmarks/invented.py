"""Invented lists of papers that nobody wrote, as large as wanted, with what stands in them.

    python benchmarks/invented.py --entries 15000 --seed 7 --truth truth.jsonl > list.md

Seeded: the same numbers give the same text. Every section keeps one habit out of `families`.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from families import BRACKETS, FAMILIES, PLACES, Habit, cited, places


def _words(text: str) -> list[str]:
    return text.split()


DOING = _words("""
    Sorting Counting Folding Weighing Pruning Mending Taming Reading Painting Stacking Ranking
    Teaching Guessing Mapping Tracking Merging Naming Tuning Slicing Bending Routing
""")
HOW = _words("""
    Sparse Noisy Quiet Hidden Robust Lazy Deep Shallow Curious Honest Stubborn Gentle Modular
    Frozen Nested Private Federated Discrete Causal Spectral Elastic Patient
""")
WHAT = _words("""
    Lists Ladders Kettles Gardens Tables Umbrellas Lanterns Bridges Maps Drawers Clocks
    Pebbles Orchards Harbours Teapots Ledgers Windows Staircases Blankets Compasses Sentences
    Graphs
""")
WAY = (
    "by Smell",
    "with Few Examples",
    "under Drift",
    "in the Dark",
    "without Labels",
    "at Scale",
    "from Scratch",
    "on a Budget",
    "by Touch",
    "through Reflection",
    "in One Pass",
)
GIVEN = _words("Ada Bo Carla Dmitri Elin Farid Grete Hiro Ines Jonas Kaia Lior Mei Noor Otto Pia")
FAMILY = _words("""
    Almqvist Berg Castellano Dorn Eklund Fabre Gupta Haraldsen Iversen Jansen Koskinen
    Lindqvist Moreau Nakata Okafor Petrov Quist Rahman Sandoval Tanaka
""")
CONFERENCES = ("ACL", "ICML", "NeurIPS", "CVPR", "ICLR", "EMNLP", "AAAI", "KDD")
REMARKS = ("", "", "", "How this section is kept stands in the guide.")


class Paper(NamedTuple):
    """One paper, as its list ought to say it."""

    title: str
    authors: str
    venue: str
    year: int
    links: tuple[tuple[str, str], ...]  # label, address; the first is the paper's own


class Invented(NamedTuple):
    """A list and what a reader should find in it."""

    text: str
    records: list[dict[str, Any]]


def papers(random: Random) -> Iterator[Paper]:
    """Papers without end, no two of one title."""
    seen: set[str] = set()
    number = 0
    while True:
        title = _title(random)
        while title in seen:
            title = _title(random)
        seen.add(title)
        number += 1
        yield _paper(random, title, number)


def _title(random: Random) -> str:
    base = f"{random.choice(DOING)} {random.choice(HOW)} {random.choice(WHAT)} {random.choice(WAY)}"
    kind = random.randrange(6)
    if kind == 0:
        return f"{random.choice(HOW)[:4]}{random.choice(WHAT)[:3].upper()}: {base}"
    if kind == 1:
        return f"Do {random.choice(WHAT)} Dream of {random.choice(HOW)} {random.choice(WHAT)}?"
    return base


def _paper(random: Random, title: str, number: int) -> Paper:
    year = random.randint(2016, 2025)
    venue = random.choice((*CONFERENCES, "arXiv", "arXiv"))
    given, family = random.sample(GIVEN, 4), random.sample(FAMILY, 4)
    names = [f"{given[n]} {family[n]}" for n in range(random.randint(2, 4))]
    links = [("Paper", _address(random, venue, year, number))]
    if random.random() < 0.6:
        links.append(("Code", f"https://github.com/{random.choice(FAMILY).lower()}/tool-{number}"))
    return Paper(title, ", ".join(names), venue, year, tuple(links))


def _address(random: Random, venue: str, year: int, number: int) -> str:
    if venue in ("ACL", "EMNLP") and year > 2020:
        volume = "acl-long" if venue == "ACL" else "emnlp-main"
        return f"https://aclanthology.org/{year}.{volume}.{number}"
    month = random.randint(2, 12) if venue == "arXiv" else random.randint(1, 3)
    return f"https://arxiv.org/abs/{year % 100:02d}{month:02d}.{10000 + number % 80000:05d}"


def write(seed: int, entries: int, only: Sequence[str] = (), section: int = 40) -> Invented:
    """A list of ``entries`` papers in sections of about ``section``, each of one habit."""
    random = Random(seed)
    supply = papers(random)
    families = [name for name in FAMILIES if not only or name in only]
    lines = ["# Awesome Invented Papers", "", "Papers that nobody wrote.", ""]
    records: list[dict[str, Any]] = []
    left, number = entries, 0
    while left > 0:
        number += 1
        count = min(left, random.randint(section // 2, section + section // 2))
        left -= count
        family = families[(number - 1) % len(families)]
        heading = f"{random.choice(WHAT)} and {random.choice(WHAT)} {number}"
        lines += (f"## {heading}", "")
        habit = random.choice(FAMILIES[family])
        _section(random, lines, records, heading, habit, [next(supply) for _ in range(count)])
        lines += ("", random.choice(REMARKS), "")
    return Invented("\n".join(lines) + "\n", records)


def _section(
    random: Random,
    lines: list[str],
    records: list[dict[str, Any]],
    heading: str,
    habit: Habit,
    chosen: list[Paper],
) -> None:
    bracket = random.choice(BRACKETS)
    lines += habit.head
    for paper in chosen:
        text = habit.body.format(**places(paper, bracket)).replace("?.", "?")
        first, last = len(lines) + 1, len(lines) + 1 + text.rstrip("\n").count("\n")
        lines += (line.rstrip() for line in text.split("\n"))
        records.append(_record(paper, habit.body, heading, first, last))
    lines += habit.tail


def _record(paper: Paper, body: str, heading: str, first: int, last: int) -> dict[str, Any]:
    """What a reader should find, in the form of a described line."""
    has = {name for name in PLACES if "{" + name + "}" in body}
    links = paper.links if has & {"links", "rest"} else paper.links[:1]
    names = cited(paper.authors) if "cited" in has else paper.authors
    return {
        "pick": first,
        "line": first,
        "end_line": last,
        "kind": "paper",
        "title": paper.title,
        "authors": names if has & {"authors", "cited"} else None,
        "venue": paper.venue if "venue" in has else None,
        "track": None,
        "year": paper.year if "year" in has else None,
        "links": [{"label": label, "url": url} for label, url in links],
        "section": heading,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entries", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--family", action="append", default=[], choices=list(FAMILIES))
    parser.add_argument("--truth", type=Path, help="write what should be read into this file")
    args = parser.parse_args()
    made = write(args.seed, args.entries, args.family)
    sys.stdout.write(made.text)
    if args.truth:
        args.truth.write_text("".join(json.dumps(record) + "\n" for record in made.records))


if __name__ == "__main__":
    main()
