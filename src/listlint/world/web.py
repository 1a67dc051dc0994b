"""The one door to the net: one request, one reply, bounded in bytes and time; it raises nothing.

Links and services have a client each. The one for links reaches public addresses only and never
carries a key; the one for services goes where the command line says. Neither follows redirects,
keeps cookies, or takes a proxy from the environment.
"""

from __future__ import annotations

import asyncio
import zlib
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor

import aiohttp
from yarl import URL

from listlint import __version__
from listlint.world.asking import PAGE, Reply, Request
from listlint.world.guard import Guard, NotAllowedError
from listlint.world.settings import Settings

USER_AGENT = f"listlint/{__version__} (+https://github.com/listlint/listlint)"
CONNECT = 10.0  # seconds for a connection; a host's own silence comes on top
DRAINED = 65_536  # bytes: reading so many more keeps the connection for the next request
_LONGEST_FIELD, _MOST_FIELDS = 32_768, 200
_AS_A_READER = {  # some hosts find a page only for who says what it reads
    "Accept": "text/html,application/xhtml+xml,application/pdf,*/*;q=0.8",
    "Accept-Language": "en,*;q=0.5",
}
_NAME_KEPT = 300  # seconds; where it leads is looked at with every connection
_NAMES_AT_ONCE = 32  # looked up side by side: each holds a thread


class Net:
    """The clients of one run."""

    def __init__(self, settings: Settings) -> None:
        self._timeout = settings.timeout
        self._guard = Guard(settings.networks)

    async def __aenter__(self) -> Net:
        asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(_NAMES_AT_ONCE))
        self._links = _client(
            aiohttp.TCPConnector(
                limit=0, ttl_dns_cache=_NAME_KEPT, socket_factory=self._guard.socket
            ),
            **_AS_A_READER,
        )
        self._services = _client(aiohttp.TCPConnector(limit=0, ttl_dns_cache=_NAME_KEPT))
        return self

    async def __aexit__(self, *exc: object) -> None:
        await self._links.close()
        await self._services.close()

    async def send(self, request: Request) -> Reply:
        """Send one request; what goes wrong is a reply with status 0 and a reason."""
        client = self._links if request.service == PAGE else self._services
        try:
            async with asyncio.timeout(CONNECT + self._timeout):
                return await _sent(client, request)
        except TimeoutError:
            return Reply(0, reason="timeout")
        except aiohttp.ClientConnectorError as error:
            refused = isinstance(getattr(error, "os_error", None), NotAllowedError)
            return Reply(0, reason="refused" if refused else "unreachable")
        except (aiohttp.ClientResponseError, aiohttp.InvalidURL, ValueError):
            return Reply(0, reason="unparsable")
        except (aiohttp.ClientError, OSError):
            return Reply(0, reason="unreachable")


def _client(connector: aiohttp.TCPConnector, **more: str) -> aiohttp.ClientSession:
    return aiohttp.ClientSession(
        connector=connector,
        cookie_jar=aiohttp.DummyCookieJar(),
        timeout=aiohttp.ClientTimeout(total=None),
        headers={"User-Agent": USER_AGENT, "Accept-Encoding": "gzip, deflate", **more},
        auto_decompress=False,  # a few bytes may stand for gigabytes
        max_line_size=_LONGEST_FIELD,
        max_field_size=_LONGEST_FIELD,
        max_headers=_MOST_FIELDS,
        trust_env=False,
    )


async def _sent(client: aiohttp.ClientSession, request: Request) -> Reply:
    async with client.request(
        request.method,
        _as_written(request.url),
        headers=dict(request.headers) or None,
        data=request.body or None,
        allow_redirects=False,
    ) as response:
        headers = {name.lower(): value for name, value in response.headers.items()}
        raw, cut = await _read(response, request.most, headers)
        body, more = _plain(raw, headers.get("content-encoding", ""), request.most)
        return Reply(response.status, headers, body, cut or more)


def _as_written(url: str) -> URL:
    """The address as it stands, if it can be sent so: a host may tell ``%2F`` from ``/``."""
    plain = url.isascii() and url.isprintable() and " " not in url
    return URL(url, encoded=plain)


async def _read(
    response: aiohttp.ClientResponse, most: int, headers: Mapping[str, str]
) -> tuple[bytes, bool]:
    """The body as it came, ``most`` bytes of it, and whether it went on."""
    room = max(most, DRAINED)
    held = bytearray()
    broke = False
    try:
        while chunk := await response.content.readany():
            held += chunk
            if len(held) > room or (_is_long(headers, room) and len(held) > most):
                response.close()
                break
    except aiohttp.ClientPayloadError:  # the status came, and a part of the page
        broke = True
    return bytes(held[:most]), broke or len(held) > most


def _is_long(headers: Mapping[str, str], room: int) -> bool:
    told = headers.get("content-length", "")
    return told.isdecimal() and (len(told) > 17 or int(told) > room)


def _plain(raw: bytes, encoding: str, most: int) -> tuple[bytes, bool]:
    """The body unpacked, no further than ``most`` bytes; nothing where the packing is another."""
    encoding = encoding.strip().lower()
    if encoding in ("", "identity") or not raw:
        return raw, False
    if encoding not in ("gzip", "x-gzip", "deflate"):
        return b"", True
    for bits in (47, -15):
        unpacker = zlib.decompressobj(bits)
        try:
            body = unpacker.decompress(raw, most)
        except zlib.error:
            continue
        return body, bool(unpacker.unconsumed_tail) or not unpacker.eof
    return b"", True
