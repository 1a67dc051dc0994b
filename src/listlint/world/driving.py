"""Sends the requests of a run through the gates of their hosts and brings the replies home.

Each host has a lane: requests wait in it, as many go at once as its pace allows, one by one. A
redirect is the next host's business: it waits in that one's lane. It alone knows the clock, and
of the net only ``Web``; keys are put in here, and go to the service's own base.
"""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Iterable
from typing import Protocol

from listlint.world import gate
from listlint.world.asking import Reply, Request
from listlint.world.cache import Cache
from listlint.world.lanes import host_of, is_barred, key_is_missing, lane_of, whole, with_key
from listlint.world.rounds import Rounds
from listlint.world.settings import Progress, Settings, Tell
from listlint.world.slots import Slots, room
from listlint.world.steps import REDIRECTS, Job, again, redirected

CLOSING = ("connection", "close")
TOLD_EVERY = 0.2
WRITTEN_EVERY = 0.15


class Web(Protocol):
    """What answers: the net, or a stand-in of it."""

    async def __aenter__(self) -> Web: ...

    async def __aexit__(self, *exc: object) -> None: ...

    async def send(self, request: Request) -> Reply:
        """One request, its ``url`` whole, its key put in; redirects aren't followed."""
        ...


class Lane:
    """The requests that wait for one host."""

    __slots__ = ("host", "jobs", "pace", "workers")

    def __init__(self, host: str, pace: gate.Pace) -> None:
        self.host, self.pace = host, pace
        self.jobs: deque[Job] = deque()
        self.workers = 0

    def seconds(self, now: float) -> float:
        """How long it takes at least until the last of them may go."""
        return self.pace.silent(now) + len(self.jobs) * self.pace.interval


