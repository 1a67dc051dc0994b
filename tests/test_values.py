"""A value does what ``typing.NamedTuple`` does."""

from __future__ import annotations

import copy
import pickle
import typing
from typing import Any, get_type_hints

import pytest

from listlint.values import NamedTuple


class Mine(NamedTuple):
    """Two words and how often they stand together."""

    one: str
    other: str = "nothing"
    often: tuple[int, ...] = ()

    @property
    def both(self) -> str:
        return f"{self.one} {self.other}"


class Theirs(typing.NamedTuple):
    """Two words and how often they stand together."""

    one: str
    other: str = "nothing"
    often: tuple[int, ...] = ()


class Named(NamedTuple):
    """Fields may be called as what makes them is."""

    new: int
    cls: int
    self: int


class Empty(NamedTuple):
    """Nothing."""


MADE = [(("a",), {}), (("a", "b", (1,)), {}), ((), {"often": (2,), "one": "c"})]


@pytest.mark.parametrize(("given", "named"), MADE)
def test_it_is_the_same_tuple(given: tuple[Any, ...], named: dict[str, Any]) -> None:
    mine, theirs = Mine(*given, **named), Theirs(*given, **named)
    assert mine == tuple(theirs)
    assert hash(mine) == hash(theirs)
    assert repr(mine) == repr(theirs).replace("Theirs", "Mine")
    assert mine._asdict() == theirs._asdict()
    assert mine._replace(one="z") == tuple(theirs._replace(one="z"))
    assert (mine.one, mine.other, mine.often) == tuple(theirs)
    assert type(mine._replace(one="z")) is Mine


@pytest.mark.parametrize("name", ["_fields", "_field_defaults", "__match_args__", "__doc__"])
def test_its_class_says_the_same(name: str) -> None:
    assert getattr(Mine, name) == getattr(Theirs, name)
    assert get_type_hints(Mine) == get_type_hints(Theirs)


@pytest.mark.parametrize("made", [Mine("a", often=(3,)), Named(1, 2, 3), Empty()])
def test_it_travels_between_processes(made: Any) -> None:
    back = pickle.loads(pickle.dumps(made))
    assert (back, type(back)) == (made, type(made))
    assert copy.copy(made) == made


def test_it_is_matched_and_made_of_a_sequence() -> None:
    match Mine._make(["a", "b", ()]):
        case Mine(one, other):
            assert (one, other) == ("a", "b")
    assert Mine("a").both == "a nothing"
    assert Empty() == ()


def test_what_is_no_field_is_refused() -> None:
    with pytest.raises(TypeError):
        Mine("a", "b", (), "too many")  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="nobody"):
        Mine("a")._replace(nobody="x")  # type: ignore[call-arg]
    with pytest.raises(AttributeError):
        Mine("a").one = "b"  # type: ignore[misc]
    assert not hasattr(Mine("a"), "__dict__")
