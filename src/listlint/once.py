"""What several rules ask of one list is worked out once; it knows neither rules nor lists."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

Given = TypeVar("Given")
Made = TypeVar("Made")
KEPT = 3


def once(work: Callable[[Given], Made]) -> Callable[[Given], Made]:
    """``work``, whose last answers are kept: for a list, for the one before a change or before it,
    and for the one that it is a part of."""
    last: list[tuple[Given, Made]] = []

    @wraps(work)
    def remembered(given: Given) -> Made:
        for n, (known, made) in enumerate(last):
            if known is given:
                if n:  # what is asked for again and again stays, whatever comes between
                    last[:] = [(known, made), *last[:n], *last[n + 1 :]]
                return made
        made = work(given)
        last[:] = [(given, made), *last[: KEPT - 1]]
        return made

    return remembered
