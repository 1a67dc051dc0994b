"""A house style written into a configuration's text: one key comes or is replaced, all else stays.

Textual, and not by a library that writes YAML: of those that keep comments each writes the file
anew in its own way of quoting, wrapping and indenting, and what a maintainer wrote is theirs. What
comes out is read again and must differ in this key alone.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from listlint.errors import UserError
from listlint.knowledge.strict_yaml import TableError, read

KEY = "style"


def style_text(entry: Sequence[str], order: str | None) -> str:
    """The key as it is written."""
    lines = [f"{KEY}:"]
    if len(entry) == 1:
        lines.append(f"  entry: {_quoted(entry[0])}")
    else:
        lines += ["  entry:", *(f"    - {_quoted(text)}" for text in entry)]
    if order is not None:
        lines.append(f"  order: {order}")
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def with_style(text: str, entry: Sequence[str], order: str | None, name: str) -> str:
    """The configuration ``text`` of the file ``name`` with this style pinned."""
    newline = "\r\n" if "\r\n" in text else "\n"
    plain = text.replace("\r\n", "\n")
    if plain and not plain.endswith("\n"):
        plain += "\n"
    made = _put(plain, style_text(entry, order), name)
    _prove(plain, made, name)
    return made.replace("\n", newline)


def _put(text: str, style: str, name: str) -> str:
    lines = text.splitlines(keepends=True)
    try:
        tree = read(text)
    except TableError as error:
        raise UserError(f"{name}:{error.line}: {error}: mend it there first") from None
    if tree.value is None:
        return text + style
    if not isinstance(tree.value, dict):
        raise UserError(f"{name}: holds no keys: mend it first")
    if KEY not in tree.value:
        return text + style
    start = tree.line((KEY,)) - 1
    end = start + 1
    while end < len(lines) and (not lines[end].strip() or lines[end][0] in " \t}"):
        end += 1
    while end > start + 1 and not lines[end - 1].strip():
        end -= 1  # empty lines before the next key stay
    if not lines[start].startswith((f"{KEY}:", f'"{KEY}":', f"'{KEY}':")):
        raise UserError(f"{name}:{start + 1}: {KEY} isn't on a line of its own: write it so first")
    return "".join([*lines[:start], style, *lines[end:]])


def _prove(before: str, after: str, name: str) -> None:
    """Nothing but the style may differ."""
    was, now = read(before).value or {}, read(after).value
    was.pop(KEY, None)
    if not isinstance(now, dict) or KEY not in now or {**now, KEY: None} != {**was, KEY: None}:
        raise UserError(f"{name}: the style can't be put in without changing more: add it by hand")
