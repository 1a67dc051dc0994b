"""The tables of rules/ as one compiled value, read once a process; never from the net.

A wheel carries the compiled form. A checkout compiles it when a table changed and keeps it in the
user's cache folder: YAML costs 200 times what the compiled form costs.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

COMPILED = "_rules.json"
_PACKAGE = Path(__file__).parent.parent


@cache
def tables() -> dict[str, Any]:
    """Everything that ``rules/tables`` says, in the compiled form (see ``compiling``)."""
    rules = rules_dir()
    if rules is None:
        return _load(_PACKAGE / COMPILED)
    return _kept(rules)


@cache
def rules_dir() -> Path | None:
    """The folder ``rules/`` of a checkout; none in a wheel, which carries the compiled form."""
    folder = _PACKAGE.parent.parent / "rules"
    return folder if (folder / "tables" / "venues.yml").is_file() else None


def compile_tables(rules: Path) -> dict[str, Any]:
    """``rules/`` as one value fit for JSON (the wheel's build calls this); a fault in a
    table raises ``strict_yaml.TableError``."""
    from listlint.knowledge.compiling import TABLES, compiled

    made = compiled(
        {name: (rules / "tables" / f"{name}.yml").read_text("utf-8") for name in TABLES},
        {file.stem: file.read_text("utf-8") for file in rules.glob("*.yml")},
    )
    return {**made, "online": _online()}


def _online() -> list[str]:
    """Checks that only services can answer: whoever asks none needn't load them to know it."""
    files = sorted((_PACKAGE / "checks").glob("*.py"))
    return [file.stem for file in files if "\nONLINE = True\n" in file.read_text("utf-8")]


def _kept(rules: Path) -> dict[str, Any]:
    """The compiled form out of the cache, if it is of these very files; else made anew."""
    stamp = _stamp(rules)
    place = _cache_file(rules)
    try:
        kept = _load(place)
        if kept["stamp"] == stamp:
            return kept
    except (OSError, ValueError, KeyError, TypeError):
        pass
    made = {"stamp": stamp, **compile_tables(rules)}
    _keep(place, made)
    return made


def _stamp(rules: Path) -> list[list[str | int]]:
    """Name, time and size of whatever the compiled form depends on."""
    sources = [
        *sorted(rules.glob("*.yml")),
        *sorted((rules / "tables").glob("*.yml")),
        *sorted(Path(__file__).parent.glob("*.py")),
        *sorted((_PACKAGE / "checks").glob("*.py")),
    ]
    return [[file.name, (stat := file.stat()).st_mtime_ns, stat.st_size] for file in sources]


def _cache_file(rules: Path) -> Path:
    from zlib import crc32  # no secret: checkouts beside one another must not share a file

    base = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    return Path(base) / "listlint" / f"tables-{crc32(str(rules).encode()):08x}.json"


def _keep(place: Path, made: dict[str, Any]) -> None:
    """Written whole or not at all; where nothing can be written the next run compiles again."""
    draft = place.with_name(f"{place.name}.{os.getpid()}")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        draft.write_text(json.dumps(made, ensure_ascii=False, separators=(",", ":")), "utf-8")
        os.replace(draft, place)
    except OSError:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


def _load(file: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(file.read_bytes())
    return loaded
