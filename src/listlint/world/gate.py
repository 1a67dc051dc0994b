"""How fast a host may be asked, and when not at all: one pace per host for the whole process.

Pure: clocks are passed in. ``now`` is monotonic; ``wall`` is the time of day: hosts name dates.
"""

from __future__ import annotations

from collections.abc import Mapping

from listlint.knowledge.rulebook import tables
from listlint.world.asking import Reply

INTERVAL, AT_ONCE = 0.05, 2  # for a host without a row in hosts.yml
UNPACED_AT_ONCE, GOOD = 4, 4  # of a host whose interval is 0: one more after so many good answers
PATIENCE = 90.0  # seconds: a host that asks for a longer silence is left alone
MARGIN = 0.02  # a clock may differ by so much
REST = 300.0  # seconds until a host that was given up may be tried by another run
MOST_MISSES = 5  # in a row, then a host is left alone
MOST_BROKEN = 12  # of answers that it is broken: one page that is asked three times gives three
FIRST_BACKOFF = 1.0  # seconds after a refusal that names no time, doubled each time
_REFUSALS = (403, 429, 503)  # elsewhere Retry-After is about something else
_EPOCH, _EPOCH_MS = 1e9, 1e12  # a number so large is a time of day, not a duration


class Pace:
    """The pace of one host. ``given_up`` says why it is no longer asked."""

    __slots__ = (
        "_broken",
        "_good",
        "_misses",
        "_next",
        "_not_before",
        "at_once",
        "given_up",
        "interval",
    )

    def __init__(self, interval: float = INTERVAL, at_once: int = AT_ONCE) -> None:
        self.interval, self.at_once = interval, at_once
        self.given_up = ""
        self._next = self._not_before = 0.0
        self._misses = self._good = self._broken = 0

    def wait(self, now: float) -> float:
        """Seconds until the next request may go; none of it if 0 or less."""
        return max(self._next, self._not_before) - now

    def rested(self, now: float) -> bool:
        """Whether a host that was given up is worth another try."""
        return bool(self.given_up) and now > max(self._not_before, self._next + REST)

    def silent(self, now: float) -> float:
        """Seconds of the silence that the host itself asked for."""
        return max(self._not_before - now, 0.0)

    def take(self, now: float) -> None:
        """A request goes now."""
        self._next = now + self.interval

    def heard(self, reply: Reply, now: float, wall: float) -> None:
        """What a reply says about the next ones."""
        if reply.headers:
            self._slower(reply.headers)
        refused = reply.status == 429
        named = silence(reply, wall) if reply.headers else None
        if reply.status and not refused:
            self._misses = 0
            self._grow(reply.status)
            self._broken = self._broken + 1 if 500 <= reply.status < 600 else 0
            if self._broken >= MOST_BROKEN:
                self.given_up = self.given_up or "unreachable"
        else:
            self._miss(reply)
        if refused:
            self.at_once = 1  # one that is under way would fall into the silence
        if refused and named is None:
            named = FIRST_BACKOFF * 2 ** (self._misses - 1)
        if named is not None:
            self._close(named, now)

    def _grow(self, status: int) -> None:
        """Who lifts the interval wants haste: more go at once, as long as a host bears it."""
        self._good = self._good + 1 if status < 400 else 0
        if self._good >= GOOD and not self.interval and 1 < self.at_once < UNPACED_AT_ONCE:
            self.at_once, self._good = self.at_once + 1, 0

    def _close(self, seconds: float, now: float) -> None:
        if seconds > PATIENCE:
            self.given_up = self.given_up or "rate-limited"
        self._not_before = max(self._not_before, now + seconds + MARGIN)

    def _miss(self, reply: Reply) -> None:
        self._misses += 1
        if self._misses >= MOST_MISSES and not self.given_up:
            self.given_up = (reply.reason or "unreachable") if reply.status == 0 else "rate-limited"

    def _slower(self, headers: Mapping[str, str]) -> None:
        """Crossref says with every answer how many it takes in which time."""
        many, time = headers.get("x-rate-limit-limit"), headers.get("x-rate-limit-interval")
        if many and time:
            count, seconds = _number(many), _number(time.removesuffix("s"))
            if count and seconds:
                self.interval = max(self.interval, min(seconds / count, PATIENCE))


def pace(host: str, intervals: Mapping[str, float]) -> Pace:
    """The pace of a host: what the configuration says, else its row, else what suits any."""
    row = rows().get(host, {})
    every = intervals.get(host, row.get("every", intervals.get("*", INTERVAL)))
    return Pace(float(every), int(row.get("at-once", AT_ONCE)))


def shared(host: str, intervals: Mapping[str, float], now: float) -> Pace:
    """The one pace that a host has in this process, however many runs there are in it."""
    made = pace(host, intervals)
    held = _SHARED.get(host)
    if held is None or held.rested(now):
        held = _SHARED[host] = made
    held.interval = made.interval
    return held


_SHARED: dict[str, Pace] = {}


def gate_of(host: str) -> str:
    """Whose pace a host keeps: some services count several hosts as one."""
    return str(rows().get(host, {}).get("as", host))


def rows() -> Mapping[str, Mapping[str, float | str]]:
    """The table's rows on pace, by host."""
    held: Mapping[str, Mapping[str, float | str]] = tables()["hosts"]["pace"]
    return held


def silence(reply: Reply, wall: float) -> float | None:
    """Seconds of silence that a host asks for: as a duration, a date or a time of day."""
    headers = reply.headers
    after = headers.get("retry-after") if reply.status in _REFUSALS else None
    if after is not None and (seconds := _seconds(after, wall)) is not None:
        return seconds
    for left, reset in _windows(headers):
        if _number(left) == 0 and (seconds := _seconds(reset, wall)) is not None:
            return seconds
    return None


def _windows(headers: Mapping[str, str]) -> list[tuple[str, str]]:
    """(requests left, when it begins anew) as the usual headers say it."""
    found = [
        (headers[f"{name}-remaining"], headers.get(f"{name}-reset", ""))
        for name in ("x-ratelimit", "ratelimit", "x-rate-limit")
        if f"{name}-remaining" in headers
    ]
    if "ratelimit" in headers:  # "default";r=0;t=12, or: limit=100, remaining=0, reset=12
        for policy in headers["ratelimit"].split('",')[:8]:
            parts = (part.partition("=") for part in policy.replace(",", ";").split(";"))
            said = {name.strip(): value.strip() for name, _, value in parts}
            left = said.get("r", said.get("remaining", ""))
            found.append((left, said.get("t", said.get("reset", ""))))
    return found


def _seconds(text: str, wall: float) -> float | None:
    number = _number(text)
    if number is None:
        return _until(text, wall)
    if number >= _EPOCH_MS:
        number /= 1000
    return max(number - wall if number >= _EPOCH else number, 0.0)


def _until(date: str, wall: float) -> float | None:
    from email.utils import parsedate_to_datetime

    try:
        return max(parsedate_to_datetime(date).timestamp() - wall, 0.0)
    except (ValueError, TypeError, OverflowError, IndexError):
        return None


def _number(text: str) -> float | None:
    """A plain number of a header; hosts send anything."""
    text = text.strip()
    if len(text) > 20 or not text.replace(".", "", 1).isdecimal() or not text.isascii():
        return None
    return float(text)