class Drive:
    """One run. ``run`` returns when nothing is under way any more, or time is up."""

    def __init__(
        self, rounds: Rounds, settings: Settings, tell: Tell | None, web: Web | None, cache: Cache
    ) -> None:
        self.rounds, self.settings, self.tell, self.cache = rounds, settings, tell, cache
        self.requests = 0
        self.interrupted = False
        self._web = web
        self._lanes: dict[str, Lane] = {}
        self._left = 0  # requests without their last reply
        self._fault: BaseException | None = None
        self._workers: set[asyncio.Task[None]] = set()

    async def run(self, first: Iterable[Request]) -> None:
        """Send what there is and what comes of it."""
        self._done = asyncio.Event()
        self._slots = Slots(room())
        try:
            async with self._web or _net(self.settings) as self._open:
                await self._sent_all(first)
        except TimeoutError:
            self.rounds.give_up("over-budget")
        except asyncio.CancelledError:  # Ctrl-C: what was learnt stays
            self.interrupted = True
            self.rounds.give_up("over-budget")
        if self._fault is not None:
            raise self._fault

    async def _sent_all(self, first: Iterable[Request]) -> None:
        """Until nothing is under way; who works then still is called off before the net ends."""
        writer = asyncio.create_task(self._write())
        try:
            async with asyncio.timeout(self.settings.deadline):
                self._take(first)
                await self._until_done()
        finally:
            called_off = [writer, *self._workers]
            for task in called_off:
                task.cancel()
            await asyncio.gather(*called_off, return_exceptions=True)

    async def _write(self) -> None:
        """Answers reach the disk while others are still asked for."""
        while True:
            await asyncio.sleep(WRITTEN_EVERY)
            self.cache.write()

    async def _until_done(self) -> None:
        while self._left and self._fault is None:
            if self.tell is not None:
                self.tell(self._progress())
            try:
                async with asyncio.timeout(TOLD_EVERY if self.tell is not None else None):
                    await self._done.wait()
            except TimeoutError:
                continue

    def _progress(self) -> Progress:
        now = time.monotonic()
        waits = {
            lane.host: round(seconds, 1)
            for lane in self._lanes.values()
            if lane.jobs and (seconds := lane.seconds(now)) >= 1
        }
        return Progress(*self.rounds.progress(), self.requests, waits)

    def _take(self, requests: Iterable[Request]) -> None:
        for request in requests:
            self._left += 1
            job = Job(request, whole(request, self.settings))
            if key_is_missing(request, self.settings):
                self._home(job, Reply(0, reason="no-key"))
            elif is_barred(request, self.settings):
                self._home(job, Reply(0, reason="refused"))
            elif request.after:
                asyncio.get_running_loop().call_later(request.after, self._queue, job)
            else:
                self._queue(job)
        if not self._left:
            self._done.set()

    def _queue(self, job: Job, *, first: bool = False) -> None:
        host = host_of(job.url)
        lane = self._lanes.get(host)
        if lane is None:
            lane = self._lanes[host] = self._lane(host)
        if first:
            lane.jobs.appendleft(job)
        else:
            lane.jobs.append(job)
        self._staff(lane)

    def _staff(self, lane: Lane) -> None:
        """One more at work, if the pace allows and there is anything to do."""
        if lane.jobs and lane.workers < lane.pace.at_once:
            lane.workers += 1
            worker = asyncio.get_running_loop().create_task(self._work(lane))
            self._workers.add(worker)
            worker.add_done_callback(self._ended)

    def _lane(self, host: str) -> Lane:
        """Hosts whose pace is one share it by sharing the lane."""
        name = lane_of(host)
        if name not in self._lanes:
            self._lanes[name] = Lane(host, self._pace(name))
        return self._lanes[name]

    def _pace(self, name: str) -> gate.Pace:
        if self._web is not None:  # a stand-in is in nobody's way
            return gate.pace(name, self.settings.intervals)
        return gate.shared(name, self.settings.intervals, time.monotonic())

    def _ended(self, worker: asyncio.Task[None]) -> None:
        self._workers.discard(worker)
        if not worker.cancelled() and (fault := worker.exception()) is not None:
            self._fault = fault
            self._done.set()

    async def _work(self, lane: Lane) -> None:
        """One of a lane's workers: it waits for its turn, then takes the next."""
        pace = lane.pace
        while lane.jobs and lane.workers <= pace.at_once:
            if pace.given_up:
                self._home(lane.jobs.popleft(), Reply(0, reason=pace.given_up))
            elif (wait := pace.wait(time.monotonic())) > 0:
                await asyncio.sleep(wait)
            else:
                await self._next(lane)
        lane.workers -= 1

    async def _next(self, lane: Lane) -> None:
        """The next request of a lane, unless its turn passed while it waited for a place."""
        pace = lane.pace
        async with self._slots:
            if not lane.jobs or pace.given_up or pace.wait(time.monotonic()) > 0:
                return
            job = lane.jobs.popleft()
            pace.take(time.monotonic())
            self.requests += 1
            reply = await self._open.send(self._request(job, last=len(lane.jobs) < lane.workers))
        pace.heard(reply, time.monotonic(), time.time())
        self._follow(job, reply)
        self._staff(lane)

    def _request(self, job: Job, *, last: bool) -> Request:
        """What is sent; a connection that nobody uses again is one too many, with many hosts."""
        request = with_key(job.request._replace(url=job.url), self.settings)
        return request._replace(headers=(*request.headers, CLOSING)) if last else request

    def _follow(self, job: Job, reply: Reply) -> None:
        """Again, on to where it is redirected, or home."""
        if (wait := again(job, reply)) is not None:
            job = job._replace(tries=job.tries + 1)
            if wait:
                asyncio.get_running_loop().call_later(wait, self._queue, job)
            else:
                self._queue(job, first=True)
        elif reply.status in REDIRECTS and (onward := redirected(job, reply)) is not None:
            if isinstance(onward, Job):
                self._queue(onward)
            else:
                self._home(job, onward)
        else:
            self._home(job, reply)

    def _home(self, job: Job, reply: Reply) -> None:
        self._left -= 1
        self._take(self.rounds.read(job.request, reply._replace(url=job.url, hops=job.hops)))
        for question in self.rounds.fresh:
            self.cache.keep(question, self.rounds.answers[question])
        self.rounds.fresh.clear()


def _net(settings: Settings) -> Web:
    from listlint.world.web import Net

    return Net(settings)
