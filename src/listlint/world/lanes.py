"""Which host a request is for, whose pace it keeps, and which key it carries; it sends nothing."""

from __future__ import annotations

from listlint.world import gate
from listlint.world.asking import PAGE, SERVICES, Request
from listlint.world.settings import Settings

_KEYS = {"semantic-scholar": ("x-api-key", "")}  # others take a bearer's


def whole(request: Request, settings: Settings) -> str:
    """The whole address of a request."""
    if request.service == PAGE:
        return request.url
    if request.service == "github" and request.url == "/graphql":
        own = settings.endpoints.get("github-graphql")  # a server of one's own has it elsewhere
        if own:
            return own
    return settings.base(request.service).rstrip("/") + request.url


def base_host(request: Request, settings: Settings) -> str:
    """The host that a request goes to, with its port."""
    return host_of(whole(request, settings))


def lane_of(host: str) -> str:
    """The host whose pace a host keeps."""
    return gate.gate_of(host.removeprefix("www."))


def host_of(url: str) -> str:
    """Host and port of an address; nothing of what is none."""
    host = url.partition("://")[2].partition("/")[0].partition("?")[0].partition("#")[0]
    return host.rpartition("@")[2].lower()


def origin(url: str) -> tuple[str, str]:
    """What a key may be sent to: scheme, host and port."""
    return url.partition(":")[0].lower(), host_of(url)


def key_is_missing(request: Request, settings: Settings) -> bool:
    """Whether a request is no use without the key that nobody has: a mirror may want none."""
    if not request.secret or request.method != "POST" or settings.keys.get(request.secret):
        return False
    return settings.base(request.service).rstrip("/") == SERVICES[request.service]


def is_barred(request: Request, settings: Settings) -> bool:
    """Whether nobody is to hear of it: links that may lead into a private network are private."""
    return (
        request.service == "wayback"
        and bool(settings.networks)
        and "wayback" not in settings.endpoints
    )


def with_key(request: Request, settings: Settings) -> Request:
    """The request with its key put in, if there is one."""
    key = settings.keys.get(request.secret, "") if request.secret else ""
    if not key:
        return request
    name, word = _KEYS.get(request.secret, ("authorization", "Bearer "))
    return request._replace(headers=(*request.headers, (name, word + key)))
