"""``listlint review``: reviews what a change brings; with --diff it needs no GitHub."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Mapping

from listlint.commands import _world
from listlint.commands._lists import say
from listlint.commands._output import emit, output_argument
from listlint.commands._settings import Settings, config_argument
from listlint.errors import UserError
from listlint.finding import LEVELS
from listlint.lint.gather import Report
from listlint.plain import json_text, markdown, terminal
from listlint.review.asked import Services
from listlint.review.outcome import Outcome
from listlint.review.plan import FAILURE, Review, Reviewed, Wishes, plan
from listlint.review.seen import Hub
from listlint.review.shape import review_data
from listlint.review.summary import summary

SUMMARY = "review a pull request; --dry-run prints it, --diff BASE compares with a git revision"
CLEAN, FOUND, WRONG_USE, OUR_FAULT = 0, 1, 2, 3


def arguments(parser: ArgumentParser) -> None:
    add = parser.add_argument
    add("paths", nargs="*", metavar="FILE", help="default: README.md")
    add("--dry-run", action="store_true", help="print the review instead of posting it")
    add("--diff", metavar="BASE", help="what changed here since a git revision, without GitHub")
    add("--format", choices=("text", "json"), default="text", help="default: text")
    output_argument(parser)
    config_argument(parser)
    add("--fail-on", choices=[*reversed(LEVELS), "never"], help="default: error")
    add("--max-comments", type=int, metavar="N", help="default: 10; the rest is summed up")
    _world.arguments(parser, plan=False)


def run(args: Namespace) -> int:
    if args.diff is not None:
        return _compare(args)
    from listlint.commands import _runner

    env = _runner.environment()
    if not _runner.on_github(env):
        raise UserError("review: this is no workflow of GitHub's: try --dry-run --diff BASE")
    return _in_workflow(args, env)


# Here, without GitHub


def _compare(args: Namespace) -> int:
    fail_on = args.fail_on or "error"
    most = 10 if args.max_comments is None else args.max_comments
    lists: list[Reviewed] = []
    settings = Settings(args)
    services = _world.world(args).services if _world.wanted(args) else None
    remarks: list[str] = []
    for path in dict.fromkeys(args.paths or ["."]):
        try:
            lists.append(_since(path, args.diff, settings, services))
        except UserError as error:
            say(error)
            remarks.append(markdown(str(error)))
    review = plan(lists, Wishes(fail_on=fail_on, most=most, distant=_distant()))
    _print(review, summary(review, remarks), args)
    if remarks:
        return WRONG_USE
    return FOUND if review.conclusion == FAILURE else CLEAN


def _since(path: str, revision: str, settings: Settings, services: Services | None) -> Reviewed:
    """A list as it is and as it was."""
    from listlint.commands._baseline import sieve
    from listlint.commands._since import OfRevision
    from listlint.fix.patch import patch
    from listlint.review.compared import compared
    from listlint.review.diff import read_patch, whole_file
    from listlint.revisions import text_at
    from listlint.source import from_bytes, read_source
    from listlint.targets import list_at

    file = list_at(path)
    now, was = read_source(file), text_at(revision, file)
    old = None if was is None else from_bytes(was, f"{revision}:{file}")
    config = settings.of(file)
    unknown = sieve(config.baseline, file) if config.baseline else _all
    asking = OfRevision(file, revision, services, config.links)
    found = compared(old, file, now, file, config, asking, unknown)
    lines = read_patch(patch(file, old.raw, now.raw)) if old else whole_file(now.text)
    return Reviewed(found.head, found.base, lines, comments=found.comments)


def _all(report: Report) -> Report:
    """A report without a baseline: all of it is unknown."""
    return report


def _distant() -> frozenset[str]:
    """Rules whose findings a change elsewhere in the list may cause."""
    from listlint.review.causes import AT_A_DISTANCE
    from listlint.rule import all_rules

    known = ((rule.name, rule.group) for rule in all_rules())
    return frozenset(name for name, group in known if {name, group} & set(AT_A_DISTANCE))


# In a workflow


def _in_workflow(args: Namespace, env: Mapping[str, str]) -> int:
    """Every way it can end is told where somebody looks: annotations and the job's summary."""
    from listlint.commands._runner import tell, tell_trouble
    from listlint.review.trouble import Missing, Refused, Trouble

    try:
        outcome = _outcome(args, env)
    except (UserError, Refused, Missing) as error:
        tell_trouble(str(error), env)
        return WRONG_USE
    except Trouble as trouble:
        tell_trouble(str(trouble), env)
        return OUR_FAULT
    except Exception as fault:
        tell_trouble(f"our own fault, not the list's: {type(fault).__name__}: {fault}", env)
        raise
    if args.dry_run and outcome.review is not None:
        _print(outcome.review, outcome.text, args)
        return FOUND if outcome.conclusion == FAILURE else CLEAN
    tell(outcome, env)
    if outcome.unreadable:
        return WRONG_USE
    return FOUND if outcome.conclusion == FAILURE else CLEAN


