"""How fast and how politely are links asked, how often wrongly judged, and what survives a kill?

Everything runs on loopback, against ``linkserver.py``:

  speed      5,000 live links over 50 hosts, no interval: beside a bare loop (and lychee, if named)
  verdicts   1,000 links of every kind: false alarms, missed ones, what stayed unverified
  manners    1,000 links as a list of papers has them, a fourth on a host that limits its guests
  kill       SIGKILL amid 5,000 links, then a second run: is anything asked again that was written?

usage: links.py [PART…] [--json] [--lychee PATH] [--runs N]
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
HOSTS = 50
MIX = {  # of 1,000 links
    "ok": 790, "moved": 50, "missing": 40, "gone": 10, "limited": 20, "flaky": 20, "nohead": 20,
    "bot": 20, "waf": 10, "soft404": 10, "slow": 10,
}  # fmt: skip
DEAD, WALLS = ("missing", "gone", "soft404"), ("bot", "waf")
LIMITED = 250  # links on the host that takes 10 a second, 30 at once
FLOOR = (LIMITED - 30) / 10


def live(port: int, count: int = 5000) -> list[str]:
    """Live links, host by host in turn."""
    return [f"http://127.0.1.{1 + at % HOSTS}:{port}/ok/{at}" for at in range(count)]


def mixed(port: int) -> list[str]:
    """Links of every kind; every host has some of each."""
    kinds = [kind for kind, count in MIX.items() for _ in range(count)]
    order = sorted(range(len(kinds)), key=lambda at: at * 7919 % 104_729)
    return [
        f"http://127.0.1.{1 + place % HOSTS}:{port}/{kinds[at]}/{at}"
        for place, at in enumerate(order)
    ]


def skewed(port: int) -> list[str]:
    """Live links as a list of papers has them: nearly half on one host, a fourth on another."""
    hosts = ["127.0.1.1"] * 9 + ["127.0.9.1"] * 5
    return [
        f"http://{hosts[at % 20] if at % 20 < 14 else f'127.0.1.{2 + at % 30}'}:{port}/ok/{at}"
        for at in range(1000)
    ]


@contextmanager
def server(port: int) -> Iterator[Callable[[str], Any]]:
    """A link server of our own; what is handed over asks it for what it saw."""
    command = [sys.executable, str(HERE / "linkserver.py"), "--port", str(port)]
    running = subprocess.Popen(command, stdout=subprocess.PIPE)
    assert running.stdout is not None
    if running.stdout.readline() != b"ready\n":
        raise SystemExit(f"the link server didn't start: is port {port} taken?")

    def ask(path: str) -> Any:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/__{path}", timeout=10) as reply:
            return json.load(reply)

    try:
        yield ask
    finally:
        running.terminate()
        running.wait(10)
        running.stdout.close()


class Run:
    """One process, and what it needed."""

    def __init__(self, command: list[str], kill_when: Callable[[], bool] | None = None) -> None:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        while kill_when is not None and process.poll() is None:
            if kill_when():
                process.send_signal(signal.SIGKILL)
                break
            time.sleep(0.02)
        _, self.status, used = os.wait4(process.pid, 0)
        self.seconds = time.perf_counter() - start
        self.megabytes = used.ru_maxrss // 1024
        self.cpu = used.ru_utime + used.ru_stime
        assert process.stderr is not None
        self.said = process.stderr.read().decode()
        process.stderr.close()
        process.returncode = self.status


def asked(
    urls: list[str],
    folder: Path,
    *,
    interval: float | None = None,
    cache: Path | None = None,
    kill_when: Callable[[], bool] | None = None,
) -> tuple[Run, dict[str, Any]]:
    """listlint's own way of asking, in a process of its own."""
    lines, out = folder / "urls.txt", folder / "out.json"
    lines.write_text("\n".join(urls))
    out.unlink(missing_ok=True)
    command = [sys.executable, str(HERE / "asklinks.py"), str(lines), str(out)]
    command += [] if interval is None else ["--interval", str(interval)]
    command += [] if cache is None else ["--cache", str(cache)]
    run = Run(command, kill_when)
    if run.status and kill_when is None:
        raise SystemExit(run.said)
    return run, json.loads(out.read_text()) if out.exists() else {}


def speed(port: int, folder: Path, options: argparse.Namespace) -> Iterator[dict[str, Any]]:
    """Beside a bare loop, in turn; the best of each, since the machine does other things too."""
    urls = live(port)
    rows: dict[str, dict[str, Any]] = {}
    for _ in range(options.runs):
        for name, one in _racers(urls, folder, options):
            with server(port):
                row = {"part": "speed", "who": name, **one()}
            if name not in rows or row["seconds"] < rows[name]["seconds"]:
                rows[name] = row
    yield from rows.values()


