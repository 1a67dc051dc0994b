"""``listlint fleet``: many lists, by processes or on a Dask cluster; results as they come."""

from __future__ import annotations

import json
import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator, Mapping
from importlib.util import find_spec
from typing import TYPE_CHECKING

from listlint.commands import _world
from listlint.commands._asked import name_asking_faults, say_of_asking
from listlint.commands._lists import Target, repository_of, say
from listlint.commands._output import emit
from listlint.commands._settings import Settings, config_argument
from listlint.config import DEFAULT, config_of
from listlint.config.places import look
from listlint.errors import UserError
from listlint.finding import LEVELS
from listlint.targets import lists_in

if TYPE_CHECKING:
    from listlint.commands._world import World
    from listlint.facts import Answer, Question
    from listlint.fleet.cluster import Cluster
    from listlint.fleet.jobs import List, Record
    from listlint.fleet.kept import Kept
    from listlint.fleet.running import Hand, Learn, Wishes

SUMMARY = "many lists at once: processes, or an existing Dask cluster"
CLEAN, FOUND, WRONG_USE, OUR_FAULT = 0, 1, 2, 3
NEVER = "never"


def arguments(parser: ArgumentParser) -> None:
    add = parser.add_argument
    add(
        "paths",
        nargs="+",
        metavar="FILE|FOLDER|OWNER/NAME",
        help="a .txt file names lists, one a line",
    )
    add("--output", metavar="FILE", help="keep results there; run again it does only the rest")
    add("--jobs", type=int, default=0, metavar="N", help="processes; 0: one a processor (default)")
    add("--scheduler", metavar="ADDRESS", help="work on this Dask cluster instead")
    add("--findings", action="store_true", help="name each finding, not only how many")
    add("--select", metavar="RULE,...", action="append", default=[], help="run only these rules")
    add("--ignore", metavar="RULE,...", action="append", default=[], help="leave these rules out")
    add("--level", metavar="RULE=LEVEL", action="append", default=[], help="as for check")
    fail_on = [*reversed(LEVELS), NEVER]
    add("--fail-on", choices=fail_on, default="warning", help="exit 1 from here; default: warning")
    add("--quiet", action="store_true", help="no table at the end")
    config_argument(parser)
    _world.arguments(parser, plan=False)


def run(args: Namespace) -> int:
    if args.jobs < 0:
        raise UserError("--jobs: write a number from 0")
    online = _world.wanted(args)
    from listlint.fleet.kept import Kept, line
    from listlint.fleet.summing import table

    kept = Kept(args.output) if args.output else None
    lists = _lists(args)
    records: list[Record] = []

    def hand(record: Record) -> None:
        records.append(record)
        if kept is None:
            emit(line(record), None, machine=True)
            sys.stdout.flush()
        _show_progress(len(records), len(lists))

    world = _world.world(args, (each.config for each in lists)) if online else None
    try:
        before = _run(args, lists, kept, world, hand)
    except KeyboardInterrupt:
        rest = f"; run the same again for the rest: {args.output} keeps them" if kept else ""
        say(f"interrupted: {len(records):,} of {len(lists):,} lists are done{rest}")
        raise
    finally:
        if world is not None:
            say_of_asking(world)
    if not args.quiet:
        for each in table(records, before):
            print(each, file=sys.stderr if kept is None else sys.stdout)
    if world is not None and name_asking_faults(world):
        return OUR_FAULT
    return _code(args, records)


def _show_progress(done: int, total: int) -> None:
    """On one line, and on a terminal only."""
    if sys.stderr.isatty():
        end = "\n" if done == total else ""
        print(f"\r{done:,} of {total:,} lists", end=end, file=sys.stderr, flush=True)


