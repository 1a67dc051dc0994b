"""What comes after a reply: again, on to where it is redirected, or home. Pure; nothing is sent."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit

from listlint.values import NamedTuple
from listlint.world.asking import PAGE, Hop, Reply, Request
from listlint.world.lanes import origin

MOST_HOPS, MOST_TRIES = 8, 8
REDIRECTS = (301, 302, 303, 307, 308)
BROKEN = (0, 500, 502, 503, 504)
AGAIN = 1.0  # seconds before what broke is asked again, doubled each time
_FINAL = ("refused", "unparsable", "no-key")  # of status 0: asking again changes nothing
_LONGEST = 8_000  # characters of where a redirect leads


class Job(NamedTuple):
    """A request on its way."""

    request: Request
    url: str  # where it has come to
    hops: tuple[Hop, ...] = ()
    tries: int = 0


def again(job: Job, reply: Reply) -> float | None:
    """Seconds until a request is worth repeating; 0: as soon as its host may be asked."""
    if reply.status == 429 or (reply.status == 503 and "retry-after" in reply.headers):
        return 0.0 if job.tries < MOST_TRIES else None
    if reply.status not in BROKEN or reply.reason in _FINAL:
        return None
    most = 1 if reply.reason == "timeout" else 2
    if job.request.method != "GET":  # a large question may be what it broke on: its source knows
        most = 1 if reply.status == 0 and reply.reason != "timeout" else 0
    return AGAIN * 2**job.tries if job.tries < most else None


def redirected(job: Job, reply: Reply) -> Job | Reply | None:
    """The next step; None where it isn't followed, and the redirect itself is the reply."""
    to = _target(job.url, reply)
    if to is None:
        return None
    if job.request.service != PAGE and origin(to) != origin(job.url):
        return None
    seen = {job.request.url, job.url, *(hop.to for hop in job.hops)}
    if to in seen or len(job.hops) >= MOST_HOPS:
        return Reply(0, url=job.url, hops=job.hops, reason="unreachable")
    return job._replace(url=to, hops=(*job.hops, Hop(reply.status, to)))


def _target(url: str, reply: Reply) -> str | None:
    location = reply.headers.get("location", "").strip()
    if not location or len(location) > _LONGEST:
        return None
    try:
        to = urljoin(url, location)
        parts = urlsplit(to)
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not parts.hostname or "@" in parts.netloc:
        return None
    return to
