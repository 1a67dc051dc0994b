"""Whether services are asked for a run, with which settings, and what was learnt so far.

What asks them is loaded only if they are asked. Whom to ask instead of a service's own host, and
which private networks links may lead into, is said on the command line and nowhere else.
"""

from __future__ import annotations

import os
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from listlint.config import Config, Links
from listlint.errors import UserError, nearest
from listlint.facts import Answer, Answers, Question
from listlint.paperlist import PaperList

if TYPE_CHECKING:  # nothing of it is loaded offline
    from listlint.world.settings import Plan, Settings

KEYS = {  # what a request wants put in -> where a user keeps it
    "github": ("GITHUB_TOKEN", "GH_TOKEN"),
    "semantic-scholar": ("SEMANTIC_SCHOLAR_API_KEY", "S2_API_KEY"),
    "openreview": ("OPENREVIEW_TOKEN",),
}
HURRY = 120.0  # seconds for whom somebody waits at a pull request: the rest is unchecked
FILE = "answers.sqlite3"
ENTERPRISE = "/api/v3"  # of a server of one's own, which knows nothing of github.com


def arguments(parser: ArgumentParser, *, plan: bool = True, asks: bool = False) -> None:
    """The options of a command that may ask services; ``asks``: it does unless told not to."""
    add = parser.add_argument
    if asks:
        add("--offline", action="store_true", help="ask nobody")
    else:
        add("--online", action="store_true", help="ask services, and follow links")
        add("--offline", action="store_true", help="ask nobody; this is the default here")
    if plan:
        add("--plan", action="store_true", help="say who would be asked how much; ask nobody")
    add(
        "--endpoint",
        metavar="SERVICE=BASE",
        action="append",
        default=[],
        help="ask a mirror or a stand-in in place of a service's own host",
    )
    add(
        "--allow-network",
        metavar="CIDR",
        action="append",
        default=[],
        help="follow links into this private network",
    )
    add("--cache-dir", metavar="DIR", help="keep answers there; default: the user's cache folder")
    add("--no-cache", action="store_true", help="keep no answers, and believe none that are kept")


def wanted(args: Namespace) -> bool:
    """Whether services are asked, or would be."""
    if args.online and args.offline:
        raise UserError("--online and --offline: one of the two")
    plan = getattr(args, "plan", False)
    if plan and args.offline:
        raise UserError("--plan says who would be asked online: leave --offline out")
    return bool(args.online or plan)


class World:
    """What was asked and answered in this run; each question is asked once."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.known: dict[Question, Answer] = {}
        self.interrupted = False
        self.faults: dict[str, None] = {}
        self.remarks: dict[str, None] = {}

    def learn(self, questions: Iterable[Question]) -> None:
        """Ask what isn't known yet. After Ctrl-C nothing more is asked."""
        new = [question for question in questions if question not in self.known]
        if not new or self.interrupted:
            return
        from listlint.commands._progress import showing
        from listlint.world.ask import ask

        with showing() as tell:
            told = ask(sorted(new), self.settings, tell)
        self.known.update(told.answers)
        self.interrupted = told.interrupted
        self.remarks.update(dict.fromkeys(told.remarks))
        self.faults.update(dict.fromkeys(told.faults))

    def services(
        self, questions: Sequence[Question], links: Links | None = None
    ) -> Mapping[Question, Answer]:
        """The answers to these questions; ``links``: how a configuration wants them followed."""
        if links is not None:
            self.settings = configured(self.settings, [links])
        self.learn(questions)
        return {each: self.known[each] for each in questions if each in self.known}

    def answers(self, papers: PaperList, config: Config) -> Answers:
        """What services know of a list; of one that was another before, of what changed."""
        from listlint.lint.asking import of_change

        asked = of_change(papers.before, papers, config)
        return Answers(self.services(sorted(asked)), online=True)

    def plan(self, questions: Iterable[Question]) -> Plan:
        """Who would be asked how much."""
        from listlint.world.ask import plan

        return plan(sorted(questions), self.settings)


def world(
    args: Namespace, configs: Iterable[Config] = (), env: Mapping[str, str] = os.environ
) -> World:
    """Whom this run asks, as its words and the lists' configurations say."""
    file = "" if args.no_cache else cache_file(args.cache_dir)
    return World(configured(_settings(args, env, file), [each.links for each in configs]))


def in_workflow(
    args: Namespace, env: Mapping[str, str], token: str, cache_dir: str, *, waits: bool
) -> World:
    """Whom the action asks: by the workflow's own token, keeping answers where it says.

    ``waits``: whether nobody waits for the run, so that it may take its time.
    """
    folder = "" if args.no_cache else args.cache_dir or cache_dir
    made = _settings(args, env, cache_file(folder) if folder else "")
    made = made._replace(keys={**made.keys, **({"github": token} if token else {})})
    return World(made if waits else made._replace(deadline=HURRY))


def _settings(args: Namespace, env: Mapping[str, str], cache: str) -> Settings:
    from listlint.world.guard import network
    from listlint.world.settings import Settings as Made

    for each in args.allow_network:
        network(each)  # what is wrong with it is said before anything is read
    return Made(
        endpoints={**_github(env), **dict(map(_endpoint, args.endpoint))},
        networks=tuple(args.allow_network),
        keys=keys(env),
        cache=cache,
    )


def configured(settings: Settings, links: Sequence[Links]) -> Settings:
    """What configurations say of links; of several the most patient holds."""
    intervals: dict[str, float] = {}
    for each in links:
        for host, seconds in each.interval.items():
            intervals[host] = max(seconds, intervals.get(host, 0.0))
    timeouts = [each.timeout for each in links if each.timeout]
    return settings._replace(
        ignore=tuple(dict.fromkeys(pattern for each in links for pattern in each.ignore)),
        intervals=intervals,
        timeout=max(timeouts, default=settings.timeout),
    )


def keys(env: Mapping[str, str]) -> dict[str, str]:
    """The keys that the environment holds."""
    held = {
        secret: next((env[name] for name in names if env.get(name)), "")
        for secret, names in KEYS.items()
    }
    return {secret: key for secret, key in held.items() if key}


def _github(env: Mapping[str, str]) -> dict[str, str]:
    """Where GitHub's API is; an enterprise's own knows nothing of what lists link."""
    graphql = env.get("GITHUB_GRAPHQL_URL", "").rstrip("/").removesuffix("/graphql")
    base = env.get("GITHUB_API_URL", "").rstrip("/") or graphql
    return {"github": base} if base and not base.endswith(ENTERPRISE) else {}


def _endpoint(word: str) -> tuple[str, str]:
    from urllib.parse import urlsplit

    from listlint.world.asking import SERVICES

    service, _, base = word.partition("=")
    if service not in SERVICES:
        hint = nearest(service, SERVICES, f": there is {', '.join(SERVICES)}")
        raise UserError(f"--endpoint {word}: {service!r} is no service{hint}")
    try:
        parts = urlsplit(base)
        fits = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        fits = False
    if not fits:
        raise UserError(
            f"--endpoint {word}: write SERVICE=https://HOST or SERVICE=http://HOST:PORT"
        )
    return service, base.rstrip("/")


def cache_file(folder: str | None = None) -> str:
    """The file that keeps answers: in this folder, or in the user's own for such things."""
    if not folder:
        from platformdirs import user_cache_dir

        folder = user_cache_dir("listlint")
    return os.path.join(folder, FILE)
