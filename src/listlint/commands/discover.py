"""``listlint discover``: papers that a list lacks, ranked, placed and in the list's own style.

It proposes and writes nothing into the list.
"""

from __future__ import annotations

import json
import os
import re
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Iterator, Mapping, Sequence

from listlint.adding.choosing import path_of
from listlint.adding.following import written
from listlint.adding.records import Hand, Named, address_of, paper, questions
from listlint.adding.spot import spot
from listlint.adding.wanted import Wanted
from listlint.adding.ways import Ways
from listlint.commands._lists import Target, nothing_read, papers_of, say, targets
from listlint.commands._output import emit, output_argument
from listlint.commands._settings import config_argument
from listlint.commands._world import World, world
from listlint.commands._world import arguments as world_arguments
from listlint.discovering import asking
from listlint.discovering.ranking import Proposal, proposals
from listlint.errors import UserError
from listlint.facts import UNCHECKED, Answer, Answers, Question
from listlint.knowledge import titles
from listlint.paperlist import PaperList
from listlint.plain import json_text, terminal

SUMMARY = "find papers that a list lacks, in its style and with the section for each"
DECLINED = os.path.join(".listlint", "declined")
LIMIT, MOST = 20, 200
LARGEST = 1024 * 1024


def arguments(parser: ArgumentParser) -> None:
    add = parser.add_argument
    add("list", metavar="FILE", help="the list")
    add("--since", type=_date, metavar="DATE", help="only papers since 2024, 2024-05, …")
    add("--limit", type=_count, default=LIMIT, metavar="N", help=f"papers; default: {LIMIT}")
    add("--format", choices=["text", "jsonl"], default="text", help="default: text")
    output_argument(parser)
    config_argument(parser)
    world_arguments(parser, plan=False, asks=True)


def run(args: Namespace) -> int:
    target, papers = _list(args)
    if args.offline:
        raise UserError("--offline: papers can't be found without asking: leave it out")
    asker = world(args, [target.config])
    asked = asking.questions(papers)
    known = asker.services(asked)
    _say_unasked(asked, known, asker)
    found = asking.candidates(papers, known)
    best = proposals(papers, found, _declined(target), args.since or "")[: args.limit]
    wanted = _looked_up(papers, best, asker)
    rows = [_row(papers, each, more) for each, more in zip(best, wanted, strict=True)]
    ways = Ways(papers)
    texts = [_entry(ways, each.section, more) for each, more in zip(best, wanted, strict=True)]
    render = _jsonl if args.format == "jsonl" else _text
    emit(render(papers, rows, texts), args.output, machine=args.format == "jsonl")
    say(f"{target.path}: {len(found)} papers were named, {len(best)} are shown")
    return 0 if any(answer.state != UNCHECKED for answer in known.values()) else 2


def _list(args: Namespace) -> tuple[Target, PaperList]:
    args.paths, args.stdin_filename = [args.list], "<stdin>"
    found = targets(args)
    if len(found) > 1 or found[0].whole:
        raise UserError(f"{args.list}: a folder: name one list")
    papers = papers_of(found[0])
    if isinstance(papers, UserError):
        raise papers
    if not any(entry.ids for entry in papers.entries):
        why = "none of its entries links a paper by which others could be found"
        raise UserError(f"{papers.path}: {why}" if papers.entries else nothing_read(papers))
    return found[0], papers


def _say_unasked(asked: Sequence[Question], known: Mapping[Question, Answer], asker: World) -> None:
    """Who didn't answer, and why, once."""
    for remark in (*asker.remarks, *asker.faults):
        say(remark)
    reasons = {
        (question.topic, known[question].reason)
        for question in asked
        if question in known and known[question].state == UNCHECKED
    }
    for topic, reason in sorted(reasons):
        who = "arXiv" if topic == "newest" else "Semantic Scholar"
        key = ": set SEMANTIC_SCHOLAR_API_KEY" if reason == "no-key" else ""
        say(f"{who} wasn't asked or didn't answer ({reason}){key}")


