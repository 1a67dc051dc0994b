"""What several rules ask of one list is worked out once; it knows neither rules nor lists."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

Given = TypeVar("Given")
Made = TypeVar("Made")


def once(work: Callable[[Given], Made]) -> Callable[[Given], Made]:
    """``work``, whose last answer is kept for as long as the very same value is given."""
    last: list[tuple[Given, Made]] = []

    @wraps(work)
    def remembered(given: Given) -> Made:
        known = last[0] if last else None
        if known is None or known[0] is not given:
            known = (given, work(given))
            last[:] = [known]
        return known[1]

    return remembered
