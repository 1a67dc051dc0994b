"""What an asker is told and what it tells: settings, progress, the outcome; values only."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from listlint.facts import Answers
from listlint.values import NamedTuple
from listlint.world.asking import SERVICES

NOTHING: Mapping[str, str] = MappingProxyType({})
UNPACED: Mapping[str, float] = MappingProxyType({})
MOST_SINGLE = 200  # of the five hundred that Hugging Face allows in five minutes
DEADLINE = 1800.0  # seconds: no run waits for others longer


class Settings(NamedTuple):
    """How the world may be asked. Only the command line fills ``endpoints`` and ``networks``."""

    endpoints: Mapping[str, str] = NOTHING  # service -> base to ask instead of its own host
    networks: tuple[str, ...] = ()  # private networks (CIDR) into which links may be followed
    keys: Mapping[str, str] = NOTHING  # a request's ``secret`` -> the key
    timeout: float = 20.0  # seconds that a host may stay silent
    intervals: Mapping[str, float] = UNPACED  # host -> seconds between requests; "*": any other
    ignore: tuple[str, ...] = ()  # patterns of addresses that are never asked
    cache: str = ""  # the file that keeps answers between runs; none without it
    most_single: int = MOST_SINGLE  # papers that cost a request each: their code and data sets
    deadline: float = DEADLINE  # seconds for everything; what is left then is over-budget

    def base(self, service: str) -> str:
        """Where a service is asked: scheme, host and port."""
        return self.endpoints.get(service) or SERVICES[service]


class Progress(NamedTuple):
    """How far it is: for a line that is written anew."""

    done: int  # questions that are answered, or given up
    total: int
    requests: int  # sent so far
    waits: Mapping[str, float]  # host -> seconds that it takes at least, a second or more


class Told(NamedTuple):
    """What came of asking. Every question has an answer, if only that it is unchecked."""

    answers: Answers
    requests: int = 0  # sent
    kept: int = 0  # answers out of the cache
    interrupted: bool = False
    remarks: tuple[str, ...] = ()  # for the user: a cache that can't be used
    faults: tuple[str, ...] = ()  # our own, as ``errors.trace`` tells them: for a bug report


class Planned(NamedTuple):
    """What one host would be asked, by whom it stands in for."""

    service: str  # of asking.SERVICES; PAGE for links that are followed as they are written
    host: str
    requests: int
    seconds: float  # at the pace that it allows


class Plan(NamedTuple):
    """Who would be asked how much. What a reply leads to isn't known before: it is at least so."""

    hosts: tuple[Planned, ...]  # those that are asked most first
    known: int  # questions that nobody need be asked
    keyless: tuple[str, ...]  # services left out since nobody has a key for them
    perhaps: int = 0  # requests that may follow, one for each paper whose code arXiv doesn't tell

    @property
    def requests(self) -> int:
        return sum(each.requests for each in self.hosts)

    @property
    def seconds(self) -> float:
        """How long it takes: hosts are asked side by side."""
        return max((each.seconds for each in self.hosts), default=0.0)


Tell = Callable[[Progress], None]
