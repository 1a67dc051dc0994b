"""Who would be asked how much, and how long it takes: the first round, played without anybody.

Pure. What replies lead to (a second look, a redirect, another registry) can't be foreseen.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from listlint.facts import CODE, Question
from listlint.world import gate
from listlint.world.asking import Reply
from listlint.world.lanes import base_host, key_is_missing, lane_of
from listlint.world.rounds import Rounds
from listlint.world.settings import Plan, Planned, Settings

NO_KEY = Reply(0, reason="no-key")


def planned(questions: Iterable[Question], settings: Settings) -> Plan:
    """The plan for questions that somebody must be asked."""
    rounds = Rounds(settings.most_single)
    asked: Counter[tuple[str, str]] = Counter()
    keyless: dict[str, None] = {}
    questions = list(questions)
    waiting = list(rounds.start(questions))
    while waiting:
        request = waiting.pop()
        if key_is_missing(request, settings):
            keyless[request.service] = None
            waiting += rounds.read(request, NO_KEY)
        else:
            asked[request.service, base_host(request, settings)] += 1
    asked_anyway = {service for service, _ in asked}
    left_out = tuple(each for each in keyless if each not in asked_anyway)
    perhaps = len({each.subject for each in questions if each.topic == CODE})
    perhaps = min(perhaps, settings.most_single)
    return Plan(tuple(_rows(asked, settings)), 0, left_out, perhaps)


def _rows(asked: Counter[tuple[str, str]], settings: Settings) -> Iterable[Planned]:
    together: defaultdict[str, int] = defaultdict(int)  # hosts may share one pace
    for (_, host), count in asked.items():
        together[lane_of(host)] += count
    for (service, host), count in asked.most_common():
        pace = gate.pace(lane_of(host), settings.intervals)
        yield Planned(service, host, count, (together[lane_of(host)] - 1) * pace.interval)
