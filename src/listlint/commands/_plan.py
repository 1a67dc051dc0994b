"""Who would be asked how much, and how long that takes at the pace they allow; it asks nobody."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from listlint.commands._lists import Target, papers_of, say
from listlint.commands._world import KEYS, World
from listlint.errors import UserError
from listlint.facts import Question
from listlint.lint.asking import of_services
from listlint.world.settings import Plan, Planned

MOST_HOSTS = 10  # of pages: that are named one by one
FOLLOWED = "links"


def shown(world: World, lists: Sequence[Target], form: str) -> str:
    """The plan for all lists together, for people or as JSON."""
    asked: set[Question] = set()
    for target in lists:
        papers = papers_of(target)
        if isinstance(papers, UserError):
            say(papers)
        else:
            asked |= of_services(papers, target.config)
    plan = world.plan(asked)
    return "".join(f"{line}\n" for line in _lines(plan)) if form == "text" else _json(plan)


def _lines(plan: Plan) -> Iterator[str]:
    services = [each for each in plan.hosts if each.service]
    pages = [each for each in plan.hosts if not each.service]
    for each in [*services, *pages[:MOST_HOSTS]]:
        yield f"{each.service or FOLLOWED:17} {each.host:32} {_told(each)}"
    rest = pages[MOST_HOSTS:]
    if rest:
        count = sum(each.requests for each in rest)
        yield f"{FOLLOWED:17} {f'{len(rest)} more hosts':32} {count:6} requests"
    for service in plan.keyless:
        names = " or ".join(KEYS.get(service, ())) or "a key"
        yield f"{service:17} not asked without {names}"
    if plan.perhaps:
        yield f"{'huggingface':17} up to {plan.perhaps} more, for code that arXiv doesn't tell of"
    hosts = len({each.host for each in plan.hosts})
    requests = "1 request" if plan.requests == 1 else f"{plan.requests} requests"
    yield (
        f"{requests} to {hosts} host{'' if hosts == 1 else 's'}, {_time(plan.seconds)} at least; "
        "nobody was asked"
    )


def _told(each: Planned) -> str:
    word = "request" if each.requests == 1 else "requests"
    return f"{each.requests:6} {word:8} {_time(each.seconds):>8}"


def _time(seconds: float) -> str:
    if seconds < 90:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min"


def _json(plan: Plan) -> str:
    document = {
        "version": 1,
        "requests": plan.requests,
        "seconds": round(plan.seconds, 1),
        "hosts": [each._asdict() for each in plan.hosts],
        "keyless": list(plan.keyless),
        "perhaps": plan.perhaps,
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"
