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
* Answers about one thing by several sources (facts.PUBLISHED) are merged: ``says["also"]`` names
  the sources that say the same venue and year, a line each, ``says["against"]`` those that differ.

It opens no list, judges nothing and prints nothing: ``tell`` is called with what to show.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from listlint.facts import Answers, Question
from listlint.world.rounds import Rounds
from listlint.world.settings import Progress, Settings, Tell, Told

if TYPE_CHECKING:
    from listlint.world.driving import Web

__all__ = ["Progress", "Settings", "Tell", "Told", "ask"]


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
    rounds = Rounds()
    asked = [question for question in dict.fromkeys(questions) if question.topic != "file"]
    first = rounds.start(asked)
    if not first:
        return Told(Answers(rounds.answers))
    import asyncio

    from listlint.world.driving import Drive

    drive = Drive(rounds, settings, tell, web)
    asyncio.run(drive.run(first))
    return Told(Answers(rounds.answers), drive.requests, 0, drive.interrupted)
