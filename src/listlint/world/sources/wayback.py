"""An archived copy of a page that is gone, as the Wayback Machine's availability API names it.

It proves nothing of the page: whether it is gone was told before, and stands in ``note``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from urllib.parse import quote

from listlint.facts import ABSENT, Answer, Question
from listlint.world.asking import Outcome, Reply, Request
from listlint.world.lanes import host_of
from listlint.world.replies import json_of, text, within
from listlint.world.sources import _trail

SERVICE = "wayback"


def requests(questions: Iterable[Question]) -> Iterator[Request]:
    """None: it is asked about what others found gone."""
    return iter(())


def for_copy(request: Request, how: str) -> Request:
    """Asks for a copy of the page of a request; ``how`` it is known to be gone.

    Without its scheme an address is found under either; unescaped, its query would be ours.
    """
    bare = request.url.partition("://")[2]
    url = f"/wayback/available?url={quote(bare, safe='')}"
    return Request(SERVICE, url, request.questions, note=how)


def read(request: Request, reply: Reply) -> Outcome:
    """Gone all the same, and where a copy is, if one is surely of this page."""
    closest = within(
        json_of(reply) if reply.status == 200 else None, "archived_snapshots", "closest"
    )
    copy = text(closest, "url") if text(closest, "status") == "200" else ""
    return Outcome({each: _answer(each, copy, request.note) for each in request.questions})


def _answer(question: Question, copy: str, how: str) -> Answer:
    url = question.subject.partition("#")[0]
    found = _copy().match(copy)
    says = {"how": how}
    if found and _trail.thing(found["page"]).lower() == _trail.thing(url).lower():
        says["archived"] = f"https://web.archive.org/web/{found['time']}/{url}"
    return Answer(ABSENT, says, host_of(url))


@cache
def _copy() -> re.Pattern[str]:
    return re.compile(
        r"https?://web\.archive\.org/web/(?P<time>\d{14})/(?P<page>https?://\S{1,4000})$"
    )
