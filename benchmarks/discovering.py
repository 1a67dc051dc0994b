"""Are the papers that a list lacks found among others?

    python benchmarks/discovering.py [--lists FILE|FOLDER ...] [--seed 1] [--blind]

Of every list 30 of its papers are taken out; a stand-in then names these, 20 that the list still
has (some under a title that is written a little otherwise), and 250 of the others. Asked about the
papers of a section it names nine in ten of those that fit and one in three of the others, in an
order that tells nothing; with ``--blind`` it names as many of both. Asked for the newest it names
all. One line a list: how many of the 30 are among the first 40, how many that are listed are shown
at all. With one list the others are invented papers.
"""

from __future__ import annotations

import argparse
import json
import random

import invented
import lists
from listlint.copies import cut_of
from listlint.discovering import asking
from listlint.discovering.ranking import proposals
from listlint.facts import AGREES, Answer, Question
from listlint.paperlist import Entry, PaperList
from listlint.reading import read
from listlint.source import Source, from_bytes, read_source

LACKING, LISTED, ALL, FIRST = 30, 20, 300, 40
FITS, STRANGE, BLIND = 0.9, 0.35, 0.4  # how many are named for a section


def attempt(
    whole: PaperList, others: list[Entry], chance: random.Random, blind: bool
) -> tuple[int, int, int]:
    papers = [e for e in whole.entries if e.kind == "paper" and e.ids and cut_of(whole, e)]
    most = min(LACKING, len(papers) // 3)
    lacking = chance.sample(papers, most)
    cuts = sorted(cut for each in lacking if (cut := cut_of(whole, each)))
    text = whole.source.edited(cuts)
    rest = read(from_bytes(whole.source.encode(text), whole.path), whole.path)
    left = [e for e in rest.entries if e.kind == "paper"]
    there = chance.sample(left, min(len(left), LISTED))
    own = {entry.folded for entry in whole.entries}
    strangers = [e for e in others if e.folded not in own]
    pool = [*lacking, *there, *chance.sample(strangers, min(len(strangers), ALL - most - LISTED))]
    chance.shuffle(pool)
    named = [named_as(n, entry, entry in there) for n, entry in enumerate(pool)]
    asked = asking.questions(rest)
    fits = {id(entry) for entry in lacking}
    chosen = [BLIND if blind else FITS if id(entry) in fits else STRANGE for entry in pool]
    known = {
        each: Answer(AGREES, {"papers": json.dumps(part(named, chosen, each))}) for each in asked
    }
    best = proposals(rest, asking.candidates(rest, known))
    wanted, listed = (
        {e.folded for e in lacking},
        {e.folded for e in there} - {e.folded for e in lacking},
    )
    first = [each.candidate.folded for each in best[:FIRST]]
    hits = sum(folded in wanted for folded in dict.fromkeys(first))
    return hits, most, sum(each.candidate.folded in listed for each in best)


def named_as(n: int, entry: Entry, listed: bool) -> dict[str, str]:
    """As a service would name it, under a number that the list hasn't if it is to be told by its
    title alone."""
    title = entry.title.replace(":", " -").upper() if listed and n % 2 else entry.title
    id = f"arxiv:2999.{n:05}" if listed and n % 2 else (entry.ids or (f"arxiv:2998.{n:05}",))[0]
    return {"id": id, "title": title, "authors": entry.authors or "", "year": str(entry.year or "")}


def part(
    named: list[dict[str, str]], chosen: list[float], question: Question
) -> list[dict[str, str]]:
    """What one question is answered with: some of them, as chance has it."""
    chance = random.Random(question.subject)
    if question.topic == "newest":
        return named
    return [each for each, odds in zip(named, chosen, strict=True) if chance.random() < odds]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    lists.add_option(parser)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--blind", action="store_true", help="what is recommended tells nothing")
    args = parser.parse_args()
    read_lists = [
        read(read_source(str(path)), name) for path, name in lists.named(lists.chosen(args.lists))
    ]
    strange = read(Source(invented.write(args.seed, 600).text), "invented.md")
    total = wanted = shown = 0
    for papers in read_lists:
        others = [e for other in read_lists if other is not papers for e in other.entries]
        others = [e for e in others if e.kind == "paper"] or list(strange.entries)
        hits, most, listed = attempt(papers, others, random.Random(args.seed), args.blind)
        total, wanted, shown = total + hits, wanted + most, shown + listed
        print(f"{papers.path[:40]:40} {hits:3} of {most}, listed and shown {listed}")
    share = LACKING * total / max(1, wanted)
    print(f"of {LACKING} lacking, among the first {FIRST}: {share:.1f}; listed and shown: {shown}")


if __name__ == "__main__":
    main()