def _racers(
    urls: list[str], folder: Path, options: argparse.Namespace
) -> Iterator[tuple[str, Callable[[], dict[str, Any]]]]:
    lines, out = folder / "bare.txt", folder / "bare.json"
    lines.write_text("\n".join(urls))

    def bare() -> dict[str, Any]:
        run = Run([sys.executable, str(HERE / "bareloop.py"), str(lines), str(out)])
        inner = json.loads(out.read_text())["seconds"]
        return {"seconds": run.seconds, "inner": inner, "cpu": run.cpu, "mb": run.megabytes}

    def own() -> dict[str, Any]:
        run, told = asked(urls, folder, interval=0)
        right = told["states"] == {"agrees": len(urls)}
        inner = told["seconds"]
        row = {"seconds": run.seconds, "inner": inner, "cpu": run.cpu, "mb": run.megabytes}
        return {**row, "all_alive": right}

    yield "a bare loop", bare
    yield "listlint", own
    if options.lychee:
        for name, more in (("lychee", []), ("lychee, limits lifted", LIFTED)):
            yield name, lambda more=more: _lychee(urls, folder, options.lychee, more)


LIFTED = ["--host-request-interval", "0ms", "--host-concurrency", "100", "--max-concurrency", "512"]


def _lychee(urls: list[str], folder: Path, program: str, more: list[str]) -> dict[str, Any]:
    page = folder / "links.md"
    page.write_text("\n".join(f"- [paper]({url})" for url in urls))
    run = Run([program, "--no-progress", "--format", "json", *more, str(page)])
    return {"seconds": run.seconds, "cpu": run.cpu, "mb": run.megabytes, "exit": run.status}


def verdicts(port: int, folder: Path, options: argparse.Namespace) -> Iterator[dict[str, Any]]:
    """False alarms, missed ones, and what stayed unverified."""
    with server(port) as told:
        run, found = asked(mixed(port), folder)
        seen = told("stats")
    said = {url: (state, reason) for url, state, reason in found["answers"]}
    kinds = {url: url.split("/")[3] for url in said}
    dead = [kind for url, kind in kinds.items() if said[url][0] == "absent"]
    yield {
        "part": "verdicts",
        "seconds": run.seconds,
        "requests": seen["total"],
        "rude": seen["rude"],
        "false_alarms": Counter(kind for kind in dead if kind not in DEAD),
        "missed": sum(MIX[kind] for kind in DEAD) - sum(kind in DEAD for kind in dead),
        "moved": sum(said[url][0] == "differs" for url, kind in kinds.items() if kind == "moved"),
        "unverified": Counter(kinds[url] for url in said if said[url][0] == "unchecked"),
    }


def manners(port: int, folder: Path, options: argparse.Namespace) -> Iterator[dict[str, Any]]:
    """How near the floor, and how often inside a silence that was asked for."""
    with server(port) as told:
        run, found = asked(skewed(port), folder)
        seen = told("stats")
    yield {
        "part": "manners",
        "seconds": seen["seconds"],
        "floor": FLOOR,
        "over_floor": seen["seconds"] / FLOOR - 1,
        "whole_run": run.seconds,
        "requests": seen["total"],
        "rude": seen["rude"],
        "most_at_once": seen["most_at_once"],
        "states": found["states"],
    }


def kill(port: int, folder: Path, options: argparse.Namespace) -> Iterator[dict[str, Any]]:
    """SIGKILL in the middle; what the second run asks although it was written."""
    urls, cache = live(port), folder / "answers.sqlite3"
    with server(port) as told:
        killed, _ = asked(
            urls, folder, cache=cache, kill_when=lambda: told("stats")["total"] > len(urls) // 2
        )
        before = told("stats")["total"]
        written = _written(cache)
        told("reset")
        _, found = asked(urls, folder, cache=cache)
        again = set(told("paths")["paths"])
    yield {
        "part": "kill",
        "killed": killed.status != 0,
        "asked_before": before,
        "written_before": len(written),
        "asked_after": len(again),
        "asked_though_written": len(written & again),
        "states": found["states"],
    }


def _written(cache: Path) -> set[str]:
    """Host and path of every answer that the killed run left on the disk."""
    base = sqlite3.connect(cache)
    rows = base.execute("SELECT subject FROM answers").fetchall()
    base.close()
    return {f"{url.split('/')[2].partition(':')[0]}/{url.split('/', 3)[3]}" for (url,) in rows}


PARTS = {"speed": speed, "verdicts": verdicts, "manners": manners, "kill": kill}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--port", type=int, default=18_080)
    parser.add_argument("--runs", type=int, default=3, help="of speed: how many of each")
    parser.add_argument("--lychee", default="", metavar="PATH", help="lychee, to run beside it")
    options = parser.parse_args()
    for name in options.parts or PARTS:
        with tempfile.TemporaryDirectory() as folder:
            for row in PARTS[name](options.port, Path(folder), options):
                print(json.dumps(row) if options.json else _line(row), flush=True)


def _line(row: dict[str, Any]) -> str:
    def said(value: Any) -> str:
        if isinstance(value, float):
            return f"{value:.2f}"
        if isinstance(value, dict):
            return ", ".join(f"{count} {name}" for name, count in value.items()) or "none"
        return str(value)

    return "  ".join(f"{name} {said(value)}" for name, value in row.items() if name != "part")


if __name__ == "__main__":
    main()
