"""``ask``: questions to answers, politely; ``plan``: who would be asked how much, asking nobody.

How to join:

* A rule's questions (``facts.Question``) go in, ``Told`` comes out: ``Told.answers`` holds an
  answer to every one of them. What nobody could tell is unchecked, with one of facts.REASONS.
* A source is a module ``sources/NAME.py``, NAME being the service whose replies it reads, with
  ``_`` for ``-`` (``sources/arxiv_oai.py`` reads what "arxiv-oai" replies, ``sources/pages.py``
  what pages do), with the two functions of ``asking.Source``. ``routes.py`` says who is asked what,
  and who next if that one doesn't know. A source gets LINK questions of addresses whose id or
  repository it keeps beside the questions about that id, in one batch; a LINK that it leaves
  alone (in none of its requests) is followed as a page. ``Outcome.more`` may hold requests to any
  service.
* ``read`` is called once for every request, whatever came of it: after the repeats that 429, 5xx
  and broken connections get, and with status 0 and a reason where nothing usable came. A question
  of the request that it doesn't answer is unchecked, for a reason told from the reply.
* A POST whose ``secret`` nobody has isn't sent: its reply is status 0, reason "no-key". A GET is
  sent without the key.
* What needs no asking is answered at once: a link to a closed host is absent, one behind a wall
  that lets no program in unchecked. A link that ``settings.ignore`` names isn't in the answers.
* Code and data sets of papers cost a request each, where arXiv doesn't tell: of so many papers as
  ``settings.most_single`` they are asked in a run, the rest is over-budget; since answers are kept,
  the next run asks for others.
* Answers about one thing by several sources (facts.PUBLISHED) are merged: ``says["also"]`` names
  the sources that say the same venue and year, a line each, ``says["against"]`` those that differ.

It opens no list, judges nothing and prints nothing: ``tell`` is called with what to show.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from listlint.facts import FILE, Answer, Answers, Question
from listlint.world import routes
from listlint.world.rounds import Rounds
from listlint.world.settings import Plan, Progress, Settings, Tell, Told
from listlint.world.sources import pages

if TYPE_CHECKING:
    from listlint.world.cache import Cache
    from listlint.world.driving import Web

__all__ = ["Plan", "Progress", "Settings", "Tell", "Told", "ask", "plan"]


def ask(
    questions: Iterable[Question],
    settings: Settings | None = None,
    tell: Tell | None = None,
    web: Web | None = None,
) -> Told:
    """Ask the world. Ctrl-C, and the end of the time that is given, end it with what was learnt.

    ``tell`` is called a few times a second. ``web`` is for tests: it answers instead of the net.
    """
    settings = settings or Settings()
    known, open_ = _parted(questions, settings)
    if not open_:
        return Told(Answers(known))
    from listlint.world.cache import Cache

    cache = Cache(settings.cache, settings.endpoints)
    try:
        kept = cache.read(open_)
        left = [each for each in open_ if each not in kept]
        told = _asked(left, settings, tell, web, cache)
    finally:
        cache.close()
    found = pages.compared({**known, **kept, **told.answers})
    return told._replace(answers=Answers(found), kept=len(kept), remarks=tuple(cache.remarks))


def plan(questions: Iterable[Question], settings: Settings | None = None) -> Plan:
    """Who would be asked how much, and how long it takes at their pace. Nobody is asked."""
    from listlint.world.planning import planned

    settings = settings or Settings()
    known, open_ = _parted(questions, settings)
    return planned(open_, settings)._replace(known=len(known))


def _parted(
    questions: Iterable[Question], settings: Settings
) -> tuple[dict[Question, Answer], list[Question]]:
    """What needs no asking, and what does; ignored links and files are neither."""
    known: dict[Question, Answer] = {}
    open_: list[Question] = []
    for question in dict.fromkeys(questions):
        if question.topic == FILE or routes.ignored(question, settings.ignore):
            continue
        answer = routes.known(question)
        if answer is None:
            open_.append(question)
        else:
            known[question] = answer
    return known, open_


def _asked(
    questions: list[Question],
    settings: Settings,
    tell: Tell | None,
    web: Web | None,
    cache: Cache,
) -> Told:
    rounds = Rounds(settings.most_single)
    first = rounds.start(questions)
    if not first:
        return Told(Answers(rounds.answers))
    import asyncio

    from listlint.world.driving import Drive

    drive = Drive(rounds, settings, tell, web, cache)
    asyncio.run(drive.run(first))
    return Told(
        Answers(rounds.answers),
        drive.requests,
        interrupted=drive.interrupted,
        faults=tuple(rounds.faults),
    )
