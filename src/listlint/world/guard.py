"""Which addresses links may lead to: public ones, and those the command line allows.

It is asked when a connection is made, for the very address that is connected to: a name, another
way to write a number, and a redirect all come down to one. It connects to nothing.
"""

from __future__ import annotations

import socket
from collections.abc import Iterable
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from typing import Any

from listlint.errors import UserError

_NAT64 = ip_network("64:ff9b::/96")
_6TO4 = ip_network("2002::/16")


class NotAllowedError(OSError):
    """An address that links may not lead to."""


class Guard:
    """Public addresses, and the networks that were named."""

    def __init__(self, networks: Iterable[str] = ()) -> None:
        self._allowed = [network(each) for each in networks]
        self._known: dict[str, bool] = {}

    def allows(self, host: str) -> bool:
        """Whether an address, as a number, may be connected to."""
        if host not in self._known:
            if len(self._known) > 10_000:
                self._known.clear()
            self._known[host] = self._judged(host)
        return self._known[host]

    def _judged(self, host: str) -> bool:
        try:
            address = unwrapped(ip_address(host.partition("%")[0]))
        except ValueError:
            return False
        if any(address in each for each in self._allowed if each.version == address.version):
            return True
        return address.is_global and not address.is_multicast

    def socket(self, info: tuple[Any, ...]) -> socket.socket:
        """A socket for an address out of ``getaddrinfo``; raises for one that isn't allowed."""
        family, kind, protocol, _, target = info
        if not self.allows(str(target[0])):
            raise NotAllowedError("links don't lead into private networks")
        return socket.socket(family, kind, protocol)


def unwrapped(address: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    """The IPv4 address inside an IPv6 one; any other as it is."""
    if isinstance(address, IPv4Address):
        return address
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    if address in _NAT64 or (int(address) >> 32 == 0 and int(address) > 1):
        return IPv4Address(int(address) & 0xFFFFFFFF)
    if address in _6TO4:
        return IPv4Address(int(address) >> 80 & 0xFFFFFFFF)
    return address


def network(text: str) -> IPv4Network | IPv6Network:
    """A network as the command line names it."""
    try:
        return ip_network(text, strict=False)
    except ValueError:
        raise UserError(
            f"--allow-network {text}: not a network, such as 10.0.0.0/8 or fd00::/8"
        ) from None
