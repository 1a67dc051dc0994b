"""Which lists a benchmark runs on: files, folders and patterns given, else invented ones."""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Iterable
from glob import glob
from pathlib import Path

import invented

ROOT = Path(__file__).resolve().parent.parent
MARKDOWN = (".md", ".markdown")
NOT_LISTS = {"licences.md", "license.md", "contributing.md"}


def add_option(parser: argparse.ArgumentParser) -> None:
    """The option that names lists; none of them is taken for granted."""
    parser.add_argument(
        "--lists",
        nargs="+",
        action="extend",
        default=[],
        metavar="PATH",
        help="files, folders or patterns; default: examples and an invented list",
    )


def chosen(named: Iterable[str], suffixes: tuple[str, ...] = MARKDOWN) -> list[Path]:
    """The Markdown files named, each once; without names, those of this repository."""
    patterns = list(named) or [str(ROOT / "examples")]
    found = {path.resolve(): path for name in patterns for path in _under(name, suffixes)}
    return sorted(found.values())


def _under(name: str, suffixes: tuple[str, ...]) -> list[Path]:
    paths = [Path(name)] if Path(name).exists() else [Path(p) for p in glob(name, recursive=True)]
    inside = [f for p in paths for f in (sorted(p.rglob("*")) if p.is_dir() else [p])]
    return [
        f
        for f in inside
        if f.suffix.lower() in suffixes and f.name.lower() not in NOT_LISTS and f.is_file()
    ]


def invented_with_truth(entries: int = 600, seed: int = 1) -> tuple[Path, Path]:
    """An invented list in a temporary folder, and the file that says what stands in it."""
    folder = Path(tempfile.mkdtemp(prefix="listlint-bench-"))
    made = invented.write(seed, entries)
    path, truth = folder / "invented.md", folder / "truth.jsonl"
    path.write_text(made.text, encoding="utf-8")
    records = (json.dumps({"file": path.name, **record}) for record in made.records)
    truth.write_text("\n".join(records) + "\n", encoding="utf-8")
    return path, truth


def named(paths: list[Path]) -> list[tuple[Path, str]]:
    """Each file with a name that tells it from the others."""
    names = [path.name for path in paths]
    return [
        (path, path.name if names.count(path.name) == 1 else f"{path.parent.name}/{path.name}")
        for path in paths
    ]
