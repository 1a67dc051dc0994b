"""Values: for a type checker ``typing.NamedTuple``, and made in a quarter of its time.

A hundred small classes are made whenever a list is checked; ``typing`` compiles each annotation of
theirs. They do what named tuples do; this file knows none of them.
"""

from __future__ import annotations

from collections import namedtuple
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple
else:
    _One = namedtuple("_One", "first")
    _Field = type(_One.first)  # reads one place of a tuple, faster than any property

    class _Value(tuple):
        """What all of them can do."""

        __slots__ = ()
        _fields = ()

        @classmethod
        def _make(cls, values):
            return cls(*values)

        def _replace(self, /, **changes):
            made = tuple.__new__(type(self), map(changes.pop, self._fields, self))
            if changes:
                raise TypeError(f"{type(self).__name__} has no field {', '.join(changes)}")
            return made

        def _asdict(self):
            return dict(zip(self._fields, self, strict=True))

        def __repr__(self):
            said = (f"{name}={each!r}" for name, each in self._asdict().items())
            return f"{type(self).__name__}({', '.join(said)})"

        def __getnewargs__(self):
            return tuple(self)

    class _Maker(type):
        """Makes a value's class of a body: its annotations are the fields."""

        def __new__(cls, name, bases, body):
            fields = tuple(body.get("__annotations__", ()))
            defaults = tuple(body.pop(field) for field in fields if field in body)
            body["__new__"] = _new(fields, defaults)
            for n, field in enumerate(fields):
                body[field] = _Field(n, None)
            body["__slots__"] = ()
            body["_fields"] = body["__match_args__"] = fields
            body["_field_defaults"] = dict(
                zip(fields[len(fields) - len(defaults) :], defaults, strict=True)
            )
            return type(name, (_Value,), body)

    def _new(fields, defaults):
        names = ", ".join(fields)
        given = f"({names},)" if fields else "()"
        code = f"lambda _cls, {names}: _new(_cls, {given})"
        made = eval(code, {"_new": tuple.__new__, "__builtins__": {}})
        made.__defaults__ = defaults
        return made

    def NamedTuple():  # noqa: N802
        """The base that a value's class names."""

    NamedTuple.__mro_entries__ = lambda bases: (_BASE,)
    _BASE = type.__new__(_Maker, "NamedTuple", (), {})
