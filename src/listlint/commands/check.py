"""``listlint check``: reads lists, lints them and prints what was found; it changes no list."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence

from listlint.commands._lists import list_arguments, lists, nothing_read, say
from listlint.commands._output import colour_wanted, columns, emit, output_argument
from listlint.config import Config, config_of
from listlint.errors import UserError
from listlint.finding import LEVELS, at_least
from listlint.formats import Look, names, renderer
from listlint.lint.gather import Report, lint

SUMMARY = "report what is wrong in lists (a bare path works like it)"
CLEAN, FOUND, WRONG_USE, OUR_FAULT = 0, 1, 2, 3
NEVER = "never"


def arguments(parser: ArgumentParser) -> None:
    list_arguments(parser)
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
    add("--format", choices=names(), default="text")
    output_argument(parser)
    fail_on = [*reversed(LEVELS), NEVER]
    add("--fail-on", choices=fail_on, default="warning", help="exit 1 from here; default: warning")
    add("--notes", action="store_true", help="show notes too")
    add("--statistics", action="store_true", help="only how many findings of which rule")
    add("--quiet", action="store_true", help="no closing line")
    add("--offline", action="store_true", help="ask no service (so far none is asked anyway)")


def run(args: Namespace) -> int:
    config = config_of(_words(args.select), _words(args.ignore), _words(args.level))
    reports: list[Report] = []
    failed = _lint_all(args, config, reports)
    if reports or not failed:
        text = renderer(args.format)(reports, _look(args))
        emit(text, args.output, machine=args.format != "text")
    broken = _name_faults(reports)
    if broken:
        return OUR_FAULT
    if failed:
        return WRONG_USE
    return FOUND if _fails(reports, args.fail_on) else CLEAN


def _lint_all(args: Namespace, config: Config, reports: list[Report]) -> bool:
    """Lint every list; whether one couldn't be read, or a named one held no entry."""
    failed = False
    for papers in lists(args):
        if isinstance(papers, UserError):
            say(papers)
            failed = True
            continue
        reports.append(lint(papers, config))
        if not papers.entries:
            say(nothing_read(papers))
            failed = failed or bool(args.paths)
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


def _words(given: Sequence[str]) -> list[str]:
    """Comma-separated words of an option that may be given several times."""
    return [word.strip() for words in given for word in words.split(",") if word.strip()]