def _declined(target: Target) -> set[str]:
    """Ids and titles, a line each, that a maintainer doesn't want; ``#`` begins a remark."""
    from listlint.adding.records import named
    from listlint.source import read_small

    path = os.path.join(target.config.root or ".", DECLINED)
    if not os.path.isfile(path):
        return set()
    try:
        lines = read_small(path, LARGEST).decode().splitlines()
    except UnicodeDecodeError:
        raise UserError(f"{path}: isn't UTF-8: save it as UTF-8") from None
    words = [line.partition(" #")[0].strip() for line in lines if not line.startswith("#")]
    ids = {found.id for word in words if (found := named(word)) and found.id}
    return {*ids, *(titles.fold(word) for word in words if word)}


def _looked_up(papers: PaperList, best: Sequence[Proposal], asker: World) -> list[Wanted]:
    """What is to be shown, with venue and code as registries know them."""
    each_named = [_named(each.candidate.id) for each in best]
    asked = [question for each in each_named if each for question in questions(each)]
    answers = Answers(asker.services(asked)) if asked else Answers()
    made = []
    for each, own in zip(best, each_named, strict=True):
        candidate = each.candidate
        told = Hand(title=candidate.title, authors=candidate.authors)
        more = paper(own, answers, told) if own else each.wanted
        made.append(
            more._replace(year=more.year or candidate.year, date=candidate.date or more.date)
        )
    return made


def _named(id: str) -> Named | None:
    url = address_of(id)
    return Named(id, url, id, "paper") if url else None


def _entry(ways: Ways, section: int | None, wanted: Wanted) -> str:
    """The entry in the list's style; nothing where the list shows none for it."""
    made = written(ways, wanted, spot(ways.papers, section, wanted))
    return made[0].text if made else ""


def _row(papers: PaperList, each: Proposal, wanted: Wanted) -> dict[str, object]:
    section = each.section
    return {
        "id": each.candidate.id,
        "title": wanted.title,
        "authors": list(wanted.authors),
        "year": wanted.year,
        "date": each.candidate.date,
        "url": wanted.links[0].url if wanted.links else None,
        "section": [] if section is None else list(papers.sections[section].path),
        "score": each.score,
        "why": list(_why(papers, each)),
    }


def _why(papers: PaperList, each: Proposal) -> Iterator[str]:
    """The reasons, in words."""
    if each.sections:
        names = [path_of(papers, None if s < 0 else s) for s in each.sections[:2]]
        yield f"recommended beside the papers of {' and '.join(names)}"
    if each.candidate.newest:
        yield "among arXiv's newest with the list's words"
    if each.like:
        yield f"like line {each.like[0].lines[0]}: {each.like[0].title}"
    if each.words:
        yield f"says {', '.join(each.words)}"


def _text(papers: PaperList, rows: Sequence[Mapping[str, object]], texts: Sequence[str]) -> str:
    lines: list[str] = []
    for number, (row, text) in enumerate(zip(rows, texts, strict=True), 1):
        year = f" ({row['year']})" if row["year"] else ""
        lines.append(f"{number}. {terminal(str(row['title']))}{year}  {terminal(str(row['id']))}")
        section, why = row["section"], row["why"]
        assert isinstance(section, list)
        assert isinstance(why, list)
        lines.append(f"   into {terminal(' / '.join(section) or 'the list')}")
        lines += [f"   {terminal(reason)}" for reason in why]
        lines += [f"     {terminal(line)}" for line in text.split("\n") if text]
    return "".join(f"{line}\n" for line in lines)


def _jsonl(papers: PaperList, rows: Sequence[Mapping[str, object]], texts: Sequence[str]) -> str:
    made = ({**row, "entry": text or None} for row, text in zip(rows, texts, strict=True))
    return "".join(json_text(json.dumps(each, ensure_ascii=False)) + "\n" for each in made)


def _date(word: str) -> str:
    if not re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", word):
        raise ArgumentTypeError(f"{word}: write a date as 2024, 2024-05 or 2024-05-17")
    return word


def _count(word: str) -> int:
    if not word.isdecimal() or not 0 < int(word[:4]) <= MOST:
        raise ArgumentTypeError(f"{word}: write a number from 1 to {MOST}")
    return int(word)
