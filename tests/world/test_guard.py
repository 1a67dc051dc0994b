"""Links lead to public addresses only, however a private one is written."""

from __future__ import annotations

import socket

import pytest

from listlint.errors import UserError
from listlint.world.guard import Guard, NotAllowedError


@pytest.mark.parametrize(
    "address",
    """127.0.0.1 127.1.2.3 10.0.0.1 172.16.0.1 192.168.1.1 169.254.169.254 100.64.0.1 0.0.0.0
    255.255.255.255 224.0.0.1 192.0.2.1 198.18.0.1 240.0.0.1 ::1 :: fe80::1 fe80::1%eth0 fd00::1
    fc00::1 ff02::1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:169.254.169.254 ::127.0.0.1
    64:ff9b::127.0.0.1 64:ff9b::a00:1 2002:7f00:1:: 2002:a00:1:: 2001:db8::1
    localhost 0x7f.1""".split(),
)
def test_private_addresses_are_refused(address: str) -> None:
    assert not Guard().allows(address)


@pytest.mark.parametrize(
    "address", "93.184.216.34 8.8.8.8 2606:4700::1111 ::ffff:8.8.8.8 64:ff9b::808:808".split()
)
def test_public_addresses_are_reached(address: str) -> None:
    assert Guard().allows(address)


def test_a_network_that_was_named_is_reached_and_no_other() -> None:
    guard = Guard(["10.1.0.0/16", "fd00::/8"])
    assert guard.allows("10.1.2.3")
    assert guard.allows("::ffff:10.1.2.3")
    assert guard.allows("fd00::5")
    assert not guard.allows("10.2.0.1")
    assert not guard.allows("127.0.0.1")


def test_a_network_that_is_none_is_said() -> None:
    with pytest.raises(UserError, match="--allow-network everywhere: not a network"):
        Guard(["everywhere"])


def test_no_socket_is_made_for_a_private_address() -> None:
    info = (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", 80))
    with pytest.raises(NotAllowedError):
        Guard().socket(info)
    Guard(["127.0.0.0/8"]).socket(info).close()


def test_what_was_judged_is_remembered_within_bounds() -> None:
    guard = Guard()
    for at in range(10_050):
        guard.allows(f"10.0.{at // 250}.{at % 250}")
    assert guard.allows("8.8.8.8")
