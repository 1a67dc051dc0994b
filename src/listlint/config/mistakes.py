"""A mistake in a file that a maintainer wrote, told in one line: file, line, key and remedy.

It turns what msgspec says about a value into those words; it opens nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, Any, Literal, NoReturn, TypeVar, get_args, get_origin

import msgspec

from listlint.errors import UserError, nearest
from listlint.knowledge.strict_yaml import Place, TableError, Tree, read
from listlint.source import read_small
from listlint.values import NamedTuple

T = TypeVar("T")
BIGGEST = 64 * 1024  # of a configuration, and of a rule
EVERY = "..."  # what msgspec says for a key of a mapping with free keys
WORDS = {
    "str": "text",
    "bool": "true or false",
    "int": "a whole number",
    "float": "a number",
    "array": "a list",
    "object": "keys with values",
    "null": "empty",
}


class Written(NamedTuple):
    """A file's name and what stands in it, with lines."""

    name: str
    tree: Tree

    def refuse(self, place: Place, what: str) -> NoReturn:
        """End with one line about ``place``."""
        key = _dotted(place)
        raise UserError(f"{self.name}:{self.tree.line(place)}: {f'{key}: ' if key else ''}{what}")

    def into(self, kind: type[T], value: Any, place: Place = ()) -> T:
        """``value``, which stands at ``place``, as what it should be."""
        try:
            return msgspec.convert(value, kind)
        except msgspec.ValidationError as error:
            what, _, steps = str(error).partition(" - at `$")
            self._explain(kind, value, what, tuple(_steps(steps)), place)

    def _explain(self, kind: Any, value: Any, what: str, inner: Place, place: Place) -> NoReturn:
        for step in inner:
            if step == EVERY:
                kind = get_args(_bare(kind))[1]
                step = next(key for key, each in value.items() if not _fits(each, kind))
            else:
                kind = _inside(kind, step)
            value = value[step]
            place = (*place, step)
        if unknown := re.match(r"Object contains unknown field `(.*)`", what):
            known = [field.encode_name for field in msgspec.structs.fields(_bare(kind))]
            self.unknown((*place, unknown[1]), known)
        if missing := re.match(r"Object missing required field `(.*)`", what):
            self.refuse(place, f"`{missing[1]}` is missing: add it")
        self.refuse(place, _should(kind, value, what))

    def unknown(self, place: Place, known: list[str]) -> NoReturn:
        """End with one line about a key that there isn't."""
        listed = f": there is {', '.join(known)}" if known else ""
        self.refuse(place, f"there is no such key{nearest(str(place[-1]), known, listed)}")


def text_of(path: str) -> str:
    """What a small file that somebody wrote by hand holds."""
    data = read_small(path, BIGGEST)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = data.count(b"\n", 0, fault.start) + 1
        raise UserError(f"{path}:{line}: isn't UTF-8 here: save the file as UTF-8") from None


def written(text: str, name: str) -> Written:
    """What ``text`` of the file ``name`` holds, read strictly."""
    if len(text) > BIGGEST:
        raise UserError(f"{name}: is larger than 64 KiB: keep to what is needed")
    try:
        return Written(name, read(text))
    except TableError as error:
        raise UserError(f"{name}:{error.line}: {error}: mend it there") from None


def one_of(value: object, words: list[str]) -> str:
    """What to say of a word that is none of ``words``."""
    return f"should be {_or(words)}, not {value!r}{nearest(str(value), words)}"


def _should(kind: Any, value: Any, what: str) -> str:
    if what.startswith("Invalid enum value"):
        return one_of(value, [str(each) for each in get_args(_bare(kind))])
    if kinds := re.match(r"Expected `([^`]*)`, got `([^`]*)`", what):
        if kinds[2] == "null":
            return "has no value: write one, or leave the key out"
        due = _or([WORDS.get(each, each) for each in kinds[1].split(" | ") if each != "null"])
        hint = ": set it in quotes" if kinds[1] == "str" and not isinstance(value, list) else ""
        hint = f": write [{value}]" if kinds[1] == "array" and isinstance(value, str) else hint
        return f"should be {due}, not {WORDS.get(kinds[2], kinds[2])}{hint}"
    if "of length >= 1" in what:
        return "is empty: write something, or leave the key out"
    if length := re.search(r"of length <= (\d+)", what):
        return f"is longer than {length[1]} characters: make it shorter"
    return what[:1].lower() + what[1:]


def _fits(value: Any, kind: Any) -> bool:
    try:
        msgspec.convert(value, kind)
    except msgspec.ValidationError:
        return False
    return True


def _inside(kind: Any, step: str | int) -> Any:
    """The type of what stands at ``step`` of a value of type ``kind``."""
    kind = _bare(kind)
    if get_origin(kind) is list:
        return get_args(kind)[0]
    return next(f.type for f in msgspec.structs.fields(kind) if f.encode_name == step)


def _bare(kind: Any) -> Any:
    """A type without what is said about it."""
    while get_origin(kind) is Annotated:
        kind = get_args(kind)[0]
    if get_origin(kind) not in (list, dict, Literal) and get_args(kind):  # something or nothing
        return _bare(next(each for each in get_args(kind) if each is not type(None)))
    return kind


def _steps(path: str) -> Iterator[str | int]:
    """`.venues.add[0].id` as keys and numbers."""
    for key, number in re.findall(r"\.([\w-]+)|\[(\d+|\.\.\.)\]", path.rstrip("`")):
        yield key or (number if number == EVERY else int(number))


def _dotted(place: Place) -> str:
    """As people write it: `rules.duplicate-paper.level`; which of several, the line tells."""
    return ".".join(each for each in place if isinstance(each, str))


def _or(words: list[str]) -> str:
    return " or ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