def _outcome(args: Namespace, env: Mapping[str, str]) -> Outcome:
    """Inputs and event read, GitHub asked and told."""
    from listlint.commands._runner import event
    from listlint.review.events import Nothing, Sweep, job
    from listlint.review.inputs import inputs
    from listlint.review.run import Setting, run_job

    given = inputs(env)
    if args.paths:
        given = given._replace(files=tuple(args.paths))
    if args.config:
        given = given._replace(config=args.config)
    if args.fail_on:
        given = given._replace(fail_on=args.fail_on)
    if args.max_comments is not None:
        given = given._replace(max_comments=args.max_comments)
    todo = job(env["GITHUB_EVENT_NAME"], event(env), env.get("GITHUB_SHA", ""))
    repository = env.get("GITHUB_REPOSITORY", "")
    page = f"{env.get('GITHUB_SERVER_URL', 'https://github.com')}/{repository}"
    branch = env.get("GITHUB_REF_NAME", "")
    if isinstance(todo, Nothing):
        return Outcome(text=todo.why)
    token = given.token or env.get("GITHUB_TOKEN", "")
    services = None
    if given.online and not args.offline:
        weekly = isinstance(todo, Sweep)
        there = _world.in_workflow(args, env, token, given.cache_dir, waits=weekly)
        services = there.services
    setting = Setting(given, _distant(), page, branch, args.dry_run, services)
    return run_job(_hub(token, repository, env), todo, setting)


def _hub(token: str, repository: str, env: Mapping[str, str]) -> Hub:
    from listlint.review.github import GitHub

    if not token:
        raise UserError("input token is empty: give it ${{ github.token }}")
    if repository.count("/") != 1:
        raise UserError("GITHUB_REPOSITORY doesn't name a repository")
    api = env.get("GITHUB_API_URL") or "https://api.github.com"
    return GitHub(token, repository, api, env.get("GITHUB_GRAPHQL_URL", ""))


# What is printed


def _print(review: Review, text: str, args: Namespace) -> None:
    if args.format == "json":
        document = json.dumps(review_data(review, text), ensure_ascii=False, indent=1)
        emit(json_text(document) + "\n", args.output, machine=True)
    else:
        emit("".join(f"{line}\n" for line in _text(review, text)), args.output)


def _text(review: Review, text: str) -> Iterator[str]:
    """The review for people: each comment where it would stand, then the summary."""
    for each in review.comments:
        lines = f"{each.first}-{each.last}" if each.start_line else f"{each.last}"
        yield f"--- {terminal(each.path)}:{lines}"
        yield from (terminal(line) for line in each.body.split("\n"))
        yield ""
    yield f"=== summary ({review.conclusion})"
    yield from (terminal(line) for line in text.split("\n"))
