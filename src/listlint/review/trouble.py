"""How a request to GitHub may end other than well: what a caller must tell apart."""

from __future__ import annotations


class Trouble(Exception):  # noqa: N818 - how it ended, in one word
    """GitHub couldn't be read or written; the message is one plain line."""


class Refused(Trouble):
    """The token may not do this: nothing was done, and asking again changes nothing."""


class Unfit(Trouble):
    """What was sent doesn't fit what stands there (422): nothing was done."""


class Missing(Trouble):
    """It isn't there (any more)."""


class Doubtful(Trouble):
    """An answer that doesn't tell whether it was done: look before writing again."""


class Limited(Trouble):
    """Too many requests: nothing was done; ``seconds`` is how long to wait."""

    def __init__(self, message: str, seconds: float) -> None:
        super().__init__(message)
        self.seconds = seconds
