"""Addresses made comparable: host and path in one form, the DOI in its own. It knows no rule."""

from __future__ import annotations

from functools import cache

from listlint.knowledge.rulebook import tables

_TAIL = ".,;*)>\"' \t"
_WEB = (
    "http",
    "https",
    "ftp",
    "hhtps",
    "htpps",
    "htps",
    "htttp",
    "htttps",
    "http:",
    "https:",
    "ttps",
    "ttp",
)


def subject(url: str) -> str | None:
    """Host, path and query as patterns see them; none if the address stays in the document."""
    rest = _after_scheme(unwrap(url))
    if rest is None:
        return None
    rest = rest.partition("#")[0].rstrip(_TAIL)
    cut = min((at for at in (rest.find("/"), rest.find("?")) if at >= 0), default=len(rest))
    host = _host(rest[:cut])
    if not host:
        return None
    return host + _path(rest[cut:])


def host_of(subject: str) -> str:
    """The host of a subject."""
    cut = min(
        (at for at in (subject.find("/"), subject.find("?")) if at >= 0), default=len(subject)
    )
    return subject[:cut]


def unwrap(url: str) -> str:
    """The address that an archived copy is a copy of; any other address as it is."""
    start = url.find("web.archive.org/web/", 0, 40)
    if start < 0:
        return url
    inner = url[start + 20 :].partition("/")[2]
    if inner.startswith(("http:/", "https:/")) and "://" not in inner[:8]:
        inner = inner.replace(":/", "://", 1)
    return inner or url


def doi(text: str) -> str:
    """A DOI in lower case without what publishers' addresses put behind it."""
    text = text.lower()
    if "%" in text:
        text = _decoded(text)
    before = ""
    while before != text:
        before = text
        text = text.rstrip("/ .,;")
        for end in (
            ".pdf",
            ".full",
            "/full",
            "/pdf",
            "/abstract",
            ".abstract",
            ".full-text",
            ".article-info",
        ):
            text = text.removesuffix(end)
    if text.startswith(("10.1101/", "10.64898/")):
        stem, mark, version = text.rpartition("v")
        if mark and version.isdigit():
            text = stem
    return text


def _after_scheme(url: str) -> str | None:
    """What follows the scheme, if it is one of the web's or the host is one that is known."""
    url = url.strip(" \t\r\n<>")
    if "\\" in url:
        url = url.replace("\\", "")
    if "&amp;" in url:
        url = url.replace("&amp;", "&")
    scheme, mark, rest = url.partition("://")
    if mark and scheme.lower() in _WEB:
        return rest
    if url.startswith("//"):
        return url[2:]
    head = url[:80].partition("/")[0].lower()
    if head.startswith("www.") or head.removeprefix("www.") in _known_hosts():
        return url
    return None


@cache
def _known_hosts() -> frozenset[str]:
    hosts = tables()["hosts"]
    return frozenset(hosts["kinds"]) | frozenset(hosts["at"])


def _host(text: str) -> str:
    """Lower case, without user, port, ``www.`` and a final dot."""
    host = text.rpartition("@")[2].strip().lower()
    if host.startswith("["):
        return host.partition("]")[0] + "]"
    return host.partition(":")[0].rstrip(".").removeprefix("www.")


def _path(path: str) -> str:
    path, mark, query = path.partition("?")
    if "%" in path:
        path = _decoded(path)
    if "//" in path:
        path = (
            "/"
            + "/".join(part for part in path.split("/") if part)
            + ("/" if path.endswith("/") else "")
        )
    return path + mark + query


def _decoded(text: str) -> str:
    from urllib.parse import unquote

    return unquote(text)
