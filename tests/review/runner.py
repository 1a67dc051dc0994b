"""A stand-in of a runner's reading of what a step prints: which lines it would take for commands.

As actions/runner reads them: `::name …::` after leading blanks, `##[name …]` anywhere in a line.
"""

from __future__ import annotations

import re
from typing import NamedTuple

UNDONE = {"%25": "%", "%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ","}


class Command(NamedTuple):
    name: str
    properties: dict[str, str]
    message: str


def commands(output: str) -> list[Command]:
    """Every command in what a step printed, on either stream."""
    found = []
    for line in re.split(r"\r\n|\r|\n", output):
        new = re.match(r"\s*::(?P<name>[\w-]+)(?: (?P<props>[^:]*))?::(?P<data>.*)", line)
        old = re.search(r"##\[(?P<name>[^\s\]]+) ?(?P<props>[^\]]*)\](?P<data>.*)", line)
        each = new or old
        if each:
            pairs = (pair.partition("=") for pair in re.split("[,;]", each["props"] or "") if pair)
            props = {name: _undone(value) for name, _, value in pairs}
            found.append(Command(each["name"], props, _undone(each["data"])))
    return found


def _undone(text: str) -> str:
    return re.sub("%(?:25|0D|0A|3A|2C)", lambda each: UNDONE[each[0]], text)