def _lists(args: Namespace) -> list[List]:
    """Every list that is meant, once; a mistake in what the user wrote here ends it all."""
    from listlint.fleet.naming import folders_of_lists, named

    settings = Settings(args)
    select, ignore, levels = settings.words
    config_of(select, ignore, levels)
    if args.config:
        settings.of(".")
    found: dict[str, List] = {}
    for word in named(args.paths):
        if repository := repository_of(word):
            from listlint.commands._remote import lists_at

            for target in lists_at(repository, settings):
                found.setdefault(target.path, _far(target))
            continue
        for place in folders_of_lists(word) if os.path.isdir(word) else [word]:
            for each in _lists_at(place, settings, args.config):
                found.setdefault(each.path, each)
    if not found:
        raise UserError(f"{args.paths[0]}: no list in it: name files, or folders that hold some")
    return list(found.values())


def _lists_at(place: str, settings: Settings, config_file: str | None) -> Iterator[List]:
    """The lists of a place; a mistake in their own configuration is their own failure."""
    from listlint.fleet.jobs import List

    whole = os.path.isdir(place)
    try:
        config = settings.of(place)
        for path in lists_in(place, config.files, config.root) if whole else [place]:
            found = look(os.path.dirname(path))
            found = found._replace(file=config_file) if config_file else found
            yield List(path, settings.of(path), found, whole)
    except UserError as error:
        yield List(place, DEFAULT, fault=str(error))


def _far(target: Target) -> List:
    """A list that lies at GitHub, or what is wrong with it."""
    from listlint.fleet.jobs import Elsewhere, List

    fault = "" if target.fault is None else str(target.fault)
    there = target.remote and Elsewhere(*target.remote)
    return List(target.path, target.config, fault=fault, elsewhere=there)


def _cluster(address: str) -> Cluster:
    if find_spec("distributed") is None:
        raise UserError("a cluster needs Dask's distributed: pip install 'listlint[cluster]'")
    from listlint.fleet.cluster import Cluster

    return Cluster(address)


def _run(
    args: Namespace, lists: list[List], kept: Kept | None, world: World | None, hand: Hand
) -> int:
    """How many of the lists were done by an earlier run."""
    from listlint.fleet.processes import executor
    from listlint.fleet.running import Run
    from listlint.fleet.sharing import Shared

    if not args.scheduler:
        workers = max(1, min(args.jobs or os.cpu_count() or 1, len(lists)))
        fleet = Run(_wishes(args, world), kept, Shared(executor, workers, 2 * workers + 2), hand)
        fleet.run(lists)
        return fleet.before
    cluster = _cluster(args.scheduler)
    try:
        sharing = Shared(cluster.executor, cluster.threads, cluster.ahead, cluster.look)
        fleet = Run(_wishes(args, world), kept, sharing, hand)
        fleet.run(lists)
    finally:
        cluster.close()
    return fleet.before


def _wishes(args: Namespace, world: World | None) -> Wishes:
    from listlint.fleet.running import Wishes

    words = [sorted(getattr(args, name)) for name in ("select", "ignore", "level")]
    salt = json.dumps([*words, bool(args.scheduler), world is not None])
    if world is None:
        return Wishes(salt, args.findings, not args.scheduler)
    from datetime import UTC, datetime, timedelta

    today = datetime.now(UTC).date()
    days = (today.isoformat(), (today - timedelta(days=1)).isoformat())
    return Wishes(salt, args.findings, not args.scheduler, _learning(world), days)


def _learning(world: World) -> Learn:
    """All lists ask through one asker, once."""

    def learn(questions: Iterable[Question]) -> Mapping[Question, Answer]:
        told = world.services(sorted(questions))
        if world.interrupted:
            raise KeyboardInterrupt
        return told

    return learn


def _code(args: Namespace, records: list[Record]) -> int:
    states = {each["state"] for each in records}
    if "broken" in states:
        return OUR_FAULT
    if "unreadable" in states:
        return WRONG_USE
    if args.fail_on == NEVER:
        return CLEAN
    grave = LEVELS[LEVELS.index(args.fail_on) :]
    return FOUND if any(each["levels"][level] for each in records for level in grave) else CLEAN
