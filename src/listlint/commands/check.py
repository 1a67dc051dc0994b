"""``listlint check``: reads lists, lints them and prints what was found; mends them if asked to."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Sequence
from typing import TYPE_CHECKING

from listlint.commands import _world
from listlint.commands._asked import name_asking_faults, say_of_asking
from listlint.commands._lists import Target, list_arguments, say, targets
from listlint.commands._output import colour_wanted, columns, emit, output_argument
from listlint.commands._run import Linted, Wishes, lint_all
from listlint.errors import UserError
from listlint.finding import LEVELS, SAFE, SUGGESTED, at_least
from listlint.formats import Look, names, renderer
from listlint.lint.gather import Report

if TYPE_CHECKING:  # loaded only where something is to be mended
    from listlint.commands._mend import Mender

SUMMARY = "report what is wrong in lists (a bare path works like it)"
CLEAN, FOUND, WRONG_USE, OUR_FAULT, INTERRUPTED = 0, 1, 2, 3, 130
NEVER = "never"


def arguments(parser: ArgumentParser) -> None:
    list_arguments(parser, remote=True)
    add = parser.add_argument
    add("--select", metavar="RULE,...", action="append", default=[], help="run only these rules")
    add("--ignore", metavar="RULE,...", action="append", default=[], help="leave these rules out")
    add(
        "--level",
        metavar="RULE=LEVEL",
        action="append",
        default=[],
        help="error, warning, note, off",
    )
    add("--fix", action="store_true", help="mend what is safe to mend; the exit tells what is left")
    add("--unsafe-fixes", action="store_true", help="mend with suggested fixes too; implies --fix")
    add("--diff", action="store_true", help="show as a patch what would be mended; write nothing")
    add("--since", metavar="REV", help="only what is new since a git revision, such as HEAD")
    add("--baseline", metavar="FILE", help="leave out what this file knows")
    add("--write-baseline", metavar="FILE", help="write a file that knows all there is to say now")
    add("--format", choices=names(), default="text", help="default: text")
    output_argument(parser)
    fail_on = [*reversed(LEVELS), NEVER]
    add("--fail-on", choices=fail_on, default="warning", help="exit 1 from here; default: warning")
    add("--notes", action="store_true", help="show notes too")
    add("--statistics", action="store_true", help="only how many findings of which rule")
    add("--jobs", type=_count, default=1, metavar="N", help="lists at a time; 0: one a processor")
    add("--quiet", action="store_true", help="no closing line")
    _world.arguments(parser)


def run(args: Namespace) -> int:
    online = _world.wanted(args)
    lists = targets(args)
    _stay_here(args, lists)
    world = _world.world(args, (each.config for each in lists)) if online else None
    if world is not None and args.plan:
        from listlint.commands._plan import shown

        emit(shown(world, lists, args.format), args.output, machine=args.format != "text")
        return CLEAN
    results = lint_all(lists, args.jobs, _wishes(args)._replace(world=world))
    mender = _mender(args, lists)
    linted = list(mender.hand_over(results) if mender else results)
    failed = _say_failures(linted, named=bool(args.paths))
    reports = [each.report for each in linted if each.report]
    if args.write_baseline is not None:
        from listlint.commands._baseline import write

        say(write(args.write_baseline, reports))
        return WRONG_USE if failed else CLEAN
    if reports or not failed:
        text = renderer(args.format)(reports, _look(args))
        if mender:
            mender.emit(text)
        else:
            emit(text, args.output, machine=args.format != "text")
    if world is not None:
        say_of_asking(world)
    broken = [_name_faults(reports), world is not None and name_asking_faults(world)]
    if any(broken) | (mender is not None and mender.name_faults()):
        return OUR_FAULT
    if world is not None and world.interrupted:
        return INTERRUPTED
    if failed:
        return WRONG_USE
    return FOUND if _fails(reports, args.fail_on) else CLEAN


def _stay_here(args: Namespace, lists: Sequence[Target]) -> None:
    """What can't be done with a list that lies elsewhere."""
    far = next((each.path for each in lists if each.remote), None)
    if far and (args.since or ((args.fix or args.unsafe_fixes) and not args.diff)):
        way = "--diff shows what would be mended" if not args.since else "clone it for --since"
        raise UserError(f"{far} lies at GitHub: {way}")


def _wishes(args: Namespace) -> Wishes:
    """What is to be done besides linting."""
    if args.write_baseline is not None and (args.since or args.diff or args.baseline is not None):
        raise UserError("--write-baseline writes all there is to say: leave the other option out")
    if args.since == "":  # a workflow's variable that is empty
        raise UserError("--since: name a branch, a tag or a commit of this repository")
    if args.baseline:
        from listlint.commands._baseline import load

        load(args.baseline)  # what is wrong with it is said before anything is read
    floor = SUGGESTED if args.unsafe_fixes else SAFE if args.fix or args.diff else ""
    return Wishes(floor, args.since or "", "" if args.write_baseline else args.baseline)


def _mender(args: Namespace, lists: Sequence[Target]) -> Mender | None:
    if not (args.fix or args.unsafe_fixes or args.diff):
        return None
    from listlint.commands._mend import Mender

    return Mender(args, lists)


def _say_failures(linted: Sequence[Linted], *, named: bool) -> bool:
    """Say what couldn't be read; whether a list failed, a named one in which nothing is too."""
    failed = False
    for each in linted:
        if each.report is None:
            say(each.wrong)
            failed = True
        elif each.wrong:
            say(each.wrong)
            failed = failed or named
        failed = failed or each.failed
    return failed


def _name_faults(reports: Sequence[Report]) -> bool:
    """Name each rule that broke, once, whatever the number of lists it broke on."""
    faults = {each.rule: each for report in reports for each in report.faults}
    if faults:
        from listlint.commands._faults import bug_report

        for fault in faults.values():
            what = f"the rule {fault.rule} broke; the other rules have reported"
            print(bug_report(what, fault.trace, sys.argv[1:]), file=sys.stderr)
    return bool(faults)


def _count(word: str) -> int:
    if not word.isdecimal() or len(word) > 3:
        raise ArgumentTypeError(f"{word}: write a number from 0 to 999")
    return int(word)


def _fails(reports: Sequence[Report], fail_on: str) -> bool:
    return fail_on != NEVER and any(
        at_least(each.level, fail_on) for report in reports for each in report.findings
    )


def _look(args: Namespace) -> Look:
    terminal = args.output is None and args.format == "text" and sys.stdout.isatty()
    return Look(
        colour=args.output is None and colour_wanted(),
        terminal=terminal,
        width=columns(Look().width) if terminal else Look().width,
        notes=args.notes,
        statistics=args.statistics,
        quiet=args.quiet,
    )
