"""Where redirects lead: the same thing, a front page, a door; judged by addresses alone."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

from listlint.world.asking import Reply

PERMANENT = (301, 308)
_FRONT = frozenset(
    """index home default main welcome news press blog trending error errors 404 notfound not-found
    search explore discover products about en en-us start""".split()
)
_DOORS = frozenset(
    """login signin sign-in sign_in log-in auth oauth oauth2 sso saml authenticate accounts
    consent captcha challenge signup""".split()
)


def fragment(url: str) -> str:
    """The part of a page that a link names, if it is one that the page itself would hold."""
    name = unquote(url.partition("#")[2])
    if not name or len(name) > 200 or name.startswith((":~:", "!", "/", "page=", "?")):
        return ""
    return "" if "=" in name or "/" in name else name


def with_fragment(to: str, url: str) -> str:
    """Where a link leads now, its part of the page kept."""
    named = url.partition("#")[2]
    return f"{to}#{named}" if named and "#" not in to else to


def thing(url: str) -> str:
    """An address without what doesn't make it another: scheme, ``www.``, slash, fragment."""
    query = urlsplit(url).query
    return f"{_site(url)}/{'/'.join(_steps(url))}?{query}"


def is_front(url: str, to: str) -> bool:
    """Whether a page's address now leads to a site's front page, or to a page for anything."""
    before, after = _steps(url), _steps(to)
    if not before:
        return False
    if _site(url) == _site(to) and before == after:
        return False
    return not after or (len(after) < len(before) + 1 and _stem(after[-1]) in _FRONT)


def is_login(to: str) -> bool:
    """Whether a door was reached: what is behind it isn't known."""
    host = _site(to).partition(".")[0]
    return host in _DOORS or any(_stem(step) in _DOORS for step in _steps(to))


def is_move(url: str, reply: Reply) -> bool:
    """Whether every step is permanent, and the end is the same thing at another address."""
    if any(hop.status not in PERMANENT for hop in reply.hops):
        return False
    before, after = _steps(url), _steps(reply.url)
    if _same(url, reply.url) or (urlsplit(reply.url).query and not urlsplit(url).query):
        return False  # what a site adds behind the question mark is its own business
    if not before or not after:
        return before == after
    return _alike(_stem(before[-1]), _stem(after[-1])) or before == after


def _same(url: str, to: str) -> bool:
    """Whether nothing but a slash, ``www.``, or what leads nowhere was dropped or added."""
    here, there = urlsplit(url), urlsplit(to)
    return (
        here.scheme.lower() == there.scheme.lower()
        and _site(url) == _site(to)
        and _steps(url) == _steps(to)
        and (here.query == there.query or not there.query)
    )


def _alike(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return bool(short) and short in long


def _stem(step: str) -> str:
    """A step without what only tells of which kind a file is."""
    name, dot, end = step.rpartition(".")
    return name if dot and name and len(end) <= 5 and not end.isdigit() else step


def _steps(url: str) -> list[str]:
    return [step for step in unquote(urlsplit(url).path).lower().split("/") if step]


def _site(url: str) -> str:
    return (urlsplit(url).netloc.rpartition("@")[2]).lower().removeprefix("www.")
