"""How fast is a whole `listlint check`, beside a bare markdown-it-py parse of the same file?

    python benchmarks/speed.py [--lists FILE...] [--runs 15] [--rivals FOLDER] [--json]

All commands take turns in one run. Printed: best and median seconds of whole processes, their
ratio to the bare parse (by CPU too, which a busy machine hardly changes), memory, what our own
imports cost at least, and how time grows with a list.
`--rivals` installs pinned versions of other linters into the folder and times them beside.
"""

from __future__ import annotations

import argparse
import compileall
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import invented
import lists
from processes import BARE, Command, Timing, imported, in_turns

NPM = {"markdownlint-cli2": "0.22.0", "awesome-lint": "2.3.0"}
PIP = {"rumdl": "0.3.0"}
LARGE = 15000


def ours(path: Path) -> Command:
    return (sys.executable, "-m", "listlint", "check", "--fail-on", "never", str(path))


def bare(path: Path) -> Command:
    return (sys.executable, "-c", BARE, str(path))


def install(folder: Path) -> None:
    """Other linters in the versions above, each by its own package manager."""
    folder.mkdir(parents=True, exist_ok=True)
    manifest = folder / "package.json"
    manifest.write_text(json.dumps({"private": True, "dependencies": NPM}))
    quiet = ("--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error")
    subprocess.run(["npm", "install", *quiet], cwd=folder, check=True)
    wheels = [f"{name}=={version}" for name, version in PIP.items()]
    into = ["--quiet", "--no-deps", "--upgrade", "--target", str(folder / "python")]
    subprocess.run([sys.executable, "-m", "pip", "install", *into, *wheels], check=True)


def compile_sources() -> None:
    """Bytecode as an installation has it, also where Python is told to write none."""
    import listlint

    compileall.compile_dir(Path(listlint.__file__).parent, quiet=1)


def rivals(folder: Path, path: Path) -> dict[str, Command]:
    """The other linters' commands for one file, with their default rules."""
    scripts = folder.resolve() / "node_modules" / ".bin"
    rust = folder.resolve() / "python" / "bin" / "rumdl"
    return {
        "markdownlint-cli2": (str(scripts / "markdownlint-cli2"), str(path)),
        "awesome-lint": (str(scripts / "awesome-lint"), str(path)),
        "rumdl": (str(rust), "check", "--isolated", "--no-cache", str(path)),
    }


def measured(path: Path, runs: int, folder: Path | None) -> dict[str, Timing]:
    """One file by all commands in turns."""
    path = path.resolve()
    commands = {"bare parse": bare(path), "listlint": ours(path)}
    if folder:
        commands.update(rivals(folder, path))
    found = in_turns(commands, runs, folder=folder)
    for name in ("bare parse", "listlint"):
        if status := found[name].status:
            sys.exit(f"{name} ended with {status} on {path}: what fails fast isn't fast")
    return found


def imports(path: Path, runs: int) -> dict[str, float]:
    """Milliseconds of imports: our own modules, and all that a bare parse does without."""
    base = set(imported(bare(path)))
    each = [imported(ours(path)) for _ in range(runs)]
    own = [sum(t for name, t in found.items() if _is_own(name)) for found in each]
    extra = [sum(t for name, t in found.items() if name not in base) for found in each]
    return {
        "own": min(own) / 1000,
        "beyond bare parse": min(extra) / 1000,
        "modules": sum(map(_is_own, each[-1])),
    }


def _is_own(module: str) -> bool:
    return module == "listlint" or module.startswith("listlint.")


def figures(found: dict[str, Timing]) -> dict[str, Any]:
    """Seconds and memory of every command, and how many bare parses it costs."""
    base = found["bare parse"]
    return {
        name: {
            **one._asdict(),
            "ratio": one.median / base.median,
            "ratio of best": one.best / base.best,
            "ratio of cpu": one.cpu / base.cpu,
        }
        for name, one in found.items()
    }


def told(title: str, path: Path, found: dict[str, Any]) -> Iterator[str]:
    yield f"\n{title}: {path.stat().st_size / 1000:.0f} KB"
    for name, one in found.items():
        fault = f"  ended with {one['status']}" if one["status"] not in (0, 1) else ""
        yield (
            f"  {name:18} best {one['best']:7.3f} s  median {one['median']:7.3f} s  "
            f"{one['ratio']:5.2f} x (best {one['ratio of best']:.2f}, "
            f"CPU {one['ratio of cpu']:.2f})  "
            f"{one['megabytes']:6.0f} MB{fault}"
        )


def growth(small: dict[str, Any], large: dict[str, Any]) -> float:
    """How many times as long a list ten times as large takes, starting Python aside."""
    parses = [one["bare parse"]["cpu"] for one in (small, large)]
    start = max(0.0, parses[0] - (parses[1] - parses[0]) / 9)
    return float((large["listlint"]["cpu"] - start) / (small["listlint"]["cpu"] - start))


def written(folder: Path, entries: int) -> Path:
    path = folder / f"invented-{entries}.md"
    path.write_text(invented.write(7, entries).text, encoding="utf-8")
    return path


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    lists.add_option(parser)
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--entries", type=int, default=LARGE, help="of the largest invented list")
    parser.add_argument("--rivals", type=Path, metavar="FOLDER", help="for other linters")
    parser.add_argument("--json", action="store_true")
    return parser.parse_args()


def run(args: argparse.Namespace, say: Callable[[str], None]) -> dict[str, Any]:
    """Everything that is measured; what is known already is said at once."""
    folder = Path(tempfile.mkdtemp(prefix="listlint-bench-"))
    report: dict[str, Any] = {}
    paths = lists.chosen(args.lists) if args.lists else [written(folder, n) for n in (130, 650)]
    for path in paths:
        report[path.name] = figures(measured(path, args.runs, args.rivals))
        say("\n".join(told(path.name, path, report[path.name])))
    report["imports"] = imports(paths[0].resolve(), 5)
    costs = ", ".join(f"{name} {cost:.0f}" for name, cost in report["imports"].items())
    say(f"\nimports under -X importtime, in milliseconds: {costs}")
    for entries in (args.entries // 10, args.entries) if args.entries else ():
        path = written(folder, entries)
        report[path.name] = figures(measured(path, 3, args.rivals))
        say("\n".join(told(f"{entries} invented entries", path, report[path.name])))
    if args.entries:
        ends = [report[f"invented-{n}.md"] for n in (args.entries // 10, args.entries)]
        report["growth"] = growth(*ends)
        say(f"\nten times the entries take {report['growth']:.1f} times as long, Python aside")
    return report


def main() -> None:
    args = options()
    compile_sources()
    if args.rivals:
        install(args.rivals)
    report = run(args, (lambda _: None) if args.json else lambda text: print(text, flush=True))
    if args.json:
        print(json.dumps(report))


if __name__ == "__main__":
    main()
