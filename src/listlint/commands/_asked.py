"""What is said of a run that asked services: remarks, that it was interrupted, faults of ours."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from listlint.commands._lists import say

if TYPE_CHECKING:
    from listlint.commands._world import World


def say_of_asking(world: World) -> None:
    for remark in world.remarks:
        say(remark)
    if world.interrupted:
        say("interrupted: what wasn't asked by then is unchecked; asked again, it goes on there")


def name_asking_faults(world: World) -> bool:
    """Name what broke while services were asked; whatever they answered has been reported."""
    if world.faults:
        from listlint.commands._faults import bug_report

        what = "a service's answer broke what reads it; the others have been read"
        print(bug_report(what, next(iter(world.faults)), sys.argv[1:]), file=sys.stderr)
    return bool(world.faults)
