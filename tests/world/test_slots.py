"""How many requests are under way: a place is handed on, in the order of those who wait."""

from __future__ import annotations

import asyncio

from listlint.world.slots import MOST, Slots, room


def test_no_more_are_under_way_than_there_are_places() -> None:
    now, most, order = 0, 0, []

    async def one(slots: Slots, at: int) -> None:
        nonlocal now, most
        async with slots:
            order.append(at)
            now += 1
            most = max(most, now)
            await asyncio.sleep(0.001)
            now -= 1

    async def all_() -> None:
        slots = Slots(3)
        await asyncio.gather(*(one(slots, at) for at in range(20)))

    asyncio.run(all_())
    assert most == 3
    assert order == list(range(20))


def test_who_gave_up_waiting_is_passed_over() -> None:
    async def all_() -> list[str]:
        slots, done = Slots(1), []

        async def one(name: str) -> None:
            async with slots:
                done.append(name)

        async with slots:
            first = asyncio.create_task(one("first"))
            second = asyncio.create_task(one("second"))
            await asyncio.sleep(0)
            first.cancel()
        await second
        async with slots:
            done.append("third")
        return done

    assert asyncio.run(all_()) == ["second", "third"]


def test_there_is_room_for_some_on_any_machine() -> None:
    assert 8 <= room() <= MOST
