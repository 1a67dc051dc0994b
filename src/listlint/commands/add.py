"""``listlint add``: papers put into a list, written as the list writes its own.

What isn't sure is said, and nothing is half-written: the file is replaced once, at the end.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence

from listlint.adding.known import Listed, listed
from listlint.adding.records import (
    Hand,
    Named,
    UnknownPaperError,
    bare,
    by_hand,
    named,
    paper,
    questions,
)
from listlint.adding.wanted import WantedLink
from listlint.commands._lists import STDIN, Target, papers_of, say, targets
from listlint.commands._output import emit
from listlint.commands._settings import config_argument
from listlint.commands._world import arguments as world_arguments
from listlint.commands._world import world
from listlint.errors import UserError
from listlint.facts import EMPTY, Answers
from listlint.paperlist import PaperList
from listlint.reading import read
from listlint.source import Source, read_small

SUMMARY = "put papers into a list, in its style and in the section where they belong"
LARGEST = 64 * 1024
MOST = 200  # papers at a time


def arguments(parser: ArgumentParser) -> None:
    add = parser.add_argument
    add("list", metavar="FILE", help="the list")
    add(
        "papers",
        nargs="*",
        metavar="ID|ADDRESS",
        help="arXiv, DOI, ACL, OpenReview, …, or any address with --title",
    )
    add(
        "--from",
        dest="source",
        metavar="FILE",
        help="ids and addresses, a line each; - is standard input",
    )
    add("--section", metavar="HEADING", help="where; default: where the list's own papers say")
    add("--title", metavar="TEXT", help="in place of a registered one")
    add("--authors", metavar="NAMES", help="parted by commas")
    add("--venue", metavar="NAME", help="where it was published")
    add("--year", metavar="YEAR", help="when")
    add("--date", metavar="YEAR-MONTH[-DAY]", help="for lists that write one")
    add("--track", metavar="NAME", help="as in Findings, Workshop")
    add("--link", action="append", default=[], metavar="[LABEL=]ADDRESS", help="of code, data, …")
    add(
        "--set", action="append", default=[], metavar="FIELD=TEXT", help="a field of the list's own"
    )
    add("--diff", action="store_true", help="show the change as a patch, write nothing")
    config_argument(parser)
    world_arguments(parser, plan=False, asks=True)


def run(args: Namespace) -> int:
    hand = _hand(args)
    words = [*args.papers, *_words(args.source)]
    if len(words) > 1 and hand.title:
        raise UserError("--title says what one paper is called: name one paper, or leave it out")
    if len(words) > MOST:
        raise UserError(f"{len(words)} papers: more than {MOST} at a time: split them")
    if not words and not hand.title:
        raise UserError("no paper is named: give an id, an address, or --title")
    target = _target(args)
    papers = papers_of(target)
    if isinstance(papers, UserError):
        raise papers
    wanted: list[Named | None] = [_named(word, papers) for word in words]
    wanted = wanted or [None]
    answers = _answers(args, [each for each in wanted if each], target)
    return _Adding(args, target, papers).all(wanted, answers, hand)


class _Adding:
    """One list, and what becomes of each paper."""

    def __init__(self, args: Namespace, target: Target, papers: PaperList) -> None:
        self.args, self.target, self.first, self.papers = args, target, papers, papers
        self.failed = False

    def all(self, wanted: Sequence[Named | None], answers: Answers, hand: Hand) -> int:
        for each in wanted:
            self._one(each, answers, hand)
        self._hand_over()
        return 2 if self.failed else 0

    def _one(self, each: Named | None, answers: Answers, hand: Hand) -> None:
        from listlint.adding.choosing import one

        word = each.word if each else hand.title
        try:
            done = one(self.papers, paper(each, answers, hand), self.args.section, self._read)
        except UnknownPaperError as why:
            there = listed(self.papers, bare(each))
            self._fail(f"{word}: {why}") if there is None else self._refuse(word, there)
            return
        except UserError as error:
            self._fail(str(error))
            return
        if done.there is not None:
            self._refuse(word, done.there)
        elif done.added is not None:
            self.papers = done.added.papers
            section = _section(self.papers, done.added.entry.section)
            others = f"; or {', or '.join(done.others)}" if done.others else ""
            say(f"{self.target.path}:{done.added.entry.lines[0]}: {word} in {section}{others}")

    def _refuse(self, word: str, there: Listed) -> None:
        more = f"; there, say that {', and that '.join(there.updates)}" if there.updates else ""
        self._fail(f"{word}: already on line {there.entry.lines[0]} ({there.why}){more}")

    def _read(self, source: Source) -> PaperList:
        return read(source, self.target.path, self.target.config.vocabulary)._replace(
            pinned=self.first.pinned
        )

    def _fail(self, why: str) -> None:
        self.failed = True
        say(why)

    def _hand_over(self) -> None:
        """The patch, the list from standard input, or the file replaced."""
        from listlint.fix.patch import patch
        from listlint.source import mend_file

        old, new = self.first.source, self.papers.source
        was, now = old.encode(old.raw), new.encode(new.raw)
        if self.args.diff:
            emit(patch(self.target.path, was.decode(), now.decode()), None, machine=True)
        elif self.target.stdin:
            emit(now.decode(), None, machine=True)
        elif was != now:
            mend_file(self.target.path, was, now)


def _section(papers: PaperList, section: int | None) -> str:
    from listlint.adding.choosing import path_of

    return path_of(papers, section)


def _target(args: Namespace) -> Target:
    """The one list."""
    from listlint.markdown import is_rst

    args.paths, args.stdin_filename, args.output = [args.list], "<stdin>", None
    found = targets(args)
    if len(found) > 1 or found[0].whole:
        raise UserError(f"{args.list}: a folder: name one list")
    if is_rst(found[0].path):
        raise UserError(f"{args.list}: lists in reStructuredText are read, not written")
    if args.list == STDIN and args.source == STDIN:
        raise UserError("- can't be both the list and the papers: put one of them into a file")
    return found[0]


def _hand(args: Namespace) -> Hand:
    """What is said on the command line."""
    from listlint.knowledge import people

    year = args.year
    if year is not None and not (year.isdecimal() and len(year) == 4):
        raise UserError(f"--year {year}: write four digits")
    words: dict[str, tuple[str, ...]] = {}
    for each in args.set:
        name, mark, text = each.partition("=")
        if not mark or not name:
            raise UserError(f"--set {each}: write FIELD=TEXT, as in note=Survey")
        words[name] = (*words.get(name, ()), " ".join(text.split()))
    return Hand(
        title=" ".join((args.title or "").split()),
        authors=people.people(args.authors) if args.authors else (),
        venue=(args.venue or "").strip(),
        year=int(year) if year else None,
        track=(args.track or "").strip(),
        date=_date(args.date),
        links=tuple(_link(word) for word in args.link),
        words=words,
    )


def _date(word: str | None) -> str:
    if word is None:
        return ""
    parts = word.split("-")
    fits = [len(part) for part in parts] in ([4, 2], [4, 2, 2])
    if not fits or not all(map(str.isdecimal, parts)) or not 0 < int(parts[1]) <= 12:
        raise UserError(f"--date {word}: write it as 2023-11 or 2023-11-14")
    return word


def _link(word: str) -> WantedLink:
    link = by_hand(word)
    if link is None:
        raise UserError(f"--link {word}: write an address, or LABEL=ADDRESS")
    return link


def _words(source: str | None) -> list[str]:
    """Ids and addresses of a file, a line each; what is behind a # is a remark."""
    if source is None:
        return []
    data = sys.stdin.buffer.read(LARGEST + 1) if source == STDIN else read_small(source, LARGEST)
    try:
        lines = data.decode().splitlines()
    except UnicodeDecodeError:
        raise UserError(f"{source}: isn't UTF-8: save it as UTF-8") from None
    return list(_stripped(lines))


def _stripped(lines: Sequence[str]) -> Iterator[str]:
    for line in lines:
        word = line.strip() if not line.lstrip().startswith("#") else ""
        word = word.partition(" #")[0].strip()
        if word:
            yield word


def _named(word: str, papers: PaperList) -> Named:
    """What a word names."""
    found = named(word, _page(papers))
    if found is None:
        raise UserError(f"{word}: neither an id nor an address of a paper, such as 2311.00014")
    return found


def _page(papers: PaperList) -> str:
    """The page of arXiv that the list links."""
    from listlint.style import style_of

    habit = style_of(papers).links.arxiv if papers.entries else None
    return habit.form if habit and habit.learnt else "abs"


def _answers(args: Namespace, wanted: Sequence[Named], target: Target) -> Answers:
    asked = [question for each in wanted for question in questions(each)]
    if args.offline or not asked:
        return EMPTY
    asker = world(args, [target.config])
    known = asker.services(asked)
    for remark in (*asker.remarks, *asker.faults):
        say(remark)
    if asker.interrupted:
        raise KeyboardInterrupt
    return Answers(known)
