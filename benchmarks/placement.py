"""How well do a list's sections teach? Sections found for known entries, and moved entries found.

    python benchmarks/placement.py [--lists FILE|FOLDER ...] [--seeds 2] [--show]

For each list with at least 3 topical sections of 8 or more entries: how often the right section
comes first, and among the first three, each entry judged without itself; beside it the largest
section, and a plain naive Bayes over the same words. Then a tenth of each list's entries (200 at
most) is moved to other sections: how many of those reported were moved, how many moved ones are
found, how many others are reported. Last, what is reported of the lists as they stand.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from math import log
from pathlib import Path
from typing import NamedTuple

import lists
from listlint.paperlist import PaperList
from listlint.papers import repeated
from listlint.placement import Lesson, Place, misplaced
from listlint.placement.lesson import learn
from listlint.reading import read
from listlint.source import read_source

SECTIONS, ENTRIES, MOST_MOVED = 3, 8, 200


class Score(NamedTuple):
    """Shares of entries whose section comes first, or among the first three."""

    first: float
    three: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    lists.add_option(parser)
    parser.add_argument("--seeds", type=int, default=2, help="how often entries are moved")
    parser.add_argument("--show", action="store_true", help="print what is reported")
    args = parser.parse_args()
    paths = lists.chosen(args.lists) if args.lists else [lists.invented_with_truth()[0]]
    read_lists = [(name, read(read_source(str(path)), str(path))) for path, name in _named(paths)]
    sections(read_lists)
    moves(read_lists, args.seeds)
    as_they_stand(read_lists, args.show)


def _named(paths: list[Path]) -> list[tuple[Path, str]]:
    return lists.named(paths)


# Sections found for known entries


def sections(read_lists: list[tuple[str, PaperList]]) -> None:
    print(f"{'list':34} {'sections':>8} {'entries':>7}   ours 1st/3    Bayes 1st/3   largest")
    scores: list[tuple[Score, Score, float]] = []
    for name, papers in read_lists:
        lesson = learn(papers)
        topical = [p for p in lesson.places if p.open and len(p.members) >= ENTRIES]
        if len(topical) < SECTIONS:
            continue
        ours, plain, largest = _ours(lesson, topical), _plain(lesson, topical), _largest(topical)
        scores.append((ours, plain, largest))
        entries = sum(len(place.members) for place in topical)
        print(
            f"{name[:34]:34} {len(topical):8} {entries:7}  {ours.first:5.2f} {ours.three:5.2f}"
            f"   {plain.first:5.2f} {plain.three:5.2f}   {largest:5.2f}"
        )
    ahead = sum(ours.first > max(plain.first, largest) for ours, plain, largest in scores)
    print(f"ahead of both on {ahead} of {len(scores)} lists\n")


def _ours(lesson: Lesson, topical: list[Place]) -> Score:
    def ranked(place: Place, index: int) -> list[int]:
        entry = next(e for e in place.members if e.index == index)
        scores = lesson.scores(lesson.told[index], entry)
        return sorted((p.number for p in topical), key=lambda n: -scores[n])

    return _score(topical, ranked)


def _plain(lesson: Lesson, topical: list[Place]) -> Score:
    """Multinomial, one added to every count, the words of titles and nothing else."""
    words = {
        i: [w for w in told if " " not in w and w[0] not in "=@"] for i, told in lesson.told.items()
    }
    counts = {p.number: Counter(w for e in p.members for w in words[e.index]) for p in topical}
    totals = {number: counter.total() for number, counter in counts.items()}
    size = len({word for counter in counts.values() for word in counter})

    def ranked(place: Place, index: int) -> list[int]:
        scores = {}
        for each in topical:
            own = each is place
            total = totals[each.number] - own * len(words[index]) + size
            scores[each.number] = log(max(len(each.members) - own, 0.01)) + sum(
                log((counts[each.number][w] - own + 1) / total) for w in words[index]
            )
        return sorted(scores, key=lambda n: -scores[n])

    return _score(topical, ranked)


def _score(topical: list[Place], ranked: object) -> Score:
    first = three = total = 0
    for place in topical:
        for entry in place.members:
            order = ranked(place, entry.index)  # type: ignore[operator]
            first += order[0] == place.number
            three += place.number in order[:3]
            total += 1
    return Score(first / total, three / total)


def _largest(topical: list[Place]) -> float:
    sizes = [len(place.members) for place in topical]
    return max(sizes) / sum(sizes)


# Moved entries found


def moves(read_lists: list[tuple[str, PaperList]], seeds: int) -> None:
    right = said = wanted = others = 0
    for _, papers in read_lists:
        for seed in range(1, seeds + 1):
            moved, which = _moved(papers, random.Random(seed))
            if not which:
                continue
            found = [each.entry.index for each in misplaced(moved, learn(moved))]
            twice = {e.index for paper in repeated(papers) for e in paper.entries}
            right += sum(index in which for index in found)
            said += len(found)
            wanted += len(which - twice)
            others += sum(len(p.members) for p in learn(moved).places if p.open) - len(which)
    print(
        f"entries moved: {said} reported, of which moved {_share(right, said)}; "
        f"found {_share(right, wanted)} of those moved; "
        f"of the unmoved {_share(said - right, others)} reported\n"
    )


def _moved(papers: PaperList, chance: random.Random) -> tuple[PaperList, set[int]]:
    among = [place for place in learn(papers).places if place.open]
    if len(among) < 2:
        return papers, set()
    stand = [(entry.index, place) for place in among for entry in place.members]
    chosen = dict(chance.sample(stand, min(MOST_MOVED, len(stand) // 10)))
    entries = list(papers.entries)
    for index, place in chosen.items():
        target = chance.choice([each for each in among if each is not place])
        entries[index] = entries[index]._replace(section=target.section.index)
    return papers._replace(entries=tuple(entries)), set(chosen)


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "-"


def as_they_stand(read_lists: list[tuple[str, PaperList]], show: bool) -> None:
    total = judged = 0
    for name, papers in read_lists:
        lesson = learn(papers)
        found = list(misplaced(papers, lesson))
        entries = sum(len(p.members) for p in lesson.places if p.open)
        total, judged = total + len(found), judged + entries
        if found:
            print(f"{name[:34]:34} {len(found):4} of {entries}")
        for each in found if show else ():
            print(
                f"  {each.entry.lines[0]}: {each.entry.title} | {each.place.title}"
                f" -> {each.better.title} ({each.margin:.1f})"
            )
    print(f"as they stand: {total} of {judged} reported, {_share(total, judged)}")


if __name__ == "__main__":
    main()
