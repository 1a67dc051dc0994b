"""What is worked out once for one value, and anew for the next."""

from __future__ import annotations

from listlint.once import once


def test_the_same_value_is_asked_about_once() -> None:
    asked: list[list[int]] = []

    @once
    def total(numbers: list[int]) -> int:
        asked.append(numbers)
        return sum(numbers)

    one, alike = [1, 2], [1, 2]
    assert (total(one), total(one), total(alike), total(one)) == (3, 3, 3, 3)
    assert len(asked) == 2  # a value that is merely equal is another one
    total([3])
    total([4])
    total(one)
    total(alike)
    assert len(asked) == 5  # no more than three are kept, those asked for last
